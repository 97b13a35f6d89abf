"""Serves the web demo on this machine only: `python -m export.serve`.

`python -m http.server -d web_demo` is enough to look at the page. This server adds what a public host should send too:
the Content-Security-Policy (read from the page's own meta tag, so that it is written once), isolation headers that let
WebAssembly use threads, right MIME types, compressed text, revalidation instead of stale caches, and no directory
listings.
"""

import gzip
import socket
import sys
import webbrowser
from collections.abc import Sequence
from functools import lru_cache, partial
from html.parser import HTMLParser
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from export.command_line import Parser, run
from nca_tf.files.errors import InputError

SITE = Path(__file__).resolve().parents[1] / "web_demo"
FIRST_PORT = 8000
PORTS_TRIED = 20

MIME_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
    ".bin": "application/octet-stream",
    "": "application/octet-stream",
}
COMPRESSED = (".html", ".css", ".js", ".mjs", ".json", ".svg", ".txt", ".md")
"""Files that are sent as gzip to whoever takes it."""


class _PolicyFinder(HTMLParser):
    """Collects the content of `<meta http-equiv="Content-Security-Policy">`."""

    def __init__(self) -> None:
        super().__init__()
        self.policy = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "meta" and (values.get("http-equiv") or "").lower() == "content-security-policy":
            self.policy = " ".join((values.get("content") or "").split())


def security_headers(index_html: str) -> dict[str, str]:
    """Headers for every answer, given the text of the site's index.html.

    `frame-ancestors` is added to the page's policy, as browsers heed it in a header only.
    """
    finder = _PolicyFinder()
    finder.feed(index_html)
    policy = finder.policy.rstrip("; ") or "default-src 'none'"
    return {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-cache",
    }


class SiteHandler(SimpleHTTPRequestHandler):
    """Answers GET and HEAD for the files of one folder, with `headers_to_add` on every answer."""

    extensions_map = MIME_TYPES
    server_version = "nca_tf"
    protocol_version = "HTTP/1.1"  # one connection for many of the page's small files
    sys_version = ""

    def __init__(self, *args, headers_to_add: dict[str, str], **kwargs) -> None:
        self.headers_to_add = headers_to_add
        self.compressed: bytes | None = None
        super().__init__(*args, **kwargs)

    def send_header(self, keyword: str, value: str) -> None:
        if keyword == "Content-Length" and self.compressed is not None:
            super().send_header("Content-Encoding", "gzip")
            super().send_header("Vary", "Accept-Encoding")
            value = str(len(self.compressed))
        super().send_header(keyword, value)

    def end_headers(self) -> None:
        for name, value in self.headers_to_add.items():
            self.send_header(name, value)
        super().end_headers()

    def send_head(self) -> BinaryIO | None:
        """The file, or 404 for what is hidden or leads out of the folder by a link."""
        self.compressed = None
        wanted = Path(self.translate_path(self.path))
        if not self._is_ours(wanted):
            self.send_error(HTTPStatus.NOT_FOUND, "File not found")
            return None
        wanted = wanted / "index.html" if wanted.is_dir() else wanted
        if wanted.suffix in COMPRESSED and wanted.is_file() and "gzip" in self.headers.get("Accept-Encoding", ""):
            self.compressed = _gzip(wanted, wanted.stat().st_mtime_ns)
        file = super().send_head()
        if file is None or self.compressed is None:
            return file
        file.close()
        return BytesIO(self.compressed)

    def send_error(self, *args, **kwargs) -> None:
        self.compressed = None
        super().send_error(*args, **kwargs)

    def _is_ours(self, wanted: Path) -> bool:
        try:
            inside = wanted.resolve().is_relative_to(Path(self.directory).resolve())
        except ValueError:  # a path with a zero byte
            return False
        return inside and not any(part.startswith(".") for part in wanted.relative_to(self.directory).parts)

    def list_directory(self, path: str) -> None:
        self.send_error(HTTPStatus.NOT_FOUND, "File not found")

    def log_message(self, format: str, *args) -> None:
        """Only failures are worth a line."""

    def log_error(self, format: str, *args) -> None:
        # What is no HTTP, such as the beginning of https://, has no path.
        sys.stderr.write(f"{self.command} {getattr(self, 'path', '')}: {format % args}\n")


class SiteServer(ThreadingHTTPServer):
    """One thread a connection; says nothing of readers who leave before they have everything."""

    def handle_error(self, request: socket.socket, client_address: tuple) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@lru_cache(256)
def _gzip(path: Path, changed: int) -> bytes:
    """A file's content as gzip; `changed` is when it was written, in nanoseconds."""
    return gzip.compress(path.read_bytes(), mtime=0)


def make_server(directory: str | Path = SITE, port: int = 0) -> SiteServer:
    """A server for `directory`, bound to 127.0.0.1 and not yet started.

    Args:
      directory: folder with an index.html.
      port: 0 takes any free one (`server.server_port` tells which).
    Raises:
      InputError: no index.html there, or the port cannot be had.
    """
    directory = Path(directory).resolve()
    index = directory / "index.html"
    if not index.is_file():
        raise InputError(
            f"{directory} has no index.html; the folder of a web page was expected; pass --directory web_demo"
        )
    headers = security_headers(index.read_text(encoding="utf-8"))
    handler = partial(SiteHandler, directory=str(directory), headers_to_add=headers)
    try:
        return SiteServer(("127.0.0.1", port), handler)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            f"port {port} could not be opened ({reason.lower()}); a free port from 1024 to 65535 was expected; "
            "pass another --port, or 0 for any"
        ) from error


def first_free_server(directory: str | Path, first_port: int = FIRST_PORT) -> SiteServer:
    """`make_server` on the first free port of a short range, or else on any free one."""
    for port in range(first_port, first_port + PORTS_TRIED):
        try:
            return make_server(directory, port)
        except InputError as error:
            if not isinstance(error.__cause__, OSError):
                raise
    return make_server(directory, 0)


def main(arguments: Sequence[str] | None = None) -> int:
    """Serves until Ctrl-C; returns the exit status."""
    parser = Parser(prog="python -m export.serve", description=__doc__.splitlines()[0])
    parser.add_argument("--directory", default=SITE, help="folder to serve (default: the repository's web_demo)")
    parser.add_argument("--port", type=int, help=f"port (default: the first free one from {FIRST_PORT}; 0: any)")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    options = parser.parse_args(arguments)
    directory = Path(options.directory)
    server = first_free_server(directory) if options.port is None else make_server(directory, options.port)
    url = f"http://127.0.0.1:{server.server_port}/"
    if not (directory / "models" / "index.json").is_file():
        print("note: the page has no models yet; `python -m export.site` writes them", file=sys.stderr)
    print(f"serving {directory} at {url} (Ctrl-C stops)", flush=True)
    if not options.no_browser:
        webbrowser.open(url)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
    finally:
        server.server_close()
    return 0


if __name__ == "__main__":
    run(main)
