"""A model or a page that never comes."""

import time

import pytest
from reader import DESKTOP, REFUSE, Reader, models, trained


@pytest.mark.parametrize(
    ("path", "refused", "choice", "before"),
    [
        ("#/growing?model=lizard-regenerating", "lizard-growing", "Growing", "Regenerating"),
        ("#/digits", "fashion_mnist", "fashion_mnist", "MNIST"),
    ],
)
def test_a_model_that_does_not_come_leaves_the_choice_where_it_was(open_page, path, refused, choice, before):
    shipped = {**models("growing"), **models("mnist")}
    if refused not in shipped:
        pytest.skip(f"the site has no {refused}")
    reader = Reader(open_page(path, script=REFUSE.replace("NAME", refused), **DESKTOP))
    reader.steps(1)
    running = "() => nca.page.bench.dishes[0].model.name"
    first = reader.page.evaluate(running)
    title = shipped[refused]["title"] if choice == refused else choice
    reader.page.get_by_label(title, exact=True).first.click(force=True)
    reader.until("document.querySelector('#toasts [role=alert]')")
    assert reader.page.get_by_label(before, exact=True).is_checked()
    assert reader.page.evaluate(running) == first
    assert refused not in reader.page.url


def test_a_step_of_the_story_whose_model_does_not_come_changes_nothing(open_page):
    if not {"lizard-growing", "lizard-regenerating"} <= set(models("growing")):
        pytest.skip("the site has the lizard in fewer trainings")
    script = REFUSE.replace("NAME", "lizard-growing")
    reader = Reader(open_page("#/growing?speed=1/60&model=lizard-regenerating", script=script, **DESKTOP))
    reader.steps(1)
    reader.press("Pause")
    reader.page.locator(".rung", has_text="Decay").click()
    reader.until("document.querySelector('#toasts [role=alert]')")
    reader.until("!document.querySelector('.rung[aria-pressed=true]')")
    assert not reader.page.locator(".story-look").inner_text()
    assert not reader.page.evaluate("() => nca.page.bench.player.playing")
    reader.press("Play")
    reader.more_steps(1)
    assert reader.page.evaluate("() => nca.page.bench.player.speed") == 1 / 60 and reader.step_count() > 1


def test_an_own_model_that_does_not_run_is_not_said_to_and_can_be_forgotten(open_page):
    """Digits of the reader's own get their samples from the site, which does not give them."""
    if "fashion_mnist" not in models("mnist"):
        pytest.skip("the site has no Fashion-MNIST classifier")
    reader = Reader(open_page("#/digits?model=fashion_mnist", script=REFUSE.replace("NAME", "mnist/mnist"), **DESKTOP))
    reader.steps(1)
    reader.bring(trained("mnist", "mnist"))
    reader.until("document.querySelector('#toasts [role=alert]')")
    title = reader.page.evaluate("() => nca.page.entries.find(({own}) => own).title")
    assert "is running" not in reader.messages()
    reader.press(f"Forget {title}")
    reader.until("!nca.page.entries.some(({own}) => own)")
    assert reader.page.get_by_role("button", name="Forget").count() == 0


def test_who_has_no_network_is_told_to_look_after_it(open_page):
    if not {"lizard-growing", "lizard-regenerating"} <= set(models("growing")):
        pytest.skip("the site has the lizard in fewer trainings")
    reader = Reader(open_page("#/growing?model=lizard-regenerating", **DESKTOP))
    reader.steps(1)
    reader.page.watch.allowed = ("Failed to load resource",)
    reader.page.route("**/lizard-growing/**", lambda route: route.abort())
    reader.page.get_by_label("Growing", exact=True).first.click(force=True)
    reader.until("document.querySelector('#toasts [role=alert]')?.textContent.includes('check the connection')")
    assert "export" not in reader.page.locator("#toasts").text_content()


def test_a_model_that_is_dropped_on_an_empty_site_runs(open_page):
    reader = Reader(open_page("blank.html", **DESKTOP))
    reader.page.route("**/models/index.json", lambda route: route.fulfill(json={"models": []}))
    reader.page.goto(reader.page.url.replace("blank.html", "#/growing"))
    reader.page.get_by_text("drop a model of your own here").wait_for()
    reader.bring(trained("growing", "lizard-regenerating"))
    reader.until("globalThis.nca?.page?.current?.own && nca.page.active.engine")


def test_a_page_that_does_not_come_takes_the_place_of_the_one_before_but_not_of_a_later_one(open_page):
    models("growing")
    models("mnist")
    reader = Reader(open_page("#/growing?speed=1/60&grid=48", **DESKTOP))
    reader.steps(1)
    reader.page.watch.allowed = ("Failed to load resource",)
    held = []
    reader.page.route("**/bundles/pages-digits.js*", lambda route: held.append(route))
    go = "(hash) => { globalThis.left = nca.page; location.hash = hash; }"
    reader.page.evaluate(go, "#/digits")
    reader.wait_for(lambda: held)
    reader.page.evaluate(go, "#/growing?speed=1/60&grid=72")
    reader.until("nca.page !== left && nca.page.bench.player.stepCount > 0")
    held[0].abort()
    time.sleep(0.5)
    assert reader.page.locator("h1").inner_text() == "Growing" and not reader.complaints()
    reader.page.route("**/bundles/pages-perturbation.js*", lambda route: route.abort())
    reader.page.evaluate(go, "#/perturbation")
    reader.until("/could not start/.test(document.querySelector('h1').innerText)")
    assert reader.page.evaluate("() => left.bench.player.stopped")
    assert "Check the connection" in reader.page.locator("main").inner_text()


def test_a_first_model_that_does_not_come_can_be_asked_for_again(open_page):
    if "lizard-growing" not in models("growing"):
        pytest.skip("the site has no lizard-growing")
    until_then = REFUSE.replace("NAME", "lizard-growing").replace(" ? ", " && !globalThis.isBack ? ")
    reader = Reader(open_page("#/growing?model=lizard-growing", script=until_then, **DESKTOP))
    notice = reader.page.locator(".dish-notice", has_text="could not be loaded")
    notice.wait_for()
    reader.page.evaluate("() => { globalThis.isBack = true; }")
    notice.get_by_role("button", name="Try again").click()
    reader.steps(1)
    assert not notice.is_visible()
    assert reader.page.evaluate("() => nca.page.active.model.name") == "lizard-growing"


def test_a_picture_that_does_not_come_is_named(open_page):
    models("ncam")
    reader = Reader(open_page("blank.html", **DESKTOP))
    reader.page.watch.allowed = ("Failed to load resource",)
    reader.page.route("**/models/ncam/*/pictures.webp*", lambda route: route.abort())
    reader.page.goto(reader.page.url.replace("blank.html", "#/manifold"))
    details = reader.page.locator("#toasts details", has_text="pictures.webp could not be loaded")
    details.wait_for(state="attached")
    assert "reload the page" in details.text_content()


@pytest.mark.parametrize(
    ("part", "buttons", "doing"),
    [
        ("player-own_target", ["Grow your own picture"], "Opening the drawing"),
        ("player-recorder", ["Save and share", "Record animation"], "Recording"),
    ],
)
def test_a_part_that_is_loaded_on_demand_and_does_not_come_is_told(open_page, part, buttons, doing):
    models("growing")
    reader = Reader(open_page("#/growing?paused=1", **DESKTOP))
    reader.until("globalThis.nca?.page?.bench?.dishes[0]?.engine")
    reader.page.watch.allowed = ("Failed to load resource",)
    reader.page.route(f"**/bundles/{part}*", lambda route: route.abort())
    for name in buttons:
        reader.page.get_by_text(name).locator("visible=true").or_(reader.page.get_by_label(name)).first.click()
    reader.until("document.querySelector('#toasts [role=alert]')")
    (complaint,) = reader.complaints()
    assert complaint.startswith(f"{doing} did not work: check the connection and reload the page.")
