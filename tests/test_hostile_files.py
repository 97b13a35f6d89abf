"""A seeded part of `python -m tests.fuzz_originals`, and the crafted files that once took gigabytes or a traceback."""

import json
import os

import pytest
from tensorflow.core.protobuf import tensor_bundle_pb2

from export import originals
from nca_tf.files.errors import InputError
from tests import published_files as published
from tests.crafted_originals import table
from tests.fuzz_originals import RUNS, fuzz, peak_bytes
from tests.published_files import write

COUNT = 25


@pytest.mark.parametrize("kind", ["mutated", pytest.param("crafted", marks=pytest.mark.slow)])
@pytest.mark.parametrize("target", list(RUNS))
def test_hostile_files_are_refused_in_one_line(target, kind, tmp_path):
    outcome = fuzz(target, kind, COUNT, seed=1, folder=tmp_path)
    assert not outcome.failures, "\n".join(outcome.failures)
    assert outcome.refused + outcome.accepted == COUNT and outcome.refused > COUNT // 2


@pytest.mark.parametrize("name", [".", "/", "", "..", "a" * 300, ".index"])
def test_names_that_are_no_files_are_one_line(tmp_path, name, capsys):
    with pytest.raises(InputError, match="a published model is expected; check the path") as caught:
        originals.main([name, "--out", str(tmp_path / "run")])
    assert "\n" not in str(caught.value) and not (tmp_path / "run").exists()


def test_constants_that_are_only_counted_share_one_budget(tmp_path):
    """2,000 of them, each of 4 MB, in 300 kB: no single one is too large."""
    document = json.loads(published.graph_json(published.growing_arrays()))
    tensor = {"dtype": "DT_FLOAT", "tensorShape": {"dim": [{"size": "1048576"}]}, "floatVal": [1.0]}
    document["modelTopology"]["node"] += [{"op": "Const", "name": "c", "attr": {"value": {"tensor": tensor}}}] * 2000
    before = peak_bytes()
    with pytest.raises(InputError, match="the constant 'c' of shape .1048576. would take 4194304 bytes"):
        originals.read(write(tmp_path, json.dumps(document).encode()))
    assert peak_bytes() - before < 100e6


def test_a_sparse_index_is_refused_unread(tmp_path):
    index = tmp_path / (published.checkpoint(tmp_path, published.growing_arrays()) + ".index")
    os.truncate(index, 3 << 30)
    before = peak_bytes()
    with pytest.raises(InputError, match="would take 3221225472 bytes; at most 8000000 in all"):
        originals.read(index)
    assert peak_bytes() - before < 100e6


def test_offsets_beyond_all_files_and_sizes_beyond_all_numbers_are_refused(tmp_path):
    rows = [(b"", tensor_bundle_pb2.BundleHeaderProto(num_shards=1).SerializeToString())]
    entry = tensor_bundle_pb2.BundleEntryProto(dtype=1, offset=2**63 - 1, size=16)
    rows.append((b"layer-0/bias/.ATTRIBUTES/VARIABLE_VALUE", entry.SerializeToString()))
    write(tmp_path, bytes(100), "c.data-00000-of-00001")
    with pytest.raises(InputError, match="ends before layer-0/bias"):
        originals.read(write(tmp_path, table(rows), "c.index"))
    text = published.graph_json(published.growing_arrays()).replace(b'"size": "8"', b'"size": 1e400', 1)
    with pytest.raises(InputError, match="1e400 is not a number of JSON"):
        originals.read(write(tmp_path, text))
