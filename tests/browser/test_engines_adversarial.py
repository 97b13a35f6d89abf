"""Hosts with adversaries in the page's engines: two rules and a mask that changes while they run, beside Python."""

import numpy as np
import pytest
from engine_calls import check_looks, floats, run_script, text
from model_cases import random_digits, random_growing

SIDE, STEPS = 28, 16
CHANGES = (0, 5, 11)
"""Steps from which on others are adversaries, in the end nobody."""


def growing_pair():
    import nca_tf

    return [nca_tf.GrowingCA() for _ in range(2)], [random_growing(), random_growing()]


def digit_pair():
    import nca_tf

    return [nca_tf.SelfClassifyingCA() for _ in range(2)], [random_digits(), random_digits()]


@pytest.fixture(scope="module", params=["growing", "digits"])
def injected(request, files, tmp_path_factory):
    """Writes a host with adversaries as the site has them; returns the model and where the page finds it."""
    pytest.importorskip("tensorflowjs", reason="tensorflowjs is not installed: pip install nca_tf[export]")
    import nca_tf
    from export.site import write_site
    from nca_tf.files import model_files

    members, weights = growing_pair() if request.param == "growing" else digit_pair()
    rng = np.random.default_rng(3)
    for number, (member, arrays) in enumerate(zip(members, weights, strict=True)):
        moved = {name: array + number * rng.normal(0, 0.01, array.shape) for name, array in arrays.items()}
        model_files.assign_weights(member, moved, "random")
    model = nca_tf.InjectedCA(*members)
    folder = tmp_path_factory.mktemp("models") / "adversarial" / "pair"
    named = {"dataset": "mnist", "goal": 8} if request.param == "digits" else {"target": "lizard-tailless"}
    model_files.save(model, folder, {**named, "name": "pair"})
    out = files / f"injected-{request.param}"
    write_site([folder], out)
    return model, f"{out.name}/adversarial/pair"


def start_of(model, rng) -> np.ndarray:
    state = np.zeros((1, SIDE, SIDE, model.channels), np.float32)
    if model.host.family == "growing":
        state[:, 6:20, 8:22] = rng.normal(0.3, 0.3, (14, 14, model.channels))
        state[:, 2, 3] = 0.05  # what a wound may leave: a cell that does not live
    else:
        state[:, 6:20, 8:22, 0] = rng.random((14, 14))
    return state


def masks(rng) -> np.ndarray:
    drawn = rng.random((3, SIDE, SIDE)) < 0.4
    drawn[2] = False
    return drawn.astype(np.float32)


@pytest.mark.parametrize(("engine", "kernel"), [("live", "wasm"), ("live", "plain"), ("tfjs", None)])
def test_two_rules_and_a_mask_give_what_python_gives(blank, files, injected, engine, kernel):
    model, path = injected
    rng = np.random.default_rng(8)
    state, who = start_of(model, rng), masks(rng)
    given = {
        name: rng.normal(0, 1, (STEPS, SIDE, SIDE, model.channels - 1)).astype(np.float32)
        if name.endswith("noise")
        else (rng.random((STEPS, SIDE, SIDE)) < 0.5).astype(np.float32)
        for name in model.draw_names
    }
    start, expected = state, []
    for step in range(STEPS):
        current = who[np.searchsorted(CHANGES, step, side="right") - 1]
        state = model.step(state, *(given[name][step][None] for name in model.draw_names), adversaries=current).numpy()
        expected.append(state[0])
    assert np.abs(expected[-1] - start[0]).max() > 0.05
    if model.host.family == "growing":
        assert (np.abs(expected[-1]).max(-1) > 0).sum() > 50, "the comparison is worth nothing if everything died"
    states, adjustable = run_script(
        blank,
        files,
        """
        const engine = await m.makeEngine(a.id, a.path, {width: a.side, height: a.side, kernel: a.kernel});
        const given = Object.fromEntries(Object.entries(a.given).map(([name, text]) => [name, m.floatsFrom(text)]));
        const masks = m.floatsFrom(a.masks);
        engine.setState(m.floatsFrom(a.state));
        const states = [];
        for (let step = 0; step < a.steps; step++) {
          const turn = a.changes.indexOf(step);
          const cells = a.side ** 2;
          if (turn >= 0) engine.setControls({adversaries: masks.slice(turn * cells, (turn + 1) * cells)});
          const part = (values) => {
            const size = values.length / a.steps;
            return values.slice(step * size, (step + 1) * size);
          };
          await engine.step(Object.fromEntries(Object.entries(given).map(([name, values]) => [name, part(values)])));
          states.push(m.textFrom(await engine.getState()));
        }
        const {adjustable} = engine;
        engine.dispose();
        return [states, [...adjustable]];
        """,
        **{"id": engine, "path": path, "side": SIDE, "steps": STEPS, "state": text(start), "masks": text(who)},
        changes=list(CHANGES),
        kernel=kernel,
        given={name: text(values) for name, values in given.items()},
    )
    assert "adversaries" in adjustable
    for step, (got, wanted) in enumerate(zip(states, expected, strict=True)):
        assert np.abs(floats(got, wanted.shape) - wanted).max() < 2e-3, step


def test_a_look_into_a_cell_says_what_its_own_rule_adds(blank, files, injected):
    model, path = injected
    rng = np.random.default_rng(4)
    noises = [name for name in model.draw_names if name.endswith("noise")]
    fires = [name for name in model.draw_names if name not in noises]
    controls = {"adversaries": text(masks(rng)[0])}
    check_looks(blank, files, start_of(model, rng), path=path, controls=controls, draws=fires, noises=noises)
