/**
 * A map of codes: each picture where its code lies. A click chooses one, a drag from one to another blends the two.
 * Where there are many, it can be seen from closer, around the one that was chosen last.
 */

import { el } from "../dom.js";
import { button } from "./controls.js";

const SIDE = 640;
const MARGIN = 0.07;
/** Side of a picture on the map, as a share of the map's, by how many there are. */
const tileShare = (count) => Math.max(0.035, Math.min(TILE_MOST, 1 / Math.sqrt(count)));
const TILE_MOST = 0.11;
/** More pictures than these lie on one another; then the map may be seen from closer. */
export const CROWDED = 200;
const CLOSEST = 16;

export class CodeMap {
  /**
   * @param {{places: number[][], tile: number, columns: number, sheet: CanvasImageSource, label: string,
   *   titles: string[], onChoose: (index: number) => void, onBlend: (one: number, other: number) => void}} options
   *   `places` in [0, 1], `sheet` holds the pictures in their order, `tile` pixels a side, `columns` in a row
   */
  constructor(options) {
    Object.assign(this, options);
    this.share = tileShare(this.places.length);
    this.chosen = { one: 0, other: 0, share: 0 };
    this.pressed = null;
    this.over = null;
    /** How many times larger than the whole map it is seen, and around which of its places. */
    this.zoom = 1;
    this.centre = [0.5, 0.5];
    this.canvas = el("canvas", {
      class: "code-map", width: SIDE, height: SIDE, role: "img", "aria-label": options.label,
      on: {
        pointerdown: (event) => this.#press(event), pointermove: (event) => this.#move(event),
        pointerup: (event) => this.#release(event), pointercancel: () => this.#forget(),
        wheel: (event) => this.#wheel(event),
      },
    });
    const zoom = (text, name, times) => button({ label: text, text, icon: name, onClick: () => this.#see(times) });
    [this.closer, this.farther] = [zoom("Closer", "plus", 2), zoom("Farther", "minus", 1 / 2)];
    const zooms = el("div", { class: "button-row", hidden: !this.crowded }, this.closer, this.farther);
    this.element = el("div", { class: "stack" }, this.canvas, zooms);
    this.#look(1, this.centre);
  }

  /** Marks what is grown. @param {{one: number, other: number, share: number}|null} chosen null: nothing of these */
  show(chosen) {
    const isNew = chosen && chosen.one === chosen.other && chosen.one !== this.chosen?.one;
    this.chosen = chosen && { ...chosen };
    this.#look(this.zoom, isNew ? this.places[chosen.one] : this.centre);
  }

  /** Whether there are more pictures than fit beside each other. */
  get crowded() {
    return this.places.length > CROWDED;
  }

  /** Where a picture lies, in pixels of the canvas. @param {number} index */
  placeOf(index) {
    return this.places[index].map(
      (part, axis) => SIDE * (MARGIN + (1 - 2 * MARGIN) * ((part - this.centre[axis]) * this.zoom + 0.5)),
    );
  }

  /** From `times` closer, around the picture that was chosen last. */
  #see(times) {
    this.#look(this.zoom * times, this.chosen ? this.places[this.chosen.one] : this.centre);
    // Who reached the end by keyboard stays where the way back is.
    if (this.closer.disabled) this.farther.focus();
    else if (this.farther.disabled) this.closer.focus();
  }

  /** No place beyond the map's border is shown. */
  #look(zoom, centre) {
    this.zoom = Math.min(CLOSEST, Math.max(1, zoom));
    const half = 0.5 / this.zoom;
    this.centre = centre.map((part) => Math.min(1 - half, Math.max(half, part)));
    this.closer.disabled = this.zoom === CLOSEST;
    this.farther.disabled = this.zoom === 1;
    this.draw();
  }

  /** Two fingers on a touchpad, and the wheel with Ctrl; without it the wheel moves the page. */
  #wheel(event) {
    if (!this.crowded || !event.ctrlKey) return;
    event.preventDefault();
    const zoom = Math.min(CLOSEST, Math.max(1, this.zoom * 2 ** (-event.deltaY / 100)));
    // The place below the pointer stays there.
    const away = this.#pointOf(event).map((part) => (part / SIDE - MARGIN) / (1 - 2 * MARGIN) - 0.5);
    this.#look(zoom, this.centre.map((part, axis) => part + away[axis] * (1 / this.zoom - 1 / zoom)));
  }

  #pointOf({ clientX, clientY }) {
    const box = this.canvas.getBoundingClientRect();
    return [(clientX - box.left) / box.width, (clientY - box.top) / box.height].map((part) => part * SIDE);
  }

  #nearest(event) {
    const at = this.#pointOf(event);
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
    this.canvas.setPointerCapture(event.pointerId);
    this.pressed = this.#nearest(event);
    this.over = this.pressed;
    this.draw();
  }

  #move(event) {
    const nearest = this.#nearest(event);
    if (this.canvas.title !== this.titles[nearest]) this.canvas.title = this.titles[nearest];
    if (this.pressed === null) return;
    this.over = nearest;
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
    const context = this.canvas.getContext("2d");
    const side = SIDE * Math.min(TILE_MOST, share * this.zoom);
    context.clearRect(0, 0, SIDE, SIDE);
    const marked = this.pressed === null ? this.chosen : { one: this.pressed, other: this.over };
    // The marked ones lie on top.
    for (const index of [...places.keys(), ...(marked ? [marked.other, marked.one] : [])]) {
      const [x, y] = this.placeOf(index);
      if (Math.min(x, y) < -side || Math.max(x, y) > SIDE + side) continue;
      const from = [(index % columns) * tile, Math.floor(index / columns) * tile];
      context.drawImage(sheet, ...from, tile, tile, x - side / 2, y - side / 2, side, side);
    }
    if (marked) this.#mark(context, side, marked);
  }

  /** Boxes around two pictures, a line between them, and on it the place of what is grown. */
  #mark(context, side, { one, other, share }) {
    const [from, to] = [this.placeOf(one), this.placeOf(other)];
    const colour = getComputedStyle(this.canvas).color;
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
