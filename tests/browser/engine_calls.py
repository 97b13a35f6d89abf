"""Calls from tests into tests/browser/engine_page.js, with arrays as base64."""

import base64
import shutil
from pathlib import Path

import numpy as np
from model_cases import ModelCase, site_path, write_site_folder

from export.site_graphs import Graphs
from nca_tf import families
from nca_tf.files import model_files

SIZES = ("channels", "hidden", "features", "kernel_size", "classes")


def text(values) -> str:
    return base64.b64encode(np.ascontiguousarray(values).tobytes()).decode()


def floats(encoded: str, shape) -> np.ndarray:
    return np.frombuffer(base64.b64decode(encoded), np.float32).reshape(shape)


def pixels(encoded: str, height: int, width: int) -> np.ndarray:
    return np.frombuffer(base64.b64decode(encoded), np.uint8).reshape(height, width, 4)


def call(page, files: Path, function: str, arguments: dict):
    """Call a function of engine_page.js with one object."""
    shutil.copy(Path(__file__).with_name("engine_page.js"), files / "engine_page.js")
    return page.evaluate(
        "async ([name, a]) => (await import('./test-files/engine_page.js'))[name](a)", [function, arguments]
    )


def run_script(page, files: Path, body: str, **arguments):
    """Run the body of an async function that sees engine_page.js as `m` and `arguments` as `a`."""
    shutil.copy(Path(__file__).with_name("engine_page.js"), files / "engine_page.js")
    return page.evaluate(f"async (a) => {{ const m = await import('./test-files/engine_page.js'); {body} }}", arguments)


def check_looks(page, files: Path, start: np.ndarray, **arguments) -> None:
    """Checks that a look into any cell says what the next step adds to it if it fires, and changes nothing."""
    side, channels = start.shape[-2:]
    encoded = call(page, files, "looks", {"side": side, "state": text(start), **arguments})
    after, fired, quiet = (floats(one, (-1, channels)) for one in encoded[1:])
    np.testing.assert_array_equal(after, start.reshape(-1, channels))
    added = floats(encoded[0], (side * side, -1))[:, :channels]
    acted = fired.any(axis=1) & quiet.any(axis=1) & (fired != quiet).any(axis=1)
    assert acted.sum() > 50
    np.testing.assert_allclose(added[acted], (fired - quiet)[acted], atol=1e-5)


def model_path(case: ModelCase, files: Path, **more_meta) -> str:
    """Write a model where the page can read it; returns its address as engine_page.js wants it."""
    return str(write_site_folder(case, files, **more_meta).relative_to(files))


def write_graphs(cases: list[ModelCase], files: Path, temporary: Path) -> dict[ModelCase, dict]:
    """Write the step graphs of models where the page can read them; returns what meta.json says of each."""
    graphs, mentions = Graphs(files), {}
    for case in cases:
        folder = case.source
        if folder is None or not folder.is_dir():
            folder = temporary / site_path(case)
            arguments = {name: value for name, value in case.meta().items() if name in SIZES}
            model = families.family_class(case.family)(**arguments)
            model_files.assign_weights(model, case.weights(), case.name)
            model_files.save(model, folder, {"name": case.name})
        mentions[case] = graphs.entry(folder, model_files.read_meta(folder), files / site_path(case))
    return mentions
