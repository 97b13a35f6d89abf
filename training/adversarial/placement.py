"""How few adversaries turn an image when they are placed well: the 2021 article's open question, target set selection.

Cells of an image talk until they agree; then adversaries appear, and 100 steps later the image has turned if most of
the host's own cells say the goal. Three ways to choose them: at random; where strokes meet, as the 2022 paper found by
hand; and greedily, each the best next one of all living cells, tried one by one, and then judged with other draws.
"""

from typing import Any

import numpy as np

from nca_tf.data.datasets import LabelledImages
from nca_tf.families.adversarial.automaton import InjectedCA
from nca_tf.families.mnist.automaton import GREY
from nca_tf.files.errors import InputError
from nca_tf.files.result_files import Row
from training.mnist.figures import first_of_each
from training.progress import Report, counted, say_nothing

PLACEMENTS = ("random", "greedy", "stroke-junctions")
EACH = 3
"""Images of each class, the goal's left out."""
MOST = 5
"""Adversaries that are tried in an image."""
SETTLED, STEPS = 100, 100
"""Steps until cells agree, and with adversaries."""
RING = 3
"""Distance at which the strokes that leave a cell are counted."""
TURNED = 0.5
"""Share of the host's own cells that say the goal in an image that has turned."""
AT_ONCE = 256
"""Images that are tried side by side."""
APART = 3
"""Cells between two junctions that are both chosen, at least."""


def checked_placement(name: str) -> str:
    """One of `PLACEMENTS`; raises InputError for anything else."""
    if name not in PLACEMENTS:
        raise InputError(f"placement is {name!r}; one of {', '.join(PLACEMENTS)} was expected; correct --placement.")
    return name


def strokes_at(living: np.ndarray) -> np.ndarray:
    """How many strokes leave each cell: runs of living cells on the square ring at the distance `RING`, int [h, w].

    Args:
      living: bool [height, width].
    """
    side = 2 * RING
    edge = [(0, at) for at in range(side)] + [(at, side) for at in range(side)]
    edge += [(side, side - at) for at in range(side)] + [(side - at, 0) for at in range(side)]
    padded = np.pad(living, RING)
    height, width = living.shape
    ring = np.stack([padded[y : y + height, x : x + width] for y, x in edge])
    return (ring & ~np.roll(ring, 1, axis=0)).sum(axis=0) * living


def at_junctions(living: np.ndarray) -> list[int]:
    """Flat cells where most strokes meet, the fullest surroundings first among equals, some cells apart."""
    near = np.pad(living, 2).astype(int)
    height, width = living.shape
    around = sum(near[y : y + height, x : x + width] for y in range(5) for x in range(5))
    chosen: list[int] = []
    for cell in np.argsort(-(100 * strokes_at(living) + around).ravel(), kind="stable"):
        y, x = divmod(int(cell), width)
        far = all(max(abs(y - other // width), abs(x - other % width)) > APART for other in chosen)
        if living[y, x] and far:
            chosen.append(int(cell))
        if len(chosen) == MOST:
            break
    return chosen


def at_random(living: np.ndarray, rng: np.random.Generator) -> list[int]:
    """Flat living cells in any order."""
    cells = np.flatnonzero(living)
    return rng.permutation(cells)[:MOST].tolist()


class Tries:
    """Tells how many of the images' own cells say the goal when some are adversaries.

    Args:
      model: adversaries on a self-classifying host.
      states: [images, height, width, channels], cells that agree.
      goal: what is to be said.
    """

    def __init__(self, model: InjectedCA, states: np.ndarray, goal: int):
        self.model, self.states, self.goal = model, states, goal
        self.living = states[..., GREY] > model.host.alive_threshold

    def shares(self, images: list[int], sets: list[list[int]], random_seed: int = 1) -> np.ndarray:
        """Share of the host's own living cells that say the goal, [sets], each in one image with a set of flat cells.

        Args:
          images: the image of each set.
          sets: which of its cells are adversaries.
        """
        found = []
        for first in range(0, len(sets), AT_ONCE):
            # Always as many at once: other extents would be traced anew. The rest repeats the first one.
            chunk = [*range(first, min(first + AT_ONCE, len(sets)))]
            rows = chunk + [first] * (AT_ONCE - len(chunk))
            found.append(self._shares(np.array(images)[rows], [sets[row] for row in rows], random_seed)[: len(chunk)])
        return np.concatenate(found)

    def _shares(self, images: np.ndarray, sets: list[list[int]], random_seed: int) -> np.ndarray:
        living = self.living[images]
        masks = np.zeros((len(sets), living[0].size), bool)
        for row, cells in enumerate(sets):
            masks[row, cells] = True
        masks = masks.reshape(living.shape)
        final = self.model.rollout(self.states[images], STEPS, random_seed, shards=2, adversaries=masks)
        said = self.model.host.outputs(final).numpy().argmax(axis=-1) == self.goal
        own = living & ~masks
        return (said & own).sum(axis=(1, 2)) / np.maximum(own.sum(axis=(1, 2)), 1)

    def in_order(self, orders: list[list[int]]) -> np.ndarray:
        """`shares` of the first one, the first two, ... of an order for each image, with new draws, [images, MOST]."""
        images = [image for image in range(len(orders)) for _ in range(MOST)]
        sets = [order[:count] for order in orders for count in range(1, MOST + 1)]
        return self.shares(images, sets, random_seed=2).reshape(-1, MOST)

    def greedily(self, report: Report = say_nothing, most: int = MOST) -> list[list[int]]:
        """Flat cells of each image in an order in which each is the best next one, also after the image has turned.

        Args:
          most: how many of each.
        """
        orders: list[list[int]] = [[] for _ in self.states]
        for _ in counted(range(most), "measuring: the best next adversary", report):
            tried = [
                (image, [*order, cell])
                for image, order in enumerate(orders)
                for cell in np.flatnonzero(self.living[image]).tolist()
                if cell not in order
            ]
            if not tried:
                break
            images, sets = map(list, zip(*tried, strict=True))
            found = self.shares(images, sets)
            for image in set(images):
                own = [row for row, other in enumerate(images) if other == image]
                best = own[int(found[own].argmax())]
                orders[image] = sets[best]
        return orders


def settled(model: InjectedCA, data: LabelledImages) -> np.ndarray:
    """States of images whose cells have talked until they agree, [images, height, width, channels]."""
    return model.host.rollout(model.host.image_state(data.images), SETTLED, random_seed=0).numpy()


def measured(
    model: InjectedCA, data: LabelledImages, goal: int, placement: str, report: Report = say_nothing
) -> dict[str, Any]:
    """How many images turn.

    Returns:
      turned: share of images that turn with at most 1, 2, ... adversaries, [MOST]; images, how many.
    """
    chosen = first_of_each(data, model.host.classes, EACH)
    chosen = chosen[np.flatnonzero(chosen.labels != goal)]
    report(f"measuring: adversaries placed {placement}")
    tries, rng = Tries(model, settled(model, chosen), goal), np.random.default_rng(0)
    if placement == "greedy":
        orders = tries.greedily(report)
    elif placement == "random":
        orders = [at_random(living, rng) for living in tries.living]
    else:
        orders = [at_junctions(living) for living in tries.living]
    shares = tries.in_order(orders)
    turned = np.maximum.accumulate(shares > TURNED, axis=1)
    return {"turned": turned.mean(axis=0).tolist(), "images": len(chosen)}


def rows(found: dict[str, Any], placement: str) -> list[Row]:
    """Rows for RESULTS.md."""
    words = {"greedy": "the best next one each", "random": "at random", "stroke-junctions": "where strokes meet"}
    return [
        Row(f"images that turn with {count} adversar{'y' if count == 1 else 'ies'} at most, {words[placement]}", share)
        for count, share in enumerate(found["turned"], start=1)
    ] + [Row("images", found["images"])]
