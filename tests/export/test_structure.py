"""How the code hangs together: no circle of imports, and exporters that know no family."""

import ast
import graphlib
import io
import re
import tokenize
from pathlib import Path

import pytest

from nca_tf.families import FAMILIES

ROOT = Path(__file__).resolve().parents[2]
READERS = ("export/originals.py", "export/published/")
"""They read what the authors of each family published, and so know which family it is."""


def modules(*packages):
    """Every module below some folders: name -> path."""
    paths = [path for package in packages for path in (ROOT / package).rglob("*.py")]
    return {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in paths}


def imported(path, known):
    """The modules of ours that one imports, at its top or within a function."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [name if name in known else node.module for name in names]
        else:
            continue
        yield from (name for name in names if name in known)


@pytest.mark.parametrize("packages", [("nca_tf",), ("nca_tf", "export")])
def test_no_imports_go_in_a_circle(packages):
    known = modules(*packages)
    graph = {name: set(imported(path, known)) - {name} for name, path in known.items()}
    assert len(graph) > 20 and graph["nca_tf.files.model_files"] and not graph["nca_tf.files.errors"]
    graphlib.TopologicalSorter(graph).prepare()  # raises CycleError, which names the modules


def test_exporters_name_no_family():
    names = re.compile(rf"\b({'|'.join([*FAMILIES, *FAMILIES.values()])})\b")
    paths = [
        path for path in (ROOT / "export").rglob("*.py") if not path.relative_to(ROOT).as_posix().startswith(READERS)
    ]
    assert len(paths) > 15
    for path in paths:
        for token in tokenize.generate_tokens(io.StringIO(path.read_text()).readline):
            assert not names.search(token.string), f"{path.relative_to(ROOT)}:{token.start[0]}: {token.string[:80]}"
