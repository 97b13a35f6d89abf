"""`python -m training.ncam`: what it trains on, in which order, with which letters; what it measures and refuses."""

import functools
import json

import keras
import numpy as np
import pytest
import tensorflow as tf
from PIL import Image
from random_manifolds import random_manifold

import nca_tf
from nca_tf.families.ncam.encoder import NONE
from nca_tf.families.ncam.page import columns_of, map_files, ncam_page, read_codes
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import read_model
from training.ncam import codes, engineering, evaluation, figures, genome, pictures, plain_numpy
from training.ncam.experiment import NcamConfig, NcamExperiment, PictureLoss, order, random_letters
from training.ncam.optimizer import FusedAdam, WarmCosine


@pytest.fixture
def folder(tmp_path):
    """Five pictures of 12x12 pixels: a square of another size and colour in each."""
    (tmp_path / "set").mkdir()
    for number in range(5):
        pixels = np.zeros((12, 12, 4), np.uint8)
        pixels[2 : 5 + number, 3:8] = [40 * number, 200, 100, 255]
        Image.fromarray(pixels).save(tmp_path / "set" / f"{number}.png")
    return tmp_path / "set"


def experiment(folder, **settings) -> NcamExperiment:
    small = {"size": 12, "code_size": 8, "channels": 8, "hidden": 12, "batch_size": 2, "rollout_steps": 6}
    return NcamExperiment(NcamConfig(**{**small, "data": str(folder), **settings}))


def test_every_picture_is_seen_equally_often(folder):
    one = experiment(folder)
    seen = []
    for iteration in range(5):
        one._iteration = iteration
        batch = one.draw_batch(np.random.default_rng(0))
        seen += [
            int(np.abs(one.set.pictures - picture).sum(axis=(1, 2, 3)).argmin()) for picture in batch.extras["pictures"]
        ]
        np.testing.assert_array_equal(batch.states, one.model.seed_state(2, 12, 12))
    assert sorted(seen) == sorted([*range(5)] * 2) and sorted(seen[:5]) == [*range(5)]
    assert order(0, 0, 5).tolist() != order(0, 1, 5).tolist()


def test_half_of_the_letters_are_replaced(folder):
    letters = random_letters(50, 400, 0.5, np.random.default_rng(1))
    assert np.mean(letters != NONE) == pytest.approx(0.5, abs=4 * 0.5 / np.sqrt(20000))
    counts = np.bincount(letters[letters != NONE])
    assert len(counts) == 4 and np.abs(counts / counts.sum() - 0.25).max() < 0.02
    one = experiment(folder, code="dna", letter_errors=0.25)
    one._iteration = 0
    assert np.mean(one.draw_batch(np.random.default_rng(2)).extras["letters"] != NONE) == pytest.approx(0.25, abs=0.1)
    assert one.model.code_shape == (128, 4)


def test_the_loss_is_the_mean_over_cells_and_colours():
    states = np.zeros((2, 3, 3, 8), np.float32)
    states[0, 0, 0, :4] = [0.5, -0.5, 1.0, 2.0]
    targets = np.zeros((2, 3, 3, 4), np.float32)
    targets[1] = 0.5
    found = PictureLoss().loss(tf.constant(states), (), tf.constant(targets))
    np.testing.assert_allclose(found, [(0.25 + 0.25 + 1 + 4) / 36, 0.25])


def _apply(optimizer, weight, gradient):
    optimizer.apply_gradients([(gradient, weight)])


def test_the_fused_optimizer_is_adam():
    values = [np.random.default_rng(seed).normal(size=(5, 4)) for seed in range(4)]
    found = []
    for kind in (keras.optimizers.Adam, FusedAdam):
        weight = keras.Variable(np.float32(values[0]))
        optimizer = kind(WarmCosine(0.1, 2, 5))
        optimizer.build([weight])
        step = tf.function(functools.partial(_apply, optimizer, weight), autograph=False)
        for gradient in values[1:]:
            step(tf.constant(gradient, tf.float32))
        found.append((np.array(weight), *(np.array(slot) for slot in optimizer.variables)))
    for expected, actual in zip(*found, strict=True):
        np.testing.assert_allclose(actual, expected, rtol=1e-5, atol=5e-6)


def test_the_learning_rate_rises_and_falls():
    rates = [float(WarmCosine(1e-3, 10, 110)(step)) for step in (0, 4, 9, 10, 60, 110)]
    np.testing.assert_allclose(rates, [1e-4, 5e-4, 1e-3, 1e-3, 0.51e-3, 2e-5], rtol=1e-4)


@pytest.mark.parametrize("at_once", [512, 3])
def test_differences_and_who_is_nearest(monkeypatch, at_once):
    monkeypatch.setattr(evaluation, "COMPARED", at_once)
    targets = np.float32(np.random.default_rng(1).random((4, 3, 3, 4)))
    grown = targets.copy()
    grown[0] = targets[1] + 0.01
    found = evaluation.differences(grown, targets)
    expected = np.square(grown[:, None] - targets[None]).mean(axis=(2, 3, 4))
    np.testing.assert_allclose(found.own, np.diag(expected), atol=1e-6)
    np.testing.assert_allclose(found.total, expected.sum(), rtol=1e-6)
    np.testing.assert_array_equal(found.nearest, expected.argmin(axis=1))
    assert evaluation.nearest_own(found) == 0.75


def test_a_border_that_is_empty_in_all_targets_is_left_out():
    targets, grown = np.zeros((2, 6, 8, 4), np.float32), np.full((2, 6, 8, 4), 0.5, np.float32)
    targets[0, 1, 2], targets[1, 4, 5] = 1.0, 0.5
    # Of the box of 4 x 4 cells two are not empty in one target each: .25 in all but the one that is right.
    assert evaluation.inner_loss(grown, targets) == pytest.approx(0.25 * 31 / 32)
    targets[0, 0, 0] = targets[1, 5, 7] = 1.0
    assert evaluation.inner_loss(grown, targets) == ""


def test_letters_that_are_always_wrong_never_fall_on_the_right_one():
    codes = np.float32(np.random.default_rng(2).dirichlet(np.ones(4), (3, 500)))
    by_chance, wrong = (evaluation.letter_errors(codes, 1, always) for always in (False, True))
    for replaced, share in ((by_chance, 0.5), (wrong, 0.5)):
        assert np.mean((replaced != codes).any(axis=-1)) == pytest.approx(share, abs=0.06)
    changed = (wrong != codes).any(axis=-1)
    assert not (wrong.argmax(axis=-1) == codes.argmax(axis=-1))[changed].any()
    chance = (by_chance != codes).any(axis=-1)
    assert np.mean((by_chance.argmax(axis=-1) == codes.argmax(axis=-1))[chance]) == pytest.approx(0.25, abs=0.06)


@pytest.mark.slow
def test_everything_is_measured_and_drawn(folder, tmp_path):
    model = random_manifold(code="dna")
    found = pictures.load_pictures(str(folder), 12, 4)
    measured = evaluation.measured(model, found.pictures)
    assert {metric.of(measured) is not None for metric in evaluation.METRICS} == {True}
    codes = evaluation.codes_of(model, found.pictures)
    grown = evaluation.grown(model, codes)
    losses = np.square(grown - found.pictures).mean(axis=(1, 2, 3))
    assert measured["mse"] == pytest.approx(losses.mean(), rel=1e-4)
    outside = np.square(grown)[found.pictures[..., 3] == 0].mean()
    assert measured["background_mse"] == pytest.approx(outside, rel=1e-4)
    others = [np.square(grown[i] - found.pictures[j]).mean() for i in range(5) for j in range(5) if i != j]
    assert measured["shuffled_codes_mse"] == pytest.approx(np.mean(others), rel=1e-4)
    figures.write_all(model, found, tmp_path / "figures")
    written = {path.name for path in (tmp_path / "figures").iterdir()}
    assert written == {"grown.png", "growth.png", "blends.png", "neighbours.png"}


def test_rgb_pictures_lie_on_white(folder):
    found = pictures.load_pictures(str(folder), 12, 3).pictures
    assert found.shape == (5, 12, 12, 3)
    np.testing.assert_array_equal(found[:, 0, 0], 1.0)
    np.testing.assert_allclose(found[1, 3, 4], [40 / 255, 200 / 255, 100 / 255], atol=1e-6)
    assert evaluation.background_loss(found, found) is None


def test_bad_sets_are_refused_before_training(folder, tmp_path, monkeypatch):
    def refused(message, data=str(folder), **settings):
        with pytest.raises(InputError, match=message) as caught:
            experiment(data, **settings)
        assert "\n" not in str(caught.value)

    (tmp_path / "empty").mkdir()
    refused("holds no pictures; files ending in .png", str(tmp_path / "empty"))
    refused("is no data set and no folder; one of emoji, chars", "letters")
    refused("--letter-errors is 0.1 and the code is continuous, where it means nothing", letter_errors=0.1)
    refused("batch_size is 6 and there are 5 pictures", batch_size=6)
    refused("0.png is 12x12 pixels and 0.png 12x12; square pictures of one size", size=16)
    monkeypatch.setattr(pictures, "MOST_BYTES", 1000)
    refused("5 pictures of .* with 12x12 pixels take 0.0 GiB; at most 0 GiB are accepted; lower --limit")
    monkeypatch.undo()
    Image.new("RGBA", (13, 13)).save(folder / "9.png")
    refused("9.png is 13x13 pixels and 0.png 12x12")
    (folder / "9.png").write_bytes(b"no picture")
    refused("9.png is not a readable picture")


@pytest.mark.slow
def test_codes_and_genomes_of_a_folder_of_ones_own(folder, tmp_path):
    model, space = random_manifold(size=12), str(tmp_path / "space")
    nca_tf.save(model, space, {"name": "space", "target_set": str(folder), "update": "stochastic"})
    codes.main([space])
    expected = model.encode(pictures.load_pictures(str(folder), 12, 4).pictures).numpy()
    kept = read_codes(model, tmp_path / "space")[0]
    np.testing.assert_allclose(kept, expected, atol=np.abs(expected).max() / 254 + 1e-5)
    with Image.open(tmp_path / "space" / "map.webp") as sheet:
        assert sheet.size == (16 * 32, 32)
    names = json.loads((tmp_path / "space" / "map.json").read_text())
    genome.main([space, names[3], "--out", str(tmp_path / "one")])
    alone = model.genome(expected[3]).named_weights()
    for name, weight in nca_tf.load(tmp_path / "one").named_weights().items():
        np.testing.assert_allclose(weight, alone[name], atol=1e-5, err_msg=name)
    genome.main([space, names[2], "--out", str(tmp_path / "one")])  # takes an earlier one's place
    with pytest.raises(InputError, match="space holds something else than an earlier automaton of this kind"):
        genome.main([space, names[3], "--out", space])


def test_a_folder_of_ones_own_is_known_by_its_name_and_its_pictures(folder, tmp_path, monkeypatch):
    meta = experiment(folder).meta
    assert meta["target_set"] == "set/" and len(meta["target_set_sha256"]) == 64
    monkeypatch.chdir(folder)
    assert NcamConfig(data=".").default_name() == "set-continuous"
    model = random_manifold(size=12)
    with pytest.raises(InputError, match="set is no data set and no folder; .* correct --data"):
        evaluation.set_of(model, meta)
    known = evaluation.set_of(model, {**meta, "data": str(folder)})
    np.testing.assert_array_equal(known.pictures, pictures.load_pictures(str(folder), 12, 4).pictures)
    monkeypatch.chdir(tmp_path)
    assert evaluation.set_of(model, meta).names == known.names
    Image.new("RGBA", (12, 12), (9, 9, 9, 255)).save(folder / "3.png")
    with pytest.raises(InputError, match="the pictures in set/ are others than those that the model was trained on"):
        evaluation.set_of(model, meta)
    with pytest.raises(InputError, match="the model was trained on chars, which is no folder"):
        evaluation.set_of(model, {"target_set": "chars", "data": str(folder)})


def test_a_picture_that_is_not_square_keeps_its_proportions(tmp_path):
    Image.new("RGBA", (24, 12), (200, 100, 50, 255)).save(tmp_path / "wide.png")
    picture = genome.read_picture(random_manifold(size=12), str(tmp_path / "wide.png"))
    np.testing.assert_allclose(
        picture[3:9], np.broadcast_to(np.array([200, 100, 50, 255]) / 255, (6, 12, 4)), atol=0.01
    )
    assert not picture[:3].any() and not picture[9:].any()


def test_numpy_runs_what_a_genomes_files_say():
    model = random_manifold(size=12)
    alone = model.genome(model.encode(np.float32(np.random.default_rng(1).random((1, 12, 12, 4))))[0])
    arrays = {name: weight.numpy().astype(np.float64) for name, weight in alone.named_weights().items()}
    state = np.random.default_rng(2).normal(0, 0.4, (9, 10, 8))
    fire = np.random.default_rng(3).random((9, 10)) < 0.5
    expected = alone.step(state[None].astype(np.float32), fire[None])[0]
    np.testing.assert_allclose(plain_numpy.step(state, fire, arrays), expected, atol=1e-5)
    assert np.abs(expected - state).max() > 0.01


def test_letters_in_common_are_put_into_other_codes():
    codes = np.zeros((4, 3, 4), np.float32)
    codes[:, 0, 2] = 1.0
    codes[:3, 1, 1] = codes[3, 1, 0] = 1.0
    codes[:2, 2, 0] = codes[2:, 2, 3] = 1.0
    common = {at: engineering.common_letters(codes, at) for at in engineering.THRESHOLDS}
    assert [common[at].any(axis=-1).tolist() for at in common] == [[True, True, False]] * 2 + [[True, False, False]]
    np.testing.assert_array_equal(common[0.7][:2], np.eye(4)[[2, 1]])
    other = np.full((1, 3, 4), 0.25, np.float32)
    mixed = engineering.injected(other, common[0.7])
    np.testing.assert_array_equal(mixed[0, :2], np.eye(4)[[2, 1]])
    np.testing.assert_array_equal(mixed[0, 2], 0.25)


@pytest.mark.slow
def test_the_figure_of_genetic_engineering(monkeypatch):
    model = random_manifold(code="dna")
    names = tuple(f"{number:x}" for number in (*range(0x2648, 0x264D), *range(0x2194, 0x2199), 0x2716))
    targets = np.float32(np.random.default_rng(1).random((11, 12, 12, 4)))
    assert list(engineering.groups_of(names)) == ["zodiac signs", "arrows"]
    picture = engineering.figure(model, pictures.PictureSet(names, targets))
    assert picture.shape == (2 * (6 * 14 - 2), 2 * (2 * (4 * 14 - 2) + 16), 3)
    assert engineering.figure(random_manifold(), pictures.PictureSet(names, targets)) is None


@pytest.mark.parametrize("name", ["map.npz", "map.json", "map.webp"])
@pytest.mark.parametrize("content", [None, b"damaged"])
def test_what_lies_beside_a_manifold_is_read_or_refused_in_one_line(folder, tmp_path, name, content):
    space = tmp_path / "space"
    nca_tf.save(random_manifold(size=12), space, {"name": "space", "target_set": str(folder), "update": "stochastic"})
    codes.main([str(space)])
    model, meta, _ = read_model(str(space))
    assert ncam_page(model, meta, space).facts["manifold"]["codes"]["numbers"] == model.code_size
    (space / name).unlink() if content is None else (space / name).write_bytes(content)
    with pytest.raises(InputError, match=f"{name}"):
        ncam_page(model, meta, space)


def test_codes_of_another_manifold_are_refused(tmp_path):
    names, pictures = ["a", "b"], np.zeros((2, 12, 12, 4), np.float32)
    (tmp_path / "map.json").write_text(json.dumps(names))
    numbers, letters = np.ones((2, 8), np.float32), np.ones((2, 128), np.uint8)
    wrong = (("continuous", letters), ("dna", numbers), ("continuous", numbers[:, :5]), ("dna", 4 * letters))
    for code, other in wrong:
        map_files(other, pictures, names, tmp_path)
        with pytest.raises(InputError, match=r"map\.npz is not there, damaged, or of another manifold or version"):
            read_codes(random_manifold(code=code), tmp_path)
    map_files(numbers, pictures, names, tmp_path)
    (tmp_path / "map.json").write_text(json.dumps(["a"]))
    with pytest.raises(InputError, match=r"map\.npz"):
        read_codes(random_manifold(), tmp_path)


def test_a_sheet_of_very_many_pictures_is_as_high_as_a_webp_may_be():
    for count, columns in ((1, 16), (8176, 16), (8177, 32), (50000, 128)):
        assert columns_of(count) == columns and -(-count // columns) * 32 <= 16383
