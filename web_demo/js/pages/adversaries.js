/** Adversaries: a few cells follow a rule of their own, and talk the others into a lie. */

import { familyOf } from "../families/index.js";
import { Adversaries } from "../player/adversaries.js";
import { Dish, paintColours, seedCentre } from "../player/dish.js";
import { labelPainter } from "../player/labels.js";
import { targetPanel } from "../player/target_panel.js";
import { drawTile, Samples, siteEntry, withSamples } from "../samples.js";
import { onSetting, reducedMotion } from "../settings.js";
import { loadTarget } from "../target.js";
import { DRAW, ERASE } from "../tools.js";
import { Ballot } from "../ui/ballot.js";
import { el } from "../dom.js";
import { button, section, slider, toggle } from "../ui/controls.js";
import { shortcut } from "../ui/shortcuts.js";
import { FamilyPage } from "./family_page.js";
import { adversaries as about } from "./index.js";

const FAMILY = "adversarial";
const DIGITS = "mnist";
/** Of the grid, by the family of the host. */
const SIDES = { mnist: 28, growing: 88 };
const FIRST_LABEL = 4;
/** Percent of the cells, where the model doesn't say how many it was trained with. */
const SHARE = 10;
const usualShare = ({ meta }) => Math.round(100 * (meta.share ?? SHARE / 100));
const VISIBLE = 0.1;
const SETTLED = 100; // steps until the cells of a digit agree
const GROWN = 200;

/** @param {import("../catalog.js").Entry | import("../families/index.js").Family} one */
const isDigits = (one) => one.kind === DIGITS;

const siteDigits = (catalog, dataset) => siteEntry(catalog.of(FAMILY).filter(isDigits), dataset);

/** The model to begin with: what is asked for, else digits, else any. */
const startEntry = (catalog, name) => catalog.find(FAMILY, name) ?? siteDigits(catalog) ?? catalog.of(FAMILY)[0];

/** A model with what the page shows beside it: samples of digits, or the picture of a pattern. */
async function complete(catalog, entry) {
  const model = await catalog.model(entry);
  if (!isDigits(familyOf(model.meta))) {
    return { ...model, samples: null, target: await loadTarget(model).catch(() => null) };
  }
  const site = siteDigits(catalog, model.meta.dataset);
  return withSamples(model, site ? await catalog.model(site) : model);
}

/** How many classes there are samples of; those of the site may be more than the reader's own model knows. */
const sampleCount = ({ model: { meta, samples } }) => Math.min(samples?.rows ?? 0, meta.classes ?? 0);

/** Shows what the model is about: a digit, or the seed of a lizard. */
function begin(dish, label) {
  const { engine, model: { samples } } = dish;
  if (!isDigits(engine.family)) seedCentre(dish);
  if (!samples) return;
  const tile = samples.current(Math.min(label, sampleCount(dish) - 1));
  engine.setImage(Samples.centred(tile, engine.width, engine.height), false);
}

/** A target's own cells, where adversaries were trained to be; anywhere where there is no target. */
function allowedIn({ engine, model: { target } }) {
  if (!target) return () => true;
  const [left, top] = [Math.floor((engine.width - target.width) / 2), Math.floor((engine.height - target.height) / 2)];
  return (cell) => {
    const [x, y] = [(cell % engine.width) - left, Math.floor(cell / engine.width) - top];
    const inside = x >= 0 && x < target.width && y >= 0 && y < target.height;
    return inside && target.rgba[(y * target.width + x) * 4 + 3] >= VISIBLE;
  };
}

/** Cells as their host is painted, adversaries over them. */
function painter(crowd, onVote) {
  const labels = labelPainter(onVote);
  return async (dish, plate) => {
    await (isDigits(dish.engine.family) ? labels : paintColours)(dish, plate);
    await crowd.paint();
  };
}

export async function preview(catalog) {
  const entry = startEntry(catalog);
  const side = SIDES[entry.kind];
  const dish = new Dish({
    label: "Cells that agree, until a few of them begin to lie", still: true, gaps: true,
    begin: (made) => begin(made, FIRST_LABEL),
  });
  const crowd = new Adversaries(dish, () => {});
  dish.painter = painter(crowd);
  await dish.load(complete(catalog, entry), { width: side, height: side });
  crowd.clear();
  let next = SETTLED;
  function script() {
    if (dish.engine.stepCount < next) return;
    next = dish.engine.stepCount + SETTLED;
    if (crowd.count) crowd.clear();
    else crowd.scatter(usualShare(dish.model) / 100, allowedIn(dish));
  }
  return { dish, script };
}

export function open(host, context) {
  const { address, catalog } = context;
  const [ballotHost, badgeHost] = [el("div"), el("div")];
  const sampleHost = el("div", { class: "samples" });
  const counted = el("p", { class: "soft small", role: "status" });
  let ballot = null;
  let crowd = null;
  let before = 0;
  /** Whether there were some when the chart began. */
  let began = false;
  /** Of the model whose cells they are. */
  let weights = null;
  let label = Math.round(address.number("digit", FIRST_LABEL, 0, 9));
  const plant = {
    id: "plant", label: "Plant", icon: "plus", key: "A", drags: true, brush: false,
    hint: "Click a cell, or drag over some: they follow another rule from now on",
    apply: (_, x, y) => crowd.set(x, y, true),
  };
  const pull = {
    id: "pull", label: "Cure", icon: "close", key: "U", drags: true, brush: false,
    hint: "Click an adversary to make it an ordinary cell again", apply: (_, x, y) => crowd.set(x, y, false),
  };
  const page = new FamilyPage(host, context, {
    ...about, family: FAMILY, grids: [28], grid: 28, start: startEntry, begin: (dish) => begin(dish, label),
    summary: "All cells follow one rule, but for a few that follow another. They see no more than the others and can " +
      "only talk to their neighbours. Plant one and watch the vote.",
    bench: {
      tools: [plant, pull, DRAW, ERASE], gaps: true, speed: 0.5,
      brush: { low: 0.5, high: 6, step: 0.25, value: 1, unit: ["cell", "cells"] },
    },
    gridOf: ({ meta }) => SIDES[familyOf(meta).kind],
    model: (entry) => complete(catalog, entry),
    added(dish) {
      crowd = new Adversaries(dish, changed);
      crowd.shown = address.params.adversaries !== "0";
      crowd.blinks = () => bench.player.playing && !reducedMotion();
      dish.painter = painter(crowd, (vote, colours) => {
        ballot?.show(vote, dish.engine.stepCount, colours, !bench.player.playing);
      });
      dish.stage.element.append(badgeHost);
    },
    loaded: show,
    models: "Whom they deceive",
    rungs: rungs(),
    dispose() { stopListening(); ballot?.dispose(); targets.dispose(); },
  });
  const { bench } = page;
  const dishHere = () => bench.dishes[0];
  bench.player.on("change", () => {
    if (crowd.count) dishHere()?.touch(); // a pause may come while they are hidden
  });
  const targets = targetPanel(bench, {
    dish: () => page.active, turned: () => false, grows: ({ family }) => !isDigits(family),
  });
  const chart = () => ballot?.chart ?? targets.chart;
  bench.player.on("undone", () => {
    chart().rewind(dishHere().engine?.stepCount ?? 0);
    before = (chart().moments.length % 2 === 1) !== began; // they come and go by turns
    changed();
  });
  const beginChart = () => { began = crowd.count > 0; };
  bench.player.on("reset", beginChart);

  function rungs() {
    const digits = startEntry(catalog);
    const lizard = catalog.of(FAMILY).find((entry) => /tailless/.test(entry.name));
    /** Then something, unless the model doesn't come or another one is chosen meanwhile. */
    const settled = async (entry, steps, then) => {
      if (!(await page.see(entry))) return false;
      crowd.clear();
      bench.player.reset();
      const { engine } = page.active;
      await engine.steps(steps);
      if (engine !== page.active.engine) return false;
      page.active.touch();
      await then();
      return true;
    };
    const all = [
      isDigits(digits) && {
        text: "Plant a few", look: "The cells had agreed. Now one in ten says otherwise, and soon all others do.",
        run: () => settled(digits, SETTLED, scatter),
      },
      isDigits(digits) && {
        text: "One well placed", look: "A single cell in the right place. Where strokes meet it reaches the most.",
        run: () => settled(digits, SETTLED, () => bench.useTool("plant")),
      },
      isDigits(digits) && {
        text: "Take them out", look: "Without them most digits find back to what they are: the lie has to be repeated.",
        run: () => remove(),
      },
      lizard && {
        text: "A lizard without its tail", look: "A tenth of its cells, none of them in the tail, make it go.",
        run: () => settled(lizard, GROWN, scatter),
      },
    ];
    return all.filter(Boolean);
  }

  /** Another model or engine is here; in another model nobody is an adversary. */
  function show(dish, entry) {
    const { names } = dish.model;
    const digits = isDigits(dish.engine.family);
    if (weights !== dish.model.weights) {
      crowd.clear();
      share.set(address.number("share", usualShare(dish.model), 1, 60));
    }
    ({ weights } = dish.model);
    ballot?.dispose();
    ballot = digits ? new Ballot(names) : null;
    ballotHost.replaceChildren(...(ballot ? [ballot.element] : []));
    badgeHost.replaceChildren(...(ballot ? [ballot.badge] : []));
    for (const part of panels.digits) part.hidden = !digits;
    for (const part of panels.pictures) part.hidden = digits;
    bench.offerTool("draw", digits);
    const tile = (_, at) => el("button", {
      type: "button", class: "sample", "aria-label": `Show a ${names[at]}`,
      on: { click: () => useSample(at) },
    }, el("canvas", { "aria-hidden": "true" }));
    sampleHost.replaceChildren(...Array.from({ length: sampleCount(dish) }, tile));
    drawSamples();
    targets.refresh();
    beginChart();
    dish.stage.element.dataset.model = entry.name;
  }

  function drawSamples() {
    [...sampleHost.children].forEach((node, at) => drawTile(node.firstChild, dishHere().model.samples.current(at)));
  }

  function useSample(at) {
    const { samples } = dishHere().model;
    samples.advance(label);
    label = at;
    address.set({ digit: at === FIRST_LABEL ? null : at });
    drawSamples();
    bench.player.reset();
  }

  /** Says how many there are, and marks the moment when the first came or the last went. */
  function changed() {
    const { count } = crowd;
    const noun = count === 1 ? "adversary" : "adversaries";
    counted.textContent = count ? `${count} ${noun} in the grid` : "No adversaries";
    if (Boolean(count) !== Boolean(before)) chart().mark(dishHere().engine.stepCount);
    before = count;
  }

  const share = slider({
    label: "Share of the cells", low: 1, high: 60, value: address.number("share", SHARE, 1, 60),
    show: (value) => `${value} %`,
    onChange(value) {
      const { model } = dishHere();
      address.set({ share: model && value === usualShare(model) ? null : value });
      scatter();
    },
  });
  const scatter = () => dishHere().engine && crowd.scatter(share.input.value / 100, allowedIn(dishHere()));
  const remove = () => dishHere().engine && crowd.clear();
  /** Something that a reader asked for in one click, and can take back. */
  const stroke = (change) => () => { dishHere().remember(); change(); };
  const [drawAnew, removeAll] = [stroke(scatter), stroke(remove)];
  shortcut("N", "Draw the adversaries anew", drawAnew);
  shortcut("O", "Remove all adversaries", removeAll); // X is the cursor's
  function clearDrawing() {
    const dish = dishHere();
    if (!dish.engine || !isDigits(dish.engine.family)) return;
    dish.remember();
    dish.engine.setImage(new Float32Array(dish.engine.width * dish.engine.height), false);
    crowd.clear();
    ballot.chart.clear();
    beginChart();
    dish.touch();
  }
  const clearButton = button({
    label: "Clear the drawing", text: "Clear", icon: "clear", key: "C", onClick: clearDrawing,
  });
  bench.toolbarExtras.append(clearButton);
  shortcut("C", "Clear the drawing", clearDrawing);
  const visible = toggle({
    label: "Show the adversaries", value: address.params.adversaries !== "0",
    onChange(on) { crowd.shown = on; address.set({ adversaries: on ? null : 0 }); dishHere().touch(); },
  });
  const panels = {
    digits: [section("Vote", ballotHost), section("Samples", sampleHost), clearButton], pictures: [targets.element],
  };
  const stopListening = onSetting((name) => { if (name === "theme" && sampleHost.childElementCount) drawSamples(); });
  return page.open(
    [
      section("Adversaries", share.element, el("div", { class: "button-row wrap" },
        button({ label: "Draw them anew", text: "Draw them anew", icon: "reset", key: "N", onClick: drawAnew }),
        button({ label: "Remove all", text: "Remove all", icon: "clear", key: "O", onClick: removeAll })),
      counted, visible.element),
      panels.digits[1],
    ],
    [panels.digits[0], ...panels.pictures, section("Model", page.models.element, page.ownButton, page.forgetButton)],
  );
}
