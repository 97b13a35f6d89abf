"""What the paper on takeovers reports; where it gives no figure, that of the authors' own weights."""

from training.claims import Claim
from training.takeover.evaluation import PUBLISHED_SQUARE
from training.takeover.near_weights import FIGURES, PUBLISHED, SHARES, WAYS, run_name

PAPER = "Adversarial Takeover of Neural Cellular Automata (2022)"
WAITING = "not trained yet"
WHY = {
    "tailless": "some injections have not displaced all old cells by then, see the results",
    "red": "no old cell is left after any injection, but the lizard that takes their place is too large",
    "firework-immortal": "most injections meet it, but the few that don't are far off, and the mean is theirs",
}
"""What stands in the way of those that were trained."""
STATIC = {
    "red": ("a lizard turns red, 2x2 square", "3.7e-3 (their rules, measured here)"),
    "tailless": ("a lizard loses its tail, 2x2 square", "2.6e-3 (their rules, one run)"),
    "ladybug-to-butterfly": ("a ladybug becomes a butterfly, 50 % spray", "7.4e-3 (their rules, 2x2 square, one run)"),
}
DYNAMIC = {
    "lizard-immortal": ("a dying lizard lives on, 10 % spray", "8.1e-3 (their rules, 3x3 square, one run)"),
    "butterfly-immortal": ("a vanishing butterfly lives on, 3 % spray", "it lives on (a film)"),
    "firework-immortal": ("an exploding firework is held, 50 % spray", "5.2e-3 (their rules, one run)"),
}
SQUARES = {
    "ladybug-to-butterfly": ("the ladybug's butterfly, put in as the paper's 2x2 square", "square:2"),
    "lizard-immortal": ("the dying lizard's, put in as the paper's 3x3 square", PUBLISHED_SQUARE),
}
"""What the paper trained with a square, and here a spray was."""
LEFT = "injections of 32 that leave no old cell after 300 steps"
INJECTED = {"spray:0.01": "1 % spray", "spray:0.1": "10 % spray", "square:1": "a single cell"}
OTHERWISE = {
    "tailless": ("spray:0.01", "square:1"),
    "ladybug-to-butterfly": ("spray:0.01", "spray:0.1"),
    "lizard-immortal": ("spray:0.01",),
    "butterfly-immortal": ("spray:0.01",),
}
"""Injections that no adversary was trained with, of which the paper says that they do."""
WHO = {
    "tailless": "the tailless one, trained with a square",
    "ladybug-to-butterfly": "the ladybug's butterfly, trained with 50 % spray",
    "lizard-immortal": "the dying lizard's, trained with 10 % spray",
    "butterfly-immortal": "the vanishing butterfly's, trained with 3 % spray",
}
SHARE = 50
NEAR = {
    "scratch-pull": {"at_least": 0.9},
    "host-pull": {"at_least": 0.85},
    "host": {"at_least": 0.8},
    "scratch": {"at_most": 0.1},
}
"""Our bars for the nearness of the weights at that share in per cent: with the pull, and from the host's own."""


def _claim(name: str, words: str, published: str, step: int, loss: float) -> Claim:
    return Claim(
        PAPER,
        f"{words}: loss {step} steps from the seed, our bar: {loss:g}",
        published,
        f"takeover-{name}",
        f"loss after {step} steps",
        at_most=loss,
        why=WHY.get(name, WAITING),
        picture=f"docs/takeover-{name}.png",
    )


def _left(name: str, words: str) -> Claim:
    return Claim(
        PAPER,
        f"{words}: injections of 32 that leave no old cell (our bar: 30)",
        "32 (their rules, measured here)" if name == "red" else "not given",
        f"takeover-{name}",
        LEFT,
        at_least=30,
        why=WHY.get(name, WAITING),
    )


OVERVIEW = {
    "loss after 300 steps": "loss at 300",
    "loss after 500 steps": "at 500",
    "loss of the host alone after 500 steps": "host alone at 500",
    LEFT: "taken over, of 32",
    "share of injections that succeed: no old cell, a loss of at most 0.01 (dynamic: 0.015)": "succeed",
}
"""Columns of the table of all models."""

CLAIMS = (
    *(
        claim
        for name, (words, published) in STATIC.items()
        for claim in (_claim(name, words, published, 300, 0.01), _left(name, words))
    ),
    *(
        Claim(
            PAPER,
            f"{WHO[name]}, put in by {INJECTED[injection]}: share that succeeds",
            "it takes over (no figure)",
            f"takeover-{name}",
            f"share of successes when injected as {injection}",
        )
        for name, injections in OTHERWISE.items()
        for injection in injections
    ),
    Claim(
        PAPER,
        "old cells that count nothing: injections of 32 that leave no old cell",
        "it never takes over",
        "takeover-red-without-old",
        LEFT,
        at_most=0,
        why=WAITING,
    ),
    Claim(
        PAPER,
        "one trained from a 10 % spray, put in as a square: share that succeeds (ours fails as a spray, too)",
        "it does not generalise",
        "takeover-red-sprayed",
        "share of successes when injected as square:2",
        why=WAITING,
    ),
    *(_claim(name, *words, 500, 0.015) for name, words in DYNAMIC.items()),
    *(
        Claim(
            PAPER,
            f"{words}: share that succeeds",
            "it takes over (a film)",
            f"takeover-{name}",
            f"share of successes when injected as {square}",
            at_least=0.9,
            why="trained with a spray alone; a thousand iterations more with the square did not do it",
        )
        for name, (words, square) in SQUARES.items()
    ),
    *(
        Claim(
            PAPER,
            f"near weights (Fig. 15), {WAYS[way][0]}, {SHARE} % injected: cosine",
            f"{PUBLISHED[way]['cosine'][SHARES.index(SHARE)]:.2g}",
            "takeover-near-weights",
            f"{WAYS[way][0]}, {SHARE} % injected: {FIGURES['cosine']}",
            **bar,
            why=WAITING,
            recipe=f"takeover/{run_name(way, SHARE)}",
        )
        for way, bar in NEAR.items()
    ),
)
