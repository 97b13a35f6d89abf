/** Dense layers in plain JavaScript: for browsers without WebAssembly SIMD, and to check the other kernel against. */
import { OUTPUT_BLOCK } from "./layout.js";

/** Two rows by four outputs at a time: as many running sums as fit into a processor's registers. */
const ROWS = 2;
const OUTPUTS = 4;

/**
 * @param {number} size floats
 * @returns {import("./index.js").Kernel}
 */
export function createPlainKernel(size) {
  const floats = new Float32Array(size);

  function dense({ inputs, outputs, weights, bias }, input, output, rows, relu) {
    const floor = relu ? 0 : -Infinity;
    for (let row = 0; row < rows; row += ROWS) {
      const inputA = input + row * inputs;
      const inputB = inputA + inputs;
      const outputA = output + row * outputs;
      const outputB = outputA + outputs;
      for (let first = 0; first < outputs; first += OUTPUTS) {
        const block = Math.floor(first / OUTPUT_BLOCK);
        let at = weights + block * inputs * OUTPUT_BLOCK + (first % OUTPUT_BLOCK);
        let a0 = floats[bias + first];
        let a1 = floats[bias + first + 1];
        let a2 = floats[bias + first + 2];
        let a3 = floats[bias + first + 3];
        let b0 = a0;
        let b1 = a1;
        let b2 = a2;
        let b3 = a3;
        for (let i = 0; i < inputs; i++, at += OUTPUT_BLOCK) {
          const a = floats[inputA + i];
          const b = floats[inputB + i];
          const w0 = floats[at];
          const w1 = floats[at + 1];
          const w2 = floats[at + 2];
          const w3 = floats[at + 3];
          a0 += a * w0;
          a1 += a * w1;
          a2 += a * w2;
          a3 += a * w3;
          b0 += b * w0;
          b1 += b * w1;
          b2 += b * w2;
          b3 += b * w3;
        }
        floats[outputA + first] = Math.max(a0, floor);
        floats[outputA + first + 1] = Math.max(a1, floor);
        floats[outputA + first + 2] = Math.max(a2, floor);
        floats[outputA + first + 3] = Math.max(a3, floor);
        floats[outputB + first] = Math.max(b0, floor);
        floats[outputB + first + 1] = Math.max(b1, floor);
        floats[outputB + first + 2] = Math.max(b2, floor);
        floats[outputB + first + 3] = Math.max(b3, floor);
      }
    }
  }

  return { name: "plain JavaScript", floats, dense };
}
