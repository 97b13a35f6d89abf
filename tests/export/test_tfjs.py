"""Graph models for TensorFlow.js: what is quantised, what must not be there, and that they compute the same."""

import asyncio
import contextlib
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import tensorflow as tf

from export import browser, model_argument, rollouts, rounding, tfjs
from nca_tf.families.growing.automaton import GrowingCA
from tests import small_models

ROOT = Path(__file__).resolve().parents[2]
RUN_RULE = """async ([rows, columns]) => {
  const tf = await import("/vendor/tf.js");
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  tf.setWasmPaths("/vendor/");
  await tf.setBackend("wasm");
  const rule = await tf.loadGraphModel("/graph/model.json");
  const patches = new Float32Array(await (await fetch("/blob/patches")).arrayBuffer());
  return Array.from(await rule.execute({ patches: tf.tensor(patches, [rows, columns]) }).data());
}"""


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sources")
    models = {"pattern": small_models.growing_model(), "digits": small_models.mnist_model()}
    return {name: model_argument.load(small_models.save(model, folder / name)) for name, model in models.items()}


@pytest.fixture(scope="module")
def exported(sources, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tfjs")
    changes = {}
    for kind in tfjs.KINDS:
        changes[kind] = tfjs.write(sources["pattern"], folder / f"pattern-{kind}", kind)
    tfjs.write(sources["digits"], folder / "digits-none")
    return folder, changes


def manifest(folder):
    document = json.loads((folder / "model.json").read_text())
    return {entry["name"]: entry for group in document["weightsManifest"] for entry in group["weights"]}


@pytest.mark.parametrize("signature", ["step", "rule"])
@pytest.mark.parametrize("kind", ["float16", "uint16", "uint8"])
def test_exactly_the_trainable_weights_are_quantised(exported, sources, kind, signature):
    entries = manifest(exported[0] / f"pattern-{kind}" / signature)
    quantised = {name: tuple(entry["shape"]) for name, entry in entries.items() if "quantization" in entry}
    shapes = [weight.shape for weight in sources["pattern"].model.named_weights().values()]
    assert sorted(quantised.values()) == sorted(tuple(shape) for shape in shapes)
    assert {entries[name]["quantization"]["dtype"] for name in quantised} == {kind}


def test_filters_and_threshold_stay_exact(exported, sources):
    plain, small = (exported[0] / f"pattern-{kind}" / "step" for kind in ("none", "uint8"))
    names = json.loads((plain.parent / "meta.json").read_text())["weights"]["step"].values()
    stored = [
        {entry["name"]: entry["data"] for group in tfjs.read_weights(folder) for entry in group}
        for folder in (plain, small)
    ]
    assert stored[0].keys() == stored[1].keys() and len(stored[0]) > len(names)
    for name, values in stored[0].items():
        if name not in names:
            assert (stored[1][name] == values).all()
    assert np.float32(0.1) in [values for values in stored[0].values() if values.shape == ()]


def test_weights_change_by_half_a_step_at_most_and_8_bit_kernels_to_where_their_errors_cancel(exported, sources):
    folder, changes = exported
    assert changes["none"] == 0.0
    steps = [
        entry["quantization"]["scale"]
        for entry in manifest(folder / "pattern-uint16" / "step").values()
        if "quantization" in entry
    ]
    assert 0 < changes["uint16"] <= max(steps) / 2 * 1.001
    stored = tfjs.stored_weights(folder / "pattern-uint8" / "step", sources["pattern"].model)
    for name, values in rounding.rounded_weights(sources["pattern"]).items():
        assert stored[name].shape == values.shape
        half_a_step = 0.0 if name.endswith("kernel") else np.ptp(values) / 255 / 2
        assert np.abs(stored[name] - values).max() <= half_a_step * 1.01 + 1e-6


def test_files_are_what_meta_lists(exported):
    for folder in exported[0].iterdir():
        meta = json.loads((folder / "meta.json").read_text())
        assert meta["export"] == "tfjs" and set(meta["signatures"]) == {"step", "rule"}
        found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {"meta.json"}
        assert set(meta["files"]) == found


def test_random_operations_are_refused(exported, tmp_path):
    document = json.loads((exported[0] / "pattern-none" / "step" / "model.json").read_text())
    document["modelTopology"]["node"].append({"name": "dice", "op": "RandomUniform"})
    (tmp_path / "model.json").write_text(json.dumps(document))
    with pytest.raises(RuntimeError, match="RandomUniform"):
        tfjs.refuse_random_operations(tmp_path)
    tfjs.refuse_random_operations(exported[0] / "digits-none" / "step")


def test_a_weight_that_is_not_in_the_graph_is_noticed(exported, sources):
    trainable = {name: weight.numpy() for name, weight in sources["pattern"].model.named_weights().items()}
    others = {**trainable, "dense1/bias": trainable["dense1/bias"] + 1e-6}
    with pytest.raises(RuntimeError, match="holds the weight dense1/bias 0 times; once was expected"):
        tfjs.fill_in(exported[0] / "pattern-none" / "step", others, trainable, "none")


def test_zero_and_equal_weights_all_have_their_place(tmp_path):
    """TensorFlow folds zeros away, and an untrained model has little else."""
    source = model_argument.load(small_models.save(GrowingCA(channels=8, hidden=8), tmp_path / "untrained"))
    before = {name: weight.numpy() for name, weight in source.model.named_weights().items()}
    assert tfjs.write(source, tmp_path / "out") == 0.0
    names = json.loads((tmp_path / "out" / "meta.json").read_text())["weights"]
    assert len(set(names["step"].values())) == len(set(names["rule"].values())) == 4
    for name, values in tfjs.stored_weights(tmp_path / "out" / "step", source.model).items():
        np.testing.assert_array_equal(values, before[name])
        np.testing.assert_array_equal(source.model.named_weights()[name], before[name])


def test_command_says_what_it_wrote(sources, tmp_path, capsys):
    tfjs.main([str(sources["pattern"].folder), "--out", str(tmp_path / "out"), "--quantize", "uint8"])
    line = capsys.readouterr().out
    assert line.startswith(f"{tmp_path / 'out'}: ") and "signatures step, rule" in line and line.count("\n") == 1
    with pytest.raises(SystemExit) as caught:
        tfjs.main([str(sources["pattern"].folder), "--out", str(tmp_path / "out"), "--quantize", "int4"])
    assert caught.value.code == 2


@pytest.fixture(scope="module")
def chromium():
    try:
        with browser.chromium() as started:
            yield started
    except browser.Unavailable as missing:
        pytest.skip(f"not run: {missing}")


@pytest.mark.parametrize("name", ["pattern", "digits"])
def test_the_step_in_chromium_is_that_of_python(chromium, exported, sources, name):
    source = sources[name]
    quality = source.model.quality({**source.meta, "size": 8, "padding": 4}, source.folder)
    start = quality.start[:2]
    expected = rollouts.in_python(source.model)(start, quality.inputs, [1, 12])
    found = browser.in_tfjs(chromium, exported[0] / f"{name}-none" / "step")(start, quality.inputs, [1, 12])
    assert found.keys() == {1, 12}
    for step, states in expected.items():
        np.testing.assert_allclose(found[step], states, atol=1e-5)
    assert np.abs(expected[12] - start).max() > 0.1


def test_the_bare_rule_in_chromium_is_that_of_python(chromium, exported, sources):
    signature = next(each for each in sources["pattern"].model.signatures() if each.name == "rule")
    patches = signature.example(2)["patches"]
    expected = signature.function(patches=tf.constant(patches))["increments"].numpy()
    folder = exported[0] / "pattern-none" / "rule"

    def run(browser_in_thread):
        with contextlib.closing(browser_in_thread.new_page()) as page:
            page.route("**/*", lambda route: browser._answer(route, folder, {}, {"patches": patches.tobytes()}, {}))
            page.goto(f"{browser.ORIGIN}/")
            return page.evaluate(RUN_RULE, list(patches.shape))

    found = chromium(run)
    np.testing.assert_allclose(np.reshape(found, expected.shape), expected, atol=1e-5)


def test_the_example_page_runs(chromium, exported):
    errors = []

    def answer(route):
        path = route.request.url.removeprefix(browser.ORIGIN).split("?")[0].strip("/")
        file = exported[0] / path.removeprefix("models/") if path.startswith("models/") else ROOT / path
        if file.is_file():
            route.fulfill(body=file.read_bytes(), content_type=browser.TYPES.get(file.suffix, "text/html"))
        else:
            route.fulfill(status=404, body="")

    def middle_after_some_steps(browser_in_thread):
        with contextlib.closing(browser_in_thread.new_page()) as page:
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.route("**/*", answer)
            page.goto(f"{browser.ORIGIN}/export/clients/tfjs.html?model=/models/pattern-uint8")
            page.wait_for_function("Number(document.title.split(' ')[1]) > 5", timeout=60_000)
            return page.evaluate(
                "[...document.querySelector('canvas').getContext('2d').getImageData(36, 36, 1, 1).data]"
            )

    middle = chromium(middle_after_some_steps)
    assert not errors and middle[:3] != [255, 255, 255] and middle[3] == 255


def test_a_browser_opens_where_an_event_loop_runs(chromium):
    """As in a notebook, and while another browser is open."""

    async def version():
        with browser.chromium() as call:
            return call(lambda opened: opened.version)

    # A thread of its own has no event loop yet, whatever ran in this one.
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(asyncio.run, version()).result() == chromium(lambda opened: opened.version)
