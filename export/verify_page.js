// Runs an exported step graph in TensorFlow.js on given inputs; export/browser.py serves what it asks for.
import { env, loadGraphModel, memory, setBackend, setWasmPaths, tensor } from "/vendor/tf.js";

env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
setWasmPaths("/vendor/");

/** Small whole numbers come as bytes, everything else as float32. */
async function fetchTensor(id, { shape, bytes }) {
  const content = await (await fetch(`/blob/${id}`)).arrayBuffer();
  return tensor(Float32Array.from(bytes ? new Uint8Array(content) : new Float32Array(content)), shape, "float32");
}

/** @returns {Promise<{backend: string, loadSeconds: number, seconds: number, leaked: number}>} */
globalThis.run = async (backend) => {
  const plan = await (await fetch("/plan.json")).json();
  if (!(await setBackend(backend))) throw new Error(`the backend ${backend} does not start`);
  const began = performance.now();
  const model = await loadGraphModel("/graph/model.json");
  const loadSeconds = (performance.now() - began) / 1000;
  const before = memory().numTensors;
  const shared = new Map();
  for (const [id, blob] of Object.entries(plan.blobs)) if (blob.uses > 1) shared.set(id, await fetchTensor(id, blob));
  let state = await fetchTensor(plan.start, plan.blobs[plan.start]);
  const start = performance.now();
  for (const [index, ids] of plan.steps.entries()) {
    const inputs = { state };
    for (const [name, id] of Object.entries(ids)) inputs[name] = shared.get(id) ?? (await fetchTensor(id, plan.blobs[id]));
    const next = model.execute(inputs);
    for (const [name, id] of Object.entries(ids)) if (!shared.has(id)) inputs[name].dispose();
    state.dispose();
    state = next;
    if (plan.keep.includes(index + 1)) await fetch(`/state/${index + 1}`, { method: "POST", body: await state.data() });
  }
  await state.data();
  const seconds = (performance.now() - start) / 1000;
  state.dispose();
  for (const one of shared.values()) one.dispose();
  return { backend, loadSeconds, seconds, leaked: memory().numTensors - before };
};
