"""A reader of the page: opens it, waits for what should happen, and draws on the cells with mouse or finger."""

import base64
import json
import time
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from model_cases import PRETRAINED
from PIL import Image

SITE_MODELS = Path(__file__).resolve().parents[2] / "web_demo" / "models"
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True, "device_scale_factor": 3}
SCREENS = {"desktop": DESKTOP, "phone": PHONE}
PATIENCE = 60.0
"""Seconds that anything may take on a busy machine, a single step of the cells included."""
STEPS_TO_AGREE = 2500
"""Steps in which cells settle on a vote; the article shows them after 200, training sees 20 at a time."""
WEIGHTS = "() => [...nca.page.active.engine.model.weights.get('dense1/kernel').data]"
"""The first layer of the automaton that grows."""
REFUSE = """{
  const fetchNow = globalThis.fetch;
  const refused = () => Promise.resolve(new Response("", { status: 503 }));
  globalThis.fetch = (...request) => (String(request[0]).includes("NAME/") ? refused() : fetchNow(...request));
}"""
"""The files of the model NAME can't be had."""


def models(family: str) -> dict[str, dict]:
    """The site's models of a family by name; skips the test where there are none."""
    index = SITE_MODELS / "index.json"
    entries = json.loads(index.read_text())["models"] if index.is_file() else []
    found = {entry["name"]: entry for entry in entries if entry["family"] == family}
    if not found:
        pytest.skip(f"the site has no {family} models: train or get them, then python -m export.site")
    return found


def healing_lizard() -> str:
    """Name of the model that most tests look at."""
    names = models("growing")
    return "lizard-regenerating" if "lizard-regenerating" in names else next(iter(names))


def target_of(name: str) -> tuple[np.ndarray, int]:
    """A growing model's target, float [height, width, 4] premultiplied, and the cells its loss is averaged over."""
    folder = SITE_MODELS / "growing" / name
    meta = json.loads((folder / "meta.json").read_text())
    with Image.open(BytesIO((folder / "target.png").read_bytes())) as image:
        pixels = np.asarray(image.convert("RGBA"), np.float64) / 255
    side = meta.get("size", 40) + 2 * meta.get("padding", 16)
    return np.concatenate([pixels[..., :3] * pixels[..., 3:], pixels[..., 3:]], axis=-1), side * side


def loss(state: np.ndarray, target: np.ndarray, cells: int) -> float:
    """Mean squared error over RGBA, the target in the middle of the grid, scaled to the training grid."""
    height, width = state.shape[:2]
    top, left = (height - target.shape[0]) // 2, (width - target.shape[1]) // 2
    wanted = np.zeros((height, width, 4))
    wanted[top : top + target.shape[0], left : left + target.shape[1]] = target
    return float(((state[..., :4] - wanted) ** 2).sum() / (cells * 4))


def trained(family: str, name: str) -> dict[str, bytes]:
    """A model's files as training saves them and a reader drops them; skips the test where they do not ship."""
    folder = PRETRAINED / family / name
    if not folder.is_dir():
        pytest.skip(f"{family}/{name} does not ship")
    return {file: (folder / file).read_bytes() for file in ("meta.json", "weights.npz")}


class Reader:
    """Drives one open page."""

    def __init__(self, page) -> None:
        self.page = page

    def until(self, expression: str, patience: float = PATIENCE):
        """Waits until a JavaScript expression is true; returns its value, of an object only that it is there.

        (The page's policy forbids `wait_for_function`, and an engine as a value would be copied with all of its cells.)
        """
        end = time.monotonic() + patience
        look = f"() => {{ const value = {expression}; return Object(value) === value || value; }}"
        while time.monotonic() < end:
            value = self.page.evaluate(look)
            if value:
                return value
            time.sleep(0.02)
        raise AssertionError(f"this did not become true in {patience:.0f} s: {expression}")

    def wait_for(self, happened: Callable[[], object]) -> None:
        """Waits for what this process learns of the page, such as a request that a test answers."""
        end = time.monotonic() + PATIENCE
        while not happened():
            assert time.monotonic() < end, f"it did not happen in {PATIENCE:.0f} s"
            self.page.wait_for_timeout(20)

    def step_count(self) -> int:
        """The steps that the first dish has made."""
        return self.page.evaluate("() => globalThis.nca?.page?.bench?.player.stepCount ?? 0")

    def steps(self, count: int) -> None:
        """Waits until the first dish has made so many steps, as long as it goes on making some."""
        seen, since = -1, time.monotonic()
        while (made := self.step_count()) < count:
            if made != seen:
                seen, since = made, time.monotonic()
            elif time.monotonic() - since > PATIENCE:
                raise AssertionError(f"{made} of {count} steps were made, and no more in {PATIENCE:.0f} s")
            time.sleep(0.02)

    def more_steps(self, count: int) -> None:
        """Waits for so many steps from now on."""
        self.steps(count + self.step_count())

    def state(self, dish: int = 0) -> np.ndarray:
        """The cells of a dish as its engine has them, float32 [height, width, channels]."""
        text, shape = self.page.evaluate(
            """async (dish) => {
              const engine = nca.page.bench.dishes[dish].engine;
              const bytes = new Uint8Array((await engine.getState()).buffer);
              const parts = [];
              for (let at = 0; at < bytes.length; at += 8192) parts.push(bytes.subarray(at, at + 8192));
              const text = parts.map((part) => String.fromCharCode(...part)).join("");
              return [btoa(text), [engine.height, engine.width, engine.channels]];
            }""",
            dish,
        )
        return np.frombuffer(base64.b64decode(text), "<f4").reshape(shape)

    def point(self, x: float, y: float, dish: int = 0) -> tuple[float, float]:
        """Where on the screen a place of the grid is: (0, 0) its upper left corner, (1, 1) its lower right one."""
        box = self.page.locator(".bench .stage").nth(dish).bounding_box()
        return box["x"] + x * box["width"], box["y"] + y * box["height"]

    def drag(self, *places: tuple[float, float], dish: int = 0) -> None:
        """A stroke through places of the grid, with the mouse."""
        points = [self.point(x, y, dish) for x, y in places]
        mouse = self.page.mouse
        mouse.move(*points[0])
        mouse.down()
        for point in points[1:]:
            mouse.move(*point, steps=8)
        mouse.up()

    def swipe(self, *places: tuple[float, float], dish: int = 0) -> None:
        """The same with a finger."""
        session = self.page.context.new_cdp_session(self.page)

        def touch(kind: str, points: list) -> None:
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

        path = [self.point(x, y, dish) for x, y in places]
        touch("touchStart", [{"x": path[0][0], "y": path[0][1]}])
        for (x0, y0), (x1, y1) in pairwise(path):
            for share in np.linspace(0, 1, 9)[1:]:
                touch("touchMove", [{"x": x0 + (x1 - x0) * share, "y": y0 + (y1 - y0) * share}])
        touch("touchEnd", [])
        session.detach()

    def choose(self, name: str) -> None:
        """Picks a radio button or flips a switch by its name."""
        self.page.get_by_label(name, exact=True).first.check(force=True)

    def press(self, name: str) -> None:
        """Clicks a button by its name."""
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def bring(self, files: dict[str, bytes]) -> None:
        """Hands a model's files to the page's file picker."""
        payload = [{"name": name, "mimeType": "", "buffer": content} for name, content in files.items()]
        self.page.locator("#model-files").set_input_files(payload)

    def moments(self, panel: str) -> list[int]:
        """Steps that the chart within a panel, a CSS selector, marks."""
        chart = self.page.locator(f"{panel} canvas.chart").first
        return [int(step) for step in chart.get_attribute("data-moments").split()]

    def vote(self) -> tuple[int, float]:
        """What the cells of the Digits page say, and the share of them that agrees."""
        said = self.page.evaluate("() => ({...document.querySelector('.ballot').dataset})")
        return int(said.get("winner", -1)), float(said.get("agreement", 0))

    def vote_becomes(self, label: int, agreement: float = 0.8) -> None:
        """Lets the cells run until most of them say `label`, for so many steps and not for so many seconds."""
        first = self.step_count()
        while (vote := self.vote())[0] != label or vote[1] < agreement:
            assert self.step_count() < first + STEPS_TO_AGREE, f"{vote[1]:.0%} of the cells say {vote[0]}, not {label}"
            self.more_steps(5)

    def messages(self) -> str:
        """The text of the messages on the page."""
        return self.page.locator("#toasts").inner_text()

    def complaints(self) -> list[str]:
        """Those of them that say that something did not work."""
        return self.page.locator("#toasts [role=alert]").all_inner_texts()
