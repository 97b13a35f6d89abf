/** A drawn image whose cells follow the host's rule, but for those that are adversaries. */
import { LiveDigits } from "./live_digits.js";

const LAYERS = ["perceive", "dense1", "dense2"];

export class LiveAdversarialDigits extends LiveDigits {
  describeRules() {
    return ["host", "adversary"].map((name) => ({
      layers: LAYERS.map((layer) => `${name}/${layer}`), draw: `${name}_fire`,
      perceive: (...where) => this.gather(...where),
    }));
  }

  /** Every cell follows one rule wholly. */
  share(rule, cell) {
    return rule === (this.controls.adversaries[cell] > 0.5 ? 1 : 0) ? 1 : 0;
  }

  noiseFor(cell, given) {
    return this.controls.adversaries[cell] > 0.5 ? given.adversary_noise : given.host_noise;
  }
}
