"""What the article shows of global perturbations, with the figures of the authors' own matrices: it gives none."""

from training.charts import Chart
from training.claims import Claim
from training.perturbation.evaluation import OF_500, OF_RECOVERED

PAPER = "Adversarial Reprogramming of Neural Cellular Automata (2021)"
RESULT = "perturbation-lizard"
SHORT = "2,100 iterations of the original's 8,000, on a host that heals more; see the authors' own below"
ON_THEIRS = "perturbation-red-on-published"
NOTHING = {"red": (1.15e-2, 1.28e-2, 1.31e-2), "blue": (1.59e-2, 1.73e-2, None)}
"""Loss of a lizard left alone to the authors' picture; then to ours, drawn anew, of our lizard and of theirs.

Where they differ, what is reached is judged as a share of it.
"""
BOTH = (3.0e-3, 3.7e-3)
"""Of the authors' matrices for tail and leg, both in full on their own lizard, measured as ours, twice with 8 seeds."""
NAMES = dict(zip(("tailless", "no-leg", "no-head", "no-arm", "red", "blue"), OF_500.values(), strict=True))


def _farther(name: str, lizard: int) -> float:
    """How much more nothing costs here than it costs the authors; 1 where the pictures are alike."""
    nothing = NOTHING.get(name)
    return nothing[lizard] / nothing[0] if nothing else 1.0


def _published(name: str, loss: float, lizard: int = 1) -> str:
    """Their figure; what doing nothing costs there and here, where these differ."""
    nothing = NOTHING.get(name)
    shares = f"; doing nothing costs {nothing[0]:.2e} there, {nothing[lizard]:.2e} here" if nothing else ""
    return f"{loss:.1e} (their matrix{shares})"


CLAIMS = (
    *(
        Claim(
            PAPER,
            f"one matrix makes the lizard {name.replace('no-', 'without ')}: loss after 500 steps",
            _published(name, loss),
            RESULT,
            f"{name}: loss after 500 steps",
            at_most=loss * _farther(name, 1),
            why=SHORT,
            picture=f"docs/perturbation-{name}.webp",
        )
        for name, loss in NAMES.items()
    ),
    Claim(
        PAPER,
        "the red one, trained here on the authors' own lizard: loss after 500 steps",
        _published("red", NAMES["red"], 2),
        ON_THEIRS,
        "loss after 500 steps",
        at_most=NAMES["red"] * _farther("red", 2),
        why="1,900 iterations of the original's 8,000",
    ),
    *(
        Claim(
            PAPER,
            f"the {name} matrix switched off again: loss to the whole lizard, 500 steps later",
            f"{loss:.1e} (their matrix)",
            RESULT,
            f"{name}: loss to the host's own picture, 500 steps after switching off",
            at_most=loss,
        )
        for name, loss in zip(("tailless", "no-leg"), OF_RECOVERED.values(), strict=True)
    ),
    Claim(
        PAPER,
        "half the tailless matrix: loss to the lizard without tail",
        "half a tail less (a picture)",
        RESULT,
        "tailless at 0.5: loss to its target after 500 steps",
        picture="docs/perturbation-strengths.webp",
    ),
    Claim(
        PAPER,
        "a tenth of it the other way: loss to the lizard",
        "a longer tail (a picture)",
        RESULT,
        "tailless at -0.1: loss to the host's picture after 500 steps",
    ),
    Claim(
        PAPER,
        "tailless and no-leg, a half of each: cells by which the pattern wanders",
        "it drifts (a film)",
        RESULT,
        "tailless at 0.5, no-leg at 0.5: cells moved",
        picture="docs/perturbation-between.webp",
    ),
    Claim(
        PAPER,
        "the two in full at once: loss to both edits, at the best place",
        f"almost as desired, but drifting; {BOTH[0]:.1e} to {BOTH[1]:.1e} (their matrices)",
        RESULT,
        "tailless and no-leg, both at 1: at the best place",
        at_most=BOTH[1],
        why="after 500 steps hardly anything of the lizard is left",
        picture="docs/perturbation-at-once.webp",
    ),
    Claim(
        PAPER,
        "a vector that is added to every state takes the tail: loss after 500 steps",
        "argued to be too little, not tried",
        "perturbation-tailless-additive",
        "loss after 500 steps",
    ),
)

CHARTS = (
    Chart("targets", "Loss to each target after 500 steps", {r"(.+): loss after 500 steps": r"\1"}, log=True),
    Chart(
        "nothing",
        "What doing nothing costs: loss of the host alone",
        {r"(.+): loss of the unperturbed host after 500 steps": r"\1"},
        log=True,
    ),
    Chart(
        "strengths",
        "One matrix at other strengths: loss to its target",
        {r"\S+ at (\S+): loss to its target after 500 steps": r"\1"},
        log=True,
    ),
)
