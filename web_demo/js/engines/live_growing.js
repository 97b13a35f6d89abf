/**
 * Growing automata, computed only where a cell lives and fires. The result is that of the dense step in Python: a cell
 * without a mature neighbour (alpha above the threshold, itself included) is zero and stays zero, and a cell that does not
 * fire gets no increment, so the rule is needed nowhere else - but for one exception, see `rescued`.
 */
import { CellSet } from "./cell_set.js";
import { roundTo8Bits, SIGNED, UNSIGNED } from "./codec8.js";
import { Engine } from "./engine.js";
import { createKernel } from "./kernels/index.js";
import { Layout, placeDense, ROW_BLOCK, roundUp } from "./kernels/layout.js";
import { NEIGHBOURS, neighbourTable } from "./neighbours.js";
import { filterMajor, perceiveSobel } from "./sobel.js";

const ALPHA = 3;
/** Rows computed at once: their perceptions and hidden units stay in the processor's nearest cache. */
const CHUNK = 64;

/** @returns {boolean} whether all of `values` in a range are 0 */
function isZero(values, from, to) {
  for (let i = from; i < to; i++) if (values[i] !== 0) return false;
  return true;
}

export class LiveGrowing extends Engine {
  /** @param {import("../model_files.js").Model} model @param {import("./engine.js").EngineOptions} options */
  constructor(model, options) {
    super("live", model, options);
    const cells = this.width * this.height;
    const array = (name) => model.weights.get(name).data;
    const layout = new Layout();
    layout.take((cells + 1) * this.channels); // the states, at offset 0; the last one is the outside, always zero
    const kernel1 = filterMajor(array("dense1/kernel"), this.channels, model.meta.hidden);
    this.layer1 = placeDense(layout, kernel1, array("dense1/bias"));
    this.layer2 = placeDense(layout, array("dense2/kernel"), array("dense2/bias"), this.layer1.outputs);
    this.perceptionAt = layout.take(CHUNK * this.layer1.inputs);
    this.hiddenAt = layout.take(CHUNK * this.layer1.outputs);
    this.incrementsAt = layout.take((roundUp(cells, CHUNK) + CHUNK) * this.layer2.outputs);
    this.kernel = createKernel(layout.size, options.kernel);
    this.layer1.load(this.kernel.floats);
    this.layer2.load(this.kernel.floats);

    this.neighbours = neighbourTable(this.width, this.height, this.edges);
    this.living = new CellSet(cells); // have a mature neighbour: may be updated
    this.next = new CellSet(cells); // will have one after this step
    this.asked = new CellSet(cells);
    this.mature = new Int32Array(cells);
    this.firing = new Int32Array(cells);
    this.rawAlpha = new Float32Array(cells);
    this.leftovers = []; // cells that are not zero without living; the step makes them so
  }

  readState() {
    return this.kernel.floats.subarray(0, this.width * this.height * this.channels);
  }

  writeState(state) {
    if (state.buffer !== this.kernel.floats.buffer) this.kernel.floats.set(state);
    this.findLiving();
  }

  /** After an edit, find from nothing who lives. */
  findLiving() {
    const { channels, living } = this;
    const state = this.readState();
    const cells = this.width * this.height;
    let matureCount = 0;
    for (let cell = 0; cell < cells; cell++) {
      if (state[cell * channels + ALPHA] > this.aliveThreshold) this.mature[matureCount++] = cell;
    }
    this.collectAround(this.mature, matureCount, living);
    this.leftovers = [];
    for (let cell = 0; cell < cells; cell++) {
      if (!living.has(cell) && !isZero(state, cell * channels, (cell + 1) * channels)) this.leftovers.push(cell);
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

  /** @param {import("./engine.js").StepInputs} [inputs] */
  step({ fire } = {}) {
    const { firing, living, next } = this;
    const { fireRate } = this.controls;
    const fires = fire ? (cell) => fire[cell] !== 0 : () => this.random.uniform() < fireRate;
    let firingCount = 0;
    for (let i = 0; i < living.count; i++) if (fires(living.list[i])) firing[firingCount++] = living.list[i];
    this.computeIncrements(firing, firingCount, 0);
    this.collectAround(this.mature, this.findMature(firingCount), next);

    const dying = [];
    for (let i = 0; i < living.count; i++) if (!next.has(living.list[i])) dying.push(living.list[i]);
    const rescued = this.rescued(dying, fires, firingCount);
    this.applyIncrements(firingCount);
    for (const cell of this.leftovers) if (!living.has(cell)) this.zero(cell);
    for (const cell of dying) if (!rescued.includes(cell)) this.zero(cell);
    this.leftovers = rescued;
    [this.living, this.next] = [next, living];
    this.stepCount++;
  }

  /** What the rule gives for `count` cells, into rows of the increments from `firstRow` on. */
  computeIncrements(cells, count, firstRow) {
    const { channels, kernel, layer1, layer2, perceptionAt, hiddenAt } = this;
    const { angle, stepSize } = this.controls;
    const { floats } = kernel;
    for (let start = 0; start < count; start += CHUNK) {
      const rows = Math.min(CHUNK, count - start);
      const padded = roundUp(rows, ROW_BLOCK);
      const to = this.incrementsAt + (firstRow + start) * layer2.outputs;
      const end = to + padded * layer2.outputs;
      perceiveSobel(floats, channels, this.neighbours, cells, start, rows, perceptionAt, layer1.inputs, angle);
      if (this.eightBit) roundTo8Bits(floats, perceptionAt, perceptionAt + rows * layer1.inputs, SIGNED);
      kernel.dense(layer1, perceptionAt, hiddenAt, padded, true);
      if (this.eightBit) roundTo8Bits(floats, hiddenAt, hiddenAt + rows * layer1.outputs, UNSIGNED);
      kernel.dense(layer2, hiddenAt, to, padded, false);
      if (stepSize !== 1) for (let i = to; i < end; i++) floats[i] *= stepSize;
      if (this.eightBit) roundTo8Bits(floats, to, end, SIGNED);
    }
  }

  /** The alpha of a cell with its increment added, before it is known whether the cell survives. */
  alphaAfter(cell, row) {
    const { floats } = this.kernel;
    const sum = floats[cell * this.channels + ALPHA] + floats[this.incrementsAt + row * this.layer2.outputs + ALPHA];
    return Math.fround(sum);
  }

  /** List the living cells that are mature with their increments added. @returns {number} how many */
  findMature(firingCount) {
    const { channels, firing, living, mature, rawAlpha } = this;
    const { floats } = this.kernel;
    for (let i = 0; i < living.count; i++) rawAlpha[living.list[i]] = floats[living.list[i] * channels + ALPHA];
    for (let row = 0; row < firingCount; row++) rawAlpha[firing[row]] = this.alphaAfter(firing[row], row);
    let count = 0;
    for (let i = 0; i < living.count; i++) {
      if (rawAlpha[living.list[i]] > this.aliveThreshold) mature[count++] = living.list[i];
    }
    return count;
  }

  /**
   * The dense step looks for mature neighbours before it clears the cells that were not living. So a dying cell lives on if
   * the rule makes a neighbour mature that may not live itself. That is asked of the few firing neighbours of dying cells.
   * @returns {number[]} the cells of `dying` that live on
   */
  rescued(dying, fires, firingCount) {
    const { asked, living, neighbours } = this;
    const outsiders = [];
    asked.clear();
    for (const cell of dying) {
      for (let k = cell * NEIGHBOURS; k < (cell + 1) * NEIGHBOURS; k++) {
        const near = neighbours[k];
        if (near === asked.outside || living.has(near) || asked.has(near)) continue;
        asked.add(near);
        if (fires(near)) outsiders.push(near);
      }
    }
    const firstRow = roundUp(firingCount, ROW_BLOCK);
    this.computeIncrements(outsiders, outsiders.length, firstRow);
    const mature = outsiders.filter((cell, i) => this.alphaAfter(cell, firstRow + i) > this.aliveThreshold);
    this.collectAround(mature, mature.length, asked);
    return dying.filter((cell) => asked.has(cell));
  }

  applyIncrements(firingCount) {
    const { channels, firing, incrementsAt, layer2 } = this;
    const { floats } = this.kernel;
    for (let row = 0; row < firingCount; row++) {
      const to = firing[row] * channels;
      const from = incrementsAt + row * layer2.outputs;
      for (let c = 0; c < channels; c++) floats[to + c] += floats[from + c];
      if (this.eightBit) roundTo8Bits(floats, to, to + channels, SIGNED);
    }
  }

  zero(cell) {
    this.kernel.floats.fill(0, cell * this.channels, (cell + 1) * this.channels);
  }
}
