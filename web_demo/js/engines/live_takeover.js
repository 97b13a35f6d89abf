/**
 * Several rules on one grid, as in nca_tf/families/takeover/automaton.py: each may act on its own cells and on free
 * ones beside them, all sense the sum of the alphas, and where several act their increments are averaged. States are
 * cleaned at the start of a step. Rules are computed where they may act and fire.
 */
import { NEIGHBOURS } from "./cells.js";
import { LiveEngine } from "./live_engine.js";
import { filterMajor, perceiveSobel } from "./sobel.js";

const COLOURS = 3;

export class LiveTakeover extends LiveEngine {
  /** @param {import("../model_files.js").Model} model @param {import("./engine.js").EngineOptions} options */
  constructor(model, options) {
    super(model, options);
    const cells = this.width * this.height;
    this.count = this.rules.length;
    this.chosen ??= new Int32Array(cells);
    /** The states. Rules see something else, which lies where other engines have theirs; see `#show`. */
    this.state = new Float32Array(cells * this.channels);
    /** For each cell one bit a rule: which may act there, and of which it has a mature alpha. */
    this.reach = new Uint8Array(cells);
    this.mature = new Uint8Array(cells);
  }

  describeRules() {
    const seen = this.channels - Object.keys(this.model.meta.rules).length + 1;
    this.seen = seen;
    return Object.entries(this.model.meta.rules).map(([name, { arguments: { angle = 0 } }]) => ({
      layers: [`${name}/dense1`, `${name}/dense2`],
      draw: `${name.replace(/^(?=\d)/, "rule").replace(/\W/g, "_")}_fire`,
      reorder: (kernel) => filterMajor(kernel, seen),
      perceive: (rule, cells, from, count) => perceiveSobel(
        this.kernel.floats, seen, this.neighbours, cells, from, count, rule.perceptionAt, rule.inputs, angle,
      ),
    }));
  }

  readState() {
    return this.state;
  }

  writeState(state) {
    if (state !== this.state) this.state.set(state);
  }

  /** @param {import("./engine.js").StepInputs} [given] */
  step(given = {}) {
    const fires = this.fireMasks(given);
    this.#findReach();
    this.#clean();
    this.#show();
    this.acted = 0;
    this.rules.forEach((_, rule) => this.#apply(rule, fires[rule]));
    this.stepCount++;
  }

  /** Where each rule may act: its own cells, and free ones beside a cell that is mature by its alpha. */
  #findReach() {
    const { aliveThreshold, channels, count, mature, neighbours, reach, state } = this;
    const cells = mature.length;
    for (let cell = 0, at = channels - count; cell < cells; cell++, at += channels) {
      let [ripe, owners, largest] = [0, 0, aliveThreshold];
      for (let rule = 0; rule < count; rule++) {
        const alpha = state[at + rule];
        if (!(alpha >= aliveThreshold)) continue;
        ripe |= 1 << rule;
        if (alpha > largest) owners = 0;
        if (alpha >= largest) [owners, largest] = [owners | (1 << rule), alpha];
      }
      mature[cell] = ripe;
      reach[cell] = owners;
    }
    for (let cell = 0; cell < cells; cell++) {
      if (mature[cell]) continue;
      let beside = 0;
      for (let k = cell * NEIGHBOURS; k < (cell + 1) * NEIGHBOURS; k++) beside |= mature[neighbours[k]] ?? 0;
      reach[cell] = beside;
    }
  }

  /** Alphas of rules that may not act in a cell go; so does all else where none may. */
  #clean() {
    const { channels, count, reach, state } = this;
    for (let cell = 0, at = 0; cell < reach.length; cell++, at += channels) {
      if (reach[cell] === 0) state.fill(0, at, at + channels);
      else {
        for (let rule = 0; rule < count; rule++) {
          if (!(reach[cell] & (1 << rule))) state[at + channels - count + rule] = 0;
        }
      }
    }
  }

  /** What rules sense: colours, the sum of the alphas, hidden channels. */
  #show() {
    const { channels, count, kernel: { floats }, reach, seen, state } = this;
    for (let cell = 0, at = 0, to = 0; cell < reach.length; cell++, at += channels, to += seen) {
      if (reach[cell] === 0) {
        floats.fill(0, to, to + seen);
        continue;
      }
      let alpha = 0;
      for (let c = channels - count; c < channels; c++) alpha += state[at + c];
      for (let c = 0; c < COLOURS; c++) floats[to + c] = state[at + c];
      floats[to + COLOURS] = alpha;
      for (let c = COLOURS; c < channels - count; c++) floats[to + 1 + c] = state[at + c];
    }
    floats.fill(0, reach.length * seen, (reach.length + 1) * seen); // the outside
  }

  /** Add a rule's increments to the cells where it may act and that fire. */
  #apply(rule, fires) {
    const { acting, channels, chosen, count, kernel, model, outputs, reach, single, state } = this;
    let firing = 0;
    for (let cell = 0; cell < reach.length; cell++) {
      if (reach[cell] & (1 << rule) && fires(cell)) chosen[firing++] = cell;
    }
    const { step_size: stepSize = 1 } = Object.values(model.meta.rules)[rule].arguments;
    this.rules[rule].compute(kernel, chosen, 0, firing, single, { stepSize });
    const { floats } = kernel;
    for (let i = 0; i < firing; i++) {
      const cell = chosen[i];
      const share = 1 / rivals(reach[cell]);
      const [to, from] = [cell * channels, single + i * outputs];
      for (let c = 0; c < COLOURS; c++) state[to + c] += share * floats[from + c];
      for (let c = COLOURS; c < channels - count; c++) state[to + c] += share * floats[from + 1 + c];
      state[to + channels - count + rule] += share * floats[from + COLOURS];
      if (this.acted < acting.length) acting[this.acted++] = cell;
    }
  }

  /** As in `LiveEngine`, of the rule whose cell it is, in the order of the shared channels. */
  inspect(cell) {
    const { acting, channels, count, kernel, single } = this;
    this.#findReach();
    this.#show();
    const rule = Math.max(0, Math.log2(this.reach[cell] & -this.reach[cell]) || 0);
    this.rules[rule].compute(kernel, Int32Array.of(cell), 0, 1, single, {});
    const added = kernel.floats.slice(single, single + this.outputs);
    const increment = new Float32Array(channels);
    increment.set(added.subarray(0, COLOURS));
    increment.set(added.subarray(COLOURS + 1), COLOURS);
    increment[channels - count + rule] = added[COLOURS];
    return { perception: new Float32Array(0), increment, fired: acting.subarray(0, this.acted).includes(cell) };
  }
}

/** @returns {number} how many bits of a number are set */
function rivals(bits) {
  let count = 0;
  for (let rest = bits; rest; rest &= rest - 1) count++;
  return count;
}
