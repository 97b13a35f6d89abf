/** Which engine computes the steps, how fast it is here, and a way to change it. */

import { listEngines } from "../engines/index.js";
import { el } from "../dom.js";
import { button, choice, folded } from "../ui/controls.js";
import { explain } from "../ui/messages.js";

const BENCHMARK_STEPS = 100;

/**
 * @param {import("./workbench.js").Workbench} bench
 * @param {(engine: string) => Promise<void>} change loads the model again with that engine
 * @returns {HTMLElement}
 */
export function enginePanel(bench, change) {
  const body = el("div", { class: "stack" });
  const result = el("p", { class: "soft small", role: "status" });
  const measure = button({ label: "Measure speed", text: "Measure speed", onClick: run });

  function refresh() {
    const [dish] = bench.dishes;
    if (!dish?.model) return;
    const offers = listEngines(dish.model);
    const options = choice({
      label: "Computed by", value: dish.engine.id, compact: true,
      options: offers.map((offer) => ({ value: offer.id, text: offer.label, title: offer.available ? offer.label : `${offer.label}: ${offer.reason}` })),
      onChange: (id) => change(id).catch((error) => explain(error, "Changing the engine")),
    });
    for (const offer of offers) options.inputs.get(offer.id).disabled = !offer.available;
    const missing = offers.filter((offer) => !offer.available).map((offer) => `${offer.label}: ${offer.reason}.`);
    body.replaceChildren(options.element, ...missing.map((text) => el("p", { class: "soft small", text })), measure, result);
  }

  async function run() {
    const [dish] = bench.dishes;
    if (!dish?.engine) return;
    measure.disabled = true;
    bench.player.rest("measuring", true);
    result.textContent = "Measuring…";
    try {
      const { benchmark } = await import("../benchmark.js");
      const { msPerStep } = await benchmark(dish.engine, BENCHMARK_STEPS);
      result.textContent = `${msPerStep < 10 ? msPerStep.toFixed(2) : msPerStep.toFixed(0)} ms a step: ${Math.round(1000 / msPerStep).toLocaleString("en")} steps per second on ${dish.engine.width} × ${dish.engine.height} cells.`;
    } catch (error) {
      result.textContent = "";
      explain(error, "Measuring");
    } finally {
      measure.disabled = false;
      bench.player.rest("measuring", false);
      dish.touch();
    }
  }

  const element = folded("Engine", body);
  return { element, refresh };
}
