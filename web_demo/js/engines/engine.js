/**
 * What every engine has in common. An engine holds one grid and one model and advances it; subclasses say where the
 * state lives (`readState`, `writeState`), how a step is made (`step`) and where weights go (`loadWeights`).
 */
import { familyOf } from "../families/index.js";
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
 * @typedef {Object<string, number | Float32Array>} Controls by the name that Python has for each, for instance `angle`,
 *   `fire_rate`, a matrix [channels, channels] or a mask [height, width]
 * @typedef {Object<string, ArrayLike<number>>} StepInputs what a step draws at random unless given, by name: fire masks
 *   [height, width] of 0 and 1, standard normal noise [height, width, channels - 1]
 */

/** @param {number} value positive @returns {number} the largest float32 below it */
function justBelow(value) {
  const float = Float32Array.of(value);
  new Int32Array(float.buffer)[0]--;
  return float[0];
}

/** @returns {number | Float32Array} `value`, refused where it is not of the kind and size of `own` or not finite */
function checkControl(name, value, own) {
  if (typeof own === "number") {
    if (!Number.isFinite(value)) throw new RangeError(`the control ${name} needs a number, not ${value}`);
    return value;
  }
  if (value?.length !== own.length || !value.every(Number.isFinite)) {
    throw new RangeError(`the control ${name} needs ${own.length} finite numbers`);
  }
  return Float32Array.from(value);
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
    // The state is float32, so the threshold is compared as one, as in Python. The published demo lets cells live that
    // just reach it, Python asks for more.
    this.aliveThreshold = eightBit ? justBelow(meta.alive_threshold) : Math.fround(meta.alive_threshold);
    this.random = new Random(randomSeed);
    this.stepCount = 0;
    /** What belongs to the model's family: where its life is, what a seed is, how it is drawn. */
    this.family = familyOf(meta);
    /** @type {Controls} */
    this.controls = {};
    /** Which controls have an effect here: those that the model knows. */
    this.adjustable = new Set();
    for (const [name, neutral] of Object.entries(this.family.controls)) {
      const made = typeof neutral === "function";
      this.declareControl(name, made ? neutral(this) : (meta[name] ?? neutral), made || name in meta);
    }
    this.imageData = null;
  }

  /**
   * @param {string} name
   * @param {number | Float32Array} value to begin with
   * @param {boolean} adjustable has an effect here
   */
  declareControl(name, value, adjustable) {
    this.controls[name] = value;
    if (adjustable) this.adjustable.add(name);
    else this.adjustable.delete(name);
  }

  /**
   * Takes effect with the next step.
   * @param {Controls} controls the others stay as they are, and so do those that this engine can't change, which are
   *   not in `adjustable`
   */
  setControls(controls) {
    for (const [name, value] of Object.entries(controls)) {
      if (!(name in this.controls)) throw new RangeError(`there is no control named ${name}`);
      const checked = checkControl(name, value, this.controls[name]);
      if (this.adjustable.has(name)) this.controls[name] = checked;
    }
  }

  /**
   * Run with other weights from the next step on.
   * @param {Map<string, Float32Array> | Object<string, Float32Array>} arrays by name; those not given stay as they are
   * @returns {void | Promise<void>}
   */
  setWeights(arrays) {
    const weights = new Map(this.model.weights);
    for (const [name, data] of arrays instanceof Map ? arrays : Object.entries(arrays)) {
      const own = weights.get(name);
      if (own?.data.length !== data.length) {
        throw new RangeError(`the array ${name} has ${data.length} values instead of ${own?.data.length ?? "none"}`);
      }
      weights.set(name, { shape: own.shape, data: Float32Array.from(data) });
    }
    this.model = { ...this.model, weights };
    return this.loadWeights(weights);
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
    this.edit((state) => plantSeed(state, this, x, y, this.family.plant));
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
    this.family.draw(this.readState(), this.channels, pixels, options);
  }

  /**
   * Wait until all steps asked for are computed: the graphics card may still be at work.
   * @returns {void | Promise<void>}
   */
  finish() {}

  dispose() {}
}
