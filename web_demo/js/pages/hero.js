/**
 * What the home page begins with: a pattern that grows beside a few words, to be cut with a finger or with one click.
 */

import { Dish, seedCentre } from "../player/dish.js";
import { Strokes } from "../player/strokes.js";
import { Cursor } from "../player/cursor.js";
import { Marks } from "../player/marks.js";
import { CUTS, cut, ERASE, plantSeedAt } from "../tools.js";
import { el } from "../dom.js";
import { formatHash } from "../router.js";
import { button } from "../ui/controls.js";
import { cutIcon } from "../ui/icons.js";
import { explain, liveRegion } from "../ui/messages.js";
import { shortcut } from "../ui/shortcuts.js";

const WORDS = "Every point of this picture is a cell. Each follows the same small rule and sees only the cells " +
  "beside it. Nobody tells them what to become.";
const GRID = 64;
const BRUSH = 5;
const COUNT_PERIOD = 120; // ms

/**
 * @param {import("../catalog.js").Catalog} catalog
 * @param {import("./picture.js").Pictures} pictures the hero's own is added
 * @returns {HTMLElement} with the button that pauses all pictures
 */
export function hero(catalog, pictures) {
  const words = el(
    "div",
    { class: "hero-words" },
    el("h1", { class: "display", text: "Cut it. It grows back." }),
    el("p", { class: "lead", text: WORDS }),
  );
  const entries = catalog.of("growing");
  const healing = entries.filter(({ training }) => training === "regenerating");
  const entry = healing.find(({ pattern }) => pattern === "lizard") ?? healing[0] ?? entries[0];
  if (!entry) {
    words.append(pictures.button);
    return el("section", { class: "hero hero-plain" }, words);
  }

  const dish = new Dish({
    label: `${entry.patternTitle}: drag to erase cells. Arrow keys move a cursor, Enter erases.`, gaps: true,
    begin: seedCentre,
  });
  dish.stage.poster(entry.thumbnail);
  const player = pictures.add(dish.stage.element);
  const { element: live, announce } = liveRegion();
  touchable(dish, player, announce);
  player.setDishes([dish]);
  player.on("error", (error) => explain(error, "Running the model"));
  pictures.first = pictures.run(() => dish.load(catalog.model(entry), { width: GRID, height: GRID }), player);
  return el("section", { class: "hero" },
    words,
    el(
      "div", { class: "hero-dish" }, dish.stage.element,
      el("div", { class: "hero-controls" }, pictures.button, againButton(player)), live,
    ),
    el("div", { class: "hero-more" },
      el(
        "p", { text: "Drag across the picture to erase cells, double-click to plant one, or take a part off at once:" },
      ),
      el(
        "div", { class: "button-row", role: "group", "aria-label": "Cuts" },
        CUTS.map(({ part, label }) => button({
          label, icon: cutIcon(part), onClick: () => cutOff(dish, player, part),
        })),
      ),
      facts(dish, player),
      el("a", { class: "button primary hero-link", href: formatHash("growing"), text: "More patterns and tools" })));
}

/** Lets pointers and keys erase. */
function touchable(dish, player, announce) {
  const erase = (engine, x, y, radius) => {
    ERASE.apply(engine, x, y, radius);
    marks.glow(x, y, radius);
    player.play();
  };
  const strokes = new Strokes(dish, {
    ready: () => Boolean(dish.engine), radius: () => BRUSH, reach: () => [dish], changed: () => marks.wake(),
    tool: () => ({ ...ERASE, apply: erase }),
    doubleTap: () => plantSeedAt,
  });
  const cursor = new Cursor(dish, strokes, announce);
  const marks = new Marks(dish, strokes, cursor);
}

function againButton(player) {
  shortcut("R", "Start again", () => player.reset());
  return button({ label: "Start again", icon: "reset", key: "R", kind: "floating", onClick: () => player.reset() });
}

async function cutOff(dish, player, part) {
  const { engine } = dish;
  if (!engine) return;
  const state = await engine.getState();
  if (engine !== dish.engine) return;
  cut(state, engine, part);
  engine.setState(state);
  dish.touch();
  player.play();
}

/** Three figures that say how much there is to the picture; two of them count along. */
function facts(dish, player) {
  const figure = (words) => {
    const number = el("dd", { text: "0" });
    return { number, element: el("div", { class: "fact" }, el("dt", { text: words }), number) };
  };
  const [cells, steps, rule] = ["living cells", "steps so far", "numbers make the rule"].map(figure);
  const show = ({ number }, value) => { number.textContent = value.toLocaleString("en"); };
  let counted = -Infinity;
  player.on("frame", async (now) => {
    const { engine } = dish;
    if (!engine || (player.playing && now - counted < COUNT_PERIOD)) return;
    counted = now;
    const { stepCount, channels, aliveThreshold, family } = engine;
    const state = await engine.getState();
    let living = 0;
    for (let at = family.aliveChannel; at < state.length; at += channels) if (state[at] > aliveThreshold) living++;
    show(cells, living);
    show(steps, stepCount);
    show(rule, [...engine.model.weights.values()].reduce((sum, { data }) => sum + data.length, 0));
  });
  return el("dl", { class: "facts" }, [cells, steps, rule].map(({ element }) => element));
}
