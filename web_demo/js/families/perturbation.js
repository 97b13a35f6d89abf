/** A growing pattern whose living states are changed before every step, by perturbations that mix. */
import { EXPORT_AGAIN, ModelError, shown } from "../formats/model_error.js";
import { growing } from "./growing.js";
import { prefixed } from "./members.js";

const MOST = 32;

/** @type {import("./index.js").Family} */
export const perturbation = {
  ...growing,
  settings: ({ host }) => host?.arguments,
  check(meta) {
    growing.check(meta);
    const { kind, perturbations: names } = meta;
    const fine = Array.isArray(names) && names.length > 0 && names.length <= MOST &&
      names.every((name, at) => typeof name === "string" && names.indexOf(name) === at);
    if (!fine) {
      const wrong = `meta.json has perturbations = ${shown(names)}`;
      throw new ModelError(wrong, "different names were expected", EXPORT_AGAIN);
    }
    if (kind !== "symmetric" && kind !== "additive") {
      throw new ModelError(
        `meta.json has kind = ${shown(kind)}`, '"symmetric" or "additive" was expected', EXPORT_AGAIN,
      );
    }
  },
  arrays(meta) {
    const { channels, kind, perturbations } = meta;
    const own = (name) => (kind === "additive" ? [`${name}/vector`, [channels]]
      : [`${name}/entries`, [(channels * (channels + 1)) / 2]]);
    return { ...Object.fromEntries(perturbations.map(own)), ...prefixed("host", growing.arrays(meta)) };
  },
  controls: { ...growing.controls, strengths: ({ model: { meta } }) => new Float32Array(meta.perturbations.length) },
  live: async () => (await import("../engines/live_perturbation.js")).LivePerturbation,
};
