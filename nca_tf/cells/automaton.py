"""The base of all families: what a step, a rollout and a seed state are."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import keras
import tensorflow as tf

from nca_tf.cells.draws import GivenDraws, SeededDraws, rollout_seed
from nca_tf.cells.edges import check_edges
from nca_tf.cells.formats import OwnFormat
from nca_tf.cells.live import DenseGrid, LiveCells
from nca_tf.cells.page import Page
from nca_tf.cells.quality import Quality
from nca_tf.cells.rule import DenseRule
from nca_tf.cells.signatures import Signature
from nca_tf.files.errors import InputError

FORMS = ("auto", "dense", "live")


class CellularAutomaton(keras.Model):
    """A neural cellular automaton on a grid of cells.

    A family implements `prepare`, `begin` and `advance` (one step in terms of `nca_tf.cells.live`), `cover`,
    `named_weights`, `seed_state` and `signatures`; stepping, rolling out and choosing the form of execution are done
    here, once.

    Args:
      channels: number of values in a cell's state.
      fire_rate: probability in (0, 1] that a cell updates in a step.
      edges: "zero" (nothing beyond the border) or "wrap" (a torus).
    """

    draw_names: tuple[str, ...] = ("fire",)
    """The random things that `step` takes, in its order of arguments."""

    def __init__(self, channels: int, fire_rate: float, edges: str, **keywords):
        super().__init__(**keywords)
        if not 0.0 < fire_rate <= 1.0:
            raise InputError(f"fire_rate is {fire_rate}; expected a number in (0, 1]; 0.5 is the published value.")
        self.channels, self.fire_rate, self.edges = int(channels), float(fire_rate), check_edges(edges)
        self.seed_generator = keras.random.SeedGenerator()

    # What a family says of itself.

    def prepare(self, **controls) -> dict[str, Any]:
        """Turn controls into what stays the same for a whole rollout; passed to `advance` by name."""
        return controls

    def cover(self, state: tf.Tensor) -> tf.Tensor:
        """Cells that may become non-zero in the first step from `state`, bool [batch, height, width]."""
        raise NotImplementedError

    def begin(self, cells: DenseGrid | LiveCells) -> tuple[tf.Tensor, ...]:
        """Grids that one step hands to the next (for instance which cells live), for the first step."""
        return ()

    def advance(self, cells, memo: tuple, draws: GivenDraws | SeededDraws, **prepared) -> tuple:
        """One step; returns (cells, memo)."""
        raise NotImplementedError

    def named_weights(self) -> dict[str, keras.Variable]:
        """All weights, under the names they have in model files."""
        raise NotImplementedError

    def rules(self) -> dict[str, DenseRule]:
        """Its rules by name; whoever needs what a cell's rule is given, or its kernels, goes through them."""
        raise NotImplementedError

    def seed_state(self, batch: int, height: int, width: int) -> tf.Tensor:
        """The state from which a rollout starts, float32 [batch, height, width, channels]."""
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
        draws = GivenDraws(**dict(zip(self.draw_names, given, strict=True)))
        cells = DenseGrid(tf.convert_to_tensor(state), self.edges)
        return self.advance(cells, self.begin(cells), draws, **self.prepare(**controls))[0].state

    def call(self, state: tf.Tensor, fire: tf.Tensor | None = None, *others: tf.Tensor) -> tf.Tensor:
        """One step from `state` [batch, height, width, channels], with draws of its own unless they are given.

        Args:
          fire, *others: nothing, or all that `step` takes: a grid for each of `draw_names`.
        """
        if fire is not None:
            return self.step(state, fire, *others)
        seed = tf.cast(tf.cast(self.seed_generator.next(), tf.int64) & 0x7FFFFFFF, tf.int32)
        cells = DenseGrid(tf.convert_to_tensor(state), self.edges)
        return self.advance(cells, self.begin(cells), SeededDraws(seed[0], seed[1]), **self.prepare())[0].state

    def run(
        self,
        state: tf.Tensor,
        steps: tf.Tensor | int,
        seed: tf.Tensor,
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
          steps: number of steps, a number or an int32 scalar tensor.
          seed: int32 scalar, see `nca_tf.cells.draws.rollout_seed`.
          form: "dense" or "live".
          max_steps: static bound on `steps`, which XLA needs to differentiate the loop.
          observe: called after each step as observe(step, cells, *observed), returns the next `observed`.
          observed: initial tensors of `observe`.
        Returns:
          The final state and the final `observed`.
        """
        prepared = self.prepare(**controls)
        if form == "live":
            start = LiveCells.from_state(state, self.cover(state), self.edges)
        else:
            start = DenseGrid(state, self.edges)
        memo = self.begin(start)

        def body(step, parts, memo, observed):
            cells, memo = self.advance(start.with_parts(parts), memo, SeededDraws(seed, step), **prepared)
            if observe is not None:
                observed = observe(step, cells, *observed)
            return step + 1, cells.parts, memo, observed

        shapes = (tf.TensorShape([]), start.invariants, _static_shapes(memo), _static_shapes(observed))
        _, parts, _, observed = tf.while_loop(
            lambda step, *_: step < steps,
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
          return_states: also keep every intermediate state.
          form: "dense", "live", or "auto": live cells unless there is a GPU.
          shards: parts of the batch that run side by side; must divide the batch.
          **controls: the family's own, for instance `angle`.
        Returns:
          The final state; with `return_states` all of them, [steps + 1, batch, height, width, channels].
        Raises:
          InputError: `steps` is negative, `form` unknown, or `shards` does not divide the batch.
        """
        if steps < 0:
            raise InputError(f"steps is {steps}; expected 0 or more; give a number of steps.")
        if form not in FORMS:
            raise InputError(f"form is {form!r}; expected one of {', '.join(FORMS)}; 'auto' chooses for you.")
        state = tf.convert_to_tensor(state, self.compute_dtype)
        if shards < 1 or state.shape[0] % shards:
            raise InputError(
                f"shards is {shards} and the batch has {state.shape[0]} states; equal parts were expected; "
                "choose a divisor."
            )
        controls = {name: tf.convert_to_tensor(value, self.compute_dtype) for name, value in controls.items()}
        compiled = self._compiled_rollout(return_states, best_form(form), shards)
        return compiled(state, tf.constant(steps, tf.int32), tf.constant(random_seed, tf.int32), controls)

    def _compiled_rollout(self, return_states: bool, form: str, shards: int) -> Callable:
        key = return_states, form, shards
        cache = self.__dict__.setdefault("_rollouts", {})
        if key not in cache:

            def rollout(state, steps, random_seed, controls):
                size = state.shape[0] // shards
                parts = [state[k * size : (k + 1) * size] for k in range(shards)]
                results = []
                for shard, part in enumerate(parts):
                    seed = rollout_seed(random_seed, shard)
                    if return_states:
                        results.append(self._trajectory(part, steps, seed, form, controls))
                    else:
                        results.append(self.run(part, steps, seed, form=form, **controls)[0])
                return tf.concat(results, axis=1 if return_states else 0)

            cache[key] = tf.function(rollout, autograph=False)
        return cache[key]

    def _trajectory(self, state, steps, seed, form, controls):
        states = tf.TensorArray(state.dtype, size=steps + 1, element_shape=state.shape).write(0, state)

        def observe(step, cells, states):
            return (states.write(step + 1, cells.state),)

        _, (states,) = self.run(state, steps, seed, form=form, observe=observe, observed=(states,), **controls)
        return states.stack()


def _static_shapes(values: tuple) -> tuple[tf.TensorShape, ...]:
    return tuple(getattr(value, "shape", tf.TensorShape(None)) for value in values)


def best_form(form: str = "auto") -> str:
    """Resolve "auto": the dense form where TensorFlow sees a GPU, live cells elsewhere."""
    if form != "auto":
        return form
    return "dense" if tf.config.list_logical_devices("GPU") else "live"
