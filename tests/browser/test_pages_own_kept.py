"""The reader's own models that the browser keeps: by what names, with what pictures, and until when."""

import base64
import io
import time

import numpy as np
from PIL import Image
from reader import DESKTOP, Reader, target_of, trained

KEPT = "import('./js/own_store.js').then(({ownModels}) => ownModels()).then((all) => all.length)"


def test_models_are_kept_apart_by_their_names_in_any_script(blank):
    names = ["蜥蜴", "壁虎", "हिन्दी", "🦎", "Ящерица, a+b", "x" * 60, "🦎" * 60]
    kept = blank.evaluate(
        """async (names) => {
          const {Catalog} = await import("./js/catalog.js");
          const catalog = new Catalog([]);
          for (const name of names) catalog.add({family: "growing", name, meta: {family: "growing"}}, []);
          return catalog.entries.map(({name}) => name);
        }""",
        names,
    )
    wanted = ["蜥蜴", "壁虎", "हिन्दी", "🦎", "ящерица-a-b", "x" * 40, "🦎" * 40]
    assert kept == [f"own-{name}" for name in wanted]


def test_a_forgotten_model_that_still_runs_is_not_kept_again(open_page):
    reader = Reader(open_page("#/growing?speed=1/60&grid=48", **DESKTOP))
    reader.steps(1)
    reader.bring(trained("growing", "lizard-regenerating"))
    reader.until("nca.page.current.own && nca.page.running.get(nca.page.active) === nca.page.current")
    reader.press("Add a dish")
    reader.until("nca.page.bench.dishes[1]?.engine && nca.page.active === nca.page.bench.dishes[1]")
    reader.press("Forget this model")
    reader.until(f"!nca.page.current.own && {KEPT}.then((count) => count === 0)")
    reader.page.evaluate("() => { const [dish] = nca.page.bench.dishes; dish.engine.steps(250); dish.touch(); }")
    reader.until("!nca.page.bench.dishes[0].stale && !nca.page.bench.player.busy")
    time.sleep(0.5)
    assert reader.page.evaluate(f"() => {KEPT}") == 0


def test_the_picture_of_an_own_model_is_of_its_cells_whatever_is_shown(open_page):
    reader = Reader(open_page("#/growing?speed=max&grid=48&view=channels", color_scheme="dark", **DESKTOP))
    reader.steps(1)
    reader.bring(trained("growing", "lizard-regenerating"))
    picture = "nca.page.entries.find(({own, thumbnail}) => own && thumbnail)?.thumbnail"
    with Image.open(io.BytesIO(base64.b64decode(reader.until(picture).partition(",")[2]))) as image:
        pixels = np.asarray(image.convert("RGBA"), float)
    assert 30 < pixels.shape[0] == pixels.shape[1] <= 48 and pixels[0, 0, 3] == 0
    target, _ = target_of("lizard-regenerating")
    colours = [one[one[..., 3] > one.max() / 2][:, :3].mean(axis=0) for one in (pixels / 255, target)]
    np.testing.assert_allclose(*colours, atol=0.1)


def test_there_is_no_picture_of_an_own_model_that_died(open_page):
    reader = Reader(open_page("#/growing?grid=48", **DESKTOP))
    reader.steps(1)
    reader.press("Pause")
    reader.bring(trained("growing", "lizard-regenerating"))
    reader.until("nca.page.current.own && nca.page.running.get(nca.page.active) === nca.page.current")
    reader.page.evaluate("() => { const {engine} = nca.page.active; engine.reset(); engine.stepCount = 300; }")
    reader.press("Play")
    reader.steps(305)
    assert not reader.page.evaluate("() => nca.page.current.thumbnail")
