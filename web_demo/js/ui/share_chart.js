/** How the classes' shares change over time: stacked areas, newest at the right. */

import { el } from "../dom.js";
import { fitted } from "./line_chart.js";

const POINTS = 240;

export class ShareChart {
  /** @param {string} label accessible name */
  constructor(label) {
    this.canvas = el("canvas", { class: "chart", role: "img", "aria-label": label });
    this.points = [];
    this.observer = new ResizeObserver(() => this.draw());
    this.observer.observe(this.canvas);
    this.colours = [];
  }

  clear() {
    this.points = [];
    this.draw();
  }

  /**
   * @param {number} step a step that is not beyond the last one starts the chart anew
   * @param {number[]} shares of each class, together at most 1
   * @param {string[]} colours CSS colours of the classes
   */
  add(step, shares, colours) {
    const last = this.points.at(-1);
    if (last && step < last.step) this.points = [];
    if (last && step === last.step) this.points.pop();
    this.points.push({ step, shares });
    if (this.points.length > POINTS) this.points.shift();
    this.colours = colours;
    this.draw();
  }

  draw() {
    const { points } = this;
    const fit = fitted(this.canvas);
    if (!fit || points.length < 2) return;
    const { context, width, height } = fit;
    const first = points[0].step;
    const span = Math.max(points.at(-1).step - first, 40);
    const x = (point) => ((point.step - first) / span) * width;
    const floor = points.map(() => 0);
    this.colours.forEach((colour, label) => {
      const top = points.map((point, at) => floor[at] + point.shares[label]);
      if (top.some((value, at) => value > floor[at])) {
        context.beginPath();
        points.forEach((point, at) => context.lineTo(x(point), height * (1 - top[at])));
        for (let at = points.length - 1; at >= 0; at--) context.lineTo(x(points[at]), height * (1 - floor[at]));
        context.closePath();
        context.fillStyle = colour;
        context.fill();
      }
      top.forEach((value, at) => { floor[at] = value; });
    });
  }

  dispose() {
    this.observer.disconnect();
  }
}
