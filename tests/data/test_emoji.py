"""The emoji: the archive and what is refused of it; with the true pictures, the four subsets."""

import base64
import hashlib
import io
import itertools
import json
import subprocess
import tarfile
import zipfile

import numpy as np
import pytest
from PIL import Image
from shared_data import SHARED

from nca_tf.data import emoji
from nca_tf.data.emoji_groups import emoji_title
from nca_tf.files.errors import InputError
from training import fetch

pictures_are_here = pytest.mark.skipif(
    not (SHARED / "data" / emoji.FILE).is_file(), reason="the emoji are not there; python -m training.fetch emoji"
)


def png(mode: str = "RGBA") -> bytes:
    pixels = np.zeros((64, 64, 4), np.uint8)
    pixels[16:48, 16:48] = (200, 100, 50, 128)
    stream = io.BytesIO()
    Image.fromarray(pixels).convert(mode).save(stream, "PNG")
    return stream.getvalue()


@pytest.mark.parametrize("mode, colour", [("RGBA", (200, 100, 50)), ("LA", (124, 124, 124))])
def test_a_picture_is_premultiplied(mode, colour):
    found = emoji.picture(png(mode), 64)
    expected = np.array([*(value * 128 / 255**2 for value in colour), 128 / 255])
    np.testing.assert_allclose(found[20, 20], expected, atol=1e-3)
    assert not found[:16].any()
    small = emoji.picture(png(mode), 16)
    np.testing.assert_allclose(small.mean(axis=(0, 1)), found.mean(axis=(0, 1)), rtol=0.02)


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package of two emoji, one with a skin tone and one without a picture, whose checksum is the known one."""
    table = [
        {"name": None, "short_name": "santa", "category": "People & Body", "image": "1f385.png"},
        {"name": "STAR", "short_name": "star", "category": "Travel & Places", "image": "2b50.png"},
    ]
    table[0]["skin_variations"] = {"1F3FB": {"image": "1f385-1f3fb.png"}, "1F3FC": {"image": "missing.png"}}
    path = tmp_path / "package.tgz"
    with tarfile.open(path, "w:gz") as archive:
        named = {name: png() for name in ("2b50.png", "1f385.png", "1f385-1f3fb.png")}
        parts = {fetch.PICTURES + name: content for name, content in named.items()}
        for name, content in {
            fetch.TABLE: json.dumps(table).encode(),
            **parts,
            "package/img/google/64.png": b"",
        }.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    digest = base64.b64encode(hashlib.sha512(path.read_bytes()).digest()).decode()
    monkeypatch.setattr(fetch, "SHA512", digest)
    return path


def test_a_package_becomes_an_archive_in_its_own_order(package, tmp_path, monkeypatch, capsys):
    fetch.main(["emoji", "--file", str(package), "--data-dir", str(tmp_path / "data")])
    assert "wrote" in capsys.readouterr().out
    monkeypatch.setattr(emoji, "COUNT", 3)
    found = emoji.load_emoji(data_dir=tmp_path / "data", size=32)
    assert found.names == ("1f385", "1f385-1f3fb", "2b50") and found.pictures.shape == (3, 32, 32, 4)
    first = (tmp_path / "data" / emoji.FILE).read_bytes()
    assert fetch.repacked(package.read_bytes()) == first
    fetch.main(["emoji", "--list", "emoji", "--data-dir", str(tmp_path / "data")])
    assert capsys.readouterr().out.splitlines() == ["1f385  santa", "1f385-1f3fb  santa", "2b50  star"]


def test_npm_fetches_unless_a_file_is_given(package, tmp_path, monkeypatch):
    def npm(command, cwd, **_):
        (type(package)(cwd) / "package-1.0.0.tgz").write_bytes(package.read_bytes())
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(fetch.shutil, "which", lambda _: "npm")
    monkeypatch.setattr(fetch.subprocess, "run", npm)
    assert fetch.fetch(tmp_path / "data").is_file()
    monkeypatch.setattr(
        fetch.subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 1, "", "ENOTFOUND\nmore")
    )
    with pytest.raises(InputError, match=r"npm failed \(ENOTFOUND more\); its file was expected; connect to the"):
        fetch.fetch(tmp_path / "other")
    monkeypatch.setattr(fetch.shutil, "which", lambda _: None)
    with pytest.raises(InputError, match="npm is not installed"):
        fetch.fetch(tmp_path / "other")
    assert not (tmp_path / "other").exists()


def test_other_files_are_refused(package, tmp_path):
    package.write_bytes(package.read_bytes()[:-1])
    for path, message in ((package, "has another checksum"), (tmp_path / "none.tgz", "No such file")):
        with pytest.raises(InputError, match=message):
            fetch.fetch(tmp_path / "data", path)
    with pytest.raises(InputError, match="run python -m training.fetch emoji"):
        emoji.load_emoji(data_dir=tmp_path)
    for content, message in ((b"no zip", "can't be read"), (_zip({}), "holds 0 pictures; 3015 were expected")):
        (tmp_path / emoji.FILE).write_bytes(content)
        with pytest.raises(InputError, match=message) as caught:
            emoji.load_emoji(data_dir=tmp_path)
        assert "\n" not in str(caught.value)
    for wrong, message in (({"subset": "digits"}, "no emoji called 'digits'"), ({"size": 65}, "size is 65")):
        with pytest.raises(InputError, match=message):
            emoji.load_emoji(data_dir=tmp_path, **wrong)


def _zip(index: dict) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(emoji.INDEX, json.dumps(index))
    return stream.getvalue()


@pictures_are_here
def test_the_subsets_have_the_papers_sizes_and_share_no_picture():
    index, files = emoji.read_archive(SHARED / "data" / emoji.FILE)
    subsets = {name: set(emoji.chosen(name, index, files)) for name in emoji.SUBSETS[1:]}
    assert {name: len(subset) for name, subset in subsets.items()} == {
        "chars": 96,
        "emotions": 103,
        "heads": 858,
        "variety": 684,
    }
    for one, other in itertools.combinations(subsets.values(), 2):
        assert not one & other
    assert {"0030-fe0f-20e3.png", "2648.png", "1f170-fe0f.png"} <= subsets["chars"]
    assert "1f600.png" in subsets["emotions"] and "1f469-1f3fd-200d-1f680.png" in subsets["heads"]


@pictures_are_here
def test_the_chars_have_the_known_baselines():
    pictures = emoji.load_emoji("chars", 32, SHARED / "data").pictures
    assert pictures.shape == (96, 32, 32, 4)
    assert np.square(pictures).mean() == pytest.approx(0.407, abs=1e-3)
    assert np.square(pictures - pictures.mean(axis=0)).mean() == pytest.approx(0.083, abs=1e-3)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("2648", "Aries"),
        ("0023-fe0f-20e3", "Number sign, keycap"),
        ("1f3f4-e0067-e0062-e0073-e0063-e0074-e007f", "Flag: GB-SCT"),
        ("1f468-200d-1f680", "Man, rocket"),
        ("1f44b-1f3fd", "Waving hand sign, medium skin"),
        ("1f1ea-1f1ec", "Flag: EG"),
        ("lizard", "lizard"),
        ("e000", "e000"),
    ],
)
def test_an_emoji_has_the_name_that_unicode_gives_it(name, title):
    assert emoji_title(name) == title
