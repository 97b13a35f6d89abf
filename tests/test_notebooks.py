"""The notebooks run from top to bottom: in a short mode in `make test`, whole in `make notebooks`."""

import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "notebooks"
SHORT = {
    "adversarial_reprogramming": "IMAGES, STEPS, LATE = 4, 20, 30",
    "adversarial_takeover": "IMAGES, GROWN, LATE = 2, 40, 20",
    "expanding_scope": "EACH, STEPS = 1, 20",
    "growing": "LATE, ITERATIONS = 160, 2",
    "manifold": "PICTURES, LATE = 8, 40",
    "self_classifying_digits": "EACH, STEPS = 1, 20",
}
"""What takes the place of the cell tagged "parameters" in the short mode."""


def run(name: str, parameters: str | None) -> list:
    """Executes a notebook in a kernel of its own; returns its code cells with what they gave."""
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed: pip install nca_tf[test]")
    nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed: pip install nca_tf[test]")
    book = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
    tagged = [cell for cell in book.cells if "parameters" in cell.metadata.get("tags", [])]
    assert len(tagged) == 1, "one cell has what the short mode changes"
    if parameters is not None:
        tagged[0].source = parameters
    nbclient.NotebookClient(book, timeout=600, resources={"metadata": {"path": str(FOLDER)}}).execute()
    return [cell for cell in book.cells if cell.cell_type == "code"]


def pictures(cells: list) -> int:
    return sum("image/png" in output.get("data", {}) for cell in cells for output in cell.outputs)


def test_every_notebook_is_tested():
    assert SHORT.keys() == {path.stem for path in FOLDER.glob("*.ipynb")}


@pytest.mark.slow
@pytest.mark.parametrize("name", SHORT)
def test_a_notebook_runs_in_its_short_mode(name):
    assert pictures(run(name, SHORT[name])) >= 5


@pytest.mark.whole
@pytest.mark.parametrize("name", SHORT)
def test_a_notebook_runs_whole(name):
    assert pictures(run(name, None)) >= 5


def test_all_begin_by_installing_alike():
    """From the project around them, or in Colab from its archive beside them."""
    books = [json.loads((FOLDER / f"{name}.ipynb").read_text(encoding="utf-8")) for name in SHORT]
    first = {"".join(next(cell for cell in book["cells"] if cell["cell_type"] == "code")["source"]) for book in books}
    assert len(first) == 1
    assert '"../pyproject.toml"' in first.pop() and (FOLDER / "../pyproject.toml").is_file()


@pytest.mark.parametrize("name", SHORT)
def test_nothing_that_was_computed_is_kept(name):
    """Outputs in a repository grow old; the pictures are one click away."""
    nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed: pip install nca_tf[test]")
    book = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
    assert not any(cell.get("outputs") for cell in book.cells)
