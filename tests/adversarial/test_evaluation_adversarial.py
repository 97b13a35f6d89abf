"""What is measured of adversaries: shares by hand, the protocol, placements, and names that others rely on."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from random_automata import random_digits, random_growing
from small_datasets import bars

import nca_tf
from nca_tf.data.datasets import LabelledImages
from nca_tf.families.adversarial import quality
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import ReadModel, read_meta
from nca_tf.pictures.model_targets import TARGET_FILE, encode_target
from training.adversarial import claims, evaluation, figures, hijacking, mutation, placement
from training.adversarial.voices import Listener

GOAL = 8
RESULTS = Path(__file__).parents[2] / "results"


def loud_model(noise: float = 0.0) -> nca_tf.InjectedCA:
    """A host whose cells say 3 and pass on what its neighbours say loudly; adversaries that shout the goal."""
    host, adversary = (nca_tf.SelfClassifyingCA(features=4, hidden=4, noise=noise, fire_rate=1.0) for _ in range(2))
    for model, said, size in ((host, 3, 0.1), (adversary, GOAL, 1.0)):
        model.rule.biases[-1].assign(size * np.eye(19)[9 + said])
    return nca_tf.InjectedCA(host, adversary)


def data(count: int = 6) -> LabelledImages:
    images, labels = bars(count)
    return LabelledImages(images, labels.astype(np.int32))


def test_voices_are_counted_by_who_speaks():
    model, images = loud_model(), data(4)
    state = model.host.image_state(images.images).numpy()
    living = state[..., 0] > 0.1
    masks = living & (np.random.default_rng(0).random(living.shape) < 0.3)
    truth = np.full(4, 3, np.int32)
    for form in ("dense", "live"):
        final, voices = Listener(model, GOAL, form).listen(state, truth, masks, 5, 1)
        np.testing.assert_array_equal(voices.cells, living.sum(axis=(1, 2)))
        np.testing.assert_array_equal(voices.hosts, (living & ~masks).sum(axis=(1, 2)))
        np.testing.assert_array_equal(voices.goal[-1], masks.sum(axis=(1, 2)), "each cell says what its rule says")
        assert not voices.goal_of_hosts.any()
        np.testing.assert_array_equal(voices.right[-1], voices.hosts)
        assert voices.goal_share()[-1] == pytest.approx(masks.sum() / living.sum())
        assert voices.goal_share(hosts_only=True)[-1] == 0.0
        assert voices.accuracy()[-1] == pytest.approx(1 - masks.sum() / living.sum())
        assert final.shape == state.shape


def test_the_protocol_brings_adversaries_and_takes_them_away(monkeypatch):
    for name, value in (("STEPS", 60), ("AFTER", 100), ("BATCH", 4)):
        monkeypatch.setattr(hijacking, name, value)
    found = hijacking.measured(loud_model(), data(6), GOAL)
    assert found["images"] == 6 and len(found["accuracy_after"]) == 100
    assert set(found["curves"]) == set(hijacking.DOSES)
    assert {dose: len(curve["all"]) for dose, curve in found["curves"].items()} == {
        dose: 50 if dose == "1 %" else 60 for dose in hijacking.DOSES
    }
    shares = [found["curves"][dose]["all"][49] for dose in ("10 %", "5 %", "1 %")]
    assert shares[0] > shares[1] > shares[2] > 0, "more adversaries, more voices"
    assert found["curves"]["10 %"]["hosts"] == [0.0] * 60
    assert found["curves"]["10 %"]["all"][49] == pytest.approx(0.1, abs=0.03)


def test_metrics_have_the_names_that_others_rely_on(tmp_path, monkeypatch):
    monkeypatch.setattr(hijacking, "measured", lambda *_, **__: _found())
    for drawn in ("write_digits", "write_placement"):
        monkeypatch.setattr(figures, drawn, lambda *_: None)
    metrics = evaluation.measure_digits(loud_model(), data(), "mnist", GOAL, tmp_path)
    assert {"goal_share_50", "goal_share_50_hosts_only", "goal_share_50_hosts_only_at_1pct"} <= metrics.keys()
    assert metrics["goal_share_50"] == 0.5 and metrics["accuracy_100_after_removal"] == 0.25
    assert json.loads((tmp_path / "evaluation.json").read_text())["dataset"] == "mnist"
    assert (tmp_path / "takeover-shares.png").stat().st_size > 1000
    names = {metric.name for metric in mutation.METRICS}
    assert {"loss_200", "baseline_loss"} <= names


@pytest.mark.slow
def test_the_figure_of_placements_has_a_row_for_each_class_but_the_goal(tmp_path, monkeypatch):
    monkeypatch.setattr(placement, "STEPS", 3)
    monkeypatch.setattr(placement, "SETTLED", 3)
    monkeypatch.setattr(placement, "AT_ONCE", 64)
    figures.write_placement(loud_model(), data(6), GOAL, tmp_path, most=1)
    with Image.open(tmp_path / "placement.png") as image:
        width, height = image.size
    others = len(set(data(6).labels) - {GOAL})
    assert width // 28 // 3 == 2 and height // 28 // 3 == others


def test_where_all_images_are_of_the_goals_class_there_is_no_figure_of_placements(tmp_path):
    drawn = data(6)
    figures.write_placement(loud_model(), drawn[np.flatnonzero(drawn.labels == GOAL)], GOAL, tmp_path)
    assert list(tmp_path.iterdir()) == []


def _found() -> dict:
    curves = {dose: {"all": [0.5] * 200, "hosts": [0.4] * 200} for dose in hijacking.DOSES}
    return {"images": 6, "goal": 8, "accuracy_before": 0.9, "accuracy_after": [0.25] * 100, "curves": curves}


def test_a_run_is_not_measured_twice(tmp_path, monkeypatch):
    model = loud_model()
    for drawn in ("write_digits", "write_placement"):
        monkeypatch.setattr(figures, drawn, lambda *_: None)
    monkeypatch.setattr(hijacking, "measured", lambda *_, **__: _found())
    evaluation.measure_digits(model, data(), "mnist", GOAL, tmp_path / "figures")
    monkeypatch.setattr(hijacking, "measured", None)
    rows = evaluation.evaluate(model, {"dataset": "mnist", "goal": GOAL}, tmp_path)
    assert rows[1].measured == 0.5 and rows[1].published == 0.987
    guarded = evaluation.evaluate(
        model, {"dataset": "mnist", "goal": GOAL, "host_name": "mnist/mnist-guarded"}, tmp_path
    )
    assert guarded[1].measured == 0.5 and guarded[1].published is None
    with pytest.raises(InputError, match="does not name its data set and its goal; both were expected"):
        evaluation.evaluate(model, {"dataset": "mnist"}, tmp_path)
    with pytest.raises(InputError, match="--goal is bag; the number of a class was expected"):
        evaluation.evaluate(model, {"dataset": "mnist", "goal": "bag"}, tmp_path)
    with pytest.raises(InputError, match="--goal is 10 and the host in .* knows 10 classes; at most 9 was expected"):
        evaluation.evaluate(model, {"dataset": "mnist", "goal": "10"}, tmp_path)
    with pytest.raises(InputError, match="the data set is 'cifar10'; one of mnist, fashion_mnist, kmnist"):
        evaluation.evaluate(model, {"dataset": "cifar10", "goal": GOAL}, tmp_path)
    with pytest.raises(InputError, match="--published is given beside --placement, which measures one model"):
        evaluation.evaluate(model, {"placement": "greedy"}, tmp_path, published=ReadModel(model, {}, tmp_path))


def test_among_another_host_the_adversaries_still_make_their_own_picture(tmp_path, monkeypatch):
    host = tmp_path / "host"
    nca_tf.save(random_growing(3), host, {"target": "lizard"})
    picture = np.zeros((8, 8, 4), np.float32)
    picture[2:6, 2:6] = 1.0
    model = nca_tf.InjectedCA(random_growing(1), random_growing(2))
    nca_tf.save(
        model, tmp_path / "run", {"target": TARGET_FILE, "size": 8, "files": {TARGET_FILE: encode_target(picture)}}
    )
    seen = []
    monkeypatch.setattr(mutation, "measured", lambda model, picture, share, _: seen.append((model, picture, share)))
    monkeypatch.setattr(evaluation, "rows_of", lambda *_: [])
    meta = {**read_meta(tmp_path / "run"), "share": 0.6}
    evaluation.evaluate(model, {**meta, "on": str(host)}, tmp_path / "run")
    evaluation.evaluate(model, {**meta, "density": "0.1"}, tmp_path / "run")
    (mixed, shown, share), (*_, other_share) = seen
    assert (share, other_share) == (0.6, 0.1)
    with pytest.raises(InputError, match="--density is 1.5; a share above 0 and at most 1 was expected"):
        evaluation.evaluate(model, {**meta, "density": "1.5"}, tmp_path / "run")
    with pytest.raises(InputError, match="--density is 0.1 and the host in .* is a self-classifying one"):
        evaluation.evaluate(loud_model(), {"dataset": "mnist", "goal": GOAL, "density": "0.1"}, tmp_path)
    np.testing.assert_allclose(shown, picture, atol=1 / 255)
    for name, weight in nca_tf.load(host).named_weights().items():
        np.testing.assert_array_equal(mixed.host.named_weights()[name], weight)


@pytest.mark.slow
def test_losses_on_the_way_to_another_picture(monkeypatch):
    monkeypatch.setattr(mutation, "MARKS", (2, 5))
    monkeypatch.setattr(mutation, "MASKS", 3)
    monkeypatch.setattr(mutation, "SHARDS", 1)
    monkeypatch.setattr(
        mutation, "grown_patterns", lambda host, count, *grid, random_seed: np.full((count, *grid, 16), 0.2, np.float32)
    )
    host = random_growing(1)
    model, picture = nca_tf.InjectedCA(host, random_growing(2)), np.full((6, 6, 4), 0.5, np.float32)
    found = mutation.measured(model, picture, 0.5)
    assert {mark: losses.shape for mark, losses in found["losses"].items()} == {2: (3,), 5: (3,)}
    assert found["baseline_loss"] > 0 and found["alive"] == 3
    with pytest.raises(InputError, match="names no target; the picture was expected"):
        evaluation.evaluate(model, {}, Path("nowhere"))
    with pytest.raises(InputError, match="--goal is 3 and the host in nowhere is a growing one"):
        evaluation.evaluate(model, {"target": "lizard", "goal": "3"}, Path("nowhere"))


class TestPlacement:
    def cross(self) -> np.ndarray:
        living = np.zeros((20, 20), bool)
        living[9:11, 2:18] = living[2:18, 9:11] = True
        return living

    def test_strokes_are_counted_at_their_crossing(self):
        strokes = placement.strokes_at(self.cross())
        assert strokes[9:11, 9:11].min() == 4
        assert strokes[10, 3] == 1 and strokes[9, 14] == 2
        assert strokes[0, 0] == 0

    def test_the_crossing_is_chosen_first_and_others_keep_away(self):
        chosen = placement.at_junctions(self.cross())
        places = [divmod(cell, 20) for cell in chosen]
        assert all(8 <= place <= 11 for place in places[0]), "at the crossing or beside it"
        assert len(places) == placement.MOST
        for number, (y, x) in enumerate(places):
            others = places[:number]
            assert all(max(abs(y - v), abs(x - u)) > placement.APART for v, u in others)

    def test_greedy_finds_the_cell_that_turns_most(self, monkeypatch):
        monkeypatch.setattr(placement, "AT_ONCE", 8)
        states = np.zeros((2, 6, 6, 20), np.float32)
        states[:, 2, 1:5, 0] = 1.0
        tries = placement.Tries(loud_model(), states, GOAL)
        wanted = {0: 6 * 2 + 3, 1: 6 * 2 + 1}

        def shares(images, sets, random_seed):
            return np.array([0.4 + 0.2 * (wanted[image] in cells) for image, cells in zip(images, sets, strict=True)])

        monkeypatch.setattr(tries, "_shares", shares)
        orders = tries.greedily(most=3)
        assert [order[0] for order in orders] == [wanted[0], wanted[1]]
        assert all(len(set(order)) == 3 for order in orders), "it goes on to others after the image has turned"
        np.testing.assert_allclose(tries.in_order(orders), 0.6)

    @pytest.mark.slow
    def test_every_way_is_measured(self, monkeypatch):
        monkeypatch.setattr(placement, "EACH", 1)
        monkeypatch.setattr(placement, "STEPS", 2)
        monkeypatch.setattr(placement, "SETTLED", 2)
        for how in ("random", "stroke-junctions"):
            found = placement.measured(loud_model(), data(12), GOAL, how)
            assert found["turned"] == [0.0] * placement.MOST, "nobody listens in this model"
        with pytest.raises(InputError, match="placement is 'best'; one of random, greedy, stroke-junctions"):
            evaluation.evaluate(loud_model(), {"placement": "best", "dataset": "mnist", "goal": 8}, None)


def test_the_standard_run_of_exports_has_draws_of_its_own_for_each_rule(tmp_path, monkeypatch):
    model = nca_tf.InjectedCA(random_digits(1, 0.05), random_digits(2, 0.05))
    run = quality.digit_quality(model, {"dataset": "mnist", "goal": 8, "share": 0.2}, tmp_path)
    given = run.inputs(3)
    assert set(given) == {*model.draw_names, "adversaries"}
    assert (given["host_fire"] != given["adversary_fire"]).any()
    assert given["adversaries"].mean() == pytest.approx(0.2, abs=0.02)
    assert run.metric == "goal_share" and not run.lower_is_better
    states = np.zeros_like(run.start)
    states[..., -10 + GOAL] = 1.0
    assert run.score(states) == 1.0


@pytest.mark.parametrize("name", ["red", "red-60pct", "red-from-60pct"])
def test_what_doing_nothing_costs_is_what_was_measured(name):
    rows = json.loads((RESULTS / f"adversarial-{name}.json").read_text())["rows"]
    (cost,) = (row["measured"] for row in rows if row["what"] == "loss of the host left alone, 200 steps on")
    assert cost == pytest.approx(claims.HERE, rel=5e-3)
    assert f"{claims.THERE * 1e3}e-3 there, {claims.HERE * 1e3}e-3 here" in claims.FARTHER
