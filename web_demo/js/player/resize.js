/** Carries a state over to a grid of another size, centre on centre. */

/**
 * @param {{values: Float32Array, width: number, height: number}} state [height, width, channels]
 * @param {number} width @param {number} height the new grid's
 * @param {number} channels
 * @returns {Float32Array} [height, width, channels]; what does not fit is cut off, what is new is zero
 */
export function resized({ values, width: oldWidth, height: oldHeight }, width, height, channels) {
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
