"""`python -m training.results`: write RESULTS.md from results/*.json."""

import importlib
import json
from pathlib import Path

from nca_tf.command import OneLineParser
from nca_tf.families import FAMILIES
from nca_tf.files.errors import InputError
from nca_tf.files.result_files import FOLDER
from nca_tf.files.whole_files import write_whole
from training import command_line

HEAD = """# Results

Every figure below was measured by the command above it, on the machine and day stated; `python -m training.results`
writes this page from `results/*.json`. Losses are mean squared differences of RGBA to the target.
"""


def heading(family: str) -> str:
    """What the section of a family is called."""
    return importlib.import_module(f"training.{family}").HEADING if family in FAMILIES else family.capitalize()


def render(contents: list[dict]) -> str:
    """RESULTS.md for the contents of result files, in their order."""
    sections = {content["section"] for content in contents}
    known = ["Speed", *map(heading, FAMILIES), "Export", "Web demo"]
    ordered = [section for section in known if section in sections] + sorted(sections - set(known))
    parts = [HEAD]
    for section in ordered:
        parts.append(f"\n## {section}\n")
        parts += [_table(content) for content in contents if content["section"] == section]
    return "".join(parts)


def _table(content: dict) -> str:
    published = any(row["published"] is not None for row in content["rows"])
    machine = content["machine"]
    lines = [f"\n### {content['title']}\n", f"`{content['command']}` · {machine['cores']} cores, {machine['cpu']}"]
    lines[-1] += f" · {content['date']}\n"
    lines += ["| | measured | published |", "|---|---|---|"] if published else ["| | measured |", "|---|---|"]
    for row in content["rows"]:
        cells = [row["what"], number(row["measured"])] + ([number(row["published"])] if published else [])
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n" + (f"\n{content['note']}\n" if content["note"] else "")


def number(value: float | int | str | None) -> str:
    """A figure as RESULTS.md shows it."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.2e}" if 0 < abs(value) < 0.01 else f"{value:.4g}"
    return str(value)


def _read(path: Path) -> dict:
    try:
        content = json.loads(path.read_text())
        _table(content)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{path} is no measured result ({error!r}); what save_result writes was expected; measure it again."
        ) from error
    return content


def main(argv=None):
    parser = OneLineParser(prog="python -m training.results", description=__doc__)
    parser.add_argument("--results", type=Path, default=FOLDER, help="folder of the JSON files (default: results)")
    parser.add_argument("--out", type=Path, default=Path("RESULTS.md"), help="(default: RESULTS.md)")
    options = parser.parse_args(argv)
    paths = sorted(options.results.glob("*.json"))
    if not paths:
        raise InputError(f"{options.results} holds no .json file; measured figures were expected; run a measurement.")
    text = render([_read(path) for path in paths])
    try:
        write_whole(options.out, text.encode())
    except OSError as error:
        raise InputError(f"{options.out} can't be written ({error.strerror}); choose another --out.") from error
    print(f"wrote {options.out}: {len(paths)} tables")


if __name__ == "__main__":
    command_line.run(main)
