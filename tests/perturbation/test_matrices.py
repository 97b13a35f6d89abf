"""Eigenvectors, distances and similarities of symmetric matrices, by matrices whose answers are known."""

import numpy as np
import pytest

from nca_tf.families.perturbation.matrices import (
    checked,
    directions,
    distance_from_identity,
    eigenvalues,
    entries_in,
    entries_of,
    similarity,
    symmetric,
)


def turned(values, seed: int) -> np.ndarray:
    """A symmetric matrix with given eigenvalues along random directions."""
    basis = np.linalg.qr(np.random.default_rng(seed).normal(size=(len(values), len(values))))[0]
    return (basis * values) @ basis.T


VALUES = np.array([0.5, 0.9, 1.0, 1.05])


def test_free_entries_are_the_upper_triangle():
    matrix = np.array([[1.0, 2.0, 3.0], [2.0, 4.0, 5.0], [3.0, 5.0, 6.0]])
    np.testing.assert_array_equal(entries_of(matrix), [1, 2, 3, 4, 5, 6])
    np.testing.assert_array_equal(symmetric(entries_of(matrix), 3), matrix)
    assert entries_in(16) == 136


def test_what_is_done_along_which_direction():
    matrix = turned(VALUES, 1)
    np.testing.assert_allclose(eigenvalues(matrix), VALUES, atol=1e-12)
    done, vectors = directions(matrix)
    np.testing.assert_allclose(done, [-0.5, -0.1, 0.05, 0.0], atol=1e-12)
    np.testing.assert_allclose(matrix @ vectors, vectors * (1.0 + done), atol=1e-12)
    assert distance_from_identity(matrix) == pytest.approx(np.sqrt(0.25 + 0.01 + 0.0025))
    assert distance_from_identity(np.eye(4)) == 0.0


def test_similarity_is_one_of_the_same_directions_whatever_is_done_along_them():
    matrix = turned(VALUES, 1)
    assert similarity(matrix, np.eye(4) - 2.0 * (matrix - np.eye(4))) == pytest.approx(1.0)
    assert similarity(matrix, np.eye(4)) == pytest.approx(1.0)
    # Turned by 45 degrees in the plane, either vector has half of its square along either of the others.
    assert similarity(np.diag([0.5, 1.5]), np.array([[1.0, 0.5], [0.5, 1.0]])) == pytest.approx(0.5)
    assert similarity(turned(np.linspace(0.5, 1.4, 16), 2), turned(np.linspace(0.5, 1.4, 16), 3)) < 0.5


def test_rounding_is_no_asymmetry():
    matrix = turned(VALUES, 1)
    matrix[0, 1] += 1e-7
    checked(matrix, 4, "it")
