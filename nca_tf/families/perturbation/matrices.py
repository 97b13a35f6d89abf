"""Symmetric matrices that change states: their free entries, their mixtures, their eigenvectors.

Of the article: A = Q Λ Qᵀ, and what it does is its displacement from the identity, A - I = Q (Λ - I) Qᵀ, which scales.
"""

import numpy as np
import tensorflow as tf

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
    """The matrix [channels, channels] of `entries_of`; each free entry stands at both of its places."""
    places = np.zeros((channels, channels), np.int32)
    places[np.triu_indices(channels)] = np.arange(entries_in(channels))
    # As a product, since the gradient of a gather is sparse.
    chosen = tf.one_hot(np.maximum(places, places.T).ravel(), entries_in(channels), dtype=entries.dtype)
    return tf.reshape(tf.linalg.matvec(chosen, entries), [channels, channels])


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


def mixed(changes: tf.Tensor, strengths: tf.Tensor, nothing: tf.Tensor) -> tf.Tensor:
    """Σ kᵢ Aᵢ + (1 - Σ kᵢ) I: one perturbation at strength k is kA + (1 - k) I.

    Args:
      changes: [perturbations, ...], matrices or vectors.
      strengths: k, [perturbations] or [batch, perturbations].
      nothing: [...], what changes nothing: the identity; zero for vectors.
    Returns:
      [...] or [batch, ...].
    """
    rest = 1.0 - tf.reduce_sum(strengths, axis=-1)
    rest = tf.reshape(rest, tf.concat([tf.shape(rest), tf.ones([nothing.shape.rank], tf.int32)], axis=0))
    return tf.tensordot(strengths, changes, 1) + rest * nothing


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
