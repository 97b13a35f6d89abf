/** Several growing rules on one grid, each with an alpha of its own at the end of a cell's channels. */
import { drawStraight } from "../engines/owners.js";
import { checkShared, integerOf, MAX_HIDDEN } from "../formats/checks.js";
import { EXPORT_AGAIN, ModelError, shown } from "../formats/model_error.js";
import { growing } from "./growing.js";
import { prefixed } from "./members.js";

/** The engine keeps one bit a rule. */
export const MOST_RULES = 8;

/** @param {object} meta a model's @returns {[string, object][]} names and arguments of its rules */
function rulesOf({ rules }) {
  const entries = typeof rules === "object" && rules !== null ? Object.entries(rules) : [];
  const fine = entries.every(([name, rule]) => !name.includes("/") && rule?.family === "growing" &&
    typeof rule.arguments === "object" && rule.arguments !== null);
  if (!fine || entries.length < 1 || entries.length > MOST_RULES) {
    throw new ModelError(
      `meta.json has rules = ${shown(rules)}`, `1 to ${MOST_RULES} growing rules were expected`, EXPORT_AGAIN,
    );
  }
  return entries.map(([name, rule]) => [name, rule.arguments]);
}

/** @param {object} meta a model's @returns {import("./index.js").Family} */
export function takeover(meta) {
  const rules = rulesOf(meta);
  const count = rules.length;
  const [[, first]] = rules;
  return {
    settings: () => ({
      channels: first.channels - 1 + count, fire_rate: first.fire_rate, alive_threshold: 0.1, edges: "wrap",
    }),
    check(whole) {
      checkShared(whole);
      for (const [name, own] of rules) {
        integerOf(own, "hidden", 1, MAX_HIDDEN);
        if (own.channels !== first.channels || own.fire_rate !== first.fire_rate) {
          throw new ModelError(
            `the rule ${shown(name)} has ${shown(own.channels)} channels and the first one ${shown(first.channels)}`,
            "rules on one grid need the same", EXPORT_AGAIN,
          );
        }
      }
      if (whole.channels !== first.channels - 1 + count) {
        throw new ModelError(
          `meta.json has channels = ${shown(whole.channels)}`, `${first.channels - 1 + count} were expected`,
          EXPORT_AGAIN,
        );
      }
    },
    arrays: () => Object.assign({}, ...rules.map(([name, own]) => prefixed(name, growing.arrays(own)))),
    controls: { fire_rate: 1 },
    kind: count > 1 ? "pair" : "single",
    aliveChannel: first.channels - 1,
    lives: (cell, threshold) => cell.subarray(-count).some((alpha) => alpha >= threshold),
    senses: [],
    /** A seed of the first rule. */
    plant: (cell) => cell.fill(0).fill(1, cell.length - count, cell.length - count + 1),
    draw: drawStraight(count),
    live: async () => (await import("../engines/live_takeover.js")).LiveTakeover,
  };
}
