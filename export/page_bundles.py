"""Bundles the page's modules, so that a visit takes a few requests instead of eighty: `python -m export.page_bundles`.

Reads `web_demo/js`, writes `web_demo/bundles`: `start.js` with what every page needs, and one file for each module that
is imported on demand, with all that it needs besides. Comments at the beginning of a line and indentation are left out.
The modules themselves stay what tests and readers use; whoever serves the folder builds nothing.

Browsers keep files for a while. So `index.html` asks for bundles and style sheets by digests of what they hold, which
are written into it: files of two versions never meet. A bundle asks for another one by the digest that it came by.
"""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from export.command_line import Parser, readable_size, run, size_of
from nca_tf.files.whole_files import write_whole

SITE = Path(__file__).resolve().parents[1] / "web_demo"
ENTRY, START, PRELOAD = "app.js", "start.js", "preload.js"
NEEDED_AT_ONCE = {
    "pages/growing.js": ("engines/live_growing.js",),
    "pages/digits.js": ("engines/live_digits.js",),
    "pages/adversaries.js": ("engines/live_adversarial_digits.js", "engines/live_adversarial_growing.js"),
    "pages/perturbation.js": ("engines/live_perturbation.js",),
    "pages/manifold.js": ("engines/firing_manifold.js",),
    "pages/home.js": ("engines/live_growing.js", "engines/live_digits.js", "pages/growing.js", "pages/digits.js"),
}
"""What a module imports on demand and always does: it goes into the same file."""
COMMENT = re.compile(r"^\s*(?:/\*\*.*?\*/|//[^\n]*)\s*?$", re.S | re.M)
STATIC = re.compile(r'^(import|export)\s+(?:\{([^}]*)\}\s+from\s+)?"(\.[^"]+)";$', re.M)
DYNAMIC = re.compile(r'(?<![\w.{])import\("(\.[^"]+)"\)')
EXPORTED = re.compile(r"^export ((?:async )?function|const|class) (\w+)", re.M)
ASKED_FOR = re.compile(r'(?<=")(bundles/|css/)?([\w-]+\.(?:js|css))(?:\?v=\w+)?(?=")')
"""A bundle or a style sheet in index.html."""
PRELOADING = """{
const { search } = new URL(document.currentScript.src);
const asked = location.hash.replace(/^#\\/?/, "").split("?")[0];
const page = PAGES.includes(asked) ? asked : "home";
const link = document.createElement("link");
document.head.append(Object.assign(link, { rel: "modulepreload", href: "bundles/pages-" + page + ".js" + search }));
globalThis.ncaIndex = fetch("models/index.json", { cache: "no-cache" });
}
"""
"""A script that lets the page's own bundle and the list of models come beside the first bundle."""
HEAD = """const modules = globalThis.ncaModules ??= {};
const at = (path) => new URL("../js/" + path, import.meta.url).href;
const load = async (path) => {
const { search } = new URL(import.meta.url);
if (!modules[path]) await import(new URL(path.replaceAll("/", "-") + search, import.meta.url));
return modules[path];
};
"""


def bundles(source: Path) -> dict[str, str]:
    """Returns the text of each bundle by its name.

    Args:
      source: the folder of the modules, whose imports are relative.
    """
    code = {
        path.relative_to(source).as_posix(): COMMENT.sub("", path.read_text(encoding="utf-8"))
        for path in sorted(source.rglob("*.js"))
    }
    targets = {_resolved(name, path) for name, text in code.items() for path in DYNAMIC.findall(text)}
    on_demand = sorted(targets & set(code))
    first = _needed(ENTRY, code)
    pages = sorted(name[len("pages/") : -len(".js")] for name in on_demand if name.startswith("pages/"))
    written = {START: _joined(first, code), PRELOAD: PRELOADING.replace("PAGES", str(pages))}
    for name in on_demand:
        needed: list[str] = []
        for module in (*NEEDED_AT_ONCE.get(name, ()), name):
            needed += [other for other in _needed(module, code) if other not in needed]
        written[name.replace("/", "-")] = _joined([other for other in needed if other not in first], code)
    return written


def index(site: Path, written: dict[str, str]) -> str:
    """Returns the text of index.html with the digests of what it asks for.

    Args:
      site: its folder, with its style sheets.
      written: the bundles, from `bundles`; one digest stands for all of them.
    """
    together = _digest(repr(sorted(written.items())))

    def by_digest(match: re.Match) -> str:
        folder, name = match.groups("")
        digest = together if folder == "bundles/" else _digest((site / folder / name).read_text(encoding="utf-8"))
        return f"{folder}{name}?v={digest}"

    return ASKED_FOR.sub(by_digest, (site / "index.html").read_text(encoding="utf-8"))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _resolved(name: str, path: str) -> str:
    """The module that `path` means in the module `name`; outside of the folder it begins with "../"."""
    parts = name.split("/")[:-1]
    for part in path.split("/"):
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _needed(name: str, code: dict[str, str], seen: tuple[str, ...] = ()) -> list[str]:
    """A module after all that it imports, each once."""
    if name in seen:
        raise RuntimeError(f"{name} imports itself by way of {', '.join(seen)}; a bundle runs modules one by one")
    order: list[str] = []
    for _, _, path in STATIC.findall(code[name]):
        for other in _needed(_resolved(name, path), code, (*seen, name)):
            if other not in order:
                order.append(other)
    return [*order, name]


def _joined(names: Sequence[str], code: dict[str, str]) -> str:
    return HEAD + "".join(_wrapped(name, code[name]) for name in names)


def _wrapped(name: str, text: str) -> str:
    """A module as a function that runs once and returns what it exports."""
    given: list[str] = []

    def imported(match: re.Match) -> str:
        kind, names, path = match.groups()
        module = f'modules["{_resolved(name, path)}"]'
        if kind == "export":
            given.extend(f"{one.strip()}: {module}.{one.strip()}" for one in names.split(","))
            return ""
        bound = re.sub(r"\s+", " ", (names or "").replace(" as ", ": ")).strip(" ,")
        return f"const {{ {bound} }} = {module};" if bound else ""

    def on_demand(match: re.Match) -> str:
        target = _resolved(name, match.group(1))
        return f'import(at("{target}"))' if target.startswith("..") else f'load("{target}")'

    text = DYNAMIC.sub(on_demand, STATIC.sub(imported, text)).replace("import.meta.url", f'at("{name}")')
    given += [exported for _, exported in EXPORTED.findall(text)]
    text = EXPORTED.sub(r"\1 \2", text)
    if re.search(r"^(?:import|export)\b", text, re.M):
        raise RuntimeError(f"{name} imports or exports in a way that the bundler does not know")
    awaits = "async " if re.search(r"^(?:const .* = )?await ", text, re.M) else ""
    if awaits:
        raise RuntimeError(f"{name} waits at its top level, which a bundled module may not")
    lines = "\n".join(line.strip() for line in text.splitlines() if line.strip())
    return f'modules["{name}"] ??= (() => {{\n{lines}\nreturn {{ {", ".join(given)} }};\n}})();\n'


def main(argv: Sequence[str] | None = None) -> None:
    """Writes web_demo/bundles, and their digests into web_demo/index.html."""
    Parser(prog="python -m export.page_bundles", description="Bundles the page's modules.").parse_args(argv)
    folder = SITE / "bundles"
    folder.mkdir(exist_ok=True)
    written = bundles(SITE / "js")
    for stale in {path.name for path in folder.iterdir()} - set(written):
        (folder / stale).unlink()
    for name, text in written.items():
        write_whole(folder / name, text.encode())
    write_whole(SITE / "index.html", index(SITE, written).encode())
    print(f"wrote {folder}: {len(written)} files, {readable_size(size_of(folder))}")


if __name__ == "__main__":
    run(main)
