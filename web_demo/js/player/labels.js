/**
 * What a classifier's cells say: the label of each, the vote, and a painter that shows them in their classes' colours.
 */

import { setting } from "../settings.js";

/**
 * @typedef {Object} Vote
 * @property {Int8Array} labels [height * width], class, -1 undecided, -2 not alive
 * @property {number[]} counts cells per class
 * @property {number} living
 * @property {number} undecided cells none of whose outputs says enough
 * @property {number} winner the class most cells say, -1 without any
 * @property {number} agreement the winner's share of the living cells
 */

/**
 * @param {Float32Array} state
 * @param {number} at offset of the cell's first class output
 * @param {number} classes how many
 * @param {number} undecided the least that an output must exceed
 * @returns {number} the class with the largest output, -1 if none exceeds `undecided`
 */
function labelOf(state, at, classes, undecided) {
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
 * @param {Object} meta
 * @returns {Vote}
 */
export function countVotes(state, { channels, classes, alive_threshold: threshold, undecided_below: undecided = 0 }) {
  const least = Math.fround(threshold);
  const labels = new Int8Array(state.length / channels);
  const counts = new Array(classes).fill(0);
  let living = 0;
  for (let cell = 0, at = 0; cell < labels.length; cell++, at += channels) {
    if (!(state[at] > least)) {
      labels[cell] = -2;
      continue;
    }
    living++;
    labels[cell] = labelOf(state, at + channels - classes, classes, undecided);
    if (labels[cell] >= 0) counts[labels[cell]]++;
  }
  const most = Math.max(...counts);
  const decided = counts.reduce((sum, count) => sum + count, 0);
  return {
    labels, counts, living, undecided: living - decided, winner: most ? counts.indexOf(most) : -1,
    agreement: living ? most / living : 0,
  };
}

/** Evenly spread hues, for a classifier that brings no colours on a site that has none. */
const hue = (turn) => [0, 8, 4].map((shift) => Math.round(127 + 110 * Math.cos((turn + shift / 12) * 2 * Math.PI)));
const spreadPalette = (count) => Array.from({ length: count }, (_, label) => hue(label / count));

/**
 * A classifier's own colours in the reader's choice, else those of the site's own classifier.
 * @param {{meta: Object, siteMeta?: Object}} model
 * @returns {number[][]}
 */
export function paletteOf({ meta, siteMeta }) {
  const offered = [meta, siteMeta].map((one) => (setting("palette") === "safe" && one?.palette_safe) || one?.palette);
  return offered.find((colours) => colours?.length >= meta.classes) ?? spreadPalette(meta.classes);
}

/** Undecided cells, on a light and on a dark plate. */
const UNDECIDED = { light: [40, 52, 45], dark: [205, 214, 208] };

/**
 * @param {(vote: Vote, colours: number[][]) => void} [onVote] not told of a model that was replaced meanwhile
 * @returns {(dish: import("./dish.js").Dish, plate: number[]) => Promise<void>}
 */
export function labelPainter(onVote = () => {}) {
  return async (dish, plate) => {
    const { engine, stage, model } = dish;
    const state = await engine.getState();
    if (engine !== dish.engine) return;
    const vote = countVotes(state, model.meta);
    const colours = paletteOf(model);
    const undecided = plate[0] < 128 ? UNDECIDED.dark : UNDECIDED.light;
    stage.setGrid(engine.width, engine.height);
    const pixels = stage.image.data;
    for (let cell = 0, to = 0; cell < vote.labels.length; cell++, to += 4) {
      const label = vote.labels[cell];
      const colour = label === -2 ? plate : label < 0 ? undecided : colours[label];
      const share = label === -2 ? 1 : 0.5 + 0.5 * Math.min(1, state[cell * engine.channels]);
      for (let c = 0; c < 3; c++) pixels[to + c] = plate[c] + (colour[c] - plate[c]) * share;
      pixels[to + 3] = 255;
    }
    stage.vote = vote;
    stage.colours = colours;
    onVote(vote, colours);
  };
}

/**
 * Writes what each cell says into it: a numeral, or the first letters of a class that has a name; for `stage.decorate`.
 * @param {import("./stage.js").Stage} stage
 * @param {() => string[]} names of the classes
 */
export function writeLabels(stage, names) {
  return (context, scale) => {
    const { vote, colours, columns } = stage;
    if (!vote || scale < 9) return;
    const texts = names().map((name) => name.slice(0, 2));
    const size = Math.round(scale * (texts.some((text) => text.length > 1) ? 0.5 : 0.62));
    context.font = `600 ${size}px "Atkinson Hyperlegible Next", sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    vote.labels.forEach((label, cell) => {
      if (label < 0) return;
      context.fillStyle = isLight(colours[label]) ? "rgb(0 0 0 / 0.8)" : "rgb(255 255 255 / 0.92)";
      context.fillText(texts[label], ((cell % columns) + 0.5) * scale, (Math.floor(cell / columns) + 0.54) * scale);
    });
  };
}

/** @param {number[]} colour RGB bytes @returns {boolean} whether dark letters are read better on it */
export const isLight = ([red, green, blue]) => 0.299 * red + 0.587 * green + 0.114 * blue > 145;
