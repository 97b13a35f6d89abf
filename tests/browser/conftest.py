"""Chromium, a server for the page, and a watch over what the page does.

A test that uses `page` fails when the page writes an error or a warning to the console, throws, or asks for anything
outside of its own folder.
"""

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from export.serve import MIME_TYPES, SITE, security_headers

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
# The site is served from a folder within a folder: nothing in it may rely on standing at the root of a host.
SITE_PATH = "/some/where/"
FILES_PATH = "/some/where/test-files/"
BLANK = b"<!doctype html><title>engines</title><link rel=icon href=data:,>"


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site under SITE_PATH, the test's own files under FILES_PATH, and blank.html for engine tests."""

    extensions_map = MIME_TYPES

    def __init__(self, *args, files: Path, **kwargs) -> None:
        self.files = files
        super().__init__(*args, directory=str(SITE), **kwargs)

    def do_GET(self) -> None:
        if self.path == SITE_PATH + "blank.html":
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(BLANK)))
            self.end_headers()
            self.wfile.write(BLANK)
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        path = path.split("?")[0].split("#")[0]
        for prefix, folder in ((FILES_PATH, self.files), (SITE_PATH, SITE)):
            if path.startswith(prefix):
                return super().translate_path(path[len(prefix) - 1 :]).replace(str(SITE), str(folder), 1)
        return str(self.files / "nothing-is-here")

    def end_headers(self) -> None:
        for name, value in security_headers((SITE / "index.html").read_text()).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *arguments) -> None:
        """Quiet."""


@pytest.fixture(scope="session")
def files(tmp_path_factory) -> Path:
    """A folder that the page can read as `test-files/`."""
    return tmp_path_factory.mktemp("test-files")


@pytest.fixture(scope="session")
def site(files) -> str:
    """The address of the site, with a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, files=files))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{SITE_PATH}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser():
    """One headless Chromium for all tests, drawing in software as on a machine without a graphics card."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
    executable = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if executable is None:
        pytest.skip("no Chromium found: install it with `apt-get install chromium` (make test does)")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, args=["--headless=new", *CHROMIUM_FLAGS], headless=False
        )
        yield browser
        browser.close()


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
    """A function that opens a page of the site: `page = open_page(path="", viewport=DESKTOP, **context_options)`."""
    opened = []

    def open_one(path: str = "", viewport=DESKTOP, **options):
        context = browser.new_context(viewport=viewport, **options)
        page = context.new_page()
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
