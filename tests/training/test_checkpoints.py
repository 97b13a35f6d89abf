"""Checkpoint files: exact, atomic, and never trusted when damaged."""

import io
import json
import os
import zipfile

import numpy as np
import pytest

from training.checkpoints import Checkpoints, DamagedCheckpoint, decode, encode

ARRAYS = {
    "model/000": np.arange(6, dtype=np.float32).reshape(2, 3) / 7,
    "optimizer/000": np.array(41, np.int64),
    "state/empty": np.zeros([0, 16], np.float32),
    "state/alive": np.array([True, False]),
}
HEADER = {"iteration": 41, "wall_seconds": 1.25, "config": {"fire_rate": 0.5}}


def assert_same(left, right):
    """Same names, types, shapes and bits."""
    assert left.keys() == right.keys()
    for name, array in left.items():
        assert array.dtype == right[name].dtype
        assert array.shape == right[name].shape
        assert array.tobytes() == right[name].tobytes()


def test_decode_gives_back_what_was_encoded():
    header, arrays = decode(encode(HEADER, ARRAYS))
    assert header == {"format": 1, **HEADER}
    assert_same(arrays, ARRAYS)


def test_a_checkpoint_is_a_plain_npz_file():
    with np.load(io.BytesIO(encode(HEADER, ARRAYS)), allow_pickle=False) as archive:
        assert set(archive.files) == {"header", *ARRAYS}
        assert json.loads(archive["header"].tobytes())["iteration"] == 41


def test_every_flipped_bit_is_found():
    data = encode(HEADER, ARRAYS)
    for position in range(0, len(data), 7):
        damaged = bytearray(data)
        damaged[position] ^= 1 << position % 8
        with pytest.raises(DamagedCheckpoint):
            decode(bytes(damaged))


@pytest.mark.parametrize("length", [0, 1, 63, 64, 65, 500, -1])
def test_every_truncation_is_found(length):
    with pytest.raises(DamagedCheckpoint):
        decode(encode(HEADER, ARRAYS)[:length])


def test_another_format_is_refused():
    with pytest.raises(DamagedCheckpoint, match="format 2, this version reads 1"):
        decode(encode({**HEADER, "format": 2}, ARRAYS))


def test_nothing_is_unpickled():
    class Loud:
        def __reduce__(self):
            return (pytest.fail, ("a pickle was executed",))

    with pytest.raises(ValueError, match="allow_pickle"):
        decode(encode(HEADER, {"state/x": np.array([Loud()], object)}))


def test_two_are_kept_and_the_newest_is_loaded(tmp_path):
    kept = Checkpoints(tmp_path)
    for iteration in (5, 10, 100):
        kept.save(iteration, HEADER | {"iteration": iteration}, ARRAYS)
    assert [p.name for p in kept.paths()] == ["iteration-00000100.npz", "iteration-00000010.npz"]
    (header, arrays), warnings = kept.load_newest()
    assert header["iteration"] == 100
    assert warnings == []
    assert_same(arrays, ARRAYS)


def test_no_checkpoint_is_none_without_a_warning(tmp_path):
    assert Checkpoints(tmp_path).load_newest() == (None, [])


def _truncate(path):
    os.truncate(path, path.stat().st_size // 2)


def _flip(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 3] ^= 1
    path.write_bytes(data)


def _empty(path):
    path.write_bytes(b"")


def _other_zip(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a", "b" * 200)


@pytest.mark.parametrize("damage", [_truncate, _flip, _empty, _other_zip])
def test_a_damaged_newest_one_falls_back_to_the_one_before(tmp_path, damage):
    kept = Checkpoints(tmp_path)
    for iteration in (10, 20):
        kept.save(iteration, HEADER | {"iteration": iteration}, ARRAYS)
    damage(kept.paths()[0])
    (header, _), (warning,) = kept.load_newest()
    assert header["iteration"] == 10
    assert warning.startswith("checkpoint iteration-00000020.npz is damaged (")
    # The damaged one no longer counts as one of the two.
    kept.save(15, HEADER | {"iteration": 15}, ARRAYS)
    assert [p.name for p in kept.paths()] == ["iteration-00000015.npz", "iteration-00000010.npz"]
