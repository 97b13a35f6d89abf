/** A button that opens a short list of actions. */

import { el, newId } from "../dom.js";
import { button } from "./controls.js";

/** Least distance of a list to the window's left edge, in CSS pixels. */
const MARGIN = 8;

/**
 * @param {{label: string, icon: string, text?: string, key?: string,
 *   items: {text: string, icon: string, hint?: string, onClick: () => void}[]}} options
 * @returns {{element: HTMLElement, close: () => void}}
 */
export function menu({ label, icon, text, items }) {
  const id = newId("menu");
  const opener = button({ label, icon, text, onClick: () => (list.hidden ? open() : close(true)) });
  opener.setAttribute("aria-haspopup", "menu");
  opener.setAttribute("aria-expanded", "false");
  opener.setAttribute("aria-controls", id);
  const entries = items.map((item) => {
    const entry = button({
      label: item.text, text: item.text, icon: item.icon, kind: "menu-item",
      onClick: () => { close(true); item.onClick(); },
    });
    entry.setAttribute("role", "menuitem");
    entry.tabIndex = -1;
    if (item.hint) entry.append(el("small", { class: "soft", text: item.hint }));
    return entry;
  });
  const list = el("div", { class: "menu-list", id, role: "menu", "aria-label": label, hidden: true }, entries);
  const element = el("div", { class: "menu" }, opener, list);

  function open() {
    list.hidden = false;
    keepWithin(list);
    opener.setAttribute("aria-expanded", "true");
    entries[0].focus();
    document.addEventListener("pointerdown", outside);
  }
  function close(refocus = false) {
    if (list.hidden) return;
    list.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside);
    if (refocus) opener.focus();
  }
  function outside(event) {
    if (!element.contains(event.target)) close();
  }
  list.addEventListener("keydown", (event) => {
    const at = entries.indexOf(document.activeElement);
    const move = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      entries.at(move % entries.length).focus();
    } else if (event.key === "Escape" || event.key === "Tab") {
      close(event.key === "Escape");
    }
    event.stopPropagation();
  });
  return { element, close };
}

/** Moves what hangs from the right of its opener back into the window, where that lies too far left. */
function keepWithin(list) {
  list.style.translate = "";
  list.style.translate = `${Math.max(0, Math.ceil(MARGIN - list.getBoundingClientRect().left))}px`;
}
