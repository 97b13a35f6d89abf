"""Names of data sets and patterns, as they are written for people."""

from nca_tf.data.datasets import SOURCES


def title_of(name: str) -> str:
    """A lower-case name as a title: "fashion_mnist-5x5" as "Fashion-MNIST, 5x5", "red-lizard" as "Red lizard"."""
    start, _, rest = name.partition("-")
    known = SOURCES[start].title if start in SOURCES else None
    words = (rest if known else name).replace("-", " ").replace("_", " ")
    return ", ".join(filter(None, (known, words))) if known else words.capitalize()
