const modules = globalThis.ncaModules ??= {};
const at = (path) => new URL("../js/" + path, import.meta.url).href;
const load = async (path) => {
const { search } = new URL(import.meta.url);
if (!modules[path]) await import(new URL(path.replaceAll("/", "-") + search, import.meta.url));
return modules[path];
};
modules["engines/drawing.js"] ??= (() => {
const WHITE = [255, 255, 255];
const clip01 = (value) => Math.min(1, Math.max(0, value));
function drawColours(state, channels, pixels, { background: [red, green, blue] = WHITE } = {}) {
for (let at = 0, to = 0; to < pixels.length; at += channels, to += 4) {
const through = 1 - clip01(state[at + 3]);
pixels[to] = 255 * state[at] + red * through;
pixels[to + 1] = 255 * state[at + 1] + green * through;
pixels[to + 2] = 255 * state[at + 2] + blue * through;
pixels[to + 3] = 255;
}
}
function drawOpaque(state, channels, pixels) {
for (let at = 0, to = 0; to < pixels.length; at += channels, to += 4) {
for (let c = 0; c < 3; c++) pixels[to + c] = 255 * state[at + c];
pixels[to + 3] = 255;
}
}
function drawInk(state, channels, pixels, { background = WHITE } = {}) {
const ink = background[0] < 128 ? 255 : 0;
for (let at = 0, to = 0; to < pixels.length; at += channels, to += 4) {
const grey = clip01(state[at]);
for (let c = 0; c < 3; c++) pixels[to + c] = background[c] + (ink - background[c]) * grey;
pixels[to + 3] = 255;
}
}
return { WHITE, drawColours, drawOpaque, drawInk };
})();
modules["formats/model_error.js"] ??= (() => {
class ModelError extends Error {
constructor(happened, expected, remedy) {
super(`${happened}; ${expected}; ${remedy}.`);
this.name = "ModelError";
this.remedy = remedy;
}
}
const EXPORT_AGAIN = "export the model again or choose another file";
const MAX_FILE_BYTES = 16 * 1024 * 1024;
function shown(value) {
if (value === undefined) return "nothing";
if (Array.isArray(value)) return "a list";
if (typeof value === "object" && value !== null) return "an object";
return typeof value === "string" ? JSON.stringify(value.slice(0, 40)) : String(value);
}
async function guarded(read, name) {
try {
return await read();
} catch (error) {
if (error instanceof ModelError) throw error;
throw new ModelError(`${name} could not be read (${error.message})`, "a model was expected", EXPORT_AGAIN);
}
}
function parseJson(bytes, name) {
try {
return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
} catch (error) {
throw new ModelError(
`${name} is not readable JSON (${error.message.split("\n")[0].slice(0, 80)})`,
"a UTF-8 JSON file was expected",
EXPORT_AGAIN,
);
}
}
function checkFileSize(name, bytes) {
if (bytes < 1 || bytes > MAX_FILE_BYTES) {
throw new ModelError(
`${name} has ${bytes} bytes`,
`between 1 and ${MAX_FILE_BYTES} bytes are accepted`,
EXPORT_AGAIN,
);
}
}
return { ModelError, EXPORT_AGAIN, MAX_FILE_BYTES, shown, guarded, parseJson, checkFileSize };
})();
modules["formats/checks.js"] ??= (() => {
const { EXPORT_AGAIN, ModelError, shown } = modules["formats/model_error.js"];
const MAX_CHANNELS = 64;
const MAX_HIDDEN = 1024;
function numberOf(meta, key, low, high) {
const value = meta[key];
if (typeof value !== "number" || !(value >= low && value <= high)) {
throw new ModelError(
`meta.json has ${key} = ${shown(value)}`,
`a number from ${low} to ${high} was expected`,
EXPORT_AGAIN,
);
}
return value;
}
function integerOf(meta, key, low, high) {
const value = numberOf(meta, key, low, high);
if (!Number.isInteger(value)) {
throw new ModelError(`meta.json has ${key} = ${value}`, "a whole number was expected", EXPORT_AGAIN);
}
return value;
}
function checkShared(meta) {
integerOf(meta, "channels", 4, MAX_CHANNELS);
numberOf(meta, "fire_rate", 0, 1);
numberOf(meta, "alive_threshold", 0, 1);
if (meta.edges !== "zero" && meta.edges !== "wrap") {
throw new ModelError(`meta.json has edges = ${shown(meta.edges)}`, '"zero" or "wrap" was expected', EXPORT_AGAIN);
}
}
function shapesIn(meta) {
const arrays = Array.isArray(meta.weights?.arrays) ? meta.weights.arrays : [];
return Object.fromEntries(arrays.map(({ name, shape }) => [String(name), shape]));
}
function checkWeights(weights, shapes) {
const unknown = [...weights.keys()].find((name) => !Object.hasOwn(shapes, name));
if (unknown !== undefined) {
throw new ModelError(
`the model has an array named ${JSON.stringify(unknown).slice(0, 60)}`,
`only ${Object.keys(shapes).join(", ")} were expected`,
EXPORT_AGAIN,
);
}
const ordered = new Map();
for (const [name, shape] of Object.entries(shapes)) {
const array = weights.get(name);
if (!array) {
throw new ModelError(`the model has no array ${name}`, `shape [${shape}] was expected`, EXPORT_AGAIN);
}
const size = shape.reduce((product, length) => product * length, 1);
if (String(array.shape) !== String(shape) || array.data.length !== size) {
throw new ModelError(
`array ${name} has shape [${array.shape}] and ${array.data.length} values`.slice(0, 160),
`shape [${shape}] with ${size} values was expected`,
EXPORT_AGAIN,
);
}
const broken = array.data.findIndex((value) => !Number.isFinite(value));
if (broken >= 0) {
throw new ModelError(
`array ${name} has ${array.data[broken]} at position ${broken}`,
"only finite numbers were expected",
"train or export the model again",
);
}
ordered.set(name, { shape, data: array.data });
}
return ordered;
}
return { MAX_CHANNELS, MAX_HIDDEN, numberOf, integerOf, checkShared, shapesIn, checkWeights };
})();
modules["families/growing.js"] ??= (() => {
const { checkShared, integerOf, MAX_HIDDEN, numberOf } = modules["formats/checks.js"];
const { drawColours } = modules["engines/drawing.js"];
const ALPHA = 3;
const growing = {
check(meta) {
checkShared(meta);
integerOf(meta, "hidden", 1, MAX_HIDDEN);
numberOf(meta, "step_size", 0, 10);
numberOf(meta, "angle", -1e6, 1e6);
},
arrays: ({ channels, hidden }) => ({
"dense1/kernel": [3 * channels, hidden],
"dense1/bias": [hidden],
"dense2/kernel": [hidden, channels],
"dense2/bias": [channels],
}),
controls: { angle: 0, fire_rate: 1, step_size: 1 },
aliveChannel: ALPHA,
senses: ["sees ↔", "sees ↕"],
plant: (cell) => cell.fill(0, 0, ALPHA).fill(1, ALPHA),
draw: drawColours,
live: async () => (await load("engines/live_growing.js")).LiveGrowing,
};
return { growing };
})();
modules["families/members.js"] ??= (() => {
const prefixed = (member, arrays) => Object.fromEntries(
Object.entries(arrays).map(([name, shape]) => [`${member}/${name}`, shape]),
);
return { prefixed };
})();
modules["families/mnist.js"] ??= (() => {
const { checkShared, integerOf, MAX_CHANNELS, MAX_HIDDEN, numberOf } = modules["formats/checks.js"];
const { drawInk } = modules["engines/drawing.js"];
const { EXPORT_AGAIN, ModelError } = modules["formats/model_error.js"];
const MAX_KERNEL = 15;
const mnist = {
check(meta) {
checkShared({ edges: "zero", ...meta });
integerOf(meta, "features", 1, MAX_HIDDEN);
integerOf(meta, "hidden", 1, MAX_HIDDEN);
const side = integerOf({ kernel_size: 3, ...meta }, "kernel_size", 1, MAX_KERNEL);
if (side % 2 === 0) {
throw new ModelError(`meta.json has kernel_size = ${side}`, "an odd number was expected", EXPORT_AGAIN);
}
const classes = integerOf(meta, "classes", 2, MAX_CHANNELS - 1);
integerOf(meta, "channels", 1 + classes, MAX_CHANNELS);
numberOf(meta, "noise", 0, 10);
},
arrays: ({ channels, features, hidden, kernel_size: side = 3 }) => ({
"perceive/kernel": [side, side, channels, features],
"perceive/bias": [features],
"dense1/kernel": [features, hidden],
"dense1/bias": [hidden],
"dense2/kernel": [hidden, channels - 1],
"dense2/bias": [channels - 1],
}),
controls: { fire_rate: 1, noise: 0 },
aliveChannel: 0,
senses: [], // what it sees is whatever the network has learnt to
plant: (cell) => cell.fill(0).fill(1, 0, 1),
draw: drawInk,
live: async () => (await load("engines/live_digits.js")).LiveDigits,
};
return { mnist };
})();
modules["families/adversarial.js"] ??= (() => {
const { EXPORT_AGAIN, ModelError, shown } = modules["formats/model_error.js"];
const { growing } = modules["families/growing.js"];
const { prefixed } = modules["families/members.js"];
const { mnist } = modules["families/mnist.js"];
const HOSTS = { growing, mnist };
const LIVE = {
growing: async () => (await load("engines/live_adversarial_growing.js")).LiveAdversarialGrowing,
mnist: async () => (await load("engines/live_adversarial_digits.js")).LiveAdversarialDigits,
};
function argumentsOf(meta, name) {
const own = meta[name]?.arguments;
if (typeof own !== "object" || own === null) {
throw new ModelError(
`meta.json says nothing of the ${name}`, "its family and arguments were expected", EXPORT_AGAIN,
);
}
return own;
}
function adversarial(meta) {
const kind = meta.host?.family;
if (typeof kind !== "string" || !Object.hasOwn(HOSTS, kind)) {
throw new ModelError(
`meta.json has a host of the family ${shown(kind)}`, `one of ${Object.keys(HOSTS).join(", ")} was expected`,
EXPORT_AGAIN,
);
}
const host = HOSTS[kind];
return {
...host,
kind,
settings: () => argumentsOf(meta, "host"),
check(whole) {
host.check(whole);
const [own, theirs] = ["host", "adversary"].map((name) => argumentsOf(meta, name));
host.check({ ...whole, ...own });
host.check({ ...whole, ...theirs });
for (const key of ["channels", "kernel_size"]) {
if (own[key] !== theirs[key] || own[key] !== whole[key]) {
throw new ModelError(
`host and adversary have ${key} ${shown(own[key])} and ${shown(theirs[key])}`,
"the same for both was expected", EXPORT_AGAIN,
);
}
}
},
arrays: () => ({
...prefixed("host", host.arrays(argumentsOf(meta, "host"))),
...prefixed("adversary", host.arrays(argumentsOf(meta, "adversary"))),
}),
controls: { ...host.controls, adversaries: ({ width, height }) => new Float32Array(width * height) },
live: LIVE[kind],
};
}
return { adversarial };
})();
modules["families/ncam.js"] ??= (() => {
const { drawColours, drawOpaque } = modules["engines/drawing.js"];
const { integerOf, MAX_CHANNELS, MAX_HIDDEN, numberOf } = modules["formats/checks.js"];
const { EXPORT_AGAIN, ModelError, shown } = modules["formats/model_error.js"];
const ALPHA = 3;
const ncam = ({ colours }) => ({
check(meta) {
integerOf(meta, "colours", 3, 4);
integerOf(meta, "channels", 4, MAX_CHANNELS);
integerOf(meta, "hidden", 1, MAX_HIDDEN);
integerOf(meta, "size", 1, 256);
integerOf(meta, "steps", 1, 10000);
numberOf(meta, "fire_rate", 0, 1);
if (meta.edges !== "zero" && meta.edges !== "wrap") {
throw new ModelError(`meta.json has edges = ${shown(meta.edges)}`, '"zero" or "wrap" was expected', EXPORT_AGAIN);
}
},
arrays: ({ channels, hidden }) => ({
"dense1/kernel": [3 * channels, hidden],
"dense1/bias": [hidden],
"dense2/kernel": [hidden, channels],
"dense2/bias": [channels],
}),
controls: { fire_rate: 1 },
aliveChannel: ALPHA,
senses: ["sees ↔", "sees ↕"],
plant: (cell) => cell.fill(1),
draw: colours === 3 ? drawOpaque : drawColours,
live: async () => (await load("engines/firing_manifold.js")).FiringManifold,
});
return { ncam };
})();
modules["families/perturbation.js"] ??= (() => {
const { EXPORT_AGAIN, ModelError, shown } = modules["formats/model_error.js"];
const { growing } = modules["families/growing.js"];
const { prefixed } = modules["families/members.js"];
const MOST = 32;
const perturbation = {
...growing,
settings: ({ host }) => host?.arguments,
check(meta) {
growing.check(meta);
const { kind, perturbations: names } = meta;
const fine = Array.isArray(names) && names.length > 0 && names.length <= MOST &&
names.every((name, at) => typeof name === "string" && names.indexOf(name) === at);
if (!fine) {
const wrong = `meta.json has perturbations = ${shown(names)}`;
throw new ModelError(wrong, "different names were expected", EXPORT_AGAIN);
}
if (kind !== "symmetric" && kind !== "additive") {
throw new ModelError(
`meta.json has kind = ${shown(kind)}`, '"symmetric" or "additive" was expected', EXPORT_AGAIN,
);
}
},
arrays(meta) {
const { channels, kind, perturbations } = meta;
const own = (name) => (kind === "additive" ? [`${name}/vector`, [channels]]
: [`${name}/entries`, [(channels * (channels + 1)) / 2]]);
return { ...Object.fromEntries(perturbations.map(own)), ...prefixed("host", growing.arrays(meta)) };
},
controls: { ...growing.controls, strengths: ({ model: { meta } }) => new Float32Array(meta.perturbations.length) },
live: async () => (await load("engines/live_perturbation.js")).LivePerturbation,
};
return { perturbation };
})();
modules["engines/edits.js"] ??= (() => {
function discRows(x, y, reach, width, height) {
const rows = [];
for (let row = Math.max(0, Math.ceil(y - reach)); row <= Math.min(height - 1, Math.floor(y + reach)); row++) {
const half = Math.sqrt(Math.max(0, reach * reach - (row - y) ** 2));
const first = Math.max(0, Math.floor(x - half) + 1);
const last = Math.min(width - 1, Math.ceil(x + half) - 1);
if (first <= last) rows.push([row, first, last]);
}
return rows;
}
function forDisc({ width, height, channels }, x, y, reach, visit) {
for (const [row, first, last] of discRows(x, y, reach, width, height)) {
for (let column = first; column <= last; column++) {
visit((row * width + column) * channels, Math.hypot(column - x, row - y));
}
}
}
function plantSeed(state, { width, height, channels }, x, y, plant) {
const column = Math.round(x);
const row = Math.round(y);
if (column < 0 || column >= width || row < 0 || row >= height) return;
const at = (row * width + column) * channels;
plant(state.subarray(at, at + channels));
}
function eraseDisc(state, grid, x, y, radius) {
forDisc(grid, x, y, radius, (at) => state.fill(0, at, at + grid.channels));
}
function paintDisc(state, grid, x, y, radius, value, aliveThreshold) {
forDisc(grid, x, y, radius + 0.5, (at, distance) => {
const stroke = Math.min(1, radius + 0.5 - distance);
for (let c = 0; c < grid.channels; c++) state[at + c] *= 1 - stroke;
state[at] += stroke * value;
if (state[at] <= aliveThreshold) state.fill(0, at + 1, at + grid.channels);
});
}
function replaceImage(state, { channels }, image, mutate, aliveThreshold) {
for (let cell = 0, at = 0; cell < image.length; cell++, at += channels) {
state[at] = image[cell];
if (!mutate || state[at] <= aliveThreshold) state.fill(0, at + 1, at + channels);
}
}
return { discRows, plantSeed, eraseDisc, paintDisc, replaceImage };
})();
modules["engines/owners.js"] ??= (() => {
const { discRows } = modules["engines/edits.js"];
const { WHITE } = modules["engines/drawing.js"];
const clip01 = (value) => Math.min(1, Math.max(0, value));
function alphaOf(state, at, channels, count) {
let sum = 0;
for (let c = channels - count; c < channels; c++) sum += state[at + c];
return sum;
}
function ownerOf(state, at, channels, count, threshold) {
let owner = 0;
let largest = threshold;
for (let rule = 0; rule < count; rule++) {
const alpha = state[at + channels - count + rule];
if (alpha > largest || (owner === 0 && alpha >= threshold)) [owner, largest] = [rule + 1, alpha];
}
return owner;
}
function countOwners(state, { cells, channels, count, threshold }) {
const counts = Array(count).fill(0);
for (let cell = 0, at = 0; cell < cells; cell++, at += channels) {
const owner = ownerOf(state, at, channels, count, threshold);
if (owner) counts[owner - 1]++;
}
return counts;
}
function handOver(state, at, channels, count, rule) {
const alpha = alphaOf(state, at, channels, count);
state.fill(0, at + channels - count, at + channels);
state[at + channels - count + rule - 1] = alpha;
}
function handOverDisc(state, { width, height, channels }, x, y, radius, count, rule) {
for (const [row, first, last] of discRows(x, y, radius, width, height)) {
for (let column = first; column <= last; column++) {
handOver(state, (row * width + column) * channels, channels, count, rule);
}
}
}
function plantRule(state, { width, height, channels }, x, y, count, rule) {
const [column, row] = [Math.round(x), Math.round(y)];
if (column < 0 || column >= width || row < 0 || row >= height) return;
const at = (row * width + column) * channels;
state.fill(0, at, at + channels);
state[at + channels - count + rule - 1] = 1;
}
function drawStraight(count) {
return (state, channels, pixels, { background = WHITE } = {}) => {
for (let at = 0, to = 0; to < pixels.length; at += channels, to += 4) {
const alpha = clip01(alphaOf(state, at, channels, count));
for (let c = 0; c < 3; c++) pixels[to + c] = 255 * clip01(state[at + c]) * alpha + background[c] * (1 - alpha);
pixels[to + 3] = 255;
}
};
}
return { alphaOf, ownerOf, countOwners, handOver, handOverDisc, plantRule, drawStraight };
})();
modules["families/takeover.js"] ??= (() => {
const { drawStraight } = modules["engines/owners.js"];
const { checkShared, integerOf, MAX_HIDDEN } = modules["formats/checks.js"];
const { EXPORT_AGAIN, ModelError, shown } = modules["formats/model_error.js"];
const { growing } = modules["families/growing.js"];
const { prefixed } = modules["families/members.js"];
const MOST_RULES = 8;
function rulesOf({ rules }) {
const entries = typeof rules === "object" && rules !== null ? Object.entries(rules) : [];
const fine = entries.every(([name, rule]) => !name.includes("/") && rule?.family === "growing" &&
typeof rule.arguments === "object" && rule.arguments !== null);
if (!fine || entries.length < 1 || entries.length > MOST_RULES) {
throw new ModelError(
`meta.json has rules = ${shown(rules)}`, `1 to ${MOST_RULES} growing rules were expected`, EXPORT_AGAIN,
);
}
return entries.map(([name, rule]) => [name, rule.arguments]);
}
function takeover(meta) {
const rules = rulesOf(meta);
const count = rules.length;
const [[, first]] = rules;
return {
settings: () => ({
channels: first.channels - 1 + count, fire_rate: first.fire_rate, alive_threshold: 0.1, edges: "wrap",
}),
check(whole) {
checkShared(whole);
for (const [name, own] of rules) {
integerOf(own, "hidden", 1, MAX_HIDDEN);
if (own.channels !== first.channels || own.fire_rate !== first.fire_rate) {
throw new ModelError(
`the rule ${shown(name)} has ${shown(own.channels)} channels and the first one ${shown(first.channels)}`,
"rules on one grid need the same", EXPORT_AGAIN,
);
}
}
if (whole.channels !== first.channels - 1 + count) {
throw new ModelError(
`meta.json has channels = ${shown(whole.channels)}`, `${first.channels - 1 + count} were expected`,
EXPORT_AGAIN,
);
}
},
arrays: () => Object.assign({}, ...rules.map(([name, own]) => prefixed(name, growing.arrays(own)))),
controls: { fire_rate: 1 },
kind: count > 1 ? "pair" : "single",
aliveChannel: first.channels - 1,
lives: (cell, threshold) => cell.subarray(-count).some((alpha) => alpha >= threshold),
senses: [],
plant: (cell) => cell.fill(0).fill(1, cell.length - count, cell.length - count + 1),
draw: drawStraight(count),
live: async () => (await load("engines/live_takeover.js")).LiveTakeover,
};
}
return { MOST_RULES, takeover };
})();
modules["families/index.js"] ??= (() => {
const { drawColours } = modules["engines/drawing.js"];
const { checkShared, shapesIn } = modules["formats/checks.js"];
const { EXPORT_AGAIN, ModelError, shown } = modules["formats/model_error.js"];
const { adversarial } = modules["families/adversarial.js"];
const { growing } = modules["families/growing.js"];
const { mnist } = modules["families/mnist.js"];
const { ncam } = modules["families/ncam.js"];
const { perturbation } = modules["families/perturbation.js"];
const { takeover } = modules["families/takeover.js"];
const FAMILIES = { adversarial, growing, mnist, ncam, perturbation, takeover };
const PLAIN = {
check: checkShared,
arrays: shapesIn,
controls: { fire_rate: 1 },
aliveChannel: growing.aliveChannel,
senses: [],
plant: growing.plant,
draw: drawColours,
};
function familyOf(meta) {
if (typeof meta.family === "string" && Object.hasOwn(FAMILIES, meta.family)) {
const known = FAMILIES[meta.family];
return typeof known === "function" ? known(meta) : known;
}
if (typeof meta.family === "string" && meta.tfjs?.inputs) return PLAIN;
throw new ModelError(
`meta.json has family ${shown(meta.family)}`,
`one of ${Object.keys(FAMILIES).join(", ")} was expected`,
"choose a model of one of these families",
);
}
function checkMeta(meta) {
if (typeof meta !== "object" || meta === null || Array.isArray(meta)) {
throw new ModelError("meta.json is not an object", "a JSON object was expected", EXPORT_AGAIN);
}
if (meta.format !== 1) {
throw new ModelError(
`meta.json has format ${shown(meta.format)}`,
"format 1 was expected",
"export the model with this version of the project",
);
}
const family = familyOf(meta);
const whole = { ...family.settings?.(meta), ...meta };
family.check(whole);
return { meta: whole, shapes: family.arrays(whole) };
}
return { FAMILIES, familyOf, checkMeta };
})();
modules["formats/site_files.js"] ??= (() => {
const { checkFileSize, EXPORT_AGAIN, ModelError, shown } = modules["formats/model_error.js"];
const SHOWN_DIGITS = 16;
function addressOf(folder, name, digest) {
const address = new URL(name, folder);
if (typeof digest === "string") address.search = new URLSearchParams({ v: digest.slice(0, SHOWN_DIGITS) });
return address.href;
}
async function fetchBytes(url) {
const response = await fetch(url).catch((error) => {
throw new ModelError(
`${url} could not be loaded (${error.message})`, "a file of the site was expected",
"check the connection and reload the page",
);
});
if (!response.ok) {
throw new ModelError(
`${url} could not be loaded (status ${response.status})`,
"a file of the site was expected",
"reload the page or write the models again with python -m export.site",
);
}
const bytes = new Uint8Array(await response.arrayBuffer());
checkFileSize(url, bytes.length);
return bytes;
}
async function fetchPicture({ origin, meta }, name) {
const picture = new Image();
picture.src = addressOf(origin, name, meta.files?.[name]?.sha256);
await picture.decode().catch((error) => {
throw new ModelError(
`${name} could not be loaded (${error.message})`, "a picture of the site was expected",
"reload the page or write the models again with python -m export.site",
);
});
return picture;
}
async function checkDigest(files, name, bytes) {
const stated = files?.[name];
if (stated?.bytes !== bytes.length) {
throw new ModelError(`${name} has ${bytes.length} bytes`, `meta.json states ${shown(stated?.bytes)}`, EXPORT_AGAIN);
}
if (!globalThis.crypto?.subtle) return;
const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
const digest = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
if (stated.sha256 !== digest) {
throw new ModelError(
`${name} has sha256 ${digest.slice(0, 12)}...`,
`meta.json states ${shown(stated.sha256)}`,
"the file is damaged: copy or export it again",
);
}
}
return { addressOf, fetchBytes, fetchPicture, checkDigest };
})();
modules["formats/base64.js"] ??= (() => {
const { EXPORT_AGAIN, ModelError } = modules["formats/model_error.js"];
function base64Bytes(text, where) {
try {
if (typeof text !== "string") throw new TypeError("not a text");
return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
} catch {
throw new ModelError(`${where} is not readable base64`, "base64 text was expected", EXPORT_AGAIN);
}
}
function littleEndianFloats(bytes, where) {
if (bytes.length % 4 !== 0) {
throw new ModelError(`${where} has ${bytes.length} bytes`, "a multiple of 4 was expected", EXPORT_AGAIN);
}
const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
}
return { base64Bytes, littleEndianFloats };
})();
modules["formats/frozen_graph.js"] ??= (() => {
const { base64Bytes, littleEndianFloats } = modules["formats/base64.js"];
const { ModelError } = modules["formats/model_error.js"];
const FILTERS = 3;
const MAX_LENGTH = 4096;
const MAX_VALUES = 1 << 20;
function looksLikeFrozenGraph(json) {
return (
typeof json === "object" &&
json !== null &&
Array.isArray(json.modelTopology?.node) &&
!(json.weightsManifest?.length > 0)
);
}
function shapeOf(tensor) {
if (tensor?.dtype !== "DT_FLOAT" || !Array.isArray(tensor.tensorShape?.dim)) return null;
const shape = tensor.tensorShape.dim.map((dim) => Number.parseInt(dim?.size, 10));
return shape.every((length) => length > 0 && length <= MAX_LENGTH) ? shape : null;
}
function valuesOf(tensor, shape, where) {
if (tensor.tensorContent !== undefined) return littleEndianFloats(base64Bytes(tensor.tensorContent, where), where);
const size = shape.reduce((product, length) => product * length, 1);
const listed = Array.isArray(tensor.floatVal) ? tensor.floatVal.map(Number) : [NaN];
const values = new Float32Array(Math.min(size, MAX_VALUES)).fill(listed.at(-1));
values.set(listed.slice(0, values.length));
return values;
}
function layersOf(nodes) {
const layers = [];
for (const node of nodes) {
const tensor = node?.op === "Const" ? node.attr?.value?.tensor : null;
const shape = shapeOf(tensor);
if (!shape || (shape.length !== 4 && shape.length !== 1)) continue;
const where = `the graph's constant ${String(node.name).slice(0, 60)}`;
layers.push({ shape, data: valuesOf(tensor, shape, where) });
}
return layers;
}
const asMatrix = ({ shape, data }) => ({ shape: shape.length === 4 ? shape.slice(2) : shape, data });
function readFrozenGraph(json) {
const layers = layersOf(json.modelTopology.node);
const shapes = layers
.map(({ shape }) => `[${shape}]`)
.join(" ")
.slice(0, 100);
const ranks = layers.map(({ shape }) => shape.length).join("");
const isPointwise = ({ shape }) => shape.length === 1 || (shape[0] === 1 && shape[1] === 1);
if (ranks === "4141" && layers.every(isPointwise)) {
const [kernel1, bias1, kernel2, bias2] = layers.map(asMatrix);
const channels = kernel1.shape[0] / FILTERS;
const weights = new Map([
["dense1/kernel", kernel1],
["dense1/bias", bias1],
["dense2/kernel", kernel2],
["dense2/bias", bias2],
]);
return { family: "growing", sizes: { channels, hidden: kernel1.shape[1] }, weights };
}
if (ranks === "414141" && layers.slice(1).every(isPointwise)) {
const [perceive, perceiveBias, ...dense] = layers;
const [kernel1, bias1, kernel2, bias2] = dense.map(asMatrix);
const weights = new Map([
["perceive/kernel", perceive],
["perceive/bias", perceiveBias],
["dense1/kernel", kernel1],
["dense1/bias", bias1],
["dense2/kernel", kernel2],
["dense2/bias", bias2],
]);
const [, , channels, features] = perceive.shape;
return { family: "mnist", sizes: { channels, features, hidden: kernel1.shape[1] }, weights };
}
throw new ModelError(
`the graph's float constants have shapes ${shapes || "(none)"}`,
"the kernels and biases of a growing or digit-classifying automaton were expected",
"drop one of the published growing, MNIST or KMNIST graph files",
);
}
return { looksLikeFrozenGraph, readFrozenGraph };
})();
modules["formats/npz.js"] ??= (() => {
const { EXPORT_AGAIN, MAX_FILE_BYTES, ModelError } = modules["formats/model_error.js"];
const { littleEndianFloats } = modules["formats/base64.js"];
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const MAX_ENTRIES = 64;
const broken = (what) =>
new ModelError(`weights.npz ${what}`, "a file written by numpy.savez was expected", EXPORT_AGAIN);
async function inflate(bytes, size) {
const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
const output = new Uint8Array(size);
let length = 0;
try {
for (;;) {
const { done, value } = await reader.read();
if (done) break;
if (length + value.length > size) throw new RangeError("longer than declared");
output.set(value, length);
length += value.length;
}
} catch {
await reader.cancel().catch(() => {});
throw broken("has an entry that cannot be decompressed");
}
if (length !== size) throw broken("has an entry shorter than it declares");
return output;
}
function directory(bytes) {
const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
let end = bytes.length - 22;
while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
if (end < 0) throw broken("is not a complete zip file");
const count = view.getUint16(end + 10, true);
if (count < 1 || count > MAX_ENTRIES) throw broken(`has ${count} entries`);
let at = view.getUint32(end + 16, true);
return Array.from({ length: count }, () => {
if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw broken("has a damaged directory");
const packedSize = view.getUint32(at + 20, true);
const size = view.getUint32(at + 24, true);
const nameLength = view.getUint16(at + 28, true);
const local = view.getUint32(at + 42, true);
const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
const method = view.getUint16(at + 10, true);
if (view.getUint32(local, true) !== LOCAL_HEADER) throw broken("has a damaged entry");
const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
if (start + packedSize > bytes.length || size > MAX_FILE_BYTES)
throw broken(`declares an impossible size for ${name}`);
at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
return { name, method, packed: bytes.subarray(start, start + packedSize), size };
});
}
function readNpy(bytes, name) {
const magic = String.fromCharCode(...bytes.subarray(0, 6));
if (magic !== "\x93NUMPY") throw broken(`has an entry ${name} that is not an array`);
const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const wide = bytes[6] >= 2;
const start = wide ? 12 : 10;
const headerLength = wide ? view.getUint32(8, true) : view.getUint16(8, true);
const header = new TextDecoder().decode(bytes.subarray(start, start + headerLength));
const match = /'descr': '<f4', 'fortran_order': False, 'shape': \(([0-9, ]*)\)/.exec(header);
if (!match) throw broken(`has an entry ${name} that is not float32 in C order`);
const shape = match[1]
.split(",")
.filter((part) => part.trim())
.map(Number);
return { shape, data: littleEndianFloats(bytes.subarray(start + headerLength), name) };
}
async function readNpz(bytes) {
try {
const weights = new Map();
for (const { name, method, packed, size } of directory(bytes)) {
if (method !== STORED && method !== DEFLATED) throw broken(`packs ${name} with method ${method}`);
const content = method === STORED ? packed : await inflate(packed, size);
weights.set(name.replace(/\.npy$/, ""), readNpy(content, name));
}
return weights;
} catch (error) {
if (error instanceof RangeError) throw broken("is cut off or damaged");
throw error;
}
}
return { readNpz };
})();
modules["formats/webgl8.js"] ??= (() => {
const { base64Bytes } = modules["formats/base64.js"];
const { EXPORT_AGAIN, ModelError, shown } = modules["formats/model_error.js"];
const FILTERS = 3;
const MAX_INPUTS = 128;
function looksLikeWebgl8(json) {
return (
Array.isArray(json) && json.length > 0 && typeof json[0] === "object" && json[0] !== null && "data_b64" in json[0]
);
}
function readLayer(layer, position) {
const where = `layer ${position + 1}`;
if (typeof layer !== "object" || layer === null) {
throw new ModelError(`${where} is not an object`, "an object with data_b64 was expected", EXPORT_AGAIN);
}
for (const key of ["in_ch", "out_ch"]) {
const value = layer[key];
if (!Number.isInteger(value) || value < 4 || value > MAX_INPUTS || value % 4 !== 0) {
throw new ModelError(
`${where} has ${key} = ${shown(value)}`,
`a multiple of 4 from 4 to ${MAX_INPUTS} was expected`,
EXPORT_AGAIN,
);
}
}
for (const key of ["weight_scale", "bias_scale"]) {
const value = layer[key];
if (typeof value !== "number" || !(value >= 0 && value <= 1e4)) {
throw new ModelError(
`${where} has ${key} = ${shown(value)}`,
"a number from 0 to 10000 was expected",
EXPORT_AGAIN,
);
}
}
const bytes = base64Bytes(layer.data_b64, `${where} of the 8-bit model`);
const expected = (layer.in_ch + 1) * layer.out_ch;
if (bytes.length !== expected) {
throw new ModelError(`${where} holds ${bytes.length} bytes`, `${expected} bytes were expected`, EXPORT_AGAIN);
}
return {
inputs: layer.in_ch,
outputs: layer.out_ch,
weightScale: layer.weight_scale,
biasScale: layer.bias_scale,
bytes,
};
}
function decodeRow({ inputs, outputs, weightScale, biasScale, bytes }, row) {
const scale = row === inputs ? biasScale : weightScale;
return Float32Array.from(bytes.subarray(row * outputs, (row + 1) * outputs), (byte) => (byte / 255 - 0.5) * scale);
}
function decodeKernel(layer, rowOf) {
const kernel = new Float32Array(layer.inputs * layer.outputs);
for (let row = 0; row < layer.inputs; row++) kernel.set(decodeRow(layer, row), rowOf(row) * layer.outputs);
return kernel;
}
function readWebgl8(json) {
if (json.length !== 2) {
throw new ModelError(`the 8-bit model has ${json.length} layers`, "two layers were expected", EXPORT_AGAIN);
}
const [first, second] = json.map(readLayer);
const channels = first.inputs / FILTERS;
if (second.inputs !== first.outputs || second.outputs !== channels) {
throw new ModelError(
`the 8-bit model's layers are ${first.inputs}x${first.outputs} and ${second.inputs}x${second.outputs}`,
"three values per channel in, one per channel out were expected",
EXPORT_AGAIN,
);
}
const hidden = first.outputs;
const channelMajor = (row) => FILTERS * (row % channels) + Math.floor(row / channels);
const weights = new Map([
["dense1/kernel", { shape: [first.inputs, hidden], data: decodeKernel(first, channelMajor) }],
["dense1/bias", { shape: [hidden], data: decodeRow(first, first.inputs) }],
["dense2/kernel", { shape: [hidden, channels], data: decodeKernel(second, (row) => row) }],
["dense2/bias", { shape: [channels], data: decodeRow(second, second.inputs) }],
]);
return { family: "growing", sizes: { channels, hidden }, weights, bytes8: [first, second] };
}
return { looksLikeWebgl8, readWebgl8 };
})();
modules["model_files.js"] ??= (() => {
const { littleEndianFloats } = modules["formats/base64.js"];
const { checkMeta } = modules["families/index.js"];
const { checkWeights } = modules["formats/checks.js"];
const { looksLikeFrozenGraph, readFrozenGraph } = modules["formats/frozen_graph.js"];
const { checkFileSize, EXPORT_AGAIN, guarded, ModelError, parseJson } = modules["formats/model_error.js"];
const { readNpz } = modules["formats/npz.js"];
const { addressOf, checkDigest, fetchBytes } = modules["formats/site_files.js"];
const { looksLikeWebgl8, readWebgl8 } = modules["formats/webgl8.js"];
const MAX_DROPPED_FILES = 200;
const MAX_NAME_LENGTH = 80;
function nameOf(value, fallback) {
const text = typeof value === "string" ? value.replace(/[\u0000-\u001f\u007f]/g, " ").trim() : "";
return text.slice(0, MAX_NAME_LENGTH) || fallback;
}
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
async function readFolder(read, origin, weightsFile, digest) {
const { meta, shapes } = checkMeta(parseJson(await read("meta.json", digest), "meta.json"));
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
async function publishedDefaults() {
const response = await fetch(new URL("./formats/published.json", at("model_files.js")));
return response.json();
}
async function readPublished(json, fileName) {
const name = nameOf(fileName.replace(/\.json$/i, ""), "dropped model");
const is8bit = looksLikeWebgl8(json);
const { family, sizes, weights, bytes8 } = is8bit ? readWebgl8(json) : readFrozenGraph(json);
const defaults = await publishedDefaults();
const meta = { format: 1, family, name, ...sizes, ...defaults[is8bit ? "webgl8" : family] };
const model = { family, name, title: name, meta, weights: checkWeights(weights, checkMeta(meta).shapes), origin: "" };
return bytes8 ? { ...model, bytes8 } : model;
}
async function loadModel(url, digest) {
const folder = new URL(url.endsWith("/") ? url : `${url}/`, document.baseURI).href;
const read = (name, version) => fetchBytes(addressOf(folder, name, version));
return guarded(() => readFolder(read, folder, "weights.bin", digest), folder);
}
function checkFileCount(count) {
if (count > MAX_DROPPED_FILES) {
throw new ModelError(
`more than ${MAX_DROPPED_FILES} files were dropped`,
"one model was expected",
"drop the files of one exported folder, or one published JSON file",
);
}
}
async function loadDropped(files) {
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
return { ModelError: modules["formats/model_error.js"].ModelError, loadModel, checkFileCount, loadDropped };
})();
modules["own_store.js"] ??= (() => {
const STORE = "models";
function open() {
const asked = indexedDB.open("nca_tf", 1);
asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
return done(asked);
}
const done = (request) => new Promise((resolve, reject) => {
request.onsuccess = () => resolve(request.result);
request.onerror = () => reject(request.error);
});
async function inStore(mode, use) {
try {
const database = await open();
const result = await done(use(database.transaction(STORE, mode).objectStore(STORE)));
database.close();
return result;
} catch {
return null;
}
}
const ownModels = async () => (await inStore("readonly", (store) => store.getAll())) ?? [];
const keepOwn = (key, entry) => inStore("readwrite", (store) => store.put(entry, key));
const forgetOwn = (key) => inStore("readwrite", (store) => store.delete(key));
return { ownModels, keepOwn, forgetOwn };
})();
modules["catalog.js"] ??= (() => {
const { familyOf } = modules["families/index.js"];
const { addressOf } = modules["formats/site_files.js"];
const { loadDropped, loadModel } = modules["model_files.js"];
const { forgetOwn, keepOwn, ownModels } = modules["own_store.js"];
const UNFIT = /[\s\p{Punctuation}\p{Separator}\p{Other}+]+/gu;
const BASE = new URL("../models/", at("catalog.js"));
class Catalog {
constructor(entries) {
this.entries = entries;
this.loaded = new Map();
this.files = new Map();
}
static async load() {
const coming = globalThis.ncaIndex ?? fetch(new URL("index.json", BASE), { cache: "no-cache" });
const [response, own] = await Promise.all([coming, ownModels()]);
const { models } = response.ok ? await response.json() : { models: [] };
const catalog = new Catalog(models.map((model) => ({
family: model.family,
name: model.name,
title: model.title,
url: new URL(`${model.path}/`, BASE).href,
digest: model.sha256,
thumbnail: model.thumbnail ? addressOf(BASE, `${model.path}/${model.thumbnail}`, model.sha256) : null,
pattern: model.pattern ?? null,
patternTitle: model.pattern_title ?? model.title,
training: model.training ?? null,
experiment: model.experiment ?? null,
kind: model.kind ?? null,
own: false,
})));
for (const { files, ...entry } of own) {
catalog.entries.push(entry);
catalog.files.set(keyOf(entry), files);
}
return catalog;
}
of(family) {
return this.entries.filter((entry) => entry.family === family);
}
find(family, name) {
return this.entries.find((entry) => entry.family === family && entry.name === name);
}
model(entry) {
const key = keyOf(entry);
if (!this.loaded.has(key)) {
const promise = entry.own ? loadDropped(this.files.get(key)) : loadModel(entry.url, entry.digest);
this.loaded.set(key, promise);
promise.catch(() => this.loaded.delete(key));
}
return this.loaded.get(key);
}
add(model, files) {
const name = `own-${[...(model.name || "model").toLowerCase().replace(UNFIT, "-")].slice(0, 40).join("")}`;
const title = model.title || model.name || "Your model";
const entry = {
family: model.family, name, title, url: "", thumbnail: null, pattern: name, patternTitle: title, training: null,
experiment: null, kind: familyOf(model.meta).kind ?? null, own: true,
};
this.entries = [...this.entries.filter((other) => keyOf(other) !== keyOf(entry)), entry];
this.loaded.set(keyOf(entry), Promise.resolve(model));
this.files.set(keyOf(entry), files);
keepOwn(keyOf(entry), { ...entry, files });
return entry;
}
picture(entry, thumbnail) {
entry.thumbnail = thumbnail;
keepOwn(keyOf(entry), { ...entry, files: this.files.get(keyOf(entry)) });
}
forget(entry) {
this.entries = this.entries.filter((other) => other !== entry);
forgetOwn(keyOf(entry));
}
}
const keyOf = ({ family, name }) => `${family}/${name}`;
return { Catalog };
})();
modules["dom.js"] ??= (() => {
const SVG = "http://www.w3.org/2000/svg";
function el(tag, properties = {}, ...children) {
const node = document.createElement(tag);
for (const [name, value] of Object.entries(properties)) setProperty(node, name, value);
node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
return node;
}
const AS_PROPERTY = new Set(["value", "checked", "disabled", "hidden", "multiple", "width", "height", "open"]);
function setProperty(node, name, value) {
if (value === null || value === undefined || value === false) return;
if (name === "class") node.className = value;
else if (name === "text") node.textContent = value;
else if (name === "on") for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
else if (name === "data") Object.assign(node.dataset, value);
else if (AS_PROPERTY.has(name)) node[name] = value;
else node.setAttribute(name, value === true ? "" : String(value));
}
function svg(tag, attributes = {}, ...children) {
const node = document.createElementNS(SVG, tag);
for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
node.append(...children);
return node;
}
function debounce(action, wait) {
let timer = 0;
const run = () => { timer = 0; action(); };
const call = () => { clearTimeout(timer); timer = setTimeout(run, wait); };
call.flush = () => { if (timer) { clearTimeout(timer); run(); } };
return call;
}
let lastId = 0;
const newId = (prefix) => `${prefix}-${++lastId}`;
return { el, svg, debounce, newId };
})();
modules["ui/icons.js"] ??= (() => {
const { svg } = modules["dom.js"];
const PATHS = {
play: ["M8 5.5v13l10.5-6.5z"],
pause: ["M8.5 5.5v13", "M15.5 5.5v13"],
step: ["M6 6v12l8-6z", "M17.5 6v12"],
reset: ["M5 12a7 7 0 1 0 2.2-5.1", "M4.6 4.4v3.8h3.8"],
undo: ["M8.5 5 4.5 9l4 4", "M4.5 9H14a5.5 5.5 0 0 1 0 11h-3"],
share: ["M12 15V4", "m8.2 7.6 3.8-3.8 3.8 3.8", "M6 11.5v7.5h12v-7.5"],
fullscreen: ["M4.5 9V4.5H9", "M15 4.5h4.5V9", "M19.5 15v4.5H15", "M9 19.5H4.5V15"],
help: ["M9 9.2a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1.1-1.4 2.1", "M12 17.6v.1"],
close: ["M6 6l12 12", "M18 6 6 18"],
erase: ["m4.5 14.5 8.8-8.8a2 2 0 0 1 2.8 0l3.2 3.2a2 2 0 0 1 0 2.8L12.5 18.5H8.4z", "m9.2 9.8 6 6", "M12.5 18.5h7"],
seed: ["M12 20v-8", "M12 13c0-4 2.5-6.5 7-6.5 0 4.5-2.5 6.5-7 6.5z", "M12 15.5c0-3-2-5-5.8-5 0 3.5 2.2 5 5.8 5z"],
draw: ["M5 19l1-4.2L15.6 5.2a1.9 1.9 0 0 1 2.7 0l.5.5a1.9 1.9 0 0 1 0 2.7L9.2 18z", "m13.8 7 3.2 3.2"],
clear: ["M5 7h14", "M10 7V4.5h4V7", "m6.8 7 .9 12.5h8.6L17.2 7", "M10.5 10.5v5.5", "M13.5 10.5v5.5"],
open: ["M4 18.5v-12h5.5l2 2.5H20v9.5z", "M12 16v-4.5", "m10 13.3 2-2 2 2"],
theme: [
"M12 4.5v-1", "M12 20.5v-1", "M4.5 12h-1", "M20.5 12h-1", "m6.7 6.7-.7-.7", "m18 18-.7-.7", "m17.3 6.7.7-.7",
"m6 18 .7-.7", "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z",
],
moon: ["M19.5 14.2A7.8 7.8 0 1 1 9.8 4.5a6.2 6.2 0 0 0 9.7 9.7z"],
auto: ["M12 4.5a7.5 7.5 0 1 0 0 15z", "M12 4.5a7.5 7.5 0 0 1 0 15"],
camera: ["M4 8h4l1.5-2.5h5L16 8h4v10.5H4z", "M12 10a3 3 0 1 0 0 6 3 3 0 0 0 0-6z"],
film: ["M4.5 6h15v12h-15z", "M8.5 6v12", "M15.5 6v12", "M4.5 10h4", "M4.5 14h4", "M15.5 10h4", "M15.5 14h4"],
link: [
"M10 14a3.5 3.5 0 0 0 5 0l3-3a3.54 3.54 0 0 0-5-5l-1 1", "M14 10a3.5 3.5 0 0 0-5 0l-3 3a3.54 3.54 0 0 0 5 5l1-1",
],
look: ["M10.5 5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z", "m14.6 14.6 4.9 4.9"],
plus: ["M12 5.5v13", "M5.5 12h13"],
minus: ["M5.5 12h13"],
compare: ["M4.5 6h6.5v12H4.5z", "M13 6h6.5v12H13z"],
chevron: ["m7 10 5 5 5-5"],
};
const CUTS = {
left: [4, 4, 8, 16], right: [12, 4, 8, 16], upper: [4, 4, 16, 8], lower: [4, 12, 16, 8], centre: [8.5, 8.5, 7, 7],
};
const FILLED = new Set(["play", "step"]);
function icon(name) {
const fill = FILLED.has(name) ? "currentColor" : "none";
return svg(
"svg",
{
viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true", fill, stroke: "currentColor", "stroke-width": 1.7,
"stroke-linecap": "round", "stroke-linejoin": "round",
},
...PATHS[name].map((d) => svg("path", { d })),
);
}
function cutIcon(part) {
const [x, y, width, height] = CUTS[part];
return svg(
"svg",
{ viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" },
svg("rect", { x: 4, y: 4, width: 16, height: 16, rx: 3, fill: "currentColor", opacity: 0.85 }),
svg("rect", { x: x - 0.5, y: y - 0.5, width: width + 1, height: height + 1, class: "icon-hole" }),
svg(
"rect",
{
x: 4, y: 4, width: 16, height: 16, rx: 3, fill: "none", stroke: "currentColor", "stroke-width": 1.4,
"stroke-dasharray": "2 2.2",
},
),
);
}
return { icon, cutIcon };
})();
modules["ui/controls.js"] ??= (() => {
const { el, newId } = modules["dom.js"];
const { icon } = modules["ui/icons.js"];
function button({ label, icon: name, text, hint, key, kind = "", onClick }) {
return el(
"button",
{
type: "button",
class: `button ${text ? "" : "button-icon"} ${kind}`,
"aria-label": label === text ? null : label,
title: [hint ?? (label === text ? null : label), key && `(${key})`].filter(Boolean).join(" ") || null,
"aria-keyshortcuts": key ?? null,
on: { click: onClick },
},
name && (typeof name === "string" ? icon(name) : name),
text && el("span", { text }),
);
}
function relabel(node, label, name, key) {
node.setAttribute("aria-label", label);
node.title = key ? `${label} (${key})` : label;
node.querySelector(".icon")?.replaceWith(icon(name));
}
function choice({ label, options, value, compact = false, hideLabel = false, onChange }) {
const name = newId("choice");
const labelId = newId("label");
const inputs = new Map();
const items = options.map((option) => {
const input = el("input", {
type: "radio", name, value: option.value, checked: option.value === value, "aria-label": option.name ?? null,
on: { change: () => onChange(option.value) },
});
inputs.set(option.value, input);
const mark = typeof option.icon === "string" ? icon(option.icon) : option.icon;
return el(
"label", { class: "segment", title: option.title ?? option.name ?? null }, input,
el("span", {}, mark, option.text),
);
});
const element = el(
"div",
{ class: "field", role: "radiogroup", "aria-labelledby": labelId },
el("span", { class: hideLabel ? "visually-hidden" : "field-label", id: labelId, text: label }),
el("div", { class: `segments ${compact ? "segments-compact" : ""}` }, items),
);
return { element, inputs, set: (next) => check(inputs, next) };
}
function check(inputs, value) {
for (const [own, input] of inputs) input.checked = own === String(value);
}
function slider({ label, low, high, step = 1, value, show = String, hideLabel = false, onChange }) {
const id = newId("slider");
const output = el("span", { class: "slider-value", "aria-hidden": "true" });
const input = el(
"input",
{
type: "range", id, min: low, max: high, step, on: { input: () => { refresh(); onChange(Number(input.value)); } },
},
);
const element = el(
"div",
{ class: "field slider" },
el(
"div", { class: "slider-head" },
el("label", { for: id, class: hideLabel ? "visually-hidden" : "field-label", text: label }), output,
),
input,
);
function refresh() {
output.textContent = show(Number(input.value));
input.setAttribute("aria-valuetext", output.textContent);
input.style.setProperty("--filled", `${((input.value - low) / (input.max - low)) * 100}%`);
}
input.value = String(value);
refresh();
return {
element,
input,
set(next) { input.value = String(next); refresh(); },
limit(most) { input.max = String(most); refresh(); },
};
}
function toggle({ label, hint, value, onChange }) {
const input = el(
"input", { type: "checkbox", role: "switch", checked: value, on: { change: () => onChange(input.checked) } },
);
const element = el(
"label",
{ class: "switch" },
input,
el("span", { class: "switch-track", "aria-hidden": "true" }),
el("span", { class: "switch-text" }, label, hint && el("small", { class: "soft", text: hint })),
);
return { element, set(next) { input.checked = next; } };
}
function picker({ label, items, value, onChange }) {
const name = newId("picker");
const inputs = new Map();
const element = el("div", { class: "picker", role: "radiogroup", "aria-label": label }, items.map((item) => {
const input = el(
"input",
{
type: "radio", name, value: item.value, checked: item.value === value, "aria-label": item.title,
on: { change: () => onChange(item.value) },
},
);
inputs.set(item.value, input);
const picture = item.thumbnail ? el(
"img", {
src: item.thumbnail, alt: "", loading: "lazy", fetchpriority: "low", decoding: "async", draggable: "false",
},
) : el("span", { class: "picker-letters", text: item.title });
return el(
"label", { class: "picker-item", title: item.title }, input, el("span", { class: "picker-tile" }, picture),
);
}));
return { element, set: (next) => check(inputs, next) };
}
function lasting(make) {
const element = el("div", { class: "field", hidden: true });
let control = null;
let offered = "";
let latest = null;
function show(options) {
latest = options;
element.hidden = !options;
if (!options) return null;
const offers = JSON.stringify({ ...options, value: null });
if (offers !== offered) {
offered = offers;
control = make({ ...options, onChange: (value) => latest.onChange(value) });
element.replaceChildren(control.element);
}
control.set(options.value);
return control;
}
return { element, show };
}
function section(title, ...children) {
return el("section", { class: "panel-section" }, el("h2", { text: title }), ...children);
}
function folded(title, ...children) {
return el(
"details", { class: "panel-section folded" }, el("summary", {}, el("h2", { text: title }), icon("chevron")),
el("div", { class: "folded-body" }, ...children),
);
}
return { button, relabel, choice, slider, toggle, picker, lasting, section, folded };
})();
modules["ui/messages.js"] ??= (() => {
const { el } = modules["dom.js"];
const { button } = modules["ui/controls.js"];
const toasts = document.getElementById("toasts");
const LOAD_AGAIN = "check the connection and reload the page";
let left = null;
toasts?.addEventListener("focusin", ({ relatedTarget }) => {
if (relatedTarget && !toasts.contains(relatedTarget)) left = relatedTarget;
});
function placeMessages() {
([...document.querySelectorAll("dialog[open]")].at(-1) ?? document.fullscreenElement ?? document.body).append(toasts);
}
function followFullScreen() {
document.addEventListener("fullscreenchange", placeMessages);
}
function liveRegion() {
const element = el("p", { class: "visually-hidden", role: "status", "aria-live": "polite" });
return { element, announce: (text) => { element.textContent = text; } };
}
function say(text, { kind = "note", seconds = 4, details = "" } = {}) {
const close = () => {
const focused = node.contains(document.activeElement);
node.remove();
if (focused && left?.isConnected) left.focus();
};
const node = el(
"div",
{ class: `toast toast-${kind}`, role: kind === "error" ? "alert" : null },
el(
"div", {}, el("p", { text }),
details && el("details", {}, el("summary", { text: "Details" }), el("p", { text: details })),
),
button({ label: "Close", icon: "close", kind: "quiet", onClick: close }),
);
while (toasts.childElementCount > 2) (toasts.querySelector(".toast-note") ?? toasts.firstElementChild).remove();
toasts.append(node);
if (kind !== "error") setTimeout(close, seconds * 1000);
}
function explain(error, doing, remedy = error?.remedy) {
const details = error instanceof Error ? error.message : String(error);
say(`${doing} did not work${remedy ? `: ${remedy}` : ""}.`, { kind: "error", details });
}
function dialog(title, ...children) {
const node = el(
"dialog",
{ class: "dialog", "aria-label": title },
el(
"div", { class: "dialog-head" }, el("h2", { text: title }),
button({ label: "Close", icon: "close", kind: "quiet", onClick: () => node.close() }),
),
...children,
);
node.addEventListener("click", (event) => { if (event.target === node) node.close(); });
node.addEventListener("close", () => { node.remove(); placeMessages(); });
document.body.append(node);
node.showModal();
placeMessages();
return node;
}
return { LOAD_AGAIN, followFullScreen, liveRegion, say, explain, dialog };
})();
modules["own_model.js"] ??= (() => {
const { el } = modules["dom.js"];
const { checkFileCount, loadDropped, ModelError } = modules["model_files.js"];
const { explain, say } = modules["ui/messages.js"];
function acceptOwnModels(catalog, show) {
const input = el(
"input",
{
type: "file", multiple: true, class: "visually-hidden", tabindex: -1, "aria-label": "Model files",
id: "model-files",
},
);
const veil = el(
"div", { class: "drop-veil", hidden: true }, el("p", { text: "Drop the model here" }),
el("small", { text: "an exported folder, its files, or one published JSON file" }),
);
document.body.append(input, veil);
async function take(gather) {
try {
const gathered = await gather();
const [{ file } = {}] = gathered;
if (gathered.length === 1 && file.type.startsWith("image/")) {
const { ownTarget } = await load("player/own_target.js");
await ownTarget(file);
return;
}
const files = filesOfModel(gathered);
const entry = catalog.add(await loadDropped(files), files);
const coming = show(entry);
if (!coming) {
throw new ModelError(
`this is a model of the family ${entry.family}`, "the page has no view for it", "choose another model",
);
}
if (await coming) say(`${entry.title} is running. It stays on this machine.`);
} catch (error) {
explain(error, "Opening the model");
}
}
input.addEventListener("change", () => {
const files = chosenFiles(input.files);
input.value = "";
if (files.length) take(() => files);
});
let depth = 0;
const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
const veilOff = () => { depth = 0; veil.hidden = true; };
addEventListener("dragenter", (event) => { if (carriesFiles(event)) { depth++; veil.hidden = false; } });
addEventListener("dragleave", (event) => { if (carriesFiles(event) && --depth <= 0) veilOff(); });
addEventListener("dragover", (event) => { if (carriesFiles(event)) event.preventDefault(); });
addEventListener("drop", veilOff, { capture: true }); // whoever takes what was dropped
addEventListener("drop", (event) => {
if (!carriesFiles(event)) return;
event.preventDefault();
take(() => droppedFiles(event.dataTransfer));
});
return { choose: () => input.click() };
}
const chosenFiles = (files) => [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
const folderOf = (path) => path.slice(0, path.lastIndexOf("/") + 1);
const isMeta = ({ path }) => path.slice(folderOf(path).length) === "meta.json";
async function droppedFiles(transfer) {
let level = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
if (level.length === 0) return chosenFiles(transfer.files);
const files = [];
while (level.length && !files.some(isMeta)) {
const inside = [];
for (const entry of level) {
if (entry.isFile) files.push({ path: entry.fullPath.slice(1), file: await fileOf(entry) });
else inside.push(...(await entriesOf(entry)));
checkFileCount(files.length + inside.length);
}
level = inside;
}
return files;
}
const fileOf = (entry) => new Promise((done, fail) => { entry.file(done, fail); });
async function entriesOf(folder) {
const reader = folder.createReader();
const entries = [];
for (;;) {
const portion = await new Promise((done, fail) => { reader.readEntries(done, fail); });
if (portion.length === 0) return entries;
entries.push(...portion);
checkFileCount(entries.length);
}
}
function filesOfModel(dropped) {
const depth = ({ path }) => path.split("/").length;
const metas = dropped.filter(isMeta);
const least = Math.min(...metas.map(depth));
const folders = [...new Set(metas.filter((meta) => depth(meta) === least).map(({ path }) => folderOf(path)))];
if (folders.length > 1) {
throw new ModelError(
`${folders.length} folders hold a meta.json`, "one model was expected", "drop one of the folders",
);
}
return dropped.filter(({ path }) => folders.length === 0 || folderOf(path) === folders[0]).map(({ file }) => file);
}
return { acceptOwnModels, chosenFiles, filesOfModel };
})();
modules["pages/index.js"] ??= (() => {
const growing = {
id: "growing",
family: "growing",
title: "Growing",
summary: "A single cell grows into a picture, and the picture heals when you cut it. No cell knows the plan: " +
"each one sees its eight neighbours and follows a rule of 8,336 numbers.",
use: "A model of how bodies build and repair themselves without anybody in charge.",
paper: {
title: "Growing Neural Cellular Automata", authors: "Mordvintsev, Randazzo, Niklasson, Levin", year: 2020,
url: "https://distill.pub/2020/growing-ca/",
},
load: () => load("pages/growing.js"),
};
const digits = {
id: "digits",
family: "mnist",
title: "Digits",
summary: "Each cell of a drawn digit guesses the whole from what its neighbours say. They talk until they agree, " +
"and change their minds when you change the drawing.",
use: "A model of how many simple parts agree on one answer, and stay ready to change it.",
paper: {
title: "Self-classifying MNIST Digits", authors: "Randazzo, Mordvintsev, Niklasson, Levin, Greydanus", year: 2020,
url: "https://distill.pub/2020/selforg/mnist/",
},
load: () => load("pages/digits.js"),
};
const adversaries = {
id: "adversaries",
family: "adversarial",
title: "Adversaries",
summary: "All cells have agreed that this is a four. Then a few of them begin to follow another rule, and talk the " +
"others into an eight. Take them out, and most find back.",
use: "A model of how few deceivers turn a crowd that trusts its neighbours.",
paper: {
title: "Adversarial Reprogramming of Neural Cellular Automata",
authors: "Randazzo, Mordvintsev, Niklasson, Levin", year: 2021,
url: "https://distill.pub/selforg/2021/adversarial/",
},
load: () => load("pages/adversaries.js"),
};
const perturbation = {
id: "perturbation",
family: "perturbation",
title: "Perturbation",
summary: "Multiply every cell of a living lizard by one small matrix at every step, and it loses its tail, or " +
"turns red. Matrices scale, mix and can be taken back.",
use: "A model of how one signal everywhere, like a hormone, changes what a body builds without touching its rules.",
paper: {
title: "Adversarial Reprogramming of Neural Cellular Automata", authors: "Randazzo, Mordvintsev, Niklasson, Levin",
year: 2021, url: "https://distill.pub/selforg/2021/adversarial/",
},
load: () => load("pages/perturbation.js"),
};
const takeover = {
id: "takeover",
family: "takeover",
title: "Takeover",
summary: "Put four cells of another kind into a living lizard. No cell can harm another, yet the newcomers " +
"displace all others and make the body red, or keep a dying one alive. Or let two organisms meet.",
use: "A model of how a few engineered cells might change a whole body, and of what happens where two grow into one.",
paper: {
title: "Adversarial Takeover of Neural Cellular Automata", authors: "Cavuoti, Sacco, Randazzo, Levin", year: 2022,
url: "https://letteraunica.github.io/neural_cellular_automata/",
},
load: () => load("pages/takeover.js"),
};
const manifold = {
id: "manifold",
family: "ncam",
title: "Manifold",
summary: "A network writes the rules: every code is an automaton that grows a picture from one pixel. What " +
"lies between two codes grows something between two pictures.",
use: "A model of how one genome language describes many bodies.",
paper: {
title: "Neural Cellular Automata Manifold", authors: "Hernandez Ruiz, Vilalta, Moreno-Noguer", year: 2020,
url: "https://arxiv.org/abs/2006.12155",
},
load: () => load("pages/manifold.js"),
};
const PAGES = [growing, digits, adversaries, perturbation, takeover, manifold];
return { growing, digits, adversaries, perturbation, takeover, manifold, PAGES };
})();
modules["router.js"] ??= (() => {
const { debounce } = modules["dom.js"];
function parseHash(hash) {
const text = hash.replace(/^#\/?/, "");
const cut = text.indexOf("?");
const page = cut < 0 ? text : text.slice(0, cut);
const params = Object.fromEntries(new URLSearchParams(cut < 0 ? "" : text.slice(cut + 1)));
return { page: page.replace(/\/+$/, ""), params };
}
function formatHash(page, params = {}) {
const isSet = (value) => value !== null && value !== undefined && value !== "" && value !== false;
const pairs = Object.entries(params).filter(([, value]) => isSet(value));
const encode = (value) => encodeURIComponent(value === true ? 1 : value).replace(/%2C/g, ",");
const query = pairs.map(([key, value]) => `${encodeURIComponent(key)}=${encode(value)}`);
return `#/${page}${query.length ? `?${query.join("&")}` : ""}`;
}
class PageAddress {
constructor(page, params) {
this.page = page;
this.params = { ...params };
this.hash = location.hash;
this.write = debounce(() => this.#replace(), 200);
this.open = true;
}
set(changes) {
Object.assign(this.params, changes);
this.write();
}
number(name, fallback, low = -Infinity, high = Infinity) {
const value = Number.parseFloat(this.params[name]);
return Number.isFinite(value) && value >= low && value <= high ? value : fallback;
}
choice(name, allowed, fallback) {
return allowed.includes(this.params[name]) ? this.params[name] : fallback;
}
url() {
this.write.flush();
return new URL(formatHash(this.page, this.params), location.href).href;
}
close() {
this.write.flush();
this.open = false;
}
#replace() {
if (!this.open || location.hash !== this.hash) return;
history.replaceState(null, "", formatHash(this.page, this.params));
this.hash = location.hash;
}
}
return { parseHash, formatHash, PageAddress };
})();
modules["settings.js"] ??= (() => {
const KEY = "nca_tf";
const DEFAULTS = { theme: "auto", palette: "standard", shortcuts: true };
const listeners = new Set();
function read() {
try {
return { ...DEFAULTS, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") };
} catch {
return { ...DEFAULTS };
}
}
const values = read();
const setting = (name) => values[name];
function changeSetting(name, value) {
values[name] = value;
try {
localStorage.setItem(KEY, JSON.stringify(values));
} catch { /* private windows may refuse: the choice then lasts as long as the page */ }
for (const listener of listeners) listener(name, value);
}
function onSetting(listener) {
listeners.add(listener);
return () => listeners.delete(listener);
}
const darkQuery = matchMedia("(prefers-color-scheme: dark)");
const motionQuery = matchMedia("(prefers-reduced-motion: reduce)");
const reducedMotion = () => motionQuery.matches;
function followTheme() {
const sheet = document.getElementById("dark-theme");
const apply = () => {
sheet.media = { auto: "(prefers-color-scheme: dark)", dark: "all", light: "not all" }[values.theme] ?? "all";
plate = null;
};
apply();
onSetting((name) => { if (name === "theme") apply(); });
darkQuery.addEventListener("change", () => {
plate = null;
for (const listener of listeners) listener("theme", values.theme);
});
}
let plate = null;
function plateColour() {
if (plate) return plate;
const hex = getComputedStyle(document.documentElement).getPropertyValue("--plate").trim();
const value = /^#[0-9a-f]{6}$/i.test(hex) ? Number.parseInt(hex.slice(1), 16) : 0xffffff;
plate = [value >> 16, (value >> 8) & 255, value & 255];
return plate;
}
return { setting, changeSetting, onSetting, reducedMotion, followTheme, plateColour };
})();
modules["ui/shortcuts.js"] ??= (() => {
const { el } = modules["dom.js"];
const { changeSetting, setting } = modules["settings.js"];
const { toggle } = modules["ui/controls.js"];
const { dialog } = modules["ui/messages.js"];
let shortcuts = [];
function shortcut(key, label, run, { lasting = false } = {}) {
shortcuts.push({ key, label, run, lasting });
}
function clearShortcuts() {
shortcuts = shortcuts.filter((entry) => entry.lasting);
}
const HELD = new Set(["[", "]", "-", "=", ".", "Z"]);
const TYPING = new Set(["text", "search", "number", "url", "email", "password"]);
function onKey(event) {
if (event.defaultPrevented || event.altKey || document.querySelector("dialog[open]")) return;
const { target } = event;
const isInput = target instanceof HTMLInputElement;
if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return;
if (isInput && TYPING.has(target.type)) return;
const command = event.ctrlKey || event.metaKey;
const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
if (command && (key !== "Z" || event.shiftKey)) return;
if (key === " " && (isInput || target instanceof HTMLButtonElement || target.closest?.("summary, a"))) return;
if (!command && !setting("shortcuts") && key !== " ") return;
const entry = shortcuts.findLast((candidate) => candidate.key === key);
if (!entry) return;
event.preventDefault();
if (!event.repeat || HELD.has(key)) entry.run();
}
const KEY_NAMES = { " ": "Space" };
function startShortcuts() {
document.addEventListener("keydown", onKey);
shortcut("?", "Show this help", showHelp, { lasting: true });
}
function showHelp() {
if (document.querySelector("dialog[open]")) return;
const rows = shortcuts.filter((entry, at) => shortcuts.findLastIndex((other) => other.key === entry.key) === at);
const keys = (pairs) => el("dl", { class: "key-list" },
pairs.flatMap(([key, label]) => [el("dt", {}, el("kbd", { text: key })), el("dd", { text: label })]));
const onGrid = [
["Arrow keys", "Move the cursor; with Shift 8 cells at a time"],
["Enter", "Use the tool at the cursor"],
["X", "Keep the tool pressed while the cursor moves"],
];
dialog(
"Keyboard",
el("div", { class: "key-columns" },
el(
"section", {}, el("h3", { text: "Anywhere" }),
keys(rows.map(({ key, label }) => [KEY_NAMES[key] ?? key, label])),
),
el("section", {}, el("h3", { text: "On the grid, after Tab or a click" }), keys(onGrid))),
toggle({
label: "Single-key shortcuts", hint: "Switch off if a screen reader or voice control needs these keys",
value: setting("shortcuts"), onChange: (on) => changeSetting("shortcuts", on),
}).element,
);
}
return { shortcut, clearShortcuts, startShortcuts, showHelp };
})();
modules["app.js"] ??= (() => {
const { Catalog } = modules["catalog.js"];
const { el } = modules["dom.js"];
const { acceptOwnModels } = modules["own_model.js"];
const { PAGES } = modules["pages/index.js"];
const { formatHash, PageAddress, parseHash } = modules["router.js"];
const { changeSetting, followTheme, setting } = modules["settings.js"];
const { button, relabel } = modules["ui/controls.js"];
const { explain, followFullScreen } = modules["ui/messages.js"];
const { clearShortcuts, shortcut, showHelp, startShortcuts } = modules["ui/shortcuts.js"];
const THEMES = {
auto: ["Theme: as the system", "auto"], light: ["Theme: light", "theme"], dark: ["Theme: dark", "moon"],
};
const main = document.getElementById("main");
let current = null;
function fillHeader(pages, chooseOwnModel) {
const links = pages.map((page) => el("a", { href: formatHash(page.id), text: page.title, data: { page: page.id } }));
const nextTheme = () => {
const names = Object.keys(THEMES);
const theme = names[(names.indexOf(setting("theme")) + 1) % names.length];
changeSetting("theme", theme);
relabel(themeButton, ...THEMES[theme], "T");
};
const [label, name] = THEMES[setting("theme")] ?? THEMES.auto;
const themeButton = button({ label, icon: name, key: "T", kind: "quiet", onClick: nextTheme });
const header = document.getElementById("site-header");
if (pages.length > 2) header.dataset.many = "";
header.append(
el("nav", { class: "site-nav", "aria-label": "Pages" }, links),
el("div", { class: "header-actions" },
button({ label: "Open your own model", icon: "open", kind: "quiet", onClick: chooseOwnModel }),
themeButton,
button({ label: "Keyboard shortcuts", icon: "help", key: "?", kind: "quiet", onClick: showHelp })),
);
shortcut("T", "Change the theme", nextTheme, { lasting: true });
return (id) => {
for (const link of links) {
link.toggleAttribute("aria-current", false);
if (link.dataset.page !== id) continue;
link.setAttribute("aria-current", "page");
link.scrollIntoView({ block: "nearest", inline: "center" });
}
};
}
const note = (title, ...children) => el("section", { class: "empty-note" }, el("h1", { text: title }), children);
const noModels = () => note("No models yet",
el("p", { text: "This copy of the page has no models. In the project's folder, run" }),
el("pre", {}, el("code", { text: "python -m export.site" })),
el("p", { text: "and load the page again, or drop a model of your own here." }));
function failed(error) {
current?.dispose();
current = null;
clearShortcuts();
main.replaceChildren(note("The page could not start",
el("p", { text: error.message }), el("p", { text: "Check the connection and load the page again." })));
explain(error, "Starting the page");
}
async function start() {
const pageOf = () => PAGES.find(({ id }) => id === parseHash(location.hash).page);
(pageOf()?.load() ?? load("pages/home.js")).catch(() => {});
followTheme();
followFullScreen();
startShortcuts();
const catalog = await Catalog.load();
const shown = () => PAGES.filter((page) => catalog.of(page.family).length > 0);
let toOpen = null;
const own = acceptOwnModels(catalog, (entry) => {
const page = PAGES.find((candidate) => candidate.family === entry.family);
if (!page) return null;
if (current?.id === page.id) return current.show(entry);
return new Promise((tell) => {
toOpen = { entry, tell };
const hash = formatHash(page.id);
if (location.hash === hash) follow(); // without models it showed none
else location.hash = hash;
});
});
const mark = fillHeader(shown(), own.choose);
let visit = 0;
async function route(turn) {
const { page: id, params } = parseHash(location.hash);
const page = PAGES.find((candidate) => candidate.id === id && catalog.of(candidate.family).length);
mark(id);
document.title = page ? `${page.title} – neural cellular automata` : "Neural cellular automata";
const engine = new URLSearchParams(location.search).get("engine");
const address = page && new PageAddress(id, engine ? { engine, ...params } : params);
const module = page ? await page.load() : shown().length ? await load("pages/home.js") : null;
if (turn !== visit) return; // the reader went on meanwhile
current?.dispose();
current = null;
clearShortcuts();
main.replaceChildren();
if (page) {
const opened = module.open(main, { catalog, address, chooseOwnModel: own.choose });
const { entry, tell } = toOpen ?? {};
toOpen = null;
if (entry?.family === page.family) opened.ready.then(() => tell(current === opened && opened.show(entry)));
current = Object.assign(opened, { id });
} else if (module) {
current = Object.assign(module.openHome(main, { catalog, pages: PAGES }), { id: "" });
} else {
main.append(noModels());
}
globalThis.nca = { page: current };
scrollTo(0, 0);
}
document.querySelector(".skip-link").addEventListener("click", (event) => { event.preventDefault(); main.focus(); });
async function follow() {
const turn = ++visit;
await route(turn).catch((error) => { if (turn === visit) failed(error); });
}
addEventListener("hashchange", () => { follow(); main.focus({ preventScroll: true }); });
await follow();
}
start().catch(failed);
return {  };
})();
