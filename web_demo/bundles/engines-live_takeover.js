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
modules["engines/codec8.js"] ??= (() => {
const LIMIT = Math.atan(10);
const ZERO = 127 / 255;
const SIGNED = makeCodec(2 * LIMIT, ZERO);
const UNSIGNED = makeCodec(LIMIT, 0);
function makeCodec(span, zero) {
return { span, zero, values: Float32Array.from({ length: 256 }, (_, byte) => Math.tan((byte / 255 - zero) * span)) };
}
function roundTo8Bits(floats, from, to, { span, zero, values }) {
for (let i = from; i < to; i++) {
const stored = Math.floor((Math.atan(floats[i]) / span + zero) * 255 + 0.5);
floats[i] = values[Math.min(255, Math.max(0, stored))];
}
}
return { SIGNED, UNSIGNED, roundTo8Bits };
})();
modules["engines/live_rule.js"] ??= (() => {
const { roundTo8Bits, SIGNED, UNSIGNED } = modules["engines/codec8.js"];
const { placeDense, ROW_BLOCK, roundUp } = modules["engines/kernels/layout.js"];
const CHUNK = 64;
class LiveRule {
constructor({ layers, draw = "fire", reorder = (kernel) => kernel, perceive }, model, layout) {
this.names = layers;
this.draw = draw;
this.reorder = reorder;
this.perceive = perceive;
this.layers = [];
for (const name of layers) {
const outputs = model.weights.get(`${name}/bias`).data.length;
const inputs = model.weights.get(`${name}/kernel`).data.length / outputs;
this.layers.push(placeDense(layout, inputs, outputs, this.layers.at(-1)?.outputs));
}
this.inputs = this.layers[0].inputs;
this.outputs = this.layers.at(-1).outputs;
this.perceptionAt = layout.take(CHUNK * this.inputs);
this.hiddenAt = this.layers.slice(0, -1).map((layer) => layout.take(CHUNK * layer.outputs));
}
load(floats, weights) {
this.layers.forEach((layer, at) => {
const kernel = weights.get(`${this.names[at]}/kernel`).data;
layer.load(floats, at === 0 ? this.reorder(kernel) : kernel, weights.get(`${this.names[at]}/bias`).data);
});
}
compute(kernel, cells, first, count, output, { stepSize = 1, eightBit = false } = {}) {
const { floats } = kernel;
const last = this.layers.length - 1;
for (let start = 0; start < count; start += CHUNK) {
const rows = Math.min(CHUNK, count - start);
const padded = roundUp(rows, ROW_BLOCK);
this.perceive(this, cells, first + start, rows);
if (eightBit) roundTo8Bits(floats, this.perceptionAt, this.perceptionAt + rows * this.inputs, SIGNED);
let from = this.perceptionAt;
for (let at = 0; at <= last; at++) {
const layer = this.layers[at];
const to = at === last ? output + start * layer.outputs : this.hiddenAt[at];
kernel.dense(layer, from, to, padded, at < last);
if (eightBit && at < last) roundTo8Bits(floats, to, to + rows * layer.outputs, UNSIGNED);
from = to;
}
const end = from + padded * this.outputs;
if (stepSize !== 1) for (let i = from; i < end; i++) floats[i] *= stepSize;
if (eightBit) roundTo8Bits(floats, from, end, SIGNED);
}
}
static rowsFor(count) {
return roundUp(count, CHUNK) + CHUNK;
}
}
return { LiveRule };
})();
modules["engines/live_engine.js"] ??= (() => {
const { neighbourTable } = modules["engines/cells.js"];
const { Engine } = modules["engines/engine.js"];
const { createKernel } = modules["engines/kernels/index.js"];
const { Layout } = modules["engines/kernels/layout.js"];
const { LiveRule } = modules["engines/live_rule.js"];
class LiveEngine extends Engine {
constructor(model, options) {
super("live", model, options);
const cells = this.width * this.height;
const layout = new Layout();
layout.take((cells + 1) * this.channels); // the states, at offset 0; the last one is the outside, always zero
this.rules = this.describeRules().map((description) => new LiveRule(description, model, layout));
this.outputs = this.rules[0].outputs;
this.increments = layout.take(LiveRule.rowsFor(cells) * this.outputs);
const several = this.rules.length > 1;
this.single = several ? layout.take(LiveRule.rowsFor(cells) * this.outputs) : this.increments;
this.chosen = several ? new Int32Array(cells) : null;
this.rowOf = several ? new Int32Array(cells).fill(-1) : null;
this.kernel = createKernel(layout.size, options.kernel);
this.neighbours = neighbourTable(this.width, this.height, this.edges, this.neighbourhoodSide());
this.acting = new Int32Array(cells + LiveRule.rowsFor(0));
this.acted = 0; // of them in the last step
this.loadWeights(model.weights);
}
describeRules() {
throw new Error("a family's engine describes its rules");
}
neighbourhoodSide() {
return 3;
}
share(rule, cell) {
return 1;
}
loadWeights(weights) {
for (const rule of this.rules) rule.load(this.kernel.floats, weights);
}
readState() {
return this.kernel.floats.subarray(0, this.width * this.height * this.channels);
}
fireMasks(given) {
const rate = this.controls.fire_rate;
return this.rules.map(({ draw }) => {
const mask = given[draw];
return mask ? (cell) => mask[cell] !== 0 : () => this.random.uniform() < rate;
});
}
propose(cells, count, fires, firstRow = 0) {
const { acting, kernel, outputs, rules } = this;
const options = { stepSize: this.controls.step_size, eightBit: this.eightBit };
if (rules.length > 1) return this.#proposeSeveral(cells, count, fires, firstRow, options);
const [fire] = fires;
let rows = 0;
for (let i = 0; i < count; i++) if (fire(cells[i])) acting[firstRow + rows++] = cells[i];
rules[0].compute(kernel, acting, firstRow, rows, this.increments + firstRow * outputs, options);
return rows;
}
inspect(cell) {
const { increments, kernel, outputs } = this;
const rule = this.rules.find((_, at) => this.share(at, cell) !== 0);
const fired = this.acting.subarray(0, this.acted).includes(cell);
const options = { stepSize: this.controls.step_size, eightBit: this.eightBit };
rule.compute(kernel, Int32Array.of(cell), 0, 1, increments, options);
const perception = kernel.floats.slice(rule.perceptionAt, rule.perceptionAt + rule.inputs);
return { perception, increment: kernel.floats.slice(increments, increments + outputs), fired };
}
#proposeSeveral(cells, count, fires, firstRow, options) {
const { acting, chosen, increments, kernel, outputs, rowOf, single } = this;
const { floats } = kernel;
let rows = 0;
for (const [at, rule] of this.rules.entries()) {
let firing = 0;
for (let i = 0; i < count; i++) {
if (this.share(at, cells[i]) !== 0 && fires[at](cells[i])) chosen[firing++] = cells[i];
}
rule.compute(kernel, chosen, 0, firing, single, options);
for (let i = 0; i < firing; i++) {
const cell = chosen[i];
const fresh = rowOf[cell] < 0;
if (fresh) {
rowOf[cell] = firstRow + rows;
acting[firstRow + rows++] = cell;
}
const share = this.share(at, cell);
const to = increments + rowOf[cell] * outputs;
for (let c = 0; c < outputs; c++) {
floats[to + c] = (fresh ? 0 : floats[to + c]) + share * floats[single + i * outputs + c];
}
}
}
for (let row = firstRow; row < firstRow + rows; row++) rowOf[acting[row]] = -1;
return rows;
}
}
return { LiveEngine };
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
modules["engines/live_takeover.js"] ??= (() => {
const { NEIGHBOURS } = modules["engines/cells.js"];
const { LiveEngine } = modules["engines/live_engine.js"];
const { filterMajor, perceiveSobel } = modules["engines/sobel.js"];
const COLOURS = 3;
class LiveTakeover extends LiveEngine {
constructor(model, options) {
super(model, options);
const cells = this.width * this.height;
this.count = this.rules.length;
this.chosen ??= new Int32Array(cells);
this.state = new Float32Array(cells * this.channels);
this.reach = new Uint8Array(cells);
this.mature = new Uint8Array(cells);
}
describeRules() {
const seen = this.channels - Object.keys(this.model.meta.rules).length + 1;
this.seen = seen;
return Object.entries(this.model.meta.rules).map(([name, { arguments: { angle = 0 } }]) => ({
layers: [`${name}/dense1`, `${name}/dense2`],
draw: `${name.replace(/^(?=\d)/, "rule").replace(/\W/g, "_")}_fire`,
reorder: (kernel) => filterMajor(kernel, seen),
perceive: (rule, cells, from, count) => perceiveSobel(
this.kernel.floats, seen, this.neighbours, cells, from, count, rule.perceptionAt, rule.inputs, angle,
),
}));
}
readState() {
return this.state;
}
writeState(state) {
if (state !== this.state) this.state.set(state);
}
step(given = {}) {
const fires = this.fireMasks(given);
this.#findReach();
this.#clean();
this.#show();
this.acted = 0;
this.rules.forEach((_, rule) => this.#apply(rule, fires[rule]));
this.stepCount++;
}
#findReach() {
const { aliveThreshold, channels, count, mature, neighbours, reach, state } = this;
const cells = mature.length;
for (let cell = 0, at = channels - count; cell < cells; cell++, at += channels) {
let [ripe, owners, largest] = [0, 0, aliveThreshold];
for (let rule = 0; rule < count; rule++) {
const alpha = state[at + rule];
if (!(alpha >= aliveThreshold)) continue;
ripe |= 1 << rule;
if (alpha > largest) owners = 0;
if (alpha >= largest) [owners, largest] = [owners | (1 << rule), alpha];
}
mature[cell] = ripe;
reach[cell] = owners;
}
for (let cell = 0; cell < cells; cell++) {
if (mature[cell]) continue;
let beside = 0;
for (let k = cell * NEIGHBOURS; k < (cell + 1) * NEIGHBOURS; k++) beside |= mature[neighbours[k]] ?? 0;
reach[cell] = beside;
}
}
#clean() {
const { channels, count, reach, state } = this;
for (let cell = 0, at = 0; cell < reach.length; cell++, at += channels) {
if (reach[cell] === 0) state.fill(0, at, at + channels);
else {
for (let rule = 0; rule < count; rule++) {
if (!(reach[cell] & (1 << rule))) state[at + channels - count + rule] = 0;
}
}
}
}
#show() {
const { channels, count, kernel: { floats }, reach, seen, state } = this;
for (let cell = 0, at = 0, to = 0; cell < reach.length; cell++, at += channels, to += seen) {
if (reach[cell] === 0) {
floats.fill(0, to, to + seen);
continue;
}
let alpha = 0;
for (let c = channels - count; c < channels; c++) alpha += state[at + c];
for (let c = 0; c < COLOURS; c++) floats[to + c] = state[at + c];
floats[to + COLOURS] = alpha;
for (let c = COLOURS; c < channels - count; c++) floats[to + 1 + c] = state[at + c];
}
floats.fill(0, reach.length * seen, (reach.length + 1) * seen); // the outside
}
#apply(rule, fires) {
const { acting, channels, chosen, count, kernel, model, outputs, reach, single, state } = this;
let firing = 0;
for (let cell = 0; cell < reach.length; cell++) {
if (reach[cell] & (1 << rule) && fires(cell)) chosen[firing++] = cell;
}
const { step_size: stepSize = 1 } = Object.values(model.meta.rules)[rule].arguments;
this.rules[rule].compute(kernel, chosen, 0, firing, single, { stepSize });
const { floats } = kernel;
for (let i = 0; i < firing; i++) {
const cell = chosen[i];
const share = 1 / rivals(reach[cell]);
const [to, from] = [cell * channels, single + i * outputs];
for (let c = 0; c < COLOURS; c++) state[to + c] += share * floats[from + c];
for (let c = COLOURS; c < channels - count; c++) state[to + c] += share * floats[from + 1 + c];
state[to + channels - count + rule] += share * floats[from + COLOURS];
if (this.acted < acting.length) acting[this.acted++] = cell;
}
}
inspect(cell) {
const { acting, channels, count, kernel, single } = this;
this.#findReach();
this.#show();
const rule = Math.max(0, Math.log2(this.reach[cell] & -this.reach[cell]) || 0);
this.rules[rule].compute(kernel, Int32Array.of(cell), 0, 1, single, {});
const added = kernel.floats.slice(single, single + this.outputs);
const increment = new Float32Array(channels);
increment.set(added.subarray(0, COLOURS));
increment.set(added.subarray(COLOURS + 1), COLOURS);
increment[channels - count + rule] = added[COLOURS];
return { perception: new Float32Array(0), increment, fired: acting.subarray(0, this.acted).includes(cell) };
}
}
function rivals(bits) {
let count = 0;
for (let rest = bits; rest; rest &= rest - 1) count++;
return count;
}
return { LiveTakeover };
})();
