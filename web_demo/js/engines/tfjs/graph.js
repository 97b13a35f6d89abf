/**
 * A step graph of the site, with a model's own weights put into it. The graph is the same for all models of a family
 * that differ in nothing but their weights, so the site holds it once.
 */
import { EXPORT_AGAIN, ModelError, parseJson, shown } from "../../formats/model_error.js";
import { addressOf, checkDigest, fetchBytes } from "../../formats/site_files.js";

const BYTES = { float32: 4, int32: 4, bool: 1 };

const broken = (what, expected) => new ModelError(`the TensorFlow.js graph ${what}`, expected, EXPORT_AGAIN);

/** @returns {number} bytes that a weight takes in its file */
function sizeOf({ name, shape, dtype, quantization }) {
  if (!Object.hasOwn(BYTES, dtype) || quantization) {
    throw broken(
      `stores ${shown(name)} as ${shown(quantization?.dtype ?? dtype)}`,
      "float32, int32 or bool was expected",
    );
  }
  return BYTES[dtype] * shape.reduce((product, length) => product * length, 1);
}

/**
 * @param {import("../../model_files.js").Model} model whose meta.tfjs has `graph`, the address of model.json seen from
 *   the model's folder; `files`, the digests of the graph's files; `inputs`, what it takes; and `weights`, the model's
 *   array for each constant of the graph that is one
 * @returns {Promise<{document: object, bytes: Uint8Array}>} the graph's own files, without the model's weights
 */
export async function fetchGraph({ meta, origin }) {
  const { files, graph, inputs } = meta.tfjs;
  if (!inputs?.state) throw broken("declares no inputs", "the state among them was expected in meta.json");
  const address = new URL(graph, origin);
  const read = async (name) => {
    const bytes = await fetchBytes(addressOf(address, name, files[name]?.sha256));
    await checkDigest(files, name, bytes);
    return bytes;
  };
  const document = parseJson(await read("model.json"), "model.json");
  const paths = document.weightsManifest.flatMap((group) => group.paths);
  const shards = await Promise.all(paths.map(read));
  return { document, bytes: new Uint8Array(await new Blob(shards).arrayBuffer()) };
}

/**
 * @param {{document: object, bytes: Uint8Array}} files from `fetchGraph`
 * @param {{weights: Object<string, string>}} mention meta.tfjs
 * @param {import("../../formats/checks.js").Weights} weights
 * @returns {object} what tf.loadGraphModel takes from an IOHandler
 */
export function withWeights({ document, bytes }, { weights: names }, weights) {
  const specs = document.weightsManifest.flatMap((group) => group.weights);
  const data = bytes.slice();
  const missing = new Set(weights.keys());
  let at = 0;
  for (const spec of specs) {
    const size = sizeOf(spec);
    const own = weights.get(names[spec.name]);
    if (own) {
      if (own.data.byteLength !== size) {
        throw broken(`has ${size} bytes for ${names[spec.name]}`, `${own.data.byteLength} were expected`);
      }
      data.set(new Uint8Array(own.data.buffer, own.data.byteOffset, size), at);
      missing.delete(names[spec.name]);
    }
    at += size;
  }
  if (at !== data.length) throw broken(`has ${data.length} bytes of weights`, `${at} were expected`);
  if (missing.size) {
    throw broken(`has no place for ${[...missing].join(", ")}`, "all of the model's arrays were expected in it");
  }
  const { modelTopology, format, generatedBy, convertedBy, signature } = document;
  return { modelTopology, format, generatedBy, convertedBy, signature, weightSpecs: specs, weightData: data.buffer };
}
