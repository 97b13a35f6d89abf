/**
 * Shows once what can be done here: after some idle seconds a ghost finger does it. Any input of the reader stops it.
 */

import { reducedMotion } from "../settings.js";
import { rememberAll } from "./history.js";

const IDLE_MS = 7000;
const STROKE_MS = 1100;
const INPUTS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "input"];
const SMALLEST_MOVE = 3; // pixels; a mouse that lies still may report moves too

/**
 * @typedef {object} Script
 * @property {number} from steps that the cells should have made
 * @property {[number, number][]} path in shares of the grid's sides, that the finger takes
 * @property {string} before @property {string} after words under the dish
 */

/** Whether it was shown since the page was loaded: once is enough. */
let shown = false;

export class Demonstration {
  /** @param {import("./workbench.js").Workbench} bench @param {Script} script */
  constructor(bench, script) {
    Object.assign(this, { bench, script });
    this.timer = 0;
    if (shown || reducedMotion()) return;
    this.stop = (event) => {
      const moved = Math.abs(event.movementX ?? 0) + Math.abs(event.movementY ?? 0);
      if (event.type === "pointermove" && moved < SMALLEST_MOVE) return;
      this.dispose();
    };
    for (const input of INPUTS) addEventListener(input, this.stop, { capture: true, passive: true });
    this.timer = setTimeout(() => this.#begin(), IDLE_MS);
  }

  #begin() {
    const { bench, script } = this;
    const [dish] = bench.dishes;
    if (!bench.player.playing || bench.player.resting.size || !dish?.engine || dish.engine.stepCount < script.from) {
      this.timer = setTimeout(() => this.#begin(), 1000);
      return;
    }
    shown = true;
    this.words = document.createElement("p");
    this.words.className = "demonstration";
    this.words.textContent = script.before;
    dish.stage.element.append(this.words);
    rememberAll([dish]);
    const start = performance.now();
    let before = null;
    const move = (now) => {
      // A frame's own time may lie before the moment it was asked for.
      const share = Math.min(1, Math.max(0, (now - start) / STROKE_MS));
      const [x, y] = this.#place(dish.engine, share);
      const { marks, strokes } = bench.parts.get(dish);
      strokes.hover = { x, y };
      strokes.apply(strokes.target.tool({ shiftKey: false }), ...(before ?? [x, y]), x, y, before === null);
      marks.ghost = { x, y };
      marks.wake();
      before = [x, y];
      this.frame = share < 1 ? requestAnimationFrame(move) : 0;
      if (share < 1) return;
      strokes.hover = marks.ghost = null;
      this.words.textContent = script.after;
      this.timer = setTimeout(() => this.dispose(), 6000);
    };
    this.frame = requestAnimationFrame(move);
  }

  /** @returns {[number, number]} where the finger is, in cells */
  #place({ width, height }, share) {
    const { path } = this.script;
    const at = Math.min(share * (path.length - 1), path.length - 1.001);
    const [[x0, y0], [x1, y1]] = path.slice(Math.floor(at), Math.floor(at) + 2);
    const part = at - Math.floor(at);
    return [(x0 + (x1 - x0) * part) * width, (y0 + (y1 - y0) * part) * height];
  }

  dispose() {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
    if (this.stop) for (const input of INPUTS) removeEventListener(input, this.stop, { capture: true });
    this.words?.remove();
    for (const { marks, strokes } of this.bench.parts.values()) { strokes.hover = marks.ghost = null; marks.wake(); }
  }
}
