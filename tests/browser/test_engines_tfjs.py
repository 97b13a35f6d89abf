"""The TensorFlow.js engine: memory, edits, controls, and graphs that are not what they should be."""

import json

import numpy as np
import pytest
from engine_calls import call, floats, model_path, run_script, text, write_graphs
from model_cases import ModelCase

GROWING = ModelCase("growing", "random-growing", None)
DIGITS = ModelCase("mnist", "random-mnist", None)
SIDE = 20
BACKENDS = ["wasm", "webgl"]


@pytest.fixture(scope="module")
def graphs(files, tmp_path_factory):
    pytest.importorskip("export.site_graphs", reason="tensorflowjs is not installed: pip install nca_tf[export]")
    return write_graphs([GROWING, DIGITS], files, tmp_path_factory.mktemp("models"))


@pytest.fixture
def paths(files, graphs):
    return {case.family: model_path(case, files, tfjs=graphs[case]) for case in (GROWING, DIGITS)}


def act(page, files, path, actions, channels, state=None, **options):
    arguments = {"id": "tfjs", "path": path, "actions": actions}
    arguments["options"] = {"width": SIDE, "height": SIDE, **options}
    if state is not None:
        arguments["state"] = text(state)
    result = call(page, files, "act", arguments)
    return floats(result["state"], (SIDE, SIDE, channels)), result


@pytest.mark.parametrize("backend", BACKENDS)
def test_memory_does_not_grow_over_500_steps(blank, files, paths, backend):
    memory = run_script(
        blank,
        files,
        """
        const counts = [];
        for (const family of ['growing', 'mnist']) {
          const options = {width: 20, height: 20, backend: a.backend};
          const engine = await m.makeEngine('tfjs', a.paths[family], options);
          const use = () => { const {numTensors, numBytes} = engine.tf.memory(); return [numTensors, numBytes]; };
          if (family === 'mnist') engine.setImage(new Float32Array(400).fill(0.5)); else engine.seed(10, 10);
          await engine.steps(2);
          const before = use();
          await engine.steps(a.steps);
          for (let i = 0; i < 10; i++) {
            engine.erase(i, i, 2);
            await engine.draw(new ImageData(20, 20));
            engine.setState(await engine.getState());
            await engine.step();
          }
          const after = use();
          engine.dispose();
          counts.push([engine.backend, before, after, use()]);
        }
        return counts;
        """,
        paths=paths,
        backend=backend,
        steps=500 if backend == "wasm" else 50,
    )
    for name, before, after, disposed in memory:
        assert name == backend
        assert before == after
        assert disposed[0] == 0


@pytest.mark.parametrize("backend", BACKENDS)
def test_edits_come_before_the_next_look(blank, files, paths, backend):
    start = np.random.default_rng(0).random((SIDE, SIDE, 16), np.float32)
    actions = [["erase", 9, 8, 4], ["seed", 3, 4]]
    state, _ = act(blank, files, paths["growing"], actions, 16, state=start, backend=backend)
    rows, columns = np.mgrid[:SIDE, :SIDE]
    expected = start.copy()
    expected[np.hypot(rows - 8, columns - 9) < 4] = 0
    expected[4, 3] = [0] * 3 + [1] * 13
    np.testing.assert_allclose(state, expected, atol=1e-6)
    state, result = act(blank, files, paths["growing"], [*actions, ["steps", 3], ["reset"]], 16, state=start)
    assert not state.any() and result["stepCount"] == 0


def test_noise_has_the_deviation_that_is_set(blank, files, paths):
    still = np.zeros((SIDE, SIDE, 20), np.float32)
    still[..., 0] = 0.5
    states = []
    for deviation in (0, 0.3):
        actions = [["setControls", {"noise": deviation, "fire_rate": 1}], ["step"]]
        states.append(act(blank, files, paths["mnist"], actions, 20, state=still)[0])
    noise = (states[1] - states[0])[..., 1:]
    assert abs(noise.std() - 0.3) < 4 * 0.3 / np.sqrt(2 * noise.size)


def test_what_is_built_into_the_graph_cannot_be_asked_for(blank, files, paths):
    told = run_script(
        blank,
        files,
        """
        const told = [];
        for (const options of [{edges: 'wrap'}, {eightBit: true}]) {
          const attempt = m.makeEngine('tfjs', a.path, {width: 8, height: 8, ...options});
          told.push(await attempt.catch(({message}) => message));
        }
        const engine = await m.makeEngine('tfjs', a.path, {width: 8, height: 8});
        engine.setControls({angle: 1, fire_rate: 0.25});
        told.push([...engine.adjustable].sort(), engine.controls.angle, engine.controls.fire_rate);
        return told;
        """,
        path=paths["growing"],
    )
    assert told[0] == told[1] == 'the exported graph is made for floats and "zero" edges'
    assert told[2:] == [["fire_rate"], 0, 0.25]


def test_letting_go_of_an_engine_at_work_is_no_error(blank, files, paths):
    """A page may change its engine or its state while a step is on its way."""
    values = run_script(
        blank,
        files,
        """
        const engine = await m.makeEngine('tfjs', a.path, {width: 8, height: 8});
        engine.seed(4, 4);
        const first = engine.steps(5);
        engine.setState(new Float32Array(1024).fill(0.25));
        await first;
        const stateSet = (await engine.getState()).some((value) => value !== 0);
        engine.erase(2, 2, 1);
        const second = engine.steps(5);
        const picture = engine.draw(new ImageData(8, 8));
        engine.dispose();
        await second;
        await picture;
        await engine.step();
        engine.dispose();
        return [stateSet, (await engine.getState()).every((value) => value === 0), engine.tf.memory().numTensors];
        """,
        path=paths["growing"],
    )
    assert values == [True, True, 0]


@pytest.mark.parametrize("damage", ["weights", "topology", "places"])
def test_a_damaged_graph_is_refused(blank, files, graphs, damage):
    mention = json.loads(json.dumps(graphs[GROWING]))
    folder = (files / "growing" / "any" / mention["graph"]).resolve().parent
    if damage == "places":
        mention["weights"].popitem()
    else:
        name = next(name for name in mention["files"] if (name == "model.json") == (damage == "topology"))
        other = folder.parent / f"damaged-{damage}"
        other.mkdir()
        for file in folder.iterdir():
            content = file.read_bytes()
            (other / file.name).write_bytes(content[:-9] + b"123456789" if file.name == name else content)
        mention["graph"] = f"../../graphs/{other.name}/model.json"
    path = model_path(GROWING, files, tfjs=mention)
    message = run_script(
        blank,
        files,
        """
        const attempt = m.makeEngine('tfjs', a.path, {width: 8, height: 8});
        return attempt.then(() => 'loaded', ({name, message}) => `${name}: ${message}`);
        """,
        path=path,
    )
    assert message.startswith("ModelError: ")
    assert ("has no place for" if damage == "places" else "sha256") in message
