"""Speed, saved pictures and films, links to settings, addresses, and how a page is first loaded."""

import io
import re
import struct
import subprocess
import sys
import time

import numpy as np
import pytest
from PIL import Image
from reader import DESKTOP, Reader, models


@pytest.fixture
def read(open_page):
    """A function that opens any page: read("#/growing", **window options)."""
    models("growing")

    def open_reader(path="", **options):
        return Reader(open_page(path, **{**DESKTOP, **options}))

    return open_reader


def test_pythons_own_server_is_enough(browser):
    from reader import SITE_MODELS

    models("growing")
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "-d", str(SITE_MODELS.parent)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            port = re.search(r"port (\d+)", server.stdout.readline())[1]
            page = browser.new_page()
            complaints = []
            page.on("console", lambda message: complaints.append(message.text))
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.goto(f"http://127.0.0.1:{port}/#/growing?grid=48")
            Reader(page).steps(10)
            assert complaints == []
            page.close()
        finally:
            server.terminate()


def test_one_step_reset_and_speed(read):
    reader = read("#/growing?paused=1")
    reader.until("globalThis.nca?.page?.bench.dishes[0]?.engine")
    for wanted in (1, 2, 3):
        reader.press("One step")
        reader.until(f"nca.page.bench.player.stepCount === {wanted}")
    reader.press("Start again")
    reader.until("nca.page.bench.player.stepCount === 0")
    assert (reader.state()[..., 3] > 0).sum() == 1
    for _ in range(6):
        reader.page.keyboard.press("-")
    assert "1/60×" in reader.page.locator(".transport .slider").inner_text()
    reader.press("Play")
    start = time.monotonic()
    reader.steps(3)
    assert time.monotonic() - start > 1.8  # the slowest speed is a step a second, later ones come as late as they like


def test_a_picture_a_video_and_an_animation_are_saved(read, tmp_path):
    reader = read("#/growing?speed=1")
    reader.steps(30)
    page = reader.page
    with page.expect_download() as saved:
        page.keyboard.press("p")
    saved.value.save_as(tmp_path / "cells.png")
    with Image.open(tmp_path / "cells.png") as image:
        assert image.width == image.height >= 900
    for item, start in (("Record animation", b"GIF89a"), ("Record video", b"\x1a\x45\xdf\xa3")):
        reader.press("Save and share")
        with page.expect_download(timeout=60_000) as saved:
            page.get_by_role("menuitem", name=item).click()
        saved.value.save_as(tmp_path / "recording")
        content = (tmp_path / "recording").read_bytes()
        assert content.startswith(start) and len(content) > 2000
        if start == b"GIF89a":
            with Image.open(io.BytesIO(content)) as gif:
                delays = []
                for frame in range(gif.n_frames):
                    gif.seek(frame)
                    gif.load()
                    delays.append(gif.info["duration"])
                assert gif.n_frames >= 2 and 2500 < sum(delays) < 9000
                assert struct.unpack("<HH", content[6:10]) == gif.size
        reader.until("!document.querySelector('.recording')")


def test_a_link_leads_back_to_the_same_settings(read, site):
    name = next(reversed(models("growing")))
    reader = read(f"#/growing?model={name}", permissions=["clipboard-read", "clipboard-write"])
    reader.steps(1)
    reader.page.get_by_role("slider", name="Rotation").fill("30")
    reader.page.get_by_role("slider", name="Speed").fill("4")
    reader.page.keyboard.press("l")
    reader.until("document.getElementById('toasts').innerText.includes('Link copied')")
    link = reader.page.evaluate("() => navigator.clipboard.readText()")
    assert link.startswith(site)
    other = read(link.removeprefix(site))
    other.steps(1)
    settings = """() => {
      const {dishes: [dish], player} = nca.page.bench;
      return [dish.model.name, player.speed, dish.engine.controls.angle];
    }"""
    assert other.page.evaluate(settings) == reader.page.evaluate(settings) == [name, 2, pytest.approx(np.pi / 6)]


def test_a_setting_changed_last_does_not_bring_the_old_page_back(read):
    reader = read("#/growing?speed=1")
    reader.steps(1)
    reader.page.get_by_role("slider", name="Rotation").evaluate(
        "(slider) => { slider.value = 30; slider.dispatchEvent(new Event('input')); location.hash = '#/'; }"
    )
    reader.until("document.querySelector('.home')")
    time.sleep(0.5)  # longer than a page waits before it writes its settings
    assert reader.page.evaluate("() => location.hash") == "#/"


def test_the_skip_link_leaves_the_address_alone(read):
    reader = read("#/growing?speed=1")
    reader.steps(1)
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Enter")
    assert reader.page.evaluate("() => document.activeElement.id") == "main"
    assert reader.page.evaluate("() => location.hash.split('?')[0]") == "#/growing"
    reader.page.reload()
    reader.steps(1)


def test_an_address_that_names_no_page_opens_home(read):
    reader = read("#main")  # what the skip link leads to without JavaScript
    reader.until("document.querySelector('.home')")


def test_opened_as_a_file_it_says_what_to_do(browser):
    from reader import SITE_MODELS

    page = browser.new_page()
    page.goto((SITE_MODELS.parent / "index.html").as_uri())
    Reader(page).until("Number(getComputedStyle(document.getElementById('startup-note')).opacity) === 1")
    note = page.locator("#startup-note")
    assert note.is_visible() and "python -m http.server" in note.inner_text()
    page.close()


def test_the_growing_page_is_light_and_quick(read):
    reader = read("#/growing")
    reader.steps(1)
    loaded = reader.page.evaluate(
        """() => {
          const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
          return {bytes: all.reduce((sum, one) => sum + one.transferSize, 0), names: all.map((one) => one.name)};
        }"""
    )
    assert loaded["bytes"] < 500_000
    assert not [name for name in loaded["names"] if "vendor" in name]  # TF.js comes only when an engine needs it


def test_an_engine_is_chosen_by_the_address_and_measured(read):
    reader = read("#/growing?speed=max&engine=live")
    reader.steps(50)
    assert reader.page.evaluate("() => nca.page.bench.dishes[0].engine.id") == "live"
    reader.page.locator("summary", has_text="Engine").click()
    reader.press("Pause")
    reader.until("!nca.page.bench.player.busy")
    before, count = reader.state(), reader.step_count()
    reader.press("Measure speed")
    reader.until("/ms a step/.test(document.querySelector('.panel-right').innerText)")
    np.testing.assert_array_equal(reader.state(), before)
    assert reader.step_count() == count
