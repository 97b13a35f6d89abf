/** From a state to pixels. Pixels are RGBA bytes [height, width, 4], row 0 at the top, opaque. */

export const WHITE = [255, 255, 255];

/**
 * @typedef {object} DrawOptions
 * @property {number[]} [background] RGB bytes, white unless said
 */

const clip01 = (value) => Math.min(1, Math.max(0, value));

/**
 * Colours are premultiplied: the background shows through where alpha is below 1.
 * @param {Float32Array} state [height, width, channels], of which the first four are red, green, blue and alpha
 * @param {number} channels
 * @param {Uint8ClampedArray} pixels [height, width, 4], overwritten
 * @param {DrawOptions} [options]
 */
export function drawColours(state, channels, pixels, { background: [red, green, blue] = WHITE } = {}) {
  for (let at = 0, to = 0; to < pixels.length; at += channels, to += 4) {
    const through = 1 - clip01(state[at + 3]);
    pixels[to] = 255 * state[at] + red * through;
    pixels[to + 1] = 255 * state[at + 1] + green * through;
    pixels[to + 2] = 255 * state[at + 2] + blue * through;
    pixels[to + 3] = 255;
  }
}

/** Red, green and blue as they are, without alpha. Arguments as `drawColours` has them. */
export function drawOpaque(state, channels, pixels) {
  for (let at = 0, to = 0; to < pixels.length; at += channels, to += 4) {
    for (let c = 0; c < 3; c++) pixels[to + c] = 255 * state[at + c];
    pixels[to + 3] = 255;
  }
}

/**
 * Channel 0 is ink on the background: black on a light one, white on a dark one. Arguments as `drawColours` has them.
 */
export function drawInk(state, channels, pixels, { background = WHITE } = {}) {
  const ink = background[0] < 128 ? 255 : 0;
  for (let at = 0, to = 0; to < pixels.length; at += channels, to += 4) {
    const grey = clip01(state[at]);
    for (let c = 0; c < 3; c++) pixels[to + c] = background[c] + (ink - background[c]) * grey;
    pixels[to + 3] = 255;
  }
}
