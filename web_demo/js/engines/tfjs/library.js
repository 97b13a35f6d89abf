/** TensorFlow.js from the site's own vendor folder, loaded only when an engine asks for it. */

const VENDOR = new URL("../../../vendor/tfjs/", import.meta.url);
/** Backends by what draws here: a graphics card, or nothing but a processor. */
const ORDER = { card: ["webgl", "wasm"], processor: ["wasm", "webgl"] };

/**
 * @param {boolean} card whether there is a graphics card worth using
 * @param {"wasm" | "webgl"} [wanted] this backend and no other
 * @returns {Promise<typeof import("../../../vendor/tfjs/tf.js")>} ready to compute
 */
export async function loadTensorflow(card, wanted) {
  const tf = await import("../../../vendor/tfjs/tf.js");
  // Threads would need their own workers and isolation headers, and a grid of cells is too small to gain from them.
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  tf.setWasmPaths(VENDOR.href);
  const backends = wanted ? [wanted] : ORDER[card ? "card" : "processor"];
  for (const backend of backends) {
    if (tf.getBackend() === backend || (await tf.setBackend(backend))) return tf;
  }
  throw new Error(`TensorFlow.js could start neither of its backends: ${backends.join(", ")}`);
}
