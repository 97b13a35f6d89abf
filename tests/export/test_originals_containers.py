"""What the authors' demos and archives hold is read as it lies: scripts of assignments, and zips of several models."""

import io
import json
import zipfile

import numpy as np
import pytest

import nca_tf
from export import originals
from nca_tf.families import FAMILIES
from nca_tf.families.growing import webgl8
from nca_tf.families.perturbation.targets import TARGETS, pictures_of
from nca_tf.files import model_files
from nca_tf.files.errors import InputError
from nca_tf.pictures.model_targets import encode_target
from nca_tf.pictures.targets import load_target
from tests import published_files as published
from tests import small_models
from tests.published_files import same, write
from tests.shared_data import shared_path
from training.perturbation import join

BLOB = "URL.createObjectURL(new Blob([`{}`], {{type: 'application/json'}}))"


def digits_script(host, adversary):
    """`data.js` of the adversarial article."""
    texts = (f"window.{name} = {published.base64_json(arrays).decode()};" for name, arrays in (host, adversary))
    return ("\n".join(texts) + "\n").encode()


def growing_script(graph, matrices):
    """`gca_data.js` of the adversarial article."""
    lines = ("", f"  window.GRAPH_URL = {BLOB.format(graph)};", f"  window.PERTURBATIONS = {json.dumps(matrices)};")
    return ("\n".join(lines) + "\n").encode()


def archive(members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return stream.getvalue()


def test_a_script_of_two_classifiers(tmp_path):
    host, adversary = published.mnist_arrays(), published.mnist_arrays(seed=1)
    path = write(tmp_path, digits_script(("WEIGHTS_B64", host), ("ADV_WEIGHTS_B64", adversary)), "data.js")
    with pytest.raises(
        InputError, match="holds 2 models: WEIGHTS_B64, ADV_WEIGHTS_B64; one was expected; name it with"
    ):
        originals.read(path)
    assert same(originals.read(path, "WEIGHTS_B64").arrays, host)
    assert same(originals.read(path, "ADV").arrays, adversary)
    with pytest.raises(InputError, match="none of which fit --entry 'UNICORN'"):
        originals.read(path, "UNICORN")


def test_a_script_of_one_needs_no_choice(tmp_path):
    arrays = published.mnist_arrays()
    content = b"// weights\nwindow.WEIGHTS_B64 = " + published.base64_json(arrays) + b";\n"
    assert same(originals.read(write(tmp_path, content, "data.js")).arrays, arrays)


def test_a_script_of_a_graph_and_matrices(tmp_path, capsys):
    arrays = published.growing_arrays()
    matrices = np.random.default_rng(0).normal(size=(6, 16, 16)).astype(np.float32)
    content = growing_script(published.graph_json(arrays).decode(), matrices.tolist())
    path = write(tmp_path, content, "gca_data.js")
    assert same(originals.read(path, "GRAPH_URL").arrays, arrays)
    assert (originals.read(path, "PERTURBATIONS").arrays["blue"] == matrices[5]).all()
    originals.main([str(path), "--entry", "GRAPH", "--out", str(tmp_path / "run")])
    assert nca_tf.load(tmp_path / "run").family == "growing"
    assert model_files.read_meta(tmp_path / "run")["source"]["entry"] == "GRAPH"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("window.A = alert(1);", "assigns to A is no JSON"),
        ("window.A = [1]; fetch('x')", "goes on with"),
        ("window.A = URL.createObjectURL(new Blob([`{}", "assigns to A is no JSON .the blob does not end"),
        ("A = [1];" * 70, "up to 64 assignments"),
    ],
    ids=["call", "statement", "blob", "many"],
)
def test_scripts_that_do_more_than_assign_are_refused(tmp_path, text, message):
    with pytest.raises(InputError, match=message):
        originals.read(write(tmp_path, text.encode(), "data.js"))


def test_an_archive_of_checkpoints(tmp_path):
    members, models = {"__MACOSX/._x.json": b"", "notes.txt": b"hello"}, {}
    for run, seed in (("use_sample_pool_0", 1), ("use_sample_pool_1", 2)):
        models[run] = published.growing_arrays(seed=seed)
        (tmp_path / run).mkdir()
        prefix = published.checkpoint(tmp_path / run, models[run])
        members.update({f"{run}/{file.name}": file.read_bytes() for file in (tmp_path / run).iterdir()})
    path = write(tmp_path, archive(members), "pretrained.zip")
    with pytest.raises(InputError, match="holds 2 models: use_sample_pool_0/00100, use_sample_pool_1/00100; one was"):
        originals.read(path)
    original = originals.read(path, "pool_1")
    assert original.format == "TensorFlow checkpoint" and same(original.arrays, models["use_sample_pool_1"])
    assert prefix.endswith("00100")


@pytest.mark.parametrize("name", ["model.json", "folder/rule.pt"])
def test_an_archive_of_one_file(tmp_path, name):
    arrays = published.growing_arrays()
    content = published.pytorch_zip(arrays) if name.endswith(".pt") else published.graph_json(arrays)
    expected = {f"rule/{key}": array for key, array in arrays.items()} if name.endswith(".pt") else arrays
    assert same(originals.read(write(tmp_path, archive({name: content}), "a.zip")).arrays, expected)


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({"notes.txt": b"hello"}, "no file in a known format"),
        ({"model.json": b"[" * 60_000_000}, "would take 60000000 bytes; at most 48000000"),
        ({"inner.pt": archive({"inner.pt": b"x"})}, "holds an archive of other files"),
    ],
    ids=["text", "bomb", "nested"],
)
def test_archives_without_a_model_are_refused(tmp_path, members, message):
    with pytest.raises(InputError, match=message):
        originals.read(write(tmp_path, archive(members), "a.zip"))


def test_a_file_with_one_model_takes_no_entry(tmp_path):
    with pytest.raises(InputError, match="the file holds one model; --entry is for"):
        originals.read(write(tmp_path, published.graph_json(published.growing_arrays())), "x")


@pytest.fixture
def without_takeover():
    """As in a version that has no such family. The table is put back in its order, which RESULTS.md follows."""
    before = dict(FAMILIES)
    del FAMILIES["takeover"]
    yield
    FAMILIES.clear()
    FAMILIES.update(before)


@pytest.mark.usefixtures("without_takeover")
def test_what_no_family_here_runs_says_so_where_it_is_loaded(tmp_path, capsys):
    path = write(tmp_path, published.pytorch_zip(published.growing_arrays()), "rule.pt")
    originals.main([str(path), "--out", str(tmp_path / "run")])
    family = model_files.read_meta(tmp_path / "run")["family"]
    assert "arrays only: this version can't run that family yet" in capsys.readouterr().out
    with pytest.raises(InputError, match=f"of the family {family}, which this version can't run yet"):
        nca_tf.load(tmp_path / "run")


def test_a_matrix_needs_the_host_that_it_is_for(tmp_path, capsys):
    matrix = np.float32(np.eye(16) + 0.01)
    path, out = write(tmp_path, published.npy(matrix), "tail.npy"), str(tmp_path / "run")
    originals.main([str(path), "--out", out])
    assert "arrays only: name the model that they are for with --host" in capsys.readouterr().out
    with pytest.raises(InputError, match="names no host; read the file in again with --host"):
        nca_tf.load(out)
    originals.main([str(path), "--out", out, "--host", "growing/lizard-regenerating"])
    assert "arrays only" not in capsys.readouterr().out
    model, meta = nca_tf.load(out), model_files.read_meta(out)
    np.testing.assert_allclose(model.change("matrix"), matrix, atol=1e-6)
    assert meta["host_sha256"] == model_files.weights_sha256("growing/lizard-regenerating")
    with pytest.raises(InputError, match="the file holds a model of its own"):
        demo = write(tmp_path, webgl8.encode(published.growing_arrays()).encode(), "demo.json")
        originals.main([str(demo), "--out", out, "--host", "growing/lizard-regenerating"])


def test_the_six_matrices_of_the_page_bring_all_that_measuring_them_needs(tmp_path):
    matrices = np.float32(np.eye(16) + 0.01 * np.arange(6)[:, None, None])
    path, host, out = write(tmp_path, json.dumps(matrices.tolist()).encode()), tmp_path / "host", tmp_path / "run"
    picture = np.zeros((12, 10, 4), np.float32)
    picture[3:9, 2:8] = 1.0
    facts = {"target": "target.png", "size": 12, "padding": 4, "files": {"target.png": encode_target(picture)}}
    model_files.save(small_models.growing_model(channels=16), host, {"name": "host", **facts})
    originals.main([str(path), "--out", str(out), "--host", str(host)])
    meta = model_files.read_meta(out)
    assert (meta["host_name"], meta["host_target"], meta["source"]["host"]) == ("host", "host_target.png", "host")
    found = pictures_of(nca_tf.load(out).perturbations, meta, out)
    np.testing.assert_allclose(found.before, picture, atol=1 / 255)
    assert list(found.after) == list(TARGETS) and found.padding == 4
    assert all((found.after[name] == load_target(TARGETS[name], 12)).all() for name in TARGETS)
    with pytest.raises(InputError, match=r"record.json"):
        join.main([str(out), "--out", str(tmp_path / "joint")])
    assert not (tmp_path / "joint").exists()


def test_a_rule_and_a_host_make_a_host_with_adversaries(tmp_path):
    arrays, host = published.growing_arrays(), str(tmp_path / "host")
    model_files.save(small_models.growing_model(), host, {"name": "host"})
    path, out = write(tmp_path, published.graph_json(arrays)), str(tmp_path / "run")
    originals.main([str(path), "--out", out, "--host", host, "--target", "lizard-tailless"])
    model, meta = nca_tf.load(out), model_files.read_meta(out)
    weights = {name: np.asarray(weight) for name, weight in model.named_weights().items()}
    own = {f"host/{name}": np.asarray(weight) for name, weight in nca_tf.load(host).named_weights().items()}
    assert same(own | {f"adversary/{name}": array for name, array in arrays.items()}, weights)
    assert (meta["family"], meta["target"], meta["host_name"]) == ("adversarial", "lizard-tailless", "host")
    with pytest.raises(InputError, match="the adversary has arrays of the shapes"):
        originals.main([str(path), "--out", out, "--host", "growing/lizard-regenerating"])


def test_the_published_files_in_containers(tmp_path):
    """The very arrays that data.js and gca_data.js carry, from their published files."""
    texts = shared_path("originals/mnist/mnist_weights_b64.json")
    graph = shared_path("originals/growing/lizard_ex3_run0_graphmodel.json")
    script = b"window.WEIGHTS_B64 = " + texts.read_bytes() + b";\n"
    assert same(originals.read(write(tmp_path, script, "data.js")).arrays, originals.read(texts).arrays)
    script = growing_script(graph.read_text(), np.zeros((6, 16, 16)).tolist())
    read = originals.read(write(tmp_path, script, "gca_data.js"), "GRAPH_URL")
    assert same(read.arrays, originals.read(graph).arrays)
    zipped = write(tmp_path, archive({"mnist/model.json": texts.read_bytes()}), "a.zip")
    assert same(originals.read(zipped).arrays, originals.read(texts).arrays)
