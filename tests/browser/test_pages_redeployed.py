"""A site whose models or code were replaced: what a browser kept of the old must not be mixed with the new."""

import hashlib
import re
import urllib.parse

import pytest
from reader import DESKTOP, SITE_MODELS, Reader, models


@pytest.mark.parametrize("path", ["", "#/growing?engine=tfjs&grid=48", "#/digits?engine=tfjs"])
def test_all_files_are_asked_for_by_what_they_hold(open_page, site, path):
    models("growing")
    models("mnist")
    reader = Reader(open_page("blank.html", **DESKTOP))
    asked = []
    reader.page.on("request", lambda request: asked.append(request.url))
    reader.page.goto(site + path)
    reader.until("globalThis.nca && document.querySelector('.stage')")
    if path:
        reader.steps(1)
        assert reader.page.evaluate("() => nca.page.bench.dishes[0].engine.id") == "tfjs"
    else:
        reader.until("nca.page.pictures.players.filter((player) => player.stepCount > 0).length > 2")
    checked = set()
    for url in asked:
        address = urllib.parse.urlsplit(url.removeprefix(f"{site}models/"))
        if not url.startswith(f"{site}models/") or address.path == "index.json":
            continue
        file = SITE_MODELS / address.path
        # A thumbnail comes before the model's own meta.json, so it is named after that.
        named = file.with_name("meta.json") if file.name == "thumbnail.png" else file
        assert address.query == f"v={hashlib.sha256(named.read_bytes()).hexdigest()[:16]}", url
        checked.add(file.name)
    code = [urllib.parse.urlsplit(url.removeprefix(site)) for url in asked]
    code = [address for address in code if address.path.startswith(("bundles/", "css/", "style.css"))]
    assert len(code) >= 7 and all(re.fullmatch(r"v=\w{16}", address.query) for address in code)
    wanted = {"meta.json", "weights.bin"} | ({"model.json"} if path else set())
    assert wanted <= checked
