const modules = globalThis.ncaModules ??= {};
const at = (path) => new URL("../js/" + path, import.meta.url).href;
const load = async (path) => {
const { search } = new URL(import.meta.url);
if (!modules[path]) await import(new URL(path.replaceAll("/", "-") + search, import.meta.url));
return modules[path];
};
modules["engines/cells.js"] ??= (() => {
class CellSet {
constructor(cells) {
this.outside = cells;
this.list = new Int32Array(cells);
this.count = 0;
this.marks = new Int32Array(cells + 1);
this.generation = 1;
}
clear() {
this.generation++;
this.count = 0;
}
has(cell) {
return this.marks[cell] === this.generation;
}
add(cell) {
if (this.marks[cell] === this.generation || cell === this.outside) return;
this.marks[cell] = this.generation;
this.list[this.count++] = cell;
}
}
const NEIGHBOURS = 9;
function neighbourTable(width, height, edges, side = 3) {
const outside = width * height;
const wrap = edges === "wrap";
const reach = (side - 1) / 2;
const around = (at, size) => ((at % size) + size) % size;
const table = new Int32Array(side * side * outside);
let at = 0;
for (let y = 0; y < height; y++) {
for (let x = 0; x < width; x++) {
for (let dy = -reach; dy <= reach; dy++) {
for (let dx = -reach; dx <= reach; dx++) {
const inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
const wrapped = around(y + dy, height) * width + around(x + dx, width);
table[at++] = inside || wrap ? wrapped : outside;
}
}
}
}
return table;
}
return { CellSet, NEIGHBOURS, neighbourTable };
})();
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
modules["engines/kernels/layout.js"] ??= (() => {
const OUTPUT_BLOCK = 8;
const INPUT_BLOCK = 4;
const ROW_BLOCK = 4;
const roundUp = (value, multiple) => Math.ceil(value / multiple) * multiple;
class Layout {
size = 0;
take(floats) {
const offset = this.size;
this.size = roundUp(offset + floats, 4);
return offset;
}
}
function placeDense(layout, used, wanted, stride = 0) {
const inputs = stride || roundUp(used, INPUT_BLOCK);
const outputs = roundUp(wanted, OUTPUT_BLOCK);
const weightsAt = layout.take(inputs * outputs);
const biasAt = layout.take(outputs);
const load = (floats, kernel, bias) => {
floats.set(bias, biasAt);
for (let i = 0; i < used; i++) {
for (let j = 0; j < wanted; j++) {
const block = Math.floor(j / OUTPUT_BLOCK);
floats[weightsAt + (block * inputs + i) * OUTPUT_BLOCK + (j % OUTPUT_BLOCK)] = kernel[i * wanted + j];
}
}
};
return { inputs, outputs, weights: weightsAt, bias: biasAt, load };
}
return { OUTPUT_BLOCK, INPUT_BLOCK, ROW_BLOCK, roundUp, Layout, placeDense };
})();
modules["engines/kernels/plain.js"] ??= (() => {
const { OUTPUT_BLOCK } = modules["engines/kernels/layout.js"];
const ROWS = 2;
const OUTPUTS = 4;
function createPlainKernel(size) {
const floats = new Float32Array(size);
function dense({ inputs, outputs, weights, bias }, input, output, rows, relu) {
const floor = relu ? 0 : -Infinity;
for (let row = 0; row < rows; row += ROWS) {
const inputA = input + row * inputs;
const inputB = inputA + inputs;
const outputA = output + row * outputs;
const outputB = outputA + outputs;
for (let first = 0; first < outputs; first += OUTPUTS) {
const block = Math.floor(first / OUTPUT_BLOCK);
let at = weights + block * inputs * OUTPUT_BLOCK + (first % OUTPUT_BLOCK);
let a0 = floats[bias + first];
let a1 = floats[bias + first + 1];
let a2 = floats[bias + first + 2];
let a3 = floats[bias + first + 3];
let b0 = a0;
let b1 = a1;
let b2 = a2;
let b3 = a3;
for (let i = 0; i < inputs; i++, at += OUTPUT_BLOCK) {
const a = floats[inputA + i];
const b = floats[inputB + i];
const w0 = floats[at];
const w1 = floats[at + 1];
const w2 = floats[at + 2];
const w3 = floats[at + 3];
a0 += a * w0;
a1 += a * w1;
a2 += a * w2;
a3 += a * w3;
b0 += b * w0;
b1 += b * w1;
b2 += b * w2;
b3 += b * w3;
}
floats[outputA + first] = Math.max(a0, floor);
floats[outputA + first + 1] = Math.max(a1, floor);
floats[outputA + first + 2] = Math.max(a2, floor);
floats[outputA + first + 3] = Math.max(a3, floor);
floats[outputB + first] = Math.max(b0, floor);
floats[outputB + first + 1] = Math.max(b1, floor);
floats[outputB + first + 2] = Math.max(b2, floor);
floats[outputB + first + 3] = Math.max(b3, floor);
}
}
}
return { name: "plain JavaScript", floats, dense };
}
return { createPlainKernel };
})();
modules["engines/kernels/wasm_assembler.js"] ??= (() => {
const I32 = 0x7f;
const F32 = 0x7d;
const V128 = 0x7b;
const SIMD = 0xfd;
const NO_RESULT = 0x40;
function unsigned(value) {
const bytes = [];
do {
const more = value > 0x7f;
bytes.push((value & 0x7f) | (more ? 0x80 : 0));
value >>>= 7;
} while (value);
return bytes;
}
function signed(value) {
const bytes = [];
for (;;) {
const low = value & 0x7f;
value >>= 7;
const done = (value === 0 && !(low & 0x40)) || (value === -1 && low & 0x40);
bytes.push(done ? low : low | 0x80);
if (done) return bytes;
}
}
const ALIGNED_4 = 2; // exponents of two
const ALIGNED_16 = 4;
const simd = (opcode) => [SIMD, ...unsigned(opcode)];
const get = (local) => [0x20, ...unsigned(local)];
const set = (local, value) => [...value, 0x21, ...unsigned(local)];
const i32 = {
constant: (value) => [0x41, ...signed(value)],
add: (a, b) => [...a, ...b, 0x6a],
multiply: (a, b) => [...a, ...b, 0x6c],
lessUnsigned: (a, b) => [...a, ...b, 0x49],
};
const v128 = {
load: (address, offset = 0) => [...address, ...simd(0x00), ALIGNED_16, ...unsigned(offset)],
loadSplat: (address, offset = 0) => [...address, ...simd(0x09), ALIGNED_4, ...unsigned(offset)],
store: (address, value, offset = 0) => [...address, ...value, ...simd(0x0b), ALIGNED_16, ...unsigned(offset)],
};
const f32x4 = {
splat: (value) => [...value, ...simd(0x13)],
add: (a, b) => [...a, ...b, ...simd(0xe4)],
multiply: (a, b) => [...a, ...b, ...simd(0xe6)],
max: (a, b) => [...a, ...b, ...simd(0xe9)],
relaxedMultiplyAdd: (a, b, c) => [...a, ...b, ...c, ...simd(0x105)],
};
const repeatWhile = (condition, body) => [0x03, NO_RESULT, ...body.flat(), ...condition, 0x0d, 0x00, 0x0b];
const vector = (items) => [...unsigned(items.length), ...items.flat()];
const section = (id, items) => {
const content = vector(items);
return [id, ...unsigned(content.length), ...content];
};
const text = (value) => vector([...new TextEncoder().encode(value)]);
function assembleModule(name, parameters, locals, body) {
const code = [...vector(locals.map((type) => [1, type])), ...body.flat(), 0x0b];
return Uint8Array.from([
...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
...section(1, [[0x60, ...vector(parameters), 0x00]]),
...section(2, [[...text("env"), ...text("memory"), 0x02, 0x00, 0x01]]),
...section(3, [[0x00]]),
...section(7, [[...text(name), 0x00, 0x00]]),
...section(10, [[...unsigned(code.length), ...code]]),
]);
}
return { I32, F32, V128, get, set, i32, v128, f32x4, repeatWhile, assembleModule };
})();
modules["engines/kernels/wasm.js"] ??= (() => {
const { assembleModule, F32, f32x4, get, I32, i32, repeatWhile, set, v128, V128 } = modules["engines/kernels/wasm_assembler.js"];
const { INPUT_BLOCK, OUTPUT_BLOCK, ROW_BLOCK } = modules["engines/kernels/layout.js"];
const FLOAT = 4; // bytes
const VECTOR = 16;
const PAGE = 65536;
const VECTORS = (OUTPUT_BLOCK * FLOAT) / VECTOR;
function denseModule(relaxed) {
const parameters = ["weights", "bias", "input", "output", "inputBytes", "outputBytes", "outputEnd", "floor"];
const scalars = ["biasEnd", "blockBias", "inputEnd", "blockOutput", "blockWeights"];
const rows = [...Array(ROW_BLOCK).keys()];
const vectors = [...Array(VECTORS).keys()];
const inputs = rows.map((row) => `input${row}`);
const sums = rows.flatMap((row) => vectors.map((v) => `sum${row}${v}`));
const weights = vectors.map((v) => `weight${v}`);
const names = [...parameters, ...scalars, ...inputs, "floors", "value", ...weights, ...sums];
const at = (name) => names.indexOf(name);
const read = (name) => get(at(name));
const write = (name, value) => set(at(name), value);
const advance = (name, by) => write(name, i32.add(read(name), by));
const multiplyAdd = (a, b, sum) =>
relaxed ? f32x4.relaxedMultiplyAdd(a, b, sum) : f32x4.add(sum, f32x4.multiply(a, b));
const oneInput = (i) => [
...vectors.map((v) => write(`weight${v}`, v128.load(read("blockWeights"), i * OUTPUT_BLOCK * FLOAT + v * VECTOR))),
...rows.flatMap((row) => [
write("value", v128.loadSplat(read(`input${row}`), i * FLOAT)),
...vectors.map((v) =>
write(`sum${row}${v}`, multiplyAdd(read("value"), read(`weight${v}`), read(`sum${row}${v}`))),
),
]),
];
const inputLoop = repeatWhile(i32.lessUnsigned(read("input0"), read("inputEnd")), [
...[...Array(INPUT_BLOCK).keys()].flatMap(oneInput),
advance("blockWeights", i32.constant(INPUT_BLOCK * OUTPUT_BLOCK * FLOAT)),
...inputs.map((name) => advance(name, i32.constant(INPUT_BLOCK * FLOAT))),
]);
const rowAddress = (row) => i32.add(read("input"), i32.multiply(read("inputBytes"), i32.constant(row)));
const resultAddress = (row) => i32.add(read("blockOutput"), i32.multiply(read("outputBytes"), i32.constant(row)));
const blockLoop = repeatWhile(i32.lessUnsigned(read("blockBias"), read("biasEnd")), [
...rows.flatMap((row) => vectors.map((v) => write(`sum${row}${v}`, v128.load(read("blockBias"), v * VECTOR)))),
...rows.map((row) => write(`input${row}`, rowAddress(row))),
write("inputEnd", i32.add(read("input0"), read("inputBytes"))),
inputLoop,
...rows.flatMap((row) =>
vectors.map((v) => v128.store(resultAddress(row), f32x4.max(read(`sum${row}${v}`), read("floors")), v * VECTOR)),
),
advance("blockBias", i32.constant(OUTPUT_BLOCK * FLOAT)),
advance("blockOutput", i32.constant(OUTPUT_BLOCK * FLOAT)),
]);
const rowLoop = repeatWhile(i32.lessUnsigned(read("output"), read("outputEnd")), [
write("blockBias", read("bias")),
write("blockOutput", read("output")),
write("blockWeights", read("weights")),
blockLoop,
advance("input", i32.multiply(read("inputBytes"), i32.constant(ROW_BLOCK))),
advance("output", i32.multiply(read("outputBytes"), i32.constant(ROW_BLOCK))),
]);
const start = [
write("floors", f32x4.splat(read("floor"))),
write("biasEnd", i32.add(read("bias"), read("outputBytes"))),
];
const types = names.map((name) => (/^(value|floors|weight\d|sum\d+)$/.test(name) ? V128 : I32));
types[at("floor")] = F32;
return assembleModule("dense", types.slice(0, parameters.length), types.slice(parameters.length), [
...start,
rowLoop,
]);
}
function compile() {
if (typeof WebAssembly !== "object") return null;
const bytes = [denseModule(true), denseModule(false)].find((candidate) => WebAssembly.validate(candidate));
try {
return bytes ? new WebAssembly.Module(bytes) : null;
} catch {
return null; // a Content-Security-Policy without 'wasm-unsafe-eval'
}
}
let compiled;
function createWasmKernel(size) {
compiled ??= { module: compile() };
if (!compiled.module) return null;
let memory;
try {
memory = new WebAssembly.Memory({ initial: Math.ceil((size * FLOAT) / PAGE) });
} catch {
return null; // so much is not to be had at once; an ordinary array may be
}
const run = new WebAssembly.Instance(compiled.module, { env: { memory } }).exports.dense;
function dense({ inputs, outputs, weights, bias }, input, output, rows, relu) {
if (rows === 0) return;
run(
weights * FLOAT,
bias * FLOAT,
input * FLOAT,
output * FLOAT,
inputs * FLOAT,
outputs * FLOAT,
(output + rows * outputs) * FLOAT,
relu ? 0 : -Infinity,
);
}
return { name: "WebAssembly SIMD", floats: new Float32Array(memory.buffer, 0, size), dense };
}
return { createWasmKernel };
})();
modules["engines/kernels/index.js"] ??= (() => {
const { createPlainKernel } = modules["engines/kernels/plain.js"];
const { createWasmKernel } = modules["engines/kernels/wasm.js"];
function createKernel(size, wanted = "wasm") {
return (wanted === "wasm" && createWasmKernel(size)) || createPlainKernel(size);
}
return { createKernel };
})();
modules["engines/sobel.js"] ??= (() => {
const { NEIGHBOURS } = modules["engines/cells.js"];
const FILTERS = 3;
function filterMajor(kernel, channels) {
const hidden = kernel.length / (FILTERS * channels);
const reordered = new Float32Array(kernel.length);
for (let row = 0; row < FILTERS * channels; row++) {
const from = FILTERS * (row % channels) + Math.floor(row / channels);
reordered.set(kernel.subarray(from * hidden, (from + 1) * hidden), row * hidden);
}
return reordered;
}
function perceiveSobel(floats, channels, neighbours, cells, from, count, to, stride, angle) {
const cos = Math.cos(angle) / 8;
const sin = Math.sin(angle) / 8;
for (let row = 0; row < count; row++) {
const first = cells[from + row] * NEIGHBOURS;
const upLeft = neighbours[first] * channels;
const up = neighbours[first + 1] * channels;
const upRight = neighbours[first + 2] * channels;
const left = neighbours[first + 3] * channels;
const own = neighbours[first + 4] * channels;
const right = neighbours[first + 5] * channels;
const downLeft = neighbours[first + 6] * channels;
const down = neighbours[first + 7] * channels;
const downRight = neighbours[first + 8] * channels;
const identity = to + row * stride;
for (let c = 0; c < channels; c++) {
const falling = floats[downRight + c] - floats[upLeft + c];
const rising = floats[upRight + c] - floats[downLeft + c];
const dx = falling + rising + 2 * (floats[right + c] - floats[left + c]);
const dy = falling - rising + 2 * (floats[down + c] - floats[up + c]);
floats[identity + c] = floats[own + c];
floats[identity + channels + c] = cos * dx - sin * dy;
floats[identity + 2 * channels + c] = sin * dx + cos * dy;
}
}
}
return { filterMajor, perceiveSobel };
})();
modules["engines/firing_manifold.js"] ??= (() => {
const { neighbourTable } = modules["engines/cells.js"];
const { Engine } = modules["engines/engine.js"];
const { createKernel } = modules["engines/kernels/index.js"];
const { Layout, placeDense, ROW_BLOCK, roundUp } = modules["engines/kernels/layout.js"];
const { filterMajor, perceiveSobel } = modules["engines/sobel.js"];
const CHUNK = 64;
const EPSILON = 1e-3;
class FiringManifold extends Engine {
constructor(model, options) {
super("live", model, options);
const { channels, meta: { hidden, norm = true } } = { channels: this.channels, meta: model.meta };
this.norm = norm;
this.cells = this.width * this.height;
const layout = new Layout();
layout.take((this.cells + 1) * channels); // the states, at offset 0; the last one is the outside, always zero
this.first = placeDense(layout, 3 * channels, hidden);
this.second = placeDense(layout, hidden, channels, this.first.outputs);
this.sensedAt = layout.take(this.cells * this.first.inputs);
this.chosenAt = layout.take(CHUNK * this.first.inputs);
this.hiddenAt = layout.take(CHUNK * this.first.outputs);
this.addedAt = layout.take(CHUNK * this.second.outputs);
this.kernel = createKernel(layout.size, options.kernel);
this.neighbours = neighbourTable(this.width, this.height, this.edges, 3);
this.all = Int32Array.from({ length: this.cells }, (_, cell) => cell);
this.acting = new Int32Array(CHUNK);
this.loadWeights(model.weights);
}
loadWeights(weights) {
const data = (name) => weights.get(name).data;
this.rows = filterMajor(data("dense1/kernel"), this.channels);
this.bias = data("dense1/bias");
this.second.load(this.kernel.floats, data("dense2/kernel"), data("dense2/bias"));
this.first.load(this.kernel.floats, this.rows, this.bias);
}
readState() {
return this.kernel.floats.subarray(0, this.cells * this.channels);
}
writeState(state) {
this.kernel.floats.set(state, 0);
}
step({ fire } = {}) {
const { acting, all, cells, channels, controls, first, kernel: { floats }, random, sensedAt } = this;
perceiveSobel(floats, channels, this.neighbours, all, 0, cells, sensedAt, first.inputs, 0);
if (this.norm) this.#normalise();
let count = 0;
for (let cell = 0; cell < cells; cell++) {
if (fire ? fire[cell] : random.uniform() < controls.fire_rate) {
const row = sensedAt + cell * first.inputs;
floats.copyWithin(this.chosenAt + count * first.inputs, row, row + first.inputs);
acting[count++] = cell;
}
if (count === CHUNK || (cell === cells - 1 && count > 0)) { this.#act(count); count = 0; }
}
this.stepCount++;
}
#normalise() {
const { bias, cells, channels, first, kernel: { floats }, rows, sensedAt } = this;
const hidden = bias.length;
const changed = rows.slice();
const shifted = bias.slice();
for (let column = channels; column < 3 * channels; column++) {
let sum = 0;
let squares = 0;
for (let at = sensedAt + column, end = at + cells * first.inputs; at < end; at += first.inputs) {
sum += floats[at];
squares += floats[at] * floats[at];
}
const mean = sum / cells;
const scale = 1 / Math.sqrt(squares / cells - mean * mean + EPSILON);
for (let j = 0, at = column * hidden; j < hidden; j++, at++) {
changed[at] *= scale;
shifted[j] -= changed[at] * mean;
}
}
first.load(floats, changed, shifted);
}
#act(count) {
const { acting, addedAt, channels, first, kernel, second } = this;
const { floats } = kernel;
const padded = roundUp(count, ROW_BLOCK);
kernel.dense(first, this.chosenAt, this.hiddenAt, padded, true);
kernel.dense(second, this.hiddenAt, addedAt, padded, false);
for (let row = 0; row < count; row++) {
const to = acting[row] * channels;
const from = addedAt + row * second.outputs;
for (let c = 0; c < channels; c++) floats[to + c] += floats[from + c];
}
}
}
return { FiringManifold };
})();
modules["formats/packed_manifold.js"] ??= (() => {
const { EXPORT_AGAIN, ModelError } = modules["formats/model_error.js"];
const CATEGORIES = 4;
function unpacked(bytes, described) {
const weights = new Map();
for (const { name, shape, offset, bits } of described) {
const size = shape.reduce((product, length) => product * length, 1);
const columns = shape.at(-1) ?? 1;
const length = bits === 8 ? 4 * columns + size : 4 * size;
if (!(offset >= 0 && offset + length <= bytes.length)) {
throw new ModelError(`${name} lies outside of its file`, `${bytes.length} bytes are there`, EXPORT_AGAIN);
}
const part = bytes.slice(offset, offset + length);
if (bits !== 8) { weights.set(name, { shape, data: new Float32Array(part.buffer) }); continue; }
const scales = new Float32Array(part.buffer, 0, columns);
const small = new Int8Array(part.buffer, 4 * columns, size);
weights.set(name, { shape, data: Float32Array.from(small, (value, at) => value * scales[at % columns]) });
}
return weights;
}
function numbersOf(bytes, length) {
const scales = new Float32Array(bytes.slice(0, 4 * length).buffer);
const small = new Int8Array(bytes.buffer, bytes.byteOffset + 4 * length, bytes.length - 4 * length);
return Array.from({ length: Math.floor(small.length / length) }, (_, row) =>
Float32Array.from(scales, (scale, at) => scale * small[row * length + at]));
}
function lettersOf(bytes, length) {
const row = length / 4;
return Array.from({ length: Math.floor(bytes.length / row) }, (_, first) => {
const code = new Float32Array(length * CATEGORIES);
for (let at = 0; at < length; at++) {
const four = bytes[first * row + (at >> 2)];
code[at * CATEGORIES + ((four >> (2 * (at & 3))) & 3)] = 1;
}
return code;
});
}
return { CATEGORIES, unpacked, numbersOf, lettersOf };
})();
modules["manifold.js"] ??= (() => {
const { checkFileSize, EXPORT_AGAIN, ModelError } = modules["formats/model_error.js"];
const { CATEGORIES, lettersOf, numbersOf, unpacked } = modules["formats/packed_manifold.js"];
const { addressOf, checkDigest, fetchBytes } = modules["formats/site_files.js"];
const LETTERS = 16;
const LEAK_LEAST = 1e-3;
const LEAK_MOST = 1e3;
class Manifold {
constructor({ meta, origin }) {
const { manifold } = meta;
if (!manifold || !origin) {
throw new ModelError("the model is one automaton", "a whole manifold of the site was expected", EXPORT_AGAIN);
}
const { names, titles = names, places, groups = {}, code } = manifold;
Object.assign(this, { meta, names, titles, places, groups, letters: code === "dna", weights: new Map() });
this.codes = null;
this.fetched = async ({ file }) => {
const bytes = await fetchBytes(addressOf(origin, file, meta.files?.[file]?.sha256));
checkFileSize(file, bytes.length);
await checkDigest(meta.files, file, bytes);
return bytes;
};
const { network, encoder } = manifold;
this.fetchNetwork = once(async () => {
const [bytes, codes] = await Promise.all([this.fetched(network), this.fetched(manifold.codes)]);
this.#take(bytes, network.arrays);
this.codes = this.#codesOf(codes);
});
this.fetchEncoder = once(async () => this.#take(await this.fetched(encoder), encoder.arrays));
}
#take(bytes, described) {
for (const [name, weight] of unpacked(bytes, described)) this.weights.set(name, weight);
}
#codesOf(bytes) {
const { code_size: size } = this.meta.manifold;
const codes = this.letters ? lettersOf(bytes, size * LETTERS) : numbersOf(bytes, size);
if (codes.length !== this.names.length || this.places.length !== this.names.length) {
throw new ModelError(`there are ${codes.length} codes`, `${this.names.length} were expected`, EXPORT_AGAIN);
}
return codes;
}
async encode(picture) {
await this.fetchEncoder();
let features = relu(this.#convolve(picture, "encoder/first"));
for (const number of [1, 2]) {
const inner = relu(this.#convolve(features, `encoder/cb3_${number}/inner`));
const change = this.#convolve(inner, `encoder/cb3_${number}/outer`);
const factor = this.#leak(`encoder/cb3_${number}`);
features = features.map((value, at) => value + factor * change[at]);
features = this.#block(features, `encoder/cb1_${number}`, this.meta.size ** 2);
}
let code = this.#affine(this.#summary(features), "encoder/summary", 1);
for (const number of [1, 2]) code = this.#block(code, `encoder/code${number}`, 1);
return this.letters ? this.#write(code) : code;
}
#summary(features) {
const { size, manifold: { encoder: { slices } } } = this.meta;
const count = features.length / size ** 2;
const [all, columns, rows, cells] = [count, size * count, size * count, size ** 2].map((n) => new Float32Array(n));
for (let y = 0, at = 0; y < size; y++) {
for (let x = 0; x < size; x++) {
for (let c = 0; c < count; c++, at++) {
all[c] += features[at] / size ** 2;
columns[x * count + c] += features[at] / size;
rows[y * count + c] += features[at] / size;
cells[y * size + x] += features[at] / count;
}
}
}
return Float32Array.from(slices ? [...all, ...columns, ...rows, ...cells] : all);
}
#write(code) {
let genes = this.#affine(code, "letters/first", code.length);
for (let number = 1; number <= 4; number++) genes = this.#block(genes, `letters/block${number}`, code.length);
const shares = this.#affine(genes, "letters/last", code.length);
for (let at = 0; at < shares.length; at += CATEGORIES) {
const letter = shares.subarray(at, at + CATEGORIES);
const most = Math.max(...letter);
letter.set(letter.map((value) => Math.exp(value - most)));
const sum = letter.reduce((total, share) => total + share, 0);
for (let k = 0; k < CATEGORIES; k++) letter[k] /= sum;
}
return shares;
}
#convolve(values, name) {
const { shape: [side, , inputs, outputs], data: kernel } = this.weights.get(`${name}/kernel`);
const { data: bias } = this.weights.get(`${name}/bias`);
const { size } = this.meta;
const result = new Float32Array(size * size * outputs);
const reach = (side - 1) / 2;
for (let y = 0; y < size; y++) {
for (let x = 0; x < size; x++) {
const to = (y * size + x) * outputs;
result.set(bias, to);
for (let i = 0; i < side * side; i++) {
const [row, column] = [y + Math.floor(i / side) - reach, x + (i % side) - reach];
if (row < 0 || column < 0 || row >= size || column >= size) continue;
const from = (row * size + column) * inputs;
for (let c = 0, at = i * inputs * outputs; c < inputs; c++) {
const value = values[from + c];
for (let j = 0; j < outputs; j++, at++) result[to + j] += value * kernel[at];
}
}
}
}
return result;
}
farthestFrom(one) {
const { places } = this;
const away = ([x, y]) => (x - places[one][0]) ** 2 + (y - places[one][1]) ** 2;
return places.reduce((best, place, index) => (away(place) > away(places[best]) ? index : best), one);
}
blend(one, other, share) {
return one.map((value, at) => value * (1 - share) + other[at] * share);
}
commonLetters(places, share) {
const counts = new Float32Array(this.codes[0].length);
for (const place of places) for (let at = 0; at < counts.length; at++) counts[at] += this.codes[place][at];
return counts.map((count) => (count > share * places.length ? 1 : 0));
}
withLetters(code, letters) {
const result = code.slice();
for (let at = 0; at < code.length; at += CATEGORIES) {
const letter = letters.subarray(at, at + CATEGORIES);
if (letter.some(Boolean)) result.set(letter, at);
}
return result;
}
express(code) {
let values = this.letters ? this.#read(this.#hedge(code)) : code;
values = this.#block(this.#block(values, "predictor/block1", 1), "predictor/block2", 1);
const flat = this.#affine(values, "predictor/weights", 1);
const { channels, hidden } = this.meta;
const sizes = {
"dense1/kernel": 3 * channels * hidden, "dense1/bias": hidden,
"dense2/kernel": hidden * channels, "dense2/bias": channels,
};
let at = 0;
const arrays = {};
for (const [name, size] of Object.entries(sizes)) {
arrays[name] = flat.slice(at, at + size);
at += size;
}
for (const name of ["dense2/kernel", "dense2/bias"]) {
arrays[name] = arrays[name].map((value) => value * this.meta.manifold.leak);
}
return arrays;
}
#hedge(letters) {
const { trust = 1 } = this.meta.manifold;
return letters.map((share, at) => {
const first = at - (at % CATEGORIES);
const sum = letters[first] + letters[first + 1] + letters[first + 2] + letters[first + 3];
return trust * share + ((1 - trust) / CATEGORIES) * sum;
});
}
#read(letters) {
const rows = letters.length / (LETTERS * CATEGORIES);
let genes = this.#affine(letters, "reader/first", rows);
for (let number = 1; number <= 4; number++) genes = this.#block(genes, `reader/block${number}`, rows);
return this.#affine(genes, "reader/last", rows);
}
#block(values, name, rows) {
const inner = relu(this.#affine(values, `${name}/inner`, rows));
const change = this.#affine(inner, `${name}/outer`, rows);
const factor = this.#leak(name);
return values.map((value, at) => value + factor * change[at]);
}
#leak(name) {
const stored = this.weights.get(`${name}/leak`);
return stored ? Math.min(LEAK_MOST, Math.max(LEAK_LEAST, Math.exp(stored.data[0]))) : 1;
}
#affine(values, name, rows) {
const { shape: [inputs, outputs], data: kernel } = this.weights.get(`${name}/kernel`);
const { data: bias } = this.weights.get(`${name}/bias`);
const result = new Float32Array(rows * outputs);
for (let row = 0; row < rows; row++) {
const to = row * outputs;
result.set(bias, to);
for (let i = 0; i < inputs; i++) {
const value = values[row * inputs + i];
if (value === 0) continue;
for (let j = 0, at = i * outputs; j < outputs; j++, at++) result[to + j] += value * kernel[at];
}
}
return result;
}
}
function once(fetchIt) {
let coming = null;
return () => (coming ??= fetchIt().catch((error) => {
coming = null;
throw error;
}));
}
const relu = (values) => values.map((value) => Math.max(0, value));
return { Manifold };
})();
modules["engines/graphics.js"] ??= (() => {
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;
const MASKED = "WebKit WebGL";
const canCompute = () => typeof WebAssembly === "object" || typeof WebGL2RenderingContext === "function";
let known = null;
function hasGraphicsCard() {
if (known !== null) return known;
const gl = document.createElement("canvas").getContext("webgl2");
if (!gl) return (known = false);
const name = gl.getParameter(gl.RENDERER);
const unmasked = name === MASKED && gl.getExtension("WEBGL_debug_renderer_info");
known = !SOFTWARE.test(unmasked ? gl.getParameter(unmasked.UNMASKED_RENDERER_WEBGL) : name);
gl.getExtension("WEBGL_lose_context")?.loseContext(); // gives its memory back now
return known;
}
return { canCompute, hasGraphicsCard };
})();
modules["engines/index.js"] ??= (() => {
const { familyOf } = modules["families/index.js"];
const { canCompute, hasGraphicsCard } = modules["engines/graphics.js"];
function whyNoTfjs({ meta, origin }) {
if (!meta.tfjs || !origin) return "the model comes without an exported graph";
return canCompute() ? "" : "this browser has neither WebAssembly nor WebGL2";
}
function listEngines(model) {
const entry = (id, label, reason) => ({ id, label, available: reason === "", reason });
const noLive = familyOf(model.meta).live ? "" : `not made for the ${model.family} family`;
return [entry("live", "Living cells", noLive), entry("tfjs", "TensorFlow.js", whyNoTfjs(model))];
}
const chooseEngine = (model) => listEngines(model).find(({ available }) => available).id;
async function createEngine(id, model, options) {
const entry = listEngines(model).find((engine) => engine.id === id);
if (!entry?.available) {
throw new RangeError(`the engine ${id} is not available: ${entry?.reason ?? "no such engine"}`);
}
if (id === "live") return new (await familyOf(model.meta).live())(model, options);
const { TfjsEngine } = await load("engines/tfjs_engine.js");
return TfjsEngine.create(model, options, hasGraphicsCard());
}
return { listEngines, chooseEngine, createEngine };
})();
modules["player/history.js"] ??= (() => {
const BYTES = 48 * 1024 * 1024;
const MOST = 30;
let strokes = 0;
const newStroke = () => ++strokes;
function rememberAll(dishes) {
const stroke = newStroke();
for (const dish of dishes) dish.remember(stroke);
}
class History {
constructor() {
this.entries = [];
this.onChange = () => {};
}
push(entry) {
this.entries.push(entry);
Promise.resolve(entry.state).then((values) => {
const most = Math.max(2, Math.min(MOST, Math.floor(BYTES / values.byteLength)));
while (this.entries.length > most) this.entries.shift();
}, () => this.drop(entry));
this.onChange();
}
drop(entry) {
this.entries = this.entries.filter((other) => other !== entry);
this.onChange();
}
async pop() {
const entry = this.entries.pop();
this.onChange();
return entry ? { ...entry, state: await entry.state } : null;
}
get newest() {
return this.entries.at(-1)?.stroke ?? 0;
}
get length() {
return this.entries.length;
}
clear() {
this.entries = [];
this.onChange();
}
}
return { newStroke, rememberAll, History };
})();
modules["player/stage.js"] ??= (() => {
const { el } = modules["dom.js"];
const LARGEST_CANVAS = 2400;
let firstPicture = false;
class Stage {
constructor({ label, gaps = false, still = false }) {
this.cells = el("canvas", { class: "stage-cells", "aria-hidden": "true" });
this.marks = el("canvas", { class: "stage-marks", "aria-hidden": "true" });
const purpose = still ? { role: "img" } : {
tabindex: 0, role: "application", "aria-roledescription": "grid of cells",
};
this.element = el(
"div", { class: still ? "stage stage-still" : "stage", "aria-label": label, ...purpose }, this.cells, this.marks,
);
this.context = this.cells.getContext("2d", { alpha: false });
this.small = document.createElement("canvas");
this.smallContext = this.small.getContext("2d");
this.gaps = gaps;
this.sheet = null;
this.scale = 1;
this.side = 1;
this.decorate = null;
this.onResize = () => {};
this.observer = new ResizeObserver(() => this.#resize());
this.observer.observe(this.element);
this.setGrid(1, 1);
}
poster(address) {
if (this.shown || !address) return;
this.picture ??= el("img", { class: "stage-poster", alt: "", draggable: "false" });
this.picture.src = address;
this.element.prepend(this.picture);
}
setGrid(width, height, sheet = null) {
this.sheet = sheet;
if (width === this.columns && height === this.rows) return;
this.columns = width;
this.rows = height;
this.small.width = width;
this.small.height = height;
this.image = this.smallContext.createImageData(width, height);
this.#resize();
}
#resize() {
const side = this.element.clientWidth || 1;
const density = Math.min(devicePixelRatio || 1, 3);
const longest = Math.max(this.columns, this.rows);
const scale = Math.max(1, Math.min(Math.ceil((side * density) / longest), Math.floor(LARGEST_CANVAS / longest)));
this.side = side;
this.density = density;
this.scale = scale;
resizeCanvas(this.cells, this.columns * scale, this.rows * scale);
resizeCanvas(this.marks, Math.round(side * density), Math.round((side * density * this.rows) / this.columns));
this.onResize();
}
show(plate) {
const { context, scale, columns, rows } = this;
this.smallContext.putImageData(this.image, 0, 0);
context.imageSmoothingEnabled = false;
context.drawImage(this.small, 0, 0, columns * scale, rows * scale);
if (this.gaps && scale >= 8) {
context.fillStyle = `rgb(${plate.join(" ")})`;
const line = Math.max(1, Math.round(scale / 14));
for (let x = 1; x < columns; x++) context.fillRect(x * scale - (line >> 1), 0, line, rows * scale);
for (let y = 1; y < rows; y++) context.fillRect(0, y * scale - (line >> 1), columns * scale, line);
}
this.decorate?.(context, scale);
if (!this.shown) {
this.shown = true;
this.element.classList.add("has-cells");
this.picture?.remove();
}
if (!firstPicture) {
firstPicture = true;
performance.mark("first cells");
}
}
cellAt(event) {
const box = this.cells.getBoundingClientRect();
return [
((event.clientX - box.left) / box.width) * this.columns, ((event.clientY - box.top) / box.height) * this.rows,
];
}
cleanMarks() {
const context = this.marks.getContext("2d");
context.setTransform(1, 0, 0, 1, 0, 0);
context.clearRect(0, 0, this.marks.width, this.marks.height);
const unit = this.marks.width / this.columns;
context.scale(unit, unit);
return context;
}
dispose() {
this.observer.disconnect();
this.element.remove();
}
}
function resizeCanvas(canvas, width, height) {
if (canvas.width === width && canvas.height === height) return;
canvas.width = width;
canvas.height = height;
}
return { Stage };
})();
modules["player/dish.js"] ??= (() => {
const { createEngine, listEngines, chooseEngine } = modules["engines/index.js"];
const { plateColour } = modules["settings.js"];
const { say } = modules["ui/messages.js"];
const { History, newStroke } = modules["player/history.js"];
const { Stage } = modules["player/stage.js"];
const SEEN = 26;
class Dish {
constructor({ label, gaps, still, begin }) {
this.stage = new Stage({ label, gaps, still });
this.stage.onResize = () => { this.stale = true; this.onStale(); };
this.begin = begin;
this.engine = null;
this.model = null;
this.history = new History();
this.painter = paintColours;
this.controls = {};
this.touched = [];
this.stale = true;
this.onStale = () => {};
this.onEngine = () => {};
this.turn = 0;
this.disposed = false;
}
async load(coming, options) {
if (this.disposed) return false;
const turn = ++this.turn;
const { classList } = this.stage.element;
classList.add("loading");
try {
return await this.#load(turn, coming, options);
} catch (error) {
if (turn !== this.turn) return false;
throw error;
} finally {
if (turn === this.turn) classList.remove("loading");
}
}
async #load(turn, coming, options) {
const model = await coming;
if (turn !== this.turn) return false;
const {
width, height, engine: wanted = null, keep = false,
} = typeof options === "function" ? options(model) : options;
const engine = await this.#makeEngine(model, wanted, width, height);
const before = keep && this.model?.weights === model.weights ? this.engine : null;
const steps = before?.stepCount;
const state = before && (await before.getState());
if (turn !== this.turn) {
engine.dispose();
return false;
}
const controls = fitting(this.controls, engine);
engine.setControls(controls);
this.engine?.dispose();
this.engine = engine;
this.model = model;
this.controls = controls;
this.history.clear();
if (state) {
engine.setState(resized({ values: state, width: before.width, height: before.height }, engine));
engine.stepCount = steps;
} else {
this.restart();
}
this.onEngine(this);
this.touch();
return true;
}
async #makeEngine(model, wanted, width, height) {
const offers = listEngines(model);
const offered = offers.find((offer) => offer.id === wanted);
if (wanted && !offered?.available) sayReplaced(wanted, offered?.reason);
const first = offered?.available ? wanted : chooseEngine(model);
const order = [first, ...offers.filter((offer) => offer.available && offer.id !== first).map((offer) => offer.id)];
let failure;
for (const id of order) {
try {
return await createEngine(id, model, { width, height, eightBit: Boolean(model.bytes8) });
} catch (error) {
if (id === wanted) sayReplaced(wanted, error.message);
failure ??= error;
}
}
throw failure;
}
restart() {
this.engine.reset();
this.engine.stepCount = 0;
this.begin(this);
this.touch();
}
setControls(controls) {
this.engine?.setControls(controls);
Object.assign(this.controls, controls);
}
touch() {
this.stale = true;
this.onStale();
}
remember(stroke = newStroke()) {
if (!this.engine) return null;
const controls = Object.fromEntries(this.touched.map((name) => [name, this.controls[name]]));
const snapshot = { state: this.engine.getState(), steps: this.engine.stepCount, controls, stroke };
this.history.push(snapshot);
return snapshot;
}
async undo() {
const snapshot = await this.history.pop();
if (!snapshot || !this.engine) return false;
const { width, height, channels } = this.engine;
if (snapshot.state.length !== width * height * channels) return false;
this.engine.setState(snapshot.state);
this.engine.stepCount = snapshot.steps;
this.setControls(snapshot.controls);
this.touch();
return true;
}
async draw() {
const { engine, stage } = this;
if (!engine) return;
this.stale = false;
const plate = plateColour();
await this.painter(this, plate);
if (engine === this.engine) stage.show(plate);
}
dispose() {
this.disposed = true;
this.turn++;
this.engine?.dispose();
this.engine = null;
this.stage.dispose();
}
}
const fitting = (controls, engine) => Object.fromEntries(Object.entries(controls).filter(
([name, value]) => name in engine.controls && value.length === engine.controls[name].length,
));
function resized({ values, width: oldWidth, height: oldHeight }, { width, height, channels }) {
const result = new Float32Array(width * height * channels);
const shiftX = Math.floor(width / 2) - Math.floor(oldWidth / 2);
const shiftY = Math.floor(height / 2) - Math.floor(oldHeight / 2);
const left = Math.max(0, -shiftX);
const right = Math.min(oldWidth, width - shiftX);
for (let y = Math.max(0, -shiftY); y < Math.min(oldHeight, height - shiftY); y++) {
const row = values.subarray((y * oldWidth + left) * channels, (y * oldWidth + right) * channels);
result.set(row, ((y + shiftY) * width + left + shiftX) * channels);
}
return result;
}
function sayReplaced(engine, reason) {
say(`The ${engine} engine can't run this here${reason ? ` (${reason})` : ""}; another one took over.`);
}
const seedCentre = ({ engine }) => engine.seed(Math.floor(engine.width / 2), Math.floor(engine.height / 2));
async function paintColours({ engine, stage }, plate) {
stage.setGrid(engine.width, engine.height);
await engine.draw(stage.image, { background: plate });
}
async function pictureOf(engine) {
const { channels, family, height, width } = engine;
const state = await engine.getState();
const [onWhite, image] = [[255, 255, 255], [0, 0, 0]].map((background) => {
const drawn = new ImageData(width, height);
family.draw(state, channels, drawn.data, { background });
return drawn;
});
const [columns, rows] = [[], []];
for (let at = 0; at < image.data.length; at += 4) {
const pixel = image.data.subarray(at, at + 4);
const alpha = 255 - Math.max(0, ...[0, 1, 2].map((c) => onWhite.data[at + c] - pixel[c]));
for (let c = 0; c < 3; c++) pixel[c] *= 255 / Math.max(alpha, 1);
pixel[3] = alpha;
if (alpha < SEEN) continue;
columns.push((at / 4) % width);
rows.push(Math.floor(at / 4 / width));
}
if (columns.length === 0) return null;
const [[left, right], [top, bottom]] = [columns, rows].map((places) => [Math.min(...places), Math.max(...places)]);
const side = Math.max(right - left, bottom - top) + 1;
const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
const from = [(left + right + 1 - side) / 2, (top + bottom + 1 - side) / 2].map(Math.floor);
canvas.getContext("2d").putImageData(image, -from[0], -from[1]);
return canvas.toDataURL();
}
return { Dish, seedCentre, paintColours, pictureOf };
})();
modules["tools.js"] ??= (() => {
const ERASE = {
id: "erase", label: "Erase", icon: "erase", key: "E", drags: true, brush: true, glows: true,
hint: "Drag to erase cells",
apply: (engine, x, y, radius) => engine.erase(x, y, radius),
};
const SEED = {
id: "seed", label: "Seed", icon: "seed", key: "S", drags: false, brush: false,
hint: "Click to plant one cell",
apply: (engine, x, y) => engine.seed(x, y),
};
function plantSeedAt(dish, x, y) {
SEED.apply(dish.engine, x, y);
dish.touch();
}
const DRAW = {
id: "draw", label: "Draw", icon: "draw", key: "D", drags: true, brush: true,
hint: "Draw a digit; with Shift the brush erases",
apply: (engine, x, y, radius) => engine.paint(x, y, radius, 1),
};
const RUB_OUT = {
id: "erase", label: "Erase", icon: "erase", key: "E", drags: true, brush: true,
hint: "Rub out what was drawn",
apply: (engine, x, y, radius) => engine.paint(x, y, radius * 2, 0),
};
const LOOK = {
id: "look", label: "Look", icon: "look", key: "I", drags: true, brush: false, looks: true,
hint: "Point at a cell to see what is in it",
apply() {},
};
const CUTS = [
{ part: "left", label: "Cut off the left half" },
{ part: "right", label: "Cut off the right half" },
{ part: "upper", label: "Cut off the upper half" },
{ part: "lower", label: "Cut off the lower half" },
{ part: "centre", label: "Punch out the centre" },
];
function cut(state, engine, part) {
const { width, height, channels } = engine;
const box = livingBox(state, engine);
if (!box) return;
const middleX = (box.left + box.right + 1) / 2;
const middleY = (box.top + box.bottom + 1) / 2;
const side = Math.max(box.right - box.left, box.bottom - box.top) / 5;
const inside = {
left: (x) => x < middleX,
right: (x) => x >= middleX,
upper: (x, y) => y < middleY,
lower: (x, y) => y >= middleY,
centre: (x, y) => Math.abs(x + 0.5 - middleX) < side && Math.abs(y + 0.5 - middleY) < side,
}[part];
for (let y = 0; y < height; y++) {
for (let x = 0; x < width; x++) {
if (inside(x, y)) state.fill(0, (y * width + x) * channels, (y * width + x + 1) * channels);
}
}
}
function livingBox(state, { width, height, channels, aliveThreshold, family }) {
const box = { left: width, right: -1, top: height, bottom: -1 };
for (let y = 0; y < height; y++) {
for (let x = 0; x < width; x++) {
if (!(state[(y * width + x) * channels + family.aliveChannel] > aliveThreshold)) continue;
box.left = Math.min(box.left, x);
box.right = Math.max(box.right, x);
box.top = Math.min(box.top, y);
box.bottom = Math.max(box.bottom, y);
}
}
return box.right < 0 ? null : box;
}
return { ERASE, SEED, plantSeedAt, DRAW, RUB_OUT, LOOK, CUTS, cut };
})();
modules["ui/code_map.js"] ??= (() => {
const { el } = modules["dom.js"];
const { button } = modules["ui/controls.js"];
const SIDE = 640;
const MARGIN = 0.07;
const tileShare = (count) => Math.max(0.035, Math.min(TILE_MOST, 1 / Math.sqrt(count)));
const TILE_MOST = 0.11;
const CROWDED = 200;
const CLOSEST = 16;
class CodeMap {
constructor(options) {
Object.assign(this, options);
this.share = tileShare(this.places.length);
this.chosen = { one: 0, other: 0, share: 0 };
this.pressed = null;
this.over = null;
this.zoom = 1;
this.centre = [0.5, 0.5];
this.canvas = el("canvas", {
class: "code-map", width: SIDE, height: SIDE, role: "img", "aria-label": options.label,
on: {
pointerdown: (event) => this.#press(event), pointermove: (event) => this.#move(event),
pointerup: (event) => this.#release(event), pointercancel: () => this.#forget(),
wheel: (event) => this.#wheel(event),
},
});
const zoom = (text, name, times) => button({ label: text, text, icon: name, onClick: () => this.#see(times) });
[this.closer, this.farther] = [zoom("Closer", "plus", 2), zoom("Farther", "minus", 1 / 2)];
const zooms = el("div", { class: "button-row", hidden: !this.crowded }, this.closer, this.farther);
this.element = el("div", { class: "stack" }, this.canvas, zooms);
this.#look(1, this.centre);
}
show(chosen) {
const isNew = chosen && chosen.one === chosen.other && chosen.one !== this.chosen?.one;
this.chosen = chosen && { ...chosen };
this.#look(this.zoom, isNew ? this.places[chosen.one] : this.centre);
}
get crowded() {
return this.places.length > CROWDED;
}
placeOf(index) {
return this.places[index].map(
(part, axis) => SIDE * (MARGIN + (1 - 2 * MARGIN) * ((part - this.centre[axis]) * this.zoom + 0.5)),
);
}
#see(times) {
this.#look(this.zoom * times, this.chosen ? this.places[this.chosen.one] : this.centre);
if (this.closer.disabled) this.farther.focus();
else if (this.farther.disabled) this.closer.focus();
}
#look(zoom, centre) {
this.zoom = Math.min(CLOSEST, Math.max(1, zoom));
const half = 0.5 / this.zoom;
this.centre = centre.map((part) => Math.min(1 - half, Math.max(half, part)));
this.closer.disabled = this.zoom === CLOSEST;
this.farther.disabled = this.zoom === 1;
this.draw();
}
#wheel(event) {
if (!this.crowded || !event.ctrlKey) return;
event.preventDefault();
const zoom = Math.min(CLOSEST, Math.max(1, this.zoom * 2 ** (-event.deltaY / 100)));
const away = this.#pointOf(event).map((part) => (part / SIDE - MARGIN) / (1 - 2 * MARGIN) - 0.5);
this.#look(zoom, this.centre.map((part, axis) => part + away[axis] * (1 / this.zoom - 1 / zoom)));
}
#pointOf({ clientX, clientY }) {
const box = this.canvas.getBoundingClientRect();
return [(clientX - box.left) / box.width, (clientY - box.top) / box.height].map((part) => part * SIDE);
}
#nearest(event) {
const at = this.#pointOf(event);
let [found, least] = [0, Infinity];
for (let index = 0; index < this.places.length; index++) {
const [x, y] = this.placeOf(index);
const distance = (x - at[0]) ** 2 + (y - at[1]) ** 2;
if (distance < least) [found, least] = [index, distance];
}
return found;
}
#press(event) {
event.preventDefault();
this.canvas.setPointerCapture(event.pointerId);
this.pressed = this.#nearest(event);
this.over = this.pressed;
this.draw();
}
#move(event) {
const nearest = this.#nearest(event);
if (this.canvas.title !== this.titles[nearest]) this.canvas.title = this.titles[nearest];
if (this.pressed === null) return;
this.over = nearest;
this.draw();
}
#release(event) {
if (this.pressed === null) return;
const [one, other] = [this.pressed, this.#nearest(event)];
this.#forget();
if (one === other) this.onChoose(one);
else this.onBlend(one, other);
}
#forget() {
this.pressed = null;
this.over = null;
this.draw();
}
draw() {
const { columns, places, share, sheet, tile } = this;
const context = this.canvas.getContext("2d");
const side = SIDE * Math.min(TILE_MOST, share * this.zoom);
context.clearRect(0, 0, SIDE, SIDE);
const marked = this.pressed === null ? this.chosen : { one: this.pressed, other: this.over };
for (const index of [...places.keys(), ...(marked ? [marked.other, marked.one] : [])]) {
const [x, y] = this.placeOf(index);
if (Math.min(x, y) < -side || Math.max(x, y) > SIDE + side) continue;
const from = [(index % columns) * tile, Math.floor(index / columns) * tile];
context.drawImage(sheet, ...from, tile, tile, x - side / 2, y - side / 2, side, side);
}
if (marked) this.#mark(context, side, marked);
}
#mark(context, side, { one, other, share }) {
const [from, to] = [this.placeOf(one), this.placeOf(other)];
const colour = getComputedStyle(this.canvas).color;
Object.assign(context, { strokeStyle: colour, fillStyle: colour, lineWidth: 5 });
context.beginPath();
context.moveTo(...from);
context.lineTo(...to);
context.stroke();
for (const [x, y] of one === other ? [from] : [from, to]) {
context.strokeRect(x - side / 2 - 3, y - side / 2 - 3, side + 6, side + 6);
}
if (one === other || this.pressed !== null) return;
context.beginPath();
context.arc(from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share, 11, 0, 2 * Math.PI);
context.fill();
}
}
return { CROWDED, CodeMap };
})();
modules["player/demonstration.js"] ??= (() => {
const { reducedMotion } = modules["settings.js"];
const { rememberAll } = modules["player/history.js"];
const IDLE_MS = 7000;
const STROKE_MS = 1100;
const INPUTS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "input"];
const SMALLEST_MOVE = 3; // pixels; a mouse that lies still may report moves too
let shown = false;
class Demonstration {
constructor(bench, script) {
Object.assign(this, { bench, script });
this.timer = 0;
if (shown || reducedMotion()) return;
this.stop = (event) => {
const moved = Math.abs(event.movementX ?? 0) + Math.abs(event.movementY ?? 0);
if (event.type === "pointermove" && moved < SMALLEST_MOVE) return;
this.dispose();
};
for (const input of INPUTS) addEventListener(input, this.stop, { capture: true, passive: true });
this.timer = setTimeout(() => this.#begin(), IDLE_MS);
}
#begin() {
const { bench, script } = this;
const [dish] = bench.dishes;
if (!bench.player.playing || bench.player.resting.size || !dish?.engine || dish.engine.stepCount < script.from) {
this.timer = setTimeout(() => this.#begin(), 1000);
return;
}
shown = true;
this.words = document.createElement("p");
this.words.className = "demonstration";
this.words.textContent = script.before;
dish.stage.element.append(this.words);
rememberAll([dish]);
const start = performance.now();
let before = null;
const move = (now) => {
const share = Math.min(1, Math.max(0, (now - start) / STROKE_MS));
const [x, y] = this.#place(dish.engine, share);
const { marks, strokes } = bench.parts.get(dish);
strokes.hover = { x, y };
strokes.apply(strokes.target.tool({ shiftKey: false }), ...(before ?? [x, y]), x, y, before === null);
marks.ghost = { x, y };
marks.wake();
before = [x, y];
this.frame = share < 1 ? requestAnimationFrame(move) : 0;
if (share < 1) return;
strokes.hover = marks.ghost = null;
this.words.textContent = script.after;
this.timer = setTimeout(() => this.dispose(), 6000);
};
this.frame = requestAnimationFrame(move);
}
#place({ width, height }, share) {
const { path } = this.script;
const at = Math.min(share * (path.length - 1), path.length - 1.001);
const [[x0, y0], [x1, y1]] = path.slice(Math.floor(at), Math.floor(at) + 2);
const part = at - Math.floor(at);
return [(x0 + (x1 - x0) * part) * width, (y0 + (y1 - y0) * part) * height];
}
dispose() {
clearTimeout(this.timer);
cancelAnimationFrame(this.frame);
if (this.stop) for (const input of INPUTS) removeEventListener(input, this.stop, { capture: true });
this.words?.remove();
for (const { marks, strokes } of this.bench.parts.values()) { strokes.hover = marks.ghost = null; marks.wake(); }
}
}
return { Demonstration };
})();
modules["player/engine_panel.js"] ??= (() => {
const { listEngines } = modules["engines/index.js"];
const { el } = modules["dom.js"];
const { button, choice, folded, lasting } = modules["ui/controls.js"];
const { explain } = modules["ui/messages.js"];
const BENCHMARK_STEPS = 100;
const breath = () => new Promise((done) => { setTimeout(done); });
async function benchmark(engine, steps = BENCHMARK_STEPS, rounds = 5) {
const run = async (count) => {
await engine.steps(count);
await engine.finish();
};
await run(Math.ceil(steps / 10));
const times = [];
for (let round = 0; round < rounds; round++) {
await breath();
const start = performance.now();
await run(steps);
times.push((performance.now() - start) / steps);
}
return times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}
function enginePanel(bench, change) {
const engines = lasting(choice);
const notes = el("div", { class: "stack" });
const result = el("p", { class: "soft small", role: "status" });
const measure = button({ label: "Measure speed", text: "Measure speed", onClick: run });
function refresh() {
const [dish] = bench.dishes;
if (!dish?.model) return;
const offers = listEngines(dish.model);
const why = ({ label, available, reason }) => (available ? label : `${label}: ${reason}`);
const options = engines.show({
label: "Computed by", value: dish.engine.id, compact: true,
options: offers.map((offer) => ({ value: offer.id, text: offer.label, title: why(offer) })),
onChange: (id) => change(id).catch((error) => explain(error, "Changing the engine")),
});
for (const offer of offers) options.inputs.get(offer.id).disabled = !offer.available;
const missing = offers.filter((offer) => !offer.available);
notes.replaceChildren(...missing.map((offer) => el("p", { class: "soft small", text: `${why(offer)}.` })));
notes.hidden = missing.length === 0;
}
async function run() {
const dish = bench.activeDish ?? bench.dishes[0];
if (!dish?.engine) return;
const { engine } = dish;
measure.disabled = true;
bench.player.rest("measuring", true);
result.textContent = "Measuring…";
let before = null;
try {
while (bench.player.busy) await breath();
before = { state: await engine.getState(), steps: engine.stepCount };
const ms = await benchmark(engine);
const rate = Math.round(1000 / ms).toLocaleString("en");
const grid = `${engine.width} × ${engine.height} cells`;
result.textContent = `${ms.toFixed(ms < 10 ? 2 : 0)} ms a step: ${rate} steps per second on ${grid}.`;
} catch (error) {
result.textContent = "";
explain(error, "Measuring");
} finally {
if (before && engine === dish.engine) {
engine.setState(before.state);
engine.stepCount = before.steps;
}
measure.disabled = false;
bench.player.rest("measuring", false);
dish.touch();
}
}
const body = el("div", { class: "stack" }, engines.element, notes, measure, result);
return { element: folded("Engine", body), refresh };
}
return { benchmark, enginePanel };
})();
modules["player/channels.js"] ??= (() => {
const GAP = 2;
const BELOW = [33, 102, 190];
const ABOVE = [222, 110, 16];
function channelPainter(channel) {
return async ({ engine, stage }, plate) => {
const { width, height, channels } = engine;
const state = await engine.getState();
if (channel !== null) {
stage.setGrid(width, height);
drawTile(stage.image, 0, 0, state, engine, Math.min(channel, channels - 1), plate);
return;
}
const columns = Math.ceil(Math.sqrt(channels));
const rows = Math.ceil(channels / columns);
const corners = Array.from({ length: columns * rows }, (_, index) => [
(index % columns) * (width + GAP), Math.floor(index / columns) * (height + GAP),
]);
const toGrid = (point) => sheetToGrid(point, engine);
stage.setGrid(columns * (width + GAP) - GAP, rows * (height + GAP) - GAP, { corners, toGrid });
fill(stage.image.data, plate.map((value) => (value + 128) / 2));
corners.forEach(([left, top], index) => {
drawTile(stage.image, left, top, state, engine, index < channels ? index : -1, plate);
});
};
}
function fill(pixels, [red, green, blue]) {
for (let i = 0; i < pixels.length; i += 4) {
pixels[i] = red;
pixels[i + 1] = green;
pixels[i + 2] = blue;
pixels[i + 3] = 255;
}
}
function sheetToGrid([x, y], { width, height }) {
return [Math.min(x % (width + GAP), width - 0.01), Math.min(y % (height + GAP), height - 0.01)];
}
function drawTile(image, left, top, state, { width, height, channels }, channel, plate) {
const pixels = image.data;
for (let y = 0; y < height; y++) {
let to = ((top + y) * image.width + left) * 4;
let from = y * width * channels + channel;
for (let x = 0; x < width; x++, to += 4, from += channels) {
const value = channel < 0 ? 0 : state[from];
const share = Math.min(Math.abs(value), 1);
const colour = value < 0 ? BELOW : ABOVE;
pixels[to] = plate[0] + (colour[0] - plate[0]) * share;
pixels[to + 1] = plate[1] + (colour[1] - plate[1]) * share;
pixels[to + 2] = plate[2] + (colour[2] - plate[2]) * share;
pixels[to + 3] = 255;
}
}
}
return { BELOW, ABOVE, channelPainter };
})();
modules["player/inspector.js"] ??= (() => {
const { el } = modules["dom.js"];
const { folded } = modules["ui/controls.js"];
const { ABOVE, BELOW } = modules["player/channels.js"];
const PERIOD = 100; // ms
const TILE = 12;
function inspector(bench, active) {
const words = el("p", { class: "small", text: "Point at a cell, or choose Look and touch one." });
const rows = el("div", { class: "inspector-rows" });
const note = el("p", { class: "soft small", text: "One square a channel: orange above 0, blue below." });
const element = folded("One cell", words, rows, note);
element.classList.add("inspector");
let cell = null;
let read = -Infinity;
let timer = 0;
async function refresh() {
const dish = active();
const { strokes, cursor } = bench.parts.get(dish) ?? {};
const place = strokes?.hover ?? (cursor?.position && { x: cursor.position[0], y: cursor.position[1] });
if (place) cell = [Math.round(place.x), Math.round(place.y)];
const { engine } = dish ?? {};
if (bench.tool.looks && place && !element.open) element.open = true;
if (!element.open || !engine || !cell) return;
const early = read + PERIOD - performance.now();
if (early > 0) {
timer ||= setTimeout(() => { timer = 0; refresh(); }, early);
return;
}
read = performance.now();
const [x, y] = cell.map((value, axis) => Math.min(Math.max(value, 0), (axis ? engine.height : engine.width) - 1));
const state = await engine.getState();
if (engine !== dish.engine) return;
const { channels, aliveThreshold, family } = engine;
const at = y * engine.width + x;
const own = state.subarray(at * channels, (at + 1) * channels);
const alive = family.lives?.(own, aliveThreshold) ?? own[family.aliveChannel] > aliveThreshold;
const seen = engine.inspect?.(at);
const fired = !seen ? "" : seen.fired ? " It fired in the last step." : " It did not fire in the last step.";
words.textContent = `Column ${x + 1}, row ${y + 1}: ${alive ? "alive" : "not alive"}.${fired}`;
const shown = [["holds", own]];
if (seen) {
for (const [group, name] of family.senses.entries()) {
shown.push([name, seen.perception.subarray((group + 1) * channels, (group + 2) * channels)]);
}
shown.push(["adds", seen.increment.subarray(0, channels)]);
}
rows.replaceChildren(...shown.flatMap(([name, values]) => [
el("span", { class: "small soft", text: name }), strip(values),
]));
}
bench.player.on("frame", refresh);
bench.player.on("change", refresh); // a single step and what is taken back are no frames
bench.onLook = refresh;
element.addEventListener("toggle", refresh);
return { element };
}
function strip(values) {
const canvas = el("canvas", { width: values.length * TILE, height: TILE, class: "inspector-strip", role: "img" });
canvas.setAttribute("aria-label", [...values].map((value) => value.toFixed(2)).join(" "));
const context = canvas.getContext("2d");
values.forEach((value, at) => {
context.fillStyle = `rgb(${(value < 0 ? BELOW : ABOVE).join(" ")} / ${Math.min(1, Math.abs(value) + 0.06)})`;
context.fillRect(at * TILE, 0, TILE - 1, TILE);
});
return canvas;
}
return { inspector };
})();
modules["player/story.js"] ??= (() => {
const { el } = modules["dom.js"];
const { section } = modules["ui/controls.js"];
const { explain } = modules["ui/messages.js"];
function story(page, rungs) {
const look = el("p", { class: "story-look soft small", role: "status" });
let climbing = null;
const press = (node, words) => {
for (const other of buttons) other.setAttribute("aria-pressed", String(other === node));
look.textContent = words;
};
const buttons = rungs.map(({ text, look: words, run }, at) => {
const climb = async () => {
climbing = node;
press(node, words);
let done = false;
try {
await page.ready; // a step of the story needs what the page begins with
done = (await run()) !== false;
} catch (error) {
explain(error, text);
}
if (climbing !== node) return; // another one came first
climbing = null;
if (done) page.bench.player.play();
else press(null, "");
};
const number = el("span", { class: "rung-number", text: String(at + 1), "aria-hidden": "true" });
const node = el(
"button", { type: "button", class: "rung", "aria-pressed": "false", on: { click: climb } }, number, text,
);
return node;
});
const { paper, use } = page.declared;
const article = el("a", { href: paper.url, rel: "noopener", text: "Read the article" });
const element = section(
"The story", el("p", { class: "soft small" }, use, " ", article, "."),
el("ol", { class: "rungs" }, buttons.map((node) => el("li", {}, node))), look,
);
return { element, leave() { if (!climbing) press(null, ""); } };
}
return { story };
})();
modules["player/cursor.js"] ??= (() => {
const { debounce } = modules["dom.js"];
const { rememberAll } = modules["player/history.js"];
const PAUSE = 250;
class Cursor {
constructor(dish, strokes, announce) {
this.dish = dish;
this.strokes = strokes;
this.words = "";
this.announce = debounce(() => announce(this.words), PAUSE);
this.position = null;
this.pressed = false;
const { element } = dish.stage;
element.addEventListener("keydown", (event) => this.#key(event));
element.addEventListener("blur", () => { this.position = null; this.pressed = false; strokes.target.changed(); });
}
#key(event) {
const { dish, strokes } = this;
if (!dish.engine || event.ctrlKey || event.metaKey || event.altKey) return;
const stride = event.shiftKey ? 8 : 1;
const move = {
ArrowLeft: [-stride, 0], ArrowRight: [stride, 0], ArrowUp: [0, -stride], ArrowDown: [0, stride],
}[event.key];
const use = event.key === "Enter";
const press = event.key === "x" || event.key === "X";
if (!move && !use && !press) return;
event.preventDefault();
event.stopPropagation();
if (event.repeat && !move) return; // held down, a key is still pressed once
const { width, height } = dish.engine;
this.position ??= [Math.floor(width / 2), Math.floor(height / 2)];
const [x, y] = this.position;
const [nextX, nextY] = move ? [clamp(x + move[0], width), clamp(y + move[1], height)] : [x, y];
this.position = [nextX, nextY];
const tool = strokes.target.tool({ shiftKey: false });
if (use || press) {
if (press) this.pressed = !this.pressed;
if (use || this.pressed) {
if (!tool.looks) rememberAll(strokes.target.reach());
strokes.apply(tool, x, y, x, y, true);
}
} else if (this.pressed && tool.drags) {
strokes.apply(tool, x, y, nextX, nextY, false);
}
const place = `column ${nextX + 1}, row ${nextY + 1}`;
this.words = press ? `${tool.label} ${this.pressed ? "on" : "off"}` : use ? `${tool.label} at ${place}` : place;
this.announce();
if (!move) this.announce.flush();
strokes.target.changed();
}
}
const clamp = (value, length) => Math.min(Math.max(value, 0), length - 1);
return { Cursor };
})();
modules["player/marks.js"] ??= (() => {
const { reducedMotion } = modules["settings.js"];
const GLOW_MS = 420;
const TURNED_MS = 1600;
class Marks {
constructor(dish, strokes, cursor) {
this.dish = dish;
this.strokes = strokes;
this.cursor = cursor;
this.glows = [];
this.frame = 0;
this.ghost = null;
this.turned = null;
}
showTurned(target, angle) {
if (!target) return;
this.turned = { target, angle, until: performance.now() + TURNED_MS };
this.wake();
}
glow(x, y, radius) {
if (reducedMotion()) return;
this.glows.push({ x, y, radius, start: performance.now() });
if (this.glows.length > 80) this.glows.shift();
this.wake();
}
wake() {
this.frame ||= requestAnimationFrame((now) => this.#draw(now));
}
#draw(now) {
this.frame = 0;
const { dish: { engine, stage } } = this;
if (!engine) return;
const context = stage.cleanMarks();
this.glows = this.glows.filter((glow) => now - glow.start < GLOW_MS);
if (!(this.turned?.until > now)) this.turned = null;
for (const [left, top] of stage.sheet?.corners ?? [[0, 0]]) {
context.save();
context.translate(left, top);
context.beginPath();
context.rect(0, 0, engine.width, engine.height);
context.clip();
this.#drawGrid(context, now);
context.restore();
}
if (this.glows.length || this.turned) this.wake();
}
#drawGrid(context, now) {
const { dish, strokes, cursor } = this;
for (const { x, y, radius, start } of this.glows) {
const share = Math.max(0, (now - start) / GLOW_MS);
context.fillStyle = `rgb(255 196 60 / ${0.3 * (1 - share)})`;
disc(context, x, y, radius * (1 - 0.4 * share));
context.fill();
}
const unit = dish.stage.columns / dish.stage.side;
if (this.turned) this.#drawTurned(context);
if (this.ghost) {
context.fillStyle = "rgb(255 196 60 / 0.55)";
disc(context, this.ghost.x, this.ghost.y, 22 * unit);
context.fill();
}
const radius = strokes.target.radius();
if (strokes.hover) {
const { x, y } = strokes.hover;
outline(context, unit, () => disc(context, x, y, Math.max(radius, 0.5)));
}
if (cursor.position) {
const [x, y] = cursor.position;
outline(context, unit, () => { context.beginPath(); context.rect(x, y, 1, 1); });
outline(
context, unit, () => disc(context, x, y, Math.max(radius, 1)), cursor.pressed ? [] : [4 * unit, 4 * unit],
);
}
}
#drawTurned(context) {
const { target: { image, width, height }, angle } = this.turned;
const { width: columns, height: rows } = this.dish.engine;
context.save();
context.globalAlpha = 0.4;
context.translate(columns / 2, rows / 2);
context.rotate(angle);
context.drawImage(image, -width / 2, -height / 2, width, height);
context.restore();
}
dispose() {
cancelAnimationFrame(this.frame);
}
}
function disc(context, x, y, radius) {
context.beginPath();
context.arc(x + 0.5, y + 0.5, radius, 0, 2 * Math.PI);
}
function outline(context, unit, trace, dashes = []) {
trace();
context.setLineDash(dashes);
context.lineWidth = 3.2 * unit;
context.strokeStyle = "rgb(255 255 255 / 0.75)";
context.stroke();
context.lineWidth = 1.4 * unit;
context.strokeStyle = "rgb(10 30 20 / 0.85)";
context.stroke();
context.setLineDash([]);
}
return { Marks };
})();
modules["player/pace.js"] ??= (() => {
const STEPS_PER_SECOND = 60;
const SPEEDS = [1 / 60, 1 / 10, 1 / 2, 1, 2, 4, Infinity];
function speedText(speed) {
if (speed === Infinity) return "max";
return speed < 1 ? `1/${Math.round(1 / speed)}×` : `${speed}×`;
}
function parseSpeed(text) {
const wanted = String(text ?? "").replace("×", "");
return SPEEDS.find((speed) => speedText(speed).replace("×", "") === wanted) ?? 1;
}
const BUDGET = 11; // ms of a frame for steps and drawing; at 60 frames a second the browser needs the rest
const LONGEST_BUDGET = 125; // ms; where the browser itself is slower than that, more steps a frame cost no smoothness
const MOST = 5000; // steps a frame, even where a step takes no time at all
const BUDGET_SHARE = 0.5; // of a long frame
const LONGEST_GAP = 250; // ms; after a pause of the browser there is nothing to catch up with
class Pace {
constructor(speed = 1) {
this.speed = speed;
this.allowed = 1;
this.owed = 0;
this.previous = null;
this.worked = 0;
}
rest() {
this.previous = null;
this.owed = 0;
}
relearn() {
this.allowed = 1;
this.worked = 0;
}
stepsFor(now) {
const gap = this.previous === null ? 1000 / STEPS_PER_SECOND : Math.min(now - this.previous, LONGEST_GAP);
const budget = Math.min(Math.max(BUDGET, gap * BUDGET_SHARE), LONGEST_BUDGET);
this.previous = now;
this.allowed = Math.min(MOST, nextAllowed(this.allowed, this.worked / budget));
if (this.speed === Infinity) return this.allowed;
this.owed += (gap / 1000) * STEPS_PER_SECOND * this.speed;
const mostOwed = Math.ceil((LONGEST_GAP / 1000) * STEPS_PER_SECOND * this.speed) + 1;
this.allowed = Math.min(this.allowed, mostOwed);
const steps = Math.min(Math.floor(this.owed + 1e-6), this.allowed);
this.owed = Math.min(this.owed - steps, 1);
return steps;
}
}
function nextAllowed(allowed, used) {
if (used > 1) return Math.max(1, Math.floor((0.8 * allowed) / used));
return used < 0.25 ? 2 * allowed : allowed + Math.max(1, Math.floor(allowed / 8));
}
class Meter {
constructor() {
this.clear();
}
clear() {
this.marks = [];
}
add(now, steps) {
this.marks.push([now, steps]);
while (this.marks.length > 2 && now - this.marks[0][0] > 1500) this.marks.shift();
}
get rate() {
if (this.marks.length < 2) return 0;
const span = this.marks.at(-1)[0] - this.marks[0][0];
return span > 0 ? (this.marks.slice(1).reduce((sum, [, steps]) => sum + steps, 0) * 1000) / span : 0;
}
}
return { STEPS_PER_SECOND, SPEEDS, speedText, parseSpeed, Pace, Meter };
})();
modules["player/player.js"] ??= (() => {
const { Meter, Pace } = modules["player/pace.js"];
class Player {
constructor() {
this.dishes = [];
this.pace = new Pace();
this.meter = new Meter();
this.playing = false;
this.ended = false;
this.resting = new Set();
this.busy = false;
this.stopped = false;
this.frame = 0;
this.listeners = { change: new Set(), frame: new Set(), undone: new Set(), reset: new Set(), error: new Set() };
this.onVisibility = () => this.rest("hidden", document.hidden);
document.addEventListener("visibilitychange", this.onVisibility);
this.onVisibility();
}
on(event, listener) {
this.listeners[event].add(listener);
}
#tell(event, ...details) {
for (const listener of this.listeners[event]) listener(...details);
}
setDishes(dishes) {
this.dishes = dishes;
for (const dish of dishes) {
dish.onStale = () => this.wake();
dish.onEngine = () => this.pace.relearn();
}
this.wake();
}
get speed() {
return this.pace.speed;
}
set speed(speed) {
this.pace.speed = speed;
this.pace.rest();
this.meter.clear();
this.#tell("change");
}
get stepCount() {
return this.dishes[0]?.engine?.stepCount ?? 0;
}
play() {
this.#setPlaying(true);
}
pause() {
this.ended = false;
this.#setPlaying(false);
}
end() {
this.#setPlaying(false, true);
}
toggle() {
this.#setPlaying(!this.playing);
}
#setPlaying(playing, ended = false) {
if (playing === this.playing) return;
this.playing = playing;
this.ended = ended;
this.pace.rest();
this.meter.clear();
this.#tell("change");
this.wake();
}
rest(reason, on) {
if (on) this.resting.add(reason);
else this.resting.delete(reason);
this.pace.rest();
this.meter.clear();
this.wake();
}
async stepOnce() {
this.pause();
await this.#attempt(1);
this.#tell("change");
}
reset(dishes = this.dishes) {
for (const dish of dishes) {
if (!dish.engine) continue;
dish.history.clear();
dish.restart();
}
this.meter.clear();
this.#tell("reset", dishes);
this.#tell("change");
}
async undo(dishes) {
const undone = await Promise.all(dishes.map((dish) => dish.undo()));
this.#tell("undone");
this.#tell("change");
return undone.some(Boolean);
}
wake() {
if (!this.frame && !this.stopped) this.frame = requestAnimationFrame((now) => this.#tick(now));
}
async #tick(now) {
this.frame = 0;
if (this.busy) return;
const running = this.playing && this.resting.size === 0 && this.dishes.some((dish) => dish.engine);
const steps = running ? this.pace.stepsFor(now) : 0;
const changed = steps > 0 || this.dishes.some((dish) => dish.stale);
const done = !changed || (await this.#attempt(steps));
if (running && done) this.meter.add(now, steps);
if (changed) this.#tell("frame", now, steps);
if (running) this.wake();
}
async #attempt(steps) {
try {
await this.#work(steps);
return true;
} catch (error) {
this.pause();
this.#tell("error", error);
return false;
}
}
async #work(steps) {
while (this.busy) await new Promise((done) => { requestAnimationFrame(done); });
this.busy = true;
const start = performance.now();
try {
for (const dish of this.dishes) {
const engine = dish.engine;
if (!engine) continue;
if (steps > 0) await engine.steps(steps);
if (dish.engine === engine && (steps > 0 || dish.stale)) await dish.draw();
}
} finally {
this.busy = false;
this.pace.worked = performance.now() - start;
if (this.playing || this.dishes.some((dish) => dish.stale)) this.wake();
}
}
dispose() {
this.stopped = true;
cancelAnimationFrame(this.frame);
document.removeEventListener("visibilitychange", this.onVisibility);
for (const dish of this.dishes) dish.dispose();
this.dishes = [];
}
}
return { Player };
})();
modules["player/strokes.js"] ??= (() => {
const { rememberAll } = modules["player/history.js"];
const DOUBLE_TAP_MS = 300;
const DOUBLE_TAP_CELLS = 4;
class Strokes {
constructor(dish, target) {
this.dish = dish;
this.target = target;
this.active = new Map();
this.hover = null;
this.lastTap = { time: -Infinity, x: 0, y: 0 };
const { element } = dish.stage;
element.addEventListener("pointerdown", (event) => this.#down(event));
element.addEventListener("pointermove", (event) => this.#move(event));
element.addEventListener("pointerup", (event) => this.#up(event));
element.addEventListener("pointercancel", (event) => this.#up(event));
element.addEventListener("pointerleave", () => { this.hover = null; this.target.changed(); });
element.addEventListener("contextmenu", (event) => { if (this.active.size) event.preventDefault(); });
}
#place(event) {
const { stage } = this.dish;
const point = stage.cellAt(event);
const [x, y] = stage.sheet?.toGrid(point) ?? point;
return [x - 0.5, y - 0.5];
}
#down(event) {
if (event.button > 0 || !this.target.ready()) return;
const { element } = this.dish.stage;
element.setPointerCapture(event.pointerId);
if (event.pointerType !== "mouse") event.preventDefault();
const [x, y] = this.#place(event);
const tool = this.target.tool(event);
if (this.active.size === 0 && !tool.looks) rememberAll(this.target.reach());
const tap = this.lastTap;
const again = event.timeStamp - tap.time < DOUBLE_TAP_MS && Math.hypot(x - tap.x, y - tap.y) < DOUBLE_TAP_CELLS;
this.lastTap = { time: again ? -Infinity : event.timeStamp, x, y };
const doubleTap = !tool.looks && this.target.doubleTap();
if (again && doubleTap) {
doubleTap(this.dish, x, y);
this.active.set(event.pointerId, { tool: null, x, y });
} else {
this.active.set(event.pointerId, { tool, x, y });
this.apply(tool, x, y, x, y, true);
}
this.hover = { x, y };
this.target.changed();
}
#move(event) {
const stroke = this.active.get(event.pointerId);
if (!this.target.ready()) return;
if (stroke?.tool?.drags) {
const points = event.getCoalescedEvents?.() ?? [];
for (const point of points.length ? points : [event]) {
const [x, y] = this.#place(point);
this.apply(stroke.tool, stroke.x, stroke.y, x, y, false);
stroke.x = x;
stroke.y = y;
}
}
const [x, y] = this.#place(event);
this.hover = event.pointerType === "touch" && !stroke ? null : { x, y };
this.target.changed();
}
#up(event) {
this.active.delete(event.pointerId);
if (event.pointerType === "touch") this.hover = null;
this.target.changed();
}
apply(tool, fromX, fromY, toX, toY, first) {
const radius = this.target.radius();
const length = Math.hypot(toX - fromX, toY - fromY);
const pieces = Math.max(1, Math.ceil(length / Math.max(0.35, radius / 3)));
for (const dish of this.target.reach()) {
for (let i = first ? 0 : 1; i <= (length > 0 || !first ? pieces : 0); i++) {
const share = i / pieces;
tool.apply(dish.engine, fromX + (toX - fromX) * share, fromY + (toY - fromY) * share, radius);
}
dish.touch();
}
}
get drawing() {
return this.active.size > 0;
}
}
return { Strokes };
})();
modules["ui/menu.js"] ??= (() => {
const { el, newId } = modules["dom.js"];
const { button } = modules["ui/controls.js"];
const MARGIN = 8;
function menu({ label, icon, text, items }) {
const id = newId("menu");
const opener = button({ label, icon, text, onClick: () => (list.hidden ? open() : close(true)) });
opener.setAttribute("aria-haspopup", "menu");
opener.setAttribute("aria-expanded", "false");
opener.setAttribute("aria-controls", id);
const entries = items.map((item) => {
const entry = button({
label: item.text, text: item.text, icon: item.icon, kind: "menu-item",
onClick: () => { close(true); item.onClick(); },
});
entry.setAttribute("role", "menuitem");
entry.tabIndex = -1;
if (item.hint) entry.append(el("small", { class: "soft", text: item.hint }));
return entry;
});
const list = el("div", { class: "menu-list", id, role: "menu", "aria-label": label, hidden: true }, entries);
const element = el("div", { class: "menu" }, opener, list);
function open() {
list.hidden = false;
keepWithin(list);
opener.setAttribute("aria-expanded", "true");
entries[0].focus();
document.addEventListener("pointerdown", outside);
}
function close(refocus = false) {
if (list.hidden) return;
list.hidden = true;
opener.setAttribute("aria-expanded", "false");
document.removeEventListener("pointerdown", outside);
if (refocus) opener.focus();
}
function outside(event) {
if (!element.contains(event.target)) close();
}
list.addEventListener("keydown", (event) => {
const at = entries.indexOf(document.activeElement);
const move = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
if (move !== undefined) {
event.preventDefault();
entries.at(move % entries.length).focus();
} else if (event.key === "Escape" || event.key === "Tab") {
close(event.key === "Escape");
}
event.stopPropagation();
});
return { element, close };
}
function keepWithin(list) {
list.style.translate = "";
list.style.translate = `${Math.max(0, Math.ceil(MARGIN - list.getBoundingClientRect().left))}px`;
}
return { menu };
})();
modules["player/share.js"] ??= (() => {
const { plateColour } = modules["settings.js"];
const { el } = modules["dom.js"];
const { dialog, say } = modules["ui/messages.js"];
const SIDE = 960;
const GAP = 24;
function compose(dishes, canvas = document.createElement("canvas"), side = SIDE) {
const columns = dishes.length === 4 ? 2 : dishes.length;
const rows = Math.ceil(dishes.length / columns);
const boxes = dishes.map(({ stage }) => {
const factor = Math.max(1, Math.round(side / columns / stage.columns));
return { width: stage.columns * factor, height: stage.rows * factor };
});
const width = Math.max(...boxes.map((box) => box.width));
const height = Math.max(...boxes.map((box) => box.height));
const gap = dishes.length > 1 ? GAP : 0;
const wanted = [even(columns * (width + gap) - gap), even(rows * (height + gap) - gap)];
if (canvas.width !== wanted[0] || canvas.height !== wanted[1]) [canvas.width, canvas.height] = wanted;
const context = canvas.getContext("2d", { alpha: false });
context.fillStyle = `rgb(${plateColour().join(" ")})`;
context.fillRect(0, 0, canvas.width, canvas.height);
dishes.forEach(({ stage }, at) => {
const box = boxes[at];
context.imageSmoothingEnabled = Boolean(stage.decorate);
context.drawImage(
stage.decorate ? stage.cells : stage.small, (at % columns) * (width + gap),
Math.floor(at / columns) * (height + gap), box.width, box.height,
);
});
return canvas;
}
const even = (length) => length + (length % 2);
function download(blob, name) {
const url = URL.createObjectURL(blob);
const link = el("a", { href: url, download: name, class: "visually-hidden" });
document.body.append(link);
link.click();
link.remove();
setTimeout(() => URL.revokeObjectURL(url), 60000);
}
function fileName(bench, ending) {
const name = (bench.dishes[0]?.model?.name ?? "cells").replace(/[^a-z0-9-]+/gi, "-");
return `${name}-${bench.player.stepCount}-steps.${ending}`;
}
function savePicture(bench) {
compose(bench.dishes).toBlob((blob) => {
if (!blob) return say("The browser could not make a picture.", { kind: "error" });
download(blob, fileName(bench, "png"));
return say("Picture saved.");
}, "image/png");
}
async function copyLink(bench) {
const url = bench.address.url();
try {
await navigator.clipboard.writeText(url);
say("Link copied.");
} catch {
const field = el(
"input",
{ type: "text", class: "text-field", readonly: true, value: url, "aria-label": "Link to these settings" },
);
dialog("Link to these settings", field);
field.select();
}
}
return { compose, download, fileName, savePicture, copyLink };
})();
modules["player/transport.js"] ??= (() => {
const { el } = modules["dom.js"];
const { button, relabel, slider } = modules["ui/controls.js"];
const { menu } = modules["ui/menu.js"];
const { explain, LOAD_AGAIN, say } = modules["ui/messages.js"];
const { shortcut } = modules["ui/shortcuts.js"];
const { SPEEDS, speedText } = modules["player/pace.js"];
const { copyLink, savePicture } = modules["player/share.js"];
function transport(bench) {
const { player } = bench;
const play = button({
label: "Play", icon: "play", key: "Space", kind: "primary play", onClick: () => player.toggle(),
});
const step = button({ label: "One step", icon: "step", key: ".", onClick: () => player.stepOnce() });
const reset = button({ label: "Start again", icon: "reset", key: "R", onClick: () => player.reset() });
const undo = button({ label: "Undo the last stroke", icon: "undo", key: "Z", onClick: () => takeBack() });
const speed = slider({
label: "Speed", low: 0, high: SPEEDS.length - 1, value: SPEEDS.indexOf(player.speed),
show: (at) => speedText(SPEEDS[at]), onChange: (at) => bench.setSpeed(SPEEDS[at]),
});
const steps = el("span", { class: "count-number", text: "0" });
const rate = el("span", { class: "count-number", text: "0" });
const counts = el("p", { class: "counts" }, el("span", {}, steps, " steps"), el("span", {}, rate, " per second"));
async function takeBack() {
if (!(await bench.undo())) say("There is no stroke to undo.");
}
function faster(by) {
bench.setSpeed(SPEEDS[Math.min(Math.max(SPEEDS.indexOf(player.speed) + by, 0), SPEEDS.length - 1)]);
}
async function record(kind) {
let start;
try {
({ record: start } = await load("player/recorder.js"));
} catch (error) {
explain(error, "Recording", LOAD_AGAIN);
return;
}
await start(bench, kind);
}
const save = menu({
label: "Save and share", icon: "share",
items: [
{ text: "Copy link", icon: "link", hint: "to exactly these settings", onClick: () => copyLink(bench) },
{ text: "Save picture", icon: "camera", hint: "PNG", onClick: () => savePicture(bench) },
{ text: "Record video", icon: "film", hint: "WebM, 6 seconds", onClick: () => record("video") },
{ text: "Record animation", icon: "film", hint: "GIF, 4 seconds", onClick: () => record("gif") },
],
});
const full = document.fullscreenEnabled
? button({ label: "Full screen", icon: "fullscreen", key: "F", onClick: () => toggleFullScreen(bench.centre) })
: null;
let shown = 0;
function refresh(now = performance.now()) {
const focused = document.activeElement === undo;
undo.disabled = !bench.canUndo;
if (focused && undo.disabled) play.focus();
if (now - shown < 120 && player.playing) return;
shown = now;
steps.textContent = player.stepCount.toLocaleString("en");
rate.textContent = player.playing ? showRate(player.meter.rate) : "0";
}
player.on("frame", refresh);
player.on("change", () => {
speed.set(SPEEDS.indexOf(player.speed));
relabel(play, player.playing ? "Pause" : "Play", player.playing ? "pause" : "play", "Space");
shown = 0;
refresh();
});
shortcut(" ", "Play or pause", () => player.toggle());
shortcut(".", "One step", () => player.stepOnce());
shortcut("R", "Start again", () => player.reset());
shortcut("Z", "Undo the last stroke", takeBack);
shortcut("-", "Slower", () => faster(-1));
shortcut("=", "Faster", () => faster(1));
shortcut("P", "Save a picture", () => savePicture(bench));
shortcut("L", "Copy a link", () => copyLink(bench));
if (full) shortcut("F", "Full screen", () => toggleFullScreen(bench.centre));
const element = el(
"div",
{ class: "transport", role: "toolbar", "aria-label": "Player" },
el("div", { class: "button-row" }, play, step, reset, undo),
speed.element,
counts,
el("div", { class: "button-row" }, save.element, full),
);
return { element, refresh };
}
function showRate(rate) {
return rate >= 10 ? Math.round(rate).toLocaleString("en") : rate.toFixed(1);
}
async function toggleFullScreen(element) {
try {
if (document.fullscreenElement) await document.exitFullscreen();
else await element.requestFullscreen();
} catch {
say("The browser did not allow full screen.");
}
}
return { transport };
})();
modules["player/workbench.js"] ??= (() => {
const { el } = modules["dom.js"];
const { onSetting, reducedMotion } = modules["settings.js"];
const { CUTS, cut } = modules["tools.js"];
const { button, choice, slider } = modules["ui/controls.js"];
const { cutIcon } = modules["ui/icons.js"];
const { explain, liveRegion, say } = modules["ui/messages.js"];
const { shortcut } = modules["ui/shortcuts.js"];
const { Cursor } = modules["player/cursor.js"];
const { Dish } = modules["player/dish.js"];
const { rememberAll } = modules["player/history.js"];
const { Marks } = modules["player/marks.js"];
const { parseSpeed, speedText } = modules["player/pace.js"];
const { Player } = modules["player/player.js"];
const { Strokes } = modules["player/strokes.js"];
const { transport } = modules["player/transport.js"];
class Workbench {
constructor(host, options) {
const { address, tools, brush } = options;
Object.assign(this, { options, address, tools });
this.defaultSpeed = options.speed ?? 1;
this.player = new Player();
this.player.pace.speed = address.params.speed ? parseSpeed(address.params.speed) : this.defaultSpeed;
this.player.on("error", (error) => explain(error, "Running the model"));
this.tool = tools.find((tool) => tool.id === address.params.tool) ?? tools[0];
this.withheld = new Set();
this.brush = address.number("brush", brush.value, brush.low, brush.high);
this.all = address.params.all === "1";
this.onLook = () => {};
this.parts = new Map();
const head = [el("h1", { text: options.title }), el("p", { class: "soft", text: options.summary })];
this.left = el("div", { class: "panel panel-left" }, el("div", { class: "page-head" }, head));
this.right = el("div", { class: "panel panel-right" });
this.dishRow = el("div", { class: "dishes", data: { count: "1" } });
this.live = liveRegion();
this.transport = transport(this);
this.centre = el("div", { class: "bench-centre" },
this.dishRow, this.transport.element, this.#toolbar(), this.live.element);
this.element = el("div", { class: "bench" }, this.left, this.centre, this.right);
host.append(this.element);
this.stopListening = onSetting((name) => {
if (name === "theme" || name === "palette") for (const dish of this.dishes) dish.touch();
});
this.player.on("reset", (dishes) => { for (const dish of dishes) this.notice(dish, ""); });
this.watcher = new IntersectionObserver((entries) => {
this.player.rest("out of sight", !entries.at(-1).isIntersecting);
});
this.watcher.observe(this.dishRow);
const { style } = document.documentElement;
this.ruler = new ResizeObserver(() => style.setProperty("--dishes-height", `${this.dishRow.offsetHeight}px`));
this.ruler.observe(this.dishRow);
}
get dishes() {
return this.player.dishes;
}
#toolbar() {
const { brush, cuts, doubleTap } = this.options;
const twice = (tool) => (doubleTap && tool.brush ? "; double-click plants a seed" : "");
const title = (tool) => `${tool.hint}${twice(tool)} (${tool.key})`;
this.toolChoice = choice({
label: "Tool", hideLabel: true, value: this.tool.id, onChange: (id) => this.useTool(id),
options: this.tools.map((tool) => ({ value: tool.id, text: tool.label, icon: tool.icon, title: title(tool) })),
});
this.brushSlider = slider({
label: "Brush", low: brush.low, high: brush.high, step: brush.step ?? 1, value: this.brush,
show: (value) => `${value} ${brush.unit[value === 1 ? 0 : 1]}`, onChange: (value) => this.setBrush(value),
});
for (const tool of this.tools) shortcut(tool.key, tool.label, () => this.useTool(tool.id));
shortcut("[", "Smaller brush", () => this.#stepBrush(-1));
shortcut("]", "Larger brush", () => this.#stepBrush(1));
const cutButton = ({ part, label }) =>
button({ label, icon: cutIcon(part), kind: "quiet", onClick: () => this.cut(part) });
const cutLabel = el("span", { class: "field-label", text: "Cut off", "aria-hidden": "true" });
const cutRow = { class: "button-row cuts", role: "group", "aria-label": "Cuts" };
const cutButtons = cuts && el("div", cutRow, cutLabel, CUTS.map(cutButton));
this.toolbarExtras = el("div", { class: "button-row" });
const bar = { class: "toolbar", role: "toolbar", "aria-label": "Tools" };
return el("div", bar, this.toolChoice.element, this.brushSlider.element, cutButtons, this.toolbarExtras);
}
#stepBrush(by) {
const { low, high, step = 1 } = this.options.brush;
this.setBrush(Math.min(Math.max(this.brush + by * step, low), high));
this.brushSlider.set(this.brush);
}
setSpeed(value) {
this.player.speed = value;
this.address.set({ speed: value === this.defaultSpeed ? null : speedText(value).replace("×", "") });
}
setBrush(value) {
this.brush = value;
this.address.set({ brush: value === this.options.brush.value ? null : value });
for (const { marks } of this.parts.values()) marks.wake();
}
offerTool(id, on) {
this.toolChoice.inputs.get(id).closest("label").hidden = !on;
if (on) this.withheld.delete(id);
else this.withheld.add(id);
if (this.withheld.has(this.tool.id)) this.useTool(this.tools.find((tool) => !this.withheld.has(tool.id)).id);
}
useTool(id) {
this.tool = this.tools.find((tool) => tool.id === id && !this.withheld.has(id)) ?? this.tool;
this.toolChoice.set(this.tool.id);
this.address.set({ tool: this.tool === this.tools[0] ? null : this.tool.id });
this.brushSlider.element.classList.toggle("faded", !this.tool.brush);
for (const { marks } of this.parts.values()) marks.wake();
}
addDish(label, caption) {
const dish = new Dish({ label, gaps: this.options.gaps, begin: this.options.begin });
const target = {
ready: () => Boolean(dish.engine),
tool: (event) => this.#glowing(this.#toolFor(event), () => this.parts.get(dish).marks),
radius: () => (this.tool.brush ? this.brush : 0.5),
reach: () => (this.all ? this.dishes : [dish]).filter((other) => other.engine),
doubleTap: () => this.options.doubleTap ?? null,
changed: () => { this.parts.get(dish)?.marks.wake(); this.onLook(); },
};
const strokes = new Strokes(dish, target);
const cursor = new Cursor(dish, strokes, this.live.announce);
const marks = new Marks(dish, strokes, cursor);
const notice = el("div", { class: "dish-notice", hidden: true });
const box = el("figure", { class: "dish" }, dish.stage.element, notice, caption?.(dish));
this.parts.set(dish, { strokes, cursor, marks, box, notice });
dish.history.onChange = () => this.transport.refresh();
this.dishRow.append(box);
this.player.setDishes([...this.dishes, dish]);
this.dishRow.dataset.count = String(this.dishes.length);
return dish;
}
#toolFor(event) {
const rubs = event.shiftKey && this.tool.id === "draw";
return rubs ? this.tools.find((tool) => tool.id === "erase") : this.tool;
}
#glowing(tool, marks) {
if (!tool.glows) return tool;
return {
...tool, apply: (engine, x, y, radius) => { tool.apply(engine, x, y, radius); marks().glow(x, y, radius); },
};
}
removeDish(dish) {
const part = this.parts.get(dish);
const focused = part.box.contains(document.activeElement);
this.player.setDishes(this.dishes.filter((other) => other !== dish));
part.marks.dispose();
part.box.remove();
this.parts.delete(dish);
dish.dispose();
this.dishRow.dataset.count = String(this.dishes.length);
return focused;
}
notice(dish, text, { label = "Start again", run = () => this.restart(dish) } = {}) {
const notice = this.parts.get(dish)?.notice;
if (!notice || (notice.dataset.text ?? "") === text) return;
notice.dataset.text = text;
if (!text && notice.contains(document.activeElement)) dish.stage.element.focus();
notice.hidden = !text;
const again = button({ label, text: label, icon: "reset", onClick: run });
notice.replaceChildren(...(text ? [el("p", { text }), again] : []));
if (text) this.live.announce(text);
}
restart(dish) {
this.player.reset([dish]);
this.player.play();
}
async cut(part) {
const dishes = (this.all ? this.dishes : [this.activeDish ?? this.dishes[0]]).filter((dish) => dish?.engine);
rememberAll(dishes);
for (const dish of dishes) {
const { engine } = dish;
const state = await engine.getState();
if (engine !== dish.engine) continue;
cut(state, engine, part);
engine.setState(state);
dish.touch();
}
}
get canUndo() {
return this.dishes.some((dish) => dish.history.length > 0);
}
async undo() {
const newest = Math.max(0, ...this.dishes.map(({ history }) => history.newest));
return this.player.undo(newest ? this.dishes.filter(({ history }) => history.newest === newest) : []);
}
start() {
if (this.player.stopped) return;
if (this.address.params.paused === "1" || (reducedMotion() && this.address.params.paused !== "0")) {
say("Paused. Press play to let the cells run.");
} else {
this.player.play();
}
const { address, player } = this;
player.on("change", () => address.set({ paused: player.playing || player.ended ? null : 1 }));
}
dispose() {
this.address.close();
this.stopListening();
this.watcher.disconnect();
this.ruler.disconnect();
document.documentElement.style.removeProperty("--dishes-height");
for (const { marks } of this.parts.values()) marks.dispose();
this.player.dispose();
this.element.remove();
}
}
return { Workbench };
})();
modules["pages/family_page.js"] ??= (() => {
const { Demonstration } = modules["player/demonstration.js"];
const { pictureOf } = modules["player/dish.js"];
const { enginePanel } = modules["player/engine_panel.js"];
const { inspector } = modules["player/inspector.js"];
const { story } = modules["player/story.js"];
const { Workbench } = modules["player/workbench.js"];
const { LOOK } = modules["tools.js"];
const { el } = modules["dom.js"];
const { button, choice, lasting, section } = modules["ui/controls.js"];
const { explain, say } = modules["ui/messages.js"];
const MOST_DISHES = 4;
const PICTURE_STEPS = 200;
class FamilyPage {
constructor(host, { catalog, address, chooseOwnModel }, declared) {
Object.assign(this, { catalog, address, declared });
const { title, summary, bench, begin, grids, grid } = declared;
const options = { ...bench, title, summary, begin, address, tools: [...bench.tools, LOOK] };
this.bench = new Workbench(host, options);
this.grid = Number(address.choice("grid", grids.map(String), String(grid)));
this.engineId = address.params.engine ?? null;
this.shown = new Map();
this.running = new Map();
this.failed = null;
const text = (size) => `${size} × ${size}`;
this.gridChoice = choice({
label: "Grid", compact: true, value: String(this.grid), onChange: (size) => this.regrid(Number(size)),
options: grids.map((size) => ({
value: String(size), text: String(size), name: `${size} by ${size} cells`, title: text(size),
})),
});
this.models = lasting(choice);
this.engines = enginePanel(this.bench, (id) => this.#changeEngine(id));
this.inspector = inspector(this.bench, () => this.active);
this.ownOptions = {
label: "Open your own model", text: "Your own model", icon: "open", kind: "own-model", onClick: chooseOwnModel,
hint: "Or drop a model's files anywhere on the page",
};
this.ownButton = button(this.ownOptions);
const forget = { label: "Forget this model", text: "Forget this model", icon: "clear", kind: "quiet" };
this.forgetButton = button({ ...forget, onClick: () => this.#forget() });
}
open(left, right) {
const { address, bench, catalog, declared } = this;
bench.left.append(...left);
if (declared.rungs?.length) this.tale = story(this, declared.rungs);
const tale = this.tale ? [this.tale.element] : [];
bench.right.append(...tale, ...right, ...this.#narrowly(), this.inspector.element, this.engines.element);
bench.player.on("frame", () => this.#takePicture());
const { family, start } = declared;
const asked = (address.params.model ?? "").split(",").filter(Boolean).slice(0, this.most);
const missing = asked.find((name) => !catalog.find(family, name));
if (missing) say(`This link names the model "${missing}", which is not here; another one runs.`, { seconds: 12 });
const first = asked.map((name) => catalog.find(family, name)).filter(Boolean);
this.ready = Promise.all((first.length ? first : [start(catalog)]).map((entry) => this.addDish(entry)));
bench.activeDish = bench.dishes[0];
this.describe();
this.ready.then(() => {
if (bench.player.stopped) return; // the reader went on meanwhile
bench.start();
const plain = Object.keys(address.params).every((name) => name === "model");
if (plain && declared.demonstration) this.demonstration = new Demonstration(bench, declared.demonstration);
});
return this;
}
#narrowly() {
if (!this.bench.left.contains(this.ownButton)) return [];
const element = section("Your own", button(this.ownOptions), ...(this.declared.ownButtons?.() ?? []));
element.classList.add("only-narrow");
return [element];
}
get most() {
return this.declared.caption ? MOST_DISHES : 1;
}
get entries() {
return this.catalog.of(this.declared.family);
}
get active() {
return this.bench.activeDish ?? this.bench.dishes[0];
}
get current() {
return this.shown.get(this.active);
}
async load(dish, entry, { keep = false } = {}) {
const { declared, engineId, grid } = this;
if (this.shown.has(dish) && this.shown.get(dish) !== entry) this.tale?.leave();
this.shown.set(dish, entry);
this.failed = null;
this.describe();
this.bench.notice(dish, "");
try {
dish.stage.poster(entry.thumbnail);
const coming = declared.model?.(entry) ?? this.catalog.model(entry);
const options = (model) => {
const size = declared.gridOf?.(model) ?? grid;
return { width: size, height: size, engine: engineId, keep };
};
if (!(await dish.load(coming, options))) return false;
this.running.set(dish, entry);
const { width, height } = dish.engine;
const keys = "Arrow keys move a cursor, Enter uses the tool.";
dish.stage.element.setAttribute("aria-label", `${entry.title}, ${width} by ${height} cells. ${keys}`);
declared.loaded?.(dish, entry);
this.engines.refresh();
return true;
} catch (error) {
explain(error, `Loading ${entry.title}`);
const again = { label: "Try again", run: () => this.load(dish, entry) };
if (this.running.has(dish)) this.shown.set(dish, this.running.get(dish));
else this.bench.notice(dish, `${entry.title} could not be loaded.`, again);
if (entry.own) this.failed = entry;
this.describe();
return false;
}
}
show(entry) {
return this.load(this.active, entry);
}
async see(entry) {
return (this.current === entry && this.running.get(this.active) === entry) || this.show(entry);
}
async #takePicture() {
for (const [dish, entry] of this.running) {
const wanted = entry.own && !entry.thumbnail && this.catalog.entries.includes(entry);
if (!wanted || !(dish.engine?.stepCount >= PICTURE_STEPS)) continue;
const picture = await pictureOf(dish.engine);
if (!picture || entry.thumbnail || !this.catalog.entries.includes(entry)) continue;
this.catalog.picture(entry, picture);
this.describe();
}
}
get forgettable() {
return this.failed ?? (this.current.own ? this.current : null);
}
async #forget() {
const { catalog, declared, forgettable, shown } = this;
this.active.stage.element.focus({ preventScroll: true });
catalog.forget(forgettable);
this.failed = null;
const next = declared.start(catalog);
if (!next) return;
const dishes = [...shown].filter(([, entry]) => entry === forgettable).map(([dish]) => dish);
if (dishes.length === 0) this.describe();
await Promise.all(dishes.map((dish) => this.load(dish, next)));
}
async regrid(size) {
this.grid = size;
this.gridChoice.set(size);
this.address.set({ grid: size === this.declared.grid ? null : size });
await this.#reload();
}
async #changeEngine(id) {
this.engineId = id;
this.address.set({ engine: id });
await this.#reload();
}
#reload() {
return Promise.all(this.bench.dishes.map((dish) => this.load(dish, this.shown.get(dish), { keep: true })));
}
addDish(entry) {
const { bench, most } = this;
const name = el("button", { type: "button", class: "dish-name", on: { click: () => this.activate(dish) } });
const remove = {
label: "Remove this dish", icon: "close", kind: "quiet small-button", onClick: () => this.drop(dish),
};
const caption = () => most > 1 && el("figcaption", { class: "dish-caption" }, name, button(remove));
const dish = bench.addDish(entry.title, caption);
dish.caption = name;
dish.stage.element.addEventListener("pointerdown", () => { if (bench.activeDish !== dish) this.activate(dish); });
this.declared.added?.(dish);
return this.load(dish, entry);
}
drop(dish) {
this.shown.delete(dish);
this.running.delete(dish);
const focused = this.bench.removeDish(dish);
this.activate(this.bench.activeDish === dish ? this.bench.dishes[0] : this.bench.activeDish);
if (focused) this.active.stage.element.focus();
}
activate(dish) {
this.bench.activeDish = dish;
this.describe();
}
describe() {
if (!this.current) return;
const { active, catalog, declared, shown } = this;
for (const [dish, entry] of shown) {
dish.caption.textContent = declared.caption?.(entry) ?? entry.title;
dish.caption.setAttribute("aria-pressed", String(dish === active));
}
const names = [...shown.values()].map((entry) => entry.name).join(",");
this.address.set({ model: names === declared.start(catalog).name ? null : names });
const { forgettable } = this;
this.forgetButton.hidden = !forgettable;
this.forgetButton.querySelector("span").textContent =
`Forget ${!forgettable || forgettable === this.current ? "this model" : forgettable.title}`;
this.models.show(!declared.models || this.entries.length < 2 ? null : {
label: declared.models, compact: true, value: this.current.name,
options: this.entries.map((entry) => ({ value: entry.name, text: entry.title })),
onChange: (name) => this.show(catalog.find(declared.family, name)),
});
declared.described?.();
}
dispose() {
this.demonstration?.dispose();
this.declared.dispose?.();
this.bench.dispose();
}
}
return { FamilyPage };
})();
modules["pages/letters.js"] ??= (() => {
const { el } = modules["dom.js"];
const { slider, toggle } = modules["ui/controls.js"];
const SHARED = { low: 0.5, high: 0.9, step: 0.1, usual: 0.7 };
const titled = (group) => group[0].toUpperCase() + group.slice(1);
function letters({ manifold, address, onChange }) {
const { groups } = manifold;
const names = Object.keys(groups);
if (!manifold.letters || !names.length) return null;
const chosen = {
group: address.choice("group", names, ""),
shared: address.number("shared", SHARED.usual, SHARED.low, SHARED.high),
alone: address.choice("alone", ["1"], "") === "1",
};
const options = [
el("option", { value: "", text: "None" }),
...names.map((name) => el("option", { value: name, text: `${titled(name)} (${groups[name].length})` })),
];
const select = el("select", { class: "select", on: { change: () => change({ group: select.value }) } }, options);
select.value = chosen.group;
const shared = slider({
label: "Shared by more than", ...SHARED, value: chosen.shared, show: (value) => `${Math.round(100 * value)} %`,
onChange: (value) => change({ shared: value }),
});
const alone = toggle({
label: "These letters alone", hint: "All others say nothing", value: chosen.alone,
onChange: (value) => change({ alone: value }),
});
const kept = el("p", { class: "soft", "aria-live": "polite" });
const details = el("div", { class: "stack" }, shared.element, alone.element, kept);
const label = el("span", { class: "field-label", text: "Letters in common of" });
const element = el("div", { class: "stack" }, el("label", { class: "field" }, label, select), details);
refresh();
function change(values) {
choose(values);
onChange();
}
function choose(values) {
Object.assign(chosen, values);
const { group, shared: share, alone: only } = chosen;
address.set({ group: group || null, shared: group ? share : null, alone: group && only ? 1 : null });
select.value = group;
shared.set(share);
alone.set(only);
refresh();
}
function refresh() {
details.hidden = !chosen.group;
if (!chosen.group || !manifold.codes) return;
const own = common();
const all = own.length / 4;
const count = own.reduce((sum, letter) => sum + letter, 0);
kept.textContent = `${count.toLocaleString("en")} of ${all.toLocaleString("en")} letters are kept.`;
}
function common() {
return manifold.commonLetters(groups[chosen.group], chosen.shared);
}
return {
element, chosen, choose, refresh,
mixed(code) {
if (!chosen.group) return code;
return chosen.alone ? common() : manifold.withLetters(code, common());
},
};
}
return { letters };
})();
modules["pages/manifold_choices.js"] ??= (() => {
const { el, newId } = modules["dom.js"];
const { CROWDED } = modules["ui/code_map.js"];
function titleOf(name, title) {
const points = name.split("-").map((part) => Number.parseInt(part, 16));
const spelt = points.every((point) => point > 0 && point <= 0x10ffff) ? String.fromCodePoint(...points) : "";
return `${spelt} ${title}`.trim();
}
function pictureChoices({ manifold, onChange }) {
const titles = manifold.names.map((name, index) => titleOf(name, manifold.titles[index] ?? name));
const pick = (label, key) => {
const options = titles.map((text, index) => el("option", { value: String(index), text }));
const on = { change: () => onChange(key, Number(select.value)) };
const select = el("select", { class: "select", on }, options);
return { select, element: field(label, select) };
};
const [first, second] = [pick("First picture", "one"), pick("Second picture", "other")];
const found = titles.length > CROWDED ? [finder(manifold.titles, titles, (index) => onChange("one", index))] : [];
return {
elements: [...found, first.element, second.element],
titles,
show(blend) {
first.select.value = blend ? String(blend.one) : "";
second.select.value = blend ? String(blend.other) : "";
},
};
}
const field = (label, ...inside) =>
el("label", { class: "field" }, el("span", { class: "field-label", text: label }), ...inside);
function finder(names, titles, onFind) {
const [bare, lower] = [names, titles].map((texts) => texts.map((text) => text.toLowerCase()));
const words = el("p", { class: "soft small", role: "status" });
const list = el("datalist", { id: newId("pictures") }, titles.map((value) => el("option", { value })));
const input = el("input", {
type: "search", class: "select", list: list.id, placeholder: "lion, flag, 😀", autocomplete: "off",
on: { change: find },
});
function find() {
const asked = input.value.trim().toLowerCase();
if (!asked) { words.textContent = ""; return; }
const ways = [
(at) => lower[at] === asked || bare[at] === asked, (at) => bare[at].split(/[^\p{L}\p{N}]+/u).includes(asked),
(at) => ` ${bare[at]}`.includes(` ${asked}`), (at) => lower[at].includes(asked),
];
const index = ways.map((fits) => lower.findIndex((_, at) => fits(at))).find((found) => found >= 0) ?? -1;
words.textContent = index < 0 ? `No picture is called so. There are ${titles.length.toLocaleString("en")}.` : "";
if (index >= 0) onFind(index);
}
return el("div", { class: "stack" }, field("Find a picture", input), list, words);
}
return { pictureChoices };
})();
modules["pages/pixels.js"] ??= (() => {
const { el } = modules["dom.js"];
async function pixelsOf(file, size, colours) {
const bitmap = await createImageBitmap(file);
const canvas = el("canvas", { width: size, height: size });
const context = canvas.getContext("2d");
const scale = size / Math.max(bitmap.width, bitmap.height);
const [width, height] = [bitmap.width * scale, bitmap.height * scale];
context.imageSmoothingQuality = "high";
context.drawImage(bitmap, (size - width) / 2, (size - height) / 2, width, height);
const { data } = context.getImageData(0, 0, size, size);
const picture = new Float32Array(size * size * colours);
for (let cell = 0; cell < size * size; cell++) {
const alpha = data[4 * cell + 3] / 255;
for (let c = 0; c < 3; c++) {
picture[cell * colours + c] = (data[4 * cell + c] / 255) * alpha + (colours === 3 ? 1 - alpha : 0);
}
if (colours === 4) picture[cell * colours + 3] = alpha;
}
return picture;
}
return { pixelsOf };
})();
modules["pages/manifold.js"] ??= (() => {
const { fetchPicture } = modules["formats/site_files.js"];
const { Manifold } = modules["manifold.js"];
const { Dish, seedCentre } = modules["player/dish.js"];
const { ERASE, SEED } = modules["tools.js"];
const { el } = modules["dom.js"];
const { CodeMap } = modules["ui/code_map.js"];
const { button, section, slider } = modules["ui/controls.js"];
const { onSetting } = modules["settings.js"];
const { explain } = modules["ui/messages.js"];
const { FamilyPage } = modules["pages/family_page.js"];
const { manifold: about } = modules["pages/index.js"];
const { letters } = modules["pages/letters.js"];
const { pictureChoices } = modules["pages/manifold_choices.js"];
const { pixelsOf } = modules["pages/pixels.js"];
const FAMILY = "ncam";
const GRID = 64;
const manifolds = new WeakMap();
const startEntry = (catalog, name) => catalog.find(FAMILY, name) ?? catalog.of(FAMILY)[0];
async function whole(catalog, entry, address) {
const model = await catalog.model(entry);
if (!model.meta.manifold || !model.origin) return { ...model, manifold: null };
const known = manifolds.get(model.weights); // another engine needn't wait for what is asked for meanwhile
const manifold = known ?? new Manifold(model);
manifolds.set(model.weights, manifold);
if (!known && ["from", "to", "group"].some((name) => address.params[name])) await manifold.fetchNetwork();
return { ...model, manifold, sheet: await fetchPicture(model, model.meta.manifold.sheet.image) };
}
async function preview(catalog) {
const model = await catalog.model(startEntry(catalog));
const dish = new Dish({ label: "A picture that grows from a code", still: true, begin: seedCentre });
await dish.load(model, { width: model.meta.size, height: model.meta.size });
let rest = 0;
function script() {
if (dish.engine.stepCount < model.meta.steps || rest++ < 60) return;
rest = 0;
dish.restart();
}
return { dish, script };
}
function open(host, context) {
const { address, catalog } = context;
const mapHost = el("div", { class: "stack" });
const shareHost = el("div", { class: "stack" });
const choices = el("div", { class: "stack" });
const lettersHost = el("div", { class: "stack" });
const lettersPart = section("Letters", lettersHost);
let wish = { one: 0, other: 0, share: 0, own: null };
let turn = 0;
let map = null;
let engineered = null;
let made = { weights: null, arrays: null, wish, letters: null };
let shown = null;
const page = new FamilyPage(host, context, {
...about, family: FAMILY, grids: [GRID], grid: GRID, start: startEntry, begin,
summary: "Each picture on the map is a code, and each code is an automaton of 8,336 numbers that a network " +
"wrote. Click one to grow it, drag from one to another to grow what lies between.",
bench: {
tools: [ERASE, SEED], brush: { low: 1, high: 16, step: 1, value: 5, unit: ["cell", "cells"] }, speed: 1 / 10,
},
gridOf: ({ meta }) => meta.size,
model: (entry) => whole(catalog, entry, address),
loaded: show,
models: "Trained on",
rungs: [
{
text: "Grow one", look: "With no life mask the tint of the background comes first, everywhere at once.",
run: () => grow(wish.one, wish.one, 0),
},
{
text: "Between two", look: "The numbers in the middle of two codes are an automaton too. Move the slider.",
run: () => (here() ? grow(wish.one, here().farthestFrom(wish.one), 0.5) : restart()),
},
],
dispose() { turn++; stopListening(); },
});
const { bench } = page;
const stopListening = onSetting((name) => { if (name === "theme") map?.draw(); });
const dishHere = () => bench.dishes[0];
const here = () => dishHere()?.model?.manifold;
function begin(dish) {
if (made.weights === dish.model.weights) dish.engine.setWeights(made.arrays);
seedCentre(dish);
}
function show(dish) {
const { weights } = dish.model;
if (shown === weights) {
if (made.weights === weights) dish.engine.setWeights(made.arrays);
return;
}
const first = shown === null;
shown = weights;
turn++;
say("");
showMap(dish);
bench.player.reset();
if (!first) bench.player.play();
}
function showMap(dish) {
own.hidden = !dish.model.manifold;
if (!dish.model.manifold) {
engineered = null;
lettersPart.hidden = true;
const others = dish.model.meta.manifold ? " Those of a manifold come with the site's own." : "";
mapHost.replaceChildren(el("p", { class: "soft", text: `One automaton, without codes.${others}` }));
shareHost.replaceChildren();
choices.replaceChildren();
return;
}
const { manifold, meta: { manifold: { sheet: { columns, tile } } }, sheet } = dish.model;
const last = manifold.names.length - 1;
const at = (name, fallback) => Math.round(address.number(name, fallback, 0, last));
const one = at("from", 0);
const share = address.number("share", 0, 0, 1);
const pictures = pictureChoices({ manifold, onChange: change });
map = new CodeMap({
places: manifold.places, tile, columns, sheet, titles: pictures.titles, label: `A map of ${last + 1} codes`,
onChoose: (index) => grow(index, index, 0), onBlend: (from, to) => grow(from, to, 0.5),
});
mapHost.replaceChildren(map.element);
const shares = slider({
label: "Share of the second", low: 0, high: 1, step: 0.05, value: share,
show: (value) => `${Math.round(100 * value)} %`, onChange: (value) => grow(wish.one, wish.other, value),
});
Object.assign(choices, { refresh() {
pictures.show(wish.own ? null : wish);
shares.set(wish.share);
shares.element.hidden = Boolean(wish.own);
shares.input.disabled = wish.one === wish.other;
} });
engineered = letters({ manifold, address, onChange: growWish });
shareHost.replaceChildren(shares.element);
choices.replaceChildren(...pictures.elements);
lettersPart.hidden = !engineered;
lettersHost.replaceChildren(...(engineered ? [engineered.element] : []));
choose({ one, other: at("to", one), share, own: null });
if (manifold.codes || isFirst()) mix();
else growWish();
}
const say = (words) => { Object.assign(note, { hidden: !words, textContent: words }); bench.live.announce(words); };
function change(key, index) {
if (key === "one") grow(index, wish.other === wish.one ? index : wish.other, wish.share);
else grow(wish.one, index, wish.share || 0.5);
}
function grow(one, other, share) {
if (!here()) { restart(); return; }
choose({ one, other, share, own: null });
growWish();
}
function choose({ one, other, share, own }) {
turn++;
wish = { one, other, share: one === other ? 0 : share, own };
const named = own ? {} : { from: one, to: other === one ? null : other, share: wish.share };
address.set({ from: named.from || null, to: named.to ?? null, share: named.share || null });
map.show(own ? null : wish);
choices.refresh();
}
const isFirst = () => !wish.own && !wish.one && !wish.other && !engineered?.chosen.group;
async function growWish() {
const { manifold } = dishHere().model;
const asked = ++turn;
if (!manifold.codes && !isFirst()) {
say("The network that makes automata of codes is on its way...");
try {
await manifold.fetchNetwork();
} catch (error) {
if (asked === turn) takeBack(error, "Fetching the network");
return;
}
if (asked !== turn) return;
}
mix();
restart();
}
function takeBack(error, doing) {
say("");
engineered?.choose(made.letters);
choose(made.wish);
explain(error, doing);
}
function mix() {
const { manifold, weights } = dishHere().model;
const { one, other, share, own } = wish;
let arrays;
if (manifold.codes) {
const code = own?.code ?? manifold.blend(manifold.codes[one], manifold.codes[other], share);
arrays = manifold.express(engineered ? engineered.mixed(code) : code);
} else {
arrays = Object.fromEntries(Array.from(weights, ([name, { data }]) => [name, data]));
}
made = { weights, arrays, wish, letters: engineered && { ...engineered.chosen } };
engineered?.refresh();
say(own ? `What grows is made of ${own.name}.` : "");
}
function restart() {
bench.player.reset();
bench.player.play();
}
async function growOwn(file) {
const { manifold, meta } = dishHere().model ?? {};
if (!manifold) return;
const asked = ++turn;
say(`${file.name} is being read...`);
try {
const pixels = await pixelsOf(file, meta.size, meta.manifold.encoder.colours);
const [code] = await Promise.all([manifold.encode(pixels), manifold.fetchNetwork()]);
if (asked !== turn) return;
choose({ ...wish, own: { name: file.name, code } });
mix();
restart();
} catch (error) {
if (asked === turn) takeBack(error, `Reading ${file.name}`);
}
}
let before = 0;
bench.player.on("frame", () => {
const dish = dishHere();
const steps = dish?.model?.meta.steps;
if (!dish?.engine) return;
if (before < steps && dish.engine.stepCount >= steps) bench.player.end();
before = dish.engine.stepCount;
});
bench.player.on("change", () => { before = Math.min(before, bench.player.stepCount); });
const chooser = el("input", {
type: "file", accept: "image/*", class: "visually-hidden", "aria-label": "A picture of your own", tabindex: -1,
on: { change: () => { if (chooser.files[0]) growOwn(chooser.files[0]); chooser.value = ""; } },
});
const own = button({
label: "Grow a picture of your own", text: "A picture of your own", icon: "open", onClick: () => chooser.click(),
hint: "The encoder, 4 MB, comes to make a code of it",
});
const note = el("p", { class: "soft small", hidden: true });
mapHost.addEventListener("pointerenter", ({ pointerType }) => {
if (pointerType === "mouse") here()?.fetchNetwork().catch(() => {}); // what asks for it says why it did not come
});
mapHost.addEventListener("dragover", (event) => event.preventDefault());
mapHost.addEventListener("drop", (event) => {
const picture = [...event.dataTransfer.files].find(({ type }) => type.startsWith("image/"));
if (!picture) return;
event.preventDefault();
event.stopPropagation();
growOwn(picture);
});
page.open(
[section("Codes", mapHost, shareHost)],
[
section("Pictures", choices, own, note, chooser), lettersPart,
section("Model", page.models.element, page.ownButton, page.forgetButton),
],
);
return page;
}
return { preview, open };
})();
