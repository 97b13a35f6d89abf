"""A model that is still on its way, while the reader chooses another one or leaves the page."""

import time

import numpy as np
import pytest
from reader import DESKTOP, REFUSE, Reader, models

HOLD = """{
  const fetchNow = globalThis.fetch;
  const gate = new Promise((done) => { globalThis.release = done; });
  globalThis.arrived = 0;
  globalThis.fetch = async (...request) => {
    if (!String(request[0]).includes("NAME/")) return fetchNow(...request);
    await gate;
    const response = await fetchNow(...request);
    arrived += 1;
    return response;
  };
}"""
"""Keeps the files of the model NAME until the test calls `release()`."""
FILES = 2
"""Files of a model that come by fetch: meta.json and weights.bin."""


@pytest.fixture
def read(open_page):
    """A function that opens a page where one model's files are held back: read("#/growing", "lizard-growing")."""

    def open_reader(path, held):
        return Reader(open_page(path, script=HOLD.replace("NAME", held), **DESKTOP))

    return open_reader


def let_go(reader):
    """Lets the files come, and the page do with them what it will."""
    reader.page.evaluate("() => release()")
    reader.until(f"arrived >= {FILES}")
    time.sleep(1)


def test_the_last_of_two_quick_choices_runs(read):
    if not {"lizard-growing", "lizard-regenerating"} <= set(models("growing")):
        pytest.skip("the site has the lizard in one training only")
    reader = read("#/growing?model=lizard-regenerating", "lizard-growing")
    reader.steps(1)
    reader.choose("Growing")
    reader.until("document.querySelector('.stage.loading')")
    reader.choose("Regenerating")
    reader.until("!document.querySelector('.stage.loading')")
    let_go(reader)
    assert reader.page.evaluate("() => nca.page.bench.dishes[0].model.name") == "lizard-regenerating"
    assert reader.page.get_by_label("Regenerating", exact=True).is_checked()
    assert "regenerating" in reader.page.locator(".stage").get_attribute("aria-label")


def test_the_last_of_two_quick_choices_votes(read):
    other = next((name for name in models("mnist") if name.startswith("fashion")), None)
    if other is None:
        pytest.skip("the site has no Fashion-MNIST classifier")
    reader = read("#/digits", other)
    reader.steps(1)
    names = "() => [...document.querySelectorAll('.sample')].map((one) => one.getAttribute('aria-label'))"
    before = reader.page.evaluate(names)
    reader.choose(models("mnist")[other]["title"])
    reader.until("document.querySelector('.stage.loading')")
    reader.choose("MNIST")
    reader.until("!document.querySelector('.stage.loading')")
    let_go(reader)
    assert reader.page.evaluate("() => nca.page.bench.dishes[0].model.name") == "mnist"
    assert reader.page.evaluate(names) == before
    bars = reader.page.evaluate("() => [...document.querySelectorAll('.ballot-bars li')].map((bar) => bar.title)")
    assert [f"Show a {name}" for name in bars] == before


@pytest.mark.parametrize("first", ["model", "grid"])
def test_another_model_chosen_while_the_grid_changes_starts_with_its_own_drawing(read, first):
    """A boot must not end up in the dish of the digits, in whatever order the two choices are made."""
    fashion = next((name for name in models("mnist") if name.startswith("fashion")), None)
    if fashion is None:
        pytest.skip("the site has no Fashion-MNIST classifier")
    reader = read(f"#/digits?model={fashion}&paused=1&digit=9", "mnist/mnist")
    reader.until("globalThis.nca?.page?.bench")
    reader.page.evaluate("() => release()")
    reader.until("nca.page.bench.dishes[0].engine")
    choices = {"model": "MNIST", "grid": "56 by 56 cells"}
    order = sorted(choices, key=lambda name: name != first)
    reader.page.evaluate(
        """(names) => {
          for (const name of names) [...document.querySelectorAll('input[type=radio]')].find((one) =>
            (one.ariaLabel ?? one.closest('label').textContent) === name).click();
        }""",
        [choices[name] for name in order],
    )
    reader.until("nca.page.bench.dishes[0].engine.width === 56 && nca.page.bench.dishes[0].model.name === 'mnist'")
    expected = reader.page.evaluate(
        """async () => {
          const {Samples} = await import('./js/samples.js');
          return [...Samples.centred(nca.page.bench.dishes[0].model.samples.current(9), 56, 56)];
        }"""
    )
    np.testing.assert_allclose(reader.state()[..., 0].ravel(), expected, atol=1e-6)


@pytest.fixture
def liars():
    """Names of a site's adversaries: of digits, which the page begins with, and of a lizard."""
    kinds = {entry["kind"]: name for name, entry in models("adversarial").items()}
    if not {"mnist", "growing"} <= set(kinds):
        pytest.skip("the site has adversaries of one family only")
    return next(name for name in models("adversarial") if name.startswith("mnist")), kinds["growing"]


MASK = "[...nca.page.active.engine.controls.adversaries]"


def test_adversaries_that_are_drawn_while_another_model_comes_stay_with_the_old_one(read, liars):
    digits, lizard = liars
    reader = read(f"#/adversaries?model={digits}&share=60", f"adversarial/{lizard}")
    reader.steps(5)
    reader.choose(models("adversarial")[lizard]["title"])
    reader.until("document.querySelector('.stage.loading')")
    for key in ("o", "n"):
        reader.page.keyboard.press(key)
    reader.page.mouse.click(*reader.point(0.02, 0.02))
    reader.until(f"{MASK}[0] === 1 && {MASK}.filter(Boolean).length > 20")
    let_go(reader)
    assert reader.page.evaluate("() => nca.page.active.model.name") == lizard
    assert reader.page.evaluate(f"() => {MASK}") == [0] * 88**2
    assert not reader.complaints()


def test_adversaries_stay_where_another_model_does_not_come(open_page, liars):
    digits, lizard = liars
    script = REFUSE.replace("NAME", f"adversarial/{lizard}")
    reader = Reader(open_page(f"#/adversaries?model={digits}&paused=1", script=script, **DESKTOP))
    reader.until("globalThis.nca?.page?.active?.engine")
    for count in (1, 2):
        reader.page.mouse.click(*reader.point(count / 4, 0.5))
        assert sum(reader.page.evaluate(f"() => {MASK}")) == count
        reader.page.get_by_label(models("adversarial")[lizard]["title"], exact=True).first.click(force=True)
        reader.until(f"document.querySelectorAll('#toasts [role=alert]').length === {count}")
        assert sum(reader.page.evaluate(f"() => {MASK}")) == count


def test_a_step_of_the_story_waits_for_its_model(read, liars):
    digits, lizard = liars
    reader = read(f"#/adversaries?model={lizard}", f"adversarial/{digits}")
    reader.steps(1)
    reader.choose(models("adversarial")[digits]["title"])
    reader.until("document.querySelector('.stage.loading')")
    reader.page.locator(".rung", has_text="Plant a few").click()
    let_go(reader)
    reader.until(f"nca.page.active.model.name === '{digits}' && {MASK}.some(Boolean)")


@pytest.mark.parametrize("path", ["#/growing?model=lizard-growing&paused=1&engine=tfjs", "#/digits?paused=1"])
def test_a_page_that_was_left_starts_nothing(read, path):
    """Neither an engine, which would keep its graphics context, nor a message about a page that is gone."""
    held = "lizard-growing" if "growing" in path else "mnist/mnist"
    if held.split("/")[-1] not in models("growing") | models("mnist"):
        pytest.skip(f"the site has no {held}")
    reader = read(path, held)
    reader.until("document.querySelector('.bench .stage.loading')")
    reader.page.evaluate(
        "() => { globalThis.left = nca.page.bench; left.dish = left.dishes[0]; location.hash = '#/'; }"
    )
    reader.until("document.querySelector('.home')")
    let_go(reader)
    assert reader.page.evaluate("() => [left.dish.engine, left.player.playing]") == [None, False]
    assert reader.messages() == ""


def test_a_picture_that_comes_after_the_pause_stands_still(read):
    models("growing")
    models("mnist")
    reader = read("", "mnist/mnist")
    reader.press("Pause")
    let_go(reader)
    reader.until("nca.page.pictures.players.filter((player) => player.stepCount > 0).length > 2")
    assert not reader.page.evaluate("() => nca.page.pictures.playing")


def test_a_dish_shows_its_plate_and_the_model_until_the_first_step(read):
    if "lizard-growing" not in models("growing"):
        pytest.skip("the site has no lizard-growing")
    reader = read("#/growing?model=lizard-growing&paused=1", "lizard-growing")
    reader.until("document.querySelector('.bench .stage.loading .stage-poster')")
    shown = reader.page.evaluate(
        """() => {
          const colour = (one) => getComputedStyle(one).backgroundColor;
          const stage = document.querySelector('.bench .stage');
          const cells = getComputedStyle(stage.querySelector('.stage-cells')).visibility;
          return [cells, colour(stage), document.querySelector('.stage-poster').src.includes('thumbnail')];
        }"""
    )
    assert shown == ["hidden", "rgb(255, 255, 255)", True]
    reader.page.evaluate("() => release()")
    reader.until("document.querySelector('.bench .stage.has-cells')")
    assert reader.page.locator(".stage-poster").count() == 0


@pytest.mark.parametrize("path", ["", "#/growing", "#/digits"])
def test_a_visit_takes_few_requests(open_page, path):
    """Each page loads its own code, in as few files as it can be."""
    models("growing")
    models("mnist")
    reader = Reader(open_page(path, **DESKTOP))
    reader.until("performance.getEntriesByName('first cells').length")
    files = reader.page.evaluate("() => performance.getEntriesByType('resource').map(({name}) => name)")
    scripts = [file.split("/")[-1] for file in (name.split("?")[0] for name in files) if file.endswith(".js")]
    assert len(scripts) == len(set(scripts)), "none comes twice"
    page = path.removeprefix("#/") or "home"
    own = {"preload.js", "start.js", f"pages-{page}.js"}
    # The home page's pictures bring the code of their pages and engines.
    others = {name for name in scripts if page == "home" and name.startswith(("pages-", "engines-"))}
    assert own <= set(scripts) <= own | others
    assert len(files) < (32 if path else 44)


def test_on_the_home_page_the_first_picture_comes_before_all_others(open_page):
    """What the cards below it need waits until its weights are here."""
    models("growing")
    reader = Reader(open_page("", **DESKTOP))
    reader.until("document.querySelectorAll('.card canvas').length > 1")
    weights, *others = reader.page.evaluate("""() => {
      const of = (part) => performance.getEntriesByType("resource").filter(({ name }) => name.includes(part));
      const weights = of("growing/lizard-regenerating/weights.bin")[0].responseEnd;
      return [weights, ...["mnist/", "perturbation/", "pages-perturbation"].flatMap(of).map((one) => one.startTime)];
    }""")
    assert others and weights <= min(others)


def test_controls_that_are_used_before_the_model_comes_wait_for_it(read, liars):
    lizard = next(iter(models("perturbation")))
    reader = read("#/adversaries?paused=1", f"adversarial/{liars[0]}")
    reader.page.get_by_label("Share of the cells").fill("30")
    let_go(reader)
    reader.until("nca.page.active.engine && document.querySelector('.sample')")
    assert reader.page.get_by_label("Share of the cells").input_value() == "30"
    reader = read("#/perturbation?paused=1&grid=72", f"perturbation/{lizard}")
    reader.press("All to 0")
    reader.page.locator(".rung", has_text="Off with its tail").click()
    let_go(reader)
    reader.until("nca.page.active.engine?.controls.strengths[0] === 1")
    assert not reader.complaints()
