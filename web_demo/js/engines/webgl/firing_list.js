/**
 * Which cells fire, for the graphics card: a list of them, so that the rule's pass draws one fragment for each and no others,
 * and for each cell of the grid its slot in that list.
 */
import { makeTexture } from "./context.js";

const roundUp = (value, multiple) => Math.ceil(value / multiple) * multiple;

export class FiringList {
  /** @param {WebGL2RenderingContext} gl @param {number} gridWidth @param {number} gridHeight */
  constructor(gl, gridWidth, gridHeight) {
    const cells = gridWidth * gridHeight;
    this.gl = gl;
    this.gridWidth = gridWidth;
    this.gridHeight = gridHeight;
    this.width = roundUp(Math.ceil(Math.sqrt(cells)), 2);
    this.height = roundUp(Math.ceil(cells / this.width), 2);
    this.count = 0;
    /** Texture [height, width]: cell numbers. */
    this.cells = makeTexture(gl, gl.R32UI, this.width, this.height);
    /** Texture [gridHeight, gridWidth]: 1 + place in the list, 0 for a cell that does not fire. */
    this.slots = makeTexture(gl, gl.R32UI, gridWidth, gridHeight);
    this.cellAt = new Uint32Array(this.width * this.height);
    this.slotOf = new Uint32Array(cells);
    this.texelOf = Uint32Array.from({ length: this.cellAt.length }, (_, place) => this.texel(place));
  }

  /**
   * Four cells that follow each other in the list share a square of 2x2 texels: cards shade such squares together, and
   * neighbouring cells are mostly alive or dead together.
   */
  texel(place) {
    const square = place >> 2;
    const perRow = this.width / 2;
    const row = 2 * Math.floor(square / perRow) + ((place >> 1) & 1);
    return row * this.width + 2 * (square % perRow) + (place & 1);
  }

  /** How many rows of the list are in use. */
  get rows() {
    return Math.min(this.height, 2 * Math.ceil(this.count / (2 * this.width)));
  }

  /** Ask every cell whether it fires, and send the answers. @param {(cell: number) => boolean} fires */
  fill(fires) {
    const { cellAt, gl, slotOf, texelOf } = this;
    let count = 0;
    for (let cell = 0; cell < slotOf.length; cell++) {
      if (fires(cell)) {
        cellAt[texelOf[count]] = cell;
        slotOf[cell] = ++count;
      } else {
        slotOf[cell] = 0;
      }
    }
    this.count = count;
    const send = (texture, width, height, numbers) => {
      gl.bindTexture(gl.TEXTURE_2D, texture);
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, width, height, gl.RED_INTEGER, gl.UNSIGNED_INT, numbers);
    };
    send(this.cells, this.width, this.rows, cellAt);
    send(this.slots, this.gridWidth, this.gridHeight, slotOf);
  }
}
