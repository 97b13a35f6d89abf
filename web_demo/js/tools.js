/**
 * What a reader can do to cells. A tool has an id, words for people, and
 * `apply(engine, x, y, radius)`, called along the stroke when it `drags` and once per press when it doesn't.
 */

export const ERASE = {
  id: "erase", label: "Erase", icon: "erase", key: "E", drags: true, brush: true, glows: true,
  hint: "Drag to erase cells",
  apply: (engine, x, y, radius) => engine.erase(x, y, radius),
};

export const SEED = {
  id: "seed", label: "Seed", icon: "seed", key: "S", drags: false, brush: false,
  hint: "Click to plant one cell",
  apply: (engine, x, y) => engine.seed(x, y),
};

/** What two taps at one place do where a page says so. @param {import("./player/dish.js").Dish} dish */
export function plantSeedAt(dish, x, y) {
  SEED.apply(dish.engine, x, y);
  dish.touch();
}

export const DRAW = {
  id: "draw", label: "Draw", icon: "draw", key: "D", drags: true, brush: true,
  hint: "Draw a digit; with Shift the brush erases",
  apply: (engine, x, y, radius) => engine.paint(x, y, radius, 1),
};

export const RUB_OUT = {
  id: "erase", label: "Erase", icon: "erase", key: "E", drags: true, brush: true,
  hint: "Rub out what was drawn",
  apply: (engine, x, y, radius) => engine.paint(x, y, radius * 2, 0),
};

export const LOOK = {
  id: "look", label: "Look", icon: "look", key: "I", drags: true, brush: false, looks: true,
  hint: "Point at a cell to see what is in it",
  apply() {},
};

/** @typedef {"left"|"right"|"upper"|"lower"|"centre"} Part */

/** The five cuts of the paper, for a single click instead of a drag. */
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
 * @param {import("./engines/engine.js").Engine} engine
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
