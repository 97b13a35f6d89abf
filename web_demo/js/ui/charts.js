/** Charts that run along with the cells, newest at the right, with their axes. */

import { el } from "../dom.js";
import { onSetting } from "../settings.js";

const POINTS = 300;
/** Pixels for the numbers beside the axes. */
const MARGIN = { left: 52, bottom: 15 };

/** @param {number[]} colour RGB bytes */
export const css = (colour) => `rgb(${colour.join(" ")})`;

/** A colour with the values of the style sheet's variables in it, as a canvas needs it. */
const inStyle = (colour, style) => colour.replace(/var\((--[\w-]+)\)/g, (_, name) => style.getPropertyValue(name));

/** What both charts have in common: a canvas, points by step, axes. */
class Chart {
  /** @param {string} label accessible name @param {number} shortest least steps from the left edge to the right */
  constructor(label, shortest) {
    this.canvas = el("canvas", { class: "chart", role: "img", "aria-label": label });
    this.shortest = shortest;
    this.points = [];
    /** Steps at which something happened. @type {number[]} */
    this.moments = [];
    this.observer = new ResizeObserver(() => this.draw());
    this.observer.observe(this.canvas);
    this.stopListening = onSetting((name) => { if (name === "theme") this.draw(); });
  }

  clear() {
    this.points = [];
    this.moments = [];
    this.draw();
  }

  /** Marks a moment with a line from now on. @param {number} step */
  mark(step) {
    this.moments.push(step);
    this.draw();
  }

  /** Forgets what came after, and what happened at that moment. @param {number} step what cells are back at */
  rewind(step) {
    this.points = this.points.filter((point) => point.step <= step);
    this.moments = this.moments.filter((moment) => moment < step);
    this.draw();
  }

  /** @param {number} step one before the last starts the chart anew @param {*} value */
  add(step, value) {
    const last = this.points.at(-1);
    if (last && step < last.step) [this.points, this.moments] = [[], []];
    if (last && step === last.step) this.points.pop();
    this.points.push({ step, value });
    if (this.points.length > POINTS) this.points.shift();
    this.draw();
  }

  /** Matches the canvas to its place on the screen and draws; nothing while it has no place. */
  draw() {
    const { canvas, points } = this;
    canvas.dataset.moments = this.moments.join(" ");
    const density = Math.min(devicePixelRatio || 1, 3);
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    if (!width || !height) return;
    const [wide, high] = [Math.round(width * density), Math.round(height * density)];
    if (canvas.width !== wide || canvas.height !== high) [canvas.width, canvas.height] = [wide, high];
    const context = canvas.getContext("2d");
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, width, height);
    const style = getComputedStyle(canvas);
    const box = { left: MARGIN.left, right: width - 4, top: 4, bottom: height - MARGIN.bottom };
    const first = points[0]?.step ?? 0;
    const last = Math.max(points.at(-1)?.step ?? 0, first + this.shortest);
    const x = (step) => box.left + ((step - first) / (last - first)) * (box.right - box.left);
    context.font = `11px ${style.fontFamily}`;
    context.fillStyle = style.color;
    context.textAlign = "left";
    context.fillText(first ? `step ${first.toLocaleString("en")}` : "0 steps", box.left, height - 3);
    context.textAlign = "right";
    context.fillText(last.toLocaleString("en"), box.right, height - 3);
    context.textBaseline = "middle";
    for (const [text, at] of this.marks(box)) {
      context.fillText(text, box.left - 5, Math.min(Math.max(at, box.top + 4), box.bottom - 3));
      context.fillRect(box.left, Math.round(at), box.right - box.left, at === box.bottom ? 1 : 0.4);
    }
    context.textBaseline = "alphabetic";
    if (points.length > 1) this.trace(context, box, x, style);
    context.strokeStyle = style.color;
    context.lineWidth = 1.5;
    context.setLineDash([4, 3]);
    for (const step of this.moments.filter((moment) => moment >= first && moment <= last)) {
      context.beginPath();
      context.moveTo(x(step), box.top);
      context.lineTo(x(step), box.bottom);
      context.stroke();
    }
    context.setLineDash([]);
  }

  dispose() {
    this.stopListening();
    this.observer.disconnect();
  }
}

/** One number over time, or several, on a logarithmic scale unless it is told otherwise. */
export class LineChart extends Chart {
  /**
   * @param {{label: string, low: number, high: number, linear?: boolean, colours?: string[]}} options low and high: at
   *   the edges, powers of ten unless linear; colours: one for each of several numbers
   */
  constructor({ label, low, high, linear = false, colours = null }) {
    super(label, 100);
    Object.assign(this, { linear, colours });
    [this.low, this.high] = linear ? [low, high] : [Math.log10(low), Math.log10(high)];
  }

  #y(value, { top, bottom }) {
    const share = (this.high - (this.linear ? value : Math.log10(Math.max(value, 1e-12)))) / (this.high - this.low);
    return top + Math.min(Math.max(share, 0), 1) * (bottom - top);
  }

  marks(box) {
    if (this.linear) return [this.low, this.high].map((value) => [value.toLocaleString("en"), this.#y(value, box)]);
    const powers = Array.from({ length: Math.round(this.high - this.low) + 1 }, (_, at) => this.low + at);
    return powers.filter((__, at) => at % 2 === 0).map((power) => [
      String(Number(`1e${power}`)), this.#y(10 ** power, box),
    ]);
  }

  trace(context, box, x, style) {
    context.lineWidth = 2;
    context.lineJoin = "round";
    const colours = this.colours ?? ["var(--accent)"];
    colours.forEach((colour, at) => {
      context.strokeStyle = inStyle(colour, style);
      context.beginPath();
      for (const { step, value } of this.points) {
        context.lineTo(x(step), this.#y(this.colours ? value[at] : value, box));
      }
      context.stroke();
    });
  }
}

/** Where the scale of a count may end: at one of these times a power of ten. */
const ROUND = [1, 1.5, 2, 3, 5, 7.5, 10];
const LEAST_TOP = 1000;

/** Numbers of cells over time, from none to somewhat more than there have been. */
export class CountChart extends LineChart {
  /** @param {{label: string, colours?: string[]}} options as of `LineChart` */
  constructor({ label, colours = null }) {
    super({ label, low: 0, high: LEAST_TOP, linear: true, colours });
  }

  draw() {
    const most = Math.max(LEAST_TOP, ...this.points.flatMap(({ value }) => value));
    const power = 10 ** Math.floor(Math.log10(most));
    this.high = power * ROUND.find((round) => round * power >= most);
    super.draw();
  }
}

/** How the classes' shares change over time: stacked areas. */
export class ShareChart extends Chart {
  /** @param {string} label accessible name */
  constructor(label) {
    super(label, 40);
    /** CSS colours of the classes. @type {string[]} */
    this.colours = [];
  }

  marks({ top, bottom }) {
    return [["100 %", top], ["0 %", bottom]];
  }

  trace(context, { top, bottom }, x) {
    const { points } = this;
    const floor = points.map(() => 0);
    const y = (share) => bottom - share * (bottom - top);
    this.colours.forEach((colour, label) => {
      const ceiling = points.map(({ value }, at) => floor[at] + value[label]);
      if (ceiling.some((value, at) => value > floor[at])) {
        context.beginPath();
        points.forEach(({ step }, at) => context.lineTo(x(step), y(ceiling[at])));
        for (let at = points.length - 1; at >= 0; at--) context.lineTo(x(points[at].step), y(floor[at]));
        context.closePath();
        context.fillStyle = colour;
        context.fill();
      }
      ceiling.forEach((value, at) => { floor[at] = value; });
    });
  }
}
