/**
 * The 8-bit JSON in which the growing models of the Distill article were published: an array of two layers,
 * each (inputs + 1) x outputs bytes, the last row holding the biases. byte/255 - 1/2, times a scale, is the weight.
 * The first layer's inputs are filter-major: all identities, then all x-gradients, then all y-gradients.
 */
import { base64Bytes } from "./base64.js";
import { EXPORT_AGAIN, ModelError, shown } from "./model_error.js";

const FILTERS = 3;
const MAX_INPUTS = 128;

/**
 * @typedef {{inputs: number, outputs: number, weightScale: number, biasScale: number, bytes: Uint8Array}} Layer8
 *   bytes: row-major [inputs + 1, outputs]
 */

/**
 * @param {any} json the parsed file
 * @returns {boolean} whether it means to be this format
 */
export function looksLikeWebgl8(json) {
  return (
    Array.isArray(json) && json.length > 0 && typeof json[0] === "object" && json[0] !== null && "data_b64" in json[0]
  );
}

/** Checks one layer of the file. @returns {Layer8} */
function readLayer(layer, position) {
  const where = `layer ${position + 1}`;
  if (typeof layer !== "object" || layer === null) {
    throw new ModelError(`${where} is not an object`, "an object with data_b64 was expected", EXPORT_AGAIN);
  }
  for (const key of ["in_ch", "out_ch"]) {
    const value = layer[key];
    if (!Number.isInteger(value) || value < 4 || value > MAX_INPUTS || value % 4 !== 0) {
      throw new ModelError(
        `${where} has ${key} = ${shown(value)}`,
        `a multiple of 4 from 4 to ${MAX_INPUTS} was expected`,
        EXPORT_AGAIN,
      );
    }
  }
  for (const key of ["weight_scale", "bias_scale"]) {
    const value = layer[key];
    if (typeof value !== "number" || !(value >= 0 && value <= 1e4)) {
      throw new ModelError(
        `${where} has ${key} = ${shown(value)}`,
        "a number from 0 to 10000 was expected",
        EXPORT_AGAIN,
      );
    }
  }
  const bytes = base64Bytes(layer.data_b64, `${where} of the 8-bit model`);
  const expected = (layer.in_ch + 1) * layer.out_ch;
  if (bytes.length !== expected) {
    throw new ModelError(`${where} holds ${bytes.length} bytes`, `${expected} bytes were expected`, EXPORT_AGAIN);
  }
  return {
    inputs: layer.in_ch,
    outputs: layer.out_ch,
    weightScale: layer.weight_scale,
    biasScale: layer.bias_scale,
    bytes,
  };
}

/** @returns {Float32Array} the weights of row `row` of `layer` */
function decodeRow({ inputs, outputs, weightScale, biasScale, bytes }, row) {
  const scale = row === inputs ? biasScale : weightScale;
  return Float32Array.from(bytes.subarray(row * outputs, (row + 1) * outputs), (byte) => (byte / 255 - 0.5) * scale);
}

/** @returns {Float32Array} [inputs, outputs], rows taken in the order `rowOf` gives */
function decodeKernel(layer, rowOf) {
  const kernel = new Float32Array(layer.inputs * layer.outputs);
  for (let row = 0; row < layer.inputs; row++) kernel.set(decodeRow(layer, row), rowOf(row) * layer.outputs);
  return kernel;
}

/**
 * @param {any} json the parsed file
 * @returns {{family: string, sizes: Object<string, number>, weights: import("./checks.js").Weights, bytes8:
 *   Layer8[]}} weights in this project's names and channel-major row order; bytes8 the layers as they stand in the file
 */
export function readWebgl8(json) {
  if (json.length !== 2) {
    throw new ModelError(`the 8-bit model has ${json.length} layers`, "two layers were expected", EXPORT_AGAIN);
  }
  const [first, second] = json.map(readLayer);
  const channels = first.inputs / FILTERS;
  if (second.inputs !== first.outputs || second.outputs !== channels) {
    throw new ModelError(
      `the 8-bit model's layers are ${first.inputs}x${first.outputs} and ${second.inputs}x${second.outputs}`,
      "three values per channel in, one per channel out were expected",
      EXPORT_AGAIN,
    );
  }
  const hidden = first.outputs;
  const channelMajor = (row) => FILTERS * (row % channels) + Math.floor(row / channels);
  const weights = new Map([
    ["dense1/kernel", { shape: [first.inputs, hidden], data: decodeKernel(first, channelMajor) }],
    ["dense1/bias", { shape: [hidden], data: decodeRow(first, first.inputs) }],
    ["dense2/kernel", { shape: [hidden, channels], data: decodeKernel(second, (row) => row) }],
    ["dense2/bias", { shape: [channels], data: decodeRow(second, second.inputs) }],
  ]);
  return { family: "growing", sizes: { channels, hidden }, weights, bytes8: [first, second] };
}
