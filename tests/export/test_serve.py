"""export.serve: only this machine, only the folder, the right headers."""

import gzip
import http.client
import os
import socket
import sys
import threading

import pytest
import warm_python

from export import serve
from nca_tf.files.errors import InputError

INDEX = """<!doctype html><meta http-equiv="Content-Security-Policy" content="
  default-src 'none'; script-src 'self'"><title>x</title>"""


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "site"
    (root / "js").mkdir(parents=True)
    (root / "index.html").write_text(INDEX)
    (root / "js" / "app.js").write_text("1;")
    (root / "engine.wasm").write_bytes(b"\0asm")
    (root / ".hidden").write_text("secret")
    (tmp_path / "outside.txt").write_text("secret")
    (root / "link.txt").symlink_to(tmp_path / "outside.txt")
    return root


@pytest.fixture
def ask(folder):
    """A function that sends one request: ask(path, method) -> (status, headers, body)."""
    server = serve.make_server(folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def send(path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, {name.title(): value for name, value in answer.getheaders()}, body

    yield send
    server.shutdown()
    server.server_close()


def test_text_is_compressed_for_those_who_take_it(ask, folder):
    (folder / "js" / "long.js").write_text("let a = 1;\n" * 500)
    whole, plain, body = ask("/js/long.js")
    assert whole == 200 and "Content-Encoding" not in plain and len(body) == 5500
    for path, text in (("/js/long.js", body), ("/", INDEX.encode())):
        status, headers, packed = ask(path, **{"Accept-Encoding": "br, gzip"})
        assert (status, headers["Content-Encoding"], headers["Vary"]) == (200, "gzip", "Accept-Encoding")
        assert int(headers["Content-Length"]) == len(packed) and gzip.decompress(packed) == text
    assert "Content-Encoding" not in ask("/engine.wasm", **{"Accept-Encoding": "gzip"})[1]
    status, headers, empty = ask("/js/long.js", "HEAD", **{"Accept-Encoding": "gzip"})
    assert status == 200 and int(headers["Content-Length"]) < 200 and not empty
    # What did not change since is not sent again; what did is compressed anew.
    since = {"Accept-Encoding": "gzip", "If-Modified-Since": plain["Last-Modified"]}
    assert ask("/js/long.js", **since)[0] == 304
    os.utime(folder / "js" / "long.js", (2e9, 2e9))
    (folder / "js" / "long.js").write_text("2;")
    assert gzip.decompress(ask("/js/long.js", **{"Accept-Encoding": "gzip"})[2]) == b"2;"


def test_headers_are_on_every_answer(ask):
    for path, status in (("/", 200), ("/js/app.js", 200), ("/missing", 404)):
        answer, headers, _ = ask(path)
        assert answer == status
        assert headers["Content-Security-Policy"] == "default-src 'none'; script-src 'self'; frame-ancestors 'none'"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert headers["Cross-Origin-Embedder-Policy"] == "require-corp"
        assert headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/js/app.js", "text/javascript; charset=utf-8"),
        ("/engine.wasm", "application/wasm"),
    ],
)
def test_types(ask, path, kind):
    assert ask(path)[1]["Content-Type"] == kind


@pytest.mark.parametrize(
    "path", ["/js/", "/.hidden", "/link.txt", "/../outside.txt", "/%2e%2e/outside.txt", "/js/..%2f.hidden", "/a%00b"]
)
def test_nothing_but_the_folders_own_visible_files(ask, path):
    status, _, body = ask(path)
    assert status == 404 and b"secret" not in body


def test_only_reading(ask):
    assert ask("/index.html", "POST")[0] == 501
    assert ask("/index.html", "HEAD")[2] == b""


def test_only_this_machine(folder):
    server = serve.make_server(folder)
    assert server.server_address[0] == "127.0.0.1"
    server.server_close()


def test_the_next_port_is_taken_where_the_first_is_busy(folder):
    first = serve.make_server(folder)
    second = serve.first_free_server(folder, first.server_port)
    assert second.server_port != first.server_port
    with pytest.raises(InputError, match=f"port {first.server_port} could not be opened"):
        serve.make_server(folder, first.server_port)
    first.server_close()
    second.server_close()


def test_bad_ports_are_refused(folder, capsys):
    with pytest.raises(InputError, match="port 70000 could not be opened"):
        serve.main(["--directory", str(folder), "--port", "70000", "--no-browser"])
    with pytest.raises(SystemExit) as stopped:
        serve.main(["--port", "x"])
    assert stopped.value.code == 2 and capsys.readouterr().err.startswith("error: argument --port: invalid int value")


def test_bad_input_is_one_line_and_status_2():
    command = [sys.executable, "-m", "export.serve", "--no-browser", "--directory", "/nonexistent"]
    done = warm_python.run(command, timeout=60)
    assert done.returncode == 2
    lines = [line for line in done.stderr.splitlines() if line.startswith("error: ")]
    assert len(lines) == 1 and "Traceback" not in done.stderr


def test_the_sites_own_policy_allows_only_itself():
    policy = serve.security_headers((serve.SITE / "index.html").read_text())["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'" and rules["frame-ancestors"] == "'none'"
    assert rules["style-src"] == "'self'" and rules["connect-src"] == "'self'"
    assert rules["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert "unsafe-inline" not in policy and "http" not in policy


def test_what_is_no_http_is_answered_all_the_same(folder, capsys):
    server = serve.make_server(folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with socket.create_connection(server.server_address, timeout=5) as connection:
        connection.sendall(b"\x16\x03\x01\x02\x00\x01 \x00\n")
        assert b"400" in connection.recv(1000)
    server.shutdown()
    server.server_close()
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(("error", "said"), [(BrokenPipeError(32, "Broken pipe"), ""), (KeyError("x"), "KeyError")])
def test_a_reader_who_leaves_early_is_no_error(folder, capsys, error, said):
    with serve.make_server(folder) as server:
        try:
            raise error
        except (OSError, KeyError):
            server.handle_error(None, ("127.0.0.1", 1))
    assert (said in capsys.readouterr().err) if said else not capsys.readouterr().err
