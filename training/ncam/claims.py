"""What the paper on the NCA manifold reports: losses over sets of pictures."""

from training.claims import Claim
from training.ncam.evaluation import WITHOUT_BORDER
from training.ncam.orderings import NAME, ORDERINGS, Ordering, mean_row, verdict_row
from training.ncam.published import ABLATIONS, BY_SET, CODE_SIZES

PAPER = "Neural Cellular Automata Manifold (2020)"
WAITING = "not trained yet"
WHY = {"emoji-continuous-stochastic": "20,000 iterations, the first half 69 minutes of two cores: still falling"}
RAN_AWAY = "one of two seeds ran away, a state of millions after 164 iterations: there is no spread to compare with"
LEFT_OUT = {"no-leaky": "no leak factors", "no-norm": "no instance norm", "no-slices": "no summary by slices"}
LETTERS = "chars-dna-stochastic"
OVER_THE_SET = "loss over the set, without letter errors"
PICTURES = {"emoji-continuous-stochastic": "docs/manifold-emoji.webp"}
SETS = {
    "emoji": "all emoji (2924 there, 3015 here)",
    "chars": "96 characters",
    "emotions": "103 faces",
    "heads": "858 heads",
    "variety": "684 other emoji",
    "cifar10": "CIFAR-10 (50,000 pictures there, 2,000 here)",
}


def _claim(name: str, loss: float) -> Claim:
    data, code, update = name.split("-")
    noise = code == "dna"
    return Claim(
        PAPER,
        f"{SETS[data]}, {code} code, {update}" + (", half of the letters replaced" if noise else ""),
        f"loss {loss:.5f}",
        f"ncam-{name.removesuffix('-stochastic')}",
        "loss with half of the letters replaced at random" if noise else OVER_THE_SET,
        at_most=loss,
        why=WHY.get(name, WAITING),
        picture=PICTURES.get(name, ""),
    )


def _ordering(ordering: Ordering) -> Claim:
    return Claim(
        PAPER,
        f"mean losses at 32x32, {ordering.words}" + (", alike" if ordering.close else ", worse"),
        f"{ordering.published:.2f} times (64x64)" if ordering.published else "not given (worse, of the losses as such)",
        NAME,
        mean_row(ordering),
        why=RAN_AWAY if ordering.worse.endswith("no-leaky") else WAITING,
        verdict=verdict_row(ordering),
    )


OVERVIEW = {
    OVER_THE_SET: "loss",
    "loss with half of the letters replaced at random": "half of the letters replaced",
    "loss of the mean picture": "mean picture",
    "share of grown pictures nearest to their own target": "nearest to their own",
    "by which codes of others are worse, times": "others' codes, times worse",
}
"""Columns of the table of all models."""

CLAIMS = (
    Claim(
        PAPER,
        "96 characters, continuous code, stochastic",
        "not given (with letters: loss 0.00976)",
        "ncam-chars-continuous",
        OVER_THE_SET,
        picture="docs/manifold-grown.webp",
    ),
    Claim(
        PAPER,
        "96 characters, continuous code, stochastic: loss where the target is transparent",
        "remarkably few artifacts (pictures)",
        "ncam-chars-continuous",
        "loss where the target is transparent",
    ),
    *(_claim(name, loss) for name, loss in BY_SET.items()),
    Claim(
        PAPER,
        "96 characters with letters, without the border that is empty in all pictures here",
        f"loss {BY_SET[LETTERS]:.5f}, border and all",
        "ncam-chars-dna",
        WITHOUT_BORDER,
        at_most=BY_SET[LETTERS],
        why="the paper's pictures were made of larger ones and have a smaller border, or none",
    ),
    *(
        Claim(
            PAPER,
            f"{SETS['emoji']}, continuous code of {size} numbers in place of 512, stochastic (the paper names neither)",
            f"loss {loss:.5f}",
            f"ncam-emoji-continuous-{size}",
            OVER_THE_SET,
            at_most=loss,
            why=WAITING,
        )
        for size, loss in CODE_SIZES.items()
    ),
    *(
        Claim(
            PAPER,
            f"{SETS['variety']}, letters, {words}",
            f"loss {ABLATIONS[without]:.4f}",
            f"ncam-variety-dna-{without}",
            "loss with half of the letters replaced at random",
            at_most=ABLATIONS[without],
            why=WAITING,
        )
        for without, words in LEFT_OUT.items()
    ),
    *map(_ordering, ORDERINGS),
    Claim(
        PAPER,
        f"{SETS['emoji']}, cells of 32 channels",
        "pictures only (a figure)",
        "ncam-emoji-continuous-32-channels",
        OVER_THE_SET,
        why=WAITING,
    ),
    Claim(
        PAPER,
        "an automaton of one picture of 64x64 pixels",
        "loss about 1e-3",
        "growing-lizard-64x64",
        "loss after 96 steps",
        at_most=1e-3,
        why=WAITING,
    ),
    Claim(
        PAPER,
        "genetic engineering: letters that a group shares, put into other pictures",
        "a figure",
        page="docs/ncam.md#results",
        picture="docs/manifold-letters.webp",
    ),
    Claim(
        PAPER,
        "beyond the paper: between two codes",
        "not tried",
        page="docs/ncam.md#results",
        picture="docs/manifold-between.webp",
    ),
)
