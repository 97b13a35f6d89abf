"""The bundles of the page: what lies in the repository is what the modules give, and modules keep their order."""

import pytest

from export import page_bundles


def test_the_bundles_are_those_of_the_modules():
    """Written again with python -m export.page_bundles after a change of web_demo/js."""
    folder = page_bundles.SITE / "bundles"
    written = page_bundles.bundles(page_bundles.SITE / "js")
    assert {path.name for path in folder.iterdir()} == set(written)
    stale = [name for name, text in written.items() if (folder / name).read_text(encoding="utf-8") != text]
    assert not stale, "run python -m export.page_bundles"


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
