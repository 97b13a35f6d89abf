"""The NCA manifold: one network makes an automaton of every code, and a code of every picture (Hernandez Ruiz, Vilalta,
Moreno-Noguer 2020, "Neural Cellular Automata Manifold").

No code of the authors exists; what the paper leaves open is chosen here and listed in docs/ncam.md.
"""

import functools
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.cells.contract import Cells, Draws, Weights, Where
from nca_tf.cells.dense import DenseGrid
from nca_tf.cells.live import LiveCells
from nca_tf.cells.page import Page
from nca_tf.cells.perception import Sensors
from nca_tf.cells.proposals import Proposal
from nca_tf.cells.quality import Quality
from nca_tf.cells.rule import DenseRule, apply_dense
from nca_tf.families.ncam import encoder
from nca_tf.families.ncam.blocks import LEAK, Start, leak, leak_start
from nca_tf.families.ncam.draws import OfImage
from nca_tf.families.ncam.firing import FiringCells
from nca_tf.families.ncam.genome import filters_first, genome_of, norm_of, normalised, predict, predictor_starts
from nca_tf.families.ncam.signatures import ncam_signatures
from nca_tf.files.errors import InputError

CODES = ("continuous", "dna", "none")
SENSORS = Sensors(0.0)
AT_ONCE = 8
"""Pictures that `grow` grows together; on a CPU each of these has a loop of its own in the graph."""
FIRING = "firing"
"""The form in which a rollout of the form "live" is computed, image by image."""


@keras.saving.register_keras_serializable(package="nca_tf")
class ManifoldCA(CellularAutomaton):
    """Automata as many as codes: channels 0-2 premultiplied RGB, 3 alpha (not of RGB pictures), the rest hidden.

    Control of a rollout: `codes`, one for each image, as `encode` gives them: [code_size] numbers, or letters
    [16 * code_size, 4] of an alphabet of four, the share of each. A model with the code "none" is one automaton of its
    own, such as `genome` takes out of a manifold.

    Args:
      code: "continuous", "dna" or "none".
      code_size: numbers in a continuous code; a letter code has 16 letters for each.
      size: pixels along each side of a picture.
      colours: 4 for RGBA or 3 for RGB.
      channels: values in a cell's state.
      hidden: width of an automaton's hidden layer.
      fire_rate: probability that a cell updates in a step: 0.5 (stochastic) or 1.0 (synchronous).
      steps: after so many a picture is grown.
      leaky: whether residual blocks and updates have leak factors.
      norm: whether the sensed gradients are normalised over each image.
      slices: whether the encoder keeps means over single axes beside those over space.
      edges: "zero" or "wrap".

    Example:
      >>> manifold = nca_tf.load("ncam/chars-continuous")
      >>> codes = manifold.hedge(manifold.encode(pictures))
      >>> grown = manifold.grow(codes)
      >>> one = manifold.genome(codes[0])
      >>> state = one.rollout(one.seed_state(1, 64, 64), one.steps)
    """

    family = "ncam"
    limits = (
        "It grows the pictures of the set that it was trained on; of others, or of codes far from theirs, it makes a "
        "blur. Pictures are to be looked at after `steps` steps: what comes later was not trained, nor was healing."
    )
    settings = (
        *("code", "code_size", "size", "colours", "channels", "hidden"),
        *("fire_rate", "steps", "leaky", "norm", "slices", "edges"),
    )

    def __init__(
        self,
        code: str = "continuous",
        code_size: int = 512,
        size: int = 64,
        colours: int = 4,
        channels: int = 16,
        hidden: int = 128,
        fire_rate: float = 0.5,
        steps: int = 48,
        leaky: bool = True,
        norm: bool = True,
        slices: bool = True,
        edges: str = "zero",
        **keywords,
    ):
        super().__init__(channels, fire_rate, edges, **keywords)
        if code not in CODES:
            raise InputError(f"code is {code!r}; expected one of {', '.join(CODES)}; 'continuous' is the plain one.")
        if colours not in (3, 4) or channels <= colours or min(code_size, size, hidden, steps) < 1:
            raise InputError(
                f"colours is {colours}, channels {channels}, code_size {code_size}, size {size}, hidden {hidden} and "
                f"steps {steps}; 3 or 4 colours, more channels than that and positive sizes were expected; correct it."
            )
        self.code, self.code_size, self.size, self.colours = code, int(code_size), int(size), int(colours)
        self.hidden, self.steps = int(hidden), int(steps)
        self.leaky, self.norm, self.slices = bool(leaky), bool(norm), bool(slices)
        if self.code == "none":
            self.rule = DenseRule((3 * channels, hidden, channels), name="rule", dtype=self.dtype_policy)
        self._own = {
            name: self.add_weight(shape=start.shape, initializer=start.initializer, name=name.replace("/", "_"))
            for name, start in self._starts().items()
        }
        self.built = True

    def _starts(self) -> dict[str, Start]:
        """The weights beside those of a lone automaton's rule."""
        starts = {LEAK: leak_start()} if self.leaky else {}
        if self.code == "none":
            return starts
        starts |= encoder.encoder_starts(self.colours, self.size, self.code_size, self.slices, self.leaky)
        if self.code == "dna":
            starts |= encoder.alphabet_starts(self.leaky)
        return starts | predictor_starts(self.code_size, self.channels, self.hidden, self.leaky)

    def named_weights(self) -> dict[str, keras.Variable]:
        return {**(self.rule.named_weights() if self.code == "none" else {}), **self._own}

    @property
    def code_shape(self) -> tuple[int, ...]:
        """Of one picture's code: (512,), or in letters (8192, 4)."""
        if self.code == "dna":
            return (self.code_size * encoder.LETTERS, encoder.CATEGORIES)
        return (self.code_size,)

    @property
    def control_ranks(self) -> Mapping[str, int]:
        return {} if self.code == "none" else {"codes": len(self.code_shape)}

    # From pictures to codes, from codes to automata.

    def encode(self, pictures: tf.Tensor, weights: Mapping[str, tf.Tensor] | None = None) -> tf.Tensor:
        """The codes of pictures.

        Args:
          pictures: [batch, size, size, colours], floats 0..1 or integers 0..255, RGB premultiplied by alpha.
          weights: by the names of `named_weights`, the model's own by default.
        Returns:
          [batch, code_size], or letters [batch, 16 * code_size, 4].
        Raises:
          InputError: the pictures have another shape or other values, or the model has no code.
        """
        self._require_code()
        pictures = encoder.checked_pictures(pictures, (self.size, self.size, self.colours), self.compute_dtype)
        weights = self.weights_now() if weights is None else weights
        code = encoder.encode(pictures, weights, self.slices)
        return encoder.write_letters(code, weights) if self.code == "dna" else code

    def hedge(self, codes: tf.Tensor) -> tf.Tensor:
        """Codes none of whose letters is wrong, as the reader expects them, who learnt among errors; numbers stay."""
        return encoder.hedge(codes) if self.code == "dna" else tf.convert_to_tensor(codes)

    def express(self, codes: tf.Tensor, weights: Mapping[str, tf.Tensor] | None = None) -> dict[str, tf.Tensor]:
        """The weights of the automata that codes stand for, by the names of `genome_shapes`, a row for each code."""
        weights = self.weights_now() if weights is None else weights
        codes = self._checked(codes)
        code = encoder.read_letters(codes, weights) if self.code == "dna" else codes
        return predict(code, weights, self.channels, self.hidden)

    def grow(self, codes: tf.Tensor, steps: int | None = None, random_seed: int = 0) -> tf.Tensor:
        """The pictures that codes [batch, ...] grow into after `steps`: [batch, size, size, colours].

        Raises:
          InputError: `codes` is one code, without a batch, or has another shape.
        """
        codes, count = self._checked(codes), self.steps if steps is None else steps
        parts = []
        for at in range(0, codes.shape[0] or 1, AT_ONCE):
            part = codes[at : at + AT_ONCE]
            start = self.seed_state(part.shape[0], self.size, self.size)
            parts.append(self.rollout(start, count, random_seed + at, codes=part)[..., : self.colours])
        return tf.concat(parts, axis=0)

    def genome(self, code: tf.Tensor) -> "ManifoldCA":
        """The automaton of one code as a model of its own; its second layer has taken in the leak factor.

        Raises:
          InputError: it is not one code, or the model has none.
        """
        self._checked(tf.convert_to_tensor(code)[None])
        config = {name: getattr(self, name) for name in self.settings}
        alone = type(self)(**config | {"code": "none", "leaky": False, "dtype": self.dtype_policy})
        for name, rows in self.prepare(codes=tf.convert_to_tensor(code))["weights"].items():
            alone.named_weights()[name].assign(rows[0])
        return alone

    def _checked(self, codes: tf.Tensor) -> tf.Tensor:
        self._require_code()
        return encoder.checked_codes(codes, self.code_shape, self.compute_dtype)

    def _require_code(self) -> None:
        if self.code == "none":
            raise InputError("this model is one automaton without codes; a manifold was expected; load another model.")

    # One step.

    def prepare(
        self, weights: Any = None, codes: Any = None, pictures: Any = None, replaced: Any = None, genome: Any = None
    ) -> dict[str, Any]:
        """The automata's weights, their leak factor multiplied in, and which values that cells sense are gradients.

        Args:
          codes: [batch, ...], or one for all images.
          pictures: what `encode` takes, in place of codes; so a training sees the encoder too.
          replaced: letters of the pictures' codes that are replaced, see `replace_letters`.
          genome: of one image, what an earlier `prepare` gave for all, filter by filter; then nothing else counts.
        """
        filters = np.arange(3 * self.channels)
        if genome is not None:
            return {"weights": genome, "is_gradient": filters >= self.channels}
        weights = self.weights_now() if weights is None else weights
        if pictures is not None:
            codes = self.encode(pictures, weights)
            codes = codes if replaced is None else encoder.replace_letters(codes, replaced)
        if self.code == "none":
            found = {name: weights[name] for name in self.rule.named_weights()}
        elif codes is None:
            raise InputError(
                "a rollout of a manifold was given no codes; one for each image was expected; pass codes=."
            )
        else:
            codes = codes[None] if codes.shape.rank == len(self.code_shape) else codes
            found = self.express(codes, weights)
        if self.leaky:
            factor = leak(weights, LEAK)
            found |= {name: found[name] * factor for name in ("dense2/kernel", "dense2/bias")}
        return {"weights": found, "is_gradient": filters % 3 > 0}

    def start(self, state: tf.Tensor, form: str) -> DenseGrid | LiveCells | FiringCells:
        return FiringCells(state[0], self.edges) if form == FIRING else super().start(state, form)

    def cover(self, state: tf.Tensor) -> tf.Tensor:
        return tf.ones(tf.shape(state)[:3], tf.bool)

    def run(
        self, state: tf.Tensor, steps: tf.Tensor, draws: Callable, *, form: str, observe: Any = None, **others
    ) -> tuple:
        """As of every automaton; the live form computes images one by one, the firing cells of each."""
        if form != "live" or observe is not None:
            return super().run(state, steps, draws, form="dense", observe=observe, **others)
        controls = {name: value for name, value in others.items() if name not in ("max_steps", "observed")}
        genomes = self.prepare(**controls)["weights"]
        genomes = {**genomes, "dense1/kernel": filters_first(genomes["dense1/kernel"])}
        finals = []
        for image in range(state.shape[0]):
            own, genome = functools.partial(OfImage, draws, image, state.shape[0]), genome_of(image, genomes)
            final, _ = super().run(state[image : image + 1], steps, own, form=FIRING, genome=genome)
            finals.append(final)
        return tf.concat(finals, axis=0), ()

    def propose(
        self, cells: Cells, memo: tuple, draws: Draws, where: Where, weights: Weights, is_gradient: np.ndarray
    ) -> Proposal:
        sensed = cells.field(lambda near: near.perceive(SENSORS))
        mean, scale = norm_of(sensed, is_gradient) if self.norm else (None, None)
        folded = scale is not None and scale.shape.rank + 1 == weights["dense1/kernel"].shape.rank
        if folded:
            weights = normalised(weights, mean, scale)

        apply = self.rule.apply if self.code == "none" else apply_dense

        def rule(near):
            perceived = near.pick(sensed)
            if scale is not None and not folded:
                perceived = (perceived - near.of_image(mean)) * near.of_image(scale)
            return apply(near, perceived, weights)

        return Proposal(cells.increment(rule, draws.mask("fire", cells.shape, self.fire_rate)))

    def seed_state(self, batch: int, height: int, width: int) -> tf.Tensor:
        """Empty but for the centre cell (height // 2, width // 2), all of whose values are 1."""
        cell = tf.one_hot(height // 2, height)[:, None] * tf.one_hot(width // 2, width)[None, :]
        return tf.cast(tf.tile(cell[None, :, :, None], [batch, 1, 1, self.channels]), self.compute_dtype)

    def rules(self) -> dict[str, DenseRule]:
        return {"rule": self.rule} if self.code == "none" else {}

    def signatures(self) -> tuple:
        return ncam_signatures(self)

    def quality(self, meta: dict[str, Any], folder: Path) -> Quality:
        from nca_tf.families.ncam.quality import ncam_quality

        return ncam_quality(self, meta, folder)

    def page(self, meta: dict[str, Any], folder: Path) -> Page:
        from nca_tf.families.ncam.page import ncam_page

        return ncam_page(self, meta, folder)
