"""What the article shows of global perturbations, with the figures of the authors' own matrices: it gives none."""

from training.charts import Chart
from training.claims import Claim
from training.perturbation.evaluation import OF_500

PAPER = "Adversarial Reprogramming of Neural Cellular Automata (2021)"
RESULT = "perturbation-lizard"
SHORT = "2,100 iterations of the original's 8,000, on a host that heals more; see the authors' own below"
ON_THEIRS = "perturbation-red-on-published"
NAMES = dict(zip(("tailless", "no-leg", "no-head", "no-arm", "red", "blue"), OF_500.values(), strict=True))

CLAIMS = (
    *(
        Claim(
            PAPER,
            f"one matrix makes the lizard {name.replace('no-', 'without ')}: loss after 500 steps",
            f"{loss:.1e} (their matrix)",
            RESULT,
            f"{name}: loss after 500 steps",
            at_most=loss,
            why=SHORT,
            picture=f"docs/perturbation-{name}.webp",
        )
        for name, loss in NAMES.items()
    ),
    Claim(
        PAPER,
        "the red one, trained here on the authors' own lizard: loss after 500 steps",
        f"{NAMES['red']:.1e} (their matrix)",
        ON_THEIRS,
        "loss after 500 steps",
        at_most=NAMES["red"],
        why="1,900 iterations of the original's 8,000",
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
        "it drifts (a film)",
        RESULT,
        "tailless and no-leg, both at 1: at the best place",
        picture="docs/perturbation-at-once.webp",
    ),
    Claim(
        PAPER,
        "a vector that is added to every state takes the tail: loss after 500 steps",
        "rejected as worse than a matrix (no figure)",
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
