"""What the articles report of self-classifying digits, clothes and characters."""

from training.charts import Chart
from training.claims import Claim

PAPER = "Self-classifying MNIST Digits (2020)"
SCOPE = "Expanding the Scope of Neural Cellular Automata (2022)"
PICTURES = "web_demo/models/mnist"
KMNIST = "KMNIST, the authors' weights on the 200 images at hand"
RIGHT, AGREE = "cells that are right", "images whose cells agree"
WITHOUT = (
    (
        "digits, cross entropy in place of L2",
        "mnist-variants",
        {RIGHT: "0.953", AGREE: "0.662"},
        "10,000 iterations of the article's 100,000",
    ),
    ("digits, L2 without noise", "mnist-mnist-quiet", {RIGHT: "0.947", AGREE: "0.852"}, "not trained yet"),
)
"""The article's other two ways to train: what differs, where it was measured, its figures, what stands in the way."""
FIGURES_OF = {
    "mnist-variants": [f"cross_entropy, 10000 iterations: {name}_200" for name in ("accuracy", "agreement")],
    "mnist-mnist-quiet": [f"{what}, step 200" for what in (RIGHT, AGREE)],
}

CLAIMS = (
    Claim(
        PAPER,
        "digits: cells that are right, step 200",
        "0.953",
        "mnist-mnist",
        "cells that are right, step 200",
        at_least=0.953,
        picture=f"{PICTURES}/mnist/thumbnail.png",
    ),
    Claim(
        PAPER,
        "digits: images whose cells agree, step 200",
        "0.881",
        "mnist-mnist",
        "images whose cells agree, step 200",
        at_least=0.881,
        picture="docs/digits-curves.png",
    ),
    Claim(
        PAPER,
        "digits: cells that are right 200 steps after the digit changed",
        "as before the change (a curve)",
        "mnist-mnist",
        "cells that are right, 200 steps after a change of image",
        at_least=0.95,
    ),
    *(
        Claim(
            PAPER,
            f"{words}: {what}, step 200",
            published,
            result,
            row,
            at_least=float(published),
            why=why,
        )
        for words, result, rows, why in WITHOUT
        for (what, published), row in zip(rows.items(), FIGURES_OF[result], strict=True)
    ),
    Claim(
        PAPER,
        "beyond the article, cells that see 5x5: cells that are right, step 200",
        "0.953 (3x3)",
        "mnist-mnist-5x5",
        "cells that are right, step 200",
        at_least=0.953,
        picture=f"{PICTURES}/mnist-5x5/thumbnail.png",
    ),
    Claim(
        PAPER,
        "beyond the article, cells that see 5x5: images whose cells agree, step 200",
        "0.881 (3x3)",
        "mnist-mnist-5x5",
        "images whose cells agree, step 200",
        at_least=0.881,
    ),
    Claim(
        SCOPE,
        "Fashion-MNIST, published recipe: cells that are right, step 200",
        "0.808",
        "mnist-fashion_mnist",
        "cells that are right, step 200",
        at_least=0.8081,
        why="the published recipe ends 5 points lower here; a 5x5 neighbourhood passes it",
        picture=f"{PICTURES}/fashion_mnist/thumbnail.png",
    ),
    Claim(
        SCOPE,
        "Fashion-MNIST, 5x5 neighbourhood: cells that are right, step 200",
        "0.808 (3x3)",
        "mnist-fashion_mnist-5x5-long",
        "cells that are right, step 200",
        at_least=0.8081,
        picture=f"{PICTURES}/fashion_mnist-5x5-long/thumbnail.png",
    ),
    Claim(
        SCOPE,
        "Fashion-MNIST, 5x5: images whose cells agree, step 200",
        "0.66 to 0.67 (3x3, read from a figure)",
        "mnist-fashion_mnist-5x5-long",
        "images whose cells agree, step 200",
        at_least=0.67,
    ),
    *(
        Claim(SCOPE, f"{KMNIST}: {what}, step 400", f"{figure} (10,000 images)", "mnist-kmnist-published", row)
        for what, figure, row in (
            (RIGHT, "0.6197", "cells that are right, 200 steps after a change of image"),
            (AGREE, "0.2826", "images whose cells agree, 200 steps after a change"),
        )
    ),
)

OVERVIEW = {
    "cells that are right, step 200": "cells that are right",
    "images whose cells agree, step 200": "images whose cells agree",
    "cells that are right, 200 steps after a change of image": "cells, 200 steps after a change of image",
}
"""Of the overview's table: row of the results -> column."""
CHARTS = (
    Chart("classes", "Cells that are right, by class", {"cells that are right, class (.+)": r"\1"}),
    Chart("parts", "Images whose cells agree, by connected parts", {"images that agree, of (.+)": r"\1"}),
)
