"""What a person does with an engine: plant, erase, paint, look; and that engines last and are let go of."""

import numpy as np
import pytest
from engine_calls import call, floats, model_path, pixels, run_script, text
from model_cases import ModelCase

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


def test_seed_and_eraser(blank, files):
    start = np.random.default_rng(0).random((HEIGHT, WIDTH, CHANNELS), np.float32)
    actions = [["erase", 20, 5, 6], ["erase", 1.5, 22, 3.2], ["seed", 8, 9], ["seed", WIDTH, 3], ["erase", 90, 90, 5]]
    state, _, _ = act(blank, files, "live", GROWING, actions, state=start)
    expected = start.copy()
    expected[distances(20, 5) < 6] = 0
    expected[distances(1.5, 22) < 3.2] = 0
    expected[9, 8] = [0] * 3 + [1] * 13
    np.testing.assert_array_equal(state, expected)


def test_reset_and_step_count(blank, files):
    state, _, steps = act(blank, files, "live", GROWING, [["seed", 3, 4], ["steps", 5], ["step"]])
    assert steps == 6
    assert np.abs(state).max() > 0.1
    state, _, steps = act(blank, files, "live", GROWING, [["seed", 3, 4], ["steps", 5], ["reset"]])
    assert steps == 0
    assert not state.any()


def test_cells_outside_of_every_pattern_stay_zero_after_an_edit(blank, files):
    """A cut-off corner without a mature cell is cleared by the next step, and nothing of it comes back."""
    start = np.zeros((HEIGHT, WIDTH, CHANNELS), np.float32)
    start[5, 5, 3:] = 1
    start[20, 20, 4:] = 0.7
    state, _, _ = act(blank, files, "live", GROWING, [["step"]], state=start)
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


def test_pictures(blank, files):
    start = np.random.default_rng(3).normal(0.3, 0.5, (HEIGHT, WIDTH, CHANNELS)).astype(np.float32)
    actions = [["draw", {"background": [20, 40, 60]}], ["draw"]]
    _, pictures, _ = act(blank, files, "live", GROWING, actions, state=start)
    for picture, background in zip(pictures, ([20, 40, 60], [255, 255, 255]), strict=True):
        expected = np.clip(255 * start[..., :3] + (1 - np.clip(start[..., 3:4], 0, 1)) * background, 0, 255)
        assert np.abs(picture[..., :3].astype(float) - expected).max() <= 1
        assert (picture[..., 3] == 255).all()


def test_the_vote_counts_what_living_cells_say(blank):
    """Four cells of 12 channels, the last 10 of them classes: one says 3, one too little, one is dead, one says 3."""
    state = np.zeros((4, 12), np.float32)
    state[:, 0] = 0.9, 0.9, 0.05, 0.2
    state[0, 2 + 3], state[1, 2], state[2, 2 + 5], state[3, [4, 5]] = 0.5, 0.005, 0.9, [0.1, 0.3]
    vote = blank.evaluate(
        """async (values) => {
          const {countVotes} = await import("./js/player/labels.js");
          const meta = {channels: 12, classes: 10, alive_threshold: 0.1, undecided_below: 0.01};
          const vote = countVotes(Float32Array.from(values), meta);
          return {...vote, labels: [...vote.labels]};
        }""",
        state.ravel().tolist(),
    )
    assert vote["labels"] == [3, -1, -2, 3]
    assert vote["counts"] == [0, 0, 0, 2, 0, 0, 0, 0, 0, 0]
    assert (vote["living"], vote["undecided"], vote["winner"]) == (3, 1, 3)
    assert vote["agreement"] == pytest.approx(2 / 3)


def test_cells_fire_at_the_rate_that_is_set(blank, files):
    """The share of cells that change in one step, within four standard errors."""
    start = np.random.default_rng(4).normal(0.5, 0.2, (HEIGHT, WIDTH, CHANNELS)).astype(np.float32)
    for rate in (0.5, 0.2):
        actions = [["setControls", {"fire_rate": rate}], ["step"]]
        state, _, _ = act(blank, files, "live", GROWING, actions, state=start)
        changed = (state != start).any(-1).mean()
        assert abs(changed - rate) < 4 * np.sqrt(rate * (1 - rate) / (HEIGHT * WIDTH))


def test_noise_has_the_deviation_that_is_set(blank, files):
    still = np.zeros((HEIGHT, WIDTH, 20), np.float32)
    still[..., 0] = 0.5
    results = []
    for deviation in (0, 0.3):
        actions = [["setControls", {"noise": deviation, "fire_rate": 1}], ["step"]]
        results.append(act(blank, files, "live", DIGITS, actions, channels=20, state=still)[0])
    quiet, noisy = results
    noise = (noisy - quiet)[..., 1:]
    assert abs(noise.mean()) < 4 * 0.3 / np.sqrt(noise.size)
    assert abs(noise.std() - 0.3) < 4 * 0.3 / np.sqrt(2 * noise.size)


def test_the_same_random_seed_gives_the_same_rollout(blank, files):
    actions = [["seed", 15, 12], ["steps", 20]]
    states = [act(blank, files, "live", GROWING, actions, randomSeed=seed)[0] for seed in (5, 5, 6)]
    np.testing.assert_array_equal(states[0], states[1])
    assert (states[0] != states[2]).any()


def test_plain_javascript_agrees_with_webassembly(blank, files):
    actions = [["seed", 15, 12], ["steps", 20]]
    wasm, plain = (act(blank, files, "live", GROWING, actions, randomSeed=5, kernel=k)[0] for k in ("wasm", "plain"))
    assert np.abs(wasm).max() > 0.5
    np.testing.assert_allclose(wasm, plain, atol=1e-4)


def test_engines_are_listed_with_reasons(blank, files):
    lists = run_script(
        blank,
        files,
        """
        const lists = [];
        for (const path of a.paths) {
          const model = await m.loadModel(new URL(path, location.href + '/../test-files/').href);
          lists.push([m.chooseEngine(model), m.listEngines(model)]);
        }
        return lists;
        """,
        paths=[model_path(GROWING, files), model_path(DIGITS, files)],
    )
    (growing_choice, growing), (digits_choice, digits) = lists
    assert growing_choice == digits_choice == "live"
    assert {entry["id"]: entry["available"] for entry in growing} == {"live": True, "tfjs": False}
    assert {entry["id"]: entry["available"] for entry in digits} == {"live": True, "tfjs": False}
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
        m.chooseEngine(engine.model);
        return opened;
        """,
        path=model_path(GROWING, files),
    )
    assert opened == 0


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
          const refused = [];
          for (const control of Object.entries({fire_rate: 0.25, angle: 1, step_size: 0.5, noise: 0.1})) {
            try { engine.setControls(Object.fromEntries([control])); } catch ({message}) { refused.push(message); }
          }
          offered.push([[...engine.adjustable].sort(), engine.controls, refused]);
          engine.dispose();
        }
        return offered;
        """,
        engines=[["live", model_path(GROWING, files)], ["live", model_path(DIGITS, files)]],
    )
    growing, digits = offered
    assert growing[:2] == [["angle", "fire_rate", "step_size"], {"angle": 1, "fire_rate": 0.25, "step_size": 0.5}]
    assert growing[2] == ["there is no control named noise"]
    assert digits[:2] == [["fire_rate", "noise"], {"fire_rate": 0.25, "noise": 0.1}]
    assert digits[2] == ["there is no control named angle", "there is no control named step_size"]
