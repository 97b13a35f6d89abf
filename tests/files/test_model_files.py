"""Models as plain files: what is written is read back, and nothing else is."""

import datetime
import io
import json
import os
import zipfile

import numpy as np
import pytest
from random_automata import random_growing

import nca_tf
from nca_tf.families import FAMILIES, family_class
from nca_tf.files.errors import InputError
from nca_tf.files.meta import check_meta
from nca_tf.files.model_files import read_meta


@pytest.fixture
def folder(tmp_path):
    nca_tf.save(random_growing(hidden=12, edges="wrap"), tmp_path / "model", {"name": "blob", "target": "lizard"})
    return tmp_path / "model"


def refuse(folder, message):
    with pytest.raises(InputError, match=message) as caught:
        nca_tf.load(folder)
    assert "\n" not in str(caught.value)


def test_saved_and_loaded(folder):
    model = nca_tf.load(folder)
    assert (model.hidden, model.edges) == (12, "wrap")
    for name, weight in random_growing(hidden=12, edges="wrap").named_weights().items():
        np.testing.assert_array_equal(model.named_weights()[name], weight, err_msg=name)
    meta = read_meta(folder)
    assert (meta["name"], meta["family"], meta["arrays"]["dense1/kernel"]) == ("blob", "growing", [48, 12])


def test_saving_twice_writes_the_same_bytes(folder, tmp_path):
    nca_tf.save(nca_tf.load(folder), tmp_path / "again", {"name": "blob", "target": "lizard"})
    for name in ("weights.npz", "meta.json"):
        assert (tmp_path / "again" / name).read_bytes() == (folder / name).read_bytes()


@pytest.mark.parametrize(
    ("extra", "message"),
    [
        ({"loss": 0.001}, "its loss is 0.001, which is not a text of one line"),
        ({"size": 40.0}, "its size is 40.0, which is not a number of cells"),
        ({"date": datetime.date(2020, 2, 11)}, "its data are no JSON .*date is not JSON serializable"),
        ({"score": float("nan")}, "its data are no JSON"),
    ],
)
def test_what_could_not_be_read_again_is_not_saved_and_replaces_nothing(folder, extra, message):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    for where in (folder, folder.with_name("new")):
        with pytest.raises(InputError, match=f"meta.json could not be read again: {message}.*; nothing was written"):
            nca_tf.save(random_growing(seed=9), where, extra)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert not folder.with_name("new").exists()


def test_a_model_may_be_loaded_in_another_type(folder):
    assert nca_tf.load(folder, dtype="float64").compute_dtype == "float64"
    with pytest.raises(InputError, match="dtype is 'float16'; float32 or float64 was expected"):
        nca_tf.load(folder, dtype="float16")


def test_missing_model_names_what_ships():
    refuse("growing/unicorn", "no model at 'growing/unicorn'; expected a folder with meta.json and weights.npz")


def test_a_training_that_has_not_ended_is_said_to_be_one(tmp_path):
    (tmp_path / "config.json").write_text("{}")
    refuse(tmp_path, "is a training that has not come to its end and has no meta.json yet; .* one of its snapshots")


def test_a_flipped_byte_is_noticed(folder):
    content = bytearray((folder / "weights.npz").read_bytes())
    content[len(content) // 2] ^= 1
    (folder / "weights.npz").write_bytes(content)
    refuse(folder, "its SHA-256 is not the one in meta.json")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda meta: meta.update(family="unicorn"), "family 'unicorn' is unknown"),
        (lambda meta: meta.update(format=99), "its format is 99"),
        (lambda meta: meta.pop("arrays"), "it lacks one of"),
        (lambda meta: meta["arguments"].update(legs=4), "its arguments are not this family's"),
        (lambda meta: meta["arguments"].update(hidden=13), "has shape"),
        (
            lambda meta: meta["arguments"].update(channels=20000, hidden=20000),
            "a weight of shape .60000, 20000. would take",
        ),
        (
            lambda meta: meta["arguments"].update(hidden=10**30),
            "its arguments is an object of 7, which is not an object",
        ),
        (lambda meta: meta["arguments"].update(fire_rate="x"), "its arguments are not this family's"),
        (lambda meta: meta.update(files=[1]), "its files is a list of 1, which is not an object of file names"),
        (lambda meta: meta["files"].update({"../../x": {}}), "its files is an object of 2"),
        (lambda meta: meta.update(family=["growing"]), "its family is a list of 1"),
        (lambda meta: meta.update(family="grow\ning"), "its family is 'grow.*ning', which is not a text"),
        (lambda meta: meta.update(target=5), "its target is 5, which is not a text"),
        (lambda meta: meta.update(share=0), "its share is 0, which is not a share above 0 and at most 1"),
        (lambda meta: meta.update(share=True), "its share is True, which is not a share"),
        (lambda meta: meta.update(goal=-1), "its goal is -1, which is not a class from 0"),
        (
            lambda meta: meta.update(padding=100000),
            "its padding is 100000, which is not a number of cells from 0 to 4096",
        ),
        (lambda meta: meta.update(size=True), "its size is True"),
        (lambda meta: meta.update(dataset=None), "its dataset is None"),
        (lambda meta: meta.update(source={"file": 3}), "its source is an object of 1"),
    ],
)
def test_a_wrong_description_is_refused(folder, change, message):
    meta = json.loads((folder / "meta.json").read_text())
    change(meta)
    (folder / "meta.json").write_text(json.dumps(meta))
    refuse(folder, message)


def test_cut_off_files_are_refused(folder):
    for name in ("meta.json", "weights.npz"):
        whole = (folder / name).read_bytes()
        (folder / name).write_bytes(whole[: len(whole) // 2])
        refuse(folder, f"{name} can't be used")
        (folder / name).write_bytes(whole)


def test_pickles_and_bombs_are_never_opened(folder):
    meta = json.loads((folder / "meta.json").read_text())
    meta["files"] = {}
    (folder / "meta.json").write_text(json.dumps(meta))
    np.savez(folder / "weights.npz", **{"dense1/kernel": np.array([{"a": 1}], dtype=object)}, allow_pickle=True)
    refuse(folder, "weights.npz can't be used")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("dense1/kernel.npy", bytes(400 << 20))
    (folder / "weights.npz").write_bytes(stream.getvalue())
    refuse(folder, "would take 419430400 bytes; at most 335544320 in all are accepted")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[" * 100_000, "nested too deeply"),
        ('{"arguments": ' + "[" * 500 + "]" * 500 + "}", "it lacks one of"),
        ('{"format": 1e400}', "1e400 is not a number of JSON"),
        ('{"format": NaN}', "NaN is not a number of JSON"),
        (" " * (2 << 20), "would take 2097152 bytes; at most 1048576"),
    ],
)
def test_meta_json_that_only_python_would_read_is_refused(folder, text, message):
    (folder / "meta.json").write_text(text)
    refuse(folder, message)


@pytest.mark.parametrize(
    "header",
    [
        "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999, 99999999), }\n",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 99999999999999999999), }\n",
        "{'descr': '|V2147483647', 'fortran_order': False, 'shape': (1,), }\n",
        "(" * 900 + "\n",
    ],
)
def test_headers_of_arrays_are_not_believed(folder, header):
    array = b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header.encode() + bytes(64)
    _repack(folder, {"dense1/kernel.npy": array})
    refuse(folder, "weights.npz can't be used: an array")


def test_broken_streams_and_other_methods_are_refused(folder):
    _repack(folder, {"dense1/kernel.npy": os.urandom(2000)}, zipfile.ZIP_DEFLATED)
    content = bytearray((folder / "weights.npz").read_bytes())
    content[60:200] = bytes(140)
    (folder / "weights.npz").write_bytes(content)
    refuse(folder, "weights.npz can't be used")
    _repack(folder, {"dense1/kernel.npy": bytes(100)}, zipfile.ZIP_LZMA)
    refuse(folder, "is packed by a method other than deflate")
    _repack(folder, {f"{number}.npy": b"" for number in range(20_001)})
    refuse(folder, "it lists more than 20000 members")


def test_a_sparse_file_is_refused_unread(folder):
    os.truncate(folder / "weights.npz", 3 << 30)
    refuse(folder, "would take 3221225472 bytes")


def test_models_within_models_are_plain_arguments():
    meta = {"format": 1, "family": "pair", "files": {}, "arrays": {"host/dense1/kernel": [48, 128]}}
    host = {"family": "growing", "arguments": {"channels": 16, "edges": "zero"}}
    meta["arguments"] = {"host": host, "adversary": host, "scales": [1.0, 0.5, None]}
    assert check_meta(meta, "meta.json") == meta
    for _ in range(10):
        host = {"family": "pair", "arguments": {"host": host}}
    with pytest.raises(InputError, match="its arguments is an object of 1"):
        check_meta({**meta, "arguments": {"host": host}}, "meta.json")


def _repack(folder, members, method=zipfile.ZIP_STORED):
    """Other weights.npz, whose checksum meta.json does not state."""
    with zipfile.ZipFile(folder / "weights.npz", "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    meta = json.loads((folder / "meta.json").read_text())
    meta["files"] = {}
    (folder / "meta.json").write_text(json.dumps(meta))


@pytest.mark.slow
def test_everything_that_ships_loads_and_has_a_record():
    from nca_tf.files.model_files import model_folder

    for name in nca_tf.list_pretrained():
        model = nca_tf.load(name)
        record = json.loads((model_folder(name) / "record.json").read_text())
        assert record["family"] == model.family == name.split("/")[0]
        assert record["weights_sha256"] == read_meta(name)["files"]["weights.npz"]["sha256"]
        assert record["metrics"]


def test_every_family_has_a_class():
    for family in FAMILIES:
        assert family_class(family).family == family


def test_a_failed_save_leaves_the_model_before_it(folder, monkeypatch):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    def fill_the_disk(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fill_the_disk)
    with pytest.raises(OSError, match="No space left"):
        nca_tf.save(random_growing(hidden=12, seed=5), folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
