"""One automaton of the manifold that ships: taken out by its command without the set's pictures, and exported."""

import json

import numpy as np
import pytest
import small_models
from random_manifolds import random_manifold

import nca_tf
from export import onnx, tfjs, tflite, verify
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import list_pretrained, model_folder
from training.ncam import genome

MANIFOLD, PICTURE = "ncam/chars-continuous", "0031-fe0f-20e3"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    if MANIFOLD not in list_pretrained():
        pytest.skip(f"{MANIFOLD} does not ship: python -m training.reproduce {MANIFOLD}")
    nowhere, out = tmp_path_factory.mktemp("no-data"), tmp_path_factory.mktemp("genomes") / "one"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TFDS_DATA_DIR", str(nowhere))
        genome.main([MANIFOLD, PICTURE, "--out", str(out)])
    return out


def test_its_code_is_the_one_beside_the_manifold(folder):
    alone = nca_tf.load(folder).named_weights()
    row = json.loads((model_folder(MANIFOLD) / "map.json").read_text()).index(PICTURE)
    with np.load(model_folder(MANIFOLD) / "map.npz") as archive:
        code = archive["codes"][row] * archive["scale"]
    expected = nca_tf.load(MANIFOLD).genome(code).named_weights()
    assert alone.keys() == expected.keys()
    for name, weight in alone.items():
        np.testing.assert_array_equal(weight, expected[name])


@pytest.mark.parametrize("exporter", [tfjs, onnx, tflite])
def test_a_whole_manifold_has_no_step_to_export(exporter, tmp_path):
    path = small_models.save(random_manifold(size=16, channels=8, hidden=20, steps=4), tmp_path / "space")
    with pytest.raises(InputError, match="nothing of space can run as .*; export it as saved_model, or take one"):
        exporter.main([str(path), "--out", str(tmp_path / "out")])
    assert not (tmp_path / "out").exists()


def test_an_automaton_with_a_leak_factor_of_its_own_is_refused_where_the_converter_would_lose_it(tmp_path):
    model = random_manifold(code="none", size=16, steps=4)
    path = small_models.save(model, tmp_path / "leaky")
    with pytest.raises(InputError, match="nothing of leaky can run as tfjs; .*; export it as onnx or saved_model or t"):
        tfjs.main([str(path), "--out", str(tmp_path / "out")])


def test_all_that_ship_are_verified_but_spaces_of_automata():
    shipped = verify._steppable()
    assert set(list_pretrained()) - set(shipped) == {name for name in list_pretrained() if name.startswith("ncam/")}


def test_exports_stay_with_python_for_its_own_time(folder):
    """Sums over 4,096 cells are where runtimes lose digits: the norm of what cells sense is one."""
    source, quality = verify.read(str(folder))
    reports = list(verify.verify(source, quality, ("saved_model", "tflite-float32")))
    assert [report.passed for report in reports] == [True, True], [report.reason for report in reports]
    assert reports[1].steps == 32
