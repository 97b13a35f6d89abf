"""A training of the toy that nobody disturbed, for all tests that compare with one."""

import pytest
from toy_runs import toy, train


@pytest.fixture(scope="session")
def straight(tmp_path_factory):
    """An experiment trained for 30 iterations without interruption, and its folder and history."""
    folder = tmp_path_factory.mktemp("runs") / "straight"
    experiment = toy()
    history = train(experiment, folder, command="python -m training.toy")
    return experiment, folder, history
