/**
 * Digit classifiers, computed only where a cell lives and fires. Which cells live is decided by the image alone, so their
 * list changes only with an edit.
 */
import { Engine } from "./engine.js";
import { createKernel } from "./kernels/index.js";
import { Layout, placeDense, ROW_BLOCK, roundUp } from "./kernels/layout.js";
import { neighbourTable } from "./neighbours.js";

/** Rows computed at once: their patches and hidden units stay in the processor's nearest cache. */
const CHUNK = 32;

export class LiveDigits extends Engine {
  /** @param {import("../model_files.js").Model} model @param {import("./engine.js").EngineOptions} options */
  constructor(model, options) {
    super("live", model, options);
    const cells = this.width * this.height;
    const array = (name) => model.weights.get(name).data;
    const layout = new Layout();
    layout.take((cells + 1) * this.channels); // the states, at offset 0; the last one is the outside, always zero
    this.perceive = placeDense(layout, array("perceive/kernel"), array("perceive/bias"));
    this.layer1 = placeDense(layout, array("dense1/kernel"), array("dense1/bias"), this.perceive.outputs);
    this.layer2 = placeDense(layout, array("dense2/kernel"), array("dense2/bias"), this.layer1.outputs);
    this.patchesAt = layout.take(CHUNK * this.perceive.inputs);
    this.perceptionAt = layout.take(CHUNK * this.perceive.outputs);
    this.hiddenAt = layout.take(CHUNK * this.layer1.outputs);
    this.incrementsAt = layout.take(roundUp(cells, CHUNK) * this.layer2.outputs);
    this.kernel = createKernel(layout.size, options.kernel);
    for (const layer of [this.perceive, this.layer1, this.layer2]) layer.load(this.kernel.floats);

    const side = model.meta.kernel_size ?? 3;
    this.neighbours = neighbourTable(this.width, this.height, this.edges, side);
    this.neighbourCount = side * side;
    this.everyCellActs = model.meta.mask === false;
    this.living = new Int32Array(cells); // may be updated
    this.livingCount = 0;
    this.firing = new Int32Array(cells);
  }

  readState() {
    return this.kernel.floats.subarray(0, this.width * this.height * this.channels);
  }

  writeState(state) {
    const { floats } = this.kernel;
    if (state.buffer !== floats.buffer) floats.set(state);
    this.livingCount = 0;
    for (let cell = 0; cell < this.living.length; cell++) {
      if (this.everyCellActs || floats[cell * this.channels] > this.aliveThreshold) {
        this.living[this.livingCount++] = cell;
      }
    }
  }

  /** @param {import("./engine.js").StepInputs} [inputs] */
  step({ fire, noise } = {}) {
    const { firing, living, livingCount, random } = this;
    const { fireRate } = this.controls;
    let count = 0;
    for (let i = 0; i < livingCount; i++) {
      const fires = fire ? fire[living[i]] !== 0 : random.uniform() < fireRate;
      if (fires) firing[count++] = living[i];
    }
    this.computeIncrements(count);
    this.applyIncrements(count, noise);
    this.stepCount++;
  }

  /** What the rule gives for the first `count` firing cells. */
  computeIncrements(count) {
    const { firing, kernel, layer1, layer2, perceive } = this;
    for (let start = 0; start < count; start += CHUNK) {
      const rows = Math.min(CHUNK, count - start);
      const padded = roundUp(rows, ROW_BLOCK);
      for (let row = 0; row < rows; row++) this.gather(firing[start + row], this.patchesAt + row * perceive.inputs);
      kernel.dense(perceive, this.patchesAt, this.perceptionAt, padded, true);
      kernel.dense(layer1, this.perceptionAt, this.hiddenAt, padded, true);
      kernel.dense(layer2, this.hiddenAt, this.incrementsAt + start * layer2.outputs, padded, false);
    }
  }

  /** Copy the states of a cell's neighbourhood, row by row. */
  gather(cell, to) {
    const { channels, neighbourCount, neighbours } = this;
    const { floats } = this.kernel;
    for (let k = 0; k < neighbourCount; k++) {
      const from = neighbours[cell * neighbourCount + k] * channels;
      for (let c = 0; c < channels; c++) floats[to + k * channels + c] = floats[from + c];
    }
  }

  applyIncrements(count, noise) {
    const { channels, firing, incrementsAt, layer2, random } = this;
    const { floats } = this.kernel;
    const changing = channels - 1; // the grey value never changes
    const deviation = this.controls.noise;
    for (let row = 0; row < count; row++) {
      const to = firing[row] * channels + 1;
      const from = incrementsAt + row * layer2.outputs;
      for (let c = 0; c < changing; c++) {
        const drawn = noise ? noise[firing[row] * changing + c] : deviation && random.normal();
        floats[to + c] += floats[from + c] + deviation * drawn;
      }
    }
  }
}
