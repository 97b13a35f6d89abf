"""Runs a step in LiteRT.js, in headless Chromium: python tests/browser/measure_litert.py PACKAGES [MODEL]

PACKAGES is the `node_modules` of `npm install @litertjs/core`, which the project itself doesn't need. The file is that
of `python -m export.tflite MODEL --grid 72`; the same masks are given to it and to Python. Writes
results/web_litert.json.
"""

import base64
import json
import sys
import tempfile
from pathlib import Path

import numpy as np

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(REPOSITORY), str(Path(__file__).parent)]

import chromium  # noqa: E402 (the paths come first)

from export import model_argument, rollouts, tflite  # noqa: E402
from nca_tf.files.result_files import Row, save_result  # noqa: E402

GRID, STEPS, MODEL = 72, 200, "growing/lizard-regenerating"
PAGE = """<!doctype html><link rel=icon href=data:,><script type=importmap>{"imports": {
  "@litertjs/core": "./core/dist/index.js", "@litertjs/wasm-utils": "./wasm-utils/dist/index.js"
}}</script><script type=module>globalThis.litert = await import("@litertjs/core");</script>"""
RUN = """async ({start, masks, steps, shape, fire}) => {
  const bytes = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  while (!globalThis.litert) await new Promise((later) => setTimeout(later, 50));
  const {loadLiteRt, loadAndCompile, Tensor} = litert;
  await loadLiteRt("./core/wasm/");
  const model = await loadAndCompile("./model.tflite", {accelerator: "wasm"});
  const all = bytes(masks);
  const cells = shape[1] * shape[2];
  let state = new Float32Array(bytes(start).buffer);
  const times = [];
  for (let step = 0; step < steps; step++) {
    const mask = Float32Array.from(all.subarray(step * cells, (step + 1) * cells));
    const given = {state: new Tensor(state, shape), fire: new Tensor(mask, fire)};
    const before = performance.now();
    const {state: next} = await model.run("step", given);
    times.push(performance.now() - before);
    state = Float32Array.from(next.toTypedArray());
    for (const tensor of [given.state, given.fire, next]) tensor.delete();
  }
  times.sort((one, other) => one - other);
  return {state: [...state], median: times[times.length >> 1]};
}"""


def main(packages: Path, name: str = MODEL) -> None:
    """Measure, print, save."""
    version = json.loads((packages / "@litertjs" / "core" / "package.json").read_text(encoding="utf-8"))["version"]
    source = model_argument.load(name)
    start = np.asarray(source.model.seed_state(1, GRID, GRID), np.float32)
    masks = (np.random.default_rng(0).random((STEPS, 1, GRID, GRID)) < source.model.fire_rate).astype(np.uint8)
    with tempfile.TemporaryDirectory() as temporary:
        files = Path(temporary)
        tflite.write(source, files / "fixed", grid=GRID)
        (files / "model.tflite").write_bytes((files / "fixed" / tflite.MODEL).read_bytes())
        (files / "index.html").write_text(PAGE, encoding="utf-8")
        for package in ("core", "wasm-utils"):
            (files / package).symlink_to((packages / "@litertjs" / package).resolve())
        run = tflite.load(files / "model.tflite", rollouts.STEP)
        in_python, in_tflite = start, start
        step = next(one for one in source.signatures("tflite") if one.name == rollouts.STEP).graph_function(
            checked=False
        )
        for mask in masks.astype(np.float32):
            in_python = step(mask, in_python)["state"]
            in_tflite = run(state=in_tflite, fire=mask)["state"]
        with chromium.serve(files) as site, chromium.launch() as browser:
            page = browser.new_page(bypass_csp=True)
            page.goto(site + "test-files/index.html")
            told = page.evaluate(
                RUN,
                {
                    "start": _text(start),
                    "masks": _text(masks),
                    "steps": STEPS,
                    "shape": start.shape,
                    "fire": masks.shape[1:],
                },
            )
            name_of_browser = f"Chromium {browser.version}"
    found = np.array(told["state"], np.float32).reshape(start.shape)
    rows = [
        Row(f"largest difference to Python after {STEPS} steps", float(np.abs(found - in_python).max())),
        Row(f"the same to {tflite.runtime()}", float(np.abs(found - in_tflite).max())),
        Row("living cells then", int((found[..., 3] > 0.1).sum())),
        Row("ms a step, median", told["median"]),
    ]
    for row in rows:
        print(f"{row.what}: {row.measured}")
    note = (
        f"@litertjs/core {version} on WebAssembly in {name_of_browser}, headless; {name}, {GRID}x{GRID} cells, file "
        f"of `export.tflite --grid {GRID}`. Files without --grid are loaded, but not run: LiteRT.js takes no free axes."
    )
    command = "python tests/browser/measure_litert.py node_modules"
    path = save_result("web_litert", "Web demo", "A step in LiteRT.js", command, rows, note, REPOSITORY / "results")
    print(f"wrote {path.relative_to(REPOSITORY)}")


def _text(array: np.ndarray) -> str:
    return base64.b64encode(np.ascontiguousarray(array).tobytes()).decode()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
