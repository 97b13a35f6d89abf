/**
 * The simulation engines behind one interface (see `Engine`). A page asks which there are for a model, lets one be
 * chosen or the reader decide, and creates it.
 */
import { familyOf } from "../families/index.js";
import { canCompute, hasGraphicsCard } from "./graphics.js";

/** @returns {string} why there is no TensorFlow.js engine for a model here, "" if there is */
function whyNoTfjs({ meta, origin }) {
  if (!meta.tfjs || !origin) return "the model comes without an exported graph";
  return canCompute() ? "" : "this browser has neither WebAssembly nor WebGL2";
}

/**
 * What there is to choose from, the fastest first. Nothing is started for the list; an engine may still turn out not to
 * work when it is created.
 * @param {import("../model_files.js").Model} model
 * @returns {{id: string, label: string, available: boolean, reason: string}[]} reason: why one is not available
 */
export function listEngines(model) {
  const entry = (id, label, reason) => ({ id, label, available: reason === "", reason });
  const noLive = familyOf(model.meta).live ? "" : `not made for the ${model.family} family`;
  return [entry("live", "Living cells", noLive), entry("tfjs", "TensorFlow.js", whyNoTfjs(model))];
}

/**
 * @param {import("../model_files.js").Model} model
 * @returns {string} the id of the engine that serves best here
 */
export const chooseEngine = (model) => listEngines(model).find(({ available }) => available).id;

/**
 * @param {string} id
 * @param {import("../model_files.js").Model} model
 * @param {import("./engine.js").EngineOptions} options
 * @returns {Promise<import("./engine.js").Engine>} rejected with a reason for people where this browser can't run it
 */
export async function createEngine(id, model, options) {
  const entry = listEngines(model).find((engine) => engine.id === id);
  if (!entry?.available) {
    throw new RangeError(`the engine ${id} is not available: ${entry?.reason ?? "no such engine"}`);
  }
  if (id === "live") return new (await familyOf(model.meta).live())(model, options);
  const { TfjsEngine } = await import("./tfjs_engine.js");
  return TfjsEngine.create(model, options, hasGraphicsCard());
}
