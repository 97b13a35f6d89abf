/**
 * A panel for patterns that can become several things: the distance to each of their pictures over time, and how many
 * cells live. Patterns wander when they are changed, so each picture is compared where the nearest one fits best.
 */

import { distance, loadTarget } from "../target.js";
import { el } from "../dom.js";
import { section } from "../ui/controls.js";
import { CountChart, LineChart } from "../ui/charts.js";

const PERIOD = 150; // ms
/** Cells by which a pattern may be off the middle. */
const REACH = 12;
const AROUND = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => [x, y]));

/** Hues of pictures that are called by a colour, in degrees; those of the others keep away from them. */
const NAMED = { red: 27, blue: 262 };
const OTHERS = [65, 150, 310, 110, 195, 345];

/** Lines of one lightness, which the theme says, in hues far apart; the first, of what it was, is grey. */
function coloursOf(names) {
  let others = 0;
  return names.map((name, at) => {
    const hue = NAMED[name] ?? (at ? OTHERS[others++ % OTHERS.length] : 0);
    return `oklch(var(--line-lightness) ${at ? 0.17 : 0} ${hue})`;
  });
}

/**
 * @param {import("./workbench.js").Workbench} bench
 * @param {{dish: () => import("./dish.js").Dish}} options
 * @returns {{element: HTMLElement, refresh: (pictures: {name?: string, text: string, file: string}[]) => Promise<void>,
 *   dispose: () => void}} `refresh`: other pictures, the first of them that of the unchanged pattern
 */
export function likeness(bench, { dish }) {
  const verdict = el("b", { class: "healed", text: " " });
  const cells = el("span", { class: "soft small" });
  const body = el("div", { class: "likeness-charts" });
  const living = new CountChart({ label: "Living cells over time" });
  const element = section("What does it look like?",
    el("p", { class: "likeness-head" }, verdict, cells), body,
    el("figure", { class: "chart-figure" }, living.canvas,
      el("figcaption", { class: "soft small", text: "Mature cells" })));
  let targets = [];
  let chart = null;
  let values = [];
  let shift = [0, 0];
  let measured = -Infinity;
  let busy = false;
  let wanted = 0;

  async function refresh(pictures) {
    const turn = ++wanted;
    const { model } = dish();
    const loaded = await Promise.all(pictures.map(({ file }) => loadTarget(model, file).catch(() => null)));
    if (turn !== wanted) return;
    targets = loaded.every(Boolean) ? loaded.map((target, at) => ({ ...target, ...pictures[at] })) : [];
    chart?.dispose();
    living.clear();
    shift = [0, 0];
    element.hidden = targets.length === 0;
    const colours = coloursOf(targets.map(({ name }) => name));
    chart = new LineChart({ label: "Distance to each picture over time", low: 1e-4, high: 1e-1, colours });
    values = colours.map(() => el("span", { class: "likeness-value" }));
    body.replaceChildren(
      el("figure", { class: "chart-figure" }, chart.canvas,
        el("figcaption", { class: "soft small", text: "Squared error to each picture, lower is nearer" })),
      el("ul", { class: "likeness" }, targets.map(({ text, image }, at) => {
        const picture = el("img", { src: image.src, alt: "" });
        picture.style.setProperty("--line", colours[at]);
        return el("li", {}, picture, text, values[at]);
      })),
    );
  }

  /** Follows the pattern a cell at a time with the picture that fits best. */
  function follow(state, engine) {
    const at = ([x, y]) => [shift[0] + x, shift[1] + y];
    const near = targets.map((target) => distance(state, engine, target, shift));
    const best = targets[near.indexOf(Math.min(...near))];
    const within = AROUND.filter((move) => Math.max(...at(move).map(Math.abs)) <= REACH);
    const fits = within.map((move) => distance(state, engine, best, at(move)));
    shift = at(within[fits.indexOf(Math.min(...fits))]);
  }

  async function measure() {
    const { engine } = dish() ?? {};
    const now = performance.now();
    if (!engine || !targets.length || busy || (bench.player.playing && now - measured < PERIOD)) return;
    [measured, busy] = [now, true];
    try {
      const step = engine.stepCount;
      const state = await engine.getState();
      if (engine !== dish()?.engine) return;
      if (step === 0) shift = [0, 0];
      follow(state, engine);
      const distances = targets.map((target) => distance(state, engine, target, shift));
      let mature = 0;
      const { aliveThreshold, channels, family } = engine;
      for (let at = family.aliveChannel; at < state.length; at += channels) if (state[at] > aliveThreshold) mature++;
      const best = distances.indexOf(Math.min(...distances));
      verdict.textContent = mature === 0 ? "Nothing lives" : `Most like: ${targets[best].text}`;
      cells.textContent = `${mature.toLocaleString("en")} mature cells`;
      distances.forEach((value, at) => { values[at].textContent = value.toExponential(1); });
      Object.assign(element.dataset, { nearest: targets[best].text, distance: String(distances[best]), step });
      chart.add(step, distances);
      living.add(step, mature);
    } finally {
      busy = false;
    }
  }
  bench.player.on("undone", () => [chart, living].forEach((one) => one?.rewind(dish()?.engine?.stepCount ?? 0)));
  bench.player.on("frame", measure);
  bench.player.on("change", measure); // a pause and a single step are no frames
  return { element, refresh, dispose: () => { chart?.dispose(); living.dispose(); } };
}
