/**
 * What a model file of each family must hold. A later family adds one entry here.
 *
 * Limits are wide enough for any model of these papers and tight enough that a broken file cannot ask for gigabytes.
 */
import { EXPORT_AGAIN, ModelError, shown } from "./model_error.js";

export const MAX_CHANNELS = 64;
const MAX_HIDDEN = 1024;
const MAX_KERNEL = 15;

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
function numberOf(meta, key, low, high) {
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
function integerOf(meta, key, low, high) {
  const value = numberOf(meta, key, low, high);
  if (!Number.isInteger(value)) {
    throw new ModelError(`meta.json has ${key} = ${value}`, "a whole number was expected", EXPORT_AGAIN);
  }
  return value;
}

/** What all families have in common: how many channels, how often cells fire, when they live, where the grid ends. */
function checkShared(meta) {
  integerOf(meta, "channels", 4, MAX_CHANNELS);
  numberOf(meta, "fire_rate", 0, 1);
  numberOf(meta, "alive_threshold", 0, 1);
  if (meta.edges !== "zero" && meta.edges !== "wrap") {
    throw new ModelError(`meta.json has edges = ${shown(meta.edges)}`, '"zero" or "wrap" was expected', EXPORT_AGAIN);
  }
}

/**
 * For each family: `check` its meta.json and tell the `arrays` it needs, in file order.
 * @type {Object<string, {check: (meta: object) => void, arrays: (meta: object) => Object<string, number[]>}>}
 */
export const FAMILIES = {
  growing: {
    check(meta) {
      checkShared(meta);
      integerOf(meta, "hidden", 1, MAX_HIDDEN);
      numberOf(meta, "step_size", 0, 10);
      numberOf(meta, "angle", -1e6, 1e6);
    },
    arrays: ({ channels, hidden }) => ({
      "dense1/kernel": [3 * channels, hidden],
      "dense1/bias": [hidden],
      "dense2/kernel": [hidden, channels],
      "dense2/bias": [channels],
    }),
  },
  mnist: {
    check(meta) {
      checkShared({ edges: "zero", ...meta });
      integerOf(meta, "features", 1, MAX_HIDDEN);
      integerOf(meta, "hidden", 1, MAX_HIDDEN);
      const side = integerOf({ kernel_size: 3, ...meta }, "kernel_size", 1, MAX_KERNEL);
      if (side % 2 === 0) {
        throw new ModelError(`meta.json has kernel_size = ${side}`, "an odd number was expected", EXPORT_AGAIN);
      }
      const classes = integerOf(meta, "classes", 2, MAX_CHANNELS - 1);
      integerOf(meta, "channels", 1 + classes, MAX_CHANNELS);
      numberOf(meta, "noise", 0, 10);
    },
    arrays: ({ channels, features, hidden, kernel_size: side = 3 }) => ({
      "perceive/kernel": [side, side, channels, features],
      "perceive/bias": [features],
      "dense1/kernel": [features, hidden],
      "dense1/bias": [hidden],
      "dense2/kernel": [hidden, channels - 1],
      "dense2/bias": [channels - 1],
    }),
  },
};

/**
 * Check a parsed meta.json.
 * @param {any} meta
 * @returns {Object<string, number[]>} the arrays the model must have, name to shape
 */
export function checkMeta(meta) {
  if (typeof meta !== "object" || meta === null || Array.isArray(meta)) {
    throw new ModelError("meta.json is not an object", "a JSON object was expected", EXPORT_AGAIN);
  }
  if (meta.format !== 1) {
    throw new ModelError(
      `meta.json has format ${shown(meta.format)}`,
      "format 1 was expected",
      "export the model with this version of the project",
    );
  }
  if (typeof meta.family !== "string" || !Object.hasOwn(FAMILIES, meta.family)) {
    throw new ModelError(
      `meta.json has family ${shown(meta.family)}`,
      `one of ${Object.keys(FAMILIES).join(", ")} was expected`,
      "choose a model of one of these families",
    );
  }
  const family = FAMILIES[meta.family];
  family.check(meta);
  return family.arrays(meta);
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
