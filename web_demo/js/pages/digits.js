/** Self-classifying digits: the cells of a drawing talk to their neighbours until they agree what they are. */

import { Dish } from "../player/dish.js";
import { labelPainter, writeLabels } from "../player/labels.js";
import { DRAW, RUB_OUT } from "../tools.js";
import { drawTile, Samples, siteEntry, withSamples } from "../samples.js";
import { changeSetting, onSetting, setting } from "../settings.js";
import { Ballot } from "../ui/ballot.js";
import { el } from "../dom.js";
import { button, section, toggle } from "../ui/controls.js";
import { shortcut } from "../ui/shortcuts.js";
import { FamilyPage } from "./family_page.js";
import { digits as about } from "./index.js";

const FAMILY = "mnist";
const GRID = 28;
const FIRST_LABEL = 3;

/** The model to begin with: what is asked for, else one of digits, else any. */
const startEntry = (catalog, name) =>
  catalog.find(FAMILY, name) ?? siteEntry(catalog.of(FAMILY)) ?? catalog.of(FAMILY)[0];

/** A model with what the page shows beside it. */
async function complete(catalog, entry) {
  const model = await catalog.model(entry);
  return withSamples(model, await catalog.model(siteEntry(catalog.of(FAMILY), model.meta.dataset) ?? entry));
}

const draw = ({ engine }, samples, label, mutate) =>
  samples && engine.setImage(Samples.centred(samples.current(label), engine.width, engine.height), mutate);

export async function preview(catalog) {
  const model = await complete(catalog, startEntry(catalog));
  const { samples } = model;
  let label = FIRST_LABEL;
  const show = (dish, mutate) => draw(dish, samples, label, mutate);
  const words = "Digits, coloured by what their cells say";
  const dish = new Dish({ label: words, still: true, gaps: true, begin: (made) => show(made, false) });
  dish.painter = labelPainter();
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

export function open(host, context) {
  const { address, catalog } = context;
  const [ballotHost, badgeHost] = [el("div"), el("div")];
  const sampleHost = el("div", { class: "samples" });
  let ballot = null;
  let firstLabel = Math.round(address.number("digit", FIRST_LABEL, 0, 9));
  const page = new FamilyPage(host, context, {
    ...about, family: FAMILY, grids: [28, 56], grid: GRID, start: startEntry, begin,
    summary: "Every drawn cell guesses what it is a part of, sees only its neighbours, and talks until all agree. " +
      "Draw a digit, then change it while they talk.",
    bench: {
      tools: [DRAW, RUB_OUT], brush: { low: 0.5, high: 3, step: 0.25, value: 1, unit: ["cell", "cells"] }, gaps: true,
      speed: 0.5,
    },
    model: (entry) => complete(catalog, entry),
    added(dish) {
      dish.painter = labelPainter(
        (vote, colours) => ballot?.show(vote, dish.engine.stepCount, colours, !bench.player.playing),
      );
      dish.stage.element.append(badgeHost);
    },
    loaded: showVoters,
    models: "Trained on",
    rungs: [
      {
        text: "Agree", look: "Colours are votes. They spread from the ends of the strokes until all say the same.",
        run: () => show(FIRST_LABEL),
      },
      {
        text: "Change their minds",
        look: "It is a 7 now. Cells that stay alive keep what they believed, and have to be persuaded.",
        run: changeMinds,
      },
      {
        text: "Draw your own", look: "Draw a digit with the mouse or a finger; add a stroke while they talk.",
        run: () => { clear(); bench.useTool("draw"); },
      },
    ],
    demonstration: {
      from: 60, path: [[0.2, 0.2], [0.5, 0.18], [0.8, 0.2]],
      before: "A stroke more…", after: "…and they have to agree anew. Now you.",
    },
    dispose() { stopListening(); ballot?.dispose(); },
  });
  const { bench } = page;
  const dishHere = () => bench.dishes[0];
  bench.player.on("undone", () => ballot?.chart.rewind(dishHere().engine?.stepCount ?? 0));

  const samplesHere = () => dishHere().model?.samples ?? null;
  /** Classes that there is a sample of; a sheet of the site may have more than the reader's own model knows. */
  const sampleCount = () => Math.min(samplesHere()?.rows ?? 0, dishHere().model?.meta.classes ?? 0);

  function begin(dish) {
    ballot?.chart.clear();
    const { samples, meta } = dish.model;
    if (!samples) return;
    firstLabel = Math.min(firstLabel, samples.rows - 1, meta.classes - 1);
    draw(dish, samples, firstLabel, false);
  }

  function showVoters(dish) {
    const { names } = dish.model;
    ballot?.dispose();
    // Where a class is a thing and no numeral, its picture says more than its number.
    const pictured = names.some((name, label) => name !== String(label)) && sampleCount() === names.length;
    ballot = new Ballot(names, pictured ? (label, canvas) => drawTile(canvas, samplesHere().current(label)) : null);
    ballotHost.replaceChildren(ballot.element);
    badgeHost.replaceChildren(ballot.badge);
    const { element } = dish.stage;
    element.setAttribute("aria-label", element.getAttribute("aria-label").replace("uses the tool", "draws"));
    const sample = (_, label) => el("button",
      {
        type: "button", class: "sample", "aria-label": `Show a ${names[label]}`, title: `${names[label]} (${label})`,
        on: { click: () => useSample(label) },
      },
      el("canvas", { "aria-hidden": "true" }), el("span", { text: names[label], "aria-hidden": "true" }));
    sampleHost.replaceChildren(...Array.from({ length: sampleCount() }, sample));
    drawSamples();
  }

  /** Shows the next sample of a class; the cells that it shares with the drawing keep their state. */
  function useSample(label) {
    const samples = samplesHere();
    const dish = dishHere();
    if (label >= sampleCount()) return;
    // The one on the screen has had its turn; the one that comes is then what "Start again" brings back.
    samples.advance(firstLabel);
    drawSample(firstLabel);
    dish.remember();
    draw(dish, samples, label, true);
    begins(label);
    dish.touch();
  }

  /** From now on the page begins with a sample of this class. */
  function begins(label) {
    firstLabel = label;
    address.set({ digit: label === FIRST_LABEL ? null : label });
  }

  function show(label) {
    begins(Math.max(0, Math.min(label, sampleCount() - 1)));
    bench.player.reset();
  }

  /** Another digit takes the place of the first once its cells agree, unless another model is chosen meanwhile. */
  async function changeMinds() {
    show(1);
    const { engine } = page.active;
    await engine?.steps(120);
    if (engine && engine === page.active.engine) useSample(7);
  }

  function drawSample(label) {
    drawTile(sampleHost.children[label].querySelector("canvas"), samplesHere().current(label));
  }
  const drawSamples = () => { for (let label = 0; label < sampleHost.childElementCount; label++) drawSample(label); };

  function clear() {
    const dish = dishHere();
    if (!dish.engine) return;
    dish.remember();
    dish.engine.setImage(new Float32Array(dish.engine.width * dish.engine.height), false);
    ballot.chart.clear();
    dish.touch();
  }

  function write(on) {
    const { stage } = dishHere();
    stage.decorate = on ? writeLabels(stage, () => dishHere().model.names) : null;
    address.set({ numerals: on ? 1 : null });
    dishHere().touch();
  }

  bench.toolbarExtras.append(button({
    label: "Clear the drawing", text: "Clear", icon: "clear", key: "C", onClick: clear,
  }));
  shortcut("C", "Clear the drawing", clear);
  for (let label = 0; label < 10; label++) {
    shortcut(String(label), `Show a sample of class ${label}`, () => useSample(label));
  }
  const stopListening = onSetting((name) => {
    if (name !== "theme") return;
    drawSamples();
    ballot?.drawPictures();
  });

  const safe = (on) => changeSetting("palette", on ? "safe" : "standard");
  page.open(
    [section("Samples", sampleHost, el("p", {
      class: "soft small samples-note",
      text: "Each click shows another one. Cells that stay alive keep their state, so they have to change their minds.",
    }))],
    [
      section("Vote", ballotHost),
      section("Model", page.models.element, page.ownButton, page.forgetButton),
      section("View",
        toggle({ label: "Numerals in the cells", value: address.params.numerals === "1", onChange: write }).element,
        toggle({
          label: "Colours for colour-blind eyes", value: setting("palette") === "safe", onChange: safe,
        }).element,
        page.gridChoice.element),
    ],
  );
  if (address.params.numerals === "1") write(true);
  return page;
}
