/**
 * The frozen graph JSON in which the float models of the Distill articles were published: a TensorFlow GraphDef whose
 * weights stand inside its Const nodes. Only the weights are read, found by their shapes: kernels and biases alternate.
 */
import { base64Bytes, littleEndianFloats } from "./base64.js";
import { ModelError } from "./model_error.js";

const FILTERS = 3;
const MAX_LENGTH = 4096;
const MAX_VALUES = 1 << 20;

/** @returns {boolean} whether a parsed file means to be this format */
export function looksLikeFrozenGraph(json) {
  return (
    typeof json === "object" &&
    json !== null &&
    Array.isArray(json.modelTopology?.node) &&
    !(json.weightsManifest?.length > 0)
  );
}

/** @returns {number[] | null} the shape of a Const node's float tensor, null if there is none */
function shapeOf(tensor) {
  if (tensor?.dtype !== "DT_FLOAT" || !Array.isArray(tensor.tensorShape?.dim)) return null;
  const shape = tensor.tensorShape.dim.map((dim) => Number.parseInt(dim?.size, 10));
  return shape.every((length) => length > 0 && length <= MAX_LENGTH) ? shape : null;
}

/** @returns {Float32Array} the values of a tensor; of those listed one by one the last stands for all that follow */
function valuesOf(tensor, shape, where) {
  if (tensor.tensorContent !== undefined) return littleEndianFloats(base64Bytes(tensor.tensorContent, where), where);
  const size = shape.reduce((product, length) => product * length, 1);
  const listed = Array.isArray(tensor.floatVal) ? tensor.floatVal.map(Number) : [NaN];
  const values = new Float32Array(Math.min(size, MAX_VALUES)).fill(listed.at(-1));
  values.set(listed.slice(0, values.length));
  return values;
}

/** @returns {{shape: number[], data: Float32Array}[]} kernels (4 dimensions) and biases (1 dimension) in file order */
function layersOf(nodes) {
  const layers = [];
  for (const node of nodes) {
    const tensor = node?.op === "Const" ? node.attr?.value?.tensor : null;
    const shape = shapeOf(tensor);
    if (!shape || (shape.length !== 4 && shape.length !== 1)) continue;
    const where = `the graph's constant ${String(node.name).slice(0, 60)}`;
    layers.push({ shape, data: valuesOf(tensor, shape, where) });
  }
  return layers;
}

/** Drops the two leading ones of a 1x1 convolution's kernel shape. */
const asMatrix = ({ shape, data }) => ({ shape: shape.length === 4 ? shape.slice(2) : shape, data });

/**
 * @param {any} json the parsed file
 * @returns {{family: string, sizes: Object<string, number>, weights: import("./checks.js").Weights}}
 */
export function readFrozenGraph(json) {
  const layers = layersOf(json.modelTopology.node);
  const shapes = layers
    .map(({ shape }) => `[${shape}]`)
    .join(" ")
    .slice(0, 100);
  const ranks = layers.map(({ shape }) => shape.length).join("");
  const isPointwise = ({ shape }) => shape.length === 1 || (shape[0] === 1 && shape[1] === 1);
  if (ranks === "4141" && layers.every(isPointwise)) {
    const [kernel1, bias1, kernel2, bias2] = layers.map(asMatrix);
    const channels = kernel1.shape[0] / FILTERS;
    const weights = new Map([
      ["dense1/kernel", kernel1],
      ["dense1/bias", bias1],
      ["dense2/kernel", kernel2],
      ["dense2/bias", bias2],
    ]);
    return { family: "growing", sizes: { channels, hidden: kernel1.shape[1] }, weights };
  }
  if (ranks === "414141" && layers.slice(1).every(isPointwise)) {
    const [perceive, perceiveBias, ...dense] = layers;
    const [kernel1, bias1, kernel2, bias2] = dense.map(asMatrix);
    const weights = new Map([
      ["perceive/kernel", perceive],
      ["perceive/bias", perceiveBias],
      ["dense1/kernel", kernel1],
      ["dense1/bias", bias1],
      ["dense2/kernel", kernel2],
      ["dense2/bias", bias2],
    ]);
    const [, , channels, features] = perceive.shape;
    return { family: "mnist", sizes: { channels, features, hidden: kernel1.shape[1] }, weights };
  }
  throw new ModelError(
    `the graph's float constants have shapes ${shapes || "(none)"}`,
    "the kernels and biases of a growing or digit-classifying automaton were expected",
    "drop one of the published growing, MNIST or KMNIST graph files",
  );
}
