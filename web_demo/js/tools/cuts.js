/** The five cuts of the paper, for a single click or key instead of a drag. */

/** @typedef {"left"|"right"|"upper"|"lower"|"centre"} Part */

export const CUTS = [
  { part: "left", label: "Cut off the left half" },
  { part: "right", label: "Cut off the right half" },
  { part: "upper", label: "Cut off the upper half" },
  { part: "lower", label: "Cut off the lower half" },
  { part: "centre", label: "Punch out the centre" },
];

/**
 * Erases a part of the living pattern: halves are measured on the box around what lives, not on the grid.
 * @param {Float32Array} state [height, width, channels], changed in place
 * @param {import("../engines/engine.js").Engine} engine
 * @param {Part} part
 */
export function cut(state, engine, part) {
  const { width, height, channels } = engine;
  const box = livingBox(state, engine);
  if (!box) return;
  const middleX = (box.left + box.right + 1) / 2;
  const middleY = (box.top + box.bottom + 1) / 2;
  const side = Math.max(box.right - box.left, box.bottom - box.top) / 5;
  const inside = {
    left: (x) => x < middleX,
    right: (x) => x >= middleX,
    upper: (x, y) => y < middleY,
    lower: (x, y) => y >= middleY,
    centre: (x, y) => Math.abs(x + 0.5 - middleX) < side && Math.abs(y + 0.5 - middleY) < side,
  }[part];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (inside(x, y)) state.fill(0, (y * width + x) * channels, (y * width + x + 1) * channels);
    }
  }
}

function livingBox(state, { width, height, channels, aliveThreshold, family }) {
  const box = { left: width, right: -1, top: height, bottom: -1 };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!(state[(y * width + x) * channels + family.aliveChannel] > aliveThreshold)) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  return box.right < 0 ? null : box;
}
