/**
 * Automata of patterns whose alpha decides who lives. The result is that of the dense step in Python: a cell without a
 * mature neighbour (alpha above the threshold, itself included) is zero and stays zero, and a cell that does not fire
 * gets no increment, so the rules are needed nowhere else - but for one exception, see `rescued`.
 */
import { CellSet, NEIGHBOURS } from "./cells.js";
import { roundTo8Bits, SIGNED } from "./codec8.js";
import { ROW_BLOCK, roundUp } from "./kernels/layout.js";
import { LiveEngine } from "./live_engine.js";
import { filterMajor, perceiveSobel } from "./sobel.js";

/** @returns {boolean} whether all of `values` in a range are 0 */
function isZero(values, from, to) {
  for (let i = from; i < to; i++) if (values[i] !== 0) return false;
  return true;
}

export class LiveGrowing extends LiveEngine {
  /** @param {import("../model_files.js").Model} model @param {import("./engine.js").EngineOptions} options */
  constructor(model, options) {
    super(model, options);
    const cells = this.width * this.height;
    this.alpha = this.family.aliveChannel;
    this.living = new CellSet(cells); // have a mature neighbour: may be updated
    this.next = new CellSet(cells); // will have one after this step
    this.asked = new CellSet(cells);
    this.mature = new Int32Array(cells);
    this.rawAlpha = new Float32Array(cells);
    this.leftovers = []; // cells that are not zero without living; the step makes them so
  }

  describeRules() {
    return [this.sobelRule()];
  }

  /**
   * A rule that perceives a cell's state and its gradients.
   * @param {Partial<import("./live_rule.js").RuleDescription>} [more]
   */
  sobelRule(more = {}) {
    const perceive = (rule, cells, from, count) => {
      const { channels, controls, kernel, neighbours } = this;
      const angle = controls.angle ?? 0;
      perceiveSobel(kernel.floats, channels, neighbours, cells, from, count, rule.perceptionAt, rule.inputs, angle);
    };
    const reorder = (kernel) => filterMajor(kernel, this.channels);
    return { layers: ["dense1", "dense2"], perceive, reorder, ...more };
  }

  /** After an edit, find from nothing who lives. */
  writeState(state) {
    const { alpha, aliveThreshold, channels, kernel, living, mature } = this;
    if (state.buffer !== kernel.floats.buffer) kernel.floats.set(state);
    const cells = this.width * this.height;
    let matureCount = 0;
    for (let cell = 0; cell < cells; cell++) {
      if (kernel.floats[cell * channels + alpha] > aliveThreshold) mature[matureCount++] = cell;
    }
    this.collectAround(mature, matureCount, living);
    this.leftovers = [];
    for (let cell = 0; cell < cells; cell++) {
      const outside = !living.has(cell) && !isZero(kernel.floats, cell * channels, (cell + 1) * channels);
      if (outside) this.leftovers.push(cell);
    }
  }

  /** Make `set` the neighbourhoods of `count` cells. */
  collectAround(cells, count, set) {
    set.clear();
    for (let i = 0; i < count; i++) {
      const first = cells[i] * NEIGHBOURS;
      for (let k = first; k < first + NEIGHBOURS; k++) set.add(this.neighbours[k]);
    }
  }

  /**
   * Change every living cell's state and clear all others, as a family does that maps states before its rules see them.
   * @param {(floats: Float32Array, at: number) => void} change of the channels from `at` on, in place
   */
  mapLiving(change) {
    const { living, next } = this;
    for (const cell of this.leftovers) if (!living.has(cell)) this.zero(cell);
    this.leftovers = [];
    for (let i = 0; i < living.count; i++) change(this.kernel.floats, living.list[i] * this.channels);
    this.collectAround(this.mature, this.findMature(0), next);
    for (let i = 0; i < living.count; i++) if (!next.has(living.list[i])) this.leftovers.push(living.list[i]);
    [this.living, this.next] = [next, living];
  }

  /** @param {import("./engine.js").StepInputs} [given] */
  step(given = {}) {
    const fires = this.fireMasks(given);
    this.acted = this.propose(this.living.list, this.living.count, fires);
    this.settle(this.acted, fires);
    this.stepCount++;
  }

  /** Decide who survives `rows` rows of increments, and apply them. */
  settle(rows, fires) {
    const { living, next } = this;
    this.collectAround(this.mature, this.findMature(rows), next);
    const dying = [];
    for (let i = 0; i < living.count; i++) if (!next.has(living.list[i])) dying.push(living.list[i]);
    const rescued = this.rescued(dying, fires, rows);
    this.applyIncrements(rows);
    for (const cell of this.leftovers) if (!living.has(cell)) this.zero(cell);
    for (const cell of dying) if (!rescued.includes(cell)) this.zero(cell);
    this.leftovers = rescued;
    [this.living, this.next] = [next, living];
  }

  /** The alpha of a row's cell with its increment added, before it is known whether the cell survives. */
  alphaAfter(row) {
    const { acting, alpha, channels, increments, kernel, outputs } = this;
    const { floats } = kernel;
    return Math.fround(floats[acting[row] * channels + alpha] + floats[increments + row * outputs + alpha]);
  }

  /** List the living cells that are mature with `rows` rows of increments added. @returns {number} how many */
  findMature(rows) {
    const { acting, aliveThreshold, alpha, channels, kernel, living, mature, rawAlpha } = this;
    for (let i = 0; i < living.count; i++) rawAlpha[living.list[i]] = kernel.floats[living.list[i] * channels + alpha];
    for (let row = 0; row < rows; row++) rawAlpha[acting[row]] = this.alphaAfter(row);
    let count = 0;
    for (let i = 0; i < living.count; i++) {
      if (rawAlpha[living.list[i]] > aliveThreshold) mature[count++] = living.list[i];
    }
    return count;
  }

  /**
   * The dense step looks for mature neighbours before it clears the cells that were not living. So a dying cell lives
   * on if a rule makes a neighbour mature that may not live itself. That is asked of the few firing neighbours of dying
   * cells.
   * @returns {number[]} the cells of `dying` that live on
   */
  rescued(dying, fires, rows) {
    const { acting, asked, living, neighbours } = this;
    asked.clear();
    for (const cell of dying) {
      for (let k = cell * NEIGHBOURS; k < (cell + 1) * NEIGHBOURS; k++) {
        if (!living.has(neighbours[k])) asked.add(neighbours[k]);
      }
    }
    const firstRow = roundUp(rows, ROW_BLOCK);
    const end = firstRow + this.propose(asked.list, asked.count, fires, firstRow);
    const mature = [];
    for (let row = firstRow; row < end; row++) if (this.alphaAfter(row) > this.aliveThreshold) mature.push(acting[row]);
    this.collectAround(mature, mature.length, asked);
    return dying.filter((cell) => asked.has(cell));
  }

  applyIncrements(rows) {
    const { acting, channels, increments, kernel, outputs } = this;
    const { floats } = kernel;
    for (let row = 0; row < rows; row++) {
      const to = acting[row] * channels;
      const from = increments + row * outputs;
      for (let c = 0; c < channels; c++) floats[to + c] += floats[from + c];
      if (this.eightBit) roundTo8Bits(floats, to, to + channels, SIGNED);
    }
  }

  zero(cell) {
    this.kernel.floats.fill(0, cell * this.channels, (cell + 1) * this.channels);
  }
}
