/** How far a grown pattern is from the picture its model was trained on. */

import { fetchPicture } from "./formats/site_files.js";

/**
 * @typedef {Object} Target
 * @property {Float32Array} rgba premultiplied, [height, width, 4]
 * @property {HTMLImageElement} image of it
 * @property {number} width
 * @property {number} height
 * @property {number} cells of the grid it was trained on, over which the loss is averaged
 */

/**
 * @param {import("./model_files.js").Model} model
 * @param {string} [file] another picture that the model brings
 * @returns {Promise<Target|null>} null where the model brings no target
 */
export async function loadTarget({ origin, meta }, file = meta.target_image) {
  if (!origin || !file) return null;
  const image = await fetchPicture({ origin, meta }, file);
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  const rgba = new Float32Array(data.length);
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] / 255;
    for (let c = 0; c < 3; c++) rgba[at + c] = (data[at + c] / 255) * alpha;
    rgba[at + 3] = alpha;
  }
  const side = (meta.size ?? Math.max(width, height)) + 2 * (meta.padding ?? 16);
  return { image, rgba, width, height, cells: side * side };
}

/**
 * The training loss: squared differences of RGBA to the target in the middle of the grid, as a mean over the training
 * grid.
 * @param {Float32Array} state [height, width, channels]
 * @param {{width: number, height: number, channels: number}} grid
 * @param {Target} target
 * @param {[number, number]} [shift] of the target to the right and down, in cells
 * @returns {number}
 */
export function distance(state, { width, height, channels }, target, [right, down] = [0, 0]) {
  const left = Math.floor((width - target.width) / 2) + right;
  const top = Math.floor((height - target.height) / 2) + down;
  let sum = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * channels;
      const inside = y >= top && y < top + target.height && x >= left && x < left + target.width;
      const from = ((y - top) * target.width + x - left) * 4;
      for (let c = 0; c < 4; c++) {
        const difference = state[at + c] - (inside ? target.rgba[from + c] : 0);
        sum += difference * difference;
      }
    }
  }
  return sum / (target.cells * 4);
}
