/** States to go back to, newest last, within a fixed amount of memory. */

const BYTES = 48 * 1024 * 1024;
const MOST = 30;

let strokes = 0;
/** @returns {number} one for each stroke, rising; a stroke that reaches several dishes has one number in all of them */
export const newStroke = () => ++strokes;

/** Remembers the states before a stroke that reaches several dishes. @param {import("./dish.js").Dish[]} dishes */
export function rememberAll(dishes) {
  const stroke = newStroke();
  for (const dish of dishes) dish.remember(stroke);
}

/**
 * @typedef {object} Snapshot
 * @property {Promise<Float32Array>|Float32Array} state
 * @property {number} steps the automaton's step count at that moment
 * @property {Object} controls those that strokes change
 * @property {number} stroke the one that follows, from `newStroke`
 */

export class History {
  constructor() {
    this.entries = [];
    this.onChange = () => {};
  }

  /** @param {Snapshot} entry */
  push(entry) {
    this.entries.push(entry);
    Promise.resolve(entry.state).then((values) => {
      const most = Math.max(2, Math.min(MOST, Math.floor(BYTES / values.byteLength)));
      while (this.entries.length > most) this.entries.shift();
    }, () => this.drop(entry));
    this.onChange();
  }

  /** Forgets one that no stroke followed. @param {Snapshot} entry */
  drop(entry) {
    this.entries = this.entries.filter((other) => other !== entry);
    this.onChange();
  }

  /** @returns {Promise<Snapshot|null>} with its state at hand */
  async pop() {
    const entry = this.entries.pop();
    this.onChange();
    return entry ? { ...entry, state: await entry.state } : null;
  }

  /** The number of the newest stroke, 0 without any. */
  get newest() {
    return this.entries.at(-1)?.stroke ?? 0;
  }

  get length() {
    return this.entries.length;
  }

  clear() {
    this.entries = [];
    this.onChange();
  }
}
