/** Keyboard shortcuts of the page on the screen, and the panel that lists them. */

import { el } from "../dom.js";
import { changeSetting, setting } from "../settings.js";
import { toggle } from "./controls.js";
import { dialog } from "./messages.js";

/** @type {{key: string, label: string, run: () => void, lasting: boolean}[]} */
let shortcuts = [];

/**
 * @param {string} key as KeyboardEvent.key has it, letters in upper case
 * @param {string} label
 * @param {() => void} run
 * @param {{lasting?: boolean}} [options] lasting ones belong to the whole site, the others to the page on the screen
 */
export function shortcut(key, label, run, { lasting = false } = {}) {
  shortcuts.push({ key, label, run, lasting });
}

/** Forgets those of the page that is leaving. */
export function clearShortcuts() {
  shortcuts = shortcuts.filter((entry) => entry.lasting);
}

/** Keys that go on while they are held down; what the others do is done once. */
const HELD = new Set(["[", "]", "-", "=", ".", "Z"]);
const TYPING = new Set(["text", "search", "number", "url", "email", "password"]);

function onKey(event) {
  if (event.defaultPrevented || event.altKey || document.querySelector("dialog[open]")) return;
  const { target } = event;
  const isInput = target instanceof HTMLInputElement;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return;
  if (isInput && TYPING.has(target.type)) return;
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  if (command && (key !== "Z" || event.shiftKey)) return;
  // These keys already mean something on a control that has the focus.
  if (key === " " && (isInput || target instanceof HTMLButtonElement || target.closest?.("summary, a"))) return;
  if (!command && !setting("shortcuts") && key !== " ") return;
  const entry = shortcuts.findLast((candidate) => candidate.key === key);
  if (!entry) return;
  event.preventDefault();
  if (!event.repeat || HELD.has(key)) entry.run();
}

const KEY_NAMES = { " ": "Space" };

/** Starts listening and adds the shortcut for the help panel itself. */
export function startShortcuts() {
  document.addEventListener("keydown", onKey);
  shortcut("?", "Show this help", showHelp, { lasting: true });
}

export function showHelp() {
  if (document.querySelector("dialog[open]")) return;
  const rows = shortcuts.filter((entry, at) => shortcuts.findLastIndex((other) => other.key === entry.key) === at);
  const keys = (pairs) => el("dl", { class: "key-list" },
    pairs.flatMap(([key, label]) => [el("dt", {}, el("kbd", { text: key })), el("dd", { text: label })]));
  const onGrid = [
    ["Arrow keys", "Move the cursor; with Shift 8 cells at a time"],
    ["Enter", "Use the tool at the cursor"],
    ["X", "Keep the tool pressed while the cursor moves"],
  ];
  dialog(
    "Keyboard",
    el("div", { class: "key-columns" },
      el(
        "section", {}, el("h3", { text: "Anywhere" }),
        keys(rows.map(({ key, label }) => [KEY_NAMES[key] ?? key, label])),
      ),
      el("section", {}, el("h3", { text: "On the grid, after Tab or a click" }), keys(onGrid))),
    toggle({
      label: "Single-key shortcuts", hint: "Switch off if a screen reader or voice control needs these keys",
      value: setting("shortcuts"), onChange: (on) => changeSetting("shortcuts", on),
    }).element,
  );
}
