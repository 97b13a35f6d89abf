"""The Perturbation page, used as a person would use it."""

import json
import time

import numpy as np
import pytest
from reader import SCREENS, SITE_MODELS, Reader, models

from nca_tf.pictures.targets import load_target

ON_BOTH = pytest.mark.parametrize("screen", SCREENS)
GROWN = 300
SETTLED = 500
"""Steps in which a perturbation has done its work."""
FOREST = 0.05
LEFT = 0.5
"""Of the tail's cells, at most what stays when it is off: .25 on average over 32 lizards, .36 the most."""

LINES = """async () => {
  const canvas = document.querySelector(".likeness-charts .chart");
  const {background, values} = await new Promise((done) => requestAnimationFrame(() => {
    const context = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
    const painted = (...colours) => {
      for (const colour of colours) { context.fillStyle = colour; context.fillRect(0, 0, 1, 1); }
      return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const style = (node) => getComputedStyle(node);
    const marks = [...document.querySelectorAll(".likeness li")];
    done({
      background: painted(style(document.documentElement).backgroundColor, style(canvas).backgroundColor),
      values: marks.map((one) => [one.textContent, painted(style(one.querySelector("img")).borderBottomColor)]),
    });
  }));
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  const seen = new Set();
  for (let at = 0; at < pixels.length; at += 4) if (pixels[at + 3] === 255) seen.add(pixels.slice(at, at + 3).join());
  return [background, values, values.filter(([, colour]) => seen.has(colour.join())).length];
}"""
"""The chart's ground, each picture's name and colour, and how many of the colours are seen in the chart."""


@pytest.fixture
def read(open_page):
    """A function that opens the Perturbation page with a grown lizard: read(screen, "more=of&the=address")."""
    models("perturbation")

    def open_reader(screen="desktop", more="speed=max&grid=72", grown=GROWN):
        reader = Reader(open_page(f"#/perturbation?{more}", **SCREENS[screen]))
        reader.steps(grown)
        return reader

    return open_reader


def slide(reader, name: str, value: float) -> None:
    """Moves a slider by its keys, as a person without a mouse would."""
    slider = reader.page.get_by_label(name, exact=True)
    slider.focus()
    now = float(slider.input_value())
    for _ in range(round(abs(value - now) / 0.05)):
        reader.page.keyboard.press("ArrowRight" if value > now else "ArrowLeft")


def strengths(reader) -> list[float]:
    return reader.page.evaluate("() => [...nca.page.active.engine.controls.strengths]")


def tail() -> np.ndarray:
    """Cells of the 40x40 picture that only the lizard with a tail has, bool."""
    return (load_target("lizard")[..., 3] > 0.5) & (load_target("lizard-tailless")[..., 3] < FOREST)


def cells_in_tail(reader) -> int:
    """Mature cells where the lizard has its tail."""
    alpha = reader.state()[..., 3] > 0.1
    top = (alpha.shape[0] - 40) // 2
    return int(alpha[top : top + 40, top : top + 40][tail()].sum())


@ON_BOTH
def test_the_tail_goes_with_its_slider_and_comes_back(read, screen):
    reader = read(screen)
    whole = cells_in_tail(reader)
    assert whole > 0.7 * tail().sum()
    slide(reader, "Tailless", 1)
    assert strengths(reader)[0] == 1
    reader.more_steps(SETTLED)
    assert cells_in_tail(reader) < LEFT * whole
    slide(reader, "Tailless", 0)
    reader.more_steps(SETTLED)
    assert cells_in_tail(reader) > 0.7 * whole


@pytest.fixture
def another() -> str:
    """The label of a second perturbation; skips where the site's model knows one only."""
    meta = json.loads((SITE_MODELS / "perturbation" / next(iter(models("perturbation"))) / "meta.json").read_text())
    if len(meta["perturbations"]) < 2:
        pytest.skip("the site's model knows one perturbation: train more, join them, then python -m export.site")
    return meta["labels"][meta["perturbations"][1]]


def test_together_they_are_at_most_one_until_the_lock_is_opened(read, another):
    reader = read(grown=5)
    slide(reader, "Tailless", 0.8)
    slide(reader, another, 0.6)
    now = strengths(reader)
    assert np.isclose(sum(map(abs, now)), 1, atol=0.01) and np.isclose(max(now), 0.6, atol=0.01)
    reader.page.get_by_label("All together at most 1", exact=False).first.uncheck(force=True)
    slide(reader, "Tailless", 1)
    assert np.isclose(sum(strengths(reader)), 1.6, atol=0.01)


def test_switching_off_and_on_keeps_the_sliders(read):
    reader = read(grown=5)
    reader.press("Tail off")
    assert max(strengths(reader)) == 1
    reader.page.get_by_label("Perturb", exact=False).first.uncheck(force=True)
    assert not any(strengths(reader))
    reader.page.get_by_label("Perturb", exact=False).first.check(force=True)
    assert max(strengths(reader)) == 1


def test_an_address_brings_the_strengths_back(read):
    first = read(grown=5)
    slide(first, "Tailless", -0.5)
    time.sleep(0.5)  # the address follows a moment later
    address = first.page.evaluate("() => location.hash").split("?")[1]
    again = read(more=address, grown=5)
    assert strengths(again) == strengths(first) and strengths(again)[0] == -0.5
    assert again.page.get_by_label("Tailless", exact=True).input_value() == "-0.5"


def test_a_model_of_one_matrix_takes_the_place_of_one_of_several_and_is_forgotten(read, another):
    folder = SITE_MODELS / "perturbation" / next(iter(models("perturbation")))
    meta = json.loads((folder / "meta.json").read_text())
    name = meta["perturbations"][0]
    arrays = [one for one in meta["weights"]["arrays"] if one["name"].startswith((f"{name}/", "host/"))]
    own = meta | {"name": "pet", "perturbations": [name], "weights": meta["weights"] | {"arrays": arrays}}
    reader = read(grown=5)
    count = len(strengths(reader))
    reader.bring({"meta.json": json.dumps(own).encode(), "weights.bin": (folder / "weights.bin").read_bytes()})
    reader.until("nca.page.active.model.name === 'pet'")
    slide(reader, "Tailless", 0.5)
    assert strengths(reader) == [0.5]
    reader.more_steps(2)
    site_model = reader.page.get_by_role("radiogroup", name="Model").get_by_role("radio").first
    site_model.check(force=True)
    reader.until("nca.page.active.model.name !== 'pet'")
    reader.page.get_by_role("radiogroup", name="Model").get_by_role("radio").last.check(force=True)
    reader.until("nca.page.active.model.name === 'pet'")
    reader.press("Forget this model")
    reader.until("nca.page.active.model.name !== 'pet'")
    slide(reader, "Tailless", 0.25)
    assert strengths(reader) == [0.25] + [0] * (count - 1)
    assert not reader.complaints()


def test_what_it_looks_like_follows(read):
    reader = read(grown=5)
    reader.steps(GROWN)
    reader.until("document.querySelector('[data-nearest]').dataset.nearest === 'Unchanged'")
    reader.press("Tail off")
    reader.more_steps(SETTLED)
    reader.until("document.querySelector('[data-nearest]').dataset.nearest === 'Tailless'")


def luminance(colour) -> float:
    shares = np.array(colour) / 255
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def test_each_line_is_seen_on_both_grounds_and_red_is_red(read, another):
    reader = read(more="speed=4&grid=72", grown=40)
    reader.page.emulate_media(color_scheme="light")
    reader.page.watch.allowed = ("willReadFrequently",)  # by this test
    reader.press("Pause")
    for _ in range(2):
        ground, lines, seen = reader.page.evaluate(LINES)
        assert seen >= 2, "the chart has the colours of the list"
        for name, colour in lines:
            light, dark = sorted((luminance(ground), luminance(colour)), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 3, name
            if name.startswith(("Red", "Blue")):
                assert np.argmax(colour) == (0 if name.startswith("Red") else 2)
        assert len({tuple(colour) for _, colour in lines}) == len(lines)
        for _ in range(2):  # as the system, light, dark
            reader.page.keyboard.press("t")
