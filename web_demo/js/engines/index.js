/**
 * The simulation engines behind one interface (see `Engine`). A page asks which there are for a model, lets one be chosen
 * or the reader decide, and creates it.
 */
import { LiveDigits } from "./live_digits.js";
import { LiveGrowing } from "./live_growing.js";
import { TfjsEngine } from "./tfjs_engine.js";
import { probe, whyNoContext } from "./webgl/context.js";
import { WebglGrowing } from "./webgl_growing.js";

/** Engines that compute living cells only, by family. */
const LIVE = { growing: LiveGrowing, mnist: LiveDigits };
/** Engines for the graphics card, by family. */
const WEBGL = { growing: WebglGrowing };

/** From so many cells on, a graphics card beats the processor: below, its work is too small to be worth the calls. */
const CARD_PAYS_FROM_CELLS = 160 * 160;

/** @returns {string} why there is no WebGL2 engine for a model here, "" if nothing is known to speak against it */
function whyNoWebgl({ family }) {
  return Object.hasOwn(WEBGL, family) ? whyNoContext() : `not made for the ${family} family`;
}

/** @returns {string} why there is no TensorFlow.js engine for a model here, "" if there is */
function whyNoTfjs({ meta, origin }) {
  if (!meta.tfjs || !origin) return "the model comes without an exported graph";
  return typeof WebAssembly === "object" || !whyNoContext() ? "" : "this browser has neither WebAssembly nor WebGL2";
}

/**
 * What there is to choose from. Nothing is started for the list; an engine may still turn out not to work when it is created.
 * @param {import("../model_files.js").Model} model
 * @returns {{id: string, label: string, available: boolean, reason: string}[]} reason: why one is not available
 */
export function listEngines(model) {
  const entry = (id, label, reason) => ({ id, label, available: reason === "", reason });
  const noLive = Object.hasOwn(LIVE, model.family) ? "" : `not made for the ${model.family} family`;
  return [
    entry("live", "Living cells", noLive),
    entry("webgl2", "WebGL2", whyNoWebgl(model)),
    entry("tfjs", "TensorFlow.js", whyNoTfjs(model)),
  ];
}

/**
 * @param {import("../model_files.js").Model} model
 * @param {{width: number, height: number}} [grid]
 * @returns {string} the id of the engine that serves best here
 */
export function chooseEngine(model, grid = { width: 0, height: 0 }) {
  const usable = listEngines(model).filter(({ available }) => available);
  const large = grid.width * grid.height >= CARD_PAYS_FROM_CELLS;
  const card = large && probe().hardware && usable.find(({ id }) => id === "webgl2");
  return (card || usable[0]).id;
}

/**
 * @param {string} id
 * @param {import("../model_files.js").Model} model
 * @param {import("./engine.js").EngineOptions} options
 * @returns {Promise<import("./engine.js").Engine>} rejected with a reason for people where this browser can't run it
 */
export async function createEngine(id, model, options) {
  const entry = listEngines(model).find((engine) => engine.id === id);
  if (!entry?.available)
    throw new RangeError(`the engine ${id} is not available: ${entry?.reason ?? "no such engine"}`);
  if (id === "tfjs") return TfjsEngine.create(model, options, probe().hardware);
  if (id === "live") return new LIVE[model.family](model, options);
  const { reason, layers } = probe();
  if (reason) throw new Error(reason);
  if (model.meta.channels > 4 * layers) throw new Error(`this graphics card holds ${4 * layers} channels at most`);
  return new WEBGL[model.family](model, options);
}
