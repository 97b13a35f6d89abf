/** Cells of a pattern that are handed over to another rule: which ones, and how. */

import { handOver, ownerOf } from "../engines/owners.js";
import { say } from "../ui/messages.js";

/** What the paper puts in first: a square of so many cells a side. */
export const SIDE = 2;
/** Where a spray is put in: this share of the pattern's cells. */
export const SHARE = 0.1;

/** @param {import("./dish.js").Dish} dish @returns {number} rules of its model */
export const ofModel = ({ model: { meta } }) => Object.keys(meta.rules).length;

/**
 * Hands some cells of the pattern over to another rule.
 * @param {import("./dish.js").Dish} dish
 * @param {number} rule from 1
 * @param {(own: number[], engine: object) => number[]} choose from the cells of the others those that are handed over
 * @returns {Promise<number>} how many were; none where another model came meanwhile
 */
export async function inject(dish, rule, choose) {
  const { engine } = dish;
  const count = ofModel(dish);
  const before = dish.remember();
  let handed = 0;
  await engine.getState(); // edits before this one are settled
  if (engine !== dish.engine) return 0; // another model came
  engine.edit((state) => {
    const { aliveThreshold, channels, height, width } = engine;
    const own = [];
    for (let cell = 0; cell < width * height; cell++) {
      const owner = ownerOf(state, cell * channels, channels, count, aliveThreshold);
      if (owner !== 0 && owner !== rule) own.push(cell);
    }
    const cells = choose(own, engine);
    handed = cells.length;
    for (const cell of cells) handOver(state, cell * channels, channels, count, rule);
  });
  await engine.getState();
  if (engine !== dish.engine) return 0;
  dish.touch();
  if (handed === 0) {
    dish.history.drop(before);
    say("There is no pattern to put cells into; let it grow first.");
  }
  return handed;
}

/** The cells of a square at a random place wholly inside the pattern, or as good as that is possible. */
export const square = (side) => (own, { width, height }) => {
  const inside = new Set(own);
  const around = (cell, dx, dy) => {
    const [x, y] = [(cell % width) + dx, Math.floor(cell / width) + dy];
    return ((y + height) % height) * width + ((x + width) % width);
  };
  const cells = (first) => Array.from(
    { length: side * side }, (_, at) => around(first, at % side, Math.floor(at / side)),
  );
  const fitting = own.filter((cell) => cells(cell).every((one) => inside.has(one)));
  if (!fitting.length) return own.slice(0, 1);
  return cells(fitting[Math.floor(Math.random() * fitting.length)]);
};

export const spray = (share) => (own) => {
  const hit = own.filter(() => Math.random() < share);
  return hit.length || !own.length ? hit : [own[Math.floor(Math.random() * own.length)]];
};

/**
 * How a model's adversary was put in while it was trained, by its meta.json; as in the paper where that doesn't say.
 * @param {{inject?: string}} meta
 */
export function injectionOf({ inject: text }) {
  const [kind, size] = String(text).split(":");
  const given = Number(size) || 0;
  const [side, share] = [kind === "square" && given ? given : SIDE, kind === "spray" && given ? given : SHARE];
  return { side, share, choose: kind === "spray" ? spray(share) : square(side) };
}
