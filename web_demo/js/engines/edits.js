/**
 * What a person does to a grid, as functions that change a state in place. A state is a Float32Array [height, width,
 * channels], row 0 at the top; x and y count cells, and a cell's centre stands at whole numbers.
 */

/** @typedef {{width: number, height: number, channels: number}} Grid */

/**
 * The cells whose centre is nearer than `reach` to (x, y), row by row.
 * @returns {[number, number, number][]} row, first column, last column
 */
export function discRows(x, y, reach, width, height) {
  const rows = [];
  for (let row = Math.max(0, Math.ceil(y - reach)); row <= Math.min(height - 1, Math.floor(y + reach)); row++) {
    const half = Math.sqrt(Math.max(0, reach * reach - (row - y) ** 2));
    // Nearer than, not as near as: a centre exactly on the circle stays.
    const first = Math.max(0, Math.floor(x - half) + 1);
    const last = Math.min(width - 1, Math.ceil(x + half) - 1);
    if (first <= last) rows.push([row, first, last]);
  }
  return rows;
}

/** Call `visit(offset, distance)` for every cell of a disc. @param {Grid} grid */
function forDisc({ width, height, channels }, x, y, reach, visit) {
  for (const [row, first, last] of discRows(x, y, reach, width, height)) {
    for (let column = first; column <= last; column++) {
      visit((row * width + column) * channels, Math.hypot(column - x, row - y));
    }
  }
}

/**
 * Plant one seed cell. Nothing happens outside of the grid.
 * @param {Float32Array} state
 * @param {Grid} grid
 * @param {(cell: Float32Array) => void} plant makes a cell a seed
 */
export function plantSeed(state, { width, height, channels }, x, y, plant) {
  const column = Math.round(x);
  const row = Math.round(y);
  if (column < 0 || column >= width || row < 0 || row >= height) return;
  const at = (row * width + column) * channels;
  plant(state.subarray(at, at + channels));
}

/** Zero every channel in a disc. */
export function eraseDisc(state, grid, x, y, radius) {
  forDisc(grid, x, y, radius, (at) => state.fill(0, at, at + grid.channels));
}

/**
 * Blend a stroke of a soft-edged brush into a digit: grey (channel 0) moves towards `value`, all else towards 0 in the
 * same measure, and a cell that is no longer alive loses its state.
 * @param {number} radius in cells; the edge fades over one cell
 * @param {number} value grey in [0, 1]; 0 erases
 * @param {number} aliveThreshold
 */
export function paintDisc(state, grid, x, y, radius, value, aliveThreshold) {
  forDisc(grid, x, y, radius + 0.5, (at, distance) => {
    const stroke = Math.min(1, radius + 0.5 - distance);
    for (let c = 0; c < grid.channels; c++) state[at + c] *= 1 - stroke;
    state[at] += stroke * value;
    if (state[at] <= aliveThreshold) state.fill(0, at + 1, at + grid.channels);
  });
}

/**
 * Show another image to a digit classifier.
 * @param {Float32Array} image [height, width] grey in [0, 1]
 * @param {boolean} mutate keep the state of cells that live in the new image, else start from zero
 */
export function replaceImage(state, { channels }, image, mutate, aliveThreshold) {
  for (let cell = 0, at = 0; cell < image.length; cell++, at += channels) {
    state[at] = image[cell];
    if (!mutate || state[at] <= aliveThreshold) state.fill(0, at + 1, at + channels);
  }
}
