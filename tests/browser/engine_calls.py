"""Calls from tests into tests/browser/engine_page.js, with arrays as base64."""

import base64
import shutil
from pathlib import Path

import numpy as np
from model_cases import ModelCase, write_site_folder


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


def model_path(case: ModelCase, files: Path) -> str:
    """Write a model where the page can read it; returns its address as engine_page.js wants it."""
    return str(write_site_folder(case, files).relative_to(files))
