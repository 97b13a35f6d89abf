const modules = globalThis.ncaModules ??= {};
const at = (path) => new URL("../js/" + path, import.meta.url).href;
const load = async (path) => {
const { search } = new URL(import.meta.url);
if (!modules[path]) await import(new URL(path.replaceAll("/", "-") + search, import.meta.url));
return modules[path];
};
modules["engines/random.js"] ??= (() => {
class Random {
constructor(seed = Math.floor(Math.random() * 2 ** 32)) {
this.words = Int32Array.of(seed | 0, 0x6c078965, 0x3c6ef372, 0x1b873593);
this.spare = NaN;
for (let i = 0; i < 20; i++) this.bits();
}
bits() {
const words = this.words;
let mixed = words[3];
const oldest = words[0];
mixed ^= mixed << 11;
mixed ^= mixed >>> 8;
words[3] = words[2];
words[2] = words[1];
words[1] = oldest;
words[0] = mixed ^ oldest ^ (oldest >>> 19);
return words[0];
}
uniform() {
return (this.bits() >>> 0) / 2 ** 32;
}
normal() {
if (!Number.isNaN(this.spare)) {
const value = this.spare;
this.spare = NaN;
return value;
}
let x;
let y;
let square;
do {
x = 2 * this.uniform() - 1;
y = 2 * this.uniform() - 1;
square = x * x + y * y;
} while (square >= 1 || square === 0);
const factor = Math.sqrt((-2 * Math.log(square)) / square);
this.spare = y * factor;
return x * factor;
}
}
return { Random };
})();
modules["engines/engine.js"] ??= (() => {
const { familyOf } = modules["families/index.js"];
const { eraseDisc, paintDisc, plantSeed, replaceImage } = modules["engines/edits.js"];
const { Random } = modules["engines/random.js"];
function justBelow(value) {
const float = Float32Array.of(value);
new Int32Array(float.buffer)[0]--;
return float[0];
}
function checkControl(name, value, own) {
if (typeof own === "number") {
if (!Number.isFinite(value)) throw new RangeError(`the control ${name} needs a number, not ${value}`);
return value;
}
if (value?.length !== own.length || !value.every(Number.isFinite)) {
throw new RangeError(`the control ${name} needs ${own.length} finite numbers`);
}
return Float32Array.from(value);
}
class Engine {
constructor(id, model, { width, height, edges = model.meta.edges ?? "zero", eightBit = false, randomSeed }) {
const { meta } = model;
this.id = id;
this.model = model;
this.width = width;
this.height = height;
this.channels = meta.channels;
this.edges = edges;
this.eightBit = eightBit;
this.aliveThreshold = eightBit ? justBelow(meta.alive_threshold) : Math.fround(meta.alive_threshold);
this.random = new Random(randomSeed);
this.stepCount = 0;
this.family = familyOf(meta);
this.controls = {};
this.adjustable = new Set();
for (const [name, neutral] of Object.entries(this.family.controls)) {
const made = typeof neutral === "function";
this.declareControl(name, made ? neutral(this) : (meta[name] ?? neutral), made || name in meta);
}
this.imageData = null;
}
declareControl(name, value, adjustable) {
this.controls[name] = value;
if (adjustable) this.adjustable.add(name);
else this.adjustable.delete(name);
}
setControls(controls) {
for (const [name, value] of Object.entries(controls)) {
if (!(name in this.controls)) throw new RangeError(`there is no control named ${name}`);
const checked = checkControl(name, value, this.controls[name]);
if (this.adjustable.has(name)) this.controls[name] = checked;
}
}
setWeights(arrays) {
const weights = new Map(this.model.weights);
for (const [name, data] of arrays instanceof Map ? arrays : Object.entries(arrays)) {
const own = weights.get(name);
if (own?.data.length !== data.length) {
throw new RangeError(`the array ${name} has ${data.length} values instead of ${own?.data.length ?? "none"}`);
}
weights.set(name, { shape: own.shape, data: Float32Array.from(data) });
}
this.model = { ...this.model, weights };
return this.loadWeights(weights);
}
reset() {
this.writeState(new Float32Array(this.width * this.height * this.channels));
this.stepCount = 0;
}
setState(state) {
const size = this.width * this.height * this.channels;
if (state.length !== size) throw new RangeError(`the state has ${state.length} values instead of ${size}`);
this.writeState(state);
}
async getState() {
return this.readState().slice();
}
edit(change) {
const state = this.readState();
change(state);
this.writeState(state);
}
seed(x, y) {
this.edit((state) => plantSeed(state, this, x, y, this.family.plant));
}
erase(x, y, radius) {
this.edit((state) => eraseDisc(state, this, x, y, radius));
}
paint(x, y, radius, value) {
this.edit((state) => paintDisc(state, this, x, y, radius, value, this.aliveThreshold));
}
setImage(image, mutate = false) {
const size = this.width * this.height;
if (image.length !== size) throw new RangeError(`the image has ${image.length} pixels instead of ${size}`);
this.edit((state) => replaceImage(state, this, image, mutate, this.aliveThreshold));
}
steps(count) {
for (let i = 0; i < count; i++) this.step();
}
async draw(target, options = {}) {
const image = target instanceof ImageData ? target : this.imageFor(target);
await this.drawPixels(image.data, options);
if (image !== target) target.putImageData(image, 0, 0);
}
imageFor(context) {
this.imageData ??= context.createImageData(this.width, this.height);
return this.imageData;
}
drawPixels(pixels, options) {
this.family.draw(this.readState(), this.channels, pixels, options);
}
finish() {}
dispose() {}
}
return { Engine };
})();
modules["engines/tfjs/graph.js"] ??= (() => {
const { EXPORT_AGAIN, ModelError, parseJson, shown } = modules["formats/model_error.js"];
const { addressOf, checkDigest, fetchBytes } = modules["formats/site_files.js"];
const BYTES = { float32: 4, int32: 4, bool: 1 };
const broken = (what, expected) => new ModelError(`the TensorFlow.js graph ${what}`, expected, EXPORT_AGAIN);
function sizeOf({ name, shape, dtype, quantization }) {
if (!Object.hasOwn(BYTES, dtype) || quantization) {
throw broken(
`stores ${shown(name)} as ${shown(quantization?.dtype ?? dtype)}`,
"float32, int32 or bool was expected",
);
}
return BYTES[dtype] * shape.reduce((product, length) => product * length, 1);
}
async function fetchGraph({ meta, origin }) {
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
function withWeights({ document, bytes }, { weights: names }, weights) {
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
return { fetchGraph, withWeights };
})();
modules["engines/tfjs/library.js"] ??= (() => {
const VENDOR = new URL("../../../vendor/tfjs/", at("engines/tfjs/library.js"));
const ORDER = { card: ["webgl", "wasm"], processor: ["wasm", "webgl"] };
async function loadTensorflow(card, wanted) {
const tf = await import(at("../vendor/tfjs/tf.js"));
tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
tf.setWasmPaths(VENDOR.href);
const backends = wanted ? [wanted] : ORDER[card ? "card" : "processor"];
for (const backend of backends) {
if (tf.getBackend() === backend || (await tf.setBackend(backend))) return tf;
}
throw new Error(`TensorFlow.js could start neither of its backends: ${backends.join(", ")}`);
}
return { loadTensorflow };
})();
modules["engines/tfjs_engine.js"] ??= (() => {
const { Engine } = modules["engines/engine.js"];
const { fetchGraph, withWeights } = modules["engines/tfjs/graph.js"];
const { loadTensorflow } = modules["engines/tfjs/library.js"];
const STATE = "state";
class TfjsEngine extends Engine {
static async create(model, options, card) {
const builtIn = model.meta.edges ?? "zero";
if (options.eightBit || (options.edges ?? builtIn) !== builtIn) {
throw new RangeError(`the exported graph is made for floats and "${builtIn}" edges`);
}
const tf = await loadTensorflow(card, options.backend);
const files = await fetchGraph(model);
const engine = new TfjsEngine(model, options, tf, files);
try {
await engine.loadWeights(model.weights);
} catch (error) {
engine.dispose();
throw error;
}
return engine;
}
constructor(model, options, tf, files) {
super("tfjs", model, options);
this.tf = tf;
this.files = files;
this.graph = null;
this.backend = tf.getBackend();
const { [STATE]: _, ...inputs } = model.meta.tfjs.inputs;
this.inputs = inputs;
for (const name of this.adjustable) if (!this.#drives(name)) this.adjustable.delete(name);
for (const [name, spec] of Object.entries(inputs)) {
if (!spec.drawn) this.declareControl(name, this.#first(spec), true);
}
this.disposed = false;
this.changes = [];
this.stateSpec = model.meta.tfjs.inputs[STATE];
this.state = this.tensorOf(new Float32Array(this.width * this.height * this.channels), this.stateSpec);
}
#drives(control) {
if (control === "fire_rate") return Object.values(this.inputs).some(({ drawn }) => drawn === "fire");
return this.inputs[control]?.drawn === "normal" && this.model.meta[control] > 0;
}
#first({ shape, default: value = 0 }) {
const values = [value].flat(Infinity);
const size = this.extents(shape).reduce((product, length) => product * length, 1);
if (size === 1) return values[0];
return Float32Array.from({ length: size }, (__, at) => values[at % values.length]);
}
extents(shape) {
const free = shape.filter((length) => length === null).length;
const own = free === 2 ? [this.height, this.width] : [1, this.height, this.width];
return shape.map((length) => length ?? own.shift());
}
tensorOf(values, { shape }) {
return this.tf.tensor(values, this.extents(shape), "float32");
}
setControls(controls) {
for (const [name, value] of Object.entries(controls)) {
const { low = -Infinity, high = Infinity } = this.inputs[name] ?? {};
const wrong = Array.from(typeof value === "number" ? [value] : value).find((one) => one < low || one > high);
if (wrong !== undefined) throw new RangeError(`${name} has ${wrong}; ${low} to ${high} is accepted`);
}
super.setControls(controls);
}
async loadWeights(weights) {
const artifacts = withWeights(this.files, this.model.meta.tfjs, weights);
const graph = await this.tf.loadGraphModel({ load: async () => artifacts });
this.graph?.dispose();
this.graph = graph;
}
edit(change) {
this.changes.push(change);
}
async settleEdits() {
if (this.changes.length === 0 || this.disposed) return null;
const tensor = this.state;
const due = this.changes.length; // what is asked for from now on comes after the state that is waited for
const state = await tensor.data();
if (tensor !== this.state || this.disposed) return this.settleEdits(); // somebody else set the state meanwhile
const later = this.changes.splice(due);
for (const change of this.changes) change(state);
this.writeState(state);
this.changes = later;
return state;
}
writeState(state) {
if (this.disposed) return;
this.changes = [];
this.state.dispose();
this.state = this.tensorOf(state.slice(), this.stateSpec);
}
async currentState() {
const settled = await this.settleEdits();
if (this.disposed) return new Float32Array(this.width * this.height * this.channels);
return settled ?? this.state.data();
}
async getState() {
return (await this.currentState()).slice();
}
async step(given = {}) {
await this.settleEdits();
this.execute(given);
}
async steps(count) {
await this.settleEdits();
for (let i = 0; i < count; i++) this.execute({});
await this.finish();
}
execute(given) {
if (this.disposed) return;
const next = this.tf.tidy(() => {
const feeds = { [STATE]: this.state };
for (const [name, spec] of Object.entries(this.inputs)) {
const value = spec.drawn ? this.#drawn(name, spec, given[name]) : this.controls[name];
feeds[name] = this.tensorOf(typeof value === "number" ? [value] : value, spec);
}
return this.graph.execute(feeds);
});
this.state.dispose();
this.state = next;
this.stepCount++;
}
#drawn(name, { drawn, shape }, given) {
const { controls, model, random } = this;
const length = this.extents(shape).reduce((product, extent) => product * extent, 1);
if (drawn === "fire") {
if (given) return Float32Array.from(given);
return Float32Array.from({ length }, () => (random.uniform() < controls.fire_rate ? 1 : 0));
}
const factor = model.meta[name] > 0 ? controls[name] / model.meta[name] : 1;
if (given) return Float32Array.from(given, (value) => value * factor);
return Float32Array.from({ length }, () => factor && factor * random.normal());
}
async finish() {
await this.currentState();
}
async drawPixels(pixels, options) {
this.family.draw(await this.currentState(), this.channels, pixels, options);
}
dispose() {
if (this.disposed) return;
this.disposed = true;
this.state.dispose();
this.graph?.dispose();
}
}
return { TfjsEngine };
})();
