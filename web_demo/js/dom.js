/** Builds elements without ever parsing HTML, so that a model's name can't smuggle markup in. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} tag
 * @param {Object} [properties] `class`, `text`, `on` (event name -> listener), `data` (dataset), `disabled`, `value`
 *   and the like; anything else becomes an attribute; null, undefined and false are left out.
 * @param {...(Node|string|null|false|undefined)} children
 * @returns {HTMLElement}
 */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) setProperty(node, name, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const AS_PROPERTY = new Set(["value", "checked", "disabled", "hidden", "multiple", "width", "height", "open"]);

function setProperty(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "class") node.className = value;
  else if (name === "text") node.textContent = value;
  else if (name === "on") for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
  else if (name === "data") Object.assign(node.dataset, value);
  else if (AS_PROPERTY.has(name)) node[name] = value;
  else node.setAttribute(name, value === true ? "" : String(value));
}

/**
 * @param {string} tag
 * @param {Object<string, string|number>} [attributes]
 * @param {...Node} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}

/**
 * Calls `action` once `wait` milliseconds have passed without another call; `flush()` does it at once.
 * @param {() => void} action
 * @param {number} wait
 */
export function debounce(action, wait) {
  let timer = 0;
  const run = () => { timer = 0; action(); };
  const call = () => { clearTimeout(timer); timer = setTimeout(run, wait); };
  call.flush = () => { if (timer) { clearTimeout(timer); run(); } };
  return call;
}

let lastId = 0;
/** @param {string} prefix @returns {string} an id that nothing else on the page has */
export const newId = (prefix) => `${prefix}-${++lastId}`;
