"""Model files in the page: every kind is read, every broken one gets a message, and none stops the page."""

import base64
import json
from pathlib import Path

import numpy as np
import pytest
from broken_files import broken_drops, good_drops, small_growing
from model_cases import ORIGINALS, ModelCase, frozen_graph_weights, random_digits, write_site_folder

from nca_tf.families.growing import webgl8
from nca_tf.families.growing.automaton import GrowingCA
from nca_tf.families.mnist.automaton import UNDECIDED_BELOW, SelfClassifyingCA

LIMIT_MS = 5000
LOAD_ALL = """async ({drops, limit}) => {
  const {loadDropped} = await import('./js/model_files.js');
  const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const results = [];
  for (const drop of drops) {
    const files = drop.map(([name, content]) => new File([bytes(content)], name));
    const tooLong = new Promise((resolve) => setTimeout(() => resolve({name: 'Hang', message: ''}), limit));
    const loaded = loadDropped(files).then(
      ({family, meta, weights}) => {
        const arrays = [...weights].map(([name, {shape, data}]) => [name, [shape, [...data]]]);
        return {family, meta, weights: Object.fromEntries(arrays)};
      },
      ({name, message}) => ({name, message}),
    );
    results.push(await Promise.race([loaded, tooLong]));
  }
  return results;
}"""


def load(page, drops) -> list[dict]:
    """What the page makes of each drop: a model, or the name and message of an error."""
    encoded = [[[name, base64.b64encode(content).decode()] for name, content in drop] for drop in drops]
    return page.evaluate(LOAD_ALL, {"drops": encoded, "limit": LIMIT_MS})


def arrays(model) -> dict[str, np.ndarray]:
    return {name: np.float32(data).reshape(shape) for name, (shape, data) in model["weights"].items()}


def test_intact_models_of_every_kind_are_read(blank):
    drops = good_drops()
    models = dict(zip(drops, load(blank, drops.values()), strict=True))
    expected = small_growing()
    for kind in ("folder of the site", "folder of a run", "compressed folder", "growing graph"):
        assert models[kind].get("family") == "growing", models[kind]
        for name, values in arrays(models[kind]).items():
            np.testing.assert_array_equal(values, expected[name])
    expected = random_digits(channels=12, features=8, hidden=8)
    assert models["folder of digits"].get("family") == "mnist", models["folder of digits"]
    for name, values in arrays(models["folder of digits"]).items():
        np.testing.assert_array_equal(values, expected[name])
    assert models["digit graph"]["family"] == "mnist"
    assert models["digit graph"]["meta"]["features"] == 80
    for name, values in arrays(models["digit graph"]).items():
        np.testing.assert_array_equal(values, random_digits()[name])


def test_8_bit_models_are_decoded_as_python_does(blank):
    drop = good_drops()["8-bit JSON"]
    (model,) = load(blank, [drop])
    expected = webgl8.decode(webgl8.parse(json.loads(drop[0][1])))
    assert model["meta"]["edges"] == "wrap"
    for name, values in arrays(model).items():
        np.testing.assert_allclose(values, expected[name], rtol=0, atol=1e-7)


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the originals' files are not beside this repository")
def test_published_files_are_read(blank):
    paths = [*sorted(ORIGINALS.glob("growing/*.json")), *sorted(ORIGINALS.glob("*mnist/*graphmodel.json"))]
    models = load(blank, [[(path.name, path.read_bytes())] for path in paths])
    assert [model.get("family") for model in models] == ["growing"] * 6 + ["mnist"] * 2
    for path, model in zip(paths, models, strict=True):
        if "graphmodel" in path.name:
            expected = frozen_graph_weights(path)
        else:
            expected = webgl8.decode(webgl8.parse(json.loads(path.read_text())))
        for name, values in arrays(model).items():
            np.testing.assert_allclose(values, expected[name], rtol=0, atol=1e-7)


def test_what_published_files_leave_out_is_what_python_assumes():
    path = Path(__file__).resolve().parents[2] / "web_demo" / "js" / "formats" / "published.json"
    published = json.loads(path.read_text())
    growing, digits = GrowingCA().get_config(), SelfClassifyingCA().get_config()
    assert {key: growing[key] for key in published["growing"]} == published["growing"]
    assert {**published["growing"], "edges": "wrap"} == published["webgl8"]
    assert published["mnist"].pop("undecided_below") == UNDECIDED_BELOW
    assert published["mnist"].pop("edges") == SelfClassifyingCA().edges
    assert {key: digits[key] for key in published["mnist"]} == published["mnist"]


def test_every_broken_file_gets_a_message_and_none_hangs(blank):
    drops = broken_drops()
    assert len(drops) >= 200
    results = load(blank, drops)
    for drop, result in zip(drops, results, strict=True):
        about = f"{[(name, content[:200]) for name, content in drop]}: {str(result)[:300]}"
        assert result.get("name") == "ModelError", about
        parts = result["message"].split("; ")
        assert len(parts) == 3 and all(parts) and "\n" not in result["message"], about
        assert len(result["message"]) < 500, about
    (after,) = load(blank, [good_drops()["8-bit JSON"]])
    assert after.get("family") == "growing", "after all that a good file must still load"


def test_random_damage_never_does_worse_than_a_message(blank):
    rng = np.random.default_rng(3)
    drops = []
    for drop in good_drops().values():
        for _ in range(40):
            damaged = [(name, bytearray(content)) for name, content in drop]
            content = damaged[rng.integers(len(damaged))][1]
            for at in rng.integers(len(content), size=rng.integers(1, 6)):
                content[at] = rng.integers(256)
            drops.append([(name, bytes(content)) for name, content in damaged])
    results = load(blank, drops)
    worse = [result for result in results if "family" not in result and result["name"] != "ModelError"]
    assert not worse


def test_a_model_of_the_site_that_is_missing_or_changed_is_refused(blank, files):
    folder = write_site_folder(ModelCase("growing", "random-growing", None), files / "changed")
    blob = (folder / "weights.bin").read_bytes()
    (folder / "weights.bin").write_bytes(blob[:-4] + b"\0\0\0\0")
    blank.watch.allowed = ("404",)
    messages = blank.evaluate(
        """async () => {
          const {loadModel} = await import('./js/model_files.js');
          const message = (path) => loadModel(path).then(() => 'loaded', ({name, message}) => `${name}: ${message}`);
          return [await message('test-files/changed/growing/random-growing'), await message('test-files/nowhere/')];
        }"""
    )
    assert messages[0].startswith("ModelError: weights.bin has sha256 ")
    assert "status 404" in messages[1] and messages[1].startswith("ModelError: ")
