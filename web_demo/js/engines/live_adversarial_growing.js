/**
 * A pattern whose cells follow the host's rule, but for those that are adversaries. Each rule also decides who of its
 * own cells lives, by what it would make of their neighbours, whosever these are: as in Python, a cell stays if its
 * rule alone would have left it a mature neighbour.
 */
import { CellSet, NEIGHBOURS } from "./cells.js";
import { LiveGrowing } from "./live_growing.js";

export class LiveAdversarialGrowing extends LiveGrowing {
  /** @param {import("../model_files.js").Model} model @param {import("./engine.js").EngineOptions} options */
  constructor(model, options) {
    super(model, options);
    const cells = this.width * this.height;
    this.beside = new CellSet(cells);
    this.own = new Int32Array(cells);
    this.doubtful = new Int32Array(cells);
  }

  describeRules() {
    return ["host", "adversary"].map((name) => this.sobelRule({
      layers: [`${name}/dense1`, `${name}/dense2`], draw: `${name}_fire`,
    }));
  }

  /** Every cell follows one rule wholly. */
  share(rule, cell) {
    return rule === this.ownerOf(cell) ? 1 : 0;
  }

  ownerOf(cell) {
    return this.controls.adversaries[cell] > 0.5 ? 1 : 0;
  }

  settle(rows, fires) {
    const { living, next } = this;
    const matureCount = this.findMature(rows);
    this.collectAround(this.mature, matureCount, next);
    const dying = this.rules.flatMap((_, rule) => this.#dying(rule, matureCount, fires[rule]));
    this.applyIncrements(rows);
    for (const cell of this.leftovers) if (!living.has(cell)) this.zero(cell);
    for (const cell of dying) this.zero(cell);
    const dead = new Set(dying);
    this.leftovers = [];
    for (let i = 0; i < living.count; i++) {
      const cell = living.list[i];
      if (!next.has(cell) && !dead.has(cell)) this.leftovers.push(cell);
    }
    [this.living, this.next] = [next, living];
  }

  /** Which living cells of a rule it leaves without a mature neighbour. @returns {number[]} */
  #dying(rule, matureCount, fires) {
    const { asked, beside, doubtful, living, mature, neighbours, own } = this;
    let owned = 0;
    for (let i = 0; i < matureCount; i++) if (this.ownerOf(mature[i]) === rule) own[owned++] = mature[i];
    this.collectAround(own, owned, beside);
    let doubts = 0;
    for (let i = 0; i < living.count; i++) {
      const cell = living.list[i];
      if (this.ownerOf(cell) === rule && !beside.has(cell)) doubtful[doubts++] = cell;
    }
    if (doubts === 0) return [];
    asked.clear();
    for (let i = 0; i < doubts; i++) {
      for (let k = doubtful[i] * NEIGHBOURS; k < (doubtful[i] + 1) * NEIGHBOURS; k++) {
        const cell = neighbours[k];
        if (!living.has(cell) || this.ownerOf(cell) !== rule) asked.add(cell);
      }
    }
    this.collectAround(own, this.#wouldBeMature(rule, fires, own), beside);
    return Array.from(doubtful.subarray(0, doubts)).filter((cell) => !beside.has(cell));
  }

  /** Lists in `found` the asked cells, of which none follows the rule, that would be mature if all did. */
  #wouldBeMature(rule, fires, found) {
    const { aliveThreshold, alpha, asked, channels, chosen, controls, kernel, outputs, single } = this;
    const { floats } = kernel;
    let count = 0;
    let firing = 0;
    for (let i = 0; i < asked.count; i++) {
      const cell = asked.list[i];
      if (fires(cell)) chosen[firing++] = cell;
      else if (floats[cell * channels + alpha] > aliveThreshold) found[count++] = cell;
    }
    this.rules[rule].compute(kernel, chosen, 0, firing, single, { stepSize: controls.step_size });
    for (let i = 0; i < firing; i++) {
      const after = Math.fround(floats[chosen[i] * channels + alpha] + floats[single + i * outputs + alpha]);
      if (after > aliveThreshold) found[count++] = chosen[i];
    }
    return count;
  }
}
