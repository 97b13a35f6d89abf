/** Which engine computes the steps, how fast it is here, and a way to change it. */

import { listEngines } from "../engines/index.js";
import { el } from "../dom.js";
import { button, choice, folded, lasting } from "../ui/controls.js";
import { explain } from "../ui/messages.js";

const BENCHMARK_STEPS = 100;
/** The page answers, and is drawn, meanwhile. */
const breath = () => new Promise((done) => { setTimeout(done); });

/**
 * Times an engine.
 * @param {import("../engines/engine.js").Engine} engine keeps running from the state it has
 * @param {number} [steps] to time, after a tenth as many for warming up
 * @param {number} [rounds] the time is their median, so that one interruption does not count
 * @returns {Promise<number>} milliseconds a step
 */
export async function benchmark(engine, steps = BENCHMARK_STEPS, rounds = 5) {
  const run = async (count) => {
    await engine.steps(count);
    await engine.finish();
  };
  await run(Math.ceil(steps / 10));
  const times = [];
  for (let round = 0; round < rounds; round++) {
    await breath();
    const start = performance.now();
    await run(steps);
    times.push((performance.now() - start) / steps);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}

/**
 * @param {import("./workbench.js").Workbench} bench
 * @param {(engine: string) => Promise<void>} change loads the model again with that engine
 * @returns {{element: HTMLElement, refresh: () => void}}
 */
export function enginePanel(bench, change) {
  const engines = lasting(choice);
  const notes = el("div", { class: "stack" });
  const result = el("p", { class: "soft small", role: "status" });
  const measure = button({ label: "Measure speed", text: "Measure speed", onClick: run });

  function refresh() {
    const [dish] = bench.dishes;
    if (!dish?.model) return;
    const offers = listEngines(dish.model);
    const why = ({ label, available, reason }) => (available ? label : `${label}: ${reason}`);
    const options = engines.show({
      label: "Computed by", value: dish.engine.id, compact: true,
      options: offers.map((offer) => ({ value: offer.id, text: offer.label, title: why(offer) })),
      onChange: (id) => change(id).catch((error) => explain(error, "Changing the engine")),
    });
    for (const offer of offers) options.inputs.get(offer.id).disabled = !offer.available;
    const missing = offers.filter((offer) => !offer.available);
    notes.replaceChildren(...missing.map((offer) => el("p", { class: "soft small", text: `${why(offer)}.` })));
    notes.hidden = missing.length === 0;
  }

  async function run() {
    const dish = bench.activeDish ?? bench.dishes[0];
    if (!dish?.engine) return;
    const { engine } = dish;
    measure.disabled = true;
    bench.player.rest("measuring", true);
    result.textContent = "Measuring…";
    let before = null;
    try {
      while (bench.player.busy) await breath();
      before = { state: await engine.getState(), steps: engine.stepCount };
      const ms = await benchmark(engine);
      const rate = Math.round(1000 / ms).toLocaleString("en");
      const grid = `${engine.width} × ${engine.height} cells`;
      result.textContent = `${ms.toFixed(ms < 10 ? 2 : 0)} ms a step: ${rate} steps per second on ${grid}.`;
    } catch (error) {
      result.textContent = "";
      explain(error, "Measuring");
    } finally {
      if (before && engine === dish.engine) {
        engine.setState(before.state);
        engine.stepCount = before.steps;
      }
      measure.disabled = false;
      bench.player.rest("measuring", false);
      dish.touch();
    }
  }

  const body = el("div", { class: "stack" }, engines.element, notes, measure, result);
  return { element: folded("Engine", body), refresh };
}
