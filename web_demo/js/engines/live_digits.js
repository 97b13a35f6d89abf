/**
 * Classifiers of drawn images, computed only where a cell lives and fires. Which cells live is decided by the image
 * alone, so their list changes only with an edit.
 */
import { LiveEngine } from "./live_engine.js";

export class LiveDigits extends LiveEngine {
  /** @param {import("../model_files.js").Model} model @param {import("./engine.js").EngineOptions} options */
  constructor(model, options) {
    super(model, options);
    this.everyCellActs = model.meta.mask === false;
    this.living = new Int32Array(this.width * this.height); // may be updated
    this.livingCount = 0;
  }

  describeRules() {
    return [{ layers: ["perceive", "dense1", "dense2"], perceive: (...where) => this.gather(...where) }];
  }

  neighbourhoodSide() {
    return this.model.meta.kernel_size ?? 3;
  }

  writeState(state) {
    const { aliveThreshold, channels, family, kernel, living } = this;
    if (state.buffer !== kernel.floats.buffer) kernel.floats.set(state);
    this.livingCount = 0;
    for (let cell = 0; cell < living.length; cell++) {
      const lives = kernel.floats[cell * channels + family.aliveChannel] > aliveThreshold;
      if (this.everyCellActs || lives) living[this.livingCount++] = cell;
    }
  }

  /** @param {import("./engine.js").StepInputs} [given] */
  step(given = {}) {
    this.acted = this.propose(this.living, this.livingCount, this.fireMasks(given));
    this.settle(this.acted, given);
    this.stepCount++;
  }

  /** What a cell perceives is its neighbourhood, row by row. */
  gather({ inputs, perceptionAt }, cells, first, count) {
    const { channels, neighbours } = this;
    const { floats } = this.kernel;
    const size = this.neighbourhoodSide() ** 2;
    for (let row = 0; row < count; row++) {
      let to = perceptionAt + row * inputs;
      for (let k = cells[first + row] * size; k < (cells[first + row] + 1) * size; k++) {
        const from = neighbours[k] * channels;
        for (let c = 0; c < channels; c++) floats[to++] = floats[from + c];
      }
    }
  }

  /** As in `LiveEngine`; nothing is added to the image. */
  inspect(cell) {
    const seen = super.inspect(cell);
    return { ...seen, increment: Float32Array.of(0, ...seen.increment) };
  }

  /** @returns {ArrayLike<number> | undefined} what was given for the noise of a cell's rule */
  noiseFor(cell, given) {
    return given.noise;
  }

  /** Every row's increment, with noise, is added: the image in channel 0 never changes, and nobody dies. */
  settle(rows, given) {
    const { acting, channels, increments, kernel, outputs, random } = this;
    const { floats } = kernel;
    const changing = channels - 1;
    const deviation = this.controls.noise;
    for (let row = 0; row < rows; row++) {
      const to = acting[row] * channels + 1;
      const from = increments + row * outputs;
      const noise = this.noiseFor(acting[row], given);
      for (let c = 0; c < changing; c++) {
        const drawn = noise ? noise[acting[row] * changing + c] : deviation && random.normal();
        floats[to + c] += floats[from + c] + deviation * drawn;
      }
    }
  }
}
