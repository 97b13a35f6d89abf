/**
 * A panel with the distance between a pattern and the picture it was trained on: growth, damage and recovery as a
 * curve.
 */

import { el } from "../dom.js";
import { distance, loadTarget } from "../target.js";
import { section } from "../ui/controls.js";
import { LineChart } from "../ui/line_chart.js";

const PERIOD = 100; // ms

/**
 * @param {import("./workbench.js").Workbench} bench
 * @param {{dish: () => import("./dish.js").Dish, turned: () => boolean}} options `turned`: the pattern stands at an
 *   angle
 * @returns {{element: HTMLElement, refresh: () => Promise<void>, dispose: () => void}}
 */
export function targetPanel(bench, { dish, turned }) {
  const chart = new LineChart({ label: "Distance to the target over time, on a logarithmic scale", low: 1e-5, high: 1e-1 });
  const value = el("output", { class: "slider-value" });
  const element = section("Distance to the target", el("figure", { class: "chart-figure" }, chart.canvas, el("figcaption", { class: "soft small" }, el("span", { text: "mean squared error" }), value)));
  let target = null;
  let model = null;
  let measured = -Infinity;
  let busy = false;
  let missed = false; // something happened during a measurement: were it the last thing, the page would stay behind

  async function refresh() {
    const wanted = dish()?.model;
    if (wanted === model) return;
    model = wanted;
    chart.clear();
    value.textContent = "";
    target = null;
    const loaded = wanted ? await loadTarget(wanted).catch(() => null) : null;
    if (model === wanted) {
      target = loaded;
      element.hidden = !loaded;
    }
  }

  async function measure() {
    const { engine } = dish() ?? {};
    if (!engine || !target || (bench.player.playing && performance.now() - measured < PERIOD)) return;
    if (busy) {
      missed = true;
      return;
    }
    measured = performance.now();
    busy = true;
    missed = false;
    try {
      const step = engine.stepCount;
      const state = await engine.getState();
      if (engine !== dish()?.engine || !target) return;
      const mse = distance(state, engine, target);
      element.dataset.distance = String(mse);
      element.dataset.step = String(step);
      value.textContent = turned() ? "the target is not turned" : mse.toPrecision(2);
      if (!turned()) chart.add(step, mse);
    } finally {
      busy = false;
    }
    if (missed) await measure();
  }
  bench.player.on("frame", measure);
  bench.player.on("change", measure); // a pause and a single step are no frames
  return { element, refresh, dispose: () => chart.dispose() };
}
