"""Served models for all tests that ask them."""

import fcntl
import os
from importlib.util import find_spec
from pathlib import Path

import pytest
import warm_python

from export import capacity, model_argument, saved_model
from tests import small_models

collect_ignore = [] if find_spec("tensorflow_serving") else ["test_saved_model.py", "test_served_folder.py"]
"""Without the server's own protocol, as beside the newest TensorFlow, nothing can be asked as a server would be."""
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session", autouse=True)
def warm_processes():
    """What exports start to check and to time what they wrote begins with TensorFlow imported."""
    with pytest.MonkeyPatch.context() as patched:
        for command in (saved_model, capacity):
            patched.setattr(command, "subprocess", warm_python)
        yield


@pytest.fixture(scope="session")
def models(tmp_path_factory, warm_processes):
    """A folder of served models, pattern/1 and digits/1, for all processes that run tests; nothing is written there."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "served"
    with open(folder.with_name("served.lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "whole").exists():
            for name, model in (("pattern", small_models.growing_model()), ("digits", small_models.mnist_model())):
                source = model_argument.load(small_models.save(model, folder / "sources" / name))
                saved_model.write(source, folder / "models")
            (folder / "whole").touch()
    return folder / "models"


@pytest.fixture(scope="session")
def pattern(models):
    return _loaded(models / "pattern" / "1")


@pytest.fixture(scope="session")
def digits(models):
    return _loaded(models / "digits" / "1")


def _loaded(version: Path):
    pytest.importorskip(
        "tensorflow_serving", reason="tensorflow-serving-api is not installed: pip install nca_tf[export]"
    )
    from tests.serving_stand_in import LoadedVersion

    return LoadedVersion(version)
