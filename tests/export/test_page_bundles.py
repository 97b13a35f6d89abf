"""The bundles of the page: what lies in the repository is what the modules give, and modules keep their order."""

import re

import pytest

from export import page_bundles


def test_the_bundles_are_those_of_the_modules():
    """Written again with python -m export.page_bundles after a change of web_demo/js or of a style sheet."""
    folder = page_bundles.SITE / "bundles"
    written = page_bundles.bundles(page_bundles.SITE / "js")
    assert {path.name for path in folder.iterdir()} == set(written)
    stale = [name for name, text in written.items() if (folder / name).read_text(encoding="utf-8") != text]
    named = (page_bundles.SITE / "index.html").read_text(encoding="utf-8")
    assert not stale and page_bundles.index(page_bundles.SITE, written) == named, "run python -m export.page_bundles"


def test_files_are_asked_for_by_what_they_hold(tmp_path):
    def asked(**changed: str) -> list[str]:
        (tmp_path / "style.css").write_text(changed.get("style", "a {}"))
        (tmp_path / "css" / "dark.css").write_text(changed.get("dark", "b {}"))
        text = page_bundles.index(tmp_path, {"start.js": "1", "late.js": changed.get("late", "2")})
        (tmp_path / "index.html").write_text(text)
        return re.findall(r'"(\S+)\?v=(\w{16})"', text)

    (tmp_path / "css").mkdir()
    names = ["bundles/preload.js", "style.css", "css/dark.css", "bundles/start.js"]
    (tmp_path / "index.html").write_text(" ".join(f'src="{name}"' for name in names))
    first = asked()
    assert [name for name, _ in first] == names and first[0][1] == first[3][1]
    for change, changed in (("style", {1}), ("dark", {2}), ("late", {0, 3})):
        again = asked(**{change: "other"})
        assert {at for at in range(4) if again[at] != first[at]} == changed
    assert asked() == first


def test_modules_run_after_what_they_import_and_export_what_they_did(tmp_path):
    (tmp_path / "parts").mkdir()
    (tmp_path / "app.js").write_text(
        '/** Says. */\nimport { one as uno } from "./parts/one.js";\n  // quietly\n'
        'export const start = () => import("./late.js").then(({ two }) => two + uno);\n'
    )
    (tmp_path / "parts" / "one.js").write_text('export const one = 1;\nexport { three } from "../three.js";\n')
    (tmp_path / "three.js").write_text("export function three() {}\n")
    (tmp_path / "late.js").write_text('import { one } from "./parts/one.js";\nexport const two = one + 1;\n')
    written = page_bundles.bundles(tmp_path)
    assert set(written) == {"start.js", "preload.js", "late.js"}
    start = written["start.js"]
    order = [start.index(f'modules["{name}"] ??=') for name in ("three.js", "parts/one.js", "app.js")]
    assert order == sorted(order)
    assert 'const { one: uno } = modules["parts/one.js"];' in start
    assert 'return { three: modules["three.js"].three, one };' in start
    assert 'load("late.js")' in start and "Says" not in start and "quietly" not in start
    assert "three.js" not in written["late.js"], "what has come already does not come again"


def test_modules_that_import_each_other_are_refused(tmp_path):
    (tmp_path / "app.js").write_text('import { a } from "./other.js";\n')
    (tmp_path / "other.js").write_text('import { b } from "./app.js";\n')
    with pytest.raises(RuntimeError, match="imports itself"):
        page_bundles.bundles(tmp_path)
