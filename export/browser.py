"""Runs an exported step graph in TensorFlow.js, in Chromium without a window, on inputs that are given.

Nothing listens on a port: the browser's requests are answered from here.
"""

import collections
import concurrent.futures
import contextlib
import functools
import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from export.extras import Unavailable
from export.rollouts import Inputs, Rollout

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync")
VENDOR = Path(__file__).resolve().parents[1] / "web_demo" / "vendor" / "tfjs"
PAGE = Path(__file__).with_name("verify_page.js")
ORIGIN = "http://localhost"
TYPES = {".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm"}
BLANK = "<!doctype html><title>verify</title><script type=module src=/page.js></script>"
MOST_SECONDS = 600
Caller = Callable[[Callable[[Any], Any]], Any]
"""Calls a function with the browser and returns what it returns."""


@contextlib.contextmanager
def chromium() -> Iterator[Caller]:
    """Opens a browser of Playwright; gives a function that calls another one with it.

    The browser lives in a thread of its own: Playwright refuses one in which an event loop runs, such as a notebook's.

    Example:
      >>> with chromium() as call:
      ...     version = call(lambda browser: browser.version)
    Raises:
      Unavailable: when Playwright or Chromium is missing, or does not start.
    """
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        raise Unavailable("no Playwright") from None
    if not (VENDOR / "tf.js").is_file():
        raise Unavailable("no TensorFlow.js in web_demo/vendor")
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    with concurrent.futures.ThreadPoolExecutor(max_workers=1) as thread, contextlib.ExitStack() as stack:
        try:
            playwright = thread.submit(lambda: sync_playwright().start()).result()
        except Exception as error:
            raise Unavailable(f"no Playwright (its driver does not start: {error})") from None
        stack.callback(lambda: thread.submit(playwright.stop).result())
        launch = functools.partial(playwright.chromium.launch, executable_path=found, args=list(FLAGS))
        try:
            browser = thread.submit(launch).result()
        except Error as error:
            reason = "it does not start" if found else "none is installed"
            raise Unavailable(f"no Chromium ({reason})") from error
        stack.callback(lambda: thread.submit(browser.close).result())
        yield lambda function: thread.submit(function, browser).result()


def in_tfjs(call: Caller, folder: Path, backend: str = "wasm") -> Rollout:
    """Returns the rollout of the graph model in `folder`.

    Args:
      call: from `chromium`.
      folder: has model.json and its weights.
      backend: of TF.js, "wasm" or "webgl".
    """

    def rollout(start: np.ndarray, inputs: Inputs, keep: Iterable[int]) -> dict[int, np.ndarray]:
        plan, blobs = _plan(start, inputs, sorted(keep))
        states: dict[int, np.ndarray] = {}

        def run(browser) -> dict:
            with contextlib.closing(browser.new_page()) as page:
                page.route("**/*", lambda route: _answer(route, folder, plan, blobs, states))
                page.set_default_timeout(MOST_SECONDS * 1000)
                page.goto(f"{ORIGIN}/")
                page.wait_for_function("globalThis.run !== undefined")
                return page.evaluate("backend => run(backend)", backend)

        rollout.report = call(run)
        if rollout.report["leaked"]:
            raise RuntimeError(f"the graph leaves {rollout.report['leaked']} tensors behind in TensorFlow.js")
        return {step: state.reshape(start.shape) for step, state in states.items()}

    return rollout


def _plan(start: np.ndarray, inputs: Inputs, keep: list[int]) -> tuple[dict, dict[str, bytes]]:
    """Returns what the page is to do, and the arrays that it will ask for by their digest."""
    blobs: dict[str, bytes] = {}
    described: dict[str, dict] = {}
    uses: collections.Counter = collections.Counter()

    def add(array: np.ndarray) -> str:
        array = np.ascontiguousarray(array, np.float32)
        with np.errstate(invalid="ignore"):
            small = array.astype(np.uint8)
        is_small = bool((small == array).all())
        content = (small if is_small else array).tobytes()
        digest = hashlib.sha256(content).hexdigest()[:32]
        blobs[digest] = content
        described[digest] = {"shape": array.shape, "bytes": is_small}
        uses[digest] += 1
        return digest

    first = add(start)
    steps = [{name: add(value[: len(start)]) for name, value in inputs(number).items()} for number in range(keep[-1])]
    for digest, description in described.items():
        description["uses"] = uses[digest]
    return {"start": first, "steps": steps, "keep": keep, "blobs": described}, blobs


def _answer(route, folder: Path, plan: dict, blobs: dict[str, bytes], states: dict[int, np.ndarray]) -> None:
    path = route.request.url.removeprefix(ORIGIN)
    place, _, name = path.strip("/").partition("/")
    if path == "/":
        route.fulfill(body=BLANK, content_type="text/html")
    elif path == "/plan.json":
        route.fulfill(body=json.dumps(plan), content_type="application/json")
    elif place == "blob":
        route.fulfill(body=blobs[name], content_type="application/octet-stream")
    elif place == "state":
        states[int(name)] = np.frombuffer(route.request.post_data_buffer, np.float32)
        route.fulfill(body="")
    else:
        file = {"page.js": PAGE, "vendor": VENDOR / name, "graph": folder / name}.get(place)
        if file is None or not file.is_file():
            route.fulfill(status=404, body="")
        else:
            kind = TYPES.get(file.suffix, "application/octet-stream")
            route.fulfill(body=file.read_bytes(), content_type=kind)
