"""What the paper on the NCA manifold reports: losses over sets of pictures."""

from training.claims import Claim
from training.ncam.evaluation import PAPER as LOSSES

PAPER = "Neural Cellular Automata Manifold (2020)"
WAITING = "not trained yet"
OVER_THE_SET = "loss over the set, without letter errors"
SETS = {
    "emoji": "all emoji (2924 there, 3015 here)",
    "chars": "96 characters",
    "emotions": "103 faces",
    "heads": "858 heads",
    "variety": "684 other emoji",
    "cifar10": "CIFAR-10",
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
        why=WAITING,
    )


CLAIMS = (
    Claim(
        PAPER,
        "96 characters, continuous code, stochastic",
        "not given (with letters: loss 0.00976)",
        "ncam-chars-continuous",
        OVER_THE_SET,
        picture="docs/manifold-grown.webp",
    ),
    *(_claim(name, loss) for name, loss in LOSSES.items()),
    *(
        Claim(
            PAPER,
            f"{SETS['emoji']}, continuous code of {size} numbers in place of 512, stochastic",
            f"loss {loss:.5f}",
            f"ncam-emoji-continuous-{size}",
            OVER_THE_SET,
            at_most=loss,
            why=WAITING,
        )
        for size, loss in {256: 0.02302, 1024: 0.01584}.items()
    ),
)
