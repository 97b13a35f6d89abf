/** A model running on one stage: its engine, its view, its undo history. */

import { createEngine, listEngines, chooseEngine } from "../engines/index.js";
import { plateColour } from "../settings.js";
import { say } from "../ui/messages.js";
import { History, newStroke } from "./history.js";
import { Stage } from "./stage.js";

/** Of a picture the least alpha, of 255, that counts as something to be seen. */
const SEEN = 26;

/**
 * @typedef {{width: number, height: number, engine?: string|null, keep?: boolean}} LoadOptions `keep` carries the state
 *   over
 */

export class Dish {
  /**
   * @param {{label: string, gaps?: boolean, still?: boolean, begin: (dish: Dish) => void}} options `begin` puts the
   *   first pattern into an engine that was just made or reset; a `still` dish is a picture only and takes no input
   */
  constructor({ label, gaps, still, begin }) {
    this.stage = new Stage({ label, gaps, still });
    this.stage.onResize = () => { this.stale = true; this.onStale(); };
    this.begin = begin;
    this.engine = null;
    this.model = null;
    this.history = new History();
    /**
     * Fills the stage's image from the engine; pages replace it.
     * @type {(dish: Dish, plate: number[]) => Promise<void>|void}
     */
    this.painter = paintColours;
    this.controls = {};
    /** Names of the controls that strokes change: they are taken back with the state. @type {string[]} */
    this.touched = [];
    this.stale = true;
    this.onStale = () => {};
    this.onEngine = () => {};
    this.turn = 0;
    this.disposed = false;
  }

  /**
   * Makes an engine for a model; the last call wins where calls overlap, however long their models take to arrive.
   * @param {Promise<import("../model_files.js").Model>|import("../model_files.js").Model} coming
   * @param {LoadOptions|((model: import("../model_files.js").Model) => LoadOptions)} options or what makes them once
   *   the model is here
   * @returns {Promise<boolean>} false where a later call has overtaken this one, which then fails silently too, or the
   *   dish was removed
   */
  async load(coming, options) {
    if (this.disposed) return false;
    const turn = ++this.turn;
    const { classList } = this.stage.element;
    classList.add("loading");
    try {
      return await this.#load(turn, coming, options);
    } catch (error) {
      if (turn !== this.turn) return false;
      throw error;
    } finally {
      if (turn === this.turn) classList.remove("loading");
    }
  }

  async #load(turn, coming, options) {
    const model = await coming;
    if (turn !== this.turn) return false;
    const {
      width, height, engine: wanted = null, keep = false,
    } = typeof options === "function" ? options(model) : options;
    const engine = await this.#makeEngine(model, wanted, width, height);
    const before = keep && this.model?.weights === model.weights ? this.engine : null;
    const steps = before?.stepCount;
    const state = before && (await before.getState());
    if (turn !== this.turn) {
      engine.dispose();
      return false;
    }
    const controls = fitting(this.controls, engine);
    engine.setControls(controls);
    this.engine?.dispose();
    this.engine = engine;
    this.model = model;
    this.controls = controls;
    this.history.clear();
    if (state) {
      engine.setState(resized({ values: state, width: before.width, height: before.height }, engine));
      engine.stepCount = steps;
    } else {
      this.restart();
    }
    this.onEngine(this);
    this.touch();
    return true;
  }

  async #makeEngine(model, wanted, width, height) {
    const offers = listEngines(model);
    const offered = offers.find((offer) => offer.id === wanted);
    if (wanted && !offered?.available) sayReplaced(wanted, offered?.reason);
    const first = offered?.available ? wanted : chooseEngine(model);
    const order = [first, ...offers.filter((offer) => offer.available && offer.id !== first).map((offer) => offer.id)];
    let failure;
    for (const id of order) {
      try {
        // What was trained for the published demo's arithmetic runs in it.
        return await createEngine(id, model, { width, height, eightBit: Boolean(model.bytes8) });
      } catch (error) {
        if (id === wanted) sayReplaced(wanted, error.message);
        failure ??= error;
      }
    }
    throw failure;
  }

  /** Back to the first pattern. */
  restart() {
    this.engine.reset();
    this.engine.stepCount = 0;
    this.begin(this);
    this.touch();
  }

  /** @param {Object} controls see the engines' setControls */
  setControls(controls) {
    this.engine?.setControls(controls);
    Object.assign(this.controls, controls);
  }

  /** Says that the picture no longer shows the state. */
  touch() {
    this.stale = true;
    this.onStale();
  }

  /**
   * Remembers the state before a stroke.
   * @param {number} [stroke] given where it reaches several dishes
   * @returns {import("./history.js").Snapshot|null}
   */
  remember(stroke = newStroke()) {
    if (!this.engine) return null;
    const controls = Object.fromEntries(this.touched.map((name) => [name, this.controls[name]]));
    const snapshot = { state: this.engine.getState(), steps: this.engine.stepCount, controls, stroke };
    this.history.push(snapshot);
    return snapshot;
  }

  /** @returns {Promise<boolean>} whether there was a stroke to take back */
  async undo() {
    const snapshot = await this.history.pop();
    if (!snapshot || !this.engine) return false;
    const { width, height, channels } = this.engine;
    if (snapshot.state.length !== width * height * channels) return false;
    this.engine.setState(snapshot.state);
    this.engine.stepCount = snapshot.steps;
    this.setControls(snapshot.controls);
    this.touch();
    return true;
  }

  /** Brings the stage up to date. */
  async draw() {
    const { engine, stage } = this;
    if (!engine) return;
    this.stale = false;
    const plate = plateColour();
    await this.painter(this, plate);
    if (engine === this.engine) stage.show(plate);
  }

  dispose() {
    this.disposed = true;
    this.turn++;
    this.engine?.dispose();
    this.engine = null;
    this.stage.dispose();
  }
}

/**
 * Those of a dish's controls that another engine has too, in the same size; the others were about the model before.
 * @param {Object} controls @param {import("../engines/engine.js").Engine} engine
 */
const fitting = (controls, engine) => Object.fromEntries(Object.entries(controls).filter(
  ([name, value]) => name in engine.controls && value.length === engine.controls[name].length,
));

/**
 * Carries a state over to a grid of another size, centre on centre.
 * @param {{values: Float32Array, width: number, height: number}} state [height, width, channels]
 * @param {{width: number, height: number, channels: number}} grid the new one
 * @returns {Float32Array} [height, width, channels]; what does not fit is cut off, what is new is zero
 */
function resized({ values, width: oldWidth, height: oldHeight }, { width, height, channels }) {
  const result = new Float32Array(width * height * channels);
  const shiftX = Math.floor(width / 2) - Math.floor(oldWidth / 2);
  const shiftY = Math.floor(height / 2) - Math.floor(oldHeight / 2);
  const left = Math.max(0, -shiftX);
  const right = Math.min(oldWidth, width - shiftX);
  for (let y = Math.max(0, -shiftY); y < Math.min(oldHeight, height - shiftY); y++) {
    const row = values.subarray((y * oldWidth + left) * channels, (y * oldWidth + right) * channels);
    result.set(row, ((y + shiftY) * width + left + shiftX) * channels);
  }
  return result;
}

function sayReplaced(engine, reason) {
  say(`The ${engine} engine can't run this here${reason ? ` (${reason})` : ""}; another one took over.`);
}

/** Plants one cell in the middle. @param {Dish} dish */
export const seedCentre = ({ engine }) => engine.seed(Math.floor(engine.width / 2), Math.floor(engine.height / 2));

/** The model's own colours. */
export async function paintColours({ engine, stage }, plate) {
  stage.setGrid(engine.width, engine.height);
  await engine.draw(stage.image, { background: plate });
}

/**
 * A picture of the cells in their own colours, whatever the stage shows of them.
 * @param {import("../engines/engine.js").Engine} engine
 * @returns {Promise<string|null>} its address, without plate and empty margins; null where nothing is to be seen
 */
export async function pictureOf(engine) {
  const { channels, family, height, width } = engine;
  const state = await engine.getState();
  const [onWhite, image] = [[255, 255, 255], [0, 0, 0]].map((background) => {
    const drawn = new ImageData(width, height);
    family.draw(state, channels, drawn.data, { background });
    return drawn;
  });
  const [columns, rows] = [[], []];
  for (let at = 0; at < image.data.length; at += 4) {
    const pixel = image.data.subarray(at, at + 4);
    // Where both plates show through alike, none does.
    const alpha = 255 - Math.max(0, ...[0, 1, 2].map((c) => onWhite.data[at + c] - pixel[c]));
    for (let c = 0; c < 3; c++) pixel[c] *= 255 / Math.max(alpha, 1);
    pixel[3] = alpha;
    if (alpha < SEEN) continue;
    columns.push((at / 4) % width);
    rows.push(Math.floor(at / 4 / width));
  }
  if (columns.length === 0) return null;
  const [[left, right], [top, bottom]] = [columns, rows].map((places) => [Math.min(...places), Math.max(...places)]);
  const side = Math.max(right - left, bottom - top) + 1;
  const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
  const from = [(left + right + 1 - side) / 2, (top + bottom + 1 - side) / 2].map(Math.floor);
  canvas.getContext("2d").putImageData(image, -from[0], -from[1]);
  return canvas.toDataURL();
}
