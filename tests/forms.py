"""The one parity test that every family instantiates: living cells = the whole grid, in value and in every gradient."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import tensorflow as tf
from random_automata import blob_state

from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.cells.controls import read_controls, slice_controls
from nca_tf.cells.draws import GivenDraws
from nca_tf.cells.live import checked_cover
from nca_tf.wounds import disc_masks

HEIGHT, WIDTH = 12, 14


def blob_states(channels: int) -> np.ndarray:
    """Grown, damaged, empty, full, touching two borders: float32 [5, height, width, channels]."""
    grown = blob_state(HEIGHT, WIDTH, channels, seed=1, radius=0.4)
    damaged = blob_state(HEIGHT, WIDTH, channels, seed=2, radius=0.5)
    damaged = damaged * disc_masks(1, HEIGHT, WIDTH, np.random.default_rng(3))
    full = blob_state(HEIGHT, WIDTH, channels, seed=5, radius=2.0)
    corner = blob_state(HEIGHT, WIDTH, channels, seed=4, centre=(0.0, 1.0))
    return np.concatenate([grown, damaged, np.zeros_like(grown), full, corner]).astype(np.float32)


def check_forms_agree(
    make_model: Callable[..., CellularAutomaton],
    states: np.ndarray | None = None,
    controls: Mapping[str, Any] | None = None,
    *,
    steps: int = 16,
    edges: tuple[str | None, ...] = ("zero", "wrap"),
    noise_channels: int = 0,
) -> None:
    """Compare a rollout in the dense and the live form: states and the gradients of weights, start and controls.

    In float32 and with the first kind of edges, states agree to 1e-5 and gradients to 1e-4, with as many shards as
    images; in float64 and with each other kind, or the only one, both to 1e-10, in one shard. Where states are larger
    than 1, so is the rounding of all that is summed to a small one: the bound is a share of the largest then.

    Args:
      make_model: makes the model, of the given `dtype` and, unless it is None, `edges`.
      states: float32 [batch, height, width, channels] to start from; `blob_states` unless given.
      controls: of the rollout; those with a value for each image are split with the batch.
      edges: the kinds to try.
      noise_channels: width of the draws whose name ends in "noise".
    """
    cases = [(edges[0], "float32", 1e-5, 1e-4), *((kind, "float64", 1e-10, 1e-10) for kind in edges[1:] or edges)]
    for kind, dtype, tolerance, relative in cases:
        model = make_model(dtype=dtype, **({} if kind is None else {"edges": kind}))
        start = blob_states(model.channels) if states is None else states
        given = _draws(model, start.shape[:3], steps, noise_channels)
        expected = _rollout(model, start, given, controls or {}, "dense", 1)
        shards = len(start) if dtype == "float32" else 1
        with checked_cover():
            actual = _rollout(model, start, given, controls or {}, "live", shards)
        _assert_agree(actual, expected, tolerance, relative, f"{kind} edges, {dtype}, {shards} shards")


def _assert_agree(actual, expected, tolerance: float, relative: float, case: str) -> None:
    largest = np.abs(expected[0]).max()
    assert largest > 0.05, f"{case}: nothing happened, the test would show little"
    bound = tolerance * max(1.0, largest)
    np.testing.assert_allclose(actual[0], expected[0], atol=bound, rtol=tolerance, err_msg=case)
    for name, gradient in expected[1].items():
        size = np.linalg.norm(gradient)
        assert size > 0, f"{case}: {name} has no gradient"
        assert np.linalg.norm(actual[1][name] - gradient) / size < relative, f"{case}: gradient of {name}"


def _draws(model: CellularAutomaton, shape: tuple, steps: int, noise_channels: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(6)
    return {
        name: rng.standard_normal((steps, *shape, noise_channels))
        if name.endswith("noise")
        else rng.random((steps, *shape)) < model.fire_rate
        for name in model.draw_names
    }


def _rollout(model, start, given, controls, form: str, shards: int):
    """The final state, and by name the gradients of a loss on all channels."""
    size = len(start) // shards
    weights = {name: tf.convert_to_tensor(weight) for name, weight in model.named_weights().items()}

    @tf.function(autograph=False)
    def run_shard(start, first, weights, own):
        """Traced once for all shards, which are alike."""

        def draws(step):
            grids = {name: tf.gather(grid, step) for name, grid in given.items()}
            return GivenDraws(
                **{n: tf.slice(g, [first] + [0] * (g.ndim - 1), [size, *g.shape[1:]]) for n, g in grids.items()}
            )

        return model.run(start, steps_of(given), draws, form=form, weights=weights, **own)[0]

    def run(start, weights, controls):
        watched = {**weights, "start": start, **{name: v for name, v in controls.items() if v.dtype.is_floating}}
        finals = []
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch(watched)
            for shard in range(shards):
                rows = slice(shard * size, (shard + 1) * size)
                own = slice_controls(model, controls, rows)
                finals.append(run_shard(start[rows], tf.constant(rows.start), weights, own))
            final = tf.concat(finals, axis=0)
            loss = tf.reduce_sum(tf.square(final))
        return final, tape.gradient(loss, watched)

    start = tf.cast(start, model.compute_dtype)
    final, gradients = run(start, weights, read_controls(model, dict(controls), len(start)))
    # Living cells alone can't tell what it would mean for its neighbours if a cell held something that neither lives
    # nor holds anything.
    known = model.cover(start) | tf.reduce_any(start != 0, axis=-1)
    gradients["start"] *= tf.cast(known, start.dtype)[..., None]
    return final.numpy(), {name: gradient.numpy() for name, gradient in gradients.items() if gradient is not None}


def steps_of(given: Mapping[str, np.ndarray]) -> int:
    return len(next(iter(given.values())))
