/** What a growing cell perceives: its own state and its two Sobel gradients, as in nca_tf/cells/perception.py. */
import { NEIGHBOURS } from "./cells.js";

const FILTERS = 3;

/**
 * Python's kernel rows are channel-major (3 c + filter). Here all identities come first, then all x-gradients, then all
 * y-gradients, so that whole cells are copied and filtered at once.
 * @param {Float32Array} kernel [3 channels, hidden]
 * @returns {Float32Array} the same rows in filter-major order
 */
export function filterMajor(kernel, channels) {
  const hidden = kernel.length / (FILTERS * channels);
  const reordered = new Float32Array(kernel.length);
  for (let row = 0; row < FILTERS * channels; row++) {
    const from = FILTERS * (row % channels) + Math.floor(row / channels);
    reordered.set(kernel.subarray(from * hidden, (from + 1) * hidden), row * hidden);
  }
  return reordered;
}

/**
 * Perceive some cells.
 * @param {Float32Array} floats memory that holds the states [cells + 1, channels] from its start
 * @param {number} channels
 * @param {Int32Array} neighbours from `neighbourTable`
 * @param {ArrayLike<number>} cells
 * @param {number} from first one of `cells`
 * @param {number} count how many
 * @param {number} to offset in `floats` of the perceptions [count, stride], of which 3 channels are written, filter-
 *   major
 * @param {number} stride
 * @param {number} angle radians
 */
export function perceiveSobel(floats, channels, neighbours, cells, from, count, to, stride, angle) {
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
