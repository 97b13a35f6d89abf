/** The 3x3 neighbourhood of every cell, with the grid's edges already decided. */

export const NEIGHBOURS = 9;

/**
 * @param {number} width
 * @param {number} height
 * @param {'zero' | 'wrap'} edges
 * @returns {Int32Array} [height * width, 9] cell numbers, row by row from the upper left neighbour; beyond a "zero" edge
 *   stands the number height * width, the cell that is always zero
 */
export function neighbourTable(width, height, edges) {
  const outside = width * height;
  const wrap = edges === "wrap";
  const table = new Int32Array(NEIGHBOURS * outside);
  let at = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
          const wrapped = ((y + dy + height) % height) * width + ((x + dx + width) % width);
          table[at++] = inside || wrap ? wrapped : outside;
        }
      }
    }
  }
  return table;
}
