"""The picture that a model was trained to grow, found again from its folder."""

import numpy as np
import pytest
from PIL import Image

from nca_tf.files.errors import InputError
from nca_tf.pictures.model_targets import encode_target, target_of
from nca_tf.pictures.targets import load_target


def photo(path, side=200):
    """A grey photograph whose corners differ, until it is shrunk."""
    pixels = np.full((side, side, 3), 128, np.uint8)
    pixels[0, 0], pixels[-1, -1] = 0, 255
    pixels[80:120, 80:120] = 30
    Image.fromarray(pixels).save(path)
    return path


def test_an_opaque_target_is_read_back_as_it_was(tmp_path):
    """Keyed before the training, it is not keyed again on the shrunk picture."""
    trained_on = load_target(photo(tmp_path / "photo.png"), size=20)
    assert trained_on[..., 3].min() == 1
    (tmp_path / "target.png").write_bytes(encode_target(trained_on))
    found = target_of({"target": "target.png", "size": 20, "padding": 3}, tmp_path)
    np.testing.assert_allclose(found.picture, trained_on, atol=1 / 255)
    assert (found.size, found.padding) == (20, 3)


def test_names_and_other_files(tmp_path):
    np.testing.assert_array_equal(target_of({"target": "fish", "size": 20}, tmp_path).picture, load_target("fish", 20))
    path = photo(tmp_path / "photo.png")
    np.testing.assert_array_equal(target_of({"target": "photo.png"}, tmp_path).picture, load_target(path))
    assert target_of({}, tmp_path) == (None, 40, 16)
    with pytest.raises(InputError, match=r"target\.png does not exist"):
        target_of({"target": "target.png"}, tmp_path)


@pytest.mark.parametrize(
    "name", ["/etc/hostname", "../photo.png", "", ".", "..", "sub/photo.png", "a" * 300, "mnist:7"]
)
def test_what_a_file_names_is_looked_for_beside_it_and_nowhere_else(tmp_path, name):
    photo(tmp_path / "photo.png")
    (tmp_path / "model" / "sub").mkdir(parents=True)
    photo(tmp_path / "model" / "sub" / "photo.png")
    with pytest.raises(InputError) as caught:
        target_of({"target": name}, tmp_path / "model")
    assert "\n" not in str(caught.value)


def test_a_grid_is_believed_up_to_a_million_cells(tmp_path):
    assert target_of({"size": 1000, "padding": 12}, tmp_path).padding == 12
    with pytest.raises(InputError, match="states a picture of 40 cells and 600 around it; at most 1048576 cells"):
        target_of({"padding": 600}, tmp_path)
