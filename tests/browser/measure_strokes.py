"""Measures which strokes of the page's eraser patterns survive: python tests/browser/measure_strokes.py [RADIUS...]

For every shipped model that was trained to heal: 64 random straight strokes along, across and beside the body, each on
the grown pattern; it healed where the loss is within three times that of a pattern nobody touched. Without a radius the
page's own default and those around it. Writes results/web_strokes.json.
"""

import re
import sys
import tempfile
from pathlib import Path

import numpy as np

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(REPOSITORY), str(Path(__file__).parent)]

import chromium  # noqa: E402 (the paths come first)
from engine_calls import call  # noqa: E402
from reader import models  # noqa: E402

from nca_tf.files.result_files import Row, save_result  # noqa: E402

STROKES, GRID, GROWTH, HEALING, WITHIN = 64, 96, 300, 500, 3
PAGE = REPOSITORY / "web_demo" / "js" / "pages" / "growing.js"
BODY = 20
"""Cells from the middle to the edge of the pictures, 40 cells wide."""


def default_radius() -> int:
    """The page's own."""
    return int(re.search(r"^const BRUSH = (\d+);", PAGE.read_text(encoding="utf-8"), re.M)[1])


def random_strokes(random_seed: int = 0) -> list[list[float]]:
    """[x0, y0, x1, y1] in cells: through a place of the picture, in any direction, 20 to 60 cells long."""
    rng = np.random.default_rng(random_seed)
    places = []
    for _ in range(STROKES):
        through, angle = GRID / 2 + rng.uniform(-BODY, BODY, 2), rng.uniform(0, np.pi)
        length, before = rng.uniform(BODY, 3 * BODY), rng.uniform()
        along = np.array([np.cos(angle), np.sin(angle)]) * length
        places.append([*(through - along * before), *(through + along * (1 - before))])
    return places


def main(radii: list[int]) -> None:
    """Measure, print, save."""
    radii = radii or [default_radius(), default_radius() + 1, 6]
    healing = [name for name, entry in models("growing").items() if entry["training"] == "regenerating"]
    rows = []
    with tempfile.TemporaryDirectory() as temporary:
        files = Path(temporary)
        with chromium.serve(files) as site, chromium.launch() as browser:
            page = browser.new_page()
            page.set_default_timeout(0)
            page.goto(site + "blank.html")
            for name in healing:
                for radius in radii:
                    arguments = {"path": f"{site}models/growing/{name}", "size": GRID, "radius": radius}
                    arguments |= {"growth": GROWTH, "healing": HEALING, "places": random_strokes()}
                    told = call(page, files, "strokes", arguments)
                    healed = int((np.array(told["losses"]) <= WITHIN * told["undamaged"]).sum())
                    dead = int((np.array(told["living"]) == 0).sum())
                    rows.append(Row(f"{name}, brush of {radius}: strokes of {STROKES} that it heals", healed))
                    print(f"{rows[-1].what}: {healed} ({dead} of the others left no cell alive)", flush=True)
    note = (
        f"{GRID}x{GRID} cells, strokes at step {GROWTH}, judged {HEALING} steps later: loss within {WITHIN} times "
        f"that of the same pattern without a stroke. The page's own brush is {default_radius()}."
    )
    command = "python tests/browser/measure_strokes.py"
    title = "Strokes of the eraser that patterns survive"
    path = save_result("web_strokes", "Web demo", title, command, rows, note, REPOSITORY / "results")
    print(f"wrote {path.relative_to(REPOSITORY)}")


if __name__ == "__main__":
    main([int(radius) for radius in sys.argv[1:]])
