/**
 * What lies over the cells: the brush's outline, the keyboard's cursor, and a fading glow where cells were just erased.
 */

import { reducedMotion } from "../settings.js";

const GLOW_MS = 420;
const TURNED_MS = 1600;

export class Marks {
  /**
   * @param {import("./dish.js").Dish} dish
   * @param {import("./strokes.js").Strokes} strokes
   * @param {import("./cursor.js").Cursor} cursor
   */
  constructor(dish, strokes, cursor) {
    this.dish = dish;
    this.strokes = strokes;
    this.cursor = cursor;
    this.glows = [];
    this.frame = 0;
    /** Where the finger of a demonstration is. @type {{x: number, y: number} | null} */
    this.ghost = null;
    this.turned = null;
  }

  /**
   * Shows for a moment how a target would stand.
   * @param {import("../target.js").Target | null} target
   * @param {number} angle radians
   */
  showTurned(target, angle) {
    if (!target) return;
    this.turned = { target, angle, until: performance.now() + TURNED_MS };
    this.wake();
  }

  /** Marks a place where something was erased. */
  glow(x, y, radius) {
    if (reducedMotion()) return;
    this.glows.push({ x, y, radius, start: performance.now() });
    if (this.glows.length > 80) this.glows.shift();
    this.wake();
  }

  /** Draws once more, soon. */
  wake() {
    this.frame ||= requestAnimationFrame((now) => this.#draw(now));
  }

  #draw(now) {
    this.frame = 0;
    const { dish: { engine, stage } } = this;
    if (!engine) return;
    const context = stage.cleanMarks();
    this.glows = this.glows.filter((glow) => now - glow.start < GLOW_MS);
    if (!(this.turned?.until > now)) this.turned = null;
    for (const [left, top] of stage.sheet?.corners ?? [[0, 0]]) {
      context.save();
      context.translate(left, top);
      context.beginPath();
      context.rect(0, 0, engine.width, engine.height);
      context.clip();
      this.#drawGrid(context, now);
      context.restore();
    }
    if (this.glows.length || this.turned) this.wake();
  }

  /** Draws what lies over one picture of the grid. */
  #drawGrid(context, now) {
    const { dish, strokes, cursor } = this;
    for (const { x, y, radius, start } of this.glows) {
      const share = Math.max(0, (now - start) / GLOW_MS);
      context.fillStyle = `rgb(255 196 60 / ${0.3 * (1 - share)})`;
      disc(context, x, y, radius * (1 - 0.4 * share));
      context.fill();
    }
    const unit = dish.stage.columns / dish.stage.side;
    if (this.turned) this.#drawTurned(context);
    if (this.ghost) {
      context.fillStyle = "rgb(255 196 60 / 0.55)";
      disc(context, this.ghost.x, this.ghost.y, 22 * unit);
      context.fill();
    }
    const radius = strokes.target.radius();
    if (strokes.hover) {
      const { x, y } = strokes.hover;
      outline(context, unit, () => disc(context, x, y, Math.max(radius, 0.5)));
    }
    if (cursor.position) {
      const [x, y] = cursor.position;
      outline(context, unit, () => { context.beginPath(); context.rect(x, y, 1, 1); });
      outline(
        context, unit, () => disc(context, x, y, Math.max(radius, 1)), cursor.pressed ? [] : [4 * unit, 4 * unit],
      );
    }
  }

  #drawTurned(context) {
    const { target: { image, width, height }, angle } = this.turned;
    const { width: columns, height: rows } = this.dish.engine;
    context.save();
    context.globalAlpha = 0.4;
    context.translate(columns / 2, rows / 2);
    context.rotate(angle);
    context.drawImage(image, -width / 2, -height / 2, width, height);
    context.restore();
  }

  dispose() {
    cancelAnimationFrame(this.frame);
  }
}

function disc(context, x, y, radius) {
  context.beginPath();
  context.arc(x + 0.5, y + 0.5, radius, 0, 2 * Math.PI);
}

/** A line that shows on light and on dark. */
function outline(context, unit, trace, dashes = []) {
  trace();
  context.setLineDash(dashes);
  context.lineWidth = 3.2 * unit;
  context.strokeStyle = "rgb(255 255 255 / 0.75)";
  context.stroke();
  context.lineWidth = 1.4 * unit;
  context.strokeStyle = "rgb(10 30 20 / 0.85)";
  context.stroke();
  context.setLineDash([]);
}
