"""The Python that README and docs show runs as it stands there, from top to bottom."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from shared_data import shared_path

from training.growing.experiment import GrowingExperiment

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"^```python\n(.*?)^```", re.M | re.S)
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SHORTER = {"iterations=2000": "iterations=2", '("chars").pictures': '("chars").pictures[:12]'}
"""What takes long, and nothing of which depends on how long."""


def whole_blocks(path: Path) -> str:
    """The blocks of a page that anyone can run, from the first that imports what it needs; others show parts."""
    blocks = [block for block in BLOCK.findall(path.read_text(encoding="utf-8")) if re.match("import|from", block)]
    return "\n".join(blocks)


def ran(path: Path, folder: Path, monkeypatch) -> dict[str, Any]:
    """All names after the blocks of a page have run in an empty folder."""
    code = whole_blocks(path)
    for long, short in SHORTER.items():
        code = code.replace(long, short)
    monkeypatch.chdir(folder)
    names: dict[str, Any] = {}
    exec(compile(code, path.name, "exec"), names)
    return names


def test_every_page_with_whole_blocks_is_run():
    found = {path.stem for path in PAGES if whole_blocks(path)}
    assert found == {"README", "adversarial", "digits", "growing", "ncam", "perturbation", "takeover"}


@pytest.mark.slow
def test_the_readme_heals_a_lizard_reads_a_four_and_trains(tmp_path, monkeypatch):
    monkeypatch.setattr(GrowingExperiment, "finish", lambda *_: {})  # what it measures at the end has its own tests
    names = ran(ROOT / "README.md", tmp_path, monkeypatch)
    assert np.asarray(names["state"])[0, :, 36:, 3].max() > 0.5, "it has not grown back"
    assert np.asarray(Image.open(tmp_path / "lizard.png")).shape[:2] == (288, 288)
    assert names["digits"].classify(names["image"], steps=200).vote == 4
    assert len(names["history"].history["loss"]) == 2


@pytest.mark.slow
def test_growing_has_a_turned_one(tmp_path, monkeypatch):
    names = ran(ROOT / "docs" / "growing.md", tmp_path, monkeypatch)
    assert np.abs(np.asarray(names["turned"] - names["state"])).max() > 0.5


@pytest.mark.slow
def test_digits_has_an_answer(tmp_path, monkeypatch):
    names = ran(ROOT / "docs" / "digits.md", tmp_path, monkeypatch)
    assert names["answer"].vote == names["samples"].labels[0]


@pytest.mark.slow
def test_most_adversaries_have_their_way(tmp_path, monkeypatch):
    names = ran(ROOT / "docs" / "adversarial.md", tmp_path, monkeypatch)
    ink = names["images"] > 25
    assert (np.asarray(names["labels"])[ink] == 8).mean() > 0.8


@pytest.mark.slow
def test_strengths_change_a_lizard_while_they_are_on(tmp_path, monkeypatch):
    names = ran(ROOT / "docs" / "perturbation.md", tmp_path, monkeypatch)
    states = np.asarray(names["states"])
    assert np.isfinite(states).all() and (states[..., 3] > 0.1).sum(axis=(1, 2)).min() > 300


@pytest.mark.slow
def test_new_cells_are_counted(tmp_path, monkeypatch):
    names = ran(ROOT / "docs" / "takeover.md", tmp_path, monkeypatch)
    old, new = names["cells"]
    assert old < new / 100


@pytest.mark.slow
def test_a_manifold_grows_what_it_encodes(tmp_path, monkeypatch):
    monkeypatch.setenv("TFDS_DATA_DIR", str(shared_path("data/noto_emoji_64.zip").parent))
    names = ran(ROOT / "docs" / "ncam.md", tmp_path, monkeypatch)
    assert np.mean(np.square(np.asarray(names["grown"]) - names["pictures"])) < 0.01
    assert names["between"].shape == (1, 64, 64, 4)
