/**
 * The simulation engines behind one interface (see `Engine`). A page asks which there are for a model, lets one be chosen
 * or the reader decide, and creates it.
 */
import {LiveDigits} from './live_digits.js';
import {LiveGrowing} from './live_growing.js';

/** Engines that compute living cells only, by family. */
const LIVE = {growing: LiveGrowing, mnist: LiveDigits};

/**
 * @param {import('../model_files.js').Model} model
 * @returns {{id: string, label: string, available: boolean, reason: string}[]} reason: why one is not available
 */
export function listEngines(model) {
  const live = Object.hasOwn(LIVE, model.family);
  return [
    {id: 'live', label: 'Living cells', available: live, reason: live ? '' : `not made for the ${model.family} family`},
  ];
}

/** @returns {string} the id of the engine that serves best here */
export function chooseEngine(model) {
  return listEngines(model).find(({available}) => available).id;
}

/**
 * @param {string} id
 * @param {import('../model_files.js').Model} model
 * @param {import('./engine.js').EngineOptions} options
 * @returns {Promise<import('./engine.js').Engine>}
 */
export async function createEngine(id, model, options) {
  const entry = listEngines(model).find((engine) => engine.id === id);
  if (!entry?.available) throw new RangeError(`the engine ${id} is not available: ${entry?.reason ?? 'no such engine'}`);
  return new LIVE[model.family](model, options);
}
