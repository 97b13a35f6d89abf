/** Who among the cells of a dish is an adversary: planted one by one or scattered, and shown red over the picture. */

import { reducedMotion } from "../settings.js";

const RED = [230, 25, 25];
/** They are to be seen two thirds of the time; where movement is unwelcome, always. */
const BLINK_MS = 450;

export class Adversaries {
  /** @param {import("./dish.js").Dish} dish @param {() => void} onChange after every change */
  constructor(dish, onChange) {
    this.dish = dish;
    this.onChange = onChange;
    this.shown = true;
    /** Whether they come and go in the picture: not where it may stand still without them. */
    this.blinks = () => !reducedMotion();
    dish.touched = ["adversaries"];
  }

  /** @returns {Float32Array} 1 for each cell of the grid that is one, else 0; empty where there is no grid yet */
  get mask() {
    return this.dish.controls.adversaries ?? new Float32Array(0);
  }

  /** Nobody is one, in a grid of the engine's size. */
  clear() {
    const { width, height } = this.dish.engine;
    this.#use(new Float32Array(width * height));
  }

  /** @returns {number} how many cells of the grid */
  get count() {
    return this.mask.reduce((sum, one) => sum + one, 0);
  }

  /** Makes a cell one, or takes that back. @param {number} x @param {number} y @param {boolean} on */
  set(x, y, on) {
    const { width, height } = this.dish.engine;
    const [column, row] = [Math.round(x), Math.round(y)];
    if (column < 0 || column >= width || row < 0 || row >= height) return;
    const cell = row * width + column;
    if (this.mask[cell] === Number(on)) return;
    const mask = this.mask.slice();
    mask[cell] = Number(on);
    this.#use(mask);
  }

  /**
   * Draws anew who is one.
   * @param {number} share probability of each cell that lives
   * @param {(cell: number) => boolean} [allowed] where there may be any
   */
  async scatter(share, allowed = () => true) {
    const { engine } = this.dish;
    const state = await engine.getState();
    if (engine !== this.dish.engine) return;
    const lives = this.#living(state);
    this.#use(this.mask.map((_, cell) => Number(lives(cell) && allowed(cell) && Math.random() < share)));
  }

  /** Paints living ones red into the stage's image. */
  async paint() {
    const { engine, stage } = this.dish;
    if (!this.shown || !this.count) return;
    if (this.blinks() && Math.floor(performance.now() / BLINK_MS) % 3 === 2) return;
    const state = await engine.getState();
    if (engine !== this.dish.engine || stage.image.width !== engine.width) return;
    const lives = this.#living(state);
    const pixels = stage.image.data;
    this.mask.forEach((one, cell) => { if (one && lives(cell)) pixels.set(RED, 4 * cell); });
  }

  #living(state) {
    const { aliveThreshold, channels, family } = this.dish.engine;
    return (cell) => state[cell * channels + family.aliveChannel] > aliveThreshold;
  }

  #use(mask) {
    this.dish.setControls({ adversaries: mask });
    this.dish.touch();
    this.onChange();
  }
}
