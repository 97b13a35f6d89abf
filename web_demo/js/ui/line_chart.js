/** One number over time on a logarithmic scale, newest at the right. */

import { el } from "../dom.js";

const POINTS = 300;

/**
 * Matches a canvas to its place on the screen.
 * @param {HTMLCanvasElement} canvas
 * @returns {{context: CanvasRenderingContext2D, width: number, height: number, density: number}|null} null while it has
 *   no place
 */
export function fitted(canvas) {
  const density = Math.min(devicePixelRatio || 1, 3);
  const width = Math.round(canvas.clientWidth * density);
  const height = Math.round(canvas.clientHeight * density);
  if (!width || !height) return null;
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext("2d");
  context.clearRect(0, 0, width, height);
  return { context, width, height, density };
}

export class LineChart {
  /** @param {{label: string, low: number, high: number}} options low and high: powers of ten at the edges */
  constructor({ label, low, high }) {
    this.low = Math.log10(low);
    this.high = Math.log10(high);
    this.canvas = el("canvas", { class: "chart", role: "img", "aria-label": label });
    this.points = [];
    this.observer = new ResizeObserver(() => this.draw());
    this.observer.observe(this.canvas);
  }

  clear() {
    this.points = [];
    this.draw();
  }

  /** @param {number} step one before the last starts the chart anew @param {number} value */
  add(step, value) {
    const last = this.points.at(-1);
    if (last && step < last.step) this.points = [];
    if (last && step === last.step) this.points.pop();
    this.points.push({ step, value });
    if (this.points.length > POINTS) this.points.shift();
    this.draw();
  }

  draw() {
    const fit = fitted(this.canvas);
    if (!fit) return;
    const { context, width, height, density } = fit;
    const style = getComputedStyle(this.canvas);
    const y = (value) => ((this.high - Math.log10(Math.max(value, 1e-12))) / (this.high - this.low)) * height;
    context.strokeStyle = style.getPropertyValue("--line-strong");
    context.globalAlpha = 0.35;
    context.lineWidth = density;
    context.beginPath();
    for (let power = Math.ceil(this.low) + 1; power < this.high; power++) {
      const at = Math.round(y(10 ** power)) + 0.5;
      context.moveTo(0, at);
      context.lineTo(width, at);
    }
    context.stroke();
    context.globalAlpha = 1;
    const { points } = this;
    if (points.length < 2) return;
    const first = points[0].step;
    const span = Math.max(points.at(-1).step - first, 100);
    context.strokeStyle = style.getPropertyValue("--accent");
    context.lineWidth = 2 * density;
    context.lineJoin = "round";
    context.beginPath();
    for (const { step, value } of points) context.lineTo(((step - first) / span) * width, Math.min(Math.max(y(value), density), height - density));
    context.stroke();
  }

  dispose() {
    this.observer.disconnect();
  }
}
