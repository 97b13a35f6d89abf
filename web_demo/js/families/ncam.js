/** Automata out of a manifold: colours, alpha and hidden channels; no cell ever dies, every cell may act. */
import { drawColours, drawOpaque } from "../engines/drawing.js";
import { integerOf, MAX_CHANNELS, MAX_HIDDEN, numberOf } from "../formats/checks.js";
import { EXPORT_AGAIN, ModelError, shown } from "../formats/model_error.js";

const ALPHA = 3;

/** @param {object} meta a model's @returns {import("./index.js").Family} */
export const ncam = ({ colours }) => ({
  check(meta) {
    integerOf(meta, "colours", 3, 4);
    integerOf(meta, "channels", 4, MAX_CHANNELS);
    integerOf(meta, "hidden", 1, MAX_HIDDEN);
    integerOf(meta, "size", 1, 256);
    integerOf(meta, "steps", 1, 10000);
    numberOf(meta, "fire_rate", 0, 1);
    if (meta.edges !== "zero" && meta.edges !== "wrap") {
      throw new ModelError(`meta.json has edges = ${shown(meta.edges)}`, '"zero" or "wrap" was expected', EXPORT_AGAIN);
    }
  },
  arrays: ({ channels, hidden }) => ({
    "dense1/kernel": [3 * channels, hidden],
    "dense1/bias": [hidden],
    "dense2/kernel": [hidden, channels],
    "dense2/bias": [channels],
  }),
  controls: { fire_rate: 1 },
  aliveChannel: ALPHA,
  senses: ["sees ↔", "sees ↕"],
  plant: (cell) => cell.fill(1),
  draw: colours === 3 ? drawOpaque : drawColours,
  live: async () => (await import("../engines/firing_manifold.js")).FiringManifold,
});
