"""Takes the README's pictures of the page: python tests/browser/picture_pages.py [NAME...]

Without names, all of those whose family has models on the site.
"""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(REPOSITORY), str(Path(__file__).parent)]

import chromium  # noqa: E402 (the paths come first)
from reader import DESKTOP, PHONE, SITE_MODELS, Reader  # noqa: E402

MOST_BYTES = 120_000
PICTURES = {
    "page-growing": ("growing", "#/growing?speed=max", DESKTOP),
    "page-growing-phone": ("growing", "#/growing?speed=max&view=channels", PHONE),
    "page-digits": ("mnist", "#/digits?speed=1&digit=5", DESKTOP),
}


def prepare(reader: Reader, family: str) -> None:
    """Lets something worth seeing happen and stops there."""
    reader.steps(300 if family == "growing" else 30)
    reader.press("Pause")
    reader.until("!nca.page.bench.player.busy")
    if family == "growing":
        reader.press("Cut off the left half")
        reader.until("nca.page.bench.canUndo")
        for _ in range(16):
            made = reader.step_count()
            reader.press("One step")
            reader.steps(made + 1)
    reader.until("!nca.page.bench.player.busy && nca.page.bench.dishes.every((dish) => !dish.stale)")
    reader.page.mouse.move(5, 400)


def encode(screenshot: bytes) -> bytes:
    """A WebP of the best quality that keeps it below MOST_BYTES."""
    with Image.open(io.BytesIO(screenshot)) as image:
        for quality in range(92, 40, -6):
            buffer = io.BytesIO()
            image.convert("RGB").save(buffer, "WEBP", quality=quality, method=6)
            if buffer.tell() < MOST_BYTES:
                return buffer.getvalue()
    raise SystemExit(f"error: the picture stays above {MOST_BYTES} bytes; a simpler page was expected; change PICTURES")


def main(names: list[str]) -> None:
    """Take, encode, write, say so."""
    wanted = names or [name for name, (family, _, _) in PICTURES.items() if (SITE_MODELS / family).is_dir()]
    if unknown := set(wanted) - set(PICTURES):
        raise SystemExit(f"error: there is no picture {', '.join(unknown)}; names are {', '.join(PICTURES)}")
    with tempfile.TemporaryDirectory() as files, chromium.serve(Path(files)) as site, chromium.launch() as browser:
        for name in wanted:
            family, address, screen = PICTURES[name]
            context = browser.new_context(**{**screen, "device_scale_factor": 2 if screen is PHONE else 1})
            page = context.new_page()
            page.goto(site + address, timeout=60_000)
            prepare(Reader(page), family)
            content = encode(page.screenshot(timeout=60_000))
            (REPOSITORY / "docs" / f"{name}.webp").write_bytes(content)
            print(f"wrote docs/{name}.webp: {len(content) / 1000:.0f} kB")
            context.close()


if __name__ == "__main__":
    main(sys.argv[1:])
