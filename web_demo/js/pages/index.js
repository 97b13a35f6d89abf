/**
 * The families' pages, in the order of the menu. A new family adds its file beside this one and a line here.
 *
 * A page module's default export:
 *   id        its address, `#/id`
 *   family    the models it shows
 *   title     a word or two for the menu
 *   summary   two sentences for the home page
 *   paper     {title, authors, year, url}
 *   preview(catalog) -> Promise<{dish, script(dish)}>  a small dish for the home page and what happens to it, asked every frame
 *   open(host, {catalog, address, chooseOwnModel}) -> {bench, show(entry), dispose()}
 */
export const loadPages = async () => (await Promise.all([
  import("./growing.js"),
  import("./digits.js"),
])).map((module) => module.default);
