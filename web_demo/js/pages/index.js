/**
 * The families' pages. A new family adds its file beside this one and a line here.
 *
 * A page module's default export:
 *   id        its address, `#/id`
 *   order     its place in the menu, lowest first
 *   family    the models it shows
 *   title     a word or two for the menu
 *   summary   two sentences for the home page
 *   paper     {title, authors, year, url}
 *   preview(catalog) -> Promise<{dish, script(dish)}>  a small dish for the home page and what happens to it, asked
 *   every frame open(host, {catalog, address, chooseOwnModel}) -> {bench, ready, show(entry), dispose()}
 */
export { default as growing } from "./growing.js";
export { default as digits } from "./digits.js";
