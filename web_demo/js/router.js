/**
 * The address of what is on the screen: `#/growing?model=lizard-regenerating&speed=2`.
 * Everything a page shows can be set through it, so that an address can be shared.
 */

import { debounce } from "./dom.js";

/**
 * @param {string} hash
 * @returns {{page: string, params: Object<string, string>}} page is "" for the home page
 */
export function parseHash(hash) {
  const text = hash.replace(/^#\/?/, "");
  const cut = text.indexOf("?");
  const page = cut < 0 ? text : text.slice(0, cut);
  const params = Object.fromEntries(new URLSearchParams(cut < 0 ? "" : text.slice(cut + 1)));
  return { page: page.replace(/\/+$/, ""), params };
}

/**
 * @param {string} page
 * @param {Object<string, string|number|boolean|null|undefined>} params empty ones are left out
 * @returns {string}
 */
export function formatHash(page, params = {}) {
  const isSet = (value) => value !== null && value !== undefined && value !== "" && value !== false;
  const pairs = Object.entries(params).filter(([, value]) => isSet(value));
  const encode = (value) => encodeURIComponent(value === true ? 1 : value).replace(/%2C/g, ",");
  const query = pairs.map(([key, value]) => `${encodeURIComponent(key)}=${encode(value)}`);
  return `#/${page}${query.length ? `?${query.join("&")}` : ""}`;
}

/**
 * A page's parameters, written back to the address shortly after they change, as long as the address is still the one
 * that the page read or wrote: the reader may have gone elsewhere meanwhile.
 */
export class PageAddress {
  /**
   * @param {string} page
   * @param {Object<string, string>} params as read from the address
   */
  constructor(page, params) {
    this.page = page;
    this.params = { ...params };
    this.hash = location.hash;
    this.write = debounce(() => this.#replace(), 200);
    this.open = true;
  }

  /** @param {Object} changes a value equal to null removes the parameter */
  set(changes) {
    Object.assign(this.params, changes);
    this.write();
  }

  /**
   * A number from the address, or `fallback` where it is absent, not a number or out of range.
   * @param {string} name
   */
  number(name, fallback, low = -Infinity, high = Infinity) {
    const value = Number.parseFloat(this.params[name]);
    return Number.isFinite(value) && value >= low && value <= high ? value : fallback;
  }

  /** @param {string} name @param {string[]} allowed @param {string} fallback */
  choice(name, allowed, fallback) {
    return allowed.includes(this.params[name]) ? this.params[name] : fallback;
  }

  /** @returns {string} the whole address, up to date */
  url() {
    this.write.flush();
    return new URL(formatHash(this.page, this.params), location.href).href;
  }

  close() {
    this.write.flush();
    this.open = false;
  }

  #replace() {
    if (!this.open || location.hash !== this.hash) return;
    history.replaceState(null, "", formatHash(this.page, this.params));
    this.hash = location.hash;
  }
}
