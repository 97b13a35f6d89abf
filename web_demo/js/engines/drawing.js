/** From a state to pixels. Pixels are RGBA bytes [height, width, 4], row 0 at the top, opaque. */

export const WHITE = [255, 255, 255];

/** Colours of a hidden channel: blue below 0, the background at 0, orange above; safe for the common colour blindnesses. */
export const NEGATIVE = [33, 102, 172];
export const POSITIVE = [214, 96, 20];

/**
 * @typedef {object} DrawOptions
 * @property {'rgba' | 'hidden' | 'labels'} view
 * @property {number} [channel] which one the hidden view shows
 * @property {number[][]} [palette] RGB bytes per class, of the labels view; else meta.json's
 * @property {number[]} [background] RGB bytes, white unless said
 * @property {number} [undecided] a cell none of whose class outputs exceeds this stays black; else meta.json's undecided_below
 */

/** The hidden view's channel unless one is named: the first behind alpha. */
export const DEFAULT_CHANNEL = 4;

const clip01 = (value) => Math.min(1, Math.max(0, value));

/** Colours are premultiplied: the background shows through where alpha is below 1. */
function drawRgba(state, channels, pixels, [red, green, blue]) {
  for (let at = 0, to = 0; to < pixels.length; at += channels, to += 4) {
    const through = 1 - clip01(state[at + 3]);
    pixels[to] = 255 * state[at] + red * through;
    pixels[to + 1] = 255 * state[at + 1] + green * through;
    pixels[to + 2] = 255 * state[at + 2] + blue * through;
    pixels[to + 3] = 255;
  }
}

/** One channel, squashed with arctan as in the articles' videos of hidden states. */
function drawHidden(state, channels, channel, pixels, background) {
  for (let at = channel, to = 0; to < pixels.length; at += channels, to += 4) {
    const squashed = Math.atan(2 * state[at]) / (Math.PI / 2);
    const colour = squashed < 0 ? NEGATIVE : POSITIVE;
    for (let k = 0; k < 3; k++) pixels[to + k] = background[k] + (colour[k] - background[k]) * Math.abs(squashed);
    pixels[to + 3] = 255;
  }
}

/** The class that each living cell believes in; black while it believes in none. */
function drawLabels(
  state,
  channels,
  meta,
  pixels,
  { palette = meta.palette, background, undecided = meta.undecided_below ?? 0 },
) {
  const classes = meta.classes;
  for (let at = 0, to = 0; to < pixels.length; at += channels, to += 4) {
    const label = labelOf(state, at + channels - classes, classes, undecided);
    const alive = state[at] > Math.fround(meta.alive_threshold);
    const colour = !alive ? background : label < 0 ? [0, 0, 0] : palette[label];
    pixels[to] = colour[0];
    pixels[to + 1] = colour[1];
    pixels[to + 2] = colour[2];
    pixels[to + 3] = 255;
  }
}

/**
 * @param {Float32Array} state
 * @param {number} at offset of the cell's first class output
 * @param {number} classes how many
 * @param {number} [undecided] the least that an output must exceed
 * @returns {number} the class with the largest output, -1 if none exceeds `undecided`
 */
export function labelOf(state, at, classes, undecided = 0) {
  let label = -1;
  let largest = undecided;
  for (let k = 0; k < classes; k++) {
    if (state[at + k] > largest) {
      largest = state[at + k];
      label = k;
    }
  }
  return label;
}

/**
 * @param {Float32Array} state [height, width, channels]
 * @param {object} meta
 * @param {Uint8ClampedArray} pixels [height, width, 4], overwritten
 * @param {DrawOptions} options
 */
export function drawState(
  state,
  meta,
  pixels,
  { view = "rgba", channel = DEFAULT_CHANNEL, background = WHITE, ...options } = {},
) {
  const { channels } = meta;
  if (view === "labels") drawLabels(state, channels, meta, pixels, { ...options, background });
  else if (view === "hidden") drawHidden(state, channels, channel, pixels, background);
  else drawRgba(state, channels, pixels, background);
}
