"""Curves and a confusion matrix as small pictures, drawn with Pillow alone."""

from collections.abc import Mapping, Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFont

INK, FAINT, PAPER = (34, 34, 34), (225, 225, 225), (255, 255, 255)
LINES = ((0, 90, 181), (220, 50, 32), (120, 120, 120), (225, 150, 0))
WIDTH, HEIGHT, MARGIN = 760, 420, 56


def curves(
    series: Mapping[str, Sequence[float]], title: str, marks: Sequence[int] = (), axis: str = "step"
) -> np.ndarray:
    """Shares between 0 and 1 against steps, counted from 1.

    Args:
      series: name -> values of one length.
      title: the line above.
      marks: steps at which a dotted line stands.
      axis: what they are steps of, in a word.
    Returns:
      uint8 [height, width, 3].
    """
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    steps = max(len(values) for values in series.values())
    left, right, top, bottom = MARGIN, WIDTH - MARGIN // 2, MARGIN, HEIGHT - MARGIN

    def place(step: float, share: float) -> tuple[float, float]:
        return left + (right - left) * step / steps, bottom - (bottom - top) * share

    for tenth in range(0, 11, 2):
        draw.line([place(0, tenth / 10), place(steps, tenth / 10)], FAINT)
        _write(draw, (left - 8, place(0, tenth / 10)[1]), f"{tenth * 10} %", "rm")
    for number in range(5):
        step = round(steps * number / 4)
        _write(draw, (place(step, 0)[0], bottom + 8), str(step), "mt")
    for mark in marks:
        x, _ = place(mark, 0)
        for y in range(top, bottom, 8):
            draw.line([(x, y), (x, y + 3)], INK)
    for number, values in enumerate(series.values()):
        draw.line([place(step, share) for step, share in enumerate(values, start=1)], _colour(number), width=2)
    _legend(draw, list(series), left, MARGIN - 16)
    _write(draw, (left, 14), title, "lm", 15)
    _write(draw, ((left + right) / 2, HEIGHT - 18), axis, "mm")
    return np.asarray(image)


def confusion(matrix: np.ndarray, names: Sequence[str], title: str) -> np.ndarray:
    """A confusion matrix as shares of each row, in percent.

    Args:
      matrix: int [classes, classes], rows the truth, columns what was said.
      names: of the classes.
    Returns:
      uint8 [height, width, 3].
    """
    shares = matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1)
    side, count = 44, len(matrix)
    left, top = 110, 96
    image = Image.new("RGB", (left + side * count + 16, top + side * count + 16), PAPER)
    draw = ImageDraw.Draw(image)
    _write(draw, (12, 16), title, "lm", 15)
    _write(draw, (left, top - 44), "columns: what cells say (% of the row); rows: the truth", "lm")
    for row in range(count):
        _write(draw, (left - 8, top + side * row + side / 2), names[row], "rm")
        _write(draw, (left + side * row + side / 2, top - 8), names[row][:6], "mb")
        for column in range(count):
            share = float(shares[row, column])
            x, y = left + side * column, top + side * row
            draw.rectangle([x, y, x + side - 2, y + side - 2], _blue(share))
            colour = PAPER if share > 0.5 else INK
            _write(draw, (x + side / 2 - 1, y + side / 2 - 1), f"{100 * share:.1f}", "mm", colour=colour)
    return np.asarray(image)


def swatches(sheet: np.ndarray, palette: np.ndarray, names: Sequence[str], row: int) -> np.ndarray:
    """Put the colour and the name of each class to the left of its row of pictures.

    Args:
      sheet: uint8 [rows, columns, 3].
      row: height of a class's row in pixels.
    Returns:
      uint8 [rows, more columns, 3].
    """
    image = Image.new("RGB", (sheet.shape[1] + 110, sheet.shape[0]), PAPER)
    image.paste(Image.fromarray(sheet), (110, 0))
    draw = ImageDraw.Draw(image)
    for index, name in enumerate(names):
        middle = index * row + row // 2
        draw.rectangle([6, middle - 9, 24, middle + 9], tuple(int(value) for value in palette[index]))
        _write(draw, (32, middle), name, "lm")
    return np.asarray(image)


def _legend(draw: ImageDraw.ImageDraw, names: Sequence[str], left: float, middle: float) -> None:
    for number, name in enumerate(names):
        draw.line([(left, middle), (left + 22, middle)], _colour(number), width=3)
        _write(draw, (left + 28, middle), name, "lm")
        left += 28 + draw.textlength(name, font=ImageFont.load_default(12)) + 24


def _colour(number: int) -> tuple[int, int, int]:
    return LINES[number % len(LINES)]


def _blue(share: float) -> tuple[int, int, int]:
    return tuple(round(255 + (channel - 255) * share) for channel in (0, 70, 160))


def _write(draw, where, text, anchor, size=12, colour=INK) -> None:
    draw.text(where, text, fill=colour, font=ImageFont.load_default(size), anchor=anchor)
