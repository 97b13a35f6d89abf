/** The bar under the dishes: play, step, reset, speed, counters, undo, saving and sharing, full screen. */

import { el } from "../dom.js";
import { button, relabel, slider } from "../ui/controls.js";
import { menu } from "../ui/menu.js";
import { explain, LOAD_AGAIN, say } from "../ui/messages.js";
import { shortcut } from "../ui/shortcuts.js";
import { SPEEDS, speedText } from "./pace.js";
import { copyLink, savePicture } from "./share.js";

/**
 * @param {import("./workbench.js").Workbench} bench
 * @returns {{element: HTMLElement}}
 */
export function transport(bench) {
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
      ({ record: start } = await import("./recorder.js"));
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

/** @param {number} rate @returns {string} */
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
