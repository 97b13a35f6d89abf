"""Users' pictures of every kind become targets, and each bad one gets its message."""

import re
import struct
import tracemalloc
import zlib

import numpy as np
import pytest
from PIL import Image

from nca_tf.pictures.target_images import read_image, remove_plain_background
from nca_tf.pictures.targets import load_target
from tests.pictures.test_targets import message


def disc(side=64, colour=(200, 40, 90), outside=(0, 0, 0, 0), radius=0.35):
    """RGBA [side, side]: a disc with a hard edge."""
    y, x = (np.indices((side, side)) + 0.5) / side - 0.5
    pixels = np.empty((side, side, 4), np.uint8)
    pixels[:] = outside
    pixels[x**2 + y**2 < radius**2] = (*colour, 255)
    return Image.fromarray(pixels)


def save(image, path, **options):
    image.save(path, **options)
    return path


# Good pictures


@pytest.mark.parametrize("suffix", ["png", "webp"])
def test_picture_with_alpha(tmp_path, suffix):
    target = load_target(save(disc(), tmp_path / f"disc.{suffix}", lossless=True))
    assert target.shape == (40, 40, 4)
    np.testing.assert_allclose(target[20, 20], np.array([200, 40, 90, 255]) / 255, atol=0.01)
    assert target[0, 0].max() == 0
    assert target[..., 3].mean() == pytest.approx(np.pi * 0.35**2, rel=0.02)


def test_hidden_colour_of_transparent_pixels_does_not_leak(tmp_path):
    green_outside = load_target(save(disc(outside=(0, 255, 0, 0)), tmp_path / "green.png"))
    np.testing.assert_allclose(green_outside, load_target(save(disc(), tmp_path / "black.png")), atol=1 / 255)
    edge = (green_outside[..., 3] > 0.1) & (green_outside[..., 3] < 0.9)
    assert edge.sum() > 20
    ratio = green_outside[edge][:, 1] / green_outside[edge][:, 0]
    np.testing.assert_allclose(ratio, 40 / 200, atol=0.05)


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp", "gif"])
def test_plain_background_becomes_transparent(tmp_path, suffix):
    picture = disc(side=200, outside=(250, 250, 245, 255)).convert("RGB")
    target = load_target(save(picture, tmp_path / f"disc.{suffix}"))
    np.testing.assert_allclose(target[20, 20], np.array([200, 40, 90, 255]) / 255, atol=0.04)
    assert target[:4].max() < 0.01  # Lanczos rings a little
    assert target[..., 3].mean() == pytest.approx(np.pi * 0.35**2, rel=0.05)


def test_only_background_that_reaches_the_border_is_removed():
    picture = disc(side=100, outside=(255, 255, 255, 255))
    picture.paste((255, 255, 255, 255), (45, 45, 55, 55))  # a white eye
    alpha = np.asarray(remove_plain_background(picture))[..., 3]
    assert (alpha[45:55, 45:55] == 255).all()
    assert alpha[0, 0] == 0


def test_background_split_by_the_shape_is_removed_on_both_sides():
    picture = Image.new("RGBA", (60, 60), "white")
    picture.paste((10, 60, 200, 255), (20, 0, 40, 60))
    alpha = np.asarray(remove_plain_background(picture))[..., 3]
    np.testing.assert_array_equal(
        alpha, np.where((np.arange(60) >= 20) & (np.arange(60) < 40), 255, 0)[None].repeat(60, 0)
    )


def test_background_tolerance_is_24():
    picture = Image.new("RGBA", (60, 60), (100, 100, 100, 255))
    picture.paste((124, 100, 76, 255), (10, 10, 20, 20))
    picture.paste((125, 100, 100, 255), (30, 30, 40, 40))
    alpha = np.asarray(remove_plain_background(picture))[..., 3]
    assert (alpha == 255).sum() == 100
    assert (alpha[30:40, 30:40] == 255).all()


def test_a_photograph_stays_a_filled_rectangle(tmp_path):
    pixels = np.linspace(0, 255, 80 * 60 * 3).reshape(60, 80, 3).astype(np.uint8)
    target = load_target(save(Image.fromarray(pixels), tmp_path / "photo.png"))
    assert target.shape == (30, 40, 4)
    assert target[..., 3].min() == 1


def test_exif_rotation(tmp_path):
    picture = Image.new("RGB", (80, 40), (0, 0, 255))
    picture.paste((255, 0, 0), (0, 0, 40, 40))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned clockwise by a quarter: the left becomes the top
    target = load_target(save(picture, tmp_path / "turned.jpg", exif=exif, quality=95))
    assert target.shape == (40, 20, 4)
    assert target[5, 10, 0] > 0.95
    assert target[35, 10, 2] > 0.95


def test_first_frame_of_an_animated_gif(tmp_path):
    first, second = (disc(colour=colour) for colour in ((250, 0, 0), (0, 0, 250)))
    target = load_target(save(first, tmp_path / "two.gif", save_all=True, append_images=[second]))
    np.testing.assert_allclose(target[20, 20], (250 / 255, 0, 0, 1), atol=0.02)


def test_grey_palette_and_16_bit_pictures(tmp_path):
    grey = Image.fromarray(np.arange(0, 65536, 16, dtype=np.uint16).reshape(64, 64))
    assert grey.mode.startswith("I;16")
    target = load_target(save(grey, tmp_path / "deep.png"))
    assert target[20, 20, 0] == pytest.approx(0.5, abs=0.02)
    assert load_target(save(disc().convert("LA"), tmp_path / "grey.png"))[20, 20, 3] == 1
    assert load_target(save(disc().quantize(8), tmp_path / "palette.png"))[0, 0, 3] == 0


def test_small_pictures_keep_their_size(tmp_path):
    assert load_target(save(disc(side=16), tmp_path / "small.png")).shape == (16, 16, 4)


def test_a_file_named_as_a_target_needs_a_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    save(disc(), tmp_path / "lizard", format="PNG")
    np.testing.assert_allclose(load_target("./lizard")[20, 20], np.array([200, 40, 90, 255]) / 255, atol=0.01)
    assert load_target("lizard")[20, 20, 1] > 0.5


# Bad pictures


def test_missing_file_and_folder(tmp_path):
    path = tmp_path / "missing.png"
    assert message(path) == f"{path} does not exist; an image file (PNG, JPEG, WebP, GIF) is expected; check the path"
    assert "is not a file" in message(tmp_path)


def test_empty_file(tmp_path):
    (tmp_path / "empty.png").touch()
    assert "empty.png is empty (0 bytes)" in message(tmp_path / "empty.png")


@pytest.mark.parametrize("content", [b"hello" * 100, b"BM" + bytes(200), b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBPVP8 "])
def test_not_a_picture(tmp_path, content):
    path = tmp_path / "text.png"
    path.write_bytes(content)
    assert re.search(r"text.png is (not a readable picture|damaged or cut short)", message(path))


def test_other_formats_are_refused(tmp_path):
    assert "a PNG, JPEG, WebP or GIF is expected" in message(save(disc(), tmp_path / "disc.tiff"))


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp", "gif"])
@pytest.mark.parametrize("share", [0.05, 0.5, 0.95])
def test_truncated_file(tmp_path, suffix, share):
    noise = np.random.default_rng(0).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    path = save(Image.fromarray(noise), tmp_path / f"cut.{suffix}")
    content = path.read_bytes()
    path.write_bytes(content[: int(share * len(content))])
    assert re.search(r"is (not a readable picture|damaged or cut short)", message(path))


def test_a_flipped_byte_in_a_png(tmp_path):
    path = save(disc(), tmp_path / "flipped.png")
    content = bytearray(path.read_bytes())
    content[content.index(b"IDAT") + 40] ^= 1
    path.write_bytes(content)
    assert "is damaged or cut short" in message(path)


@pytest.mark.parametrize("suffix", ["png", "webp"])
def test_animated_picture(tmp_path, suffix):
    path = save(disc(), tmp_path / f"two.{suffix}", save_all=True, append_images=[disc(colour=(0, 0, 250))])
    assert "is animated (2 frames); a still picture is expected; save one frame as PNG" in message(path)


def test_cmyk(tmp_path):
    path = save(Image.new("CMYK", (64, 64), (200, 10, 10, 0)), tmp_path / "print.jpg")
    assert "has CMYK (print) colours; RGB or grey is expected; convert it to RGB" in message(path)


def png_header(width, height):
    """A PNG that claims a size and holds a few bytes of pixels."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("side", "said"), [(20000, "more than [0-9]+ pixels"), (9000, "9000x9000 pixels"), (4097, "4097x4097 pixels")]
)
def test_huge_picture_is_refused_from_its_header(tmp_path, side, said):
    path = tmp_path / "huge.png"
    path.write_bytes(png_header(side, side))
    tracemalloc.start()
    try:
        text = message(path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert re.search(rf"huge.png is {said}; at most 16777216 \(4096x4096\) are accepted; resize it$", text)
    assert peak < 1e6


def test_max_pixels(tmp_path):
    path = save(disc(), tmp_path / "disc.png")
    assert load_target(path, max_pixels=64 * 64).shape == (40, 40, 4)
    assert "64x64 pixels; at most 4095" in message(path, max_pixels=64 * 64 - 1)
    assert "max_pixels is 0; at least 1" in message(path, max_pixels=0)


@pytest.mark.parametrize("alpha", [0, 25])
def test_wholly_transparent(tmp_path, alpha):
    path = save(Image.new("RGBA", (64, 64), (255, 0, 0, alpha)), tmp_path / "clear.png")
    assert "is wholly transparent or of one colour; a target needs pixels with alpha above 0.1" in message(path)


def test_one_colour(tmp_path):
    assert "of one colour" in message(save(Image.new("RGB", (64, 64), "white"), tmp_path / "white.jpg"))


@pytest.mark.parametrize("size", [(1, 1), (3, 40)])
def test_tiny_picture(tmp_path, size):
    path = save(Image.new("RGB", size, "red"), tmp_path / "dot.png")
    assert f"is {size[0]}x{size[1]} pixels; a target needs at least 4 a side; use a larger picture" in message(path)


def test_a_strip_that_shrinks_to_nothing(tmp_path):
    path = save(Image.linear_gradient("L").resize((1000, 20)), tmp_path / "strip.png")
    assert "shrinks to 40x1 pixels; a target needs at least 4 a side" in message(path)


def test_read_image_keeps_the_full_size(tmp_path):
    image = read_image(save(disc(side=300), tmp_path / "disc.png"))
    assert (image.size, image.mode) == ((300, 300), "RGBA")
