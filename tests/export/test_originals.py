"""Readers of the published formats: right arrays, recognised by content, nothing trusted."""

import base64
import json
import math
import zipfile
from pathlib import Path

import numpy as np
import pytest
import tensorflow as tf

import nca_tf
from export import originals
from export.command_line import BAD_INPUT
from export.published import tf_checkpoint
from nca_tf.families.growing import webgl8
from nca_tf.families.perturbation.targets import TARGETS
from nca_tf.files import model_files
from nca_tf.files.errors import InputError
from tests import published_files as published
from tests.fuzz_originals import MOST_BYTES, peak_bytes
from tests.published_files import same, write
from tests.shared_data import shared_path

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("arrays", [published.growing_arrays(), published.mnist_arrays()], ids=["growing", "mnist"])
@pytest.mark.parametrize("make", [published.graph_json, published.base64_json])
def test_json_gives_the_arrays_back_bit_for_bit(tmp_path, arrays, make):
    original = originals.read(write(tmp_path, make(arrays)))
    assert original.family == ("growing" if len(arrays) == 4 else "mnist")
    assert same(original.arrays, arrays)


@pytest.mark.parametrize("arrays", [published.growing_arrays(), published.mnist_arrays()], ids=["growing", "mnist"])
@pytest.mark.parametrize("end", ["", ".index", ".data-00000-of-00001"])
def test_checkpoint_gives_the_arrays_back_bit_for_bit(tmp_path, arrays, end):
    prefix = published.checkpoint(tmp_path, arrays)
    original = originals.read(prefix + end)
    assert original.format == "TensorFlow checkpoint"
    assert same(original.arrays, arrays)


def test_checksum_is_that_of_tensorflow():
    # TFRecord files carry the same masked CRC-32C: length, its checksum, content, checksum of the content.
    assert tf_checkpoint.masked_crc32c(b"123456789") == ((0xE3069283 >> 15 | 0xE3069283 << 17) + 0xA282EAD8) % 2**32


def test_damaged_checkpoint_values_are_noticed(tmp_path):
    data = tmp_path / (published.checkpoint(tmp_path, published.growing_arrays()) + ".data-00000-of-00001")
    content = bytearray(data.read_bytes())
    content[40] ^= 1
    data.write_bytes(content)
    with pytest.raises(InputError, match="the checksum of .* is wrong"):
        originals.read(data)


def test_missing_checkpoint_shard_is_named(tmp_path):
    prefix = published.checkpoint(tmp_path, published.growing_arrays())
    (tmp_path / (prefix + ".data-00000-of-00001")).unlink()
    with pytest.raises(InputError, match="data-00000-of-00001 is missing"):
        originals.read(prefix)


def test_pytorch_kernels_are_transposed(tmp_path):
    arrays = published.growing_arrays()
    original = originals.read(write(tmp_path, published.pytorch_zip(arrays)))
    assert original.family == "takeover"
    assert same(original.arrays, {f"rule/{name}": array for name, array in arrays.items()})


def test_compressed_archive_is_refused(tmp_path):
    content = published.pytorch_zip(published.growing_arrays(), zipfile.ZIP_DEFLATED)
    with pytest.raises(InputError, match="not stored as plain float32"):
        originals.read(write(tmp_path, content))


def test_webgl8_gives_what_its_bytes_say(tmp_path):
    text = webgl8.encode(published.growing_arrays())
    original = originals.read(write(tmp_path, text.encode()))
    assert same(original.arrays, webgl8.decode(webgl8.parse(json.loads(text))))


def test_a_published_8_bit_model_wraps_around_as_on_the_page(tmp_path):
    file = write(tmp_path, webgl8.encode(published.growing_arrays()).encode())
    originals.write(originals.read(file), tmp_path / "run", file)
    page = json.loads((ROOT / "web_demo" / "js" / "formats" / "published.json").read_text())
    assert nca_tf.load(tmp_path / "run").edges == page["webgl8"]["edges"] == "wrap"
    graph = write(tmp_path, published.graph_json(published.growing_arrays()))
    originals.write(originals.read(graph), tmp_path / "graph", graph)
    assert nca_tf.load(tmp_path / "graph").edges == page["growing"]["edges"] == "zero"


def test_of_values_listed_one_by_one_the_last_stands_for_the_rest(tmp_path):
    arrays = published.growing_arrays()
    arrays["dense2/bias"] = np.array([1, 2, 3, 3, 3, 3, 3, 3], np.float32)
    document = json.loads(published.graph_json(arrays))
    (bias,) = [node for node in document["modelTopology"]["node"] if _size(node) == 8 and "bias" in node["name"]]
    del bias["attr"]["value"]["tensor"]["tensorContent"]
    for listed in ([1, 2, 3], [1, 2, 3, 3, 3, 3, 3, 3]):
        bias["attr"]["value"]["tensor"]["floatVal"] = listed
        assert same(originals.read(write(tmp_path, json.dumps(document).encode())).arrays, arrays)
    for wrong in ([], [1.0] * 9, ["x"], {}, None, [True]):
        bias["attr"]["value"]["tensor"]["floatVal"] = wrong
        with pytest.raises(InputError, match="floatVal of the constant .* is no list of numbers of its shape"):
            originals.read(write(tmp_path, json.dumps(document).encode()))


def _size(node):
    """Values of a node's constant, None where it has no shape."""
    dimensions = node.get("attr", {}).get("value", {}).get("tensor", {}).get("tensorShape", {}).get("dim", [])
    return math.prod(int(dimension["size"]) for dimension in dimensions) if dimensions else None


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("order", ["C", "F"])
def test_npy_matrix(tmp_path, dtype, order):
    matrix = np.asarray(np.random.default_rng(0).normal(size=(16, 16)), dtype, order=order)
    original = originals.read(write(tmp_path, published.npy(matrix)))
    assert original.family == "perturbation"
    assert (original.arrays["matrix"] == matrix.astype(np.float32)).all()


def test_json_matrices_have_the_names_of_the_demo(tmp_path):
    matrices = np.random.default_rng(0).normal(size=(6, 16, 16)).astype(np.float32)
    six = originals.read(write(tmp_path, json.dumps(matrices.tolist()).encode())).arrays
    assert list(six) == list(TARGETS)
    assert (six["no-leg"] == matrices[1]).all()
    one = originals.read(write(tmp_path, json.dumps(matrices[2].tolist()).encode())).arrays
    assert (one["matrix"] == matrices[2]).all()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "no format that is known"),
        (b"\x80\x04\x95cos\nsystem\n", "no format that is known"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a": NaN}', "NaN is not a number"),
        (b'["!"]', "not base64"),
        (b"[]", "not an 8-bit WebGL model"),
        (b'{"modelTopology": {"node": 3}}', "no list of nodes"),
        (b"PK\x03\x04", "archive cannot be read"),
        (b"\x93NUMPY\x01\x00\xff\xff{'descr': '|O', 'shape': (9999999999,)}", "header is"),
        (b" " * 8_000_001, "would take 8000001 bytes; at most 8000000 in all"),
    ],
    ids=["empty", "pickle", "deep", "nan", "text", "list", "graph", "archive", "header", "large"],
)
def test_wrong_files_are_refused(tmp_path, content, message):
    with pytest.raises(InputError) as caught:
        originals.read(write(tmp_path, content))
    assert message in str(caught.value)


def test_values_that_are_not_finite_are_refused(tmp_path):
    arrays = published.growing_arrays()
    arrays["dense1/bias"][3] = np.nan
    with pytest.raises(InputError, match="dense1/bias holds values that are not finite"):
        originals.read(write(tmp_path, published.base64_json(arrays)))


@pytest.mark.parametrize("missing", ["nothing.json", "bad\0name", "a" * 300])
def test_missing_files_are_named(tmp_path, missing):
    with pytest.raises(InputError, match="a published model is expected; check the path"):
        originals.read(tmp_path / missing)
    with pytest.raises(InputError, match="not a file"):
        originals.read(tmp_path)


def test_a_large_document_of_nothing_stays_small(tmp_path):
    before = peak_bytes()
    with pytest.raises(InputError):
        originals.read(write(tmp_path, b"[" + b"{}," * 2_600_000 + b"0]"))
    assert peak_bytes() - before < MOST_BYTES / 2


def test_command_writes_a_model_that_loads(tmp_path, capsys):
    arrays = published.growing_arrays()
    path = write(tmp_path, published.graph_json(arrays), "rule.json")
    originals.main([str(path), "--out", str(tmp_path / "run"), "--target", "lizard"])
    line = capsys.readouterr().out
    assert line.count("\n") == 1 and "growing from frozen graph JSON, 404 numbers" in line
    model = model_files.load(tmp_path / "run")
    assert same({name: weight.numpy() for name, weight in model.named_weights().items()}, arrays)
    meta = model_files.read_meta(tmp_path / "run")
    assert (meta["target"], meta["name"]) == ("lizard", "run")
    # Again over the earlier export, but never over something else.
    originals.main([str(path), "--out", str(tmp_path / "run")])
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "thesis.txt").write_text("years of work")
    with pytest.raises(InputError, match="is no export"):
        originals.main([str(path), "--out", str(tmp_path / "other")])
    assert (tmp_path / "other" / "thesis.txt").exists()


def test_arrays_of_other_families_are_written_plainly(tmp_path):
    path = write(tmp_path, published.npy(np.eye(16, dtype=np.float32)), "tail.npy")
    originals.main([str(path), "--out", str(tmp_path / "tail")])
    assert model_files.read_meta(tmp_path / "tail")["family"] == "perturbation"
    with np.load(tmp_path / "tail" / "weights.npz", allow_pickle=False) as arrays:
        assert (arrays["matrix"] == np.eye(16)).all()


def test_wrong_arguments_are_one_line_and_status_two(capsys):
    with pytest.raises(SystemExit) as caught:
        originals.main([])
    assert caught.value.code == BAD_INPUT
    error = capsys.readouterr().err
    assert error.startswith("error: ") and error.count("\n") == 1


def test_planarian_is_the_same_from_checkpoint_and_graph():
    checkpoint = originals.read(shared_path("originals/growing/planarian_8000.index")).arrays
    graph = originals.read(shared_path("originals/growing/planarian_ex3_8000_graphmodel.json")).arrays
    assert same(checkpoint, graph)
    reader = tf.train.load_checkpoint(str(shared_path("originals/growing/planarian_8000.index"))[: -len(".index")])
    kernel = reader.get_tensor("dmodel/layer-1/kernel/.ATTRIBUTES/VARIABLE_VALUE")
    assert (checkpoint["dense2/kernel"] == kernel[0, 0]).all()


def test_published_mnist_weights_are_the_same_from_both_files():
    graph = originals.read(shared_path("originals/mnist/mnist_l2noise_mutating_graphmodel.json")).arrays
    texts = originals.read(shared_path("originals/mnist/mnist_weights_b64.json")).arrays
    assert same(graph, texts)


def test_published_takeover_rule_has_the_known_size():
    original = originals.read(shared_path("originals/takeover/lizard_persist.pt"))
    values = np.concatenate([array.ravel() for array in original.arrays.values()])
    assert values.size == 8336
    np.testing.assert_allclose(np.sqrt(np.mean(values**2)), 0.182, atol=5e-4)


@pytest.mark.parametrize(("name", "norm"), [("tail", 0.225), ("leg", 0.116)])
def test_published_perturbations_are_symmetric_and_near_the_identity(name, norm):
    matrix = originals.read(shared_path(f"originals/perturbations/{name}_sym_t.npy")).arrays["matrix"]
    assert (matrix == matrix.T).all()
    np.testing.assert_allclose(np.linalg.norm(matrix - np.eye(16)), norm, atol=5e-4)


@pytest.mark.parametrize(
    ("file", "family"),
    [
        ("growing/webgl8_ex1_1f98e.json", "growing"),
        ("growing/lizard_ex3_run0_graphmodel.json", "growing"),
        ("growing/planarian_8000.index", "growing"),
        ("adversarial_growing/no_tail_model.json", "growing"),
        ("mnist/mnist_l2noise_mutating_graphmodel.json", "mnist"),
        ("kmnist/kmnist_l2noise_mutating_100k_graphmodel.json", "mnist"),
    ],
)
def test_published_models_import_and_run(tmp_path, file, family):
    path = shared_path(f"originals/{file}")
    originals.main([str(path), "--out", str(tmp_path / "run")])
    model = model_files.load(tmp_path / "run")
    assert model.family == family
    if family == "growing":
        after = model.rollout(model.seed_state(1, 72, 72), 100, random_seed=1)
        # The rule that only replaces a tail was never meant to grow from a seed.
        assert (after[..., 3].numpy() > 0.1).sum() > (0 if "adversarial" in file else 200)
    else:
        image = np.zeros((28, 28), np.float32)
        image[4:24, 13:16] = 1.0
        assert 0 <= model.classify(image, 50, random_seed=1).vote[0] < 10
        assert model.classify(image, 50, random_seed=1).agreement[0] > 0.3


def test_base64_of_half_a_number_is_refused(tmp_path):
    texts = [base64.b64encode(b"12345").decode()] * 4
    with pytest.raises(InputError, match="not base64 of float32"):
        originals.read(write(tmp_path, json.dumps(texts).encode()))
