"""export.site: what the page is given, byte for byte."""

import hashlib
import json
import shutil

import numpy as np
import pytest
from PIL import Image
from random_manifolds import random_manifold

import nca_tf
from export import site
from nca_tf.data.sample_digits import sample_digits
from nca_tf.families.growing import page as growing_page
from nca_tf.families.mnist.page import mnist_page
from nca_tf.families.takeover import page as takeover_page
from nca_tf.files.errors import InputError
from nca_tf.pictures.animation import straight
from nca_tf.pictures.targets import load_target

SIZE, PADDING = 12, 2


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    """Two little growing models and a classifier, as training leaves them."""
    root = tmp_path_factory.mktemp("models")
    rule = np.random.default_rng(0)
    for name in ("lizard-regenerating", "butterfly-growing"):
        model = nca_tf.GrowingCA(channels=8, hidden=8)
        for weight in model.named_weights().values():
            weight.assign(rule.normal(0, 0.05, weight.shape))
        extra = {"name": name, "target": name.split("-")[0], "size": SIZE, "padding": PADDING}
        nca_tf.save(model, root / "growing" / name, extra)
    from nca_tf.families.mnist.automaton import SelfClassifyingCA

    nca_tf.save(SelfClassifyingCA(features=4, hidden=4), root / "mnist" / "mnist", {"name": "mnist"})
    return [root / "growing" / "lizard-regenerating", root / "growing" / "butterfly-growing", root / "mnist" / "mnist"]


@pytest.fixture(scope="module")
def written(models, tmp_path_factory):
    """The site's models folder made of them."""
    out = tmp_path_factory.mktemp("site") / "models"
    site.write_site(models, out, graphs=False)
    return out


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_weights_are_little_endian_floats_at_the_stated_offsets(models, written):
    with np.load(models[0] / "weights.npz") as archive:
        arrays = {name: archive[name] for name in archive.files}
    meta = json.loads((written / "growing/lizard-regenerating/meta.json").read_text())
    content = (written / "growing/lizard-regenerating/weights.bin").read_bytes()
    assert len(content) == 4 * sum(array.size for array in arrays.values())
    for entry in meta["weights"]["arrays"]:
        size = int(np.prod(entry["shape"]))
        read = np.frombuffer(content, "<f4", size, entry["offset"]).reshape(entry["shape"])
        np.testing.assert_array_equal(read, arrays[entry["name"]])


def test_every_file_but_meta_has_its_sha256_and_the_index_has_metas(written):
    for entry in json.loads((written / "index.json").read_text())["models"]:
        folder = written / entry["path"]
        meta = json.loads((folder / "meta.json").read_text())
        assert set(meta["files"]) == {path.name for path in folder.iterdir()} - {"meta.json"}
        for name, stated in meta["files"].items():
            content = (folder / name).read_bytes()
            assert stated == {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        assert entry["sha256"] == hashlib.sha256((folder / "meta.json").read_bytes()).hexdigest()
        assert entry["bytes"] == sum(path.stat().st_size for path in folder.iterdir())


def test_meta_keeps_the_constants_and_adds_words(written):
    meta = json.loads((written / "growing/lizard-regenerating/meta.json").read_text())
    expected = {"family": "growing", "channels": 8, "hidden": 8, "fire_rate": 0.5, "step_size": 1.0, "angle": 0.0}
    expected |= {"edges": "zero", "alive_threshold": 0.1, "size": SIZE, "padding": PADDING, "format": 1}
    expected |= {"title": "Lizard, regenerating", "pattern": "lizard", "training": "regenerating"}
    assert expected.items() <= meta.items()


def test_patterns_come_in_the_papers_order(written):
    entries = json.loads((written / "index.json").read_text())["models"]
    assert [entry["name"] for entry in entries] == ["lizard-regenerating", "butterfly-growing", "mnist"]


def test_the_target_is_the_one_trained_on(written):
    with Image.open(written / "growing/lizard-regenerating/target.png") as image:
        pixels = np.asarray(image.convert("RGBA"), np.float64) / 255
    premultiplied = np.concatenate([pixels[..., :3] * pixels[..., 3:], pixels[..., 3:]], axis=-1)
    assert np.abs(premultiplied - load_target("lizard", size=SIZE)).max() < 1.5 / 255


def test_the_thumbnail_shows_what_the_model_grows(models, written):
    model = nca_tf.load(models[0])
    side = SIZE + 2 * PADDING
    state = np.asarray(model.rollout(model.seed_state(1, side, side), growing_page.STEPS, random_seed=0))
    with Image.open(written / "growing/lizard-regenerating/thumbnail.png") as image:
        assert image.size == (side, side)  # the margin is wider than the padding here
        alpha = np.asarray(image)[..., 3]
    np.testing.assert_array_equal(alpha, np.round(np.clip(state[0, ..., 3].astype(np.float64), 0, 1) * 255))


def test_a_classifier_gets_names_colours_and_samples(written):
    meta = json.loads((written / "mnist/mnist/meta.json").read_text())
    assert meta["class_names"] == list("0123456789")
    assert meta["palette"][1] == [230, 25, 75] and len(meta["palette"]) == len(meta["palette_safe"]) == 10
    assert meta["undecided_below"] == 0.01
    assert meta["samples"] == {"image": "samples.png", "tile": 28, "rows": 10, "columns": 10}
    with Image.open(written / "mnist/mnist/samples.png") as image:
        sheet = np.asarray(image)
    third_seven = sheet[7 * 28 : 8 * 28, 2 * 28 : 3 * 28]
    np.testing.assert_array_equal(third_seven, sample_digits("mnist").images[72])


def test_the_two_palettes_of_a_classifier_differ(written):
    meta = json.loads((written / "mnist/mnist/meta.json").read_text())
    assert all(standard != safe for standard, safe in zip(meta["palette"], meta["palette_safe"], strict=True))


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("red-lizard", "Red lizard"),
        ("fashion_mnist-27-regenerating", "Fashion-MNIST, 27, regenerating"),
    ],
)
def test_titles(name, title):
    assert growing_page.words_of({}, name)["title"] == title


@pytest.mark.parametrize(
    ("target", "host", "experiment", "title"),
    [
        ("lizard-tailless", "lizard", "static", "Lizard to tailless"),
        ("butterfly", "ladybug", "static", "Ladybug to butterfly"),
        ("lizard", "lizard", "dynamic", "Lizard that lives on"),
    ],
)
def test_titles_of_takeovers(target, host, experiment, title):
    meta = {"target": target, "host_target": host, "host_name": f"{host}-persistent", "experiment": experiment}
    assert takeover_page.words_of(meta, "model")["title"] == title


@pytest.mark.parametrize(
    ("name", "title", "dataset"),
    [
        ("fashion_mnist", "Fashion-MNIST", "fashion_mnist"),
        ("fashion_mnist-5x5", "Fashion-MNIST, 5x5", "fashion_mnist"),
        ("mnist-cross_entropy-no-mask", "MNIST, cross entropy no mask", "mnist"),
        ("fashion", "Fashion", "fashion_mnist"),
    ],
)
def test_titles_and_data_sets_of_classifiers(name, title, dataset, tmp_path):
    page = mnist_page(None, {}, tmp_path / name)
    assert (page.words["title"], page.facts["dataset"]) == (title, dataset)


def test_the_same_models_give_the_same_bytes(models, written, tmp_path):
    site.write_site(models, tmp_path / "models", graphs=False)
    assert contents(tmp_path / "models") == contents(written)


def test_an_earlier_export_is_replaced_as_a_whole(models, tmp_path):
    out = tmp_path / "models"
    site.write_site(models, out, graphs=False)
    site.write_site(models[:1], out, graphs=False)
    assert {path.name for path in out.iterdir()} == {"index.json", "growing"}
    assert [path.name for path in tmp_path.iterdir()] == ["models"]


def test_a_damaged_model_leaves_the_earlier_export_alone(models, tmp_path):
    out, broken = tmp_path / "models", tmp_path / "broken" / "growing" / "lizard-growing"
    site.write_site(models[:1], out, graphs=False)
    before = contents(out)
    broken.mkdir(parents=True)
    (broken / "meta.json").write_bytes((models[0] / "meta.json").read_bytes())
    (broken / "weights.npz").write_bytes((models[0] / "weights.npz").read_bytes()[:-200])
    with pytest.raises(InputError, match="weights.npz can't be used"):
        site.write_site([models[0], broken], out, graphs=False)
    assert contents(out) == before
    assert {path.name for path in tmp_path.iterdir()} == {"models", "broken"}


def test_a_folder_that_holds_something_else_is_left_alone(models, tmp_path):
    (tmp_path / "thesis.txt").write_text("precious")
    (tmp_path / "index.json").write_text('{"chapters": []}')
    with pytest.raises(InputError, match="is no export"):
        site.write_site(models, tmp_path, graphs=False)
    assert (tmp_path / "thesis.txt").read_text() == "precious"


def test_no_models_is_bad_input(tmp_path):
    with pytest.raises(InputError, match="holds no models"):
        site.main(["--models", str(tmp_path), "--out", str(tmp_path / "out")])
    assert not (tmp_path / "out").exists()


def test_the_command_says_what_it_wrote(models, tmp_path, capsys):
    site.main(["--models", str(models[0].parents[1]), "--out", str(tmp_path / "models"), "--no-graphs"])
    assert "3 models" in capsys.readouterr().out


def test_one_automaton_of_a_manifold_is_left_out(models, tmp_path, capsys):
    shutil.copytree(models[2], tmp_path / "runs" / "mnist" / "mnist")
    nca_tf.save(random_manifold(code="none"), tmp_path / "runs" / "ncam" / "one")
    site.main(["--models", str(tmp_path / "runs"), "--out", str(tmp_path / "models"), "--no-graphs"])
    left, wrote = capsys.readouterr().out.splitlines()
    assert left == f"left out {tmp_path}/runs/ncam/one: the page shows none of its kind" and ": 1 models, " in wrote
    assert not (tmp_path / "models" / "ncam").exists()


def test_straight_colours_are_clipped_and_zero_where_nothing_is():
    rgba = np.array([[[0.25, 0.5, 0.0, 0.5], [0.3, 0.1, -0.2, 0.0], [1.4, 0.2, -0.1, 1.2]]], np.float32)
    expected = [[[128, 255, 0, 128], [0, 0, 0, 0], [255, 51, 0, 255]]]
    np.testing.assert_array_equal(straight(rgba), expected)


def test_models_of_one_shape_share_a_graph_without_weights(models, tmp_path):
    pytest.importorskip("tensorflowjs", reason="tensorflowjs is not installed: pip install nca_tf[export]")
    for out in (tmp_path / "one", tmp_path / "two"):
        site.write_site(models[:2], out)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    folders = [tmp_path / "one/growing" / model.name for model in models[:2]]
    metas = [json.loads((folder / "meta.json").read_text()) for folder in folders]
    assert metas[0]["tfjs"] == metas[1]["tfjs"]
    names = [entry["name"] for entry in metas[0]["weights"]["arrays"]]
    assert sorted(metas[0]["tfjs"]["weights"].values()) == sorted(names)
    graph = (folders[0] / metas[0]["tfjs"]["graph"]).resolve()
    document = json.loads(graph.read_text())
    content = (graph.parent / "weights.bin").read_bytes()
    at, found = 0, set()
    for spec in document["weightsManifest"][0]["weights"]:
        size = {"float32": 4, "int32": 4, "bool": 1}[spec["dtype"]] * int(np.prod(spec["shape"], dtype=int))
        found.add(spec["name"])
        if spec["name"] in metas[0]["tfjs"]["weights"]:
            assert content[at : at + size] == bytes(size)
        at += size
    assert at == len(content) and found >= set(metas[0]["tfjs"]["weights"])
