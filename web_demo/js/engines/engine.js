/**
 * What every engine has in common. An engine holds one grid and one model and advances it; subclasses say where the state
 * lives (`readState`, `writeState`) and how a step is made (`step`).
 */
import { drawState } from "./drawing.js";
import { eraseDisc, paintDisc, plantSeed, replaceImage } from "./edits.js";
import { Random } from "./random.js";

/**
 * @typedef {object} EngineOptions
 * @property {number} width cells
 * @property {number} height cells
 * @property {'zero' | 'wrap'} [edges] instead of the model's own
 * @property {boolean} [eightBit] round everything to 8 bits as the published demo does (growing only)
 * @property {number} [randomSeed] for repeatable fire masks and noise
 *
 * @typedef {object} Controls
 * @property {number} angle radians by which a growing model's perception is turned
 * @property {number} fireRate probability that a cell updates in a step
 * @property {number} stepSize factor of a growing model's increments
 * @property {number} noise standard deviation of a digit classifier's noise
 *
 * @typedef {object} StepInputs what a step draws at random unless given
 * @property {Uint8Array} [fire] [height, width] 1 where a cell updates
 * @property {Float32Array} [noise] [height, width, channels - 1] standard normal, for a digit classifier's increments
 */

/** For each control its key in meta.json, and the value that changes nothing. */
const CONTROLS = {
  angle: { key: "angle", neutral: 0 },
  fireRate: { key: "fire_rate", neutral: 1 },
  stepSize: { key: "step_size", neutral: 1 },
  noise: { key: "noise", neutral: 0 },
};

/** @param {number} value positive @returns {number} the largest float32 below it */
function justBelow(value) {
  const float = Float32Array.of(value);
  new Int32Array(float.buffer)[0]--;
  return float[0];
}

export class Engine {
  /**
   * @param {string} id
   * @param {import("../model_files.js").Model} model
   * @param {EngineOptions} options
   */
  constructor(id, model, { width, height, edges = model.meta.edges ?? "zero", eightBit = false, randomSeed }) {
    const { meta } = model;
    this.id = id;
    this.model = model;
    this.width = width;
    this.height = height;
    this.channels = meta.channels;
    this.edges = edges;
    this.eightBit = eightBit;
    // The state is float32, so the threshold is compared as one, as in Python. The published demo lets cells live that just
    // reach it, Python asks for more.
    this.aliveThreshold = eightBit ? justBelow(meta.alive_threshold) : Math.fround(meta.alive_threshold);
    this.random = new Random(randomSeed);
    this.stepCount = 0;
    /** @type {Controls} */
    this.controls = {};
    /** Which controls have an effect here: those that the model knows. */
    this.adjustable = new Set();
    for (const [control, { key, neutral }] of Object.entries(CONTROLS)) {
      this.controls[control] = meta[key] ?? neutral;
      if (key in meta) this.adjustable.add(control);
    }
    /**
     * Called when the engine can't go on because the browser took its graphics context away.
     * @type {(reason: string, last: {state: Float32Array, stepCount: number}) => void} last: what was known latest
     */
    this.onLost = () => {};
    this.imageData = null;
  }

  /**
   * @param {Partial<Controls>} controls the others stay as they are, and so do those that this engine can't change, which
   *   are not in `adjustable`
   */
  setControls(controls) {
    for (const [key, value] of Object.entries(controls)) {
      if (!(key in this.controls)) throw new RangeError(`there is no control named ${key}`);
      if (!Number.isFinite(value)) throw new RangeError(`the control ${key} needs a number, not ${value}`);
      if (this.adjustable.has(key)) this.controls[key] = value;
    }
  }

  /** All cells zero, counting from step 0. */
  reset() {
    this.writeState(new Float32Array(this.width * this.height * this.channels));
    this.stepCount = 0;
  }

  /** @param {Float32Array} state [height, width, channels] */
  setState(state) {
    const size = this.width * this.height * this.channels;
    if (state.length !== size) throw new RangeError(`the state has ${state.length} values instead of ${size}`);
    this.writeState(state);
  }

  /** @returns {Promise<Float32Array>} a copy, [height, width, channels] */
  async getState() {
    return this.readState().slice();
  }

  /** Change the state in place. @param {(state: Float32Array) => void} change */
  edit(change) {
    const state = this.readState();
    change(state);
    this.writeState(state);
  }

  seed(x, y) {
    this.edit((state) => plantSeed(state, this, x, y));
  }

  erase(x, y, radius) {
    this.edit((state) => eraseDisc(state, this, x, y, radius));
  }

  paint(x, y, radius, value) {
    this.edit((state) => paintDisc(state, this, x, y, radius, value, this.aliveThreshold));
  }

  setImage(image, mutate = false) {
    const size = this.width * this.height;
    if (image.length !== size) throw new RangeError(`the image has ${image.length} pixels instead of ${size}`);
    this.edit((state) => replaceImage(state, this, image, mutate, this.aliveThreshold));
  }

  /** @param {number} count @returns {void | Promise<void>} */
  steps(count) {
    for (let i = 0; i < count; i++) this.step();
  }

  /**
   * @param {CanvasRenderingContext2D | ImageData} target gets width x height pixels
   * @param {import("./drawing.js").DrawOptions} [options]
   */
  async draw(target, options = {}) {
    const image = target instanceof ImageData ? target : this.imageFor(target);
    await this.drawPixels(image.data, options);
    if (image !== target) target.putImageData(image, 0, 0);
  }

  imageFor(context) {
    this.imageData ??= context.createImageData(this.width, this.height);
    return this.imageData;
  }

  drawPixels(pixels, options) {
    this.drawState(this.readState(), pixels, options);
  }

  drawState(state, pixels, options) {
    drawState(state, this.channels, pixels, options);
  }

  /** Wait until all steps asked for are computed: the graphics card may still be at work. @returns {void | Promise<void>} */
  finish() {}

  dispose() {}
}
