/** Self-classifying images: channel 0 is the drawing, which says who lives; the last channels are the classes. */
import { checkShared, integerOf, MAX_CHANNELS, MAX_HIDDEN, numberOf } from "../formats/checks.js";
import { drawInk } from "../engines/drawing.js";
import { EXPORT_AGAIN, ModelError } from "../formats/model_error.js";

const MAX_KERNEL = 15;

/** @type {import("./index.js").Family} */
export const mnist = {
  check(meta) {
    checkShared({ edges: "zero", ...meta });
    integerOf(meta, "features", 1, MAX_HIDDEN);
    integerOf(meta, "hidden", 1, MAX_HIDDEN);
    const side = integerOf({ kernel_size: 3, ...meta }, "kernel_size", 1, MAX_KERNEL);
    if (side % 2 === 0) {
      throw new ModelError(`meta.json has kernel_size = ${side}`, "an odd number was expected", EXPORT_AGAIN);
    }
    const classes = integerOf(meta, "classes", 2, MAX_CHANNELS - 1);
    integerOf(meta, "channels", 1 + classes, MAX_CHANNELS);
    numberOf(meta, "noise", 0, 10);
  },
  arrays: ({ channels, features, hidden, kernel_size: side = 3 }) => ({
    "perceive/kernel": [side, side, channels, features],
    "perceive/bias": [features],
    "dense1/kernel": [features, hidden],
    "dense1/bias": [hidden],
    "dense2/kernel": [hidden, channels - 1],
    "dense2/bias": [channels - 1],
  }),
  controls: { fire_rate: 1, noise: 0 },
  aliveChannel: 0,
  senses: [], // what it sees is whatever the network has learnt to
  /** A dot of ink that knows nothing yet. */
  plant: (cell) => cell.fill(0).fill(1, 0, 1),
  draw: drawInk,
  live: async () => (await import("../engines/live_digits.js")).LiveDigits,
};
