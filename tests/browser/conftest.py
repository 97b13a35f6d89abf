"""Chromium, a server for the page, and a watch over what the page does.

A test that uses `page` fails when the page writes an error or a warning to the console, throws, or asks for anything
outside of its own folder.
"""

from functools import partial
from pathlib import Path

import chromium
import pytest

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


class Watch:
    """What went wrong on a page. A test that provokes an error on purpose says so with `allowed`."""

    def __init__(self, page, site: str) -> None:
        self.problems: list[str] = []
        self.allowed: tuple[str, ...] = ()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.problems.append(f"uncaught: {error}"))
        page.on("request", partial(self._request, site))

    def _console(self, message) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(f"{message.type}: {message.text}")

    def _request(self, site: str, request) -> None:
        if not request.url.startswith((site, "data:", "blob:")):
            self.problems.append(f"request outside of the site: {request.url}")

    def unexpected(self) -> list[str]:
        return [problem for problem in self.problems if not any(text in problem for text in self.allowed)]


@pytest.fixture
def open_page(browser, site):
    """A function that opens a page of the site: `page = open_page(path="", viewport=DESKTOP, **context_options)`.

    A `script` runs before those of the page: it can take away what browsers usually have.
    """
    opened = []

    def open_one(path: str = "", viewport=DESKTOP, script: str = "", **options):
        context = browser.new_context(viewport=viewport, **options)
        context.set_default_timeout(60_000)
        page = context.new_page()
        if script:
            page.add_init_script(script)
        page.watch = Watch(page, site)
        opened.append((context, page))
        page.goto(site + path)
        return page

    yield open_one
    problems = [problem for _, page in opened for problem in page.watch.unexpected()]
    for context, _ in opened:
        context.close()
    assert not problems, "\n".join(problems)


@pytest.fixture
def page(open_page):
    """The home page in a desktop window."""
    return open_page()


@pytest.fixture
def blank(open_page):
    """An empty page of the site, under the site's Content-Security-Policy, for modules to be loaded into."""
    return open_page("blank.html")
