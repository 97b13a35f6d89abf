/** Growing patterns: colours, alpha and hidden channels, of which alpha says who lives. */
import { checkShared, integerOf, MAX_HIDDEN, numberOf } from "../formats/checks.js";
import { drawColours } from "../engines/drawing.js";

const ALPHA = 3;

/** @type {import("./index.js").Family} */
export const growing = {
  check(meta) {
    checkShared(meta);
    integerOf(meta, "hidden", 1, MAX_HIDDEN);
    numberOf(meta, "step_size", 0, 10);
    numberOf(meta, "angle", -1e6, 1e6);
  },
  arrays: ({ channels, hidden }) => ({
    "dense1/kernel": [3 * channels, hidden],
    "dense1/bias": [hidden],
    "dense2/kernel": [hidden, channels],
    "dense2/bias": [channels],
  }),
  controls: { angle: 0, fire_rate: 1, step_size: 1 },
  aliveChannel: ALPHA,
  senses: ["sees ↔", "sees ↕"],
  /** A seed has no colour yet; alpha and hidden channels are 1. */
  plant: (cell) => cell.fill(0, 0, ALPHA).fill(1, ALPHA),
  draw: drawColours,
  live: async () => (await import("../engines/live_growing.js")).LiveGrowing,
};
