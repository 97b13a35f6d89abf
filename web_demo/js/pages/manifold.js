/** The manifold: a map of codes, each of which is an automaton that grows a picture; blends between two of them. */

import { fetchPicture } from "../formats/site_files.js";
import { Manifold } from "../manifold.js";
import { Dish, seedCentre } from "../player/dish.js";
import { ERASE, SEED } from "../tools.js";
import { el } from "../dom.js";
import { CodeMap } from "../ui/code_map.js";
import { button, section, slider } from "../ui/controls.js";
import { onSetting } from "../settings.js";
import { explain } from "../ui/messages.js";
import { FamilyPage } from "./family_page.js";
import { manifold as about } from "./index.js";
import { letters } from "./letters.js";
import { pictureChoices } from "./manifold_choices.js";
import { pixelsOf } from "./pixels.js";

const FAMILY = "ncam";
const GRID = 64;
/** Each model's, with what it has fetched; another engine gets the same. */
const manifolds = new WeakMap();

const startEntry = (catalog, name) => catalog.find(FAMILY, name) ?? catalog.of(FAMILY)[0];

/**
 * A manifold with its sheet of pictures; a lone automaton has none of these, and what was dropped on the page is one.
 * The network and the codes, 7 MB for three thousand pictures, come when something is asked for that takes them.
 */
async function whole(catalog, entry, address) {
  const model = await catalog.model(entry);
  if (!model.meta.manifold || !model.origin) return { ...model, manifold: null };
  const known = manifolds.get(model.weights); // another engine needn't wait for what is asked for meanwhile
  const manifold = known ?? new Manifold(model);
  manifolds.set(model.weights, manifold);
  if (!known && ["from", "to", "group"].some((name) => address.params[name])) await manifold.fetchNetwork();
  return { ...model, manifold, sheet: await fetchPicture(model, model.meta.manifold.sheet.image) };
}

/** One picture, over and over: its automaton alone is 33 kB, the network that makes all of them 5 MB. */
export async function preview(catalog) {
  const model = await catalog.model(startEntry(catalog));
  const dish = new Dish({ label: "A picture that grows from a code", still: true, begin: seedCentre });
  await dish.load(model, { width: model.meta.size, height: model.meta.size });
  let rest = 0;
  function script() {
    if (dish.engine.stepCount < model.meta.steps || rest++ < 60) return;
    rest = 0;
    dish.restart();
  }
  return { dish, script };
}

export function open(host, context) {
  const { address, catalog } = context;
  const mapHost = el("div", { class: "stack" });
  const shareHost = el("div", { class: "stack" });
  const choices = el("div", { class: "stack" });
  const lettersHost = el("div", { class: "stack" });
  const lettersPart = section("Letters", lettersHost);
  /**
   * What is asked for: the places of two pictures in the set and the share of the second, or in their stead a picture
   * of the reader's own, {name, code}.
   */
  let wish = { one: 0, other: 0, share: 0, own: null };
  /** Counts what was asked for: a picture takes a while to be read, and gives way to what is chosen meanwhile. */
  let turn = 0;
  let map = null;
  /** What is put into the code that grows; null where codes are numbers. */
  let engineered = null;
  /** What grows, the wish and the letters that it was made of, and the model that it belongs to. */
  let made = { weights: null, arrays: null, wish, letters: null };
  /** Of the model that the panels show. */
  let shown = null;
  const page = new FamilyPage(host, context, {
    ...about, family: FAMILY, grids: [GRID], grid: GRID, start: startEntry, begin,
    summary: "Each picture on the map is a code, and each code is an automaton of 8,336 numbers that a network " +
      "wrote. Click one to grow it, drag from one to another to grow what lies between.",
    bench: {
      tools: [ERASE, SEED], brush: { low: 1, high: 16, step: 1, value: 5, unit: ["cell", "cells"] }, speed: 1 / 10,
    },
    gridOf: ({ meta }) => meta.size,
    model: (entry) => whole(catalog, entry, address),
    loaded: show,
    models: "Trained on",
    rungs: [
      {
        text: "Grow one", look: "With no life mask the tint of the background comes first, everywhere at once.",
        run: () => grow(wish.one, wish.one, 0),
      },
      {
        text: "Between two", look: "The numbers in the middle of two codes are an automaton too. Move the slider.",
        run: () => (here() ? grow(wish.one, here().farthestFrom(wish.one), 0.5) : restart()),
      },
    ],
    dispose() { turn++; stopListening(); },
  });
  const { bench } = page;
  const stopListening = onSetting((name) => { if (name === "theme") map?.draw(); });
  const dishHere = () => bench.dishes[0];
  const here = () => dishHere()?.model?.manifold;

  function begin(dish) {
    if (made.weights === dish.model.weights) dish.engine.setWeights(made.arrays);
    seedCentre(dish);
  }

  /** Another model is here, or the same one in another engine, where the same goes on growing. */
  function show(dish) {
    const { weights } = dish.model;
    if (shown === weights) {
      if (made.weights === weights) dish.engine.setWeights(made.arrays);
      return;
    }
    const first = shown === null;
    shown = weights;
    turn++;
    say("");
    showMap(dish);
    bench.player.reset();
    // Whether the first one runs is the address's and the reader's business, see Workbench.start.
    if (!first) bench.player.play();
  }

  function showMap(dish) {
    own.hidden = !dish.model.manifold;
    if (!dish.model.manifold) {
      engineered = null;
      lettersPart.hidden = true;
      const others = dish.model.meta.manifold ? " Those of a manifold come with the site's own." : "";
      mapHost.replaceChildren(el("p", { class: "soft", text: `One automaton, without codes.${others}` }));
      shareHost.replaceChildren();
      choices.replaceChildren();
      return;
    }
    const { manifold, meta: { manifold: { sheet: { columns, tile } } }, sheet } = dish.model;
    const last = manifold.names.length - 1;
    const at = (name, fallback) => Math.round(address.number(name, fallback, 0, last));
    const one = at("from", 0);
    const share = address.number("share", 0, 0, 1);
    const pictures = pictureChoices({ manifold, onChange: change });
    map = new CodeMap({
      places: manifold.places, tile, columns, sheet, titles: pictures.titles, label: `A map of ${last + 1} codes`,
      onChoose: (index) => grow(index, index, 0), onBlend: (from, to) => grow(from, to, 0.5),
    });
    mapHost.replaceChildren(map.element);
    const shares = slider({
      label: "Share of the second", low: 0, high: 1, step: 0.05, value: share,
      show: (value) => `${Math.round(100 * value)} %`, onChange: (value) => grow(wish.one, wish.other, value),
    });
    Object.assign(choices, { refresh() {
      pictures.show(wish.own ? null : wish);
      shares.set(wish.share);
      shares.element.hidden = Boolean(wish.own);
      shares.input.disabled = wish.one === wish.other;
    } });
    engineered = letters({ manifold, address, onChange: growWish });
    shareHost.replaceChildren(shares.element);
    choices.replaceChildren(...pictures.elements);
    lettersPart.hidden = !engineered;
    lettersHost.replaceChildren(...(engineered ? [engineered.element] : []));
    choose({ one, other: at("to", one), share, own: null });
    if (manifold.codes || isFirst()) mix();
    else growWish();
  }

  const say = (words) => { Object.assign(note, { hidden: !words, textContent: words }); bench.live.announce(words); };

  function change(key, index) {
    if (key === "one") grow(index, wish.other === wish.one ? index : wish.other, wish.share);
    else grow(wish.one, index, wish.share || 0.5);
  }

  /** Grows what lies between two codes, from the seed on. */
  function grow(one, other, share) {
    if (!here()) { restart(); return; }
    choose({ one, other, share, own: null });
    growWish();
  }

  /** Shows what is asked for, on the map, in the choices and in the address. */
  function choose({ one, other, share, own }) {
    turn++;
    wish = { one, other, share: one === other ? 0 : share, own };
    const named = own ? {} : { from: one, to: other === one ? null : other, share: wish.share };
    address.set({ from: named.from || null, to: named.to ?? null, share: named.share || null });
    map.show(own ? null : wish);
    choices.refresh();
  }

  /** Whether the automaton with which the model comes is the one that is asked for. */
  const isFirst = () => !wish.own && !wish.one && !wish.other && !engineered?.chosen.group;

  /** Grows what is asked for: at once where the network is here, else when it comes, unless the wish has changed. */
  async function growWish() {
    const { manifold } = dishHere().model;
    const asked = ++turn;
    if (!manifold.codes && !isFirst()) {
      say("The network that makes automata of codes is on its way...");
      try {
        await manifold.fetchNetwork();
      } catch (error) {
        if (asked === turn) takeBack(error, "Fetching the network");
        return;
      }
      if (asked !== turn) return;
    }
    mix();
    restart();
  }

  /** What was asked for can't be had; what grows goes on. */
  function takeBack(error, doing) {
    say("");
    engineered?.choose(made.letters);
    choose(made.wish);
    explain(error, doing);
  }

  /** Makes the automaton of what is to grow, with letters in common put in, that of the model; says what it is. */
  function mix() {
    const { manifold, weights } = dishHere().model;
    const { one, other, share, own } = wish;
    let arrays;
    if (manifold.codes) {
      const code = own?.code ?? manifold.blend(manifold.codes[one], manifold.codes[other], share);
      arrays = manifold.express(engineered ? engineered.mixed(code) : code);
    } else {
      arrays = Object.fromEntries(Array.from(weights, ([name, { data }]) => [name, data]));
    }
    made = { weights, arrays, wish, letters: engineered && { ...engineered.chosen } };
    engineered?.refresh();
    say(own ? `What grows is made of ${own.name}.` : "");
  }

  function restart() {
    bench.player.reset();
    bench.player.play();
  }

  /** Grows what the encoder makes of a picture of the reader's own. @param {File} file */
  async function growOwn(file) {
    const { manifold, meta } = dishHere().model ?? {};
    if (!manifold) return;
    const asked = ++turn;
    say(`${file.name} is being read...`);
    try {
      const pixels = await pixelsOf(file, meta.size, meta.manifold.encoder.colours);
      const [code] = await Promise.all([manifold.encode(pixels), manifold.fetchNetwork()]);
      if (asked !== turn) return;
      choose({ ...wish, own: { name: file.name, code } });
      mix();
      restart();
    } catch (error) {
      if (asked === turn) takeBack(error, `Reading ${file.name}`);
    }
  }

  // It was taught to be its picture after so many steps; what comes later nobody has asked of it.
  let before = 0;
  bench.player.on("frame", () => {
    const dish = dishHere();
    const steps = dish?.model?.meta.steps;
    if (!dish?.engine) return;
    if (before < steps && dish.engine.stepCount >= steps) bench.player.end();
    before = dish.engine.stepCount;
  });

  // Begun anew by whomever.
  bench.player.on("change", () => { before = Math.min(before, bench.player.stepCount); });

  const chooser = el("input", {
    type: "file", accept: "image/*", class: "visually-hidden", "aria-label": "A picture of your own", tabindex: -1,
    on: { change: () => { if (chooser.files[0]) growOwn(chooser.files[0]); chooser.value = ""; } },
  });
  const own = button({
    label: "Grow a picture of your own", text: "A picture of your own", icon: "open", onClick: () => chooser.click(),
    hint: "The encoder, 4 MB, comes to make a code of it",
  });
  const note = el("p", { class: "soft small", hidden: true });
  // Whoever comes near wants a picture soon.
  mapHost.addEventListener("pointerenter", ({ pointerType }) => {
    if (pointerType === "mouse") here()?.fetchNetwork().catch(() => {}); // what asks for it says why it did not come
  });
  mapHost.addEventListener("dragover", (event) => event.preventDefault());
  mapHost.addEventListener("drop", (event) => {
    const picture = [...event.dataTransfer.files].find(({ type }) => type.startsWith("image/"));
    if (!picture) return;
    event.preventDefault();
    event.stopPropagation();
    growOwn(picture);
  });
  page.open(
    [section("Codes", mapHost, shareHost)],
    [
      section("Pictures", choices, own, note, chooser), lettersPart,
      section("Model", page.models.element, page.ownButton, page.forgetButton),
    ],
  );
  return page;
}
