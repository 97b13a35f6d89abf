/** Cells by number: sets of them, and who stands beside whom, with the grid's edges already decided. */

/** A set of cells that empties at once: a cell belongs to it while its mark equals the current generation. */
export class CellSet {
  /** @param {number} cells how many there are; the number `cells` itself stands for "outside of the grid" */
  constructor(cells) {
    this.outside = cells;
    this.list = new Int32Array(cells);
    this.count = 0;
    this.marks = new Int32Array(cells + 1);
    this.generation = 1;
  }

  clear() {
    this.generation++;
    this.count = 0;
  }

  /** @param {number} cell @returns {boolean} */
  has(cell) {
    return this.marks[cell] === this.generation;
  }

  /** Adding twice, or adding the outside, changes nothing. @param {number} cell */
  add(cell) {
    if (this.marks[cell] === this.generation || cell === this.outside) return;
    this.marks[cell] = this.generation;
    this.list[this.count++] = cell;
  }
}

/** Cells in the 3x3 neighbourhood of Sobel perception. */
export const NEIGHBOURS = 9;

/**
 * @param {number} width
 * @param {number} height
 * @param {'zero' | 'wrap'} edges
 * @param {number} [side] of the neighbourhood, odd
 * @returns {Int32Array} [height * width, side * side] cell numbers, row by row from the upper left neighbour; beyond a
 *   "zero" edge stands the number height * width, the cell that is always zero
 */
export function neighbourTable(width, height, edges, side = 3) {
  const outside = width * height;
  const wrap = edges === "wrap";
  const reach = (side - 1) / 2;
  const around = (at, size) => ((at % size) + size) % size;
  const table = new Int32Array(side * side * outside);
  let at = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let dy = -reach; dy <= reach; dy++) {
        for (let dx = -reach; dx <= reach; dx++) {
          const inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
          const wrapped = around(y + dy, height) * width + around(x + dx, width);
          table[at++] = inside || wrap ? wrapped : outside;
        }
      }
    }
  }
  return table;
}
