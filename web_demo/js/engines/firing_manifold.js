/**
 * Automata of a manifold, as nca_tf/families/ncam/firing.py has them: gradients are sensed everywhere and normalised
 * over the whole grid, and only the cells that fire go through the dense layers.
 */
import { neighbourTable } from "./cells.js";
import { Engine } from "./engine.js";
import { createKernel } from "./kernels/index.js";
import { Layout, placeDense, ROW_BLOCK, roundUp } from "./kernels/layout.js";
import { filterMajor, perceiveSobel } from "./sobel.js";

/** Rows that go through the layers together. */
const CHUNK = 64;
/** Added to a variance before its root is taken; the same as in Python. */
const EPSILON = 1e-3;

export class FiringManifold extends Engine {
  /** @param {import("../model_files.js").Model} model @param {import("./engine.js").EngineOptions} options */
  constructor(model, options) {
    super("live", model, options);
    const { channels, meta: { hidden, norm = true } } = { channels: this.channels, meta: model.meta };
    this.norm = norm;
    this.cells = this.width * this.height;
    const layout = new Layout();
    layout.take((this.cells + 1) * channels); // the states, at offset 0; the last one is the outside, always zero
    this.first = placeDense(layout, 3 * channels, hidden);
    this.second = placeDense(layout, hidden, channels, this.first.outputs);
    this.sensedAt = layout.take(this.cells * this.first.inputs);
    this.chosenAt = layout.take(CHUNK * this.first.inputs);
    this.hiddenAt = layout.take(CHUNK * this.first.outputs);
    this.addedAt = layout.take(CHUNK * this.second.outputs);
    this.kernel = createKernel(layout.size, options.kernel);
    this.neighbours = neighbourTable(this.width, this.height, this.edges, 3);
    this.all = Int32Array.from({ length: this.cells }, (_, cell) => cell);
    this.acting = new Int32Array(CHUNK);
    this.loadWeights(model.weights);
  }

  loadWeights(weights) {
    const data = (name) => weights.get(name).data;
    /** Rows in the order of what is sensed: all states, all x-gradients, all y-gradients. */
    this.rows = filterMajor(data("dense1/kernel"), this.channels);
    this.bias = data("dense1/bias");
    this.second.load(this.kernel.floats, data("dense2/kernel"), data("dense2/bias"));
    this.first.load(this.kernel.floats, this.rows, this.bias);
  }

  readState() {
    return this.kernel.floats.subarray(0, this.cells * this.channels);
  }

  writeState(state) {
    this.kernel.floats.set(state, 0);
  }

  /** @param {import("./engine.js").StepInputs} [given] */
  step({ fire } = {}) {
    const { acting, all, cells, channels, controls, first, kernel: { floats }, random, sensedAt } = this;
    perceiveSobel(floats, channels, this.neighbours, all, 0, cells, sensedAt, first.inputs, 0);
    if (this.norm) this.#normalise();
    let count = 0;
    for (let cell = 0; cell < cells; cell++) {
      if (fire ? fire[cell] : random.uniform() < controls.fire_rate) {
        const row = sensedAt + cell * first.inputs;
        floats.copyWithin(this.chosenAt + count * first.inputs, row, row + first.inputs);
        acting[count++] = cell;
      }
      // What was sensed is from before the step, whatever is added meanwhile.
      if (count === CHUNK || (cell === cells - 1 && count > 0)) { this.#act(count); count = 0; }
    }
    this.stepCount++;
  }

  /** Writes weights that do with what was sensed what the model's do with normalised gradients. */
  #normalise() {
    const { bias, cells, channels, first, kernel: { floats }, rows, sensedAt } = this;
    const hidden = bias.length;
    const changed = rows.slice();
    const shifted = bias.slice();
    for (let column = channels; column < 3 * channels; column++) {
      let sum = 0;
      let squares = 0;
      for (let at = sensedAt + column, end = at + cells * first.inputs; at < end; at += first.inputs) {
        sum += floats[at];
        squares += floats[at] * floats[at];
      }
      const mean = sum / cells;
      const scale = 1 / Math.sqrt(squares / cells - mean * mean + EPSILON);
      for (let j = 0, at = column * hidden; j < hidden; j++, at++) {
        changed[at] *= scale;
        shifted[j] -= changed[at] * mean;
      }
    }
    first.load(floats, changed, shifted);
  }

  /** Adds what the rule says to the first `count` of the acting cells. */
  #act(count) {
    const { acting, addedAt, channels, first, kernel, second } = this;
    const { floats } = kernel;
    const padded = roundUp(count, ROW_BLOCK);
    kernel.dense(first, this.chosenAt, this.hiddenAt, padded, true);
    kernel.dense(second, this.hiddenAt, addedAt, padded, false);
    for (let row = 0; row < count; row++) {
      const to = acting[row] * channels;
      const from = addedAt + row * second.outputs;
      for (let c = 0; c < channels; c++) floats[to + c] += floats[from + c];
    }
  }
}
