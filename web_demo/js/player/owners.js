/** Whose cells are whose: painted in the colours of their rules, and counted over time. */

import { countOwners, ownerOf } from "../engines/owners.js";
import { el } from "../dom.js";
import { section } from "../ui/controls.js";
import { CountChart, css } from "../ui/charts.js";
import { paintColours } from "./dish.js";

const PERIOD = 120; // ms
/** Where meta.json names no colours. */
const PLAIN = [[255, 140, 0], [40, 90, 220], [40, 160, 90]];

const rulesOf = ({ meta }) => Object.keys(meta.rules);
const coloursOf = ({ meta }) => meta.owner_colours ?? PLAIN;

/** What the rules of a model are called by people. */
function titlesOf(model) {
  const { meta } = model;
  if (meta.rule_titles) return meta.rule_titles;
  const names = rulesOf(model);
  return names.length === 2 ? ["Old cells", "New cells"] : names.length === 1 ? ["Cells"] : names;
}

/** @param {{shown: () => boolean}} options whether owners are shown instead of the cells' own colours */
export function paintOwners({ shown }) {
  return async (dish, plate) => {
    await paintColours(dish, plate);
    if (!shown()) return;
    const { engine, model, stage } = dish;
    const state = await engine.getState();
    if (engine !== dish.engine || stage.image.width !== engine.width) return;
    const { aliveThreshold, channels } = engine;
    const [colours, count, pixels] = [coloursOf(model), rulesOf(model).length, stage.image.data];
    for (let cell = 0; cell < engine.width * engine.height; cell++) {
      const owner = ownerOf(state, cell * channels, channels, count, aliveThreshold);
      pixels.set(owner ? colours[(owner - 1) % colours.length] : plate, 4 * cell);
    }
  };
}

/**
 * @param {import("./workbench.js").Workbench} bench
 * @param {{dish: () => import("./dish.js").Dish}} options
 * @returns {{element: HTMLElement, refresh: () => void, mark: (step: number) => void, dispose: () => void}} `refresh`:
 *   another model is here; `mark`: something happened
 */
export function ownersPanel(bench, { dish }) {
  const body = el("div");
  const element = section("Whose cells", body);
  let chart = null;
  let values = [];
  let measured = -Infinity;
  let busy = false;

  function refresh() {
    const { model } = dish();
    const colours = rulesOf(model).map((_, at) => coloursOf(model)[at % coloursOf(model).length]);
    chart?.dispose();
    chart = new CountChart({ label: "Cells of each kind over time", colours: colours.map(css) });
    values = colours.map(() => el("span", { class: "likeness-value" }));
    body.replaceChildren(
      el("figure", { class: "chart-figure" }, chart.canvas),
      el("ul", { class: "likeness" }, titlesOf(model).map((title, at) => {
        const mark = el("span", { class: "owner-mark", "aria-hidden": "true" });
        mark.style.background = css(colours[at]);
        return el("li", {}, mark, title, values[at]);
      })),
    );
    measured = -Infinity;
  }

  async function measure() {
    const { engine, model } = dish() ?? {};
    const now = performance.now();
    if (!engine || !chart || busy || (bench.player.playing && now - measured < PERIOD)) return;
    [measured, busy] = [now, true];
    try {
      const step = engine.stepCount;
      const state = await engine.getState();
      if (engine !== dish()?.engine) return;
      const { aliveThreshold: threshold, channels, height, width } = engine;
      const counts = countOwners(state, { cells: width * height, channels, count: rulesOf(model).length, threshold });
      counts.forEach((count, at) => { if (values[at]) values[at].textContent = count.toLocaleString("en"); });
      Object.assign(element.dataset, { cells: counts.join(","), step });
      chart.add(step, counts);
    } finally {
      busy = false;
    }
  }
  bench.player.on("undone", () => chart?.rewind(dish()?.engine?.stepCount ?? 0));
  bench.player.on("frame", measure);
  bench.player.on("change", measure); // a pause and a single step are no frames
  return { element, refresh, mark: (step) => chart?.mark(step), dispose: () => chart?.dispose() };
}
