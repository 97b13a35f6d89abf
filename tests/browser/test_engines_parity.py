"""Every engine of the page computes what Python computes, given the same fire masks and noise."""

from importlib.util import find_spec

import numpy as np
import pytest
from engine_calls import call, floats, model_path, text, write_graphs
from model_cases import ORIGINALS, model_cases
from reference_step import SIGNED, digit_step, growing_step, through_8_bits

from nca_tf.pictures.targets import load_target

OWN = ["live"]
"""Engines that can turn, scale, wrap and round; an exported graph is what it is."""
STEPS = 50


@pytest.fixture(scope="module")
def graphs(files, tmp_path_factory):
    """For every model, what its meta.json says of its exported step graph; empty without tensorflowjs."""
    if find_spec("tensorflowjs") is None:
        return {}
    cases = [case for family in ("growing", "mnist") for case in model_cases(family)]
    return write_graphs(cases, files, tmp_path_factory.mktemp("models"))


def grown(weights, height, width, steps, rng, **options):
    """A seed after some steps, as the start of a comparison: at the seed alone few cells would take part."""
    state = np.zeros((height, width, weights["dense2/bias"].size), np.float32)
    state[height // 2, width // 2, 3:] = 1
    for _ in range(steps):
        state = growing_step(weights, state, rng.random((height, width)) < 0.5, **options)
    return state


def run_growing(page, files, case, engines, *, edges="zero", height=40, width=36, graph=None, **controls):
    """For each engine, its differences from the reference after 1 and after STEPS steps."""
    rng = np.random.default_rng(11)
    weights = case.weights()
    first = state = grown(weights, height, width, 60, rng, edges=edges)
    fires = rng.random((STEPS, height, width)) < 0.5
    expected = []
    for fire in fires:
        state = growing_step(weights, state, fire, edges=edges, **controls)
        expected.append(state)
    assert np.abs(expected[-1]).max() > 0.05, "the comparison is worth nothing if everything died"
    arguments = {
        "path": model_path(case, files, **({"tfjs": graph} if graph else {})),
        "options": {"width": width, "height": height, "edges": edges},
        "controls": controls,
        "state": text(first),
        "fires": text(fires.astype(np.uint8)),
        "keep": [1, STEPS],
    }
    differences = {}
    for engine in engines:
        got = [floats(state, first.shape) for state in call(page, files, "trace", {"id": engine, **arguments})]
        pairs = zip(got, (expected[0], expected[-1]), strict=True)
        differences[engine] = [float(np.abs(a - b).max()) for a, b in pairs]
    return differences


@pytest.mark.parametrize("case", model_cases("growing"), ids=lambda case: case.name)
def test_growing_models_agree_with_python(blank, files, graphs, case):
    engines = [*OWN, *(["tfjs"] if graphs else [])]
    for engine, (after_1, after_50) in run_growing(blank, files, case, engines, graph=graphs.get(case)).items():
        assert after_1 < 1e-4, engine
        assert after_50 < 1e-2, engine


def test_wrap_edges_rotation_and_step_size_agree_with_python(blank, files):
    case = model_cases("growing")[-1]
    options = {"edges": "wrap", "height": 30, "width": 26, "angle": 0.7, "step_size": 0.75}
    for engine, (after_1, after_50) in run_growing(blank, files, case, OWN, **options).items():
        assert after_1 < 1e-4, engine
        assert after_50 < 1e-2, engine


@pytest.mark.parametrize("case", model_cases("mnist"), ids=lambda case: case.name)
def test_digit_models_agree_with_python(blank, files, graphs, case):
    rng = np.random.default_rng(12)
    weights = case.weights()
    channels = weights["perceive/kernel"].shape[2]
    steps, height, width = 20, 28, 28
    state = np.zeros((height, width, channels), np.float32)
    y, x = np.mgrid[:height, :width]
    state[..., 0] = np.clip(4 - np.abs(np.hypot(y - 14, x - 14) - 8), 0, 1) * rng.random((height, width))
    first = state
    fires = rng.random((steps, height, width)) < 0.5
    noises = rng.normal(0, 1, (steps, height, width, channels - 1)).astype(np.float32)
    expected = []
    for fire, noise in zip(fires, noises, strict=True):
        state = digit_step(weights, state, fire, noise)
        expected.append(state)
    arguments = {
        "path": model_path(case, files, **({"tfjs": graphs[case]} if graphs else {})),
        "options": {"width": width, "height": height},
        "state": text(first),
        "fires": text(fires.astype(np.uint8)),
        "noises": text(noises),
        "keep": [1, steps],
    }
    assert np.abs(expected[-1][..., -10:]).max() > 1e-2
    for engine in ["live", *(["tfjs"] if graphs else [])]:
        got = call(blank, files, "trace", {"id": engine, **arguments})
        after_1, after_20 = (floats(state, first.shape)[..., -10:] for state in got)
        assert np.abs(after_1 - expected[0][..., -10:]).max() < 1e-4, engine
        assert np.abs(after_20 - expected[-1][..., -10:]).max() < 1e-3, engine


@pytest.mark.parametrize("engine", OWN)
def test_eight_bit_arithmetic_is_that_of_the_published_demo(blank, files, engine):
    case = model_cases("growing")[-1]
    rng = np.random.default_rng(13)
    weights = case.weights()
    options = {"edges": "wrap", "eight_bit": True}
    height, width = 36, 40
    first = state = through_8_bits(grown(weights, height, width, 60, rng, **options), *SIGNED)
    fires = rng.random((30, height, width)) < 0.5
    expected = []
    for fire in fires:
        state = growing_step(weights, state, fire, **options)
        expected.append(state)
    got = call(
        blank,
        files,
        "trace",
        {
            "id": engine,
            "path": model_path(case, files),
            "options": {"width": width, "height": height, "edges": "wrap", "eightBit": True},
            "state": text(first),
            "fires": text(fires.astype(np.uint8)),
            "keep": [1, 30],
        },
    )
    after_1, after_30 = (floats(g, first.shape) for g in got)
    # Every value is one of the 256; where a sum falls on the edge between two of them, the order of summation decides.
    assert np.abs(after_1 - through_8_bits(after_1, *SIGNED)).max() < 1e-3
    different = np.abs(after_1 - expected[0]) > 1e-3
    assert different.mean() < 0.002
    assert np.abs(np.arctan(after_1) - np.arctan(expected[0])).max() < 3 * SIGNED[0] / 255
    mature = [(values[..., 3] > 0.1).sum() for values in (after_30, expected[-1])]
    assert mature[1] > 50
    assert abs(mature[0] - mature[1]) < 0.1 * mature[1]


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the originals' files are not beside this repository")
@pytest.mark.parametrize("engine", OWN)
@pytest.mark.parametrize(
    ("step_size", "steps", "loss"), [(0.5, 100, 6.2163e-4), (0.5, 200, 1.8318e-4), (1, 50, 2.5265e-2)]
)
def test_golden_losses_of_the_published_lizard(blank, files, engine, step_size, steps, loss):
    """Deterministic, every cell firing: the article's own figure, and numbers measured on the published weights."""
    case = next(case for case in model_cases("growing") if case.name == "lizard_ex3_run0")
    side, size = 56, 40
    controls = {"step_size": step_size, "fire_rate": 1}
    arguments = {"id": engine, "path": model_path(case, files), "options": {"width": side, "height": side}}
    arguments["actions"] = [["setControls", controls], ["seed", side // 2, side // 2], ["steps", steps]]
    rgba = floats(call(blank, files, "act", arguments)["state"], (side, side, 16))[..., :4]
    margin = (side - size) // 2
    target = np.pad(
        load_target(ORIGINALS / "targets" / "noto2019_1f98e.png", size=size), [(margin,) * 2] * 2 + [(0, 0)]
    )
    assert np.mean((rgba - target) ** 2) == pytest.approx(loss, rel=1e-3)
