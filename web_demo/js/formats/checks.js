/**
 * What a model's meta.json and arrays must hold.
 *
 * Limits are wide enough for any model of these papers and tight enough that a broken file cannot ask for gigabytes.
 */
import { EXPORT_AGAIN, ModelError, shown } from "./model_error.js";

export const MAX_CHANNELS = 64;
export const MAX_HIDDEN = 1024;

/**
 * @typedef {{shape: number[], data: Float32Array}} WeightArray
 * @typedef {Map<string, WeightArray>} Weights
 */

/**
 * A number of meta.json, read from its top level.
 * @param {object} meta
 * @param {string} key
 * @param {number} low smallest accepted value
 * @param {number} high largest accepted value
 * @returns {number}
 */
export function numberOf(meta, key, low, high) {
  const value = meta[key];
  if (typeof value !== "number" || !(value >= low && value <= high)) {
    throw new ModelError(
      `meta.json has ${key} = ${shown(value)}`,
      `a number from ${low} to ${high} was expected`,
      EXPORT_AGAIN,
    );
  }
  return value;
}

/** As `numberOf`, for whole numbers. */
export function integerOf(meta, key, low, high) {
  const value = numberOf(meta, key, low, high);
  if (!Number.isInteger(value)) {
    throw new ModelError(`meta.json has ${key} = ${value}`, "a whole number was expected", EXPORT_AGAIN);
  }
  return value;
}

/** What all families have in common: how many channels, how often cells fire, when they live, where the grid ends. */
export function checkShared(meta) {
  integerOf(meta, "channels", 4, MAX_CHANNELS);
  numberOf(meta, "fire_rate", 0, 1);
  numberOf(meta, "alive_threshold", 0, 1);
  if (meta.edges !== "zero" && meta.edges !== "wrap") {
    throw new ModelError(`meta.json has edges = ${shown(meta.edges)}`, '"zero" or "wrap" was expected', EXPORT_AGAIN);
  }
}

/**
 * The shapes that meta.json lists, for families that are known by their files only.
 * @param {object} meta
 * @returns {Object<string, number[]>}
 */
export function shapesIn(meta) {
  const arrays = Array.isArray(meta.weights?.arrays) ? meta.weights.arrays : [];
  return Object.fromEntries(arrays.map(({ name, shape }) => [String(name), shape]));
}

/**
 * Check that a model has exactly the arrays its family needs, with the right shapes and finite values.
 * @param {Weights} weights
 * @param {Object<string, number[]>} shapes from `checkMeta`
 * @returns {Weights} in the family's own order
 */
export function checkWeights(weights, shapes) {
  const unknown = [...weights.keys()].find((name) => !Object.hasOwn(shapes, name));
  if (unknown !== undefined) {
    throw new ModelError(
      `the model has an array named ${JSON.stringify(unknown).slice(0, 60)}`,
      `only ${Object.keys(shapes).join(", ")} were expected`,
      EXPORT_AGAIN,
    );
  }
  const ordered = new Map();
  for (const [name, shape] of Object.entries(shapes)) {
    const array = weights.get(name);
    if (!array) {
      throw new ModelError(`the model has no array ${name}`, `shape [${shape}] was expected`, EXPORT_AGAIN);
    }
    const size = shape.reduce((product, length) => product * length, 1);
    if (String(array.shape) !== String(shape) || array.data.length !== size) {
      throw new ModelError(
        `array ${name} has shape [${array.shape}] and ${array.data.length} values`.slice(0, 160),
        `shape [${shape}] with ${size} values was expected`,
        EXPORT_AGAIN,
      );
    }
    const broken = array.data.findIndex((value) => !Number.isFinite(value));
    if (broken >= 0) {
      throw new ModelError(
        `array ${name} has ${array.data[broken]} at position ${broken}`,
        "only finite numbers were expected",
        "train or export the model again",
      );
    }
    ordered.set(name, { shape, data: array.data });
  }
  return ordered;
}
