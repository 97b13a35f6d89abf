const modules = globalThis.ncaModules ??= {};
const at = (path) => new URL("../js/" + path, import.meta.url).href;
const load = async (path) => {
if (!modules[path]) await import(new URL(path.replaceAll("/", "-"), import.meta.url));
return modules[path];
};
modules["player/gif.js"] ??= (() => {
const MOST_COLOURS = 256;
class Bytes {
constructor() {
this.data = new Uint8Array(1 << 16);
this.length = 0;
}
push(...values) {
this.reserve(values.length);
for (const value of values) this.data[this.length++] = value;
}
text(words) {
this.push(...[...words].map((letter) => letter.charCodeAt(0)));
}
short(value) {
this.push(value & 255, value >> 8);
}
reserve(more) {
if (this.length + more <= this.data.length) return;
const larger = new Uint8Array(Math.max(this.data.length * 2, this.length + more));
larger.set(this.data);
this.data = larger;
}
}
class GifWriter {
constructor(width, height) {
this.width = width;
this.height = height;
this.out = new Bytes();
this.out.text("GIF89a");
this.out.short(width);
this.out.short(height);
this.out.push(0x70, 0, 0);
this.out.push(0x21, 0xff, 11);
this.out.text("NETSCAPE2.0");
this.out.push(3, 1, 0, 0, 0);
}
add(pixels, delay) {
const { palette, indices } = quantise(pixels);
const { out } = this;
out.push(0x21, 0xf9, 4, 4);
out.short(Math.min(Math.max(delay, 2), 500));
out.push(0, 0);
out.push(0x2c, 0, 0, 0, 0);
out.short(this.width);
out.short(this.height);
out.push(0x87);
out.reserve(MOST_COLOURS * 3);
out.data.set(palette, out.length);
out.length += MOST_COLOURS * 3;
compress(indices, out);
}
finish() {
this.out.push(0x3b);
return this.out.data.slice(0, this.out.length);
}
}
function quantise(pixels) {
const counts = new Uint32Array(1 << 15);
const keys = new Uint16Array(pixels.length / 4);
const sums = new Float64Array(3 << 15);
for (let i = 0, at = 0; i < pixels.length; i += 4, at++) {
const key = ((pixels[i] >> 3) << 10) | ((pixels[i + 1] >> 3) << 5) | (pixels[i + 2] >> 3);
keys[at] = key;
counts[key]++;
for (let c = 0; c < 3; c++) sums[key * 3 + c] += pixels[i + c];
}
const used = [];
for (let key = 0; key < counts.length; key++) if (counts[key]) used.push(key);
used.sort((a, b) => counts[b] - counts[a]);
const kept = used.slice(0, MOST_COLOURS);
const palette = new Uint8Array(MOST_COLOURS * 3);
kept.forEach((key, at) => {
for (let c = 0; c < 3; c++) palette[at * 3 + c] = Math.round(sums[key * 3 + c] / counts[key]);
});
const nearest = new Uint8Array(1 << 15);
kept.forEach((key, at) => { nearest[key] = at; });
for (const key of used.slice(MOST_COLOURS)) nearest[key] = nearestOf(palette, kept.length, sums, key, counts[key]);
return { palette, indices: Uint8Array.from(keys, (key) => nearest[key]) };
}
function nearestOf(palette, size, sums, key, count) {
let best = 0;
let least = Infinity;
for (let at = 0; at < size; at++) {
let distance = 0;
for (let c = 0; c < 3; c++) distance += (palette[at * 3 + c] - sums[key * 3 + c] / count) ** 2;
if (distance < least) [best, least] = [at, distance];
}
return best;
}
function compress(indices, out) {
const clear = 256;
const end = 257;
let table = new Map();
let width = 9;
let next = 258;
let buffer = 0;
let bits = 0;
let block = [];
const flush = () => { if (block.length) { out.push(block.length, ...block); block = []; } };
const emit = (code) => {
buffer |= code << bits;
bits += width;
while (bits >= 8) {
block.push(buffer & 255);
buffer >>>= 8;
bits -= 8;
if (block.length === 255) flush();
}
};
out.push(8);
emit(clear);
let prefix = indices[0];
for (let i = 1; i < indices.length; i++) {
const key = (prefix << 8) | indices[i];
const code = table.get(key);
if (code !== undefined) {
prefix = code;
continue;
}
emit(prefix);
if (next < 4096) {
table.set(key, next++);
if (next > 1 << width && width < 12) width++;
} else {
emit(clear);
table = new Map();
width = 9;
next = 258;
}
prefix = indices[i];
}
emit(prefix);
emit(end);
if (bits) block.push(buffer & 255);
flush();
out.push(0);
}
return { GifWriter };
})();
