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
export const adversaries = {
  id: "adversaries",
  family: "adversarial",
  title: "Adversaries",
  summary: "All cells have agreed that this is a four. Then a few of them begin to follow another rule, and talk the " +
    "others into an eight. Take them out, and most find back.",
  use: "A model of how few deceivers turn a crowd that trusts its neighbours.",
  paper: {
    title: "Adversarial Reprogramming of Neural Cellular Automata",
    authors: "Randazzo, Mordvintsev, Niklasson, Levin", year: 2021,
    url: "https://distill.pub/selforg/2021/adversarial/",
  },
  load: () => import("./adversaries.js"),
};

/** @type {PageEntry} */
export const perturbation = {
  id: "perturbation",
  family: "perturbation",
  title: "Perturbation",
  summary: "Multiply every cell of a living lizard by one small matrix at every step, and it loses its tail, or " +
    "turns red. Matrices scale, mix and can be taken back.",
  use: "A model of how one signal everywhere, like a hormone, changes what a body builds without touching its rules.",
  paper: {
    title: "Adversarial Reprogramming of Neural Cellular Automata", authors: "Randazzo, Mordvintsev, Niklasson, Levin",
    year: 2021, url: "https://distill.pub/selforg/2021/adversarial/",
  },
  load: () => import("./perturbation.js"),
};

/** @type {PageEntry} */
export const takeover = {
  id: "takeover",
  family: "takeover",
  title: "Takeover",
  summary: "Put four cells of another kind into a living lizard. No cell can harm another, yet the newcomers " +
    "displace all others and make the body red, or keep a dying one alive. Or let two organisms meet.",
  use: "A model of how a few engineered cells might change a whole body, and of what happens where two grow into one.",
  paper: {
    title: "Adversarial Takeover of Neural Cellular Automata", authors: "Cavuoti, Sacco, Randazzo, Levin", year: 2022,
    url: "https://letteraunica.github.io/neural_cellular_automata/",
  },
  load: () => import("./takeover.js"),
};

/** @type {PageEntry} */
export const manifold = {
  id: "manifold",
  family: "ncam",
  title: "Manifold",
  summary: "A network writes the rules: every code is an automaton that grows a picture from one pixel. What " +
    "lies between two codes grows something between two pictures.",
  use: "A model of how one genome language describes many bodies.",
  paper: {
    title: "Neural Cellular Automata Manifold", authors: "Hernandez Ruiz, Vilalta, Moreno-Noguer", year: 2020,
    url: "https://arxiv.org/abs/2006.12155",
  },
  load: () => import("./manifold.js"),
};

/** In the order of the menu. */
export const PAGES = [growing, digits, adversaries, perturbation, takeover, manifold];
