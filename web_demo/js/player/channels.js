/**
 * Draws a state's channels, all at once as a contact sheet or one by one, in a palette that colour-blind eyes can read.
 */

const GAP = 2;

/** Blue below zero, plate at zero, orange above; |value| 1 and more is the full colour. */
export const BELOW = [33, 102, 190];
export const ABOVE = [222, 110, 16];

/**
 * A painter for dishes.
 * @param {number|null} channel null for all of them
 */
export function channelPainter(channel) {
  return async ({ engine, stage }, plate) => {
    const { width, height, channels } = engine;
    const state = await engine.getState();
    if (channel !== null) {
      stage.setGrid(width, height);
      drawTile(stage.image, 0, 0, state, engine, Math.min(channel, channels - 1), plate);
      return;
    }
    const columns = Math.ceil(Math.sqrt(channels));
    const rows = Math.ceil(channels / columns);
    const corners = Array.from({ length: columns * rows }, (_, index) => [
      (index % columns) * (width + GAP), Math.floor(index / columns) * (height + GAP),
    ]);
    const toGrid = (point) => sheetToGrid(point, engine);
    stage.setGrid(columns * (width + GAP) - GAP, rows * (height + GAP) - GAP, { corners, toGrid });
    fill(stage.image.data, plate.map((value) => (value + 128) / 2));
    corners.forEach(([left, top], index) => {
      drawTile(stage.image, left, top, state, engine, index < channels ? index : -1, plate);
    });
  };
}

function fill(pixels, [red, green, blue]) {
  for (let i = 0; i < pixels.length; i += 4) {
    pixels[i] = red;
    pixels[i + 1] = green;
    pixels[i + 2] = blue;
    pixels[i + 3] = 255;
  }
}

/** A point of the contact sheet, as a point of the grid. */
function sheetToGrid([x, y], { width, height }) {
  return [Math.min(x % (width + GAP), width - 0.01), Math.min(y % (height + GAP), height - 0.01)];
}

function drawTile(image, left, top, state, { width, height, channels }, channel, plate) {
  const pixels = image.data;
  for (let y = 0; y < height; y++) {
    let to = ((top + y) * image.width + left) * 4;
    let from = y * width * channels + channel;
    for (let x = 0; x < width; x++, to += 4, from += channels) {
      const value = channel < 0 ? 0 : state[from];
      const share = Math.min(Math.abs(value), 1);
      const colour = value < 0 ? BELOW : ABOVE;
      pixels[to] = plate[0] + (colour[0] - plate[0]) * share;
      pixels[to + 1] = plate[1] + (colour[1] - plate[1]) * share;
      pixels[to + 2] = plate[2] + (colour[2] - plate[2]) * share;
      pixels[to + 3] = 255;
    }
  }
}
