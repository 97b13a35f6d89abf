/** The page's controls. Each returns `{element, set(value)}`; `onChange` is told of the reader's changes only. */

import { el, newId } from "../dom.js";
import { icon } from "./icons.js";

/**
 * @param {{label: string, icon?: string, text?: string, hint?: string, key?: string, kind?: string, onClick: (event:
 *   Event) => void}} options `label` is the accessible name; `text`, where given, is shown beside the icon.
 * @returns {HTMLButtonElement}
 */
export function button({ label, icon: name, text, hint, key, kind = "", onClick }) {
  return el(
    "button",
    {
      type: "button",
      class: `button ${text ? "" : "button-icon"} ${kind}`,
      "aria-label": label === text ? null : label,
      title: [hint ?? (label === text ? null : label), key && `(${key})`].filter(Boolean).join(" ") || null,
      "aria-keyshortcuts": key ?? null,
      on: { click: onClick },
    },
    name && (typeof name === "string" ? icon(name) : name),
    text && el("span", { text }),
  );
}

/** Replaces a button's icon and accessible name. */
export function relabel(node, label, name, key) {
  node.setAttribute("aria-label", label);
  node.title = key ? `${label} (${key})` : label;
  node.querySelector(".icon")?.replaceWith(icon(name));
}

/**
 * A row of exclusive choices (radio buttons that look like one segmented control). An option's `name` is read out where
 * its `text` is too short to be understood; its `title` is a longer explanation.
 * @param {{label: string, options: {value: string, text: string, icon?: string|SVGElement, name?: string, title?:
 *   string}[], value: string, compact?: boolean, hideLabel?: boolean, onChange: (value: string) => void}} options
 */
export function choice({ label, options, value, compact = false, hideLabel = false, onChange }) {
  const name = newId("choice");
  const labelId = newId("label");
  const inputs = new Map();
  const items = options.map((option) => {
    const input = el("input", {
      type: "radio", name, value: option.value, checked: option.value === value, "aria-label": option.name ?? null,
      on: { change: () => onChange(option.value) },
    });
    inputs.set(option.value, input);
    const mark = typeof option.icon === "string" ? icon(option.icon) : option.icon;
    return el(
      "label", { class: "segment", title: option.title ?? option.name ?? null }, input,
      el("span", {}, mark, option.text),
    );
  });
  const element = el(
    "div",
    { class: "field", role: "radiogroup", "aria-labelledby": labelId },
    el("span", { class: hideLabel ? "visually-hidden" : "field-label", id: labelId, text: label }),
    el("div", { class: `segments ${compact ? "segments-compact" : ""}` }, items),
  );
  return { element, inputs, set: (next) => check(inputs, next) };
}

/**
 * @param {Map<string, HTMLInputElement>} inputs radio buttons by value
 * @param {string} value of the one to be chosen; where none has it, none is
 */
function check(inputs, value) {
  for (const [own, input] of inputs) input.checked = own === String(value);
}

/**
 * @param {{label: string, low: number, high: number, step?: number, value: number, show?: (value: number) => string,
 *   hideLabel?: boolean, onChange: (value: number) => void}} options `show` gives the words for a value, read out too
 * @returns {{element: HTMLElement, input: HTMLInputElement, set: (value: number) => void, limit: (high: number) =>
 *   void}} `limit` moves the upper end, and the value with it where it lies beyond
 */
export function slider({ label, low, high, step = 1, value, show = String, hideLabel = false, onChange }) {
  const id = newId("slider");
  // The slider itself says its value; read out here too, it would be heard twice, at every step of a drag.
  const output = el("span", { class: "slider-value", "aria-hidden": "true" });
  const input = el(
    "input",
    {
      type: "range", id, min: low, max: high, step, on: { input: () => { refresh(); onChange(Number(input.value)); } },
    },
  );
  const element = el(
    "div",
    { class: "field slider" },
    el(
      "div", { class: "slider-head" },
      el("label", { for: id, class: hideLabel ? "visually-hidden" : "field-label", text: label }), output,
    ),
    input,
  );
  function refresh() {
    output.textContent = show(Number(input.value));
    input.setAttribute("aria-valuetext", output.textContent);
    input.style.setProperty("--filled", `${((input.value - low) / (input.max - low)) * 100}%`);
  }
  input.value = String(value);
  refresh();
  return {
    element,
    input,
    set(next) { input.value = String(next); refresh(); },
    limit(most) { input.max = String(most); refresh(); },
  };
}

/** @param {{label: string, hint?: string, value: boolean, onChange: (value: boolean) => void}} options */
export function toggle({ label, hint, value, onChange }) {
  const input = el(
    "input", { type: "checkbox", role: "switch", checked: value, on: { change: () => onChange(input.checked) } },
  );
  const element = el(
    "label",
    { class: "switch" },
    input,
    el("span", { class: "switch-track", "aria-hidden": "true" }),
    el("span", { class: "switch-text" }, label, hint && el("small", { class: "soft", text: hint })),
  );
  return { element, set(next) { input.checked = next; } };
}

/**
 * Pictures to choose one from.
 * @param {{label: string, items: {value: string, title: string, thumbnail: string|null}[], value: string, onChange:
 *   (value: string) => void}} options
 */
export function picker({ label, items, value, onChange }) {
  const name = newId("picker");
  const inputs = new Map();
  const element = el("div", { class: "picker", role: "radiogroup", "aria-label": label }, items.map((item) => {
    const input = el(
      "input",
      {
        type: "radio", name, value: item.value, checked: item.value === value, "aria-label": item.title,
        on: { change: () => onChange(item.value) },
      },
    );
    inputs.set(item.value, input);
    const picture = item.thumbnail ? el(
      "img", {
        src: item.thumbnail, alt: "", loading: "lazy", fetchpriority: "low", decoding: "async", draggable: "false",
      },
    ) : el("span", { class: "picker-letters", text: item.title });
    return el(
      "label", { class: "picker-item", title: item.title }, input, el("span", { class: "picker-tile" }, picture),
    );
  }));
  return { element, set: (next) => check(inputs, next) };
}

/**
 * A place for a choice or a picker whose options may become others. While they stay so does the control, and with it
 * the keyboard's focus.
 * @param {typeof choice | typeof picker} make
 * @returns {{element: HTMLElement, show: (options: Object|null) => ReturnType<typeof make>|null}} `show` takes what
 *   `make` does; null shows none
 */
export function lasting(make) {
  const element = el("div", { class: "field", hidden: true });
  let control = null;
  let offered = "";
  let latest = null;
  function show(options) {
    latest = options;
    element.hidden = !options;
    if (!options) return null;
    const offers = JSON.stringify({ ...options, value: null });
    if (offers !== offered) {
      offered = offers;
      control = make({ ...options, onChange: (value) => latest.onChange(value) });
      element.replaceChildren(control.element);
    }
    control.set(options.value);
    return control;
  }
  return { element, show };
}

/** @param {string} title @param {...Node} children @returns {HTMLElement} a titled block of a side panel */
export function section(title, ...children) {
  return el("section", { class: "panel-section" }, el("h2", { text: title }), ...children);
}

/** @param {string} title @param {...Node} children @returns {HTMLDetailsElement} a block that opens on demand */
export function folded(title, ...children) {
  return el(
    "details", { class: "panel-section folded" }, el("summary", {}, el("h2", { text: title }), icon("chevron")),
    el("div", { class: "folded-body" }, ...children),
  );
}
