"""The authors' own rules, read without PyTorch, in this model: as they were measured in theirs."""

import numpy as np
import pytest
import tensorflow as tf
from PIL import Image
from shared_data import shared_path

import nca_tf
from export import originals
from nca_tf.families.takeover.injection import Injection
from training.takeover.evaluation import host_of, losses, rule_distances, takeover

FOLDER = "originals/takeover"
IMAGES = 32
ONCE = {100: 3.3e-2, 150: 2.3e-2, 300: 2.4e-3, 500: 2.7e-3}
"""Loss of the red takeover by steps from the seed, of one run of the authors' rule: some run of ours should have it."""
MEDIAN_300 = 3.2e-3
"""Of 144 injections here; the losses of single ones lie between 1.3e-3 and 5.4e-3, medians of 16 between 2.5e-3 and
3.8e-3."""


def published_target(name: str) -> np.ndarray:
    """A picture as the authors shrank it: bilinear, each channel alone, nothing smoothed before; 48x48, straight."""
    image = np.asarray(Image.open(shared_path(f"originals/targets/{name}.png")).convert("RGBA"), np.float32) / 255.0
    return np.pad(tf.image.resize(image, (40, 40), antialias=False).numpy(), [(4, 4), (4, 4), (0, 0)])


def read_in(tmp_path, name: str, host: str | None = None) -> nca_tf.MultiRuleCA:
    words = ["--host", host] if host else []
    file, out = shared_path(f"{FOLDER}/{name}.pt"), str(tmp_path / name)
    originals.main([str(file), "--out", out, *words])
    return nca_tf.load(out)


def over_time(model, target: np.ndarray, marks: tuple[int, ...]) -> dict[int, float]:
    state, done, found = model.seed_state(8, 48, 48), 0, {}
    for mark in marks:
        state, done = model.rollout(state, mark - done, mark), mark
        found[mark] = float(np.median(losses(model, state, target)))
    return found


def test_the_persistent_lizard_stays(tmp_path):
    found = over_time(read_in(tmp_path, "lizard_persist"), published_target("lizard_complete"), (100, 300, 500))
    assert found[100] < 2e-3 and found[300] < 8e-4 and found[500] < 8e-4


def test_the_growing_lizard_decays_about_step_200(tmp_path):
    found = over_time(read_in(tmp_path, "lizard_growing"), published_target("lizard_complete"), (100, 150, 300))
    assert found[100] < 1e-3 and found[150] < 5e-3 and found[300] > 0.05


@pytest.mark.slow
def test_the_red_adversary_takes_over(tmp_path):
    read_in(tmp_path, "lizard_persist")
    model = read_in(tmp_path, "lizard_persist_to_red_squareside_2", str(tmp_path / "lizard_persist"))
    assert model.rule_names == ("host", "adversary")
    found = takeover(model, published_target("lizard_red"), Injection("square", 2), images=IMAGES)
    for step, loss in ONCE.items():
        few, most = np.quantile(found[step]["loss"], [0.03, 0.97])
        assert few < loss < most, step
    assert np.median(found[300]["loss"]) == pytest.approx(MEDIAN_300, rel=0.3)
    assert (found[300]["left"] == 0).sum() >= 0.75 * IMAGES
    assert found[100]["old"].mean() > found[150]["old"].mean() > found[200]["old"].mean()
    distances = rule_distances(model)
    assert distances["rms_distance"] == pytest.approx(0.1143, abs=5e-4)
    assert distances["cosine"] == pytest.approx(0.826, abs=1e-3)
    assert host_of(model).rule_names == ("host",)
