"""A family that the page has never heard of: two rules with a fire mask each, a mask between them, a matrix.

Its files alone run in the TensorFlow.js engine; with one small file (toy_family.js) living cells run it too. Both
compute what NumPy computes.
"""

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from engine_calls import floats, run_script, text
from model_cases import random_growing
from reference_step import ALIVE_THRESHOLD, _mature_nearby, _neighbours

SIDE, CHANNELS, STEPS = 24, 9, 25
GRID = {"width": SIDE, "height": SIDE}
LARGEST = 3.0


def toy_weights() -> dict[str, np.ndarray]:
    host, guest = random_growing(CHANNELS, 32), random_growing(CHANNELS, 46)
    rng = np.random.default_rng(5)
    guest = {name: values + rng.normal(0, 0.03, values.shape).astype(np.float32) for name, values in guest.items()}
    return {
        f"{rule}/{name}": values for rule, own in (("host", host), ("guest", guest)) for name, values in own.items()
    }


def increment(weights, rule, state):
    around = _neighbours(state, "zero")
    sobel = np.outer([1, 2, 1], [-1, 0, 1]).astype(np.float32) / 8
    gradients = [np.einsum("yx,yxhwc->hwc", kernel, around) for kernel in (sobel, sobel.T)]
    perceived = np.stack([state, *gradients], -1).reshape(*state.shape[:2], -1)
    hidden = np.maximum(perceived @ weights[f"{rule}/dense1/kernel"] + weights[f"{rule}/dense1/bias"], 0)
    return hidden @ weights[f"{rule}/dense2/kernel"] + weights[f"{rule}/dense2/bias"]


def toy_step(weights, state, host_fire, guest_fire, mask, matrix):
    """One step in NumPy; state [side, side, channels], masks [side, side]."""
    living = _mature_nearby(state[..., 3], "zero")
    state = np.clip(state @ matrix, -LARGEST, LARGEST) * living[..., None]
    host = increment(weights, "host", state) * ((1 - mask) * host_fire)[..., None]
    after = state + host + increment(weights, "guest", state) * (mask * guest_fire)[..., None]
    alive = _mature_nearby(state[..., 3], "zero") & _mature_nearby(after[..., 3], "zero")
    return (after * alive[..., None]).astype(np.float32)


def write_graph(weights, folder: Path, temporary: Path) -> dict[str, str]:
    """The same step as a TensorFlow.js graph; returns the model's array for each of the graph's constants."""
    import tensorflow as tf

    from export import tfjs

    module = tf.Module()
    module.kept = variables = {name: tf.Variable(values) for name, values in weights.items()}

    def near(alpha):
        return tf.nn.max_pool2d(alpha[..., None], 3, 1, "SAME")[..., 0] > ALIVE_THRESHOLD

    def rule(name, state):
        sobel = np.outer([1, 2, 1], [-1, 0, 1]).astype(np.float32) / 8
        kernel = np.repeat(np.stack([np.pad([[1]], 1), sobel, sobel.T], -1)[:, :, None], CHANNELS, 2)
        x = tf.nn.depthwise_conv2d(state, kernel.astype(np.float32), [1] * 4, "SAME")
        x = tf.nn.relu(tf.tensordot(x, variables[f"{name}/dense1/kernel"], 1) + variables[f"{name}/dense1/bias"])
        return tf.tensordot(x, variables[f"{name}/dense2/kernel"], 1) + variables[f"{name}/dense2/bias"]

    grid = [None, None, None]
    specs = {name: tf.TensorSpec(grid, name=name) for name in ("host_fire", "guest_fire", "mask")}
    specs |= {"state": tf.TensorSpec([*grid, CHANNELS], name="state")}
    specs |= {"matrix": tf.TensorSpec([CHANNELS, CHANNELS], name="matrix")}

    @tf.function
    def step(state, host_fire, guest_fire, mask, matrix):
        living = near(state[..., 3])
        state = tf.clip_by_value(tf.tensordot(state, matrix, 1), -LARGEST, LARGEST)
        state *= tf.cast(living, tf.float32)[..., None]
        after = state + rule("host", state) * ((1 - mask) * host_fire)[..., None]
        after += rule("guest", state) * (mask * guest_fire)[..., None]
        alive = tf.cast(near(state[..., 3]) & near(after[..., 3]), tf.float32)
        return {"state": after * alive[..., None]}

    tf.saved_model.save(module, str(temporary), signatures={"step": step.get_concrete_function(**specs)})
    tfjs.convert(str(temporary), "step", folder)
    entries = [entry for group in tfjs.read_weights(folder) for entry in group]
    same = lambda a, b: a.size == b.size and (a.ravel() == b.ravel()).all()  # noqa: E731
    return {entry["name"]: name for entry in entries for name, values in weights.items() if same(entry["data"], values)}


def describe(content: bytes) -> dict:
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


@pytest.fixture(scope="module")
def toy(files, tmp_path_factory):
    """Writes the family's files; returns its weights."""
    pytest.importorskip("tensorflowjs", reason="tensorflowjs is not installed: pip install nca_tf[export]")
    weights, folder = toy_weights(), files / "toy" / "first"
    names = write_graph(weights, folder / "step", tmp_path_factory.mktemp("toy"))
    arrays, blob = [], b""
    for name, values in weights.items():
        arrays.append({"name": name, "shape": list(values.shape), "offset": len(blob)})
        blob += values.astype("<f4").tobytes()
    (folder / "weights.bin").write_bytes(blob)
    free, fire = [None, None, None], {"dtype": "float32", "low": 0, "high": 1, "drawn": "fire"}
    inputs = {
        "state": {"dtype": "float32", "shape": [*free, CHANNELS]},
        "host_fire": {**fire, "shape": free},
        "guest_fire": {**fire, "shape": free},
        "mask": {"dtype": "float32", "shape": free, "low": 0, "high": 1, "default": 0},
        "matrix": {"dtype": "float32", "shape": [CHANNELS] * 2, "low": -9, "default": np.eye(CHANNELS).tolist()},
    }
    graph_files = {file.name: describe(file.read_bytes()) for file in (folder / "step").iterdir()}
    meta = {"format": 1, "family": "toy", "name": "first", "channels": CHANNELS, "fire_rate": 0.5, "edges": "zero"}
    meta |= {"alive_threshold": 0.1, "weights": {"arrays": arrays}, "files": {"weights.bin": describe(blob)}}
    meta["tfjs"] = {"graph": "step/model.json", "files": graph_files, "inputs": inputs, "weights": names}
    (folder / "meta.json").write_text(json.dumps(meta))
    return weights


TRACE = """
  if (a.family) await import('./test-files/toy_family.js');
  const engine = await m.makeEngine(a.id, 'toy/first', a.options);
  const cells = engine.width * engine.height;
  const [host, guest, mask] = [a.host, a.guest, a.mask].map(m.floatsFrom);
  engine.setState(m.floatsFrom(a.state));
  const states = [];
  for (let step = 0; step < host.length / cells; step++) {
    // Halfway through a rollout the mask and the matrix change.
    if (step === a.from) engine.setControls({mask, matrix: m.floatsFrom(a.matrix)});
    const part = [step * cells, (step + 1) * cells];
    await engine.step({host_fire: host.slice(...part), guest_fire: guest.slice(...part)});
    states.push(m.textFrom(await engine.getState()));
  }
  const {adjustable} = engine;
  engine.dispose();
  return [states, [...adjustable].sort()];
"""


@pytest.mark.parametrize("engine", ["tfjs", "live"])
def test_two_rules_a_mask_and_a_matrix_agree_with_numpy(blank, files, toy, engine):
    rng = np.random.default_rng(8)
    shutil.copy(Path(__file__).with_name("toy_family.js"), files)
    first = np.zeros((SIDE, SIDE, CHANNELS), np.float32)
    first[8:16, 8:16] = rng.normal(0.3, 0.3, (8, 8, CHANNELS))
    host, guest = (rng.random((2, STEPS, SIDE, SIDE)) < 0.5).astype(np.float32)
    mask = (rng.random((SIDE, SIDE)) < 0.4).astype(np.float32)
    matrix = (np.eye(CHANNELS) + rng.normal(0, 0.02, (CHANNELS, CHANNELS))).astype(np.float32)
    changed, state, expected = 5, first, []
    for step in range(STEPS):
        controls = (mask, matrix) if step >= changed else (np.zeros_like(mask), np.eye(CHANNELS, dtype=np.float32))
        state = toy_step(toy, state, host[step], guest[step], *controls)
        expected.append(state)
    assert (np.abs(expected[-1]).max(-1) > 0).sum() > 50, "the comparison is worth nothing if everything died"
    arguments = {"id": engine, "family": engine == "live", "options": GRID, "state": text(first), "from": changed}
    arguments |= {"host": text(host), "guest": text(guest), "mask": text(mask), "matrix": text(matrix)}
    states, adjustable = run_script(blank, files, TRACE, **arguments)
    assert adjustable == ["fire_rate", "mask", "matrix"]
    for step, (got, wanted) in enumerate(zip(states, expected, strict=True)):
        assert np.abs(floats(got, first.shape) - wanted).max() < (1e-4 if step < 2 else 1e-2), step


def test_controls_are_held_against_what_the_files_declare(blank, files, toy):
    told = run_script(
        blank,
        files,
        """
        const engine = await m.makeEngine('tfjs', 'toy/first', {width: 8, height: 6});
        const told = [];
        const twos = new Float32Array(48).fill(2);
        for (const controls of [{mask: new Float32Array(3)}, {mask: twos}, {matrix: 1}, {none: 1}]) {
          try { engine.setControls(controls); told.push('taken'); } catch ({message}) { told.push(message); }
        }
        return told;
        """,
    )
    assert told == [
        "the control mask needs 48 finite numbers",
        "mask has 2; 0 to 1 is accepted",
        f"the control matrix needs {CHANNELS**2} finite numbers",
        "there is no control named none",
    ]


@pytest.mark.parametrize("engine", ["tfjs", "live"])
def test_weights_can_be_changed_while_it_runs(blank, files, toy, engine):
    """With all weights zero nothing is added any more, and the states stay as they are."""
    shutil.copy(Path(__file__).with_name("toy_family.js"), files)
    same = run_script(
        blank,
        files,
        """
        if (a.id === 'live') await import('./test-files/toy_family.js');
        const engine = await m.makeEngine(a.id, 'toy/first', {width: 20, height: 20, randomSeed: 3});
        engine.edit((state) => state.fill(0.6, 9 * 20 * 6, 9 * 20 * 12));
        await engine.step();
        const before = await engine.getState();
        await engine.step();
        const moved = (await engine.getState()).some((value, i) => value !== before[i]);
        const zeros = [...engine.model.weights].map(([name, {data}]) => [name, new Float32Array(data.length)]);
        await engine.setWeights(new Map(zeros));
        const kept = await engine.getState();
        await engine.step();
        const still = (await engine.getState()).every((value, i) => value === kept[i]);
        engine.dispose();
        return [moved, still, kept.some((value) => value !== 0)];
        """,
        id=engine,
    )
    assert same == [True, True, True]
