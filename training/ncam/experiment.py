"""What is trained and how: codes and automata of a whole set of pictures at once.

The paper states neither optimizer nor schedule nor steps; the choices here are those of the experiments that trained,
and docs/ncam.md numbers them.
"""

import dataclasses
import functools
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from nca_tf.families.ncam.automaton import ManifoldCA
from nca_tf.families.ncam.encoder import CATEGORIES, NONE
from nca_tf.files.errors import InputError
from training.configuration import MAX_ITERATIONS, Configuration, setting
from training.engine import Objective, clip_together
from training.family import SHOWN, Batch, FamilyExperiment
from training.figures import before_and_after
from training.ncam import codes, evaluation, figures
from training.ncam.optimizer import FusedAdam, WarmCosine
from training.ncam.pictures import load_pictures, set_name, shown, usual_colours, usual_size
from training.progress import Report

FIRE_RATES = {"stochastic": 0.5, "synchronous": 1.0}
CLIPPED_NORM = 1.0
STEPS_OF_SIDE = 0.5
"""Steps of a rollout for each pixel along a side, where none are asked for: news travel a cell a step at most, from the
seed in the middle and from all borders."""


@dataclasses.dataclass(frozen=True)
class NcamConfig(Configuration):
    """Settings of one training."""

    data: str = setting(
        "chars", "emoji, chars, emotions, heads, variety, cifar10, or a folder of equally large pictures"
    )
    code: str = setting("continuous", "numbers, or letters of an alphabet of four", choices=("continuous", "dna"))
    update: str = setting("stochastic", "half of the cells update in a step, or all of them", choices=tuple(FIRE_RATES))
    code_size: int = setting(512, "numbers in a continuous code", at_least=1, at_most=4096)
    channels: int = setting(16, "values in a cell's state", at_least=5, at_most=256)
    hidden: int = setting(128, "width of each automaton's hidden layer", at_least=1, at_most=1024)
    size: int | None = setting(None, "pixels a side (default: 64; cifar10 32)", at_least=8, at_most=256)
    colours: int | None = setting(None, "4 for RGBA, 3 for RGB (default: 4; cifar10 3)", choices=(3, 4))
    limit: int | None = setting(None, "train on so many pictures only, the first ones", at_least=2)
    rollout_steps: int | None = setting(
        None, "steps of a rollout (default: half as many as pixels a side)", at_least=1, at_most=1000
    )
    batch_size: int = setting(8, "pictures in one iteration", at_least=1, at_most=1024)
    learning_rate: float = setting(
        1e-3,
        "highest step size of Adam; it falls along half a cosine until --iterations, so more of these, given to a run "
        "that has ended, let it rise again",
        above=0.0,
    )
    warm_up: int = setting(100, "iterations until the step size is reached", at_least=0, at_most=MAX_ITERATIONS)
    letter_errors: float = setting(
        0.5, "share of a code's letters replaced by random ones (dna only)", at_least=0.0, at_most=1.0
    )
    leaky: bool = setting(True, "leak factors in residual blocks and updates")
    norm: bool = setting(True, "normalise the sensed gradients over each picture")
    slices: bool = setting(True, "the encoder's means over single axes")

    def __post_init__(self):
        super().__post_init__()
        if self.code != "dna":
            self.refuse(["letter_errors"], f"the code is {self.code}")

    def default_name(self) -> str:
        """`chars-continuous`, `chars-dna-synchronous`; the name of the folder for pictures of one's own."""
        synchronous = "-synchronous" if self.update == "synchronous" else ""
        return f"{set_name(self.data).removesuffix('/')}-{self.code}{synchronous}"


class PictureLoss(Objective):
    """Mean squared difference between what grows from a picture's code and the picture, after the last step."""

    def controls(self, pictures: tf.Tensor, replaced: tf.Tensor | None = None) -> dict[str, Any]:
        return {"pictures": pictures, "replaced": replaced}

    def loss(self, state: tf.Tensor, observed: tuple, pictures: tf.Tensor, replaced: Any = None) -> tf.Tensor:
        colours = pictures.shape[-1]
        grown = tf.split(state, [colours, state.shape[-1] - colours], axis=-1)[0]
        return tf.reduce_mean(tf.square(grown - pictures), axis=(1, 2, 3))


def random_letters(count: int, letters: int, share: float, rng: np.random.Generator) -> np.ndarray:
    """Replacements of letters, int8 [count, letters]: a random one of the four where it is replaced, else `NONE`."""
    by = rng.integers(0, CATEGORIES, (count, letters), np.int8)
    return np.where(rng.random((count, letters), np.float32) < share, by, np.int8(NONE))


class NcamExperiment(FamilyExperiment):
    """One training of a manifold."""

    family, config_class = "ncam", NcamConfig
    transform = staticmethod(clip_together(CLIPPED_NORM))

    def prepare(self) -> None:
        config = self.config
        size = config.size or usual_size(config.data)
        colours = config.colours or usual_colours(config.data)
        if config.channels <= colours:
            raise InputError(
                f"channels is {config.channels} and pictures have {colours} colours; hidden channels were expected "
                "beside them; raise --channels."
            )
        self.set = load_pictures(config.data, size, colours, config.limit)
        if config.batch_size > len(self.set):
            raise InputError(
                f"batch_size is {config.batch_size} and there are {len(self.set)} pictures; a batch has different "
                "ones; lower --batch-size."
            )
        self.inputs["data"] = self.set.sha256

    @property
    def max_steps(self) -> int:
        config = self.config
        return config.rollout_steps or round(STEPS_OF_SIDE * self.set.pictures.shape[1])

    def make_model(self) -> ManifoldCA:
        config, (_, size, _, colours) = self.config, self.set.pictures.shape
        return ManifoldCA(
            code=config.code,
            code_size=config.code_size,
            size=size,
            colours=colours,
            channels=config.channels,
            hidden=config.hidden,
            fire_rate=FIRE_RATES[config.update],
            steps=self.max_steps,
            leaky=config.leaky,
            norm=config.norm,
            slices=config.slices,
        )

    def make_optimizer(self) -> keras.optimizers.Optimizer:
        return FusedAdam(WarmCosine(self.config.learning_rate, self.config.warm_up, self.config.iterations))

    def make_objective(self) -> Objective:
        size = self.set.pictures.shape[1]
        self._seeds = self.model.seed_state(self.config.batch_size, size, size).numpy()
        return PictureLoss()

    def wanted(self) -> tuple[str, str]:
        return "a manifold of the same sizes", "--data, --code, --code-size, --channels, --hidden and --size"

    def iterate(self, iteration: int) -> dict[str, float]:
        self._iteration = iteration
        return super().iterate(iteration)

    def draw_batch(self, rng: np.random.Generator) -> Batch:
        """Pictures in turn, in another order each time round, so that each is seen equally often."""
        config, count = self.config, len(self.set)
        first = self._iteration * config.batch_size
        places = range(first, first + config.batch_size)
        chosen = [order(config.random_seed, at // count, count)[at % count] for at in places]
        self._shown = self.set.pictures[chosen]
        extras = {"pictures": self._shown}
        if config.code == "dna":
            letters = self.model.code_shape[0]
            extras["letters"] = random_letters(config.batch_size, letters, config.letter_errors, rng)
        return Batch(self._seeds, extras=extras)

    def describe(self) -> dict[str, Any]:
        config = self.config
        name = set_name(config.data)
        own = {"target_set": name, "update": config.update}
        if name.endswith("/"):
            own["target_set_sha256"] = self.set.sha256
        return {**own, "limit": config.limit, "letter_errors": config.letter_errors if config.code == "dna" else 0.0}

    def show(self, states: np.ndarray) -> np.ndarray:
        return shown(states[..., : self.model.colours])

    def pictures(self) -> dict[str, np.ndarray]:
        """The last batch: what was to grow, and what grew."""
        if self._last_batch is None:
            return {}
        rows = self._shown[:SHOWN], self._last_batch[1][:SHOWN]
        return {"batch": before_and_after(*(self.show(row) for row in rows))}

    def finish(self, folder: Path, report: Report) -> dict[str, Any]:
        report("writing the codes of all pictures")
        codes.write_codes(self.model, self.set, folder)
        figures.write_all(self.model, self.set, folder / "figures", report)
        return evaluation.measure(self.model, self.set, report)


@functools.lru_cache(2)
def order(random_seed: int, round_number: int, count: int) -> np.ndarray:
    """The order in which `count` pictures are seen in a round."""
    return np.random.default_rng([random_seed, round_number, 1]).permutation(count)
