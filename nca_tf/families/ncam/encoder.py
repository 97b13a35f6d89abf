"""From a picture to its code (paper, sections 3.1 and 3.2): convolutions, slices, and the alphabet of four letters."""

from collections.abc import Mapping

import numpy as np
import tensorflow as tf

from nca_tf.families.ncam.blocks import Start, affine, affine_starts, block_starts, blocks
from nca_tf.files.errors import InputError

FEATURES = 16
"""Of every convolution (not stated in the paper)."""
PAIRS = 2
"""How often CB3 and CB1 follow each other (not stated)."""
CODE_BLOCKS = ("encoder/code1", "encoder/code2")
"""FCBs after the slices (their number is not stated)."""
LETTERS, CATEGORIES = 16, 4
"""Letters for each element of the continuous code, and how many letters there are: 32 bits, as of a float."""
GENE = 16
"""Features of an element between its value and its letters."""
GENE_BLOCKS = tuple(f"block{number}" for number in range(1, 5))
TRUST = 0.65
"""How much of a letter is believed where none is wrong, see `hedge`. Of `chars-dna`, trained with half of its letters
replaced, the loss is .0237 without this, .0088 with it and .0091 among wrong letters."""
NONE = -1
"""Among the replacements of a code: this letter stays."""

_PICTURE_BLOCKS = tuple(f"encoder/{kind}_{number}" for number in range(1, PAIRS + 1) for kind in ("cb3", "cb1"))


def checked_codes(codes: tf.Tensor, shape: tuple[int, ...], dtype: str) -> tf.Tensor:
    """Codes [batch, ...] in the model's type; `shape` is that of one.

    Raises:
      InputError: they have another.
    """
    codes = tf.convert_to_tensor(codes)
    if codes.dtype == tf.string:
        raise InputError("codes are text; numbers were expected; pass encode's.")
    if tuple(codes.shape[1:]) != shape:
        raise InputError(f"codes have the shape {tuple(codes.shape)}; rows of {shape} were expected; pass encode's.")
    return tf.cast(codes, dtype)


def checked_pictures(pictures: tf.Tensor, shape: tuple[int, int, int], dtype: str) -> tf.Tensor:
    """Pictures as floats 0..1.

    Args:
      pictures: [batch, *shape], floats 0..1 or integers 0..255.
      shape: size, size, colours.
    Raises:
      InputError: they have another shape, or other values, or there is none.
    """
    pictures = tf.convert_to_tensor(pictures)
    if pictures.shape.rank != 4 or tuple(pictures.shape[1:]) != shape:
        raise InputError(
            f"pictures have the shape {tuple(pictures.shape)}; (pictures, {', '.join(map(str, shape))}) was "
            "expected; resize them."
        )
    most = 255 if pictures.dtype.is_integer else 1
    if pictures.shape[0] == 0:
        raise InputError("there are no pictures; at least one was expected; pass some.")
    if not tf.is_symbolic_tensor(pictures) and not (np.min(pictures) >= 0 and np.max(pictures) <= most):
        raise InputError(
            f"pictures hold values from {np.min(pictures):g} to {np.max(pictures):g}; integers from 0 to 255 or floats "
            "from 0 to 1 were expected; rescale them."
        )
    return tf.cast(pictures, dtype) / most


def encoder_starts(colours: int, size: int, code_size: int, slices: bool, leaky: bool) -> dict[str, Start]:
    """The weights that make a continuous code of a picture of `size` x `size` pixels."""
    summary = FEATURES + (2 * FEATURES * size + size**2 if slices else 0)
    starts = affine_starts("encoder/first", colours, FEATURES, 3)
    for name in _PICTURE_BLOCKS:
        side, expansion = (3, 2) if "cb3" in name else (1, 4)
        starts |= block_starts(name, FEATURES, expansion, side, leaky)
    starts |= affine_starts("encoder/summary", summary, code_size)
    for name in CODE_BLOCKS:
        starts |= block_starts(name, code_size, 1, leaky=leaky)
    return starts


def encode(pictures: tf.Tensor, weights: Mapping[str, tf.Tensor], slices: bool) -> tf.Tensor:
    """Continuous codes [batch, code size] of pictures [batch, size, size, colours]."""
    features = tf.nn.relu(affine(pictures, weights, "encoder/first"))
    features = blocks(features, weights, _PICTURE_BLOCKS)
    code = affine(summary(features, slices), weights, "encoder/summary")
    return blocks(code, weights, CODE_BLOCKS)


def summary(features: tf.Tensor, slices: bool) -> tf.Tensor:
    """Means of features [batch, h, w, c]: over space (c numbers), and with slices over h, over w and over c too.

    Returns:
      [batch, c + c w + c h + h w], or [batch, c].
    """
    over_space = tf.reduce_mean(features, axis=(1, 2))
    if not slices:
        return over_space
    parts = [tf.reduce_mean(features, axis=axis) for axis in (1, 2, 3)]
    batch = tf.shape(features)[0]
    flat = [tf.reshape(part, [batch, part.shape[1] * part.shape[2]]) for part in parts]
    return tf.concat([over_space, *flat], axis=1)


def alphabet_starts(leaky: bool) -> dict[str, Start]:
    """The weights that write and read letters, the same for every element of a code."""
    starts = affine_starts("letters/first", 1, GENE) | affine_starts("letters/last", GENE, LETTERS * CATEGORIES)
    starts |= affine_starts("reader/first", LETTERS * CATEGORIES, GENE) | affine_starts("reader/last", GENE, 1)
    for side in ("letters", "reader"):
        for name in GENE_BLOCKS:
            starts |= block_starts(f"{side}/{name}", GENE, 4, leaky=leaky)
    return starts


def write_letters(code: tf.Tensor, weights: Mapping[str, tf.Tensor]) -> tf.Tensor:
    """A code [batch, code size] in letters: the share of each of the four, [batch, code size * 16, 4]."""
    genes = affine(code[..., None], weights, "letters/first")
    genes = blocks(genes, weights, tuple(f"letters/{name}" for name in GENE_BLOCKS))
    logits = affine(genes, weights, "letters/last")
    return tf.nn.softmax(tf.reshape(logits, [-1, code.shape[1] * LETTERS, CATEGORIES]))


def read_letters(letters: tf.Tensor, weights: Mapping[str, tf.Tensor]) -> tf.Tensor:
    """The code [batch, code size] that letters [batch, code size * 16, 4] stand for; a letter of zeros says nothing."""
    genes = tf.reshape(letters, [-1, letters.shape[1] // LETTERS, LETTERS * CATEGORIES])
    genes = affine(genes, weights, "reader/first")
    genes = blocks(genes, weights, tuple(f"reader/{name}" for name in GENE_BLOCKS))
    return tf.squeeze(affine(genes, weights, "reader/last"), axis=-1)


def hedge(letters: tf.Tensor) -> tf.Tensor:
    """Letters [..., 4] that are known to be right, as a reader expects them who learnt among wrong ones.

    Each counts for `TRUST`, and the rest is shared by the four; a letter of zeros stays one.
    """
    letters = tf.convert_to_tensor(letters)
    return TRUST * letters + (1.0 - TRUST) / CATEGORIES * tf.reduce_sum(letters, axis=-1, keepdims=True)


def replace_letters(letters: tf.Tensor, by: tf.Tensor) -> tf.Tensor:
    """Letters [batch, letters, 4] with some replaced.

    Args:
      by: integer [batch, letters], the letter 0 to 3 that is put there; `NONE` where the own one stays.
    """
    chosen = tf.one_hot(tf.cast(by, tf.int32), CATEGORIES, dtype=letters.dtype)
    return tf.where(tf.expand_dims(by, -1) == NONE, letters, chosen)
