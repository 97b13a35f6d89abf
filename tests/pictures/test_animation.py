"""Pictures of states: colours to the last bit, layout, and files that appear whole or not at all."""

import os

import numpy as np
import pytest
import tensorflow as tf
from PIL import Image

from nca_tf.pictures.animation import tile, to_rgb, write_png, write_webp, zoom


def frames(count=3, height=8, width=10):
    return np.random.default_rng(0).integers(0, 256, (count, height, width, 3), dtype=np.uint8)


@pytest.mark.parametrize(
    ("rgba", "shown"),
    [
        ((0, 0, 0, 0), (255, 255, 255)),
        ((1, 0.5, 0, 1), (255, 128, 0)),
        ((0.2, 0, 0, 0.4), (204, 153, 153)),  # 1 - 0.4 + 0.2 and 1 - 0.4
        ((0.5, 0, 0, 1.7), (128, 0, 0)),  # alpha counts as 1
        ((-0.5, 2, 0, -0.3), (128, 255, 255)),  # alpha counts as 0
        ((np.nan, 0, 0, 1), (0, 0, 0)),
    ],
)
def test_shows_premultiplied_colour_on_white(rgba, shown):
    state = np.zeros((2, 3, 16), np.float32)
    state[..., :4] = rgba
    state[..., 4:] = 9
    assert to_rgb(state).dtype == np.uint8
    np.testing.assert_array_equal(to_rgb(state), np.broadcast_to(shown, (2, 3, 3)))


def test_to_rgb_takes_tensors_of_any_rank_and_refuses_three_channels():
    assert to_rgb(tf.zeros([5, 2, 7, 6, 16])).shape == (5, 2, 7, 6, 3)
    with pytest.raises(ValueError, match="at least 4 channels, this one has 3"):
        to_rgb(np.zeros((4, 4, 3)))


def test_zoom_repeats_every_pixel():
    image = frames(2)
    large = zoom(image, 3)
    assert large.shape == (2, 24, 30, 3)
    for row in range(3):
        for column in range(3):
            np.testing.assert_array_equal(large[:, row::3, column::3], image)


def test_tile_lays_out_row_by_row_on_white():
    images = frames(5)
    sheet = tile(images, columns=2, gap=1)
    assert sheet.shape == (3 * 8 + 2, 2 * 10 + 1, 3)
    np.testing.assert_array_equal(sheet[9:17, 11:], images[3])
    np.testing.assert_array_equal(sheet[18:, :10], images[4])
    assert (sheet[18:, 11:] == 255).all()
    assert (sheet[8] == 255).all()
    assert tile(images[:2], columns=7).shape == (8, 20, 3)


def test_png_keeps_every_pixel(tmp_path):
    image = frames(1)[0]
    write_png(tmp_path / "picture.png", image)
    np.testing.assert_array_equal(np.asarray(Image.open(tmp_path / "picture.png")), image)
    assert [path.name for path in tmp_path.iterdir()] == ["picture.png"]


@pytest.mark.parametrize("milliseconds", [40, [40, 70, 500]])
def test_webp_keeps_frames_durations_and_loops_for_ever(tmp_path, milliseconds):
    written = frames(3)
    write_webp(tmp_path / "growth.webp", written, milliseconds)
    with Image.open(tmp_path / "growth.webp") as image:
        assert (image.format, image.n_frames, image.info["loop"]) == ("WEBP", 3, 0)
        for index, expected in enumerate([40] * 3 if milliseconds == 40 else milliseconds):
            image.seek(index)
            np.testing.assert_array_equal(np.asarray(image.convert("RGB")), written[index])
            assert image.info["duration"] == expected


def test_webp_that_plays_twice(tmp_path):
    write_webp(tmp_path / "twice.webp", frames(2), 40, loop=2)
    with Image.open(tmp_path / "twice.webp") as image:
        assert image.info["loop"] == 2


def test_webp_needs_frames_and_matching_durations(tmp_path):
    with pytest.raises(ValueError, match="at least one frame"):
        write_webp(tmp_path / "none.webp", [])
    with pytest.raises(ValueError, match="3 frames have 2 durations"):
        write_webp(tmp_path / "none.webp", frames(3), [40, 40])
    assert not list(tmp_path.iterdir())


def test_a_failed_write_keeps_the_old_file_and_leaves_no_other(tmp_path, monkeypatch):
    path = tmp_path / "growth.webp"
    path.write_bytes(b"old")

    def fill_the_disk(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fill_the_disk)
    with pytest.raises(OSError, match="No space left"):
        write_webp(path, frames(2))
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["growth.webp"]
