/**
 * Reads and checks model files: a folder that this project exported (from the site or dropped on the page), the 8-bit
 * JSON of the Distill article, or one of its frozen graphs. Whatever is wrong with a file becomes a `ModelError`.
 */
import { littleEndianFloats } from "./formats/base64.js";
import { checkMeta } from "./families/index.js";
import { checkWeights } from "./formats/checks.js";
import { looksLikeFrozenGraph, readFrozenGraph } from "./formats/frozen_graph.js";
import { checkFileSize, EXPORT_AGAIN, guarded, ModelError, parseJson } from "./formats/model_error.js";
import { readNpz } from "./formats/npz.js";
import { addressOf, checkDigest, fetchBytes } from "./formats/site_files.js";
import { looksLikeWebgl8, readWebgl8 } from "./formats/webgl8.js";

export { ModelError } from "./formats/model_error.js";

/**
 * @typedef {object} Model
 * @property {string} family 'growing', 'mnist', ...
 * @property {string} name
 * @property {string} title for people
 * @property {object} meta every constant the engines and pages need, as Python wrote it
 * @property {import("./formats/checks.js").Weights} weights
 * @property {string} origin the folder's address for a model of the site, else '' (it was dropped on the page)
 * @property {import("./formats/webgl8.js").Layer8[]} [bytes8] of an 8-bit file, its bytes as published
 */

/** Files beside one another of which some are a model. */
const MAX_DROPPED_FILES = 200;
const MAX_NAME_LENGTH = 80;

/** A name that is safe to show: text, short, without control characters. */
function nameOf(value, fallback) {
  const text = typeof value === "string" ? value.replace(/[\u0000-\u001f\u007f]/g, " ").trim() : "";
  return text.slice(0, MAX_NAME_LENGTH) || fallback;
}

/** Cuts weights.bin into its arrays. */
function sliceWeights(meta, bytes) {
  const arrays = meta.weights?.arrays;
  if (!Array.isArray(arrays) || arrays.length > 64) {
    throw new ModelError("meta.json lists no arrays of weights.bin", "weights.arrays was expected", EXPORT_AGAIN);
  }
  const weights = new Map();
  for (const entry of arrays) {
    const { name, shape, offset } = entry ?? {};
    const isShape = Array.isArray(shape) && shape.every((length) => Number.isInteger(length) && length > 0);
    const end = isShape ? offset + 4 * shape.reduce((product, length) => product * length, 1) : NaN;
    if (typeof name !== "string" || !Number.isInteger(offset) || offset < 0 || !(end <= bytes.length)) {
      throw new ModelError(
        `meta.json places array ${nameOf(name, "(without a name)")} outside of weights.bin`,
        `bytes 0 to ${bytes.length} are there`,
        EXPORT_AGAIN,
      );
    }
    weights.set(name, { shape, data: littleEndianFloats(bytes.subarray(offset, end), name) });
  }
  return weights;
}

/**
 * The one way from an exported folder to a model.
 * @param {(name: string, digest?: string) => Promise<Uint8Array>} read gives a file of the folder
 * @param {string} origin
 * @param {string} weightsFile 'weights.bin' or 'weights.npz'
 * @param {string} [digest] of meta.json
 * @returns {Promise<Model>}
 */
async function readFolder(read, origin, weightsFile, digest) {
  const { meta, shapes } = checkMeta(parseJson(await read("meta.json", digest), "meta.json"));
  // Samples are looked at as soon as the weights are here: they come beside them.
  const sheet = meta.samples?.image;
  if (origin && typeof sheet === "string") new Image().src = addressOf(origin, sheet, meta.files?.[sheet]?.sha256);
  const bytes = await read(weightsFile, meta.files?.[weightsFile]?.sha256);
  await checkDigest(meta.files, weightsFile, bytes);
  const arrays = weightsFile.endsWith(".npz") ? await readNpz(bytes) : sliceWeights(meta, bytes);
  const name = nameOf(meta.name, "unnamed");
  return {
    family: meta.family,
    name,
    title: nameOf(meta.title, name),
    meta,
    weights: checkWeights(arrays, shapes),
    origin,
  };
}

/** What published files leave out (thresholds, edges), kept beside the readers. */
async function publishedDefaults() {
  const response = await fetch(new URL("./formats/published.json", import.meta.url));
  return response.json();
}

/** A model from one of the originals' own files. */
async function readPublished(json, fileName) {
  const name = nameOf(fileName.replace(/\.json$/i, ""), "dropped model");
  const is8bit = looksLikeWebgl8(json);
  const { family, sizes, weights, bytes8 } = is8bit ? readWebgl8(json) : readFrozenGraph(json);
  const defaults = await publishedDefaults();
  const meta = { format: 1, family, name, ...sizes, ...defaults[is8bit ? "webgl8" : family] };
  const model = { family, name, title: name, meta, weights: checkWeights(weights, checkMeta(meta).shapes), origin: "" };
  return bytes8 ? { ...model, bytes8 } : model;
}

/**
 * Load a model of the site.
 * @param {string} url the model's folder, with or without a slash at its end
 * @param {string} [digest] SHA-256 of its meta.json, as index.json has it
 * @returns {Promise<Model>}
 */
export async function loadModel(url, digest) {
  const folder = new URL(url.endsWith("/") ? url : `${url}/`, document.baseURI).href;
  const read = (name, version) => fetchBytes(addressOf(folder, name, version));
  return guarded(() => readFolder(read, folder, "weights.bin", digest), folder);
}

/**
 * Refuse heaps of files, before they are read or even listed.
 * @param {number} count how many files and folders were found so far
 */
export function checkFileCount(count) {
  if (count > MAX_DROPPED_FILES) {
    throw new ModelError(
      `more than ${MAX_DROPPED_FILES} files were dropped`,
      "one model was expected",
      "drop the files of one exported folder, or one published JSON file",
    );
  }
}

/**
 * Load what was dropped on the page: the files of one exported folder, or one published JSON file.
 * @param {FileList | File[]} files
 * @returns {Promise<Model>}
 */
export async function loadDropped(files) {
  const list = Array.from(files);
  if (list.length === 0) {
    throw new ModelError(
      "nothing was dropped that could be read",
      "model files were expected",
      "drop an exported folder or a .json file",
    );
  }
  checkFileCount(list.length);
  const names = nameOf(list.map(({ name }) => name).join(", "), "the file");
  return guarded(() => (list.some(({ name }) => name === "meta.json") ? readDropped(list) : readAlone(list)), names);
}

async function bytesOf(file) {
  checkFileSize(file.name, file.size);
  return new Uint8Array(await file.arrayBuffer());
}

/** An exported folder among dropped files. */
function readDropped(list) {
  const named = (name) => list.find((file) => file.name === name);
  const weightsFile = ["weights.bin", "weights.npz"].find(named);
  if (!weightsFile) {
    throw new ModelError(
      "the folder has no weights",
      "weights.bin or weights.npz beside meta.json was expected",
      "drop all files of the exported folder together",
    );
  }
  return readFolder((name) => bytesOf(named(name)), "", weightsFile);
}

/** A published JSON file among dropped files. */
async function readAlone(list) {
  const file = list.find(({ name }) => name.toLowerCase().endsWith(".json"));
  if (!file) {
    throw new ModelError(
      `${nameOf(list[0].name, "the file")} is not a model`,
      "meta.json with its weights, or a published JSON file, was expected",
      "drop all files of an exported folder together",
    );
  }
  const json = parseJson(await bytesOf(file), file.name);
  if (!looksLikeWebgl8(json) && !looksLikeFrozenGraph(json)) {
    throw new ModelError(
      `${nameOf(file.name, "the file")} holds none of the known model formats`,
      "an 8-bit growing model or a frozen graph was expected",
      "drop an exported folder, or a JSON file as the original authors published it",
    );
  }
  return readPublished(json, file.name);
}
