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
