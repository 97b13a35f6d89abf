/** Short messages at the foot of the page, and dialogs. */

import { el } from "../dom.js";
import { button } from "./controls.js";

const toasts = document.getElementById("toasts");
/** The remedy where a part of the page did not come. */
export const LOAD_AGAIN = "check the connection and reload the page";
/** What had the focus before a message had it. (A blank page has no place for messages.) */
let left = null;
toasts?.addEventListener("focusin", ({ relatedTarget }) => {
  if (relatedTarget && !toasts.contains(relatedTarget)) left = relatedTarget;
});

/** Puts the messages where they are seen and read out: nothing is beside an open dialog, or in full screen. */
function placeMessages() {
  ([...document.querySelectorAll("dialog[open]")].at(-1) ?? document.fullscreenElement ?? document.body).append(toasts);
}

/** Lets the messages move into what is shown in full screen, and back. */
export function followFullScreen() {
  document.addEventListener("fullscreenchange", placeMessages);
}

/** @returns {{element: HTMLElement, announce: (text: string) => void}} a place whose words are only read out */
export function liveRegion() {
  const element = el("p", { class: "visually-hidden", role: "status", "aria-live": "polite" });
  return { element, announce: (text) => { element.textContent = text; } };
}

/**
 * @param {string} text
 * @param {{kind?: "note"|"error", seconds?: number, details?: string}} [options] an error stays until it is closed;
 *   details are shown on demand
 */
export function say(text, { kind = "note", seconds = 4, details = "" } = {}) {
  const close = () => {
    const focused = node.contains(document.activeElement);
    node.remove();
    if (focused && left?.isConnected) left.focus();
  };
  const node = el(
    "div",
    { class: `toast toast-${kind}`, role: kind === "error" ? "alert" : null },
    el(
      "div", {}, el("p", { text }),
      details && el("details", {}, el("summary", { text: "Details" }), el("p", { text: details })),
    ),
    button({ label: "Close", icon: "close", kind: "quiet", onClick: close }),
  );
  // Notes go before errors that nobody has closed yet.
  while (toasts.childElementCount > 2) (toasts.querySelector(".toast-note") ?? toasts.firstElementChild).remove();
  toasts.append(node);
  if (kind !== "error") setTimeout(close, seconds * 1000);
}

/**
 * Tells the reader about a failure and what can be done, in one plain sentence, with what exactly went wrong on demand.
 * @param {unknown} error a ModelError knows the remedy itself
 * @param {string} doing what was being tried
 * @param {string} [remedy] what can be done
 */
export function explain(error, doing, remedy = error?.remedy) {
  const details = error instanceof Error ? error.message : String(error);
  say(`${doing} did not work${remedy ? `: ${remedy}` : ""}.`, { kind: "error", details });
}

/**
 * @param {string} title
 * @param {...Node} children
 * @returns {HTMLDialogElement} open; it removes itself when closed
 */
export function dialog(title, ...children) {
  const node = el(
    "dialog",
    { class: "dialog", "aria-label": title },
    el(
      "div", { class: "dialog-head" }, el("h2", { text: title }),
      button({ label: "Close", icon: "close", kind: "quiet", onClick: () => node.close() }),
    ),
    ...children,
  );
  node.addEventListener("click", (event) => { if (event.target === node) node.close(); });
  node.addEventListener("close", () => { node.remove(); placeMessages(); });
  document.body.append(node);
  node.showModal();
  placeMessages();
  return node;
}
