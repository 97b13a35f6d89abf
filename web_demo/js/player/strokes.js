/** From fingers, pens and mice to strokes on a dish. Several pointers may draw at once. */

import { rememberAll } from "./history.js";

const DOUBLE_TAP_MS = 300;
const DOUBLE_TAP_CELLS = 4;

/**
 * @typedef {Object} StrokeTarget
 * @property {() => boolean} ready whether there is something to draw on
 * @property {(event: {shiftKey: boolean}) => Object} tool the tool for a stroke that starts now
 * @property {() => number} radius in cells
 * @property {() => import("./dish.js").Dish[]} reach the dishes that a stroke on this dish changes
 * @property {() => ((dish, x: number, y: number) => void)|null} doubleTap what two taps at one place do, if anything
 * @property {() => void} changed after each change
 */

export class Strokes {
  /**
   * @param {import("./dish.js").Dish} dish
   * @param {StrokeTarget} target
   */
  constructor(dish, target) {
    this.dish = dish;
    this.target = target;
    this.active = new Map();
    this.hover = null;
    this.lastTap = { time: -Infinity, x: 0, y: 0 };
    const { element } = dish.stage;
    element.addEventListener("pointerdown", (event) => this.#down(event));
    element.addEventListener("pointermove", (event) => this.#move(event));
    element.addEventListener("pointerup", (event) => this.#up(event));
    element.addEventListener("pointercancel", (event) => this.#up(event));
    element.addEventListener("pointerleave", () => { this.hover = null; this.target.changed(); });
    element.addEventListener("contextmenu", (event) => { if (this.active.size) event.preventDefault(); });
  }

  /** @returns {[number, number]} where on the grid, a cell's centre standing at whole numbers */
  #place(event) {
    const { stage } = this.dish;
    const point = stage.cellAt(event);
    const [x, y] = stage.sheet?.toGrid(point) ?? point;
    return [x - 0.5, y - 0.5];
  }

  #down(event) {
    if (event.button > 0 || !this.target.ready()) return;
    const { element } = this.dish.stage;
    element.setPointerCapture(event.pointerId);
    if (event.pointerType !== "mouse") event.preventDefault();
    const [x, y] = this.#place(event);
    const tool = this.target.tool(event);
    if (this.active.size === 0 && !tool.looks) rememberAll(this.target.reach());
    const tap = this.lastTap;
    const again = event.timeStamp - tap.time < DOUBLE_TAP_MS && Math.hypot(x - tap.x, y - tap.y) < DOUBLE_TAP_CELLS;
    this.lastTap = { time: again ? -Infinity : event.timeStamp, x, y };
    const doubleTap = !tool.looks && this.target.doubleTap();
    if (again && doubleTap) {
      doubleTap(this.dish, x, y);
      this.active.set(event.pointerId, { tool: null, x, y });
    } else {
      this.active.set(event.pointerId, { tool, x, y });
      this.apply(tool, x, y, x, y, true);
    }
    this.hover = { x, y };
    this.target.changed();
  }

  #move(event) {
    const stroke = this.active.get(event.pointerId);
    if (!this.target.ready()) return;
    if (stroke?.tool?.drags) {
      const points = event.getCoalescedEvents?.() ?? [];
      for (const point of points.length ? points : [event]) {
        const [x, y] = this.#place(point);
        this.apply(stroke.tool, stroke.x, stroke.y, x, y, false);
        stroke.x = x;
        stroke.y = y;
      }
    }
    const [x, y] = this.#place(event);
    this.hover = event.pointerType === "touch" && !stroke ? null : { x, y };
    this.target.changed();
  }

  #up(event) {
    this.active.delete(event.pointerId);
    if (event.pointerType === "touch") this.hover = null;
    this.target.changed();
  }

  /**
   * A straight piece of a stroke, with the tool applied often enough that no gap shows.
   * @param {boolean} first whether the piece starts the stroke: only then is its first point part of it
   */
  apply(tool, fromX, fromY, toX, toY, first) {
    const radius = this.target.radius();
    const length = Math.hypot(toX - fromX, toY - fromY);
    const pieces = Math.max(1, Math.ceil(length / Math.max(0.35, radius / 3)));
    for (const dish of this.target.reach()) {
      for (let i = first ? 0 : 1; i <= (length > 0 || !first ? pieces : 0); i++) {
        const share = i / pieces;
        tool.apply(dish.engine, fromX + (toX - fromX) * share, fromY + (toY - fromY) * share, radius);
      }
      dish.touch();
    }
  }

  /** @returns {boolean} whether a stroke is going on */
  get drawing() {
    return this.active.size > 0;
  }
}
