/** The home page: a pattern to cut at once, and a card for every family that has models here. */

import { el } from "../dom.js";
import { formatHash } from "../router.js";
import { hero } from "./hero.js";
import { Pictures } from "./picture.js";

/**
 * @param {HTMLElement} host
 * @param {{catalog: import("../catalog.js").Catalog, pages: Object[]}} context
 */
export function openHome(host, { catalog, pages }) {
  const pictures = new Pictures();
  const shown = pages.filter((page) => catalog.of(page.family).length > 0);
  const element = el(
    "div", { class: "home" }, hero(catalog, pictures),
    el("div", { class: "cards" }, shown.map((page) => card(page, catalog, pictures))),
  );
  host.append(element);
  return { pictures, dispose() { pictures.dispose(); element.remove(); } };
}

function card(page, catalog, pictures) {
  const picture = el("a", { class: "card-picture", href: formatHash(page.id), tabindex: -1, "aria-hidden": "true" });
  const player = pictures.add(picture);
  pictures.run(async () => {
    await pictures.first;
    const { dish, script } = await (await page.load()).preview(catalog);
    if (player.stopped) { dish.dispose(); return; }
    picture.append(dish.stage.element);
    player.setDishes([dish]);
    player.on("frame", (now, steps) => { if (steps) script(dish); });
  }, player, { speed: 0.5, of: page.title });
  const { paper } = page;
  return el(
    "article",
    { class: "card" },
    picture,
    el("div", { class: "card-words" },
      el("h2", { class: "card-title" }, el("a", { href: formatHash(page.id), text: page.title })),
      el("p", { text: page.summary }),
      el("p", { class: "small soft" },
        el("a", { href: paper.url, rel: "noopener", text: paper.title }), ` ${paper.authors}, ${paper.year}`)),
  );
}
