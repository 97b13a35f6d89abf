"""What the article on growing automata, and later work with the same model, report."""

from nca_tf.pictures.targets import EMOJI
from training.charts import Chart
from training.claims import Claim

PAPER = "Growing Neural Cellular Automata (2020)"
SCOPE = "Expanding the Scope of Neural Cellular Automata (2022)"
PICTURES = "web_demo/models/growing"
REGENERATING = "growing-lizard-regenerating"
"""The result with the authors' own weights measured beside ours."""
CUTS = {
    "the lower half": 2.27e-4,
    "the upper half": 1.91e-3,
    "the left half": 7.34e-4,
    "the right half": 9.61e-4,
    "the centre square": 3.90e-4,
}
"""Loss 500 steps after, of the published weights."""
TURNED = {45: 3.098e-3, 90: 9.243e-5, 135: 2.508e-3}
"""Loss after 500 steps by degrees, of the published weights."""


def _cut(part: str, loss: float) -> Claim:
    return Claim(
        PAPER,
        f"experiment 3: {part} erased, 500 steps later",
        f"loss {loss:.1e} (their weights)",
        REGENERATING,
        f"loss 500 steps after {part} was erased",
        at_most=loss,
        picture="docs/growth.webp" if part == "the lower half" else "",
    )


def _strokes(name: str) -> Claim:
    """Of one of the article's ten emoji; the article erases halves and discs, and gives no figure."""
    return Claim(
        PAPER,
        f"experiment 3, {EMOJI[name]} {name}: of 64 strokes across it, how many heal",
        "heals (no figure; cuts behind the link)",
        f"growing-{name}-regenerating",
        "of 64 strokes across it, how many healed to 3 x the undamaged loss",
        why="not trained yet",
        picture=f"{PICTURES}/{name}-regenerating/thumbnail.png",
    )


CLAIMS = (
    Claim(
        PAPER,
        "experiment 1: grows, after 96 steps",
        "loss 3.4e-4 (their 8-bit weights)",
        "growing-lizard-growing",
        "loss after 96 steps",
        at_most=3.4e-4,
        picture=f"{PICTURES}/lizard-growing/thumbnail.png",
    ),
    Claim(
        PAPER,
        "experiment 1: what becomes of it later, after 500 steps",
        "decays: loss 3.2e-3 (their 8-bit weights)",
        "growing-lizard-growing",
        "loss after 500 steps",
    ),
    Claim(
        PAPER,
        "experiment 2: persists, after 500 steps",
        "loss 8.3e-5 (their 8-bit weights)",
        "growing-lizard-persistent",
        "loss after 500 steps",
        at_most=8.3e-5,
    ),
    Claim(
        PAPER,
        "experiment 2: persists for 5000 steps",
        "stays (no figure)",
        "growing-lizard-persistent",
        "loss after 5000 steps",
        at_most=1e-3,
        picture=f"{PICTURES}/lizard-persistent/thumbnail.png",
    ),
    *(
        Claim(
            PAPER,
            f"experiment 2: without ever having been damaged, {part} erased, 500 steps later",
            "some of it grows again (pictures)",
            "growing-lizard-persistent",
            f"loss 500 steps after {part} was erased",
        )
        for part in CUTS
    ),
    Claim(
        PAPER,
        "experiment 3: a lizard that heals, after 500 steps",
        "loss 1.1e-4 (their weights)",
        REGENERATING,
        "loss after 500 steps",
        at_most=1.07e-4,
        picture=f"{PICTURES}/lizard-regenerating/thumbnail.png",
    ),
    *(_cut(part, loss) for part, loss in CUTS.items()),
    *(
        Claim(
            PAPER,
            f"experiment 4: turned by {angle}°" + (", where the grid itself can turn" if angle == 90 else ""),
            f"loss {loss:.1e} (their weights)",
            REGENERATING,
            f"loss to the target turned by {angle}°, after 500 steps",
            at_most=loss,
            why="one part in a hundred above theirs",
        )
        for angle, loss in TURNED.items()
    ),
    *map(_strokes, EMOJI),
    Claim(
        PAPER,
        "a planarian cut in three: the middle third becomes a worm",
        "becomes a worm (no figure)",
        "growing-planarian-regenerating",
        "loss of the worm that the middle third became after 800 steps",
        picture="docs/planarian.webp",
    ),
    Claim(
        PAPER,
        "8000 iterations on a CPU, seconds",
        "a matter of minutes on a GPU of 2020; the notebook's own step needs 2.0 s an iteration here",
        "growing-lizard-regenerating-seed-1",
        "seconds of training, 8000 iterations",
    ),
    Claim(
        SCOPE,
        "a Fashion-MNIST picture grows: mean log10 loss at the end",
        "-3.25",
        "growing-fashion_mnist-27-regenerating",
        "mean log10 loss of the last 100 iterations",
        at_most=-3.25,
    ),
)

OVERVIEW = {
    "loss after 200 steps": "200 steps",
    "loss after 500 steps": "500",
    "loss after 5000 steps": "5000",
    "loss of an undamaged pattern of the age of the cut ones": "not cut",
    **{f"loss 500 steps after {part} was erased": f"without {part}" for part in CUTS},
    "of 64 strokes across it, how many healed to 3 x the undamaged loss": "of 64 strokes healed",
}
"""Of the overview's table: row of the results -> column."""
CHARTS = (
    Chart("steps", "Loss after so many steps", {r"loss after (\d+ steps)": r"\1"}, log=True),
    Chart(
        "cuts",
        "Loss 500 steps after a part was erased",
        {"loss of an undamaged pattern.*": "nothing", "loss 500 steps after the (.+) was erased": r"\1"},
        log=True,
    ),
    Chart(
        "angles", "Loss to the turned target", {"loss to the target turned by (.+), after 500 steps": r"\1"}, log=True
    ),
)
