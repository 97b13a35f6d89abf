/** States to go back to, newest last, within a fixed amount of memory. */

const BYTES = 48 * 1024 * 1024;
const MOST = 30;

export class History {
  constructor() {
    this.entries = [];
    this.onChange = () => {};
  }

  /**
   * @param {Promise<Float32Array>|Float32Array} state
   * @param {number} steps the automaton's step count at that moment
   */
  push(state, steps) {
    const entry = { state, steps, ready: null };
    this.entries.push(entry);
    Promise.resolve(state).then((values) => {
      entry.ready = values;
      const most = Math.max(2, Math.min(MOST, Math.floor(BYTES / values.byteLength)));
      while (this.entries.length > most) this.entries.shift();
    }, () => { this.entries = this.entries.filter((other) => other !== entry); });
    this.onChange();
  }

  /** @returns {Promise<{state: Float32Array, steps: number}|null>} */
  async pop() {
    const entry = this.entries.pop();
    this.onChange();
    return entry ? { state: await entry.state, steps: entry.steps } : null;
  }

  /** The newest state that has already arrived. */
  get latest() {
    const entry = this.entries.findLast((candidate) => candidate.ready);
    return entry ? { state: entry.ready, steps: entry.steps } : null;
  }

  get length() {
    return this.entries.length;
  }

  clear() {
    this.entries = [];
    this.onChange();
  }
}
