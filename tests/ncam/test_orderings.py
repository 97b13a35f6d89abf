"""Which choice of a manifold is better, out of the records of its trainings."""

import json
import shutil

import pytest

from nca_tf.files.errors import InputError
from nca_tf.files.model_files import model_folder
from training.ncam import orderings, published
from training.recipe import recipes
from training.record import RECORD, read_record

BLANK = {"variety": 0.09, "heads": 0.06}


@pytest.fixture
def runs(tmp_path):
    """Trainings of five variants, as far as their records say; one lacks a seed."""
    record = read_record(model_folder("ncam/chars-dna"))
    losses = {
        "variety-continuous": (0.020, 0.022),
        "variety-continuous-1024": (0.021, 0.022),
        "variety-dna": (0.030, 0.032),
        "variety-dna-no-norm": (0.031, 0.040),
        "variety-dna-no-slices": (0.020, 0.029),
        "heads-dna": (0.025, 0.026),
        "chars-dna": (0.010,),
    }
    for variant, each in losses.items():
        for seed, loss in enumerate(each):
            folder = tmp_path / "ncam" / orderings.run_name(variant, seed)
            folder.mkdir(parents=True)
            metrics = {"mse": loss, "mean_image_mse": BLANK.get(variant.partition("-")[0], 0.08)}
            if "-dna" in variant:
                metrics |= {"mse": 1.0, "mse_letter_noise": loss}
            (folder / RECORD).write_text(json.dumps({**record, "metrics": metrics}))
    return tmp_path / "ncam"


def test_an_ordering_inside_the_spread_is_not_shown(runs, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    orderings.main([str(runs)])
    content = json.loads((tmp_path / "results" / f"{orderings.NAME}.json").read_text())
    rows = {row["what"]: row["measured"] for row in content["rows"]}
    assert rows["variety-dna, random seed 1: loss"] == 0.032
    assert "chars-dna, random seed 0: loss" not in rows
    said = {what.partition(":")[0]: text for what, text in rows.items() if what.endswith("as the paper says")}
    assert said == {
        "letters over numbers": "not shown: worse",
        "no instance norm over the full model": "not shown: within the spread of the seeds",
        "no slices over the full model": "the other way round",
        "1024 numbers over 512": "shown",
        "variety over heads": "shown",
        "variety over heads, as shares of the mean picture's": "the other way round",
    }
    assert rows["variety over heads: times"] == pytest.approx(0.031 / 0.0255)
    assert rows["variety over heads: times, of any two seeds at least"] == pytest.approx(0.030 / 0.026)
    trained = content["command"].split(" && ")[0].split()[3:]
    assert set(trained) <= recipes().keys() and len(trained) == 12


def test_variants_that_are_gone_are_kept_from_the_result_before(runs, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    orderings.main([str(runs)])
    before = orderings.earlier_losses(tmp_path / "results" / f"{orderings.NAME}.json")
    assert before == orderings.read_losses(runs)
    for variant in orderings.VARIANTS.keys() - {"variety-dna-no-norm"}:
        for seed in orderings.SEEDS:
            shutil.rmtree(runs / orderings.run_name(variant, seed), ignore_errors=True)
    folder = runs / orderings.run_name("variety-dna-no-norm", 0)
    record = json.loads((folder / RECORD).read_text())
    record["metrics"]["mse_letter_noise"] = 0.05
    (folder / RECORD).write_text(json.dumps(record))
    capsys.readouterr()
    orderings.main([str(runs), "--json"])
    changed = [0.05, before["variety-dna-no-norm"][0][1]]
    expected = {**before, "variety-dna-no-norm": [changed, before["variety-dna-no-norm"][1]]}
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(expected))


def test_a_folder_without_both_trainings_of_a_variant_is_refused(tmp_path):
    with pytest.raises(InputError, match="holds no finished runs named ordering-variety-dna-seed-0 and alike"):
        orderings.read_losses(tmp_path)


@pytest.mark.parametrize(
    ("target_set", "limit", "changed", "loss"),
    [
        ("emoji", None, {}, 0.01591),
        ("emoji", None, {"code_size": 256}, 0.02302),
        ("emoji", None, {"size": 32}, None),
        ("emoji", None, {"channels": 32}, None),
        ("emoji", 100, {}, None),
        ("variety", None, {"code": "dna"}, 0.05035),
        ("variety", None, {"code": "dna", "norm": False}, 0.0627),
        ("variety", None, {"code": "dna", "norm": False, "slices": False}, None),
    ],
)
def test_a_model_is_compared_with_the_papers_of_its_kind_alone(target_set, limit, changed, loss):
    usual = {"code": "continuous", "code_size": 512, "channels": 16, "size": 64, "leaky": True, "norm": True}
    arguments = {**usual, "slices": True, **changed}
    meta = {"target_set": target_set, "update": "stochastic", "limit": limit, "arguments": arguments}
    assert published.LOSSES.get(published.subject_of(meta)) == loss
