"""Symmetric matrices that change states: their free entries, their mixtures, their eigenvectors.

Of the article: A = Q Λ Qᵀ, and what it does is its displacement from the identity, A - I = Q (Λ - I) Qᵀ, which scales.
"""

from collections.abc import Sequence

import numpy as np
import tensorflow as tf

from nca_tf.cells.rows import take_rows
from nca_tf.files.errors import InputError

ROUNDING = 1e-5
"""By how much a matrix that is read in may miss being symmetric."""


def entries_in(channels: int) -> int:
    """How many entries of a symmetric [channels, channels] matrix are free: 136 of 16 channels."""
    return channels * (channels + 1) // 2


def entries_of(matrix: np.ndarray) -> np.ndarray:
    """The upper triangle row by row, diagonal included: [entries]."""
    return matrix[np.triu_indices(len(matrix))]


def symmetric(entries: tf.Tensor, channels: int) -> tf.Tensor:
    """The matrices [..., channels, channels] of `entries_of` [..., entries]; each free entry stands at both places."""
    places = np.zeros((channels, channels), np.int32)
    places[np.triu_indices(channels)] = np.arange(entries_in(channels))
    spread = take_rows(tf.transpose(entries), tf.constant(np.maximum(places, places.T).ravel()))
    return tf.reshape(tf.transpose(spread), tf.concat([tf.shape(entries)[:-1], [channels] * 2], axis=0))


def checked(matrix: np.ndarray, channels: int, name: str) -> np.ndarray:
    """A matrix as it was read, or an InputError that says what is wrong with it.

    Args:
      matrix: anything.
      channels: of the host.
      name: what the message calls it.
    """
    matrix = _numbers(matrix, (channels, channels), "symmetric matrix of finite numbers", name)
    if np.abs(matrix - matrix.T).max() > ROUNDING:
        row, column = np.unravel_index(np.abs(matrix - matrix.T).argmax(), matrix.shape)
        raise InputError(
            f"{name} is not symmetric: {matrix[row, column]:g} at [{row}, {column}] and {matrix[column, row]:g} at "
            f"[{column}, {row}]; a symmetric matrix was expected, whose eigenvectors are real; pass (A + A.T) / 2."
        )
    return matrix


def checked_vector(vector: np.ndarray, channels: int, name: str) -> np.ndarray:
    """As `checked`, of what an additive perturbation adds."""
    return _numbers(vector, (channels,), "list of finite numbers", name)


def _numbers(values, shape: tuple[int, ...], what: str, name: str) -> np.ndarray:
    extent = "x".join(map(str, shape))
    expected = f"a {extent} {what} was expected, as the host has {shape[0]} channels; correct it."
    try:
        array = np.asarray(values, np.float64)
    except (TypeError, ValueError):
        raise InputError(f"{name} is not made of numbers; {expected}") from None
    if array.shape != shape:
        raise InputError(f"{name} has the shape {array.shape}; {expected}")
    if not np.isfinite(array).all():
        raise InputError(f"{name} has values that are not finite; {expected}")
    return array


def mixed(changes: Sequence[tf.Tensor], strengths: tf.Tensor, nothing: np.ndarray) -> tf.Tensor:
    """Σ kᵢ Aᵢ + (1 - Σ kᵢ) I: one perturbation at strength k is kA + (1 - k) I.

    Args:
      changes: each [values], the free entries of matrices or vectors.
      strengths: k, [perturbations] or [batch, perturbations].
      nothing: [values], what changes nothing: the identity's entries; zero for vectors.
    Returns:
      [values] or [batch, values].
    """
    rest = 1.0 - tf.reduce_sum(strengths, axis=-1, keepdims=True)
    parts = (strengths[..., at : at + 1] * change for at, change in enumerate(changes))
    return sum(parts, rest * tf.constant(nothing, strengths.dtype))


def eigenvalues(matrix: np.ndarray) -> np.ndarray:
    """Of a symmetric matrix, rising; 1 means that states pass unchanged along that direction."""
    return np.linalg.eigvalsh(np.asarray(matrix, np.float64))


def directions(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Eigenvalues less 1 and eigenvectors (columns) of a symmetric matrix, those that change states most first."""
    values, vectors = np.linalg.eigh(np.asarray(matrix, np.float64))
    order = np.argsort(-np.abs(values - 1.0), kind="stable")
    return values[order] - 1.0, vectors[:, order]


def similarity(one: np.ndarray, other: np.ndarray) -> float:
    """How alike the eigenvectors of two symmetric matrices are, from 0 to 1 (the same).

    Each eigenvector counts by the square of what its matrix does along it, (λ - 1)², and is given the squared cosine to
    the nearest eigenvector of the other matrix; the mean of both ways. Random ones have about .3.
    """
    (done, vectors), (by_other, others) = directions(one), directions(other)
    if not (done.any() and by_other.any()):
        return 1.0  # Any basis is one of the identity.
    overlaps = np.square(vectors.T @ others)
    ways = (np.square(done), overlaps.max(axis=1)), (np.square(by_other), overlaps.max(axis=0))
    return float(np.mean([np.average(best, weights=counts) for counts, best in ways]))


def distance_from_identity(matrix: np.ndarray) -> float:
    """Frobenius norm of A - I: how much is changed in all."""
    return float(np.linalg.norm(np.asarray(matrix, np.float64) - np.eye(len(matrix))))
