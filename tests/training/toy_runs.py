"""Trainings of the toy, and what two of them must have in common."""

import os
import signal

import keras
import numpy as np
from toy_training import ToyConfig, ToyExperiment, save_weights

from training import loop
from training.log_file import read_log
from training.training_state import gather


def toy(**settings) -> ToyExperiment:
    """A fresh experiment."""
    return ToyExperiment(ToyConfig(**settings))


def train(experiment, folder, **arguments) -> keras.callbacks.History:
    """`loop.train`, silent, with the toy's way of writing a model."""
    return loop.train(experiment, folder, **{"progress": False, "save_model": save_weights, **arguments})


def signal_in_iteration(experiment, iteration, number=signal.SIGTERM):
    """Make `experiment` receive a signal in the middle of `iteration` (from 0)."""
    iterate = experiment.iterate

    def iterate_and_signal(current):
        if current == iteration:
            os.kill(os.getpid(), number)
        return iterate(current)

    experiment.iterate = iterate_and_signal
    return experiment


def assert_same_state(left, right):
    """Every variable of the model, every slot of the optimizer and every state array, bit for bit."""
    left, right = gather(left), gather(right)
    assert left.keys() == right.keys()
    for name, array in left.items():
        np.testing.assert_array_equal(array, right[name], err_msg=name)


def assert_same_log(left, right):
    """Every value of every iteration, times excepted."""
    rows = [
        [{k: v for k, v in row.items() if k != "seconds"} for row in read_log(f / "log.csv")] for f in (left, right)
    ]
    assert rows[0] == rows[1]
