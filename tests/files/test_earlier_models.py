"""Models that version 0.1.0 wrote load and run as they did: `version_0_1_0` holds a file and a folder of each kind.

`rollouts.npz` holds, of each model, a state and what that version made of it in six steps from random seed 3.
"""

from pathlib import Path

import keras
import numpy as np
import pytest

import nca_tf
from nca_tf.families.growing.eight_bit import EightBitGrowingCA

WRITTEN = Path(__file__).with_name("version_0_1_0")
SETTINGS = {
    "growing": {"channels": 6, "hidden": 5, "fire_rate": 0.7, "step_size": 0.5, "edges": "wrap"},
    "eight_bit": {"channels": 6, "hidden": 5, "fire_rate": 0.5, "step_size": 1.0, "edges": "zero"},
    "mnist": {"channels": 7, "classes": 3, "features": 4, "hidden": 5, "kernel_size": 5, "noise": 0.1, "mask": False},
}
CLASSES = {"growing": nca_tf.GrowingCA, "eight_bit": EightBitGrowingCA, "mnist": nca_tf.SelfClassifyingCA}


def check_rollout(model, name):
    """What the model makes of the recorded state, to float rounding: the order of a sum may change."""
    with np.load(WRITTEN / "rollouts.npz") as recorded:
        start, final = recorded[f"{name}_start"], recorded[f"{name}_final"]
    assert np.abs(final - start).max() > 0.5
    np.testing.assert_allclose(model.rollout(start, 6, random_seed=3), final, atol=1e-5)


@pytest.mark.parametrize("name", SETTINGS)
def test_keras_files(name):
    model = keras.models.load_model(WRITTEN / f"{name}.keras")
    assert type(model) is CLASSES[name]
    assert {key: getattr(model, key) for key in SETTINGS[name]} == SETTINGS[name]
    check_rollout(model, name)


@pytest.mark.parametrize("name", ["growing", "mnist"])
def test_model_folders(name):
    model = nca_tf.load(WRITTEN / name)
    assert type(model) is CLASSES[name]
    check_rollout(model, name)


def test_the_folder_of_a_fine_tuned_model_holds_its_float_weights():
    written = keras.models.load_model(WRITTEN / "eight_bit.keras").named_weights()
    for key, weight in nca_tf.load(WRITTEN / "eight_bit").named_weights().items():
        np.testing.assert_array_equal(weight, written[key])
