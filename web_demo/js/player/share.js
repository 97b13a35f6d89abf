/** Pictures of the dishes and links to them. */

import { plateColour } from "../settings.js";
import { el } from "../dom.js";
import { dialog, say } from "../ui/messages.js";

const SIDE = 960;
const GAP = 24;

/**
 * All dishes in one canvas, side by side, each about `side` pixels wide and enlarged by a whole factor.
 * @param {import("./dish.js").Dish[]} dishes
 * @param {HTMLCanvasElement} [canvas] drawn on again where given
 * @param {number} [side]
 * @returns {HTMLCanvasElement}
 */
export function compose(dishes, canvas = document.createElement("canvas"), side = SIDE) {
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

// Video encoders want even sides.
const even = (length) => length + (length % 2);

/**
 * Offers a file for saving.
 * @param {Blob} blob
 * @param {string} name
 */
export function download(blob, name) {
  const url = URL.createObjectURL(blob);
  const link = el("a", { href: url, download: name, class: "visually-hidden" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

/**
 * @param {import("./workbench.js").Workbench} bench
 * @param {string} ending
 * @returns {string} such as "lizard-240-steps.png"
 */
export function fileName(bench, ending) {
  const name = (bench.dishes[0]?.model?.name ?? "cells").replace(/[^a-z0-9-]+/gi, "-");
  return `${name}-${bench.player.stepCount}-steps.${ending}`;
}

/** @param {import("./workbench.js").Workbench} bench */
export function savePicture(bench) {
  compose(bench.dishes).toBlob((blob) => {
    if (!blob) return say("The browser could not make a picture.", { kind: "error" });
    download(blob, fileName(bench, "png"));
    return say("Picture saved.");
  }, "image/png");
}

/** @param {import("./workbench.js").Workbench} bench */
export async function copyLink(bench) {
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
