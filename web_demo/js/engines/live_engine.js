/**
 * What all automata have in common that are computed only where a cell lives and fires. A step is propose, then settle:
 * every rule says what it would add to the cells that its own fire mask names, and the family's file decides what
 * becomes of that.
 *
 * A family's file says which rules there are (`describeRules`), which cells may act (`writeState`), how much of each
 * rule counts in a cell (`share`), and how a proposal is settled (`step`).
 */
import { neighbourTable } from "./cells.js";
import { Engine } from "./engine.js";
import { createKernel } from "./kernels/index.js";
import { Layout } from "./kernels/layout.js";
import { LiveRule } from "./live_rule.js";

export class LiveEngine extends Engine {
  /** @param {import("../model_files.js").Model} model @param {import("./engine.js").EngineOptions} options */
  constructor(model, options) {
    super("live", model, options);
    const cells = this.width * this.height;
    const layout = new Layout();
    layout.take((cells + 1) * this.channels); // the states, at offset 0; the last one is the outside, always zero
    this.rules = this.describeRules().map((description) => new LiveRule(description, model, layout));
    this.outputs = this.rules[0].outputs;
    this.increments = layout.take(LiveRule.rowsFor(cells) * this.outputs);
    const several = this.rules.length > 1;
    this.single = several ? layout.take(LiveRule.rowsFor(cells) * this.outputs) : this.increments;
    this.chosen = several ? new Int32Array(cells) : null;
    this.rowOf = several ? new Int32Array(cells).fill(-1) : null;
    this.kernel = createKernel(layout.size, options.kernel);
    this.neighbours = neighbourTable(this.width, this.height, this.edges, this.neighbourhoodSide());
    /** The cell that each row of the increments is for. */
    this.acting = new Int32Array(cells + LiveRule.rowsFor(0));
    this.acted = 0; // of them in the last step
    this.loadWeights(model.weights);
  }

  /** @returns {import("./live_rule.js").RuleDescription[]} */
  describeRules() {
    throw new Error("a family's engine describes its rules");
  }

  /** @returns {number} cells along a side of what a cell sees */
  neighbourhoodSide() {
    return 3;
  }

  /** How much of what a rule adds counts in a cell. @param {number} rule @param {number} cell @returns {number} */
  share(rule, cell) {
    return 1;
  }

  loadWeights(weights) {
    for (const rule of this.rules) rule.load(this.kernel.floats, weights);
  }

  readState() {
    return this.kernel.floats.subarray(0, this.width * this.height * this.channels);
  }

  /**
   * @param {import("./engine.js").StepInputs} given
   * @returns {((cell: number) => boolean)[]} who fires, for each rule
   */
  fireMasks(given) {
    const rate = this.controls.fire_rate;
    return this.rules.map(({ draw }) => {
      const mask = given[draw];
      return mask ? (cell) => mask[cell] !== 0 : () => this.random.uniform() < rate;
    });
  }

  /**
   * What all rules together would add to those of some cells that fire.
   * @param {ArrayLike<number>} cells
   * @param {number} count how many of `cells`
   * @param {((cell: number) => boolean)[]} fires from `fireMasks`
   * @param {number} [firstRow] of the increments to write, a multiple of ROW_BLOCK
   * @returns {number} how many rows were written; `acting` has the cell of each
   */
  propose(cells, count, fires, firstRow = 0) {
    const { acting, kernel, outputs, rules } = this;
    const options = { stepSize: this.controls.step_size, eightBit: this.eightBit };
    if (rules.length > 1) return this.#proposeSeveral(cells, count, fires, firstRow, options);
    const [fire] = fires;
    let rows = 0;
    for (let i = 0; i < count; i++) if (fire(cells[i])) acting[firstRow + rows++] = cells[i];
    rules[0].compute(kernel, acting, firstRow, rows, this.increments + firstRow * outputs, options);
    return rows;
  }

  /**
   * What a cell perceives and what its rule would add to it now; between steps only.
   * @param {number} cell
   * @returns {{perception: Float32Array, increment: Float32Array, fired: boolean}} increment: of all channels, perhaps
   *   with zeros behind them; fired: in the step before
   */
  inspect(cell) {
    const { increments, kernel, outputs } = this;
    const rule = this.rules.find((_, at) => this.share(at, cell) !== 0);
    const fired = this.acting.subarray(0, this.acted).includes(cell);
    const options = { stepSize: this.controls.step_size, eightBit: this.eightBit };
    rule.compute(kernel, Int32Array.of(cell), 0, 1, increments, options);
    const perception = kernel.floats.slice(rule.perceptionAt, rule.perceptionAt + rule.inputs);
    return { perception, increment: kernel.floats.slice(increments, increments + outputs), fired };
  }

  /** The rules one after the other, each added to what those before it would add. */
  #proposeSeveral(cells, count, fires, firstRow, options) {
    const { acting, chosen, increments, kernel, outputs, rowOf, single } = this;
    const { floats } = kernel;
    let rows = 0;
    for (const [at, rule] of this.rules.entries()) {
      let firing = 0;
      for (let i = 0; i < count; i++) {
        if (this.share(at, cells[i]) !== 0 && fires[at](cells[i])) chosen[firing++] = cells[i];
      }
      rule.compute(kernel, chosen, 0, firing, single, options);
      for (let i = 0; i < firing; i++) {
        const cell = chosen[i];
        const fresh = rowOf[cell] < 0;
        if (fresh) {
          rowOf[cell] = firstRow + rows;
          acting[firstRow + rows++] = cell;
        }
        const share = this.share(at, cell);
        const to = increments + rowOf[cell] * outputs;
        for (let c = 0; c < outputs; c++) {
          floats[to + c] = (fresh ? 0 : floats[to + c]) + share * floats[single + i * outputs + c];
        }
      }
    }
    for (let row = firstRow; row < firstRow + rows; row++) rowOf[acting[row]] = -1;
    return rows;
  }
}
