/** Perturbation: sliders that change every living cell at every step, and with them what the pattern becomes. */

import { Dish, seedCentre } from "../player/dish.js";
import { likeness } from "../player/likeness.js";
import { ERASE, plantSeedAt, SEED } from "../tools.js";
import { el } from "../dom.js";
import { button, section, slider, toggle } from "../ui/controls.js";
import { FamilyPage } from "./family_page.js";
import { perturbation as about } from "./index.js";

const FAMILY = "perturbation";
const GROWN = 250; // steps
/** What can be shown with one click, for the perturbations that a model has. */
const PRESETS = [
  { text: "Tail off", k: { tailless: 1 } },
  { text: "Half a tail", k: { tailless: 0.5 } },
  { text: "Shorter tail", k: { tailless: 0.3 } },
  { text: "Longer tail", k: { tailless: -0.3 } },
  { text: "Ever longer tail", k: { tailless: -0.5 } },
  { text: "Half tail, half leg", k: { tailless: 0.5, "no-leg": 0.5 } },
  { text: "Tail and leg in full", k: { tailless: 1, "no-leg": 1 } },
  { text: "Red", k: { red: 1 } },
  { text: "Blue", k: { blue: 1 } },
  { text: "Headless, half red", k: { "no-head": 0.5, red: 0.5 } },
];

/** Entries with most perturbations come first. */
const startEntry = (catalog, name) => catalog.find(FAMILY, name) ?? catalog.of(FAMILY)[0];
const namesOf = ({ meta }) => meta.perturbations;
const labelOf = ({ meta }, name) => meta.labels?.[name] ?? name;

/** Strengths in which the others give way, in proportion, where all together come to more than 1. */
function within(strengths, kept) {
  const others = strengths.reduce((sum, value, at) => sum + (at === kept ? 0 : Math.abs(value)), 0);
  const room = Math.max(0, 1 - Math.abs(strengths[kept]));
  return strengths.map((value, at) => (at === kept || others <= room ? value : (value * room) / others));
}

export async function preview(catalog) {
  const entry = startEntry(catalog);
  const dish = new Dish({ label: "A lizard that is changed by matrices", still: true, begin: seedCentre });
  dish.stage.poster(entry.thumbnail);
  await dish.load(catalog.model(entry), { width: 64, height: 64 });
  const names = namesOf(dish.model);
  const count = names.length;
  let turn = -1;
  function script() {
    const now = Math.floor(dish.engine.stepCount / 240);
    if (now === turn) return;
    turn = now;
    // Every other stretch of time is left to the host.
    const chosen = turn % 2 ? ((turn - 1) / 2) % count : -1;
    dish.setControls({ strengths: Float32Array.from(names, (_, at) => Number(at === chosen)) });
  }
  return { dish, script };
}

export function open(host, context) {
  const { address, catalog } = context;
  const slidersHost = el("div", { class: "strengths" });
  const presetsHost = el("div", { class: "button-row wrap presets" });
  let strengths = [];
  let sliders = [];
  let on = address.params.off !== "1";
  let lock = address.params.free !== "1";
  const page = new FamilyPage(host, context, {
    ...about, family: FAMILY, grids: [72, 96, 128], grid: 96, start: startEntry, begin: seedCentre,
    summary: "The rule of this lizard is frozen. At every step each living cell's 16 numbers are multiplied by one " +
      "matrix, the same everywhere, and it becomes another lizard. Move a slider.",
    bench: {
      tools: [ERASE, SEED], brush: { low: 1, high: 16, value: 2, unit: ["cell", "cells"] }, cuts: true, gaps: true,
      doubleTap: plantSeedAt,
    },
    models: "Model",
    loaded: showSliders,
    rungs: [
      {
        text: "A lizard", look: "Nothing is changed yet: the host grows as it was trained to.",
        run: () => { choose({}); page.bench.player.reset(); },
      },
      {
        text: "Off with its tail",
        look: "Nobody cuts anything. Every cell is multiplied by the same matrix, and where the tail was, cells die.",
        run: async () => { await grown(); choose({ tailless: 1 }); },
      },
      {
        text: "And back", look: "The matrix is gone, the rule was never touched: the tail grows back.",
        run: () => choose({}),
      },
      {
        text: "The other way", look: "A strength below 0 takes the opposite direction: a longer tail.",
        run: async () => { await grown(); choose({ tailless: -0.3 }); },
      },
      {
        text: "Mix two", look: "Matrices add up: half of one and half of another give some of both.",
        run: async () => { await grown(); choose({ tailless: 0.5, "no-leg": 0.5 }); },
      },
    ],
    demonstration: {
      from: GROWN, path: [[0.36, 0.36], [0.5, 0.5], [0.62, 0.6]],
      before: "A wound…", after: "…heals to whatever the sliders say. Now you.",
    },
    dispose: () => looks.dispose(),
  });
  const { bench } = page;
  const looks = likeness(bench, { dish: () => page.active });
  const model = () => page.active.model;

  const grown = () => {
    const { engine } = page.active;
    return engine?.stepCount < GROWN ? engine.steps(GROWN - engine.stepCount) : undefined;
  };

  function showSliders(dish) {
    const names = namesOf(dish.model);
    if (strengths.length !== names.length) strengths = strengthsFrom(address.params.k, names);
    sliders = names.map((name, at) => slider({
      label: labelOf(dish.model, name), low: -1, high: 1, step: 0.05, value: strengths[at],
      show: (value) => value.toFixed(2).replace("-", "−"), onChange: (value) => move(at, value),
    }));
    slidersHost.replaceChildren(...sliders.map(({ element }) => element));
    lockToggle.element.hidden = names.length < 2;
    const known = PRESETS.filter(({ k }) => Object.keys(k).every((name) => names.includes(name)));
    presetsHost.replaceChildren(...known.map(({ text, k }) => button({ label: text, text, onClick: () => choose(k) })));
    const { meta } = dish.model;
    const pictures = names.map((name) => (
      { name, text: labelOf(dish.model, name), file: meta.target_images?.[name] }
    ));
    looks.refresh([{ text: "Unchanged", file: meta.target_image }, ...pictures]);
    apply();
  }

  /** @returns {number[]} of an address, all 0 where it says nothing that fits */
  function strengthsFrom(text, names) {
    const given = (text ?? "").split(",").map(Number);
    const fine = given.length === names.length && given.every((value) => Math.abs(value) <= 1);
    return fine ? given : names.map(() => 0);
  }

  function move(at, value) {
    strengths = strengths.with(at, value);
    if (lock) strengths = within(strengths, at);
    switchOn(true);
    show();
  }

  /** @param {Object<string, number>} k strengths by name, all others 0 */
  function choose(k) {
    if (!model()) return;
    strengths = namesOf(model()).map((name) => k[name] ?? 0);
    if (lock && strengths.reduce((sum, value) => sum + Math.abs(value), 0) > 1) freely(true);
    switchOn(true);
    show();
    bench.player.play();
  }

  function show() {
    strengths.forEach((value, at) => sliders[at].set(value));
    const rounded = strengths.map((value) => Number(value.toFixed(3)));
    address.set({ k: rounded.some(Boolean) ? rounded.join(",") : null });
    apply();
  }

  function apply() {
    page.active.setControls({ strengths: Float32Array.from(strengths, (value) => (on ? value : 0)) });
    page.active.touch();
  }

  const onToggle = toggle({
    label: "Perturb", hint: "Off, the host has its way again", value: on, onChange: (value) => switchOn(value),
  });
  function switchOn(value) {
    on = value;
    onToggle.set(on);
    address.set({ off: on ? null : 1 });
    if (sliders.length) apply();
  }

  const lockToggle = toggle({
    label: "All together at most 1", hint: "The other sliders give way", value: lock,
    onChange: (value) => freely(!value),
  });
  function freely(value) {
    lock = !value;
    lockToggle.set(lock);
    address.set({ free: value ? 1 : null });
  }

  return page.open(
    [section("Perturbations", onToggle.element, slidersHost, el("div", { class: "button-row wrap" }, lockToggle.element,
      button({ label: "All to 0", text: "All to 0", icon: "reset", onClick: () => choose({}) }))),
    section("Try", presetsHost, page.models.element, page.ownButton, page.forgetButton)],
    [looks.element, section("View", page.gridChoice.element)],
  );
}
