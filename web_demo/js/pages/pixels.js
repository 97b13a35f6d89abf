/** The pixels of a reader's own picture, as an encoder takes them. */

import { el } from "../dom.js";

/**
 * A picture on a square.
 * @param {File} file
 * @param {number} size pixels a side
 * @param {3|4} colours
 * @returns {Promise<Float32Array>} [size, size, colours] in [0, 1], premultiplied, or on white where there is no alpha
 */
export async function pixelsOf(file, size, colours) {
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
