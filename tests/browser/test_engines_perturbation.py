"""Perturbed automata in the page's engines: strengths that change while they run, beside Python."""

import numpy as np
import pytest
from engine_calls import check_looks, floats, run_script, text
from model_cases import random_growing

SIDE, STEPS = 24, 16
CHANGES = {0: [0.0, 0.0], 4: [1.0, 0.0], 9: [-0.5, 0.75], 13: [0.0, 0.0]}
"""Strengths from a step on."""


@pytest.fixture(scope="module", params=["symmetric", "additive"])
def perturbed(request, files, tmp_path_factory):
    """Writes a perturbed automaton as the site has them; returns the model and where the page finds it."""
    pytest.importorskip("tensorflowjs", reason="tensorflowjs is not installed: pip install nca_tf[export]")
    import nca_tf
    from export.site import write_site
    from nca_tf.files import model_files

    rng = np.random.default_rng(3)
    host = nca_tf.GrowingCA()
    model_files.assign_weights(host, random_growing(), "random")
    noise = rng.normal(0, 0.05, (2, 16, 16))
    symmetric = request.param == "symmetric"
    changes = np.eye(16) + (noise + noise.transpose(0, 2, 1)) / 2 if symmetric else noise[:, 0]
    model = nca_tf.PerturbedCA(host, dict(zip("ab", changes, strict=True)), request.param)
    folder = tmp_path_factory.mktemp("models") / "perturbation" / "two"
    named = {"targets": {"a": "lizard-tailless", "b": "lizard-red"}, "host_target": "lizard", "name": "two"}
    model_files.save(model, folder, {**named, "size": 40, "padding": 2})
    out = files / f"perturbed-{request.param}"
    write_site([folder], out)
    return model, f"{out.name}/perturbation/two"


def start_state(rng) -> np.ndarray:
    start = np.zeros((1, SIDE, SIDE, 16), np.float32)
    start[:, 8:16, 8:16] = rng.normal(0.4, 0.3, (8, 8, 16))
    start[:, 2, 3] = 0.05  # what a wound may leave: a cell that does not live
    return start


@pytest.mark.parametrize(("engine", "kernel"), [("live", "wasm"), ("live", "plain"), ("tfjs", None)])
def test_changing_strengths_give_what_python_gives(blank, files, perturbed, engine, kernel):
    model, path = perturbed
    rng = np.random.default_rng(8)
    start = start_state(rng)
    fires = (rng.random((STEPS, SIDE, SIDE)) < 0.5).astype(np.float32)
    state, strengths, expected = start, None, []
    for step, fire in enumerate(fires):
        strengths = CHANGES.get(step, strengths)
        state = model.step(state, fire[None], strengths=np.float32(strengths)).numpy()
        expected.append(state[0])
    assert (np.abs(expected[-1]).max(-1) > 0).sum() > 50, "the comparison is worth nothing if everything died"
    states, adjustable = run_script(
        blank,
        files,
        """
        const engine = await m.makeEngine(a.id, a.path, {width: a.side, height: a.side, kernel: a.kernel});
        const fires = m.floatsFrom(a.fires);
        engine.setState(m.floatsFrom(a.state));
        const states = [];
        for (let step = 0; step < fires.length / a.side ** 2; step++) {
          if (a.changes[step]) engine.setControls({strengths: Float32Array.from(a.changes[step])});
          await engine.step({fire: fires.slice(step * a.side ** 2, (step + 1) * a.side ** 2)});
          states.push(m.textFrom(await engine.getState()));
        }
        const {adjustable} = engine;
        engine.dispose();
        return [states, [...adjustable]];
        """,
        **{"id": engine, "path": path, "side": SIDE, "state": text(start), "fires": text(fires), "changes": CHANGES},
        kernel=kernel,
    )
    assert "strengths" in adjustable
    for step, (got, wanted) in enumerate(zip(states, expected, strict=True)):
        assert np.abs(floats(got, wanted.shape) - wanted).max() < 2e-3, step


def test_a_look_into_a_cell_says_what_is_added_to_the_changed_state(blank, files, perturbed):
    controls = {"strengths": text(np.float32([1, -0.5]))}
    start = start_state(np.random.default_rng(4))
    check_looks(blank, files, start, path=perturbed[1], controls=controls, draws=["fire"])
