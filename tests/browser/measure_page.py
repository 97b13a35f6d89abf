"""Times how the page starts and saves the figures: python tests/browser/measure_page.py

Writes results/web_page.json, from which `python -m training.results` makes RESULTS.md.
"""

import statistics
import sys
import threading
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(REPOSITORY), str(Path(__file__).parent)]

import chromium  # noqa: E402 (the paths come first)

from export.serve import make_server  # noqa: E402
from nca_tf.files.result_files import Row, save_result  # noqa: E402

PAGES = {name: f"#/{name}" if name != "home" else "" for name in ("home", "growing", "digits")}
LOADS = 5
SLOW = {"latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000, "offline": False}
"""A phone far from the next mast: 150 ms, 1.6 Mbit/s."""
TIMES = """() => {
  const cells = performance.getEntriesByName("first cells")[0]?.startTime;
  const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  if (cells === undefined || paint === undefined) return null;
  const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const before = all.filter((one) => one.responseEnd <= cells);
  const bytes = before.reduce((sum, one) => sum + one.transferSize, 0);
  return {paint, cells, bytes, requests: before.length};
}"""


def start_times(browser, address: str, slow: bool = False) -> dict[str, float]:
    """First paint and first cells in ms, bytes and requests until then, each time with an empty cache; medians."""
    found = []
    for _ in range(LOADS):
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        page = context.new_page()
        if slow:
            context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
        page.goto(address)
        end = time.monotonic() + 60
        while (times := page.evaluate(TIMES)) is None:
            if time.monotonic() > end:
                raise SystemExit(
                    f"error: {address} showed no cells in 60 s; models were expected; run export.site first"
                )
            time.sleep(0.05)
        found.append(times)
        context.close()
    return {key: statistics.median(times[key] for times in found) for key in found[0]}


def main() -> None:
    """Measure, print, save."""
    rows = []
    server = make_server()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://127.0.0.1:{server.server_port}/"
    with chromium.launch() as browser:
        for name, path in PAGES.items():
            times = start_times(browser, site + path)
            rows.append(Row(f"{name}, first paint, ms", round(times["paint"])))
            rows.append(Row(f"{name}, first cells and ready for input, ms", round(times["cells"])))
            rows.append(Row(f"{name}, loaded until then, kB", round(times["bytes"] / 1000)))
            rows.append(Row(f"{name}, requests until then", round(times["requests"])))
            slow = start_times(browser, site + path, slow=True)
            rows.append(Row(f"{name}, first cells at 1.6 Mbit/s and 150 ms, ms", round(slow["cells"])))
        version = browser.version
    folder = REPOSITORY / "web_demo"
    sizes = {
        part: sum(f.stat().st_size for f in (folder / part).rglob("*") if f.is_file()) for part in ("vendor", "models")
    }
    total = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    rows.append(Row("the whole site, MB", round(total / 1e6, 2)))
    rows.extend(Row(f"of which {part}, MB", round(size / 1e6, 2)) for part, size in sizes.items())
    for row in rows:
        print(f"{row.what}: {row.measured}")
    note = (
        f"Served by export.serve, which compresses text. Chromium {version}, headless, software rendering, loopback, "
        f"empty cache, 1280x800; median of {LOADS} loads."
    )
    command = "python tests/browser/measure_page.py"
    path = save_result("web_page", "Web demo", "How the page starts", command, rows, note, REPOSITORY / "results")
    print(f"wrote {path.relative_to(REPOSITORY)}")


if __name__ == "__main__":
    main()
