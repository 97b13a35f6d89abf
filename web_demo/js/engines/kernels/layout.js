/** How the numbers of an engine lie in one block of memory, and how a dense layer's weights are packed there. */

/** Outputs that a kernel computes together; a layer's outputs are padded to a multiple of it. */
export const OUTPUT_BLOCK = 8;
/** Inputs that a kernel takes together; a row's inputs are padded with zeros to a multiple of it. */
export const INPUT_BLOCK = 4;
/** Rows that a kernel computes together; callers give room for a multiple of it. */
export const ROW_BLOCK = 4;

export const roundUp = (value, multiple) => Math.ceil(value / multiple) * multiple;

/** Hands out places in a block of floats, one after the other, each at a multiple of 16 bytes. */
export class Layout {
  size = 0;

  /** @param {number} floats @returns {number} offset of the first, in floats */
  take(floats) {
    const offset = this.size;
    this.size = roundUp(offset + floats, 4);
    return offset;
  }
}

/**
 * @typedef {object} DenseLayer
 * @property {number} inputs padded to a multiple of INPUT_BLOCK; the padding has zero weights
 * @property {number} outputs padded to a multiple of OUTPUT_BLOCK; the padding computes zeros
 * @property {number} weights offset of [outputs / 8, inputs, 8]
 * @property {number} bias offset of [outputs]
 * @property {(floats: Float32Array, kernel: Float32Array, bias: Float32Array) => void} load writes weights to their
 *   place: kernel [inputs, outputs] and bias [outputs], without the padding
 */

/**
 * @param {Layout} layout
 * @param {number} used inputs
 * @param {number} wanted outputs
 * @param {number} [stride] the padded outputs of the layer before, where its outputs are this one's inputs
 * @returns {DenseLayer}
 */
export function placeDense(layout, used, wanted, stride = 0) {
  const inputs = stride || roundUp(used, INPUT_BLOCK);
  const outputs = roundUp(wanted, OUTPUT_BLOCK);
  const weightsAt = layout.take(inputs * outputs);
  const biasAt = layout.take(outputs);
  const load = (floats, kernel, bias) => {
    floats.set(bias, biasAt);
    for (let i = 0; i < used; i++) {
      for (let j = 0; j < wanted; j++) {
        const block = Math.floor(j / OUTPUT_BLOCK);
        floats[weightsAt + (block * inputs + i) * OUTPUT_BLOCK + (j % OUTPUT_BLOCK)] = kernel[i * wanted + j];
      }
    }
  };
  return { inputs, outputs, weights: weightsAt, bias: biasAt, load };
}
