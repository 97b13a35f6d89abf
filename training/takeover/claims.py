"""What the paper on takeovers reports; where it gives no figure, that of the authors' own weights."""

from training.claims import Claim
from training.takeover.near_weights import FIGURES, WAYS

PAPER = "Adversarial Takeover of Neural Cellular Automata (2022)"
WAITING = "not trained yet"
WHY = {
    "tailless": "some injections have not displaced all old cells by then, see the results",
    "red": "no old cell is left after any injection, but the lizard that takes their place is too large",
}
"""What stands in the way of those that were trained."""
STATIC = {
    "red": "a lizard turns red, 2x2 square",
    "tailless": "a lizard loses its tail, 2x2 square",
    "ladybug-to-butterfly": "a ladybug becomes a butterfly, 2x2 square",
}
DYNAMIC = {
    "lizard-immortal": "a dying lizard lives on, 3x3 square",
    "butterfly-immortal": "a vanishing butterfly lives on, 3 % spray",
    "firework-immortal": "an exploding firework is held, 50 % spray",
}


def _claim(name: str, words: str, step: int, loss: float) -> Claim:
    return Claim(
        PAPER,
        f"{words}: loss {step} steps from the seed",
        f"at most {loss:g}",
        f"takeover-{name}",
        f"loss after {step} steps",
        at_most=loss,
        why=WHY.get(name, WAITING),
        picture=f"docs/takeover-{name}.png" if name in WHY else "",
    )


CLAIMS = (
    *(_claim(name, words, 300, 0.01) for name, words in STATIC.items()),
    *(_claim(name, words, 500, 0.015) for name, words in DYNAMIC.items()),
    Claim(
        PAPER,
        "near weights (Fig. 15), random weights with the pull, 50 % injected: cosine",
        "0.96",
        "takeover-near-weights",
        f"{WAYS['scratch-pull'][0]}, 50 % injected: {FIGURES['cosine']}",
        at_least=0.9,
        why=WAITING,
    ),
)
