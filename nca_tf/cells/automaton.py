"""The base of all families: what a step, a rollout and a seed state are."""

import functools
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, ClassVar

import keras
import tensorflow as tf

from nca_tf.cells.carried import static_shapes, where_going
from nca_tf.cells.contract import Cells, Draws, Where
from nca_tf.cells.controls import check_state, read_controls, read_numbers, slice_controls
from nca_tf.cells.dense import DenseGrid
from nca_tf.cells.draws import GivenDraws, SeededDraws, rollout_seed, seeded
from nca_tf.cells.edges import check_edges
from nca_tf.cells.formats import OwnFormat
from nca_tf.cells.forms import best_form
from nca_tf.cells.live import LiveCells
from nca_tf.cells.page import Page
from nca_tf.cells.proposals import Proposal
from nca_tf.cells.quality import Quality
from nca_tf.cells.rule import DenseRule
from nca_tf.cells.signatures import Signature
from nca_tf.files.errors import InputError


class CellularAutomaton(keras.Model):
    """A neural cellular automaton on a grid of cells.

    A family says what a rule would do (`propose`), what becomes of that (`settle`), and which cells can take part
    (`cover`, `begin`), in terms of what nca_tf/cells/contract.py lists; stepping, rolling out and choosing the
    form of execution are done here, once. A model's settings can't be changed once it is made.

    Args:
      channels: number of values in a cell's state.
      fire_rate: probability in (0, 1] that a cell updates in a step.
      edges: "zero" (nothing beyond the border) or "wrap" (a torus).
    """

    draw_names: ClassVar[tuple[str, ...]] = ("fire",)
    """The random things that `step` takes, in its order of arguments."""
    control_ranks: ClassVar[Mapping[str, int]] = {}
    """Controls of a rollout, each with the rank of one image's value: 0 for a number, 1 for a list, 2 for a grid or a
    matrix. A control of one rank more has a value for each image."""
    control_limits: ClassVar[Mapping[str, int]] = {}
    """The largest number that a control of whole numbers may hold, from 0 on."""
    settings: ClassVar[tuple[str, ...]] = ("channels", "fire_rate", "edges")
    """The arguments of the constructor; attributes of these names are read-only."""
    limits: ClassVar[str] = ""
    """What a model isn't for, in a sentence or two, for its card."""

    def __init__(self, channels: int, fire_rate: float, edges: str, **keywords):
        super().__init__(**keywords)
        if not 0.0 < fire_rate <= 1.0:
            raise InputError(f"fire_rate is {fire_rate}; expected a number in (0, 1]; 0.5 is the published value.")
        if self.compute_dtype != self.variable_dtype:
            raise InputError(
                f"the dtype policy is {self.dtype_policy.name}, of two types; an automaton adds up small increments "
                'over hundreds of steps in one type, "float32" or "float64"; pass dtype="float32".'
            )
        self.channels, self.fire_rate, self.edges = int(channels), float(fire_rate), check_edges(edges)
        self.seed_generator = keras.random.SeedGenerator()

    def __setattr__(self, name: str, value: Any) -> None:
        if name in ("channels", "fire_rate", "edges", *type(self).settings) and name in self.__dict__:
            raise AttributeError(
                f"{name} of a {type(self).__name__} can't be changed, since compiled rollouts keep it; a model has its "
                f"settings for good; make another one with {name}={value!r} and give it the same weights."
            )
        super().__setattr__(name, value)

    # What a family says of itself.

    def named_weights(self) -> dict[str, keras.Variable]:
        """All weights, under the names they have in model files."""
        raise NotImplementedError

    def weights_now(self) -> dict[str, tf.Tensor]:
        """What `prepare` hands to the rules unless it is given other weights, by the names of `named_weights`."""
        return {name: tf.convert_to_tensor(weight) for name, weight in self.named_weights().items()}

    def prepare(self, weights: Mapping[str, tf.Tensor] | None = None, **controls) -> dict[str, Any]:
        """What stays the same for a whole rollout, passed to `propose` by name: the weights among it."""
        return {"weights": self.weights_now() if weights is None else weights, **controls}

    def cover(self, state: tf.Tensor) -> tf.Tensor:
        """Cells that may become non-zero in the first step from `state`, bool [batch, height, width]."""
        raise NotImplementedError

    def begin(self, cells: DenseGrid | LiveCells) -> tuple[tf.Tensor, ...]:
        """Grids that one step hands to the next (for instance which cells live), for the first step."""
        return ()

    def propose(self, cells: Cells, memo: tuple, draws: Draws, where: Where, **prepared) -> Proposal:
        """What the rule would add, and which cells of `where` it would keep, from the states `cells` as they are."""
        raise NotImplementedError

    def settle(self, cells: Cells, memo: tuple, *proposals: Proposal) -> tuple:
        """Carry out one proposal, or several, each for other cells or scaled; returns (cells, memo)."""
        return cells.add(*(proposal.increment for proposal in proposals)), memo

    def advance(self, cells: Cells, memo: tuple, draws: Draws, **prepared) -> tuple:
        """One step; returns (cells, memo)."""
        return self.settle(cells, memo, self.propose(cells, memo, draws, None, **prepared))

    def rules(self) -> dict[str, DenseRule]:
        """Its rules by name; whoever needs what a cell's rule is given, or its kernels, goes through them."""
        raise NotImplementedError

    def seed_state(self, batch: int, height: int, width: int) -> tf.Tensor:
        """The state from which a rollout starts, float [batch, height, width, channels]."""
        raise NotImplementedError

    def signatures(self) -> tuple[Signature, ...]:
        """What the model offers when exported."""
        return ()

    def own_formats(self) -> dict[str, OwnFormat]:
        """By name, the file formats that only models of this kind can be written in."""
        return {}

    def quality(self, meta: dict[str, Any], folder: Path) -> Quality:
        """The standard run on which its exports are compared with it; `meta` and `folder` are those of its files."""
        raise NotImplementedError

    def page(self, meta: dict[str, Any], folder: Path) -> Page:
        """What the web page is told of it; `meta` and `folder` are those of its files."""
        raise NotImplementedError

    # What all families share.

    def start(self, state: tf.Tensor, form: str) -> DenseGrid | LiveCells:
        """The cells with which a rollout in the form "dense" or "live" starts."""
        if form == "live":
            return LiveCells.from_state(state, self.cover(state), self.edges)
        return DenseGrid(state, self.edges)

    def step(self, state: tf.Tensor, *given: tf.Tensor, **controls) -> tf.Tensor:
        """One step, a pure function: everything random is an argument.

        Args:
          state: [batch, height, width, channels].
          *given: one grid for each of `draw_names`, for instance the fire mask [batch, height, width], bool or 0/1.
          **controls: the family's own, for instance `angle`.
        Returns:
          The next state, of `state`'s shape.
        Raises:
          InputError: there are more or fewer grids than `draw_names`.
        """
        if len(given) != len(self.draw_names):
            names = " and ".join(self.draw_names)
            raise InputError(f"a step was given {len(given)} grids; it takes {names}; pass each after the state.")
        return self._step(state, GivenDraws(**dict(zip(self.draw_names, given, strict=True))), controls)

    def call(self, state: tf.Tensor, fire: tf.Tensor | None = None, *others: tf.Tensor) -> tf.Tensor:
        """One step from `state` [batch, height, width, channels], with draws of its own unless they are given.

        Args:
          fire, *others: nothing, or all that `step` takes: a grid for each of `draw_names`.
        """
        if fire is not None:
            return self.step(state, fire, *others)
        seed = tf.cast(tf.cast(self.seed_generator.next(), tf.int64) & 0x7FFFFFFF, tf.int32)
        return self._step(state, SeededDraws(seed[0], seed[1]), {})

    def _step(self, state, draws, controls):
        state = tf.cast(state, self.compute_dtype)
        check_state(self, state)
        cells = self.start(state, "dense")
        controls = read_controls(self, controls, state.shape[0])
        return self.advance(cells, self.begin(cells), draws, **self.prepare(**controls))[0].state

    def run(
        self,
        state: tf.Tensor,
        steps: tf.Tensor | int,
        draws: Callable[[tf.Tensor], Any],
        *,
        form: str,
        max_steps: int | None = None,
        observe: Callable | None = None,
        observed: tuple[tf.Tensor, ...] = (),
        **controls,
    ) -> tuple[tf.Tensor, tuple[tf.Tensor, ...]]:
        """A rollout as part of a graph, differentiable; `rollout` is the everyday form.

        Args:
          state: [batch, height, width, channels], of static shape for the live form.
          steps: number of steps, a number or an int32 scalar tensor; or, in the dense form, one for each image,
            [batch], after which its state stays.
          draws: from the number of a step to what is random in it, for instance `seeded(seed)`.
          form: "dense" or "live".
          max_steps: static bound on `steps`, which XLA needs to differentiate the loop.
          observe: called after each step as observe(step, cells, *observed), returns the next `observed`.
          observed: initial tensors of `observe`.
          **controls: the family's own, and `weights` by the names of `named_weights` for others than the model's.
        Returns:
          The final state and the final `observed`.
        """
        prepared = self.prepare(**controls)
        start = self.start(state, form)
        memo = self.begin(start)
        each = tf.convert_to_tensor(steps).shape.rank == 1

        def body(step, parts, memo, observed):
            cells, after = self.advance(start.with_parts(parts), memo, draws(step), **prepared)
            if each:
                cells = cells.with_parts(where_going(step < steps, cells.parts, parts))
                after = where_going(step < steps, after, memo)
            if observe is not None:
                observed = observe(step, cells, *observed)
            return step + 1, cells.parts, after, observed

        most = tf.reduce_max(steps) if each else steps
        shapes = (tf.TensorShape([]), start.invariants, static_shapes(memo), static_shapes(observed))
        _, parts, _, observed = tf.while_loop(
            lambda step, *_: step < most,
            body,
            (tf.constant(0), start.parts, memo, observed),
            shape_invariants=shapes,
            maximum_iterations=max_steps,
        )
        return start.with_parts(parts).state, observed

    def rollout(
        self,
        state: tf.Tensor,
        steps: int,
        random_seed: int = 0,
        *,
        first_step: int = 0,
        return_states: bool = False,
        form: str = "auto",
        shards: int = 1,
        **controls,
    ) -> tf.Tensor:
        """Let the automaton run.

        Args:
          state: [batch, height, width, channels].
          steps: number of steps, at least 0.
          random_seed: same seed, same rollout, with equal shards; and with the same form where a family draws noise.
          first_step: number of the first step. Draws follow from seed and number: who goes on after n steps gives
            `first_step=n`, or another seed, lest the same cells fire once more.
          return_states: also keep every intermediate state.
          form: "dense", "live", or "auto": live cells unless there is a GPU; XLA compiles "dense" alone.
          shards: parts of the batch that run side by side; must divide the batch.
          **controls: the family's own, for instance `angle`; one value, or one for each image.
        Returns:
          The final state; with `return_states` all of them, [steps + 1, batch, height, width, channels].
        Raises:
          InputError: state or control has another shape, a number is out of range, `form` or a control is unknown, or
            `shards` does not divide the batch.
        """
        state = tf.cast(state, self.compute_dtype)
        check_state(self, state)
        numbers = read_numbers(random_seed, steps=steps, first_step=first_step)
        batch = state.shape[0]
        if shards < 1 or (shards > 1 and (batch is None or batch % shards)):
            raise InputError(
                f"shards is {shards} and the batch has {batch} states; equal parts were expected; choose a divisor."
            )
        controls = read_controls(self, controls, batch)
        compiled = self._compiled_rollout(return_states, best_form(form, state.shape), shards)
        return compiled(state, *numbers, controls)

    def _compiled_rollout(self, return_states: bool, form: str, shards: int) -> Callable:
        key = return_states, form, shards
        cache = self.__dict__.setdefault("_rollouts", {})
        if key not in cache:
            # TensorFlow counts tracings by the code of what it compiles, and warns of five: those of a partial are
            # counted by themselves, so that six models in one notebook are no fault.
            cache[key] = tf.function(functools.partial(self._rollout, *key), autograph=False)
        return cache[key]

    def _rollout(self, return_states, form, shards, state, steps, first_step, random_seed, controls):
        size, results = (state.shape[0] or 0) // shards, []
        for shard in range(shards):
            rows = slice(shard * size, (shard + 1) * size) if shards > 1 else slice(None)
            own = slice_controls(self, controls, rows)
            draws = seeded(rollout_seed(random_seed, shard), first_step)
            if return_states:
                results.append(self._trajectory(state[rows], steps, draws, form, own))
            else:
                results.append(self.run(state[rows], steps, draws, form=form, **own)[0])
        return tf.concat(results, axis=1 if return_states else 0)

    def _trajectory(self, state, steps, draws, form, controls):
        states = tf.TensorArray(state.dtype, size=steps + 1, element_shape=state.shape).write(0, state)

        def observe(step, cells, states):
            return (states.write(step + 1, cells.state),)

        _, (states,) = self.run(state, steps, draws, form=form, observe=observe, observed=(states,), **controls)
        return states.stack()

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), **{name: getattr(self, name) for name in self.settings}}
