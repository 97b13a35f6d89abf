/** The keyboard's way to draw: arrow keys move a cursor over the cells, Enter uses the tool, X keeps it pressed. */

import { debounce } from "../dom.js";
import { rememberAll } from "./history.js";

/** Milliseconds without another key after which a place is told: one key held down passes many. */
const PAUSE = 250;

export class Cursor {
  /**
   * @param {import("./dish.js").Dish} dish
   * @param {import("./strokes.js").Strokes} strokes
   * @param {(text: string) => void} announce for screen readers
   */
  constructor(dish, strokes, announce) {
    this.dish = dish;
    this.strokes = strokes;
    this.words = "";
    this.announce = debounce(() => announce(this.words), PAUSE);
    this.position = null;
    this.pressed = false;
    const { element } = dish.stage;
    element.addEventListener("keydown", (event) => this.#key(event));
    element.addEventListener("blur", () => { this.position = null; this.pressed = false; strokes.target.changed(); });
  }

  #key(event) {
    const { dish, strokes } = this;
    if (!dish.engine || event.ctrlKey || event.metaKey || event.altKey) return;
    const stride = event.shiftKey ? 8 : 1;
    const move = {
      ArrowLeft: [-stride, 0], ArrowRight: [stride, 0], ArrowUp: [0, -stride], ArrowDown: [0, stride],
    }[event.key];
    const use = event.key === "Enter";
    const press = event.key === "x" || event.key === "X";
    if (!move && !use && !press) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat && !move) return; // held down, a key is still pressed once
    const { width, height } = dish.engine;
    this.position ??= [Math.floor(width / 2), Math.floor(height / 2)];
    const [x, y] = this.position;
    const [nextX, nextY] = move ? [clamp(x + move[0], width), clamp(y + move[1], height)] : [x, y];
    this.position = [nextX, nextY];
    const tool = strokes.target.tool({ shiftKey: false });
    if (use || press) {
      if (press) this.pressed = !this.pressed;
      if (use || this.pressed) {
        if (!tool.looks) rememberAll(strokes.target.reach());
        strokes.apply(tool, x, y, x, y, true);
      }
    } else if (this.pressed && tool.drags) {
      strokes.apply(tool, x, y, nextX, nextY, false);
    }
    const place = `column ${nextX + 1}, row ${nextY + 1}`;
    this.words = press ? `${tool.label} ${this.pressed ? "on" : "off"}` : use ? `${tool.label} at ${place}` : place;
    this.announce();
    if (!move) this.announce.flush();
    strokes.target.changed();
  }
}

const clamp = (value, length) => Math.min(Math.max(value, 0), length - 1);
