"""Chromium, a server for the page, and a watch over what the page does.

A test that uses `page` fails when the page writes an error or a warning to the console, throws, or asks for anything
outside of its own folder.
"""

from pathlib import Path

import chromium
import pytest
from reader import SCREENS, Reader
from windows import Windows

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def files(tmp_path_factory) -> Path:
    """A folder that the page can read as `test-files/`."""
    return tmp_path_factory.mktemp("test-files")


@pytest.fixture(scope="session")
def site(files) -> str:
    """The address of the site, with a slash at its end."""
    with chromium.serve(files) as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    """One headless Chromium for all tests."""
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
    if chromium.executable() is None:
        pytest.skip("no Chromium found: install it with `apt-get install chromium` (make test does)")
    with chromium.launch() as browser:
        yield browser


@pytest.fixture(scope="session")
def windows(browser, site):
    """Pages that are used again."""
    return Windows(browser, site)


@pytest.fixture
def open_page(windows, request):
    """A function that opens a page of the site: `page = open_page(path="", viewport=DESKTOP, **context_options)`.

    A `script` runs before those of the page: it can take away what browsers usually have.
    """
    opened, failed = [], request.session.testsfailed

    def open_one(path: str = "", viewport=DESKTOP, script: str = "", **options):
        page = windows.open(path, viewport, script, options)
        opened.append(page)
        return page

    yield open_one
    problems = [problem for page in opened for problem in page.watch.unexpected()]
    for page in opened:
        windows.give_back(page, usable=request.session.testsfailed == failed and not problems)
    assert not problems, "\n".join(problems)


@pytest.fixture
def page(open_page):
    """The home page in a desktop window."""
    return open_page()


@pytest.fixture
def blank(open_page):
    """An empty page of the site, under the site's Content-Security-Policy, for modules to be loaded into."""
    return open_page("blank.html")


@pytest.fixture
def read_site(open_page, site):
    """A function that opens the Manifold page with other models: read_site(folder, screen, "&more=of&the=address")."""

    def open_reader(folder, screen="desktop", more=""):
        reader = Reader(open_page("blank.html", **SCREENS[screen]))

        def answer(route):
            route.fulfill(path=folder / route.request.url.split("?")[0].partition("/models/")[2])

        reader.page.route("**/models/**", answer)
        reader.page.goto(f"{site}#/manifold?speed=1{more}")
        reader.until("document.querySelector('.code-map')")
        return reader

    return open_reader
