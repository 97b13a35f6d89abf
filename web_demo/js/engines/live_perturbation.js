/**
 * A growing automaton whose living states are all changed before every step: multiplied by a symmetric matrix, or added
 * to a vector. The strengths mix what the model knows into one change; while all are 0 it is its host, unclipped.
 */
import { LiveGrowing } from "./live_growing.js";

/** Largest absolute value of a changed state. */
const LIMIT = 3;

/** The matrix [channels, channels] whose upper triangle `entries` lists row by row. */
export function symmetric(entries, channels) {
  const matrix = new Float32Array(channels ** 2);
  let next = 0;
  for (let row = 0; row < channels; row++) {
    for (let column = row; column < channels; column++) {
      matrix[row * channels + column] = matrix[column * channels + row] = entries[next++];
    }
  }
  return matrix;
}

export class LivePerturbation extends LiveGrowing {
  describeRules() {
    return [this.sobelRule({ layers: ["host/dense1", "host/dense2"] })];
  }

  loadWeights(weights) {
    super.loadWeights(weights);
    const { channels, model: { meta } } = this;
    this.additive = meta.kind === "additive";
    this.changes = meta.perturbations.map((name) => (this.additive ? weights.get(`${name}/vector`).data
      : symmetric(weights.get(`${name}/entries`).data, channels)));
    this.change = null;
  }

  setControls(controls) {
    super.setControls(controls);
    this.change = null;
  }

  step(given) {
    this.#changeLiving();
    super.step(given);
  }

  /** As in `LiveEngine`, of the states as the change leaves them. */
  inspect(cell) {
    const state = this.readState().slice();
    this.#changeLiving();
    const seen = super.inspect(cell);
    this.writeState(state);
    return seen;
  }

  #changeLiving() {
    if (this.controls.strengths.every((strength) => strength === 0)) return;
    this.change ??= this.#mixed();
    this.mapLiving(this.additive ? this.#adding() : this.#multiplying());
  }

  /** Σ kᵢ Cᵢ + (1 - Σ kᵢ) times what changes nothing: the identity, or zero. */
  #mixed() {
    const { additive, changes, channels, controls: { strengths } } = this;
    const rest = 1 - strengths.reduce((sum, strength) => sum + strength, 0);
    return changes[0].map((_, at) => changes.reduce(
      (sum, change, of) => sum + strengths[of] * change[at], !additive && at % (channels + 1) === 0 ? rest : 0,
    ));
  }

  #adding() {
    const { change, channels } = this;
    return (floats, at) => {
      for (let c = 0; c < channels; c++) floats[at + c] = Math.min(LIMIT, Math.max(-LIMIT, floats[at + c] + change[c]));
    };
  }

  #multiplying() {
    const { change, channels } = this;
    const mapped = new Float32Array(channels);
    return (floats, at) => {
      for (let to = 0; to < channels; to++) {
        let sum = 0;
        for (let from = 0; from < channels; from++) sum += floats[at + from] * change[from * channels + to];
        mapped[to] = Math.min(LIMIT, Math.max(-LIMIT, sum));
      }
      floats.set(mapped, at);
    };
  }
}
