"""Headless Chromium and a server of the page, for the tests and for the command that times the engines."""

import contextlib
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from export.browser import NAMES
from export.serve import MIME_TYPES, SITE, security_headers

FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-gpu-compositing",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# The site is served from a folder within a folder: nothing in it may rely on standing at the root of a host.
SITE_PATH = "/some/where/"
FILES_PATH = "/some/where/test-files/"
BLANK = b"<!doctype html><title>engines</title><link rel=icon href=data:,>"


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site under SITE_PATH, the test's own files under FILES_PATH, and blank.html for engine tests."""

    extensions_map = MIME_TYPES
    protocol_version = "HTTP/1.1"  # one connection for many files

    def __init__(self, *args, files: Path, headers_to_add: dict[str, str], **kwargs) -> None:
        self.files, self.headers_to_add = files, headers_to_add
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
        for name, value in self.headers_to_add.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *arguments) -> None:
        """Quiet."""


@contextlib.contextmanager
def serve(files: Path) -> Iterator[str]:
    """Serve the site with its own headers, and `files` in it as `test-files/`; yields the site's address."""
    headers = security_headers((SITE / "index.html").read_text(encoding="utf-8"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, files=files, headers_to_add=headers))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{SITE_PATH}"
    finally:
        server.shutdown()
        server.server_close()


def executable() -> str | None:
    """Chromium's path, None if it is not installed."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextlib.contextmanager
def launch() -> Iterator:
    """Start Chromium, drawing in software as on a machine without a graphics card; yields Playwright's browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=FLAGS, headless=False)
        yield browser
        browser.close()
