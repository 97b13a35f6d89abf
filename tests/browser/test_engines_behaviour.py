"""What a person does with an engine: plant, erase, paint, look; and that engines last and are let go of."""

import numpy as np
import pytest
from engine_calls import call, floats, model_path, pixels, run_script, text
from model_cases import PALETTE, ModelCase

GROWING = ModelCase("growing", "random-growing", None)
DIGITS = ModelCase("mnist", "random-mnist", None)
HEIGHT, WIDTH, CHANNELS = 24, 30, 16
GRID = {"width": WIDTH, "height": HEIGHT}


def act(page, files, engine, case, actions, *, channels=CHANNELS, state=None, **options):
    """The state [height, width, channels] after some of the engine's methods, what was drawn, and the step count."""
    path = model_path(case, files)
    arguments = {"id": engine, "path": path, "options": {**GRID, **options}, "actions": actions}
    if state is not None:
        arguments["state"] = text(state)
    result = call(page, files, "act", arguments)
    pictures = [pixels(picture, HEIGHT, WIDTH) for picture in result["pictures"]]
    return floats(result["state"], (HEIGHT, WIDTH, channels)), pictures, result["stepCount"]


def distances(x, y):
    rows, columns = np.mgrid[:HEIGHT, :WIDTH]
    return np.hypot(rows - y, columns - x)


@pytest.mark.parametrize("engine", ["live", "webgl2"])
def test_seed_and_eraser(blank, files, engine):
    start = np.random.default_rng(0).random((HEIGHT, WIDTH, CHANNELS), np.float32)
    actions = [["erase", 20, 5, 6], ["erase", 1.5, 22, 3.2], ["seed", 8, 9], ["seed", WIDTH, 3], ["erase", 90, 90, 5]]
    state, _, _ = act(blank, files, engine, GROWING, actions, state=start)
    expected = start.copy()
    expected[distances(20, 5) < 6] = 0
    expected[distances(1.5, 22) < 3.2] = 0
    expected[9, 8] = [0] * 3 + [1] * 13
    np.testing.assert_array_equal(state, expected)


@pytest.mark.parametrize("engine", ["live", "webgl2"])
def test_reset_and_step_count(blank, files, engine):
    state, _, steps = act(blank, files, engine, GROWING, [["seed", 3, 4], ["steps", 5], ["step"]])
    assert steps == 6
    assert np.abs(state).max() > 0.1
    state, _, steps = act(blank, files, engine, GROWING, [["seed", 3, 4], ["steps", 5], ["reset"]])
    assert steps == 0
    assert not state.any()


@pytest.mark.parametrize("engine", ["live", "webgl2"])
def test_cells_outside_of_every_pattern_stay_zero_after_an_edit(blank, files, engine):
    """A cut-off corner without a mature cell is cleared by the next step, and nothing of it comes back."""
    start = np.zeros((HEIGHT, WIDTH, CHANNELS), np.float32)
    start[5, 5, 3:] = 1
    start[20, 20, 4:] = 0.7
    state, _, _ = act(blank, files, engine, GROWING, [["step"]], state=start)
    assert not state[15:, 15:].any()
    assert state[5, 5].any()


def test_painting_a_digit(blank, files):
    rng = np.random.default_rng(1)
    start = rng.random((HEIGHT, WIDTH, 20), np.float32)
    state, _, _ = act(blank, files, "live", DIGITS, [["paint", 10, 12, 2, 0.8]], channels=20, state=start)
    stroke = np.clip(2.5 - distances(10, 12), 0, 1)[..., None]
    expected = start * (1 - stroke)
    expected[..., :1] += stroke * 0.8
    np.testing.assert_allclose(state, expected, atol=1e-6)
    state, _, _ = act(blank, files, "live", DIGITS, [["paint", 10, 12, 2, 0]], channels=20, state=start)
    assert not state[distances(10, 12) < 1.5].any()
    dead = state[..., 0] <= 0.1
    assert not state[dead & (stroke[..., 0] > 0)][:, 1:].any()


def test_changing_a_digit_keeps_what_its_living_cells_know(blank, files):
    rng = np.random.default_rng(2)
    start = rng.random((HEIGHT, WIDTH, 20), np.float32)
    image = rng.random((HEIGHT, WIDTH), np.float32) * 0.3
    for mutate in (True, False):
        actions = [["setImage", text(image), mutate]]
        state, _, _ = act(blank, files, "live", DIGITS, actions, channels=20, state=start)
        np.testing.assert_array_equal(state[..., 0], image)
        np.testing.assert_array_equal(state[..., 1:], start[..., 1:] * (image > 0.1)[..., None] * mutate)


@pytest.mark.parametrize("engine", ["live", "webgl2"])
def test_pictures(blank, files, engine):
    start = np.random.default_rng(3).normal(0.3, 0.5, (HEIGHT, WIDTH, CHANNELS)).astype(np.float32)
    views = [{"background": [20, 40, 60]}, {"view": "hidden", "channel": 7}, {"view": "hidden", "channel": 7}]
    _, (colours, hidden, again), _ = act(blank, files, engine, GROWING, [["draw", v] for v in views], state=start)
    expected = np.clip(255 * start[..., :3] + (1 - np.clip(start[..., 3:4], 0, 1)) * [20, 40, 60], 0, 255)
    assert np.abs(colours[..., :3].astype(float) - expected).max() <= 1
    assert (colours[..., 3] == 255).all()
    share = np.abs(np.arctan(2 * start[..., 7:8]) / (np.pi / 2))
    end = np.where(start[..., 7:8] < 0, [33, 102, 172], [214, 96, 20])
    assert np.abs(hidden[..., :3].astype(float) - (255 + (end - 255) * share)).max() <= 1
    np.testing.assert_array_equal(hidden, again)


def test_labels_are_drawn_in_their_colours(blank, files):
    start = np.zeros((HEIGHT, WIDTH, 20), np.float32)
    start[4, 5, 0], start[4, 5, 10 + 3] = 0.9, 0.5  # a cell that says 3
    start[6, 7, 0], start[6, 7, 10] = 0.9, 0.005  # one that says nothing yet
    start[8, 9, 0], start[8, 9, 10] = 0.05, 0.9  # a dead one
    _, (picture,), _ = act(blank, files, "live", DIGITS, [["draw", {"view": "labels"}]], channels=20, state=start)
    assert picture[4, 5].tolist() == [*PALETTE[3], 255]
    assert picture[6, 7].tolist() == [0, 0, 0, 255]
    assert picture[8, 9].tolist() == [255, 255, 255, 255]


@pytest.mark.parametrize("engine", ["live", "webgl2"])
def test_cells_fire_at_the_rate_that_is_set(blank, files, engine):
    """The share of cells that change in one step, within four standard errors."""
    start = np.random.default_rng(4).normal(0.5, 0.2, (HEIGHT, WIDTH, CHANNELS)).astype(np.float32)
    for rate in (0.5, 0.2):
        actions = [["setControls", {"fireRate": rate}], ["step"]]
        state, _, _ = act(blank, files, engine, GROWING, actions, state=start)
        changed = (state != start).any(-1).mean()
        assert abs(changed - rate) < 4 * np.sqrt(rate * (1 - rate) / (HEIGHT * WIDTH))


def test_noise_has_the_deviation_that_is_set(blank, files):
    still = np.zeros((HEIGHT, WIDTH, 20), np.float32)
    still[..., 0] = 0.5
    results = []
    for deviation in (0, 0.3):
        actions = [["setControls", {"noise": deviation, "fireRate": 1}], ["step"]]
        results.append(act(blank, files, "live", DIGITS, actions, channels=20, state=still)[0])
    quiet, noisy = results
    noise = (noisy - quiet)[..., 1:]
    assert abs(noise.mean()) < 4 * 0.3 / np.sqrt(noise.size)
    assert abs(noise.std() - 0.3) < 4 * 0.3 / np.sqrt(2 * noise.size)


@pytest.mark.parametrize("engine", ["live", "webgl2"])
def test_the_same_random_seed_gives_the_same_rollout(blank, files, engine):
    actions = [["seed", 15, 12], ["steps", 20]]
    states = [act(blank, files, engine, GROWING, actions, randomSeed=seed)[0] for seed in (5, 5, 6)]
    np.testing.assert_array_equal(states[0], states[1])
    assert (states[0] != states[2]).any()


def test_half_precision_is_close_to_float(blank, files):
    actions = [["seed", 15, 12], ["steps", 10]]
    exact, _, _ = act(blank, files, "webgl2", GROWING, actions, randomSeed=5)
    half, _, _ = act(blank, files, "webgl2", GROWING, actions, randomSeed=5, precision="half")
    assert 0 < np.abs(exact - half).max() < 0.05


def test_plain_javascript_agrees_with_webassembly(blank, files):
    actions = [["seed", 15, 12], ["steps", 20]]
    wasm, plain = (act(blank, files, "live", GROWING, actions, randomSeed=5, kernel=k)[0] for k in ("wasm", "plain"))
    assert np.abs(wasm).max() > 0.5
    np.testing.assert_allclose(wasm, plain, atol=1e-4)


def test_a_lost_graphics_context_is_reported_with_the_last_state(blank, files):
    blank.watch.allowed = ("CONTEXT_LOST",)
    result = run_script(
        blank,
        files,
        """
        const engine = await m.makeEngine('webgl2', a.path, {width: 30, height: 24, randomSeed: 1});
        engine.seed(15, 12);
        await engine.steps(8);
        const before = await engine.getState();
        const lost = new Promise((resolve) => { engine.onLost = (reason, last) => resolve({reason, last}); });
        engine.gl.getExtension('WEBGL_lose_context').loseContext();
        const {reason, last} = await lost;
        await engine.steps(3);
        engine.erase(3, 3, 2);
        engine.seed(3, 3);
        await engine.draw(new ImageData(30, 24));
        const after = await engine.getState();
        const other = await m.createEngine('live', engine.model, {width: 30, height: 24});
        other.setState(last.state);
        await other.steps(3);
        engine.dispose();
        return {reason, steps: last.stepCount, same: before.every((v, i) => v === last.state[i] && v === after[i]),
          living: before.some((v) => v !== 0)};
        """,
        path=model_path(GROWING, files),
    )
    assert result == {"reason": "its graphics context was lost", "steps": 8, "same": True, "living": True}


def test_many_graphics_engines_can_follow_each_other(blank, files):
    """Browsers allow some 16 contexts at a time: an engine that is done must give its own back."""
    living = run_script(
        blank,
        files,
        """
        const living = [];
        for (let i = 0; i < 40; i++) {
          const engine = await m.makeEngine('webgl2', a.path, {width: 16, height: 16, randomSeed: 1});
          engine.seed(8, 8);
          await engine.steps(2);
          living.push((await engine.getState()).some((v) => v !== 0));
          engine.dispose();
        }
        return living.every(Boolean);
        """,
        path=model_path(GROWING, files),
    )
    assert living


def test_a_graphics_engine_that_cannot_be_built_gives_its_context_back(blank, files):
    blank.watch.allowed = ("CONTEXT_LOST",)
    kept = run_script(
        blank,
        files,
        """
        const contexts = [];
        const {getContext} = HTMLCanvasElement.prototype;
        HTMLCanvasElement.prototype.getContext = function (...more) {
          contexts.push(getContext.apply(this, more));
          return contexts.at(-1);
        };
        WebGL2RenderingContext.prototype.getProgramParameter = () => false;
        const failed = await m.makeEngine('webgl2', a.path, {width: 16, height: 16}).catch((error) => error.message);
        return [failed, contexts.length, contexts.filter((gl) => !gl.isContextLost()).length];
        """,
        path=model_path(GROWING, files),
    )
    assert kept[0].startswith("a shader could not be built")
    assert kept[1:] == [2, 0]  # that of the probe, and the engine's


def test_engines_are_listed_with_reasons(blank, files):
    lists = run_script(
        blank,
        files,
        """
        const lists = [];
        for (const path of a.paths) {
          const model = await m.loadModel(new URL(path, location.href + '/../test-files/').href);
          lists.push([m.chooseEngine(model, {width: 96, height: 96}), m.listEngines(model)]);
        }
        return lists;
        """,
        paths=[model_path(GROWING, files), model_path(DIGITS, files)],
    )
    (growing_choice, growing), (digits_choice, digits) = lists
    assert growing_choice == digits_choice == "live"
    assert {entry["id"]: entry["available"] for entry in growing} == {"live": True, "webgl2": True, "tfjs": False}
    assert {entry["id"]: entry["available"] for entry in digits} == {"live": True, "webgl2": False, "tfjs": False}
    assert all(bool(entry["reason"]) != entry["available"] for entry in growing + digits)


def test_listing_and_choosing_start_no_graphics_card(blank, files):
    """In software rendering the first WebGL context takes long; a page that does not need it must not wait for it."""
    opened = run_script(
        blank,
        files,
        """
        let opened = 0;
        const { getContext } = HTMLCanvasElement.prototype;
        HTMLCanvasElement.prototype.getContext = function (...args) { opened++; return getContext.apply(this, args); };
        const engine = await m.makeEngine('live', a.path, {width: 96, height: 96});
        m.listEngines(engine.model);
        m.chooseEngine(engine.model, {width: 96, height: 96});
        return opened;
        """,
        path=model_path(GROWING, files),
    )
    assert opened == 0


def test_without_webgl2_the_engine_says_so_and_others_run(blank, files):
    result = run_script(
        blank,
        files,
        """
        HTMLCanvasElement.prototype.getContext = () => null;
        const engine = await m.makeEngine('live', a.path, {width: 8, height: 8});
        const message = await m.createEngine('webgl2', engine.model, {width: 8, height: 8}).catch((e) => e.message);
        const {available, reason} = m.listEngines(engine.model).find(({id}) => id === 'webgl2');
        return [message, available, reason, m.chooseEngine(engine.model, {width: 500, height: 500})];
        """,
        path=model_path(GROWING, files),
    )
    assert result == ["this browser has no WebGL2", False, "this browser has no WebGL2", "live"]


def test_without_webassembly_plain_javascript_computes(blank, files):
    result = run_script(
        blank,
        files,
        """
        delete globalThis.WebAssembly;
        const engine = await m.makeEngine('live', a.path, {width: 8, height: 8, randomSeed: 1});
        engine.seed(4, 4);
        engine.steps(5);
        return [engine.kernel.name, (await engine.getState()).some((v) => v !== 0)];
        """,
        path=model_path(GROWING, files),
    )
    assert result == ["plain JavaScript", True]


def test_controls_that_have_no_effect_are_not_offered(blank, files):
    offered = run_script(
        blank,
        files,
        """
        const offered = [];
        for (const [id, path] of a.engines) {
          const engine = await m.makeEngine(id, path, {width: 8, height: 8});
          engine.setControls({fireRate: 0.25, angle: 1, stepSize: 0.5, noise: 0.1});
          offered.push([[...engine.adjustable].sort(), engine.controls.angle, engine.controls.noise]);
          engine.dispose();
        }
        return offered;
        """,
        engines=[[engine, model_path(GROWING, files)] for engine in ("live", "webgl2")]
        + [["live", model_path(DIGITS, files)]],
    )
    assert offered[0] == offered[1] == [["angle", "fireRate", "stepSize"], 1, 0]
    assert offered[2] == [["fireRate", "noise"], 0, 0.1]
