"""What is trained and how: the rule of adversaries among the cells of a frozen host.

Hyper-parameters are those of the two published notebooks, but for the iterations. As in training.mnist the last 5,000
training images, at most a sixth, are held out, so that adversaries of digits can be chosen without the test set.
"""

import argparse
from pathlib import Path
from typing import Any

import numpy as np

from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.families.adversarial.automaton import ADVERSARY, HOST, InjectedCA
from nca_tf.files.model_files import model_folder, name_of, read_meta
from nca_tf.pool import SamplePool
from training.adversarial.attack import AmongOthers
from training.adversarial.configuration import DIGITS, AdversarialConfig
from training.adversarial.digits import DigitAttack
from training.adversarial.pictures import PictureAttack
from training.engine import Objective
from training.family import Batch, FamilyExperiment
from training.progress import Report
from training.starting import frozen_host


class AdversarialExperiment(FamilyExperiment):
    """One training of adversaries.

    Args:
      data_dir, download: see `nca_tf.data.datasets.load_images`; a growing host needs no data.
      *arguments, **keywords: see `FamilyExperiment`.
    """

    family, config_class = "adversarial", AdversarialConfig
    snapshot_iterations = (500, 1000, 2000, 8000)

    def __init__(
        self, config: AdversarialConfig, *arguments, data_dir: Path | None = None, download: bool = True, **keywords
    ):
        self._where = data_dir, download
        super().__init__(config, *arguments, **keywords)

    @staticmethod
    def add_options(parser: argparse.ArgumentParser) -> None:
        what = "don't fetch a data set that is absent"
        parser.add_argument("--no-download", dest="download", action="store_false", help=what)

    def prepare(self) -> None:
        self.host, folder = frozen_host(self.config.host), model_folder(self.config.host)
        meta = read_meta(folder)
        if self.config.kind == DIGITS:
            self.attack = DigitAttack(self.config, self.host, meta, self._where)
        else:
            self.attack = PictureAttack(self.config, self.host, meta, folder)
        self.inputs |= {"host": self.host.sha256, **self.attack.inputs}

    def make_model(self) -> InjectedCA:
        return InjectedCA(self.host.model)

    def make_objective(self) -> Objective:
        return AmongOthers(self.attack.objective())

    def make_pool(self) -> SamplePool:
        return self.attack.make_pool(np.random.default_rng(self.config.random_seed))

    def draw_steps(self, rng: np.random.Generator) -> int:
        return int(rng.integers(self.config.min_steps, self.config.max_steps + 1))

    def draw_batch(self, rng: np.random.Generator) -> Batch:
        return self.attack.draw_batch(self.pool, rng)

    @property
    def max_steps(self) -> int:
        return self.config.max_steps

    @property
    def learning_rate_drops(self) -> tuple[int, ...]:
        return self.config.learning_rate_drops

    def describe(self) -> dict[str, Any]:
        return {
            "share": self.config.share,
            "host_name": name_of(self.host.name),
            "host_sha256": self.host.sha256,
            **self.attack.describe(),
        }

    def wanted(self) -> tuple[str, str]:
        return "a model with adversaries on a host of the same widths", "--host"

    def arrays_of(self, first: CellularAutomaton) -> dict[str, np.ndarray]:
        # The host is that of --host, whatever the adversaries were trained on.
        arrays = {name: array for name, array in super().arrays_of(first).items() if name.startswith(f"{ADVERSARY}/")}
        return arrays | {f"{HOST}/{name}": np.asarray(w) for name, w in self.host.model.named_weights().items()}

    def watch(self, steps: int, after: np.ndarray) -> dict[str, float]:
        return {"steps": float(steps), **self.attack.watch(after)}

    def show(self, states: np.ndarray) -> np.ndarray:
        return self.attack.show(states)

    def finish(self, folder: Path, report: Report) -> dict[str, Any]:
        return self.attack.finish(self.model, folder, report)
