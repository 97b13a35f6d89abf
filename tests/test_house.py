"""How the house stands: which room may import which, that shared code names no family, how long a file may be."""

import ast
import graphlib
import re
import subprocess
from pathlib import Path

import pytest

from nca_tf.families import FAMILIES

ROOT = Path(__file__).resolve().parents[1]
TABLE = "nca_tf.families"
"""The module with the table of the families: shared code reaches them through it alone."""
MAY_IMPORT = {
    "nca_tf.files": {TABLE, "nca_tf.machine"},
    "nca_tf.data": {"nca_tf.files"},
    "nca_tf.pictures": {"nca_tf.files", "nca_tf.data"},
    "nca_tf.cells": {"nca_tf.files", TABLE},
    "nca_tf.machine": {"nca_tf"},
    "nca_tf.command": {"nca_tf.files"},
    "nca_tf.pool": {"nca_tf.files"},
    "nca_tf.wounds": set(),
    "nca_tf.metrics": set(),
    "nca_tf": {"nca_tf.files", "nca_tf.cells", TABLE, *(f"{TABLE}.{family}" for family in FAMILIES)},
}
"""Room of the library -> the rooms that it may import; those of a family and of what stands above are computed."""
FAMILY_MAY_IMPORT = {"nca_tf.files", "nca_tf.data", "nca_tf.pictures", "nca_tf.cells"}
ALL_FAMILIES = {f"{TABLE}.{family}" for family in FAMILIES}
"""A family may stand on another, as a matrix on its host; never each on the other, since no imports go in a circle."""
LIBRARY = {*MAY_IMPORT, TABLE}
KNOW_FAMILIES = (
    "nca_tf/__init__.py",
    "nca_tf/families/",
    "nca_tf/data/",
    "nca_tf/pictures/",
    "export/published/",
    "export/page_bundles.py",
)
"""Beside the folder of each family: the library's door; data sets, one of which is called like a family; what reads the
files of the original authors, which are of one family or another; and what bundles the page, whose files have names.
"""
ORIGINALS = "export.published"
"""What reads the original authors' files: some are in a format that only one family has."""
MOST_LINES = 300
LONGEST_LINE = 120


def modules(*packages: str) -> dict[str, Path]:
    """Every module below some folders: name -> path."""
    paths = [path for package in packages for path in (ROOT / package).rglob("*.py")]
    return {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in paths}


def imported(path: Path, known: dict[str, Path]):
    """The modules of ours that one imports when it runs, at its top or within a function; not for types alone."""
    tree = ast.parse(path.read_text())
    checks = [node for node in ast.walk(tree) if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    for_types = {id(node) for check in checks for node in check.body}
    for node in ast.walk(tree):
        if id(node) in for_types:
            continue
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [name if name in known else node.module for name in names]
        else:
            continue
        yield from (name for name in names if name in known)


def room(module: str) -> str:
    """Where a module stands: a folder of the library, one family's folder there or in `training`, or a package."""
    parts = module.split(".")
    if parts[:2] == TABLE.split("."):
        return ".".join(parts[:3])
    if module.startswith(ORIGINALS):
        return ORIGINALS
    if parts[0] == "nca_tf" or (parts[0] == "training" and len(parts) > 1 and parts[1] in FAMILIES):
        return ".".join(parts[:2])
    return parts[0]


def may_import(here: str) -> set[str]:
    """The rooms that one may import besides itself."""
    if here in MAY_IMPORT:
        return MAY_IMPORT[here]
    if here == TABLE:
        return {"nca_tf.files"}
    if here.startswith(TABLE):
        return {*FAMILY_MAY_IMPORT, *ALL_FAMILIES}
    if here == ORIGINALS:
        return {*LIBRARY, *ALL_FAMILIES}
    if here == "export":
        return {*LIBRARY, ORIGINALS}
    if here.startswith("training."):
        return {*LIBRARY, *ALL_FAMILIES, *(f"training.{family}" for family in FAMILIES), "training"}
    return LIBRARY


def code_of(path: Path):
    """Line and text of every name and string of a file that is code: docstrings and comments may give examples."""
    tree = ast.parse(path.read_text())
    prose = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.lineno, node.value
        for field in ("id", "attr", "name", "arg", "module"):
            if isinstance(text := getattr(node, field, None), str):
                yield getattr(node, "lineno", 0), text


@pytest.mark.parametrize("packages", [("nca_tf",), ("nca_tf", "export"), ("nca_tf", "training")])
def test_no_imports_go_in_a_circle(packages):
    known = modules(*packages)
    graph = {name: set(imported(path, known)) - {name} for name, path in known.items()}
    assert len(graph) > 20 and graph["nca_tf.files.model_files"] and not graph["nca_tf.files.errors"]
    graphlib.TopologicalSorter(graph).prepare()  # raises CycleError, which names the modules


def test_rooms_import_only_what_lies_below_them():
    known = modules("nca_tf", "training", "export")
    rooms = {room(name) for name in known}
    assert {"nca_tf.cells", "nca_tf.files", "training", "export"} <= rooms
    assert {f"{place}.{family}" for place in (TABLE, "training") for family in FAMILIES} <= rooms
    wrong = [
        f"{name} imports {other}"
        for name, path in known.items()
        for other in imported(path, known)
        if room(other) not in {room(name), *may_import(room(name))}
    ]
    assert not wrong


def test_shared_code_names_no_family():
    names = re.compile(rf"(?<![a-z_])({'|'.join([*FAMILIES, *FAMILIES.values()])})(?![a-z_])")
    own = tuple(f"training/{family}/" for family in FAMILIES)
    paths = {path.relative_to(ROOT).as_posix(): path for path in modules("nca_tf", "training", "export").values()}
    shared = {name: path for name, path in paths.items() if not name.startswith((*KNOW_FAMILIES, *own))}
    assert len(shared) > 80
    found = [
        f"{name}:{line}: {text[:60]}"
        for name, path in shared.items()
        for line, text in code_of(path)
        if names.search(text)
    ]
    assert not found


def public_functions(node: ast.AST, inside: str = ""):
    """Functions and methods that others may call, with their names and arguments, `self` left out."""
    for child in ast.iter_child_nodes(node):
        name = getattr(child, "name", "")
        if isinstance(child, ast.ClassDef) and not name.startswith("_"):
            yield from public_functions(child, f"{name}.")
        elif isinstance(child, ast.FunctionDef) and (name in ("__init__", "__call__") or not name.startswith("_")):
            of_self = bool(inside) and "staticmethod" not in map(ast.unparse, child.decorator_list)
            yield inside + name, child, [*child.args.posonlyargs, *child.args.args, *child.args.kwonlyargs][of_self:]


def test_public_functions_say_their_types():
    untyped, count = [], 0
    for module, path in modules("nca_tf", "training", "export").items():
        for name, function, arguments in public_functions(ast.parse(path.read_text())):
            count += 1
            bare = [argument.arg for argument in arguments if argument.annotation is None]
            bare += ["return"] if function.returns is None and not name.endswith("__init__") else []
            untyped += [f"{module}.{name}: {', '.join(bare)}"] if bare else []
    assert count > 1000
    assert not untyped


def test_no_file_is_too_long():
    tracked = subprocess.run(["git", "ls-files", "*.py"], cwd=ROOT, capture_output=True, text=True, check=False)
    paths = [ROOT / name for name in tracked.stdout.split() if (ROOT / name).is_file()]
    if tracked.returncode or not paths:
        pytest.skip("this is no checkout: which files are ours is not known")
    lengths = {path.relative_to(ROOT).as_posix(): len(path.read_text().splitlines()) for path in paths}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}


def test_the_package_offers_the_model_classes():
    import nca_tf

    assert {*FAMILIES.values(), "CellularAutomaton", "load", "save", "list_pretrained"} <= set(nca_tf.__all__)
    for name in nca_tf.__all__:
        assert hasattr(nca_tf, name)
    for family, name in FAMILIES.items():
        offered = getattr(nca_tf, name)
        assert issubclass(offered, nca_tf.CellularAutomaton)
        assert offered.__module__ == f"{TABLE}.{family}.automaton"


def test_no_line_of_the_page_is_too_long():
    """Ruff sees to those of Python."""
    files = [path for kind in ("*.js", "*.css") for path in (ROOT / "web_demo").rglob(kind)]
    own = [path for path in files if not {"vendor", "bundles"} & {*path.relative_to(ROOT).parts}]
    long = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in own
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1)
        if len(line) > LONGEST_LINE
    ]
    assert own and not long, f"lines of more than {LONGEST_LINE} characters"
