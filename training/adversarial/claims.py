"""What the articles report of adversaries."""

from training.claims import Claim

PAPER = "Adversarial Reprogramming of Neural Cellular Automata (2021)"
SCOPE = "Expanding the Scope of Neural Cellular Automata (2022)"

CLAIMS: tuple[Claim, ...] = ()
