/**
 * One rule of an automaton for living cells: what some cells perceive, through dense layers to what is added to them.
 */
import { roundTo8Bits, SIGNED, UNSIGNED } from "./codec8.js";
import { placeDense, ROW_BLOCK, roundUp } from "./kernels/layout.js";

/** Rows computed at once: their perceptions and hidden units stay in the processor's nearest cache. */
const CHUNK = 64;

/**
 * @typedef {object} RuleDescription
 * @property {string[]} layers names of its dense layers, first to last; `<name>/kernel` and `<name>/bias` are their
 *   arrays
 * @property {string} [draw] name of its fire mask, "fire" unless said: no two rules share one
 * @property {(kernel: Float32Array) => Float32Array} [reorder] the first kernel's rows into the order of `perceive`
 * @property {(rule: LiveRule, cells: Int32Array, from: number, count: number) => void} perceive writes what
 *   cells[from .. from + count - 1] perceive into rows of rule.inputs floats at `rule.perceptionAt`
 */

export class LiveRule {
  /**
   * @param {RuleDescription} description
   * @param {import("../model_files.js").Model} model
   * @param {import("./kernels/layout.js").Layout} layout
   */
  constructor({ layers, draw = "fire", reorder = (kernel) => kernel, perceive }, model, layout) {
    this.names = layers;
    this.draw = draw;
    this.reorder = reorder;
    this.perceive = perceive;
    this.layers = [];
    for (const name of layers) {
      const outputs = model.weights.get(`${name}/bias`).data.length;
      const inputs = model.weights.get(`${name}/kernel`).data.length / outputs;
      this.layers.push(placeDense(layout, inputs, outputs, this.layers.at(-1)?.outputs));
    }
    this.inputs = this.layers[0].inputs;
    this.outputs = this.layers.at(-1).outputs;
    this.perceptionAt = layout.take(CHUNK * this.inputs);
    this.hiddenAt = this.layers.slice(0, -1).map((layer) => layout.take(CHUNK * layer.outputs));
  }

  /** @param {Float32Array} floats @param {import("../formats/checks.js").Weights} weights */
  load(floats, weights) {
    this.layers.forEach((layer, at) => {
      const kernel = weights.get(`${this.names[at]}/kernel`).data;
      layer.load(floats, at === 0 ? this.reorder(kernel) : kernel, weights.get(`${this.names[at]}/bias`).data);
    });
  }

  /**
   * @param {import("./kernels/index.js").Kernel} kernel
   * @param {Int32Array} cells
   * @param {number} first of `cells`
   * @param {number} count how many
   * @param {number} output offset of what is added to them, [count, outputs], rounded up to CHUNK rows
   * @param {{stepSize?: number, eightBit?: boolean}} [options] factor of the result; rounding as in the published demo
   */
  compute(kernel, cells, first, count, output, { stepSize = 1, eightBit = false } = {}) {
    const { floats } = kernel;
    const last = this.layers.length - 1;
    for (let start = 0; start < count; start += CHUNK) {
      const rows = Math.min(CHUNK, count - start);
      const padded = roundUp(rows, ROW_BLOCK);
      this.perceive(this, cells, first + start, rows);
      if (eightBit) roundTo8Bits(floats, this.perceptionAt, this.perceptionAt + rows * this.inputs, SIGNED);
      let from = this.perceptionAt;
      for (let at = 0; at <= last; at++) {
        const layer = this.layers[at];
        const to = at === last ? output + start * layer.outputs : this.hiddenAt[at];
        kernel.dense(layer, from, to, padded, at < last);
        if (eightBit && at < last) roundTo8Bits(floats, to, to + rows * layer.outputs, UNSIGNED);
        from = to;
      }
      const end = from + padded * this.outputs;
      if (stepSize !== 1) for (let i = from; i < end; i++) floats[i] *= stepSize;
      if (eightBit) roundTo8Bits(floats, from, end, SIGNED);
    }
  }

  /** Rows of results that `count` cells take. @param {number} count */
  static rowsFor(count) {
    return roundUp(count, CHUNK) + CHUNK;
  }
}
