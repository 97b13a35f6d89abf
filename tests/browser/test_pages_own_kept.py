"""The reader's own models that the browser keeps: by what names, and until when."""

import time

from reader import DESKTOP, Reader, trained

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
