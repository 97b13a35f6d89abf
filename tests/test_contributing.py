"""The family that CONTRIBUTING.md writes is one: it runs, trains, saves, and both forms of it agree."""

import re
import sys
import textwrap
import types
from pathlib import Path

import numpy as np
import pytest
import tensorflow as tf
from forms import check_forms_agree

import nca_tf
from nca_tf import families
from nca_tf.files.model_files import save

TEXT = (Path(__file__).resolve().parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^   ```python\n(.*?)^   ```", re.M | re.S)


@pytest.fixture
def plain(monkeypatch):
    """The class of the example, in its place among the families."""
    (code,) = BLOCK.findall(TEXT)
    module = types.ModuleType("nca_tf.families.plain.automaton")
    exec(compile(textwrap.dedent(code), "CONTRIBUTING.md", "exec"), module.__dict__)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setitem(families.FAMILIES, "plain", "PlainCA")
    return module.PlainCA


def awake(kind: type, **keywords):
    """A model that does something: its last layer is not zero."""
    model = kind(channels=6, hidden=12, **keywords)
    rng = np.random.default_rng(1)
    for weight in model.weights[:4]:
        weight.assign(rng.normal(0, 0.1, weight.shape))
    return model


@pytest.mark.slow
def test_living_cells_and_the_whole_grid_agree(plain):
    check_forms_agree(lambda **keywords: awake(plain, **keywords), steps=6)


def test_it_saves_loads_and_runs(plain, tmp_path):
    model = awake(plain)
    save(model, tmp_path / "model", {"name": "example"})
    again = nca_tf.load(tmp_path / "model")
    start = tf.random.stateless_normal([2, 8, 9, 6], [1, 2])
    np.testing.assert_array_equal(model.rollout(start, 5), again.rollout(start, 5))
