/** Records the dishes for a few seconds, as a video by the browser's own encoder or as a GIF. */

import { say } from "../ui/messages.js";
import { compose, download, fileName } from "./share.js";

const VIDEO_SECONDS = 6;
const GIF_SECONDS = 4;
const GIF_FRAMES_PER_SECOND = 12.5;
const GIF_SIDE = 384;
const COLOURS = 256;
const TYPES = ["video/webm;codecs=vp9", "video/webm;codecs=vp8", "video/webm", "video/mp4"];

let recording = false;

/**
 * @param {import("./workbench.js").Workbench} bench
 * @param {"video"|"gif"} kind a browser that can't record video gets a GIF
 */
export async function record(bench, kind) {
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
  const { applyPalette, GIFEncoder, quantize } = await import("../../vendor/gifenc/gifenc.esm.js");
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

/** Calls `action`, about every `period` milliseconds for `duration` milliseconds, with the time since its last call. */
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
