"""One automaton of the manifold that ships: taken out by its command without the set's pictures, and exported."""

import json

import numpy as np
import pytest

import nca_tf
from export import verify
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
        expected = nca_tf.load(MANIFOLD).genome(archive["codes"][row]).named_weights()
    assert alone.keys() == expected.keys()
    for name, weight in alone.items():
        np.testing.assert_array_equal(weight, expected[name])


def test_exports_stay_with_python_for_its_own_time(folder):
    """Sums over 4,096 cells are where runtimes lose digits: the norm of what cells sense is one."""
    source, quality = verify.read(str(folder))
    reports = list(verify.verify(source, quality, ("saved_model", "tflite-float32")))
    assert [report.passed for report in reports] == [True, True], [report.reason for report in reports]
    assert reports[1].steps == 32
