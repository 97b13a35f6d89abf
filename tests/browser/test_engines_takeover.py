"""Several rules on one grid in the page's engines, beside Python: contested cells, and cells that are handed over."""

import numpy as np
import pytest
from engine_calls import floats, run_script, text
from model_cases import random_growing

SIDE, STEPS, HANDED = 24, 16, 7
"""Side of the grid, steps, and the step before which cells are handed over."""


def make_model(count: int):
    """So many random rules on a torus."""
    import nca_tf
    from nca_tf.files import model_files

    rules = []
    for number in range(count):
        rule = nca_tf.GrowingCA(edges="wrap", angle=0.2 * number)
        weights = random_growing()
        weights["dense2/bias"] = weights["dense2/bias"] + np.float32(0.01 * number)
        model_files.assign_weights(rule, weights, "random")
        rules.append(rule)
    return nca_tf.MultiRuleCA(rules)


@pytest.fixture(scope="module", params=[1, 2, 3])
def several(request, files, tmp_path_factory):
    """Writes such a model as the site has them; returns it and where the page finds it."""
    pytest.importorskip("tensorflowjs", reason="tensorflowjs is not installed: pip install nca_tf[export]")
    from export.site import write_site
    from nca_tf.files import model_files

    model = make_model(request.param)
    folder = tmp_path_factory.mktemp("models") / "takeover" / f"rules-{request.param}"
    model_files.save(model, folder, {"name": folder.name, "target": "lizard", "size": 16, "padding": 4})
    out = files / f"takeover-{request.param}"
    write_site([folder], out)
    return model, f"{out.name}/takeover/{folder.name}"


def meeting_state(count: int) -> np.ndarray:
    """Patches of each rule that touch, with young cells between them: float32 [1, side, side, channels]."""
    rng = np.random.default_rng(8)
    state = np.zeros((1, SIDE, SIDE, 15 + count), np.float32)
    state[:, 6:18, 4:20, :-count] = rng.normal(0.3, 0.3, (12, 16, 15))
    whose = rng.integers(count, size=(12, 16)) if count > 1 else np.zeros((12, 16), int)
    state[:, 6:18, 4:20, -count:] = rng.uniform(0.0, 0.6, (12, 16, 1)) * np.eye(count)[whose]
    state[:, 0, 23, -1] = 0.05  # a young cell that nobody reaches
    return state


@pytest.mark.parametrize("engine", ["live", "tfjs"])
def test_several_rules_give_what_python_gives(blank, files, several, engine):
    model, path = several
    count = len(model.rule_names)
    rng = np.random.default_rng(9)
    fires = (rng.random((STEPS, count, SIDE, SIDE)) < 0.5).astype(np.float32)
    start = meeting_state(count)
    grid = np.zeros((SIDE, SIDE), np.int32)
    if count > 1:
        rows, columns = np.mgrid[:SIDE, :SIDE]
        grid[np.hypot(columns - 11, rows - 12) < 3.5] = 2
    state, expected = start, []
    for step, fire in enumerate(fires):
        if step == HANDED:
            state = model.inject(state, grid[None])
        state = model.step(state, *fire[:, None]).numpy()
        expected.append(state[0])
    owners = [np.asarray(model.owner(state)) for state in expected]
    assert {*range(count + 1)} <= set(np.unique(owners[-1])), "a rule has died out, the comparison shows little"
    states = run_script(
        blank,
        files,
        """
        const {handOverDisc, countOwners} = await import(new URL("js/engines/owners.js", document.baseURI));
        const engine = await m.makeEngine(a.id, a.path, {width: a.side, height: a.side});
        const fires = m.floatsFrom(a.fires);
        engine.setState(m.floatsFrom(a.state));
        const size = a.side ** 2;
        const states = [];
        const given = (step) => Object.fromEntries(a.draws.map((name, rule) => [
          name, fires.slice((step * a.draws.length + rule) * size, (step * a.draws.length + rule + 1) * size),
        ]));
        for (let step = 0; step < fires.length / size / a.draws.length; step++) {
          if (step === a.handed && a.draws.length > 1) {
            engine.edit((state) => handOverDisc(state, engine, 11, 12, 3.5, a.draws.length, 2));
          }
          await engine.step(given(step));
          states.push(m.textFrom(await engine.getState()));
        }
        engine.dispose();
        return states;
        """,
        id=engine,
        path=path,
        side=SIDE,
        handed=HANDED,
        draws=list(model.draw_names),
        state=text(start),
        fires=text(fires),
    )
    for step, (found, wanted) in enumerate(zip(states, expected, strict=True)):
        found = floats(found, wanted.shape)
        np.testing.assert_allclose(found, wanted, atol=3e-5, rtol=1e-5, err_msg=f"step {step}")


def test_a_seed_grows_in_the_live_engine(blank, files, several):
    model, path = several
    alive = run_script(
        blank,
        files,
        """
        const engine = await m.makeEngine("live", a.path, {width: a.side, height: a.side, randomSeed: 5});
        engine.seed(8, 8);
        engine.steps(6);
        const state = await engine.getState();
        engine.dispose();
        return state.filter((value, at) => at % a.channels >= a.channels - a.count && value >= 0.1).length;
        """,
        path=path,
        side=SIDE,
        channels=model.channels,
        count=len(model.rule_names),
    )
    assert alive > 0
