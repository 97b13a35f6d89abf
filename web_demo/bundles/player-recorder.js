const modules = globalThis.ncaModules ??= {};
const at = (path) => new URL("../js/" + path, import.meta.url).href;
const load = async (path) => {
const { search } = new URL(import.meta.url);
if (!modules[path]) await import(new URL(path.replaceAll("/", "-") + search, import.meta.url));
return modules[path];
};
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
modules["player/recorder.js"] ??= (() => {
const { say } = modules["ui/messages.js"];
const { compose, download, fileName } = modules["player/share.js"];
const VIDEO_SECONDS = 6;
const GIF_SECONDS = 4;
const GIF_FRAMES_PER_SECOND = 12.5;
const GIF_SIDE = 384;
const COLOURS = 256;
const TYPES = ["video/webm;codecs=vp9", "video/webm;codecs=vp8", "video/webm", "video/mp4"];
let recording = false;
async function record(bench, kind) {
if (recording) {
say("A recording is already going on.");
return;
}
const type = typeof MediaRecorder === "undefined" ? null : TYPES.find((name) => MediaRecorder.isTypeSupported(name));
const video = kind === "video" && type && HTMLCanvasElement.prototype.captureStream;
if (!bench.player.playing) bench.player.play();
recording = true;
bench.centre.classList.add("recording");
say(`Recording ${video ? VIDEO_SECONDS : GIF_SECONDS} seconds…`);
try {
const blob = video ? await recordVideo(bench, type) : await recordGif(bench);
download(blob, fileName(bench, video ? (type.startsWith("video/mp4") ? "mp4" : "webm") : "gif"));
say(`Recording saved, ${Math.max(1, Math.round(blob.size / 1024)).toLocaleString("en")} kB.`);
} catch (error) {
say(`The recording failed: ${error.message}`, { kind: "error" });
} finally {
recording = false;
bench.centre.classList.remove("recording");
}
}
async function recordVideo(bench, mimeType) {
const canvas = compose(bench.dishes);
const stream = canvas.captureStream(30);
const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond: 6e6 });
const parts = [];
recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
const stopped = new Promise((done, fail) => {
recorder.addEventListener("stop", done);
recorder.addEventListener("error", (event) => fail(event.error ?? new Error("the browser's encoder stopped")));
});
recorder.start();
await everyFrame(VIDEO_SECONDS * 1000, 1000 / 30, () => { if (bench.dishes.length) compose(bench.dishes, canvas); });
recorder.stop();
await stopped;
for (const track of stream.getTracks()) track.stop();
return new Blob(parts, { type: mimeType.split(";")[0] });
}
async function recordGif(bench) {
const { applyPalette, GIFEncoder, quantize } = await import(at("../vendor/gifenc/gifenc.esm.js"));
const canvas = document.createElement("canvas");
const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
compose(bench.dishes, canvas, GIF_SIDE);
const { width, height } = canvas;
const gif = GIFEncoder();
await everyFrame(GIF_SECONDS * 1000, 1000 / GIF_FRAMES_PER_SECOND, (milliseconds) => {
if (!bench.dishes.length) return;
compose(bench.dishes, canvas, GIF_SIDE);
const { data } = context.getImageData(0, 0, width, height);
const palette = quantize(data, COLOURS);
gif.writeFrame(applyPalette(data, palette), width, height, { palette, delay: milliseconds });
});
gif.finish();
return new Blob([gif.bytes()], { type: "image/gif" });
}
function everyFrame(duration, period, action) {
return new Promise((done, fail) => {
const start = performance.now();
let next = start;
let last = start - period;
const tick = (now) => {
try {
if (now >= next) {
action(now - last);
last = now;
next = Math.max(next + period, now);
}
} catch (error) {
fail(error);
return;
}
if (now - start < duration) requestAnimationFrame(tick);
else done();
};
requestAnimationFrame(tick);
});
}
return { record };
})();
