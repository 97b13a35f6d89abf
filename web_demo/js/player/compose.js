/** Several organisms on one torus: a model made of the rules of others. */

const FAMILY = "takeover";
const JOINT = "+";
const MOST = 3;
/** What the rules of a takeover are called; a model of two is called so, and can use its graph. */
const TWO = ["host", "adversary"];

/** @param {import("../catalog.js").Entry} entry @returns {boolean} whether it is a host with an adversary */
export const isPair = (entry) => entry.kind === "pair";

/** Entries that stand for several organisms, named by theirs. */
export const FREE = {
  /** @param {import("../catalog.js").Entry[]} members */
  entry: (members) => ({
    family: FAMILY, name: members.map(({ name }) => name).join(JOINT), members,
    title: members.map(({ title }) => title).join(" and "), url: "", thumbnail: null, pattern: null,
    patternTitle: "Free for all", training: null, kind: "free", own: false,
  }),
  /** @returns {object[]} the entry that an address names, if all its organisms are here */
  entriesIn(text, known) {
    const names = (text ?? "").split(JOINT);
    const members = names.map((name) => known.find((entry) => entry.name === name));
    return members.length > 1 && members.length <= MOST && members.every(Boolean) ? [FREE.entry(members)] : [];
  },
};

/**
 * The last model of each name, with those that it was made of: cells stay where the same one is loaded again.
 * @type {Map<string, {models: object[], made: import("../model_files.js").Model}>}
 */
const composed = new Map();

/**
 * @param {{members: import("../catalog.js").Entry[], name: string, title: string}} entry
 * @param {import("../catalog.js").Catalog} catalog
 * @returns {Promise<import("../model_files.js").Model>} one rule of each; with the graph of a takeover where there is
 *   one of the same make, for two
 */
export async function compose({ members, name, title }, catalog) {
  const models = await Promise.all(members.map((member) => catalog.model(member)));
  const known = composed.get(name);
  if (known && models.every((model, at) => model === known.models[at])) return known.made;
  const names = models.length === 2 ? TWO : models.map((_, at) => `organism${at + 1}`);
  const rules = {};
  const weights = new Map();
  models.forEach((model, at) => {
    const [[own, rule]] = Object.entries(model.meta.rules);
    rules[names[at]] = rule;
    for (const [array, value] of model.weights) weights.set(array.replace(`${own}/`, `${names[at]}/`), value);
  });
  const [{ meta: { tfjs: _, target_image: __, ...shared } }] = models;
  const twin = models.length === 2 ? await twinOf(rules, catalog) : null; // a takeover has two rules
  const made = {
    family: FAMILY, name, title, weights, origin: twin?.origin ?? "",
    meta: {
      ...shared, name, title, rules, channels: shared.channels - 1 + models.length, free_for_all: true,
      rule_titles: members.map((member) => member.title), ...(twin ? { tfjs: twin.meta.tfjs } : {}),
    },
  };
  composed.set(name, { models, made });
  return made;
}

/** A takeover here whose rules are made like these. */
async function twinOf(rules, catalog) {
  for (const entry of catalog.of(FAMILY).filter(isPair)) {
    const model = await catalog.model(entry).catch(() => null);
    if (model && JSON.stringify(model.meta.rules) === JSON.stringify(rules)) return model;
  }
  return null;
}
