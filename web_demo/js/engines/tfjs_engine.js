/**
 * Any family, as the step graph that `python -m export.tfjs` made of it, in TensorFlow.js. It computes every cell of
 * the grid. What the graph takes besides the state, meta.json declares: what is drawn for each step, and what can be
 * controlled. What is built into the graph (edges, for instance) stays as it is.
 */
import { Engine } from "./engine.js";
import { fetchGraph, withWeights } from "./tfjs/graph.js";
import { loadTensorflow } from "./tfjs/library.js";

const STATE = "state";

/**
 * @typedef {object} InputSpec an input of the graph as meta.json declares it
 * @property {(number | null)[]} shape null where it is the grid's: batch, height and width
 * @property {"fire" | "normal"} [drawn] for each step: 1 with the probability of the control `fire_rate`, else 0; or
 *   standard normal, scaled by the control of the input's own name if there is one. Without it the input is a control
 * @property {number} [low] @property {number} [high] the values accepted
 * @property {number | any[]} [default] of a control
 */

export class TfjsEngine extends Engine {
  /**
   * @param {import("../model_files.js").Model} model with a step graph: meta.tfjs
   * @param {import("./engine.js").EngineOptions} options
   * @param {boolean} card whether there is a graphics card worth using
   * @returns {Promise<TfjsEngine>}
   */
  static async create(model, options, card) {
    const builtIn = model.meta.edges ?? "zero";
    if (options.eightBit || (options.edges ?? builtIn) !== builtIn) {
      throw new RangeError(`the exported graph is made for floats and "${builtIn}" edges`);
    }
    const tf = await loadTensorflow(card, options.backend);
    const files = await fetchGraph(model);
    const engine = new TfjsEngine(model, options, tf, files);
    try {
      await engine.loadWeights(model.weights);
    } catch (error) {
      engine.dispose();
      throw error;
    }
    return engine;
  }

  constructor(model, options, tf, files) {
    super("tfjs", model, options);
    this.tf = tf;
    this.files = files;
    this.graph = null;
    this.backend = tf.getBackend();
    /** @type {Object<string, InputSpec>} */
    const { [STATE]: _, ...inputs } = model.meta.tfjs.inputs;
    this.inputs = inputs;
    for (const name of this.adjustable) if (!this.#drives(name)) this.adjustable.delete(name);
    for (const [name, spec] of Object.entries(inputs)) {
      if (!spec.drawn) this.declareControl(name, this.#first(spec), true);
    }
    this.disposed = false;
    this.changes = [];
    this.stateSpec = model.meta.tfjs.inputs[STATE];
    this.state = this.tensorOf(new Float32Array(this.width * this.height * this.channels), this.stateSpec);
  }

  /** @returns {boolean} whether a control of the family has an effect on what is drawn for the graph */
  #drives(control) {
    if (control === "fire_rate") return Object.values(this.inputs).some(({ drawn }) => drawn === "fire");
    return this.inputs[control]?.drawn === "normal" && this.model.meta[control] > 0;
  }

  /** The value that an input begins with: its default, spread over the grid where that has one value for all. */
  #first({ shape, default: value = 0 }) {
    const values = [value].flat(Infinity);
    const size = this.extents(shape).reduce((product, length) => product * length, 1);
    if (size === 1) return values[0];
    return Float32Array.from({ length: size }, (__, at) => values[at % values.length]);
  }

  /** @returns {number[]} a declared shape with the grid's own extents */
  extents(shape) {
    const free = shape.filter((length) => length === null).length;
    const own = free === 2 ? [this.height, this.width] : [1, this.height, this.width];
    return shape.map((length) => length ?? own.shift());
  }

  tensorOf(values, { shape }) {
    return this.tf.tensor(values, this.extents(shape), "float32");
  }

  setControls(controls) {
    for (const [name, value] of Object.entries(controls)) {
      const { low = -Infinity, high = Infinity } = this.inputs[name] ?? {};
      const wrong = Array.from(typeof value === "number" ? [value] : value).find((one) => one < low || one > high);
      if (wrong !== undefined) throw new RangeError(`${name} has ${wrong}; ${low} to ${high} is accepted`);
    }
    super.setControls(controls);
  }

  async loadWeights(weights) {
    const artifacts = withWeights(this.files, this.model.meta.tfjs, weights);
    const graph = await this.tf.loadGraphModel({ load: async () => artifacts });
    this.graph?.dispose();
    this.graph = graph;
  }

  /** Edits wait until the state can be read without stopping the graphics card. */
  edit(change) {
    this.changes.push(change);
  }

  /** Apply the edits that wait. @returns {Promise<Float32Array | null>} the state if there were any */
  async settleEdits() {
    if (this.changes.length === 0 || this.disposed) return null;
    const tensor = this.state;
    const due = this.changes.length; // what is asked for from now on comes after the state that is waited for
    const state = await tensor.data();
    if (tensor !== this.state || this.disposed) return this.settleEdits(); // somebody else set the state meanwhile
    const later = this.changes.splice(due);
    for (const change of this.changes) change(state);
    this.writeState(state);
    this.changes = later;
    return state;
  }

  writeState(state) {
    if (this.disposed) return;
    this.changes = [];
    this.state.dispose();
    this.state = this.tensorOf(state.slice(), this.stateSpec);
  }

  /** @returns {Promise<Float32Array>} the state with all edits; all zero once the engine is disposed of */
  async currentState() {
    const settled = await this.settleEdits();
    if (this.disposed) return new Float32Array(this.width * this.height * this.channels);
    return settled ?? this.state.data();
  }

  async getState() {
    return (await this.currentState()).slice();
  }

  /** @param {import("./engine.js").StepInputs} [given] */
  async step(given = {}) {
    await this.settleEdits();
    this.execute(given);
  }

  async steps(count) {
    await this.settleEdits();
    for (let i = 0; i < count; i++) this.execute({});
    await this.finish();
  }

  execute(given) {
    if (this.disposed) return;
    const next = this.tf.tidy(() => {
      const feeds = { [STATE]: this.state };
      for (const [name, spec] of Object.entries(this.inputs)) {
        const value = spec.drawn ? this.#drawn(name, spec, given[name]) : this.controls[name];
        feeds[name] = this.tensorOf(typeof value === "number" ? [value] : value, spec);
      }
      return this.graph.execute(feeds);
    });
    this.state.dispose();
    this.state = next;
    this.stepCount++;
  }

  /** @param {string} name @param {InputSpec} spec @param {ArrayLike<number>} [given] @returns {Float32Array} */
  #drawn(name, { drawn, shape }, given) {
    const { controls, model, random } = this;
    const length = this.extents(shape).reduce((product, extent) => product * extent, 1);
    if (drawn === "fire") {
      if (given) return Float32Array.from(given);
      return Float32Array.from({ length }, () => (random.uniform() < controls.fire_rate ? 1 : 0));
    }
    // The graph scales noise by the model's own deviation; what is fed makes up for another one.
    const factor = model.meta[name] > 0 ? controls[name] / model.meta[name] : 1;
    if (given) return Float32Array.from(given, (value) => value * factor);
    return Float32Array.from({ length }, () => factor && factor * random.normal());
  }

  async finish() {
    await this.currentState();
  }

  async drawPixels(pixels, options) {
    this.family.draw(await this.currentState(), this.channels, pixels, options);
  }

  dispose() {
    if (this.disposed) return;
    this.disposed = true;
    this.state.dispose();
    this.graph?.dispose();
  }
}
