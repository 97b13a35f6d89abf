/** Takeover: cells of another rule are put into a pattern and displace its own; or several organisms share a torus. */

import { compose, FREE, isPair } from "../player/compose.js";
import { Dish } from "../player/dish.js";
import { inject, injectionOf, ofModel, SHARE, SIDE, spray, square } from "../player/injection.js";
import { ownersPanel, paintOwners } from "../player/owners.js";
import { handOverDisc, plantRule } from "../engines/owners.js";
import { ERASE } from "../tools.js";
import { el } from "../dom.js";
import { button, choice, lasting, picker, section, slider, toggle } from "../ui/controls.js";
import { shortcut } from "../ui/shortcuts.js";
import { FamilyPage } from "./family_page.js";
import { takeover as about } from "./index.js";

const FAMILY = "takeover";
const GROWN = 60; // steps, as in the paper
const HOST = 1;
/** Places of seeds in shares of the torus's sides, as far from each other as may be. */
const PLACES = { 1: [[0.5, 0.5]], 2: [[0.25, 0.5], [0.75, 0.5]], 3: [[0.25, 0.25], [0.75, 0.35], [0.45, 0.8]] };

const singles = (catalog) => catalog.of(FAMILY).filter((entry) => !isPair(entry) && !entry.members);
const pairs = (catalog) => catalog.of(FAMILY).filter(isPair);

/** The model to begin with: what is asked for, else a lizard that turns red, else any takeover, else any. */
function startEntry(catalog, name) {
  return catalog.find(FAMILY, name) ?? catalog.find(FAMILY, "red") ?? pairs(catalog)[0] ?? catalog.of(FAMILY)[0];
}

/** A seed of the host in the middle; of each organism of a free-for-all one at its place. */
function begin(dish) {
  const { engine, model: { meta } } = dish;
  const count = ofModel(dish);
  const places = meta.free_for_all ? PLACES[count] : PLACES[1];
  engine.edit((state) => places.forEach(([x, y], at) => plantRule(
    state, engine, Math.floor(x * engine.width), Math.floor(y * engine.height), count, at + 1,
  )));
}

export async function preview(catalog) {
  const entry = startEntry(catalog);
  const dish = new Dish({ label: "A pattern whose cells are displaced by others", still: true, begin });
  dish.painter = paintOwners({ shown: () => false });
  dish.stage.poster(entry.thumbnail);
  await dish.load(catalog.model(entry), { width: 48, height: 48 });
  let injected = false;
  function script() {
    const { stepCount } = dish.engine;
    if (!injected && stepCount >= GROWN && isPair(entry)) [injected] = [true, inject(dish, 2, square(SIDE))];
    if (stepCount > 500) { injected = false; dish.restart(); }
  }
  return { dish, script };
}

export function open(host, context) {
  const { address, catalog } = context;
  const [takeovers, alone] = ["Takeovers", "One rule alone"].map(group);
  const shownTitle = el("p", { class: "soft small" });
  const freeHost = el("div", { class: "stack" });
  const injectHost = el("div", { class: "stack" });
  const injectSection = section("Put in", injectHost);
  let owners = address.params.owners === "1";
  /** What the model that is shown was trained with, in cells and in per cent. */
  let usual = { entry: null, side: SIDE, share: 100 * SHARE };
  const intruder = () => Math.min(ofModel(page.active), HOST + 1);
  const brush = {
    id: "inject", label: "Put in", icon: "plus", key: "H", drags: true, brush: true, glows: true,
    hint: "Drag over cells: they follow the other rule from now on",
    apply: (engine, x, y, radius) => engine.edit((state) => handOverDisc(
      state, engine, x, y, radius, ofModel(page.active), intruder(),
    )),
  };
  const seed = {
    id: "seed", label: "Seed", icon: "seed", key: "S", drags: false, brush: false, hint: "Click to plant one cell",
    apply: (engine, x, y) => engine.edit((state) => {
      const count = ofModel(page.active);
      const rule = page.active.model.meta.free_for_all ? 1 + turn++ % count : 1;
      plantRule(state, engine, x, y, count, rule);
    }),
  };
  let turn = 0;
  for (const entry of FREE.entriesIn(address.params.model, singles(catalog))) known(entry);
  const page = new FamilyPage(host, context, {
    ...about, family: FAMILY, grids: [48, 72, 96, 128], grid: 48, start: startEntry, begin,
    summary: "Two kinds of cells share one body. Neither sees which is which, and no cell can kill another; yet a " +
      "few of the second kind talk the first into dying, and take over. Put some in and watch.",
    bench: {
      tools: [brush, seed, ERASE], speed: 0.5, gaps: true,
      brush: { low: 1, high: 12, value: 2, unit: ["cell", "cells"] },
    },
    model: (entry) => (entry.members ? compose(entry, catalog) : catalog.model(entry)),
    added(dish) { dish.painter = paintOwners({ shown: () => owners }); },
    loaded: show,
    described: showModels,
    rungs: rungs(),
    dispose: () => counts.dispose(),
  });
  const { bench } = page;
  const counts = ownersPanel(bench, { dish: () => page.active });
  async function putIn(rule, choose) {
    const { active } = page;
    const handed = await inject(active, rule, choose);
    if (handed && active.engine) counts.mark(active.engine.stepCount);
  }

  function rungs() {
    const [first] = pairs(catalog);
    const several = singles(catalog);
    // The butterfly is the surest of them.
    const saved = catalog.find(FAMILY, "butterfly-immortal") ??
      pairs(catalog).find(({ experiment }) => experiment === "dynamic");
    /** Puts cells in then, unless the model doesn't come or another one is chosen meanwhile. */
    const grown = async (entry, choose = null) => {
      if (!(await page.see(entry))) return false;
      bench.player.reset();
      const { engine } = page.active;
      await engine.steps(GROWN);
      if (engine !== page.active.engine) return false;
      await putIn(2, choose ?? injectionOf(page.active.model.meta).choose);
      return true;
    };
    const start = startEntry(catalog);
    const all = [
      first && {
        text: "Put in four cells", look: "A square of 2 by 2. They spread, and the others die without being touched.",
        run: () => grown(start, square(SIDE)),
      },
      first && {
        text: "Whose is it?", look: "The same body in two colours: orange as it was, blue what has come.",
        run: () => showOwners(true),
      },
      first && {
        text: "Spray", look: "Scattered over the body, they have it sooner.",
        run: () => grown(start, spray(SHARE)),
      },
      saved && {
        text: "Keep it alive", look: "Left alone this body would not last. Newcomers take it over, and it stays.",
        run: () => grown(saved),
      },
      several.length > 1 && {
        text: "Free for all", look: "Two organisms on one torus. Where they meet, each goes on by its own rule.",
        run: async () => { await fight(several.slice(0, 2)); showOwners(true); },
      },
    ];
    return all.filter(Boolean);
  }

  function show(dish, entry) {
    injectSection.hidden = ofModel(dish) < 2;
    bench.offerTool("inject", ofModel(dish) > 1);
    dish.stage.element.dataset.model = entry.name;
    counts.refresh();
    if (entry === usual.entry) return; // on another grid, or in another engine
    const { side, share } = injectionOf(dish.model.meta);
    const asked = usual.entry === null; // by the address that the page was opened with
    usual = { entry, side, share: Math.round(100 * share) };
    sideSlider.set(asked ? address.number("side", usual.side, 1, 8) : usual.side);
    shareSlider.set(asked ? address.number("spray", usual.share, 1, 80) : usual.share);
    tellSliders();
  }

  /** A titled place for pictures of models; it goes where there are none. */
  function group(label) {
    const models = lasting(picker);
    const item = ({ name, title, thumbnail }) => ({ value: name, title, thumbnail });
    const onChange = (name) => page.show(catalog.find(FAMILY, name));
    const element = el("div", { class: "field" }, el("p", { class: "field-label", text: label }), models.element);
    function show(entries) {
      element.hidden = entries.length === 0;
      models.show({ label, items: entries.map(item), value: page.current.name, onChange });
    }
    return { element, show };
  }

  function tellSliders() {
    const told = (slider, own) => (Number(slider.input.value) === own ? null : Number(slider.input.value));
    address.set({ side: told(sideSlider, usual.side), spray: told(shareSlider, usual.share) });
  }

  function showModels() {
    takeovers.show(pairs(catalog));
    alone.show(singles(catalog));
    shownTitle.textContent = page.current.title;
  }

  /** The catalog's own entry of the same name, which this one becomes where there is none. */
  function known(entry) {
    const found = catalog.find(FAMILY, entry.name);
    if (!found) catalog.entries.push(entry);
    return found ?? entry;
  }

  /** Two or three organisms on one torus, twice as wide as one needs. */
  async function fight(entries) {
    if (page.grid < 72) { page.grid = 96; page.gridChoice.set(96); address.set({ grid: 96 }); }
    await page.show(known(FREE.entry(entries)));
    bench.player.play();
  }

  const chosen = new Set(singles(catalog).slice(0, 2));
  const fighters = singles(catalog).map((entry) => toggle({
    label: entry.title, value: chosen.has(entry),
    onChange(on) { if (on) chosen.add(entry); else chosen.delete(entry); refreshFight(); },
  }));
  const fightButton = button({
    label: "Let them meet", text: "Let them meet", icon: "play", onClick: () => fight([...chosen]),
  });
  const fightNote = el("p", { class: "soft small", role: "status" });
  function refreshFight() {
    const fine = chosen.size >= 2 && chosen.size <= 3;
    fightButton.disabled = !fine;
    fightNote.textContent = fine ? "One seed of each, far apart on a torus." : "Choose two or three.";
  }
  freeHost.append(...fighters.map(({ element }) => element), fightButton, fightNote);
  refreshFight();

  const sideSlider = slider({
    label: "Side of the square", low: 1, high: 8, value: SIDE, show: (value) => `${value} × ${value}`,
    onChange: tellSliders,
  });
  const shareSlider = slider({
    label: "Share of a spray", low: 1, high: 80, value: 100 * SHARE, show: (value) => `${value} %`,
    onChange: tellSliders,
  });
  /** Puts cells in where there are two rules; keys are pressed before they are, too. */
  function put(choose) {
    const { active } = page;
    return active.engine && ofModel(active) > 1 ? putIn(intruder(), choose) : null;
  }
  const putSquare = () => put(square(Number(sideSlider.input.value)));
  const putSpray = () => put(spray(shareSlider.input.value / 100));
  const withButton = (control, text, key, onClick) => el(
    "div", { class: "stack with-button" }, control.element, button({ label: text, text, icon: "plus", key, onClick }),
  );
  injectHost.append(
    withButton(sideSlider, "Put in a square", "Q", putSquare), withButton(shareSlider, "Spray", "Y", putSpray),
  );
  shortcut("Q", "Put in a square", putSquare);
  shortcut("Y", "Spray", putSpray);
  const ownersChoice = choice({
    label: "Show", hideLabel: true, value: owners ? "owners" : "colours",
    options: [{ value: "colours", text: "True colours" }, { value: "owners", text: "Owners" }],
    onChange: (value) => showOwners(value === "owners"),
  });
  function showOwners(on) {
    owners = on;
    ownersChoice.set(on ? "owners" : "colours");
    address.set({ owners: on ? 1 : null });
    for (const dish of bench.dishes) dish.touch();
  }

  return page.open(
    [
      injectSection,
      section("Model", el("div", { class: "stack" }, takeovers.element, alone.element, shownTitle),
        page.ownButton, page.forgetButton),
    ],
    [
      counts.element, section("View", ownersChoice.element, page.gridChoice.element),
      // Where both panels stand above each other this comes below the cells: a list of all rules would push them away.
      ...(singles(catalog).length > 1 ? [section("Free for all", freeHost)] : []),
    ],
  );
}

