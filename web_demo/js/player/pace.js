/**
 * How many steps a frame should compute: as many as the speed asks for, and no more than the machine manages smoothly.
 */

/** Steps per second at speed 1. */
export const STEPS_PER_SECOND = 60;

/** The speeds of the slider, slowest first; the last one means "as fast as the machine can". */
export const SPEEDS = [1 / 60, 1 / 10, 1 / 2, 1, 2, 4, Infinity];

/** @param {number} speed @returns {string} such as "1/10×" or "max" */
export function speedText(speed) {
  if (speed === Infinity) return "max";
  return speed < 1 ? `1/${Math.round(1 / speed)}×` : `${speed}×`;
}

/**
 * @param {string|undefined} text as `speedText` writes it, with or without the sign
 * @returns {number} 1 where it can't be read
 */
export function parseSpeed(text) {
  const wanted = String(text ?? "").replace("×", "");
  return SPEEDS.find((speed) => speedText(speed).replace("×", "") === wanted) ?? 1;
}

const BUDGET = 11; // ms of a frame for steps and drawing; at 60 frames a second the browser needs the rest
const LONGEST_BUDGET = 125; // ms; where the browser itself is slower than that, more steps a frame cost no smoothness
const MOST = 5000; // steps a frame, even where a step takes no time at all
const BUDGET_SHARE = 0.5; // of a long frame
const LONGEST_GAP = 250; // ms; after a pause of the browser there is nothing to catch up with

export class Pace {
  constructor(speed = 1) {
    this.speed = speed;
    this.allowed = 1;
    this.owed = 0;
    this.previous = null;
    this.worked = 0;
  }

  /** Forgets the time that passed, after a pause. */
  rest() {
    this.previous = null;
    this.owed = 0;
  }

  /** Forgets how many steps a frame can hold: another engine may be a thousand times slower. */
  relearn() {
    this.allowed = 1;
    this.worked = 0;
  }

  /**
   * @param {number} now milliseconds
   * @returns {number} whole steps to compute in this frame; set `worked` to the milliseconds they took
   */
  stepsFor(now) {
    const gap = this.previous === null ? 1000 / STEPS_PER_SECOND : Math.min(now - this.previous, LONGEST_GAP);
    const budget = Math.min(Math.max(BUDGET, gap * BUDGET_SHARE), LONGEST_BUDGET);
    this.previous = now;
    this.allowed = Math.min(MOST, nextAllowed(this.allowed, this.worked / budget));
    if (this.speed === Infinity) return this.allowed;
    this.owed += (gap / 1000) * STEPS_PER_SECOND * this.speed;
    const mostOwed = Math.ceil((LONGEST_GAP / 1000) * STEPS_PER_SECOND * this.speed) + 1;
    this.allowed = Math.min(this.allowed, mostOwed);
    const steps = Math.min(Math.floor(this.owed + 1e-6), this.allowed);
    // What could not be done in time is dropped, not piled up.
    this.owed = Math.min(this.owed - steps, 1);
    return steps;
  }
}

/** @param {number} allowed steps a frame @param {number} used share of the budget that the last frame took */
function nextAllowed(allowed, used) {
  if (used > 1) return Math.max(1, Math.floor((0.8 * allowed) / used));
  return used < 0.25 ? 2 * allowed : allowed + Math.max(1, Math.floor(allowed / 8));
}

/** Steps per second over the last second or so. */
export class Meter {
  constructor() {
    this.clear();
  }

  clear() {
    this.marks = [];
  }

  /** @param {number} now milliseconds @param {number} steps computed since the last call */
  add(now, steps) {
    this.marks.push([now, steps]);
    while (this.marks.length > 2 && now - this.marks[0][0] > 1500) this.marks.shift();
  }

  /** @returns {number} */
  get rate() {
    if (this.marks.length < 2) return 0;
    const span = this.marks.at(-1)[0] - this.marks[0][0];
    return span > 0 ? (this.marks.slice(1).reduce((sum, [, steps]) => sum + steps, 0) * 1000) / span : 0;
  }
}
