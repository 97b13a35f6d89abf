/** Self-classifying digits: the cells of a drawing talk to their neighbours until they agree what they are. */

import { Dish } from "../player/dish.js";
import { enginePanel } from "../player/engine_panel.js";
import { labelPainter, numerals } from "../player/labels.js";
import { resized } from "../player/resize.js";
import { Workbench } from "../player/workbench.js";
import { DRAW, RUB_OUT } from "../tools/index.js";
import { drawTile, Samples } from "../samples.js";
import { changeSetting, onSetting, setting } from "../settings.js";
import { Ballot } from "../ui/ballot.js";
import { el } from "../dom.js";
import { button, choice, section, toggle } from "../ui/controls.js";
import { explain } from "../ui/messages.js";
import { shortcut } from "../ui/shortcuts.js";

const FAMILY = "mnist";
const GRIDS = ["28", "56"];
const GRID = 28;

const startEntry = (catalog, name) => catalog.find(FAMILY, name) ?? catalog.of(FAMILY).find((entry) => !/fashion|kmnist/.test(entry.name)) ?? catalog.of(FAMILY)[0];

/** The palette of a model in the reader's choice of colours. */
const paletteOf = (meta) => (setting("palette") === "safe" && meta.palette_safe) || meta.palette;

/** Evenly spread hues, for a classifier that brings no colours on a site that has none. */
const spreadPalette = (count) => Array.from({ length: count }, (_, label) => [0, 8, 4].map((shift) => Math.round(127 + 110 * Math.cos((label / count + shift / 12) * 2 * Math.PI))));

const namesOf = (meta) => Array.from({ length: meta.classes }, (_, label) => String(meta.class_names?.[label] ?? label));

/**
 * A model with what the page shows beside it. One that brings no samples or colours gets those of the site's own
 * classifier.
 * @param {import("../catalog.js").Catalog} catalog
 * @param {import("../catalog.js").Entry} entry
 * @returns {Promise<import("../model_files.js").Model & {samples: Samples|null, siteMeta: Object}>}
 */
async function withSamples(catalog, entry) {
  const [model, site] = await Promise.all([catalog.model(entry), catalog.model(startEntry(catalog))]);
  return { ...model, samples: (await Samples.load(model)) ?? (await Samples.load(site)), siteMeta: site.meta };
}

async function preview(catalog) {
  const model = await withSamples(catalog, startEntry(catalog));
  const { samples } = model;
  let label = 3;
  const show = (dish, mutate) => samples && dish.engine.setImage(Samples.centred(samples.current(label), dish.engine.width, dish.engine.height), mutate);
  const dish = new Dish({ label: "Digits, coloured by what their cells say", still: true, gaps: true, begin: (made) => show(made, false) });
  dish.painter = labelPainter({ palette: () => paletteOf(model.meta), onVote: () => {} });
  await dish.load(model, { width: GRID, height: GRID });
  let next = 90;
  function script() {
    if (dish.engine.stepCount < next) return;
    next = dish.engine.stepCount + 90;
    samples?.advance(label);
    label = (label + 1) % model.meta.classes;
    show(dish, true);
    dish.touch();
  }
  return { dish, script };
}

function open(host, { catalog, address, chooseOwnModel }) {
  let grid = Number(address.choice("grid", GRIDS, String(GRID)));
  let engineId = address.params.engine ?? null;
  let entry = startEntry(catalog, address.params.model);
  /** The entry whose model runs, which is another one while `entry` is on its way. */
  let running = null;
  let ballot = null;
  let firstLabel = Math.round(address.number("digit", 3, 0, 9));

  const bench = new Workbench(host, {
    title: "Digits", summary: "Every drawn cell guesses what it is a part of, sees only its neighbours, and talks until all agree. Draw a digit, then change it while they talk.",
    address, tools: [DRAW, RUB_OUT], brush: { low: 0.5, high: 3, step: 0.25, value: 1, unit: ["cell", "cells"] }, gaps: true, speed: 0.5, begin,
  });
  const dish = bench.addDish("Drawing");
  dish.painter = labelPainter({
    palette,
    onVote: (vote, colours) => ballot?.show(vote, dish.engine.stepCount, colours, !bench.player.playing),
  });
  const badgeHost = el("div");
  dish.stage.element.append(badgeHost);

  const samplesHere = () => dish.model?.samples ?? null;
  /** Classes that there is a sample of; a sheet of the site may have more than the reader's own model knows. */
  const sampleCount = () => Math.min(samplesHere()?.rows ?? 0, dish.model?.meta.classes ?? 0);

  /** The model's own colours, else those of the site's own classifier. */
  function palette({ meta, siteMeta }) {
    return [meta, siteMeta].map((one) => one && paletteOf(one)).find((colours) => colours?.length >= meta.classes) ?? spreadPalette(meta.classes);
  }

  function begin({ engine, model: { samples } }) {
    ballot?.chart.clear();
    if (!samples) return;
    firstLabel = Math.min(firstLabel, sampleCount() - 1);
    engine.setImage(Samples.centred(samples.current(firstLabel), engine.width, engine.height), false);
  }

  const ballotHost = el("div");
  const sampleHost = el("div", { class: "samples" });
  const modelHost = el("div", { class: "stack" });
  const engines = enginePanel(bench, async (id) => { engineId = id; address.set({ engine: id }); await load({ keep: true }); });

  /**
   * @returns {Promise<boolean>} whether the dish now shows the entry: another choice may come first, or loading may
   *   fail
   */
  async function load({ keep = false } = {}) {
    const [wanted, size] = [entry, grid];
    try {
      if (!(await dish.load(withSamples(catalog, wanted), { width: size, height: size, engine: engineId, keep }))) return false;
      running = wanted;
      ballot?.dispose();
      ballot = new Ballot(namesOf(dish.model.meta));
      ballotHost.replaceChildren(ballot.element);
      badgeHost.replaceChildren(ballot.badge);
      dish.stage.element.setAttribute("aria-label", `Drawing, ${size} by ${size} cells. Arrow keys move a cursor, Enter draws.`);
      address.set({ model: wanted === startEntry(catalog) ? null : wanted.name });
      showSamples();
      showModels();
      engines.refresh();
      return true;
    } catch (error) {
      explain(error, `Loading ${wanted.title}`);
      entry = running ?? wanted;
      showModels();
      return false;
    }
  }

  function useSample(label) {
    const { engine } = dish;
    const samples = samplesHere();
    if (label >= sampleCount()) return;
    // The one on the screen has had its turn; the one that comes is then what "Start again" brings back.
    samples.advance(firstLabel);
    drawSample(firstLabel);
    dish.remember();
    engine.setImage(Samples.centred(samples.current(label), engine.width, engine.height), true);
    firstLabel = label;
    address.set({ digit: label === 3 ? null : label });
    dish.touch();
  }

  function drawSample(label) {
    drawTile(sampleHost.children[label].querySelector("canvas"), samplesHere().current(label));
  }
  const drawSamples = () => { for (let label = 0; label < sampleHost.childElementCount; label++) drawSample(label); };

  function showSamples() {
    const names = namesOf(dish.model.meta);
    sampleHost.replaceChildren(...Array.from({ length: sampleCount() }, (_, label) => el(
      "button",
      { type: "button", class: "sample", "aria-label": `Show a ${names[label]}`, title: `${names[label]} (${label})`, on: { click: () => useSample(label) } },
      el("canvas", { "aria-hidden": "true" }), el("span", { text: String(label), "aria-hidden": "true" }),
    )));
    drawSamples();
  }

  function showModels() {
    const entries = catalog.of(FAMILY);
    modelHost.replaceChildren(...(entries.length < 2 ? [] : [choice({
      label: "Trained on", compact: true, value: entry.name, options: entries.map((other) => ({ value: other.name, text: other.title })),
      onChange: (name) => { entry = catalog.find(FAMILY, name); load(); },
    }).element]));
  }

  async function clear() {
    if (!dish.engine) return;
    dish.remember();
    dish.engine.setImage(new Float32Array(dish.engine.width * dish.engine.height), false);
    ballot.chart.clear();
    dish.touch();
  }

  async function regrid(size) {
    grid = size;
    address.set({ grid: size === GRID ? null : size });
    const { engine } = dish;
    const state = engine && { values: await engine.getState(), width: engine.width, height: engine.height, steps: engine.stepCount };
    const loaded = await load();
    if (!loaded || !state) return;
    dish.engine.setState(resized(state, dish.engine.width, dish.engine.height, dish.engine.channels));
    dish.engine.stepCount = state.steps;
    dish.touch();
  }

  function writeNumerals(on) {
    dish.stage.decorate = on ? numerals(dish.stage) : null;
    address.set({ numerals: on ? 1 : null });
    dish.touch();
  }

  bench.toolbarExtras.append(button({ label: "Clear the drawing", text: "Clear", icon: "clear", key: "C", onClick: clear }));
  shortcut("C", "Clear the drawing", clear);
  for (let label = 0; label < 10; label++) shortcut(String(label), `Show a sample of class ${label}`, () => useSample(label));
  const stopListening = onSetting((name) => { if (name === "theme") drawSamples(); });

  bench.left.append(
    section("Samples", sampleHost, el("p", { class: "soft small", text: "Each click shows another one. Cells that stay alive keep their state, so they have to change their minds." })),
    section("Model", modelHost, button({ label: "Open your own model", text: "Your own model", icon: "open", hint: "Or drop a model's files anywhere on the page", onClick: chooseOwnModel })),
  );
  bench.right.append(
    section("Vote", ballotHost),
    section("View",
      toggle({ label: "Numerals in the cells", value: address.params.numerals === "1", onChange: writeNumerals }).element,
      toggle({ label: "Colours for colour-blind eyes", value: setting("palette") === "safe", onChange: (on) => changeSetting("palette", on ? "safe" : "standard") }).element,
      choice({ label: "Grid", compact: true, value: String(grid), options: GRIDS.map((size) => ({ value: size, text: `${size} × ${size}` })), onChange: (size) => regrid(Number(size)) }).element),
    engines.element,
  );
  if (address.params.numerals === "1") writeNumerals(true);

  const ready = load();
  ready.then(() => bench.start());
  return {
    bench,
    ready,
    show(own) { entry = own; load(); },
    dispose() { stopListening(); ballot?.dispose(); bench.dispose(); },
  };
}

export default {
  id: "digits",
  order: 2,
  family: FAMILY,
  title: "Digits",
  summary: "Each cell of a drawn digit guesses the whole from what its neighbours say. They talk until they agree, and change their minds when you change the drawing.",
  paper: { title: "Self-classifying MNIST Digits", authors: "Randazzo, Mordvintsev, Niklasson, Levin, Greydanus", year: 2020, url: "https://distill.pub/2020/selforg/mnist/" },
  preview,
  open,
};
