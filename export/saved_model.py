"""Writes a model for TF Serving: python -m export.saved_model MODEL --out models/.

`<out>/<name>/<version>/` appears at once and whole: it is written aside, loaded back in a fresh process as a server
would, its answers are compared with Python's, and only then it is renamed. Beside it lie `models.config` for all models
in the folder, and `compose.yaml` that starts TensorFlow's stock image on it.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import tensorflow as tf

from export import model_argument, publishing, rollouts, warm_up
from export.command_line import Parser, readable_size, run, size_of
from export.description import write_meta
from export.signatures import save
from nca_tf.cells.signatures import Signature
from nca_tf.files.errors import InputError

TEMPLATES = Path(__file__).parent / "serving"
COMPOSE, BATCHING, MODELS = "compose.yaml", "batching.config", "models.config"
PER_MODEL_BATCHING = "batching_params.pbtxt"
MOUNT = "/models"
CHECK = Path(__file__).parent / "session_check.py"
CHECK_SECONDS = 600


def write(source: model_argument.ModelArgument, out: Path, version: int | None = None) -> tuple[Path, dict]:
    """Publishes the next version of a model.

    Args:
      source: the model.
      out: folder of all served models.
      version: its number; None takes the one after the largest.
    Returns:
      the version's folder, and what the check in a fresh process found: load_seconds, max_abs.
    Raises:
      InputError: when the version exists.
      RuntimeError: when what was written does not answer as the model does.
    """
    signatures = source.signatures("saved_model")
    check: dict = {}

    def fill(staged: Path) -> None:
        save(source.model, signatures, staged, checked=True)
        warm_up.write(staged, (_request(source.name, signature) for signature in signatures))
        if any(signature.mergeable for signature in signatures if signature.name == "serving_default"):
            shutil.copyfile(TEMPLATES / PER_MODEL_BATCHING, staged / PER_MODEL_BATCHING)
        check.update(check_in_fresh_process(staged, signatures))
        write_meta(staged, source, "saved_model", signatures)

    folder = publishing.publish_version(out / source.name, fill, version)
    for name in (COMPOSE, BATCHING):
        if not (out / name).exists():
            publishing.publish_file(out / name, (TEMPLATES / name).read_bytes())
    publishing.publish_file(out / MODELS, models_config(out).encode())
    return folder, check


def check_in_fresh_process(folder: Path, signatures: Sequence[Signature]) -> dict:
    """Loads `folder` in a new process and compares the answers to each signature's example with those given here.

    Here every operation runs for itself, without a graph: what tracing might change would be a difference.
    """
    arrays = {}
    for signature in signatures:
        request = {name: np.asarray(value) for name, value in signature.example().items()}
        answer = signature.checked(**{name: tf.constant(value) for name, value in request.items()})
        arrays |= {f"{signature.name}/in/{name}": value for name, value in request.items()}
        for name, value in answer.items():
            array = value.numpy()
            arrays[f"{signature.name}/out/{name}"] = array.astype("S") if array.dtype == object else array
    with tempfile.NamedTemporaryFile(suffix=".npz") as file:
        np.savez(file, **arrays)
        file.flush()
        command = [sys.executable, str(CHECK), str(folder), file.name]
        result = subprocess.run(command, capture_output=True, text=True, timeout=CHECK_SECONDS, check=False)
    lines = result.stdout.strip().splitlines()
    if result.returncode != 0 or not lines:
        detail = lines[-1] if lines else result.stderr.strip()[-2000:]
        raise RuntimeError(f"the SavedModel does not answer as the model does: {detail}")
    return json.loads(lines[-1])


def rollout(folder: Path) -> rollouts.Rollout:
    """Runs the step of a version's folder."""
    loaded = tf.saved_model.load(str(folder))
    function = loaded.signatures[rollouts.STEP]

    def step(**inputs):
        return function(**{name: tf.constant(value) for name, value in inputs.items()})["state"].numpy()

    # The signature holds its variables only weakly.
    step.loaded = loaded
    return rollouts.repeat(step)


def models_config(out: Path) -> str:
    """Returns the text of models.config: every folder below `out` that holds a version."""
    names = [
        entry.name for entry in sorted(out.iterdir()) if entry.is_dir() and model_argument.NAME.fullmatch(entry.name)
    ]
    served = [name for name in names if publishing.next_version(out / name) > 1]
    entry = '  config {{\n    name: "{0}"\n    base_path: "{1}/{0}"\n    model_platform: "tensorflow"\n  }}\n'
    return "model_config_list {\n" + "".join(entry.format(name, MOUNT) for name in served) + "}\n"


def _request(model: str, signature: Signature) -> bytes:
    return warm_up.predict_request(model, signature.name, signature.example())


def main(argv: Sequence[str] | None = None) -> None:
    """Writes one version of one model."""
    parser = Parser(prog="python -m export.saved_model", description="Writes a model for TF Serving.")
    model_argument.add_to(parser)
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="folder of all served models")
    parser.add_argument("--name", help="another name than the model's own")
    parser.add_argument("--version", type=int, help="a whole number (default: one more than the largest there)")
    options = parser.parse_args(argv)
    if options.version is not None and options.version < 1:
        raise InputError(f"--version is {options.version}; TF Serving takes whole numbers from 1 on; leave it out")
    source = model_argument.load(options.model, options.name)
    folder, check = write(source, options.out, options.version)
    names = ", ".join(signature.name for signature in source.signatures("saved_model"))
    size, seconds = readable_size(size_of(folder)), check["load_seconds"]
    print(f"{folder}: {size}, loads in {seconds:.2f} s, differs by {check['max_abs']:.1e}; signatures {names}")


if __name__ == "__main__":
    run(main)
