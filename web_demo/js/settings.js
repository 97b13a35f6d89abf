/** What the reader chose for all pages: theme, palette, single-key shortcuts. Kept where the browser allows it. */

const KEY = "nca_tf";
const DEFAULTS = { theme: "auto", palette: "standard", shortcuts: true };
const listeners = new Set();

function read() {
  try {
    return { ...DEFAULTS, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") };
  } catch {
    return { ...DEFAULTS };
  }
}

/** @type {{theme: "auto"|"light"|"dark", palette: "standard"|"safe", shortcuts: boolean}} */
const values = read();

/** @param {keyof DEFAULTS} name */
export const setting = (name) => values[name];

/** @param {keyof DEFAULTS} name */
export function changeSetting(name, value) {
  values[name] = value;
  try {
    localStorage.setItem(KEY, JSON.stringify(values));
  } catch { /* private windows may refuse: the choice then lasts as long as the page */ }
  for (const listener of listeners) listener(name, value);
}

/**
 * @param {(name: string, value: *) => void} listener
 * @returns {() => void} stops listening
 */
export function onSetting(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const darkQuery = matchMedia("(prefers-color-scheme: dark)");
const motionQuery = matchMedia("(prefers-reduced-motion: reduce)");

/** @returns {boolean} whether the reader asked the system for less movement */
export const reducedMotion = () => motionQuery.matches;

/** Makes the dark sheet follow the setting, or the system where the setting is "auto". */
export function followTheme() {
  const sheet = document.getElementById("dark-theme");
  const apply = () => {
    sheet.media = { auto: "(prefers-color-scheme: dark)", dark: "all", light: "not all" }[values.theme] ?? "all";
    plate = null;
  };
  apply();
  onSetting((name) => { if (name === "theme") apply(); });
  darkQuery.addEventListener("change", () => {
    plate = null;
    for (const listener of listeners) listener("theme", values.theme);
  });
}

let plate = null;

/** @returns {[number, number, number]} colour of an empty dish in the present theme, as the style sheet says */
export function plateColour() {
  if (plate) return plate;
  const hex = getComputedStyle(document.documentElement).getPropertyValue("--plate").trim();
  const value = /^#[0-9a-f]{6}$/i.test(hex) ? Number.parseInt(hex.slice(1), 16) : 0xffffff;
  plate = [value >> 16, (value >> 8) & 255, value & 255];
  return plate;
}
