/** Growing patterns: one cell becomes a lizard, stays one, and grows back what is cut off. */

import { channelPainter } from "../player/channels.js";
import { Dish, paintColours } from "../player/dish.js";
import { enginePanel } from "../player/engine_panel.js";
import { targetPanel } from "../player/target_panel.js";
import { Workbench } from "../player/workbench.js";
import { resized } from "../player/resize.js";
import { ERASE, SEED } from "../tools/index.js";
import { cut } from "../tools/cuts.js";
import { MAX_CHANNELS } from "../formats/checks.js";
import { el } from "../dom.js";
import { button, choice, folded, picker, section, slider, toggle } from "../ui/controls.js";
import { icon } from "../ui/icons.js";
import { explain } from "../ui/messages.js";

const FAMILY = "growing";
const GRIDS = ["48", "72", "96", "128", "192"];
const GRID = 96;
const MOST_DISHES = 4;
const FAVOURITE = "lizard";
const TRAININGS = {
  growing: "Trained only to arrive at the pattern. Left alone, it keeps changing.",
  persistent: "Trained to arrive and then to stay.",
  regenerating: "Trained on damaged patterns, so it heals.",
};

const seedCentre = (dish) => dish.engine.seed(Math.floor(dish.engine.width / 2), Math.floor(dish.engine.height / 2));

/** The model to begin with: what is asked for, else a lizard that heals, else any. */
function startEntry(catalog, name) {
  const entries = catalog.of(FAMILY);
  const lizards = entries.filter((entry) => entry.pattern === FAVOURITE);
  return catalog.find(FAMILY, name) ?? lizards.find((entry) => entry.training === "regenerating") ?? lizards[0] ?? entries[0];
}

async function preview(catalog) {
  const entries = catalog.of(FAMILY).filter((entry) => entry.training === "regenerating");
  const entry = entries.find((candidate) => candidate.pattern !== FAVOURITE) ?? startEntry(catalog);
  const dish = new Dish({ label: `${entry.patternTitle}, growing and healing`, still: true, begin: seedCentre });
  await dish.load(catalog.model(entry), { width: 64, height: 64 });
  const parts = ["left", "upper", "right", "centre", "lower"];
  let next = 260;
  let turn = 0;
  async function script() {
    if (dish.engine.stepCount < next) return;
    next = dish.engine.stepCount + 240;
    const state = await dish.engine.getState();
    cut(state, dish.engine, parts[turn++ % parts.length]);
    if (state.every((value) => value === 0)) { next = 260; dish.restart(); return; }
    dish.engine.setState(state);
    dish.touch();
  }
  return { dish, script };
}

function open(host, { catalog, address, chooseOwnModel }) {
  const bench = new Workbench(host, {
    title: "Growing", summary: "Every cell runs the same small network and sees only its neighbours. Together they grow a pattern from a single cell. Drag across it and watch.",
    address, tools: [ERASE, SEED], brush: { low: 1, high: 16, value: 6, unit: ["cell", "cells"] }, cuts: true, gaps: true, begin: seedCentre,
  });
  bench.doubleTap = (dish, x, y) => { SEED.apply(dish.engine, x, y); dish.touch(); };
  let grid = Number(address.choice("grid", GRIDS, String(GRID)));
  let angle = address.number("angle", 0, 0, 360);
  let engineId = address.params.engine ?? null;
  /** @type {Map<Dish, import("../catalog.js").Entry>} */
  const shown = new Map();
  /**
   * What a dish runs, which is another entry while the shown one is on its way.
   * @type {Map<Dish, import("../catalog.js").Entry>}
   */
  const running = new Map();

  const patternHost = el("div");
  const trainingHost = el("div", { class: "stack" });
  const engines = enginePanel(bench, async (id) => { engineId = id; address.set({ engine: id }); await Promise.all(bench.dishes.map((dish) => load(dish, shown.get(dish), { keep: true }))); });

  function active() {
    return bench.activeDish ?? bench.dishes[0];
  }
  const targets = targetPanel(bench, { dish: active, turned: () => angle % 360 !== 0 });

  const entries = () => catalog.of(FAMILY);

  /**
   * @returns {Promise<boolean>} whether the dish now shows the entry: another choice may come first, or loading may
   *   fail
   */
  async function load(dish, entry, { keep = false } = {}) {
    shown.set(dish, entry);
    describe();
    try {
      const size = grid;
      if (!(await dish.load(catalog.model(entry), { width: size, height: size, engine: engineId, keep }))) return false;
      running.set(dish, entry);
      dish.stage.element.setAttribute("aria-label", `${entry.title}, ${size} by ${size} cells. Arrow keys move a cursor, Enter uses the tool.`);
      dish.setControls({ angle: (angle * Math.PI) / 180 });
      rotation.input.disabled = !dish.engine.adjustable.has("angle");
      limitChannels();
      engines.refresh();
      targets.refresh();
      return true;
    } catch (error) {
      explain(error, `Loading ${entry.title}`);
      if (running.has(dish)) shown.set(dish, running.get(dish));
      describe();
      return false;
    }
  }

  function addDish(entry) {
    const caption = el("button", { type: "button", class: "dish-name", on: { click: () => { activate(dish); } } });
    const remove = button({ label: "Remove this dish", icon: "close", kind: "quiet small-button", onClick: () => drop(dish) });
    const dish = bench.addDish(entry.title, () => el("figcaption", { class: "dish-caption" }, caption, remove));
    dish.caption = caption;
    dish.painter = painter();
    dish.stage.element.addEventListener("pointerdown", () => { if (bench.activeDish !== dish) activate(dish); });
    return load(dish, entry);
  }

  function drop(dish) {
    shown.delete(dish);
    running.delete(dish);
    bench.removeDish(dish);
    limitChannels();
    activate(bench.activeDish === dish ? bench.dishes[0] : bench.activeDish);
  }

  function activate(dish) {
    bench.activeDish = dish;
    describe();
    targets.refresh();
  }

  /** Brings captions, pickers and the address in line with what is shown. */
  function describe() {
    const current = shown.get(active());
    if (!current) return;
    for (const [dish, entry] of shown) {
      dish.caption.textContent = entry.training ? `${entry.patternTitle}, ${entry.training}` : entry.title;
      dish.caption.setAttribute("aria-pressed", String(dish === active()));
    }
    patternPicker?.set(current.pattern);
    showTrainings(current);
    addButton.disabled = shown.size >= MOST_DISHES;
    compareButton.disabled = trainingsOf(current).length < 2;
    const names = [...shown.values()].map((entry) => entry.name).join(",");
    address.set({ model: names === startEntry(catalog).name ? null : names });
  }

  const trainingsOf = (entry) => Object.keys(TRAININGS).map((training) => entries().find((other) => other.pattern === entry.pattern && other.training === training)).filter(Boolean);

  function showTrainings(entry) {
    const options = trainingsOf(entry);
    trainingHost.replaceChildren();
    if (options.length > 1) {
      trainingHost.append(choice({
        label: "Trained for", compact: true, value: entry.training, onChange: (training) => load(active(), options.find((other) => other.training === training)),
        options: options.map((other) => ({ value: other.training, text: other.training[0].toUpperCase() + other.training.slice(1) })),
      }).element);
    }
    trainingHost.append(el("p", { class: "soft small", text: TRAININGS[entry.training] ?? "A model that you brought. It stays on this machine." }));
  }

  let patternPicker = null;
  let rotation = null;
  function showPatterns() {
    const patterns = [...new Map(entries().map((entry) => [entry.pattern, entry])).keys()].map((pattern) => {
      const all = entries().filter((entry) => entry.pattern === pattern);
      return all.find((entry) => entry.training === "regenerating") ?? all[0];
    });
    patternPicker = picker({
      label: "Pattern", value: shown.get(active())?.pattern, items: patterns.map((entry) => ({ value: entry.pattern, title: entry.patternTitle, thumbnail: entry.thumbnail })),
      onChange: (pattern) => {
        const training = shown.get(active())?.training;
        const all = entries().filter((entry) => entry.pattern === pattern);
        load(active(), all.find((entry) => entry.training === training) ?? all.find((entry) => entry.training === "regenerating") ?? all[0]);
      },
    });
    patternHost.replaceChildren(patternPicker.element);
  }

  async function regrid(size) {
    grid = size;
    address.set({ grid: size === GRID ? null : size });
    await Promise.all(bench.dishes.map(async (dish) => {
      const before = dish.engine;
      const state = before && { values: await before.getState(), width: before.width, height: before.height, steps: before.stepCount };
      const loaded = await load(dish, shown.get(dish));
      if (!loaded || !state) return;
      dish.engine.setState(resized(state, dish.engine.width, dish.engine.height, dish.engine.channels));
      dish.engine.stepCount = state.steps;
      dish.touch();
    }));
  }

  let view = address.choice("view", ["colour", "channels"], "colour");
  let channel = address.number("channel", 0, 0, MAX_CHANNELS);
  const painter = () => (view === "channels" ? channelPainter(channel === 0 ? null : channel - 1) : (dish, plate) => { dish.stage.toGrid = null; return paintColours(dish, plate); });
  function changeView() {
    address.set({ view: view === "colour" ? null : view, channel: view === "channels" && channel ? channel : null });
    channelSlider.element.hidden = view !== "channels";
    for (const dish of bench.dishes) { dish.painter = painter(); dish.touch(); }
  }
  /** Lets the slider end where the channels of the largest model end. */
  function limitChannels() {
    const counts = bench.dishes.filter(({ engine }) => engine).map(({ engine }) => engine.channels);
    if (counts.length) channelSlider.limit(Math.max(...counts));
    channel = Number(channelSlider.input.value);
  }
  const channelNames = (at) => (at === 0 ? "all" : ["red", "green", "blue", "alpha"][at - 1] ?? `hidden ${at - 4}`);
  const channelSlider = slider({ label: "Channel", low: 0, high: MAX_CHANNELS, value: channel, show: channelNames, onChange: (at) => { channel = at; changeView(); } });

  const addButton = button({ label: "Add a dish", text: "Add a dish", icon: "plus", onClick: () => { const entry = shown.get(active()); addDish(entry).then(() => activate(bench.dishes.at(-1))); } });
  const compareButton = button({ label: "Compare trainings", text: "Compare trainings", icon: "compare", hint: "The same pattern in its trainings, side by side; a stroke reaches all of them", onClick: compare });
  const reach = toggle({ label: "Strokes reach all dishes", value: bench.all, onChange: (on) => { bench.all = on; address.set({ all: on ? 1 : null }); } });
  bench.dishRow.append(el("button", { type: "button", class: "dish-add", on: { click: () => addButton.click() } }, icon("plus"), "Add a dish"));
  async function compare() {
    const wanted = trainingsOf(shown.get(active()));
    while (bench.dishes.length > wanted.length) drop(bench.dishes.at(-1));
    bench.all = true;
    reach.set(true);
    address.set({ all: 1 });
    await Promise.all(wanted.map((entry, at) => (bench.dishes[at] ? load(bench.dishes[at], entry) : addDish(entry))));
    bench.player.reset();
  }

  bench.left.append(
    section("Pattern", patternHost, trainingHost, button({ label: "Open your own model", text: "Your own model", icon: "open", hint: "Or drop a model's files anywhere on the page", onClick: chooseOwnModel })),
    section("Side by side", el("div", { class: "button-row wrap" }, addButton, compareButton), reach.element),
  );
  bench.right.append(
    targets.element,
    section("Perception",
      (rotation = slider({ label: "Rotation", low: 0, high: 360, value: angle, show: (value) => `${value}°`, onChange: (value) => { angle = value; address.set({ angle: value || null }); for (const dish of bench.dishes) dish.setControls({ angle: (value * Math.PI) / 180 }); } })).element,
      el("p", { class: "soft small", text: "Cells sense their neighbours in a turned frame, so what grows is turned too." })),
    section("View",
      choice({ label: "Show", hideLabel: true, value: view, options: [{ value: "colour", text: "Colours" }, { value: "channels", text: "Channels" }], onChange: (value) => { view = value; changeView(); } }).element,
      channelSlider.element,
      choice({ label: "Grid", compact: true, value: String(grid), options: GRIDS.map((size) => ({ value: size, text: size, name: `${size} by ${size} cells` })), onChange: (size) => regrid(Number(size)) }).element),
    engines.element,
  );
  channelSlider.element.hidden = view !== "channels";

  const first = (address.params.model ?? "").split(",").slice(0, MOST_DISHES).map((name) => catalog.find(FAMILY, name)).filter(Boolean);
  const ready = Promise.all((first.length ? first : [startEntry(catalog)]).map((entry) => addDish(entry)));
  bench.activeDish = bench.dishes[0];
  showPatterns();
  describe();
  ready.then(() => bench.start());

  return {
    bench,
    ready,
    show(entry) { showPatterns(); load(active(), entry); },
    dispose() { targets.dispose(); bench.dispose(); },
  };
}

export default {
  id: "growing",
  order: 1,
  family: FAMILY,
  title: "Growing",
  summary: "A single cell grows into a picture, and the picture heals when you cut it. No cell knows the plan: each one sees its eight neighbours and follows a rule of 8,336 numbers.",
  paper: { title: "Growing Neural Cellular Automata", authors: "Mordvintsev, Randazzo, Niklasson, Levin", year: 2020, url: "https://distill.pub/2020/growing-ca/" },
  preview,
  open,
};
