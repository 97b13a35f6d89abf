"""What the article shows of global perturbations, with the figures of the authors' own matrices: it gives none."""

from training.charts import Chart
from training.claims import Claim
from training.perturbation.evaluation import OF_500

PAPER = "Adversarial Reprogramming of Neural Cellular Automata (2021)"
RESULT = "perturbation-lizard"
PICTURES = "web_demo/models/perturbation/lizard"
SHORT = "2,100 iterations of the original's 8,000"
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
            picture=f"{PICTURES}/{name}.png",
        )
        for name, loss in NAMES.items()
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
