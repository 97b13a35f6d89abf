"""What people read of the results: RESULTS.md on one screen, the pages and charts behind it."""

import dataclasses
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from random_automata import random_growing

from nca_tf.files.errors import InputError
from nca_tf.files.model_files import save as save_model
from nca_tf.files.result_files import Row, save_result
from training import learning, results
from training.charts import Chart, draw
from training.claims import Claim, all_claims
from training.learning import curve, draw_learning
from training.recipe import Recipe
from training.tables import tables

ROOT = Path(__file__).resolve().parents[2]


def test_result_files_become_tables_in_their_order(tmp_path):
    rows = [Row("loss", 1.234e-5, 0.5), Row("steps", 7), Row("seconds", 12.3456)]
    save_result("b", "Growing", "Second", "python -m second", rows, "A note.", tmp_path)
    save_result("a", "Growing", "First", "python -m first", rows[1:], folder=tmp_path)
    save_result("z", "Speed", "Third", "python -m third", rows[1:], folder=tmp_path)
    results.main(["--results", str(tmp_path), "--out", str(tmp_path)])
    first = (tmp_path / "RESULTS.md").read_text()
    assert first.index("[Speed](docs/results/speed.md)") < first.index("[Growing](docs/results/growing.md)")
    text = (tmp_path / "docs" / "results" / "growing.md").read_text()
    positions = [text.index(word) for word in ("# Growing", "### First", "### Second", "A note.")]
    assert positions == sorted(positions)
    assert "| loss | 1.23e-05 | 0.5 |" in text
    assert "| seconds | 12.35 |\n" in text, "a table without published figures has no column for them"


def test_claims_stand_beside_what_was_measured(tmp_path, monkeypatch):
    rows = [Row("loss", 2e-3), Row("agreement", 0.9), Row("shape", "round")]
    verdicts = {"h": "shown", "i": "not shown: worse", "j": "the other way round"}
    rows += [Row(f"{what}: verdict", text) for what, text in verdicts.items()]
    save_result("one", "Growing", "First, of all", "python -m first", rows, folder=tmp_path)
    of_one = {"paper": "P (2020)", "published": "p", "result": "one"}
    claims = [
        Claim(**of_one, experiment="a", row="loss", at_most=1e-3, why="too short"),
        Claim(**of_one, experiment="b", row="agreement", at_least=0.9, why="unused"),
        Claim(**of_one, experiment="c", row="shape", at_most=1.0),
        Claim(**of_one, experiment="d", row="gone", at_most=1.0, why="no data"),
        Claim("Q (2021)", "e", "p"),
        Claim("Q (2021)", "f", "p", "growing-unicorn", "loss"),
        Claim("Q (2021)", "g", "p", "growing-herd", "loss", why="no data", recipe="growing/foal"),
        *(Claim(**of_one, experiment=what, row="loss", why="unused", verdict=f"{what}: verdict") for what in "hij"),
    ]
    minutes = {"unicorn": 90, "foal": 15}
    known = [Recipe(name, ("",), {}, minutes=long, family="growing") for name, long in minutes.items()]
    monkeypatch.setattr(results, "recipes", lambda: {recipe.path: recipe for recipe in known})
    monkeypatch.setattr(results, "all_claims", lambda: claims)
    results.main(["--results", str(tmp_path), "--out", str(tmp_path)])
    link = "docs/results/growing.md#first-of-all"
    lines = [line for line in (tmp_path / "RESULTS.md").read_text().splitlines() if line.startswith("| ")][1:]
    assert lines == [
        "| **P (2020)** | | | | | |",
        f"| a | p | [2.00e-03]({link}) | no: too short |  |  |",
        f"| b | p | [0.9]({link}) | yes |  |  |",
        f"| c | p | [round]({link}) |  |  |  |",
        "| d | p | not measured | no data |  |  |",
        f"| h | p | [2.00e-03]({link}) | yes |  |  |",
        f"| i | p | [2.00e-03]({link}) | no: worse |  |  |",
        f"| j | p | [2.00e-03]({link}) | no: the other way round |  |  |",
        "| **Q (2021)** | | | | | |",
        "| e | p | not measured |  |  |  |",
        "| f | p | not run (would take 1.5 hours) |  | `growing/unicorn` |  |",
        "| g | p | not run (would take 15 minutes) | no data | `growing/foal` |  |",
    ]


def test_a_familys_page_begins_with_a_line_for_each_model(tmp_path):
    what = "loss after 200 steps", "loss after 500 steps"
    for name, rows in (("one", what), ("two", what), ("three", what[:1])):
        save_result(name, "Growing", name, "c", [Row(row, 0.5) for row in rows], folder=tmp_path)
    results.main(["--results", str(tmp_path), "--out", str(tmp_path)])
    page = (tmp_path / "docs" / "results" / "growing.md").read_text()
    lines = [line for line in page.partition("###")[0].splitlines() if line.startswith("| [")]
    assert [line.split(" | ")[:3] for line in lines] == [
        [f"| [{name}](#{name})", "0.5", "0.5"] for name in ("one", "two")
    ]


def test_what_is_said_of_several_subjects_is_a_table_of_two_sides():
    def row(what, measured, published=None):
        return {"what": what, "measured": measured, "published": published}

    each = [
        row(f"{name}: {what}", at, 0.5 if what == "loss" else None)
        for at, name in enumerate("abc", 1)
        for what in ("loss", "cells", "place", "stable")
    ]
    alone = [row("seconds", 3), row("steps: all", 4)]
    assert tables([*alone, *each, alone[0]]) == (
        "| | measured |\n|---|---|\n| seconds | 3 |\n| steps: all | 4 |\n"
        "\n| in brackets: published | a | b | c |\n| --- | --- | --- | --- |\n| loss | 1 (0.5) | 2 (0.5) | 3 (0.5) |\n"
        "| cells | 1 | 2 | 3 |\n| place | 1 | 2 | 3 |\n| stable | 1 | 2 | 3 |\n"
        "\n| | measured |\n|---|---|\n| seconds | 3 |\n"
    )
    few = [one for one in each if "loss" in one["what"] or "cells" in one["what"]]
    assert "|  | loss | cells |" in tables([{**one, "published": None} for one in few]), "the shorter side is on top"
    assert "| a: loss |" in tables(each[:8]), "two subjects are no table"
    other = [{**each[-1], "what": "c: other"}]
    assert "| c: other |" in tables([*each[:-1], *other]), "of which other things are said"


def test_bars_are_as_long_as_their_figures_say():
    rows = [Row("loss, one", 1e-3, 1e-2), Row("loss, two", 1e-2), Row("name", "x"), Row("steps", 4)]
    rows = [dataclasses.asdict(row) for row in rows]
    drawn = draw(Chart("c", "Losses <here>", {"loss, (.+)": r"\1 & all"}, log=True), rows)
    widths = [float(width) for width in re.findall(r'<rect class="\w+" x="\d+" y="[\d.]+" width="([\d.]+)"', drawn)]
    assert widths == [0.0, 320.0, 320.0], "measured 1e-3, published 1e-2, measured 1e-2 on a scale from 1e-3 to 1e-2"
    ElementTree.fromstring(drawn)
    assert "Losses &lt;here&gt;" in drawn and "one &amp; all" in drawn and "1.0e-03" in drawn
    linear = draw(Chart("c", "t", {"loss, (.+)": r"\1"}), rows[:2])
    assert 'width="32.0"' in linear
    assert draw(Chart("c", "t", {"steps": "steps"}), rows) is None, "one bar shows nothing"
    nothing = [{**row, "measured": float("nan"), "published": None} for row in rows]
    assert draw(Chart("c", "t", {"loss, (.+)": r"\1"}, log=True), nothing) is None


def test_curves_of_learning_never_mix_two_runs(tmp_path, monkeypatch):
    runs = [np.linspace(1.0, 0.1, 1000), np.full(500, 0.01)]
    kept = curve(runs)
    assert kept["runs"] == [1000, 1500] and kept["iterations"][-1] == 1500 and 1000 in kept["iterations"]
    assert len(kept["losses"]) == len(kept["iterations"]) <= 161
    after = [loss for at, loss in zip(kept["iterations"], kept["losses"], strict=True) if at > 1000]
    assert set(after) == {0.01} and kept["losses"][0] > 0.99
    drawn = ElementTree.fromstring(draw_learning("Losses <of> a run", kept))
    points = next(element for element in drawn.iter() if element.tag.endswith("polyline")).get("points").split()
    assert [float(points[at].split(",")[1]) for at in (0, -1)] == pytest.approx([30.0, 196.0], abs=1.5)
    assert sum("stroke-dasharray" in element.attrib for element in drawn.iter()) == 1, "one run ended before the last"


def test_the_command_keeps_the_losses_of_runs_and_the_page_shows_them(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    save_result("growing-unicorn", "Growing", "unicorn", "python -m first", [Row("loss", 0.1)])
    for name in ("unicorn.stage-1", "unicorn"):
        save_model(random_growing(), tmp_path / name, {"name": name})
        (tmp_path / name / "log.csv").write_text("iteration,loss\n1,0.5\n2,0.25\n")
    learning.main(["unicorn.stage-1", "unicorn"])
    assert json.loads(Path("results/learning/growing-unicorn.json").read_text())["losses"] == [0.5, 0.25, 0.5, 0.25]
    learning.main(["unicorn", "--after", "growing-unicorn"])
    kept = json.loads(Path("results/learning/growing-unicorn.json").read_text())
    assert kept == {"iterations": [1, 2, 3, 4, 5, 6], "losses": [0.5, 0.25] * 3, "runs": [2, 4, 6]}
    with pytest.raises(InputError, match="no curve is kept in results/learning/growing-horse.json"):
        learning.main(["unicorn", "--after", "growing-horse"])
    results.main(["--out", "."])
    assert "![Loss while training unicorn" in Path("docs/results/growing.md").read_text()
    assert "0 iterations" in Path("docs/results/charts/growing-unicorn-learning.svg").read_text()
    (tmp_path / "unicorn" / "log.csv").write_text("iteration,seconds\n1,2\n")
    with pytest.raises(InputError, match="unicorn has no log of losses"):
        learning.main(["unicorn"])


def test_the_pages_of_the_repository_are_what_the_results_give(tmp_path, monkeypatch):
    """Every figure on them is one of results/*.json, by the command that writes them."""
    monkeypatch.chdir(ROOT)
    results.main(["--out", str(tmp_path)])
    written = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file())
    behind = (path.relative_to(ROOT) for path in ROOT.glob("docs/results/**/*") if path.is_file())
    assert written == sorted([Path("RESULTS.md"), *behind])
    for path in written:
        assert (tmp_path / path).read_text() == (ROOT / path).read_text(), f"{path}: python -m training.results"


def test_claims_name_results_and_pictures_that_exist():
    for claim in all_claims():
        if claim.result and (ROOT / "results" / f"{claim.result}.json").is_file():
            content = json.loads((ROOT / "results" / f"{claim.result}.json").read_text())
            assert claim.why or claim.figure({claim.result: content}) is not None, claim
            assert claim.why or not claim.picture or (ROOT / claim.picture).is_file(), claim
        else:
            assert claim.why or claim.page, f"{claim.experiment}: nothing was measured, and nothing says why"


def test_results_without_files_are_an_error(tmp_path):
    with pytest.raises(InputError, match="holds no .json file"):
        results.main(["--results", str(tmp_path), "--out", str(tmp_path)])


def test_a_result_that_is_none_or_has_no_place_is_an_error(tmp_path):
    with pytest.raises(InputError, match="a result can't be named 'a/b'; letters"):
        save_result("a/b", "Growing", "T", "python -m first", [], folder=tmp_path)
    path = save_result("a", "Growing", "T", "python -m first", [Row("steps", 7), Row("x", np.nan)], folder=tmp_path)
    assert json.loads(path.read_text(), parse_constant=pytest.fail)["rows"][1]["measured"] is None
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="RESULTS.md can't be written"):
        results.main(["--results", str(tmp_path), "--out", str(tmp_path / "file")])
    for content in ("{", "[]", '{"title": "T"}'):
        (tmp_path / "b.json").write_text(content)
        with pytest.raises(InputError, match="b.json is no measured result"):
            results.main(["--results", str(tmp_path), "--out", str(tmp_path)])
