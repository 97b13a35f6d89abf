/** The home page: a pattern to cut at once, and a card for every family that has models here. */

import { Dish } from "../player/dish.js";
import { Player } from "../player/player.js";
import { Strokes } from "../player/strokes.js";
import { Cursor } from "../player/cursor.js";
import { Marks } from "../player/marks.js";
import { ERASE, SEED } from "../tools/index.js";
import { el } from "../dom.js";
import { formatHash } from "../router.js";
import { reducedMotion } from "../settings.js";
import { button, relabel } from "../ui/controls.js";
import { icon } from "../ui/icons.js";
import { explain } from "../ui/messages.js";
import { shortcut } from "../ui/shortcuts.js";

const HERO_GRID = 64;
const BRUSH = 5;

/**
 * @param {HTMLElement} host
 * @param {{catalog: import("../catalog.js").Catalog, pages: Object[]}} context
 */
export function openHome(host, { catalog, pages }) {
  const players = [];
  const shown = pages.filter((page) => catalog.of(page.family).length > 0);
  const element = el("div", { class: "home" }, hero(catalog, players), el("div", { class: "cards" }, shown.map((page) => card(page, catalog, players))));
  host.append(element);
  return { dispose() { for (const player of players) player.dispose(); element.remove(); } };
}

function hero(catalog, players) {
  const words = el(
    "div",
    { class: "hero-words" },
    el("h1", { class: "display", text: "Cut it. It grows back." }),
    el("p", { class: "lead", text: "Every point of this picture is a cell. Each follows the same small rule and sees only the cells beside it. Nobody tells them what to become." }),
  );
  const entries = catalog.of("growing");
  const entry = entries.find(({ name }) => name === "lizard-regenerating") ?? entries.find(({ training }) => training === "regenerating") ?? entries[0];
  if (!entry) return el("section", { class: "hero hero-plain" }, words);

  const player = new Player();
  players.push(player);
  const dish = new Dish({ label: `${entry.patternTitle}: drag to erase cells. Arrow keys move a cursor, Enter erases.`, gaps: true, begin: ({ engine }) => engine.seed(HERO_GRID / 2, HERO_GRID / 2) });
  const target = {
    ready: () => Boolean(dish.engine), radius: () => BRUSH, reach: () => [dish], changed: () => marks.wake(),
    tool: () => ({ ...ERASE, apply: (engine, x, y, radius) => { ERASE.apply(engine, x, y, radius); marks.glow(x, y, radius); if (!player.playing) player.play(); } }),
    doubleTap: (which, x, y) => { SEED.apply(which.engine, x, y); which.touch(); },
  };
  const strokes = new Strokes(dish, target);
  const cursor = new Cursor(dish, strokes, () => {});
  const marks = new Marks(dish, strokes, cursor);
  player.setDishes([dish]);
  const play = button({ label: "Play", icon: "play", key: "Space", kind: "floating", onClick: () => player.toggle() });
  const again = button({ label: "Start again", icon: "reset", key: "R", kind: "floating", onClick: () => player.reset() });
  player.on("change", () => relabel(play, player.playing ? "Pause" : "Play", player.playing ? "pause" : "play", "Space"));
  player.on("error", (error) => explain(error, "Running the model"));
  shortcut(" ", "Play or pause", () => player.toggle());
  shortcut("R", "Start again", () => player.reset());
  watch(dish.stage.element, player);
  run(async () => dish.load(await catalog.model(entry), { width: HERO_GRID, height: HERO_GRID }), player);
  const more = el("a", { class: "button primary hero-link", href: formatHash("growing") }, el("span", { text: "More patterns and tools" }));
  const hint = el("p", { class: "hero-hint" }, icon("erase"), el("span", { text: "Drag across the picture to erase cells. A double click, or tap, plants a new one." }));
  return el("section", { class: "hero" },
    words,
    el("div", { class: "hero-dish" }, dish.stage.element, el("div", { class: "hero-controls" }, play, again)),
    el("div", { class: "hero-more" }, hint, more));
}

function card(page, catalog, players) {
  const player = new Player();
  players.push(player);
  const picture = el("a", { class: "card-picture", href: formatHash(page.id), tabindex: -1, "aria-hidden": "true" });
  watch(picture, player);
  run(async () => {
    const { dish, script } = await page.preview(catalog);
    if (player.stopped) { dish.dispose(); return; }
    picture.append(dish.stage.element);
    player.setDishes([dish]);
    player.on("frame", () => script(dish));
  }, player, 0.5);
  const { paper } = page;
  return el(
    "article",
    { class: "card" },
    picture,
    el("div", { class: "card-words" },
      el("h2", { class: "card-title" }, el("a", { href: formatHash(page.id), text: page.title })),
      el("p", { text: page.summary }),
      el("p", { class: "small soft" }, el("a", { href: paper.url, rel: "noopener", text: paper.title }), ` ${paper.authors}, ${paper.year}`)),
  );
}

/** Runs once loaded, unless the reader asked for less movement: then a while of growth is computed and shown still. */
async function run(load, player, speed = 1) {
  try {
    await load();
    if (player.stopped) return;
    player.pace.speed = speed;
    if (!reducedMotion()) { player.play(); return; }
    for (const dish of player.dishes) { await dish.engine.steps(120); dish.touch(); }
  } catch (error) {
    explain(error, "Starting the picture");
  }
}

function watch(element, player) {
  new IntersectionObserver(([entry]) => player.rest("out of sight", !entry.isIntersecting)).observe(element);
}
