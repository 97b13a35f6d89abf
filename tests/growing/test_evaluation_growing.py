"""What is measured and drawn of a growing automaton after its training."""

import numpy as np
import pytest
import tensorflow as tf
from PIL import Image
from random_automata import random_growing

import nca_tf
from nca_tf.pictures.animation import to_rgb, zoom
from nca_tf.pictures.targets import load_target
from nca_tf.wounds import three_pieces
from training.growing import evaluation, figures


@pytest.mark.slow
def test_the_picture_of_three_pieces_shows_them_at_once_after_the_cut(tmp_path):
    model = random_growing(hidden=8)
    frames, pauses = figures.piece_frames(model, 14, 20, 12, grown=8, recovery=16)
    assert len(frames) == len(pauses) == 3 + 3
    grown = model.rollout(model.seed_state(1, 14, 60), 8, 7).numpy()
    np.testing.assert_array_equal(frames[2][::3, ::3], to_rgb(grown[0]))
    np.testing.assert_array_equal(frames[3][::3, ::3], to_rgb(three_pieces(grown, 12)[0]))
    figures.write_pieces(model, np.zeros((6, 12, 4), np.float32), 4, tmp_path)
    with Image.open(tmp_path / "pieces.webp") as image:
        assert image.size == (180, 42)


def test_worms_are_measured_wherever_they_stand(monkeypatch):
    """Two whole worms, one of them moved by (2, -3), and one that lost a corner."""
    picture = np.random.default_rng(0).random((6, 12, 4)).astype(np.float32)
    grid = np.zeros((1, 14, 60, 16), np.float32)
    for (row, column), worm in (((4, 4), picture), ((6, 21), picture), ((4, 44), np.where(picture > 0.9, 0, picture))):
        grid[0, row : row + 6, column : column + 12, :4] = worm
    monkeypatch.setattr(evaluation, "_run", lambda model, state, steps, random_seed: tf.constant(grid))
    monkeypatch.setattr(evaluation, "three_pieces", lambda state, width: state)
    losses = evaluation.piece_losses(nca_tf.GrowingCA(), picture, padding=4, seeds=1)
    expected = np.square(np.where(picture > 0.9, picture, 0)).sum() / (14 * 20 * 4)
    assert losses == pytest.approx({"left": 0.0, "middle": 0.0, "right": expected}, rel=1e-5)


def test_times_and_the_last_loss_come_from_the_log(tmp_path):
    assert evaluation.training_figures(tmp_path) == {}
    losses = [1e-2] * 50 + [1e-4] * 100 + [1e-5] * 20
    lines = [f"{number},{number * 2.0},{loss}" for number, loss in enumerate(losses, start=1)]
    (tmp_path / "log.csv").write_text("\n".join(["iteration,seconds,loss", *lines]) + "\n")
    figures = evaluation.training_figures(tmp_path)
    # In the window that ends with iteration 100, one half has -2 and one half -4; the last has a fifth of -5.
    assert list(figures.values()) == pytest.approx([200.0, 340.0, -4.2])
    assert list(evaluation.training_figures(tmp_path, window=171).values()) == [340.0]


@pytest.mark.parametrize(("lines", "found"), [([], []), (["1,2.5,0.01"], [2.5]), (["1,2.5,0.01", "2,3"], [2.5])])
def test_a_log_may_be_as_short_as_a_run(tmp_path, lines, found):
    (tmp_path / "log.csv").write_text("\n".join(["iteration,seconds,loss", *lines]) + "\n")
    assert list(evaluation.training_figures(tmp_path).values()) == found


def test_a_model_that_only_names_its_target_is_measured_on_the_published_grid(tmp_path, monkeypatch):
    """As nca_tf.save suggests."""
    seen = []
    monkeypatch.setattr(evaluation, "METRICS", ())
    monkeypatch.setattr(evaluation, "_all_figures", lambda model, picture, padding, _: seen.append((picture, padding)))
    assert evaluation.evaluate(nca_tf.GrowingCA(), {"name": "mine", "target": "fish"}, tmp_path) == []
    ((picture, padding),) = seen
    assert picture.shape == load_target("fish", 40).shape and padding == 16


@pytest.mark.slow
@pytest.mark.parametrize(("horizon", "steps"), [(None, 160), (20, 20)])
def test_the_pictures_of_a_model_trained_on_growth_alone_end_where_its_training_did(tmp_path, horizon, steps):
    model = random_growing(hidden=8)
    figures.write_all(model, np.zeros((10, 10, 4), np.float32), 4, tmp_path, horizon)
    frames, _ = figures.growth_frames(model, 18, 18) if horizon is None else figures.sowing(model, 18, 18, horizon)
    last = to_rgb(model.rollout(model.seed_state(1 if horizon is None else 5, 18, 18), steps, 7).numpy())
    np.testing.assert_array_equal(frames[steps // (4 if horizon is None else 2)][:36, :36], zoom(last[0], 2))
    with Image.open(tmp_path / "growth.webp") as image:
        assert image.n_frames == len(frames) and image.size == (180, 36)
    with Image.open(tmp_path / "rotation.webp") as image:
        assert image.size == (144, 72)
