"""What every family promises, once. A family's tests fill in how its models and trainings are made, in a few lines.

    class TestGrowing(ModelPromises, TrainingPromises, ExportPromises):
        def make_model(self, **arguments): ...

Each class says what it needs; nothing here knows a family.
"""

import json
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

import keras
import numpy as np
import pytest
import warm_python
from forms import check_forms_agree
from training_processes import Process, assert_identical, assert_same_training, two_workers

import nca_tf
from export import comparison, saved_model, verify
from nca_tf.cells.automaton import CellularAutomaton
from training.engine import TrainStep
from training.family import FamilyExperiment
from training.loop import train
from training.training_state import gather, restore

LEARNING, SHORT = 60, 12
"""Iterations after which a training has learnt something, and with which it may be told from another."""
PARITY_STEPS = 12
FLOAT_FORMATS = ("saved_model", "onnx", "tflite-float32", "tfjs-float32")
"""Formats in which nothing is lost but rounding."""


class Promises:
    """What makes cases of the tables that a family gives."""

    def pytest_generate_tests(self, metafunc):
        """One case for each row of a table: `form` for `forms`, `quantised_format` for `quantised`.

        The first form stands for the others in the core tier.
        """
        if "form" in metafunc.fixturenames:
            rows = enumerate(self.forms.items())
            cases = [pytest.param(form, id=name, marks=[pytest.mark.slow] * (at > 0)) for at, (name, form) in rows]
            metafunc.parametrize("form", cases)
        if "quantised_format" in metafunc.fixturenames:
            metafunc.parametrize("quantised_format", self.quantised)


class ModelPromises(Promises):
    """A model computes the same in both forms, and what is saved is what is loaded.

    Attributes:
      settings: arguments of a model that are not the defaults; each must come back from a file.
      forms: by case, "arguments" of the model and those of `check_forms_agree` beside it.
    """

    settings: ClassVar[dict[str, Any]]
    forms: ClassVar[dict[str, dict[str, Any]]] = {"plain": {}}

    def make_model(self, **arguments) -> CellularAutomaton:
        """A model whose every weight counts."""
        raise NotImplementedError

    def start(self, model: CellularAutomaton) -> np.ndarray:
        """Some states that it changes, float32 [batch, height, width, channels]."""
        raise NotImplementedError

    def test_living_cells_alone_give_what_the_whole_grid_gives(self, form):
        made = form.get("arguments", {})
        others = {name: value for name, value in form.items() if name != "arguments"}
        check_forms_agree(lambda **keywords: self.make_model(**made, **keywords), steps=PARITY_STEPS, **others)

    def test_files_keep_weights_and_settings(self, tmp_path):
        model = self.make_model(**self.settings)
        start = self.start(model)
        expected = model.rollout(start, 3, random_seed=1)
        assert np.abs(expected - start).max() > 1e-3
        model.save(tmp_path / "model.keras")
        nca_tf.save(model, tmp_path / "folder", {"name": "mine"})
        for loaded in (
            keras.models.load_model(tmp_path / "model.keras", safe_mode=True),
            nca_tf.load(tmp_path / "folder"),
        ):
            assert {name: getattr(loaded, name) for name in self.settings} == self.settings
            assert loaded.get_config() | {"name": ""} == model.get_config() | {"name": ""}
            np.testing.assert_array_equal(loaded.rollout(start, 3, random_seed=1), expected)


class TrainingPromises(Promises):
    """A training learns, ships itself, and ends the same whatever happens to it; its benchmark compares like with like.

    Attributes:
      command: the module and options of a small training, for a shell.
      falls_to: what share of the first iteration's loss may be left after a small training, in that same iteration.
      learning: settings of the training that has to learn.
      equal_masks: arguments of a model for which every cell fires and nothing else is drawn.
    """

    command: ClassVar[tuple[str, ...]]
    falls_to: ClassVar[float]
    learning: ClassVar[dict[str, Any]] = {}
    equal_masks: ClassVar[dict[str, Any]]

    def lay_ground(self, folder: Path) -> None:
        """Write what trainings read: a data set."""

    def make_experiment(self, folder: Path, **settings) -> FamilyExperiment:
        """A small training, with what `lay_ground` wrote in `folder`."""
        raise NotImplementedError

    def both_steps(self, model: CellularAutomaton, optimizer: keras.optimizers.Optimizer) -> tuple:
        """The benchmark's plain step of `model`; and objective, states and extras for `TrainStep` to do the same."""
        raise NotImplementedError

    @pytest.fixture(scope="class")
    @classmethod
    def ground(cls, tmp_path_factory):
        folder = tmp_path_factory.mktemp("ground")
        cls().lay_ground(folder)
        return folder

    @pytest.mark.slow
    def test_it_learns_and_ships_itself(self, ground, tmp_path):
        experiment = self.make_experiment(ground, iterations=LEARNING, **self.learning)
        # Measurements at the end have tests of their own.
        experiment.finish = lambda *_: {}
        before = gather(experiment)
        history = train(experiment, tmp_path / "run", progress=False)
        learned = {name: np.array(weight) for name, weight in experiment.model.named_weights().items()}
        restore(experiment, before)
        for name, weight in experiment.model.named_weights().items():
            weight.assign(learned[name])
        assert experiment.iterate(0)["loss"] < self.falls_to * history.history["loss"][0]
        meta = json.loads((tmp_path / "run" / "meta.json").read_text())
        assert (meta["family"], meta["name"]) == (experiment.family, "run")
        for model in (nca_tf.load(tmp_path / "run"), keras.models.load_model(tmp_path / "run" / "model.keras")):
            for name, weight in learned.items():
                np.testing.assert_array_equal(model.named_weights()[name], weight, err_msg=name)

    @classmethod
    def _whole_command(cls, ground: Path) -> tuple[str, ...]:
        options = (part.replace("GROUND", str(ground)) for part in cls.command)
        return (*options, "--shards", "2", "--iterations", str(SHORT), "--checkpoint-seconds", "0")

    @pytest.fixture(scope="class")
    @classmethod
    def straight(cls, ground):
        """The command, alone and undisturbed."""
        process = Process(ground, cls._whole_command(ground), "straight")
        process.end()
        return process

    @pytest.mark.slow
    def test_killed_and_resumed_it_ends_bit_for_bit_the_same(self, ground, straight):
        killed = Process(ground, self._whole_command(ground), "killed", send=signal.SIGKILL, at=SHORT // 2)
        killed.end(-signal.SIGKILL)
        resumed = Process(ground, self._whole_command(ground), "killed")
        resumed.end()
        assert_same_training(resumed, straight)
        assert_identical(resumed, straight)

    @pytest.mark.slow
    def test_two_workers_train_what_one_process_would(self, ground, straight):
        chief, worker = two_workers(ground, self._whole_command(ground), "workers")
        for each in (chief, worker):
            each.end()
        assert_identical(chief, worker)
        assert_same_training(chief, straight)

    @pytest.mark.slow
    def test_the_benchmarks_plain_form_computes_what_the_engine_computes(self):
        model, other = (self.make_model(**self.equal_masks) for _ in range(2))
        optimizers = [keras.optimizers.SGD(0.1) for _ in range(2)]
        for each, optimizer in ((model, optimizers[0]), (other, optimizers[1])):
            optimizer.build(each.trainable_variables)
        plain, objective, states, extras = self.both_steps(model, optimizers[0])
        engine = TrainStep(other, objective, optimizers[1], max_steps=8, form="live")
        before = [np.array(weight) for weight in model.trainable_weights]
        found, expected = plain(states, 8, 0, 0, *extras), engine(states, 8, 0, 0, *extras)
        assert np.abs(expected[0] - states).max() > 0.05
        np.testing.assert_allclose(found[0], expected[0], atol=1e-5)
        np.testing.assert_allclose(found[1], expected[1], rtol=1e-4)
        np.testing.assert_allclose(found[2], expected[2], rtol=1e-3)
        for old, one, two in zip(before, model.trainable_weights, other.trainable_weights, strict=True):
            change = np.linalg.norm(np.asarray(two) - old)
            assert change > 0
            assert np.linalg.norm(np.asarray(one) - np.asarray(two)) < 1e-3 * change


class ExportPromises(Promises):
    """What is exported computes what the model does, within the bounds of `export.verify`, through the real command.

    Attributes:
      shipped: name of a shipped model, whose quantised forms are judged.
      quantised: formats that it is judged in.
    """

    shipped: ClassVar[str]
    quantised: ClassVar[tuple[str, ...]] = ("tflite-int8",)

    def small_model(self, folder: Path) -> str:
        """Save a small model of the family there and return the folder as text."""
        raise NotImplementedError

    def fewer_runs(self, monkeypatch) -> None:
        """Let the family's standard run begin with fewer states."""

    def shorten_quality(self, monkeypatch) -> None:
        """Make the family's standard run a short one."""

    @pytest.mark.export
    def test_float_exports_agree(self, tmp_path, monkeypatch, capsys):
        for module, constant, steps in ((comparison, "LONG", 12), (comparison, "GROWN", 6)):
            monkeypatch.setattr(module, constant, steps)
        monkeypatch.setattr(saved_model, "subprocess", warm_python)
        self.fewer_runs(monkeypatch)
        self.shorten_quality(monkeypatch)
        status, reports = self._verify(self.small_model(tmp_path / "small"), FLOAT_FORMATS, capsys)
        assert [report["format"] for report in reports] == list(FLOAT_FORMATS)
        for report in reports:
            if report["passed"] is not None:
                assert report["passed"], report
                assert report["max_abs_1"] <= 1e-5 and report["max_abs_200"] <= 2e-5, report
        assert status == 0
        if missing := [report["reason"] for report in reports if report["passed"] is None]:
            pytest.skip("; ".join(missing))

    @pytest.mark.export
    @pytest.mark.slow
    def test_quantised_exports_keep_what_the_shipped_model_does(self, quantised_format, monkeypatch, capsys):
        """Within the bounds of `python -m export.verify MODEL`, which has more states and takes twice the steps."""
        monkeypatch.setattr(comparison, "LONG", comparison.LONG // 2)
        self.fewer_runs(monkeypatch)
        status, (report,) = self._verify(self.shipped, [quantised_format], capsys)
        assert (status, report["passed"]) == (0, True), report
        assert report["quality"] is not None

    def _verify(self, model: str, formats: Sequence[str], capsys) -> tuple[int, list[dict]]:
        status = verify.main([model, "--json", "--formats", ",".join(formats)])
        return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]
