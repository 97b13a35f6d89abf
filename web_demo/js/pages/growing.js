/** Growing patterns: one cell becomes a lizard, stays one, and grows back what is cut off. */

import { channelPainter } from "../player/channels.js";
import { Dish, paintColours, seedCentre } from "../player/dish.js";
import { rimHandle } from "../player/rim_handle.js";
import { targetPanel } from "../player/target_panel.js";
import { cut, ERASE, plantSeedAt, SEED } from "../tools.js";
import { MAX_CHANNELS } from "../formats/checks.js";
import { el } from "../dom.js";
import { button, choice, lasting, picker, section, slider, toggle } from "../ui/controls.js";
import { icon } from "../ui/icons.js";
import { explain, LOAD_AGAIN } from "../ui/messages.js";
import { FamilyPage } from "./family_page.js";
import { growing as about } from "./index.js";

const FAMILY = "growing";
const pictureButton = () => button({
  label: "Grow your own picture", text: "Grow your own picture", icon: "draw", kind: "own-picture",
  onClick: () => import("../player/own_target.js").then(
    ({ ownTarget }) => ownTarget(), (error) => explain(error, "Opening the drawing", LOAD_AGAIN),
  ),
});
/** In cells: what the shipped patterns survive, measured by tests/browser/measure_strokes.py. */
const BRUSH = 2;
const FAVOURITE = "lizard";
const TRAININGS = {
  growing: "Trained only to arrive at the pattern. Left alone, it keeps changing.",
  persistent: "Trained to arrive and then to stay.",
  regenerating: "Trained on damaged patterns, so it heals.",
};
const GROWN = 250; // steps

/** The model to begin with: what is asked for, else a lizard that heals, else any. */
function startEntry(catalog, name) {
  const entries = catalog.of(FAMILY);
  const lizards = entries.filter((entry) => entry.pattern === FAVOURITE);
  const healing = lizards.find((entry) => entry.training === "regenerating");
  return catalog.find(FAMILY, name) ?? healing ?? lizards[0] ?? entries[0];
}

/** Of a pattern's entries the one trained like this, else one that heals, else any. */
const trainedAs = (entries, training) =>
  entries.find((entry) => entry.training === training) ??
  entries.find((entry) => entry.training === "regenerating") ?? entries[0];

export async function preview(catalog) {
  const entries = catalog.of(FAMILY).filter((entry) => entry.training === "regenerating");
  const entry = entries.find((candidate) => candidate.pattern !== FAVOURITE) ?? startEntry(catalog);
  const dish = new Dish({ label: `${entry.patternTitle}, growing and healing`, still: true, begin: seedCentre });
  dish.stage.poster(entry.thumbnail);
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

export function open(host, context) {
  const { address, catalog } = context;
  const [patterns, trainings] = [lasting(picker), lasting(choice)];
  const trainingNote = el("p", { class: "soft small" });
  const page = new FamilyPage(host, context, {
    ...about, family: FAMILY, grids: [48, 72, 96, 128, 192], grid: 96, start: startEntry, begin: seedCentre,
    summary: "Every cell runs the same small network and sees only its neighbours. Together they grow a pattern from " +
      "one cell. Drag across it and watch.",
    bench: {
      tools: [ERASE, SEED], brush: { low: 1, high: 16, value: BRUSH, unit: ["cell", "cells"] }, cuts: true, gaps: true,
      doubleTap: plantSeedAt,
    },
    caption: (entry) => (entry.training ? `${entry.patternTitle}, ${entry.training}` : entry.title),
    added(dish) {
      dish.painter = painter();
      const handle = rimHandle({ onTurn: turn, onDone: growAnew });
      handles.set(dish, handle);
      handle.place(angle);
      dish.stage.element.append(handle.element);
    },
    loaded(dish) {
      dish.setControls({ angle: radians(angle) });
      handles.get(dish).element.hidden = !turns(dish);
      rotation.input.disabled = !bench.dishes.some(turns);
      limitChannels();
      targets.refresh();
    },
    described() {
      showPatterns();
      showTrainings();
      addButton.disabled = page.shown.size >= page.most;
      compareButton.disabled = trainingsOf(page.current).length < 2;
      targets.refresh();
    },
    rungs: rungs(),
    demonstration: {
      from: GROWN, path: [[0.36, 0.36], [0.5, 0.5], [0.62, 0.6]],
      before: "Cells can be taken away…", after: "…and it grows back. Now you.",
    },
    ownButtons: () => [pictureButton()],
    dispose: () => targets.dispose(),
  });
  const { bench } = page;
  const targets = targetPanel(bench, {
    dish: () => page.active, turned: () => angle % 360 !== 0 && turns(page.active),
  });

  /** The steps of the article, each with the training that shows it best. */
  function rungs() {
    const lizards = catalog.of(FAMILY).filter(({ pattern }) => pattern === FAVOURITE);
    const lizard = (training) => lizards.find((one) => one.training === training);
    const run = (training, speed, after) => async () => {
      if (!(await page.show(lizard(training)))) return false;
      bench.setSpeed(speed);
      bench.player.reset([page.active]);
      await after?.();
      return true;
    };
    const heal = async () => {
      await page.active.engine.steps(GROWN);
      await bench.cut("left");
    };
    return [
      [
        "Grow", "growing", 1,
        "One cell divides into a lizard in about a hundred steps, though no cell knows where it is.",
      ],
      ["Decay", "growing", 4, "Wait past 300 steps: it was taught to arrive, not to stay, and goes out of shape."],
      ["Persist", "persistent", 4, "Trained from its own older states as well, it stays what it is."],
      ["Heal", "regenerating", 1, "Trained on damaged ones too, it grows back the half that was just cut off.", heal],
    ].filter(([, training]) => lizard(training)).map(
      ([text, training, speed, look, after]) => ({ text, look, run: run(training, speed, after) }),
    );
  }

  /** The pattern of an entry in all its trainings. */
  function trainingsOf({ pattern }) {
    const same = page.entries.filter((other) => other.pattern === pattern);
    return Object.keys(TRAININGS).flatMap((training) => same.find((other) => other.training === training) ?? []);
  }

  function showTrainings() {
    const entry = page.current;
    const options = trainingsOf(entry);
    const named = (other) => ({
      value: other.training, text: other.training[0].toUpperCase() + other.training.slice(1),
    });
    trainings.show(options.length < 2 ? null : {
      label: "Trained for", compact: true, value: entry.training, options: options.map(named),
      onChange: (training) => page.show(trainedAs(options, training)),
    });
    trainingNote.textContent = TRAININGS[entry.training] ?? "A model that you brought. It stays on this machine.";
  }

  function showPatterns() {
    const named = (pattern) => page.entries.filter((entry) => entry.pattern === pattern);
    const tile = ({ pattern, patternTitle: title, thumbnail }) => ({ value: pattern, title, thumbnail });
    patterns.show({
      label: "Pattern", value: page.current.pattern,
      items: [...new Set(page.entries.map(({ pattern }) => pattern))].map((one) => tile(trainedAs(named(one)))),
      onChange: (pattern) => page.show(trainedAs(named(pattern), page.current.training)),
    });
  }

  const radians = (degrees) => (degrees * Math.PI) / 180;
  let angle = address.number("angle", 0, 0, 360);
  /** One on the rim of each dish. */
  const handles = new Map();
  /** Whether what grows in a dish can be turned: not by the exported graph. */
  const turns = ({ engine }) => Boolean(engine?.adjustable.has("angle"));
  function growAnew() {
    if (document.activeElement === again) rotation.input.focus();
    again.hidden = true;
    bench.player.reset();
    bench.player.play();
  }
  function turn(degrees) {
    angle = degrees;
    rotation.set(degrees);
    address.set({ angle: degrees || null });
    for (const handle of handles.values()) handle.place(degrees);
    for (const dish of bench.dishes) {
      dish.setControls({ angle: radians(degrees) });
      if (turns(dish)) bench.parts.get(dish).marks.showTurned(targets.target(), radians(degrees));
    }
    again.hidden = bench.player.stepCount === 0;
  }
  const words = "Grow it anew, turned";
  const again = button({ label: words, text: words, icon: "reset", onClick: growAnew });
  again.hidden = true;
  const rotation = slider({
    label: "Rotation", low: 0, high: 360, value: angle, show: (value) => `${value}°`, onChange: turn,
  });

  let view = address.choice("view", ["colour", "channels"], "colour");
  let channel = address.number("channel", 0, 0, MAX_CHANNELS);
  function painter() {
    if (view === "channels") return channelPainter(channel === 0 ? null : channel - 1);
    return paintColours;
  }
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
  const channelName = (at) => (at === 0 ? "all" : ["red", "green", "blue", "alpha"][at - 1] ?? `hidden ${at - 4}`);
  const channelSlider = slider({
    label: "Channel", low: 0, high: MAX_CHANNELS, value: channel, show: channelName,
    onChange: (at) => { channel = at; changeView(); },
  });
  channelSlider.element.hidden = view !== "channels";

  const addAnother = () => page.addDish(page.current).then(() => page.activate(bench.dishes.at(-1)));
  const addButton = button({ label: "Add a dish", text: "Add a dish", icon: "plus", onClick: addAnother });
  const compareButton = button({
    label: "Compare trainings", text: "Compare trainings", icon: "compare",
    hint: "The same pattern in its trainings, side by side; a stroke reaches all of them", onClick: compare,
  });
  const reach = toggle({
    label: "Strokes reach all dishes", value: bench.all,
    onChange: (on) => { bench.all = on; address.set({ all: on ? 1 : null }); },
  });
  const addTile = { type: "button", class: "dish-add", on: { click: () => addButton.click() } };
  bench.dishRow.append(el("button", addTile, icon("plus"), "Add a dish"));
  async function compare() {
    const wanted = trainingsOf(page.current);
    while (bench.dishes.length > wanted.length) page.drop(bench.dishes.at(-1));
    bench.all = true;
    reach.set(true);
    address.set({ all: 1 });
    const here = [...bench.dishes];
    await Promise.all(wanted.map((entry, at) => (here[at] ? page.load(here[at], entry) : page.addDish(entry))));
    bench.player.reset();
  }

  const views = [{ value: "colour", text: "Colours" }, { value: "channels", text: "Channels" }];
  return page.open(
    [section("Pattern", patterns.element, el("div", { class: "stack" }, trainings.element, trainingNote),
      page.ownButton, page.forgetButton, pictureButton())],
    [
      targets.element,
      section("Perception", rotation.element, again,
        el("p", { class: "soft small", text: "Cells sense their neighbours in a turned frame, and grow turned too." })),
      section("View",
        choice({
          label: "Show", hideLabel: true, value: view, options: views,
          onChange: (value) => { view = value; changeView(); },
        }).element,
        channelSlider.element, page.gridChoice.element),
      section("Side by side", el("div", { class: "button-row wrap" }, addButton, compareButton), reach.element),
    ],
  );
}
