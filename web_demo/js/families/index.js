/**
 * What the engines and the reader of model files have to know of each family. A new one adds its file and a line here.
 */
import { drawColours } from "../engines/drawing.js";
import { checkShared, shapesIn } from "../formats/checks.js";
import { EXPORT_AGAIN, ModelError, shown } from "../formats/model_error.js";
import { adversarial } from "./adversarial.js";
import { growing } from "./growing.js";
import { mnist } from "./mnist.js";
import { ncam } from "./ncam.js";
import { perturbation } from "./perturbation.js";
import { takeover } from "./takeover.js";

/**
 * @typedef {object} Family
 * @property {(meta: object) => object | undefined} [settings] of a model made of others, those that the engines look
 *   for at the top level of meta.json, such as the host's `channels`
 * @property {(meta: object) => void} check refuses a meta.json with a `ModelError`
 * @property {(meta: object) => Object<string, number[]>} arrays shapes of the arrays that a model must have, in file
 *   order
 * @property {Object<string, number | ((engine: import("../engines/engine.js").Engine) => Float32Array)>} controls by
 *   the name that Python has for each: a number, used where meta.json has none, or what makes the grid or matrix that
 *   changes nothing
 * @property {string} [kind] of what a model is made, where its family has several makes: the index of the site's
 *   models says the same
 * @property {number} aliveChannel the channel that says whether a cell lives
 * @property {(cell: Float32Array, threshold: number) => boolean} [lives] whether a cell does, where that channel alone
 *   doesn't say it
 * @property {string[]} senses words for what follows a cell's own state in its perception, each as long as the state
 * @property {(cell: Float32Array) => void} plant makes one cell [channels] a seed
 * @property {(state: Float32Array, channels: number, pixels: Uint8ClampedArray, options: object) => void} draw
 * @property {() => Promise<Function>} [live] the engine of living cells; without one TensorFlow.js computes
 */

/** Of a family whose models differ a function of their meta.json. @type {Object<string, Family | Function>} */
export const FAMILIES = { adversarial, growing, mnist, ncam, perturbation, takeover };

/**
 * A family without a file here, whose models bring a step graph that says what it needs: taken for patterns in RGBA.
 */
const PLAIN = {
  check: checkShared,
  arrays: shapesIn,
  controls: { fire_rate: 1 },
  aliveChannel: growing.aliveChannel,
  senses: [],
  plant: growing.plant,
  draw: drawColours,
};

/** @param {object} meta a model's @returns {Family} */
export function familyOf(meta) {
  if (typeof meta.family === "string" && Object.hasOwn(FAMILIES, meta.family)) {
    const known = FAMILIES[meta.family];
    return typeof known === "function" ? known(meta) : known;
  }
  if (typeof meta.family === "string" && meta.tfjs?.inputs) return PLAIN;
  throw new ModelError(
    `meta.json has family ${shown(meta.family)}`,
    `one of ${Object.keys(FAMILIES).join(", ")} was expected`,
    "choose a model of one of these families",
  );
}

/**
 * Check a parsed meta.json.
 * @param {any} meta
 * @returns {{meta: object, shapes: Object<string, number[]>}} with the settings of what the model is made of; and the
 *   arrays the model must have, name to shape
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
  const family = familyOf(meta);
  const whole = { ...family.settings?.(meta), ...meta };
  family.check(whole);
  return { meta: whole, shapes: family.arrays(whole) };
}
