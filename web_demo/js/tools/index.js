/**
 * What a reader can do to cells. A tool has an id, words for people, and
 * `apply(engine, x, y, radius)`, called along the stroke when it `drags` and once per press when it doesn't.
 */

export const ERASE = {
  id: "erase", label: "Erase", icon: "erase", key: "E", drags: true, brush: true, glows: true,
  hint: "Drag to erase cells; double-click plants a seed",
  apply: (engine, x, y, radius) => engine.erase(x, y, radius),
};

export const SEED = {
  id: "seed", label: "Seed", icon: "seed", key: "S", drags: false, brush: false,
  hint: "Click to plant one cell",
  apply: (engine, x, y) => engine.seed(Math.round(x), Math.round(y)),
};

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
