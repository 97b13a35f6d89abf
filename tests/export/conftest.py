"""Served models for all tests that ask them."""

from pathlib import Path

import pytest

from export import model_argument, saved_model
from tests import small_models
from tests.serving_stand_in import LoadedVersion

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def models(tmp_path_factory):
    """A folder of served models: pattern/1 and digits/1."""
    folder = tmp_path_factory.mktemp("served")
    for name, model in (("pattern", small_models.growing_model()), ("digits", small_models.mnist_model())):
        saved_model.write(model_argument.load(small_models.save(model, folder / "sources" / name)), folder / "models")
    return folder / "models"


@pytest.fixture(scope="session")
def pattern(models):
    return LoadedVersion(models / "pattern" / "1")


@pytest.fixture(scope="session")
def digits(models):
    return LoadedVersion(models / "digits" / "1")
