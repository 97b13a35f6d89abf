"""What the articles report of adversaries; where they show pictures only, the figure of the authors' own weights."""

from training.claims import Claim

PAPER = "Adversarial Reprogramming of Neural Cellular Automata (2021)"
SCOPE = "Expanding the Scope of Neural Cellular Automata (2022)"
WAITING = "not trained yet"
SAYING = "cells that say the goal, 50 steps after"
LOST = "loss 200 steps after the injection, mean of 16 masks"
PLACED = {
    "greedy": ("in its best place", "the best next one each"),
    "stroke-junctions": ("where strokes meet", "where strokes meet"),
    "random": ("anywhere", "at random"),
}
"""Result of each placement: what it is, and how its rows call it."""
DEFENCE = {
    "adversarial-mnist-to-8-on-guarded": "10 % adversaries among digits trained with them around: cells that say 8",
    "adversarial-mnist-guarded-to-8": "10 % adversaries trained against those: cells that say 8",
}
WISHED = "a wish (no figure)"
FEW = "trained on 250 of the 300 images at hand"

OVERVIEW = {
    SAYING: "digits: say the goal, 50 steps after",
    "cells that are right, before": "right before",
    "cells that are right, 100 steps after": "right 100 after",
    LOST: "pictures: loss at 200",
    "loss 4000 steps after the injection, mean of 16 masks": "at 4,000",
    "loss of the host left alone, 200 steps on": "host alone",
}
"""Columns of the table of all models."""

CLAIMS = (
    Claim(
        PAPER,
        "10 % adversaries make digits say 8",
        "almost all",
        "adversarial-mnist-to-8",
        SAYING,
        at_least=0.98,
        why=WAITING,
    ),
    Claim(
        PAPER,
        "1 % adversaries among digits: cells that say 8",
        "0.44 (their weights)",
        "adversarial-mnist-to-8",
        "cells that say the goal, 50 steps after 1 % of the grid turned (some images have no adversary)",
        at_least=0.44,
    ),
    Claim(
        PAPER,
        "adversaries taken out of digits: cells that are right 100 steps later",
        "0.84 (their weights)",
        "adversarial-mnist-to-8",
        "cells that are right, 100 steps after",
        at_least=0.84,
        picture="docs/adversaries-digits.webp",
    ),
    *(Claim(PAPER, words, WISHED, result, SAYING, why=WAITING) for result, words in DEFENCE.items()),
    Claim(
        PAPER,
        "what that costs the digits: cells that are right, step 200",
        WISHED,
        "mnist-mnist-guarded",
        "cells that are right, step 200",
    ),
    *(
        Claim(
            SCOPE,
            f"one adversary {words}: digits that turn",
            "a KMNIST character needs one or two (a figure)",
            f"adversarial-mnist-to-8-{name}",
            f"images that turn with 1 adversary at most, {row}",
        )
        for name, (words, row) in PLACED.items()
    ),
    Claim(
        SCOPE,
        f"10 % adversaries make characters say one of them, the authors' KMNIST model, {FEW}",
        "almost all",
        "adversarial-kmnist-to-8",
        SAYING,
        at_least=0.98,
        why=WAITING,
    ),
    *(
        Claim(
            SCOPE,
            f"one adversary {words} of a KMNIST character: those that turn",
            "one or two are enough (a figure)",
            f"adversarial-kmnist-to-8-{name}",
            f"images that turn with 1 adversary at most, {row}",
            picture="docs/adversaries-kmnist.png" if name == "greedy" else "",
        )
        for name, (words, row) in PLACED.items()
    ),
    Claim(
        SCOPE,
        "10 % adversaries make clothes say bag",
        "almost all",
        "adversarial-fashion_mnist-to-8",
        SAYING,
        at_least=0.98,
        why=WAITING,
    ),
    Claim(
        PAPER,
        "10 % adversaries take the lizard's tail: loss after 200 steps",
        "2.4e-3 (their weights)",
        "adversarial-tailless",
        LOST,
        at_most=2.4e-3,
        why="slower: our host resists longer; later it is ahead, see the next line",
    ),
    Claim(
        PAPER,
        "the same after 4,000 steps (the article: it can become unstable)",
        "9.0e-3 (their weights; 3.7e-3 is doing nothing)",
        "adversarial-tailless",
        "loss 4000 steps after the injection, mean of 16 masks",
        at_most=9.0e-3,
        picture="docs/adversaries-lizard.webp",
    ),
    Claim(
        PAPER,
        "the same after 10,000 steps, as long as the article's film",
        "1.7e-2 (their weights)",
        "adversarial-tailless",
        "loss 10000 steps after the injection, mean of 16 masks",
        at_most=1.7e-2,
    ),
    Claim(
        PAPER,
        "60 % adversaries make the lizard red: loss after 200 steps",
        "2.3e-3 to 2.6e-3 (their weights, single runs)",
        "adversarial-red-60pct",
        LOST,
        at_most=2.6e-3,
        why="3,400 iterations of three stages; the original loops up to 100,000",
        picture="docs/adversaries-red.png",
    ),
    Claim(
        PAPER,
        "10 % adversaries make the lizard red: loss after 200 steps",
        "fails: 6.8e-3 (their weights)",
        "adversarial-red",
        LOST,
        at_most=6.8e-3,
        why="fails, as published: it hardly does better than nothing",
    ),
    Claim(
        PAPER,
        "the same, begun with those that were trained as 60 %",
        "not given",
        "adversarial-red-from-60pct",
        LOST,
    ),
    *(
        Claim(
            PAPER,
            f"adversaries trained as 60 % are {share} % of the lizard: loss after 200 steps",
            "not given" if share == 10 else "unstable (no figure)",
            f"adversarial-red-60pct-0.{share // 10}",
            LOST,
            why=WAITING,
        )
        for share in (10, 20, 30)
    ),
)
