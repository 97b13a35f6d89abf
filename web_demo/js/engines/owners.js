/**
 * Cells that belong to one of several rules: the last channels of a state are their alphas, one a rule. Arguments that
 * come up everywhere: `state` [height, width, channels], `at` the offset of a cell in it, `count` the number of rules.
 */
import { discRows } from "./edits.js";
import { WHITE } from "./drawing.js";

/** @typedef {{width: number, height: number, channels: number}} Grid */

const clip01 = (value) => Math.min(1, Math.max(0, value));

/** @returns {number} all the alpha that a cell has */
export function alphaOf(state, at, channels, count) {
  let sum = 0;
  for (let c = channels - count; c < channels; c++) sum += state[at + c];
  return sum;
}

/** @returns {number} the number of a cell's rule, from 1; 0 where no alpha reaches the threshold */
export function ownerOf(state, at, channels, count, threshold) {
  let owner = 0;
  let largest = threshold;
  for (let rule = 0; rule < count; rule++) {
    const alpha = state[at + channels - count + rule];
    if (alpha > largest || (owner === 0 && alpha >= threshold)) [owner, largest] = [rule + 1, alpha];
  }
  return owner;
}

/**
 * @param {Float32Array} state
 * @param {{cells: number, channels: number, count: number, threshold: number}} of
 * @returns {number[]} how many cells each rule owns
 */
export function countOwners(state, { cells, channels, count, threshold }) {
  const counts = Array(count).fill(0);
  for (let cell = 0, at = 0; cell < cells; cell++, at += channels) {
    const owner = ownerOf(state, at, channels, count, threshold);
    if (owner) counts[owner - 1]++;
  }
  return counts;
}

/** Hand one cell over: a rule gets all the alpha that it has. @param {number} rule from 1 */
export function handOver(state, at, channels, count, rule) {
  const alpha = alphaOf(state, at, channels, count);
  state.fill(0, at + channels - count, at + channels);
  state[at + channels - count + rule - 1] = alpha;
}

/** Hand over all cells of a disc. @param {Grid} grid */
export function handOverDisc(state, { width, height, channels }, x, y, radius, count, rule) {
  for (const [row, first, last] of discRows(x, y, radius, width, height)) {
    for (let column = first; column <= last; column++) {
      handOver(state, (row * width + column) * channels, channels, count, rule);
    }
  }
}

/** Make a cell the seed of a rule: nothing but its alpha, 1. @param {Grid} grid @param {number} rule from 1 */
export function plantRule(state, { width, height, channels }, x, y, count, rule) {
  const [column, row] = [Math.round(x), Math.round(y)];
  if (column < 0 || column >= width || row < 0 || row >= height) return;
  const at = (row * width + column) * channels;
  state.fill(0, at, at + channels);
  state[at + channels - count + rule - 1] = 1;
}

/** From a state to pixels [height, width, 4]: colours are straight, and show as far as the alphas together say. */
export function drawStraight(count) {
  return (state, channels, pixels, { background = WHITE } = {}) => {
    for (let at = 0, to = 0; to < pixels.length; at += channels, to += 4) {
      const alpha = clip01(alphaOf(state, at, channels, count));
      for (let c = 0; c < 3; c++) pixels[to + c] = 255 * clip01(state[at + c]) * alpha + background[c] * (1 - alpha);
      pixels[to + 3] = 255;
    }
  };
}
