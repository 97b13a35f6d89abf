/**
 * The families' pages, as the header and the home page show them. A new family adds its file beside this one and an
 * entry here; the file is loaded when it is opened and exports preview(catalog) -> Promise<{dish, script(dish)}>  a
 * small dish for the home page and what happens to it, asked every frame open(host, {catalog, address, chooseOwnModel})
 * -> a `FamilyPage`
 *
 * @typedef {object} PageEntry
 * @property {string} id its address, `#/id`
 * @property {string} family the models it shows
 * @property {string} title a word or two for the menu
 * @property {string} summary two sentences for the home page
 * @property {string} use what it is good for, in a sentence
 * @property {{title: string, authors: string, year: number, url: string}} paper
 * @property {() => Promise<object>} load its file
 */

/** @type {PageEntry} */
export const growing = {
  id: "growing",
  family: "growing",
  title: "Growing",
  summary: "A single cell grows into a picture, and the picture heals when you cut it. No cell knows the plan: " +
    "each one sees its eight neighbours and follows a rule of 8,336 numbers.",
  use: "A model of how bodies build and repair themselves without anybody in charge.",
  paper: {
    title: "Growing Neural Cellular Automata", authors: "Mordvintsev, Randazzo, Niklasson, Levin", year: 2020,
    url: "https://distill.pub/2020/growing-ca/",
  },
  load: () => import("./growing.js"),
};

/** @type {PageEntry} */
export const digits = {
  id: "digits",
  family: "mnist",
  title: "Digits",
  summary: "Each cell of a drawn digit guesses the whole from what its neighbours say. They talk until they agree, " +
    "and change their minds when you change the drawing.",
  use: "A model of how many simple parts agree on one answer, and stay ready to change it.",
  paper: {
    title: "Self-classifying MNIST Digits", authors: "Randazzo, Mordvintsev, Niklasson, Levin, Greydanus", year: 2020,
    url: "https://distill.pub/2020/selforg/mnist/",
  },
  load: () => import("./digits.js"),
};

/** @type {PageEntry} */
export const manifold = {
  id: "manifold",
  family: "ncam",
  title: "Manifold",
  summary: "A network writes the rules: every code is an automaton that grows a picture from one pixel, and what lies " +
    "between two codes grows something between two pictures.",
  use: "A model of how one genome language describes many bodies.",
  paper: {
    title: "Neural Cellular Automata Manifold", authors: "Hernandez Ruiz, Vilalta, Moreno-Noguer", year: 2020,
    url: "https://arxiv.org/abs/2006.12155",
  },
  load: () => import("./manifold.js"),
};

/** In the order of the menu. */
export const PAGES = [growing, digits, manifold];
