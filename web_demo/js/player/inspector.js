/**
 * What is in the cell under the pointer: its channels, what it perceives, what the rule would add, whether it fired.
 */

import { el } from "../dom.js";
import { folded } from "../ui/controls.js";
import { ABOVE, BELOW } from "./channels.js";

const PERIOD = 100; // ms
const TILE = 12;

/**
 * @param {import("./workbench.js").Workbench} bench
 * @param {() => import("./dish.js").Dish} active
 * @returns {{element: HTMLElement}}
 */
export function inspector(bench, active) {
  const words = el("p", { class: "small", text: "Point at a cell, or choose Look and touch one." });
  const rows = el("div", { class: "inspector-rows" });
  const note = el("p", { class: "soft small", text: "One square a channel: orange above 0, blue below." });
  const element = folded("One cell", words, rows, note);
  element.classList.add("inspector");
  let cell = null;
  let read = -Infinity;
  let timer = 0;

  async function refresh() {
    const dish = active();
    const { strokes, cursor } = bench.parts.get(dish) ?? {};
    const place = strokes?.hover ?? (cursor?.position && { x: cursor.position[0], y: cursor.position[1] });
    if (place) cell = [Math.round(place.x), Math.round(place.y)];
    const { engine } = dish ?? {};
    if (bench.tool.looks && place && !element.open) element.open = true;
    if (!element.open || !engine || !cell) return;
    const early = read + PERIOD - performance.now();
    if (early > 0) {
      timer ||= setTimeout(() => { timer = 0; refresh(); }, early);
      return;
    }
    read = performance.now();
    const [x, y] = cell.map((value, axis) => Math.min(Math.max(value, 0), (axis ? engine.height : engine.width) - 1));
    const state = await engine.getState();
    if (engine !== dish.engine) return;
    const { channels, aliveThreshold, family } = engine;
    const at = y * engine.width + x;
    const own = state.subarray(at * channels, (at + 1) * channels);
    const alive = family.lives?.(own, aliveThreshold) ?? own[family.aliveChannel] > aliveThreshold;
    const seen = engine.inspect?.(at);
    const fired = !seen ? "" : seen.fired ? " It fired in the last step." : " It did not fire in the last step.";
    words.textContent = `Column ${x + 1}, row ${y + 1}: ${alive ? "alive" : "not alive"}.${fired}`;
    const shown = [["holds", own]];
    if (seen) {
      for (const [group, name] of family.senses.entries()) {
        shown.push([name, seen.perception.subarray((group + 1) * channels, (group + 2) * channels)]);
      }
      shown.push(["adds", seen.increment.subarray(0, channels)]);
    }
    rows.replaceChildren(...shown.flatMap(([name, values]) => [
      el("span", { class: "small soft", text: name }), strip(values),
    ]));
  }

  bench.player.on("frame", refresh);
  bench.player.on("change", refresh); // a single step and what is taken back are no frames
  bench.onLook = refresh;
  element.addEventListener("toggle", refresh);
  return { element };
}

/** Values as coloured squares, full colour at 1. @param {Float32Array} values */
function strip(values) {
  const canvas = el("canvas", { width: values.length * TILE, height: TILE, class: "inspector-strip", role: "img" });
  canvas.setAttribute("aria-label", [...values].map((value) => value.toFixed(2)).join(" "));
  const context = canvas.getContext("2d");
  values.forEach((value, at) => {
    context.fillStyle = `rgb(${(value < 0 ? BELOW : ABOVE).join(" ")} / ${Math.min(1, Math.abs(value) + 0.06)})`;
    context.fillRect(at * TILE, 0, TILE - 1, TILE);
  });
  return canvas;
}
