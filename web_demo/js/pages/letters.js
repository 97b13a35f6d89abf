/** Letters that a group of pictures has in common, put into what grows: the paper's "genetic engineering". */

import { el } from "../dom.js";
import { slider, toggle } from "../ui/controls.js";

const SHARED = { low: 0.5, high: 0.9, step: 0.1, usual: 0.7 };
const titled = (group) => group[0].toUpperCase() + group.slice(1);

/**
 * Controls for a manifold whose codes are written in letters.
 * @param {{manifold: import("../manifold.js").Manifold, address: object, onChange: () => void}} options
 * @returns {{element: HTMLElement, chosen: object, choose: (values: object) => void, refresh: () => void,
 *   mixed: (code: Float32Array) => Float32Array}|null} `mixed` returns a code with the letters of the chosen group;
 *   `refresh` is to be told when the codes are here; null where these are numbers, or no group of pictures is known
 */
export function letters({ manifold, address, onChange }) {
  const { groups } = manifold;
  const names = Object.keys(groups);
  if (!manifold.letters || !names.length) return null;
  const chosen = {
    group: address.choice("group", names, ""),
    shared: address.number("shared", SHARED.usual, SHARED.low, SHARED.high),
    alone: address.choice("alone", ["1"], "") === "1",
  };
  const options = [
    el("option", { value: "", text: "None" }),
    ...names.map((name) => el("option", { value: name, text: `${titled(name)} (${groups[name].length})` })),
  ];
  const select = el("select", { class: "select", on: { change: () => change({ group: select.value }) } }, options);
  select.value = chosen.group;
  const shared = slider({
    label: "Shared by more than", ...SHARED, value: chosen.shared, show: (value) => `${Math.round(100 * value)} %`,
    onChange: (value) => change({ shared: value }),
  });
  const alone = toggle({
    label: "These letters alone", hint: "All others say nothing", value: chosen.alone,
    onChange: (value) => change({ alone: value }),
  });
  const kept = el("p", { class: "soft", "aria-live": "polite" });
  const details = el("div", { class: "stack" }, shared.element, alone.element, kept);
  const label = el("span", { class: "field-label", text: "Letters in common of" });
  const element = el("div", { class: "stack" }, el("label", { class: "field" }, label, select), details);
  refresh();

  function change(values) {
    choose(values);
    onChange();
  }

  function choose(values) {
    Object.assign(chosen, values);
    const { group, shared: share, alone: only } = chosen;
    address.set({ group: group || null, shared: group ? share : null, alone: group && only ? 1 : null });
    select.value = group;
    shared.set(share);
    alone.set(only);
    refresh();
  }

  function refresh() {
    details.hidden = !chosen.group;
    if (!chosen.group || !manifold.codes) return;
    const own = common();
    const all = own.length / 4;
    const count = own.reduce((sum, letter) => sum + letter, 0);
    kept.textContent = `${count.toLocaleString("en")} of ${all.toLocaleString("en")} letters are kept.`;
  }

  function common() {
    return manifold.commonLetters(groups[chosen.group], chosen.shared);
  }

  return {
    element, chosen, choose, refresh,
    mixed(code) {
      if (!chosen.group) return code;
      return chosen.alone ? common() : manifold.withLetters(code, common());
    },
  };
}
