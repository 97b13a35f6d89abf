/** A map of codes: each picture where its code lies. A click chooses one, a drag from one to another blends the two. */

import { el } from "../dom.js";

const SIDE = 640;
const MARGIN = 0.07;
/** Side of a picture on the map, as a share of the map's, by how many there are. */
const tileShare = (count) => Math.max(0.035, Math.min(0.11, 1 / Math.sqrt(count)));

export class CodeMap {
  /**
   * @param {{places: number[][], tile: number, columns: number, sheet: CanvasImageSource, label: string,
   *   onChoose: (index: number) => void, onBlend: (one: number, other: number) => void}} options `places` in [0, 1],
   *   `sheet` holds the pictures in their order, `tile` pixels a side, `columns` in a row
   */
  constructor(options) {
    Object.assign(this, options);
    this.share = tileShare(this.places.length);
    this.chosen = { one: 0, other: 0, share: 0 };
    this.pressed = null;
    this.over = null;
    this.element = el("canvas", {
      class: "code-map", width: SIDE, height: SIDE, role: "img", "aria-label": options.label,
      on: {
        pointerdown: (event) => this.#press(event), pointermove: (event) => this.#move(event),
        pointerup: (event) => this.#release(event), pointercancel: () => this.#forget(),
      },
    });
    this.draw();
  }

  /** Marks what is grown. @param {{one: number, other: number, share: number}|null} chosen null: nothing of these */
  show(chosen) {
    this.chosen = chosen && { ...chosen };
    this.draw();
  }

  /** Where a picture lies, in pixels of the canvas. @param {number} index */
  placeOf(index) {
    const [x, y] = this.places[index];
    return [x, y].map((part) => SIDE * (MARGIN + (1 - 2 * MARGIN) * part));
  }

  #nearest({ clientX, clientY }) {
    const box = this.element.getBoundingClientRect();
    const at = [(clientX - box.left) / box.width, (clientY - box.top) / box.height].map((part) => part * SIDE);
    let [found, least] = [0, Infinity];
    for (let index = 0; index < this.places.length; index++) {
      const [x, y] = this.placeOf(index);
      const distance = (x - at[0]) ** 2 + (y - at[1]) ** 2;
      if (distance < least) [found, least] = [index, distance];
    }
    return found;
  }

  #press(event) {
    event.preventDefault();
    this.element.setPointerCapture(event.pointerId);
    this.pressed = this.#nearest(event);
    this.over = this.pressed;
    this.draw();
  }

  #move(event) {
    if (this.pressed === null) return;
    this.over = this.#nearest(event);
    this.draw();
  }

  #release(event) {
    if (this.pressed === null) return;
    const [one, other] = [this.pressed, this.#nearest(event)];
    this.#forget();
    if (one === other) this.onChoose(one);
    else this.onBlend(one, other);
  }

  #forget() {
    this.pressed = null;
    this.over = null;
    this.draw();
  }

  draw() {
    const { columns, places, share, sheet, tile } = this;
    const context = this.element.getContext("2d");
    const side = SIDE * share;
    context.clearRect(0, 0, SIDE, SIDE);
    const marked = this.pressed === null ? this.chosen : { one: this.pressed, other: this.over };
    // The marked ones lie on top.
    for (const index of [...places.keys(), ...(marked ? [marked.other, marked.one] : [])]) {
      const [x, y] = this.placeOf(index);
      const from = [(index % columns) * tile, Math.floor(index / columns) * tile];
      context.drawImage(sheet, ...from, tile, tile, x - side / 2, y - side / 2, side, side);
    }
    if (marked) this.#mark(context, side, marked);
  }

  /** Boxes around two pictures, a line between them, and on it the place of what is grown. */
  #mark(context, side, { one, other, share }) {
    const [from, to] = [this.placeOf(one), this.placeOf(other)];
    const colour = getComputedStyle(this.element).color;
    Object.assign(context, { strokeStyle: colour, fillStyle: colour, lineWidth: 5 });
    context.beginPath();
    context.moveTo(...from);
    context.lineTo(...to);
    context.stroke();
    for (const [x, y] of one === other ? [from] : [from, to]) {
      context.strokeRect(x - side / 2 - 3, y - side / 2 - 3, side + 6, side + 6);
    }
    if (one === other || this.pressed !== null) return;
    context.beginPath();
    context.arc(from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share, 11, 0, 2 * Math.PI);
    context.fill();
  }
}
