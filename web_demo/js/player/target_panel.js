/**
 * A panel with the distance between a pattern and the picture it was trained on: growth, damage and recovery as a
 * curve, in a number and in words. It also notices when a pattern died or does not find back, and says so at the dish.
 */

import { el } from "../dom.js";
import { distance, loadTarget } from "../target.js";
import { section } from "../ui/controls.js";
import { LineChart } from "../ui/charts.js";

const PERIOD = 100; // ms
/** A pattern is hurt when it is so many times farther from its target than at its best, and may take so many steps. */
const HURT = 3;
const PATIENCE = 600;
/** Below this distance a pattern has arrived; before that it grows. */
const ARRIVED = 3e-3;

/**
 * @param {import("./workbench.js").Workbench} bench
 * @param {{dish: () => import("./dish.js").Dish, turned: () => boolean,
 *   grows?: (engine: import("../engines/engine.js").Engine) => boolean}} options `turned`: the pattern stands at an
 *   angle; `grows`: what runs grows a pattern, which may die
 * @returns {{element: HTMLElement, refresh: () => Promise<void>, target: () => import("../target.js").Target | null,
 *   mark: (step: number) => void, dispose: () => void}} `mark`: something happened
 */
export function targetPanel(bench, { dish, turned, grows = () => true }) {
  const label = "Distance to the target over time, on a logarithmic scale";
  const chart = new LineChart({ label, low: 1e-5, high: 1e-1 });
  const healed = el("b", { class: "healed" });
  const value = el("span", { class: "soft small" });
  const figure = el("figure", { class: "chart-figure" }, chart.canvas, el("figcaption", {}, healed, value));
  const element = section("Is it the picture?", figure);
  let target = null;
  let empty = 1;
  let model = null;
  let of = null; // the dish that is measured
  let measured = -Infinity;
  let busy = false;
  let missed = false; // something happened during a measurement: were it the last thing, the page would stay behind
  let best = Infinity;
  let hurtSince = null;
  let previous = 0;

  async function refresh() {
    const wanted = dish()?.model;
    if (wanted === model && of === dish()) return;
    [model, of] = [wanted, dish()];
    chart.clear();
    value.textContent = healed.textContent = "";
    target = null;
    forget();
    const loaded = wanted ? await loadTarget(wanted).catch(() => null) : null;
    if (model === wanted) {
      target = loaded;
      empty = loaded ? loaded.rgba.reduce((sum, one) => sum + one * one, 0) / (loaded.cells * 4) : 1;
      element.hidden = !loaded;
    }
  }

  function forget() {
    best = Infinity;
    hurtSince = null;
  }

  /** What there is to say about a pattern that lives no more, or does not find back. */
  function trouble(state, { channels, aliveThreshold, family }, step, mse) {
    if (step < previous) forget();
    previous = step;
    let at = family.aliveChannel;
    while (at < state.length && !(state[at] > aliveThreshold)) at += channels;
    if (at >= state.length) return "No cell lives any more, so nothing can grow back.";
    if (mse === null || turned()) return "";
    best = Math.min(best, mse);
    if (best > ARRIVED || mse < HURT * best || mse < ARRIVED) {
      hurtSince = null;
      return "";
    }
    hurtSince ??= step;
    return step - hurtSince > PATIENCE ? "It does not find back to its picture from here." : "";
  }

  async function measure() {
    const { engine } = dish() ?? {};
    if (!engine || (bench.player.playing && performance.now() - measured < PERIOD)) return;
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
      if (engine !== dish()?.engine) return;
      const mse = target && distance(state, engine, target);
      bench.notice(dish(), grows(engine) ? trouble(state, engine, step, mse) : "");
      if (mse === null) return;
      element.dataset.distance = String(mse);
      element.dataset.step = String(step);
      const percent = Math.max(0, Math.floor(100 * (1 - mse / empty)));
      healed.textContent = turned() ? "" : best < ARRIVED ? `${percent} % healed` : `${percent} % grown`;
      value.textContent = turned() ? "the target is not turned" : `squared error ${mse.toPrecision(2)}`;
      if (!turned()) chart.add(step, mse);
    } finally {
      busy = false;
    }
    if (missed) await measure();
  }
  bench.player.on("undone", () => chart.rewind(dish()?.engine?.stepCount ?? 0));
  bench.player.on("frame", measure);
  bench.player.on("change", measure); // a pause and a single step are no frames
  return { element, refresh, target: () => target, chart, dispose: () => chart.dispose() };
}
