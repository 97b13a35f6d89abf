/**
 * A kernel is a block of float memory and the one heavy computation of every automaton: a dense layer on many rows.
 *
 * @typedef {object} Kernel
 * @property {string} name for people
 * @property {Float32Array} floats the memory
 * @property {(layer: import("./layout.js").DenseLayer, input: number, output: number, rows: number, relu: boolean) =>
 *   void} dense output[row, j] = bias[j] + sum over i of input[row, i] * kernel[i, j], at least 0 if `relu`; input and
 *   output are offsets into `floats`, and `rows` is a multiple of ROW_BLOCK
 */
import { createPlainKernel } from "./plain.js";
import { createWasmKernel } from "./wasm.js";

/**
 * @param {number} size floats of memory
 * @param {'wasm' | 'plain'} [wanted] plain JavaScript even where WebAssembly runs
 * @returns {Kernel} the fastest that this browser can run
 */
export function createKernel(size, wanted = "wasm") {
  return (wanted === "wasm" && createWasmKernel(size)) || createPlainKernel(size);
}
