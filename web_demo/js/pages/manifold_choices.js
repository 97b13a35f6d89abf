/** Which two pictures of a manifold are grown, chosen by their names. */

import { el, newId } from "../dom.js";
import { CROWDED } from "../ui/code_map.js";

/** A picture's name for people: the character that its file's code points spell, and its title. */
function titleOf(name, title) {
  const points = name.split("-").map((part) => Number.parseInt(part, 16));
  const spelt = points.every((point) => point > 0 && point <= 0x10ffff) ? String.fromCodePoint(...points) : "";
  return `${spelt} ${title}`.trim();
}

/**
 * @param {{manifold: import("../manifold.js").Manifold, onChange: (key: string, index: number) => void}} options with
 *   "one" or "other" for a key
 * @returns {{elements: HTMLElement[], titles: string[], show: (blend: {one: number, other: number}|null) => void}} with
 *   null `show` says that what grows is none of them
 */
export function pictureChoices({ manifold, onChange }) {
  const titles = manifold.names.map((name, index) => titleOf(name, manifold.titles[index] ?? name));
  const pick = (label, key) => {
    const options = titles.map((text, index) => el("option", { value: String(index), text }));
    const on = { change: () => onChange(key, Number(select.value)) };
    const select = el("select", { class: "select", on }, options);
    return { select, element: field(label, select) };
  };
  const [first, second] = [pick("First picture", "one"), pick("Second picture", "other")];
  const found = titles.length > CROWDED ? [finder(manifold.titles, titles, (index) => onChange("one", index))] : [];
  return {
    elements: [...found, first.element, second.element],
    titles,
    show(blend) {
      first.select.value = blend ? String(blend.one) : "";
      second.select.value = blend ? String(blend.other) : "";
    },
  };
}

const field = (label, ...inside) =>
  el("label", { class: "field" }, el("span", { class: "field-label", text: label }), ...inside);

/** Names are offered while one types; a part of one finds the first that has it, as a whole name or word at best. */
function finder(names, titles, onFind) {
  const [bare, lower] = [names, titles].map((texts) => texts.map((text) => text.toLowerCase()));
  const words = el("p", { class: "soft small", role: "status" });
  const list = el("datalist", { id: newId("pictures") }, titles.map((value) => el("option", { value })));
  const input = el("input", {
    type: "search", class: "select", list: list.id, placeholder: "lion, flag, 😀", autocomplete: "off",
    on: { change: find },
  });
  function find() {
    const asked = input.value.trim().toLowerCase();
    if (!asked) { words.textContent = ""; return; }
    const ways = [
      (at) => lower[at] === asked || bare[at] === asked, (at) => bare[at].split(/[^\p{L}\p{N}]+/u).includes(asked),
      (at) => ` ${bare[at]}`.includes(` ${asked}`), (at) => lower[at].includes(asked),
    ];
    const index = ways.map((fits) => lower.findIndex((_, at) => fits(at))).find((found) => found >= 0) ?? -1;
    words.textContent = index < 0 ? `No picture is called so. There are ${titles.length.toLocaleString("en")}.` : "";
    if (index >= 0) onFind(index);
  }
  return el("div", { class: "stack" }, field("Find a picture", input), list, words);
}
