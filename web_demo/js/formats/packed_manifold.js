/** The files of a manifold on the site, in eight bits or fewer; nca_tf/families/ncam/page.py writes them. */

import { EXPORT_AGAIN, ModelError } from "./model_error.js";

/** Letters of the alphabet. */
export const CATEGORIES = 4;

/**
 * Arrays as floats.
 * @param {Uint8Array} bytes
 * @param {{name: string, shape: number[], offset: number, bits: number}[]} described
 * @returns {Map<string, import("../manifold.js").Weight>} by name
 */
export function unpacked(bytes, described) {
  const weights = new Map();
  for (const { name, shape, offset, bits } of described) {
    const size = shape.reduce((product, length) => product * length, 1);
    const columns = shape.at(-1) ?? 1;
    const length = bits === 8 ? 4 * columns + size : 4 * size;
    if (!(offset >= 0 && offset + length <= bytes.length)) {
      throw new ModelError(`${name} lies outside of its file`, `${bytes.length} bytes are there`, EXPORT_AGAIN);
    }
    const part = bytes.slice(offset, offset + length);
    if (bits !== 8) { weights.set(name, { shape, data: new Float32Array(part.buffer) }); continue; }
    const scales = new Float32Array(part.buffer, 0, columns);
    const small = new Int8Array(part.buffer, 4 * columns, size);
    weights.set(name, { shape, data: Float32Array.from(small, (value, at) => value * scales[at % columns]) });
  }
  return weights;
}

/** Codes of numbers: one scale for each place in a code, then a byte for each number. */
export function numbersOf(bytes, length) {
  const scales = new Float32Array(bytes.slice(0, 4 * length).buffer);
  const small = new Int8Array(bytes.buffer, bytes.byteOffset + 4 * length, bytes.length - 4 * length);
  return Array.from({ length: Math.floor(small.length / length) }, (_, row) =>
    Float32Array.from(scales, (scale, at) => scale * small[row * length + at]));
}

/** Codes of letters, 0 to 3: a byte for each four of them, the first in the lowest bits. */
export function lettersOf(bytes, length) {
  const row = length / 4;
  return Array.from({ length: Math.floor(bytes.length / row) }, (_, first) => {
    const code = new Float32Array(length * CATEGORIES);
    for (let at = 0; at < length; at++) {
      const four = bytes[first * row + (at >> 2)];
      code[at * CATEGORIES + ((four >> (2 * (at & 3))) & 3)] = 1;
    }
    return code;
  });
}
