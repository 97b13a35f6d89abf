/**
 * Any family, as the step graph that `python -m export.tfjs` made of it, in TensorFlow.js. It computes every cell of the grid,
 * and what is built into the graph (angle, step size, edges) stays as it is unless the graph has an input for it.
 */
import { Engine } from "./engine.js";
import { loadGraph } from "./tfjs/graph.js";
import { loadTensorflow } from "./tfjs/library.js";

/** Graph inputs that are controls of the page. */
const CONTROL_INPUTS = { angle: "angle", step_size: "stepSize" };

export class TfjsEngine extends Engine {
  /**
   * @param {import("../model_files.js").Model} model with a step graph: meta.tfjs
   * @param {import("./engine.js").EngineOptions} options
   * @param {boolean} card whether there is a graphics card worth using
   * @returns {Promise<TfjsEngine>}
   */
  static async create(model, options, card) {
    const { meta } = model;
    const builtIn = meta.edges ?? "zero";
    if (options.eightBit || (options.edges ?? builtIn) !== builtIn) {
      throw new RangeError(`the exported graph is made for floats and "${builtIn}" edges`);
    }
    const tf = await loadTensorflow(card, options.backend);
    const artifacts = await loadGraph(model);
    const graph = await tf.loadGraphModel({ load: async () => artifacts });
    return new TfjsEngine(model, options, tf, graph);
  }

  constructor(model, options, tf, graph) {
    super("tfjs", model, options);
    this.tf = tf;
    this.graph = graph;
    this.backend = tf.getBackend();
    this.shapes = new Map(graph.inputs.map(({ name, shape }) => [name.split(":")[0], shape]));
    for (const [name, control] of Object.entries(CONTROL_INPUTS)) {
      if (!this.shapes.has(name)) this.adjustable.delete(control);
    }
    if (!(model.meta.noise > 0)) this.adjustable.delete("noise"); // the graph has left it out
    this.disposed = false;
    this.changes = [];
    this.state = this.gridTensor(new Float32Array(this.width * this.height * this.channels), this.channels);
  }

  /** @param {Float32Array} values [height, width, channels] */
  gridTensor(values, channels, rank = 4) {
    const shape = [1, this.height, this.width, channels].slice(0, rank);
    return this.tf.tensor(values, shape, "float32");
  }

  /** Edits wait until the state can be read without stopping the graphics card. */
  edit(change) {
    this.changes.push(change);
  }

  /** Apply the edits that wait. @returns {Promise<Float32Array | null>} the state if there were any */
  async settle() {
    if (this.changes.length === 0 || this.disposed) return null;
    const tensor = this.state;
    const state = await tensor.data();
    if (tensor !== this.state || this.disposed) return this.settle(); // somebody else set the state meanwhile
    for (const change of this.changes.splice(0)) change(state);
    this.writeState(state);
    return state;
  }

  writeState(state) {
    if (this.disposed) return;
    this.changes = [];
    this.state.dispose();
    this.state = this.gridTensor(state.slice(), this.channels);
  }

  /** @returns {Promise<Float32Array>} the state with all edits; all zero once the engine is disposed of */
  async currentState() {
    const settled = await this.settle();
    if (this.disposed) return new Float32Array(this.width * this.height * this.channels);
    return settled ?? this.state.data();
  }

  async getState() {
    return (await this.currentState()).slice();
  }

  /** @param {import("./engine.js").StepInputs} [inputs] */
  async step(inputs = {}) {
    await this.settle();
    this.execute(inputs);
  }

  async steps(count) {
    await this.settle();
    for (let i = 0; i < count; i++) this.execute({});
    await this.finish();
  }

  execute({ fire, noise }) {
    const { controls, shapes, tf } = this;
    if (this.disposed) return;
    const next = tf.tidy(() => {
      const feeds = { state: this.state, fire: this.gridTensor(this.fireMask(fire), 1, shapes.get("fire").length) };
      if (shapes.has("noise")) feeds.noise = this.gridTensor(this.noiseValues(noise), this.channels - 1);
      for (const [name, control] of Object.entries(CONTROL_INPUTS)) {
        if (shapes.has(name)) feeds[name] = tf.tensor([controls[control]], shapes.get(name), "float32");
      }
      return this.graph.execute(feeds);
    });
    this.state.dispose();
    this.state = next;
    this.stepCount++;
  }

  fireMask(fire) {
    const { fireRate } = this.controls;
    const cells = this.width * this.height;
    if (fire) return new Float32Array(fire);
    return Float32Array.from({ length: cells }, () => (this.random.uniform() < fireRate ? 1 : 0));
  }

  /** The graph scales noise by the model's own deviation; what is fed makes up for another one. */
  noiseValues(noise) {
    const own = this.model.meta.noise;
    const factor = own > 0 ? this.controls.noise / own : 0;
    if (noise) return noise.map((value) => value * factor);
    const size = this.width * this.height * (this.channels - 1);
    return Float32Array.from({ length: size }, () => factor && factor * this.random.normal());
  }

  async finish() {
    await this.currentState();
  }

  async drawPixels(pixels, options) {
    this.drawState(await this.currentState(), pixels, options);
  }

  dispose() {
    if (this.disposed) return;
    this.disposed = true;
    this.state.dispose();
    this.graph.dispose();
  }
}
