"""What the articles report of adversaries; where they show pictures only, the figure of the authors' own weights."""

from training.claims import Claim

PAPER = "Adversarial Reprogramming of Neural Cellular Automata (2021)"
SCOPE = "Expanding the Scope of Neural Cellular Automata (2022)"
WAITING = "not trained yet"
SAYING = "cells that say the goal, 50 steps after"
THERE, HERE = 7.7e-3, 8.6e-3
"""Loss of the host left alone, against the authors' red lizard and against ours, which is drawn anew."""
FARTHER = "doing nothing costs 7.7e-3 there, 8.6e-3 here, where the red lizard is drawn anew"
LOST = "loss 200 steps after the injection, mean of 16 masks"
PLACED = {
    "greedy": ("in their best places", "the best next one each"),
    "stroke-junctions": ("where strokes meet", "where strokes meet"),
    "random": ("anywhere", "at random"),
}
"""Result of each placement: what it is, and how its rows call it."""
DEFENCE = {
    "adversarial-mnist-to-8-on-guarded": "10 % adversaries among digits trained with them around: cells that say 8",
    "adversarial-mnist-guarded-to-8": "10 % adversaries trained against those: cells that say 8",
}
WISHED = "a wish (no figure)"
TWO = "two turn one character, and many others (a figure)"
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
        "10 % adversaries make digits say 8: cells that do",
        "0.987 (their weights, 100 digits)",
        "adversarial-mnist-to-8",
        SAYING,
        at_least=0.987,
        why="nearer than a hundred digits could tell; ours is of the 10,000",
    ),
    Claim(
        PAPER,
        "1 % adversaries among digits: cells that say 8",
        "0.44 (their weights, 100 digits, 34 of them without an adversary)",
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
    Claim(
        PAPER,
        "one adversary in its best place: digits that turn",
        WISHED,
        "adversarial-mnist-to-8-greedy",
        f"images that turn with 1 adversary at most, {PLACED['greedy'][1]}",
    ),
    *(Claim(SCOPE, words, WISHED, result, SAYING, why=WAITING) for result, words in DEFENCE.items()),
    Claim(
        SCOPE,
        "what that costs the digits: cells that are right, step 200",
        WISHED,
        "mnist-mnist-guarded",
        "cells that are right, step 200",
    ),
    *(
        Claim(
            SCOPE,
            f"two adversaries {words}: digits that turn",
            TWO,
            f"adversarial-mnist-to-8-{name}",
            f"images that turn with 2 adversaries at most, {row}",
        )
        for name, (words, row) in PLACED.items()
    ),
    Claim(
        SCOPE,
        f"10 % adversaries make characters say one of them, the authors' KMNIST model, {FEW}",
        "0.994 (their weights)",
        "adversarial-kmnist-to-8",
        SAYING,
        at_least=0.994,
        why=WAITING,
    ),
    Claim(
        SCOPE,
        "one adversary in its best place of a KMNIST character: those that turn",
        f"not given; {TWO}",
        "adversarial-kmnist-to-8-greedy",
        f"images that turn with 1 adversary at most, {PLACED['greedy'][1]}",
        picture="docs/adversaries-kmnist.png",
    ),
    *(
        Claim(
            SCOPE,
            f"two adversaries {words} of a KMNIST character: those that turn",
            TWO,
            f"adversarial-kmnist-to-8-{name}",
            f"images that turn with 2 adversaries at most, {PLACED[name][1]}",
        )
        for name, (words, _) in PLACED.items()
        if name != "greedy"
    ),
    Claim(
        SCOPE,
        "10 % adversaries make clothes say bag: cells that do",
        "not given (a curve of the training's loss)",
        "adversarial-fashion_mnist-to-8",
        SAYING,
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
        f"2.3e-3 to 2.6e-3 (their weights, single runs; {FARTHER})",
        "adversarial-red-60pct",
        LOST,
        at_most=2.6e-3 * HERE / THERE,
        why="3,400 iterations of three stages; the original loops up to 100,000",
        picture="docs/adversaries-red.png",
    ),
    Claim(
        PAPER,
        "10 % adversaries make the lizard red: loss after 200 steps",
        f"fails: 6.8e-3 (their weights; {FARTHER})",
        "adversarial-red",
        LOST,
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
