/** Runs dishes: one loop for all of them, so that they keep step. */

import { Meter, Pace } from "./pace.js";

export class Player {
  constructor() {
    /** @type {import("./dish.js").Dish[]} */
    this.dishes = [];
    this.pace = new Pace();
    this.meter = new Meter();
    this.playing = false;
    /** Whether it stands still because what is shown is complete: nobody asked for that. */
    this.ended = false;
    this.resting = new Set();
    this.busy = false;
    this.stopped = false;
    this.frame = 0;
    this.listeners = { change: new Set(), frame: new Set(), undone: new Set(), reset: new Set(), error: new Set() };
    this.onVisibility = () => this.rest("hidden", document.hidden);
    document.addEventListener("visibilitychange", this.onVisibility);
    this.onVisibility();
  }

  /** @param {"change"|"frame"|"undone"|"reset"|"error"} event @param {Function} listener */
  on(event, listener) {
    this.listeners[event].add(listener);
  }

  #tell(event, ...details) {
    for (const listener of this.listeners[event]) listener(...details);
  }

  /** @param {import("./dish.js").Dish[]} dishes */
  setDishes(dishes) {
    this.dishes = dishes;
    for (const dish of dishes) {
      dish.onStale = () => this.wake();
      dish.onEngine = () => this.pace.relearn();
    }
    this.wake();
  }

  get speed() {
    return this.pace.speed;
  }

  set speed(speed) {
    this.pace.speed = speed;
    this.pace.rest();
    this.meter.clear();
    this.#tell("change");
  }

  /** @returns {number} steps since the reset, of the first dish */
  get stepCount() {
    return this.dishes[0]?.engine?.stepCount ?? 0;
  }

  play() {
    this.#setPlaying(true);
  }

  pause() {
    this.ended = false;
    this.#setPlaying(false);
  }

  /** Pauses because what is shown is complete. */
  end() {
    this.#setPlaying(false, true);
  }

  toggle() {
    this.#setPlaying(!this.playing);
  }

  #setPlaying(playing, ended = false) {
    if (playing === this.playing) return;
    this.playing = playing;
    this.ended = ended;
    this.pace.rest();
    this.meter.clear();
    this.#tell("change");
    this.wake();
  }

  /**
   * Holds the loop for a reason that is not the reader's: out of sight, in a hidden tab, a dialog on top.
   * @param {string} reason
   * @param {boolean} on
   */
  rest(reason, on) {
    if (on) this.resting.add(reason);
    else this.resting.delete(reason);
    this.pace.rest();
    this.meter.clear();
    this.wake();
  }

  /** One step now, whether playing or not. */
  async stepOnce() {
    this.pause();
    await this.#attempt(1);
    this.#tell("change");
  }

  /** @param {import("./dish.js").Dish[]} [dishes] all unless said */
  reset(dishes = this.dishes) {
    for (const dish of dishes) {
      if (!dish.engine) continue;
      dish.history.clear();
      dish.restart();
    }
    this.meter.clear();
    this.#tell("reset", dishes);
    this.#tell("change");
  }

  /** Takes back the newest stroke of each of these dishes. @returns {Promise<boolean>} whether there was one */
  async undo(dishes) {
    const undone = await Promise.all(dishes.map((dish) => dish.undo()));
    this.#tell("undone");
    this.#tell("change");
    return undone.some(Boolean);
  }

  /** Makes sure that a frame is coming. */
  wake() {
    if (!this.frame && !this.stopped) this.frame = requestAnimationFrame((now) => this.#tick(now));
  }

  async #tick(now) {
    this.frame = 0;
    if (this.busy) return;
    const running = this.playing && this.resting.size === 0 && this.dishes.some((dish) => dish.engine);
    const steps = running ? this.pace.stepsFor(now) : 0;
    const changed = steps > 0 || this.dishes.some((dish) => dish.stale);
    const done = !changed || (await this.#attempt(steps));
    if (running && done) this.meter.add(now, steps);
    if (changed) this.#tell("frame", now, steps);
    if (running) this.wake();
  }

  /** Works; what goes wrong is told, and nothing plays on. @returns {Promise<boolean>} whether all went well */
  async #attempt(steps) {
    try {
      await this.#work(steps);
      return true;
    } catch (error) {
      this.pause();
      this.#tell("error", error);
      return false;
    }
  }

  async #work(steps) {
    while (this.busy) await new Promise((done) => { requestAnimationFrame(done); });
    this.busy = true;
    const start = performance.now();
    try {
      for (const dish of this.dishes) {
        const engine = dish.engine;
        if (!engine) continue;
        if (steps > 0) await engine.steps(steps);
        if (dish.engine === engine && (steps > 0 || dish.stale)) await dish.draw();
      }
    } finally {
      this.busy = false;
      this.pace.worked = performance.now() - start;
      // A frame that came meanwhile found the player busy and asked for no other.
      if (this.playing || this.dishes.some((dish) => dish.stale)) this.wake();
    }
  }

  dispose() {
    this.stopped = true;
    cancelAnimationFrame(this.frame);
    document.removeEventListener("visibilitychange", this.onVisibility);
    for (const dish of this.dishes) dish.dispose();
    this.dishes = [];
  }
}
