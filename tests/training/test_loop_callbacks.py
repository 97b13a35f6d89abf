"""What watches the training loop: TensorBoard and Keras callbacks."""

import json

import keras
import numpy as np
import pytest
from toy_runs import assert_same_state, signal_in_iteration, toy, train

from training.checkpoints import Checkpoints
from training.signals import Interrupted

# TensorBoard


def read_events(folder):
    """Return what TensorBoard shows of a run."""
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    return EventAccumulator(str(folder / "events"), size_guidance={"images": 0, "scalars": 0}).Reload()


def test_tensorboard_shows_scalars_and_pictures(straight):
    events = read_events(straight[1])
    losses = straight[2].history["loss"]
    assert [e.step for e in events.Scalars("loss")] == [10, 20, 30]
    assert [e.value for e in events.Scalars("loss")] == pytest.approx([losses[9], losses[19], losses[29]])
    assert [e.value for e in events.Scalars("log10_loss")] == pytest.approx(
        np.log10([losses[9], losses[19], losses[29]])
    )
    assert all(e.value > 0 for e in events.Scalars("iterations_per_second"))
    assert [(e.step, e.width, e.height) for e in events.Images("pool")] == [(1, 1, 6), (30, 1, 6)]


def test_tensorboard_shows_an_iteration_done_twice_once(tmp_path):
    with pytest.raises(Interrupted):
        train(signal_in_iteration(toy(), 24), tmp_path, checkpoint_seconds=1e9)
    for path in Checkpoints(tmp_path / "checkpoints").paths():
        path.unlink()
    train(toy(), tmp_path)
    assert [e.step for e in read_events(tmp_path).Scalars("loss")] == [10, 20, 30]


# Keras callbacks


class Spy(keras.callbacks.Callback):
    """Notes every call."""

    def __init__(self, stop_after=None):
        super().__init__()
        self.calls, self.stop_after = [], stop_after

    def on_train_begin(self, logs=None):
        self.calls.append("begin")

    def on_epoch_end(self, epoch, logs=None):
        self.calls.append((epoch, logs["loss"]))
        if epoch + 1 == self.stop_after:
            self.model.stop_training = True

    def on_train_end(self, logs=None):
        self.calls.append("end")


def test_callbacks_see_every_iteration(straight, tmp_path):
    spy = Spy()
    train(toy(), tmp_path, callbacks=[spy])
    assert spy.calls == ["begin", *enumerate(straight[2].history["loss"]), "end"]


def test_a_callback_can_stop_the_training_and_it_can_go_on_later(straight, tmp_path):
    history = train(toy(), tmp_path, callbacks=[Spy(stop_after=12)])
    assert len(history.epoch) == 12
    assert json.loads((tmp_path / "record.json").read_text())["iterations"] == 12
    resumed = toy()
    train(resumed, tmp_path)
    assert_same_state(resumed, straight[0])


def test_keras_own_callbacks_work(tmp_path):
    experiment = toy()
    callbacks = [
        keras.callbacks.LearningRateScheduler(lambda epoch, rate: 0.05 if epoch < 3 else 0.0),
        keras.callbacks.EarlyStopping("loss", patience=1000),
        keras.callbacks.TerminateOnNaN(),
        keras.callbacks.CSVLogger(tmp_path / "keras.csv"),
    ]
    train(experiment, tmp_path / "run", callbacks=callbacks)
    third = np.load(tmp_path / "run" / "weights.npz")
    stopped = toy()
    train(stopped, tmp_path / "stopped", callbacks=[Spy(stop_after=3)])
    fourth = np.load(tmp_path / "stopped" / "weights.npz")
    assert all(np.array_equal(third[name], fourth[name]) for name in third.files)
    assert len((tmp_path / "keras.csv").read_text().splitlines()) == 31
