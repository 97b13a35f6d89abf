/** Starts the page: theme, header, models, and the page that the address names. */

import { Catalog } from "./catalog.js";
import { el } from "./dom.js";
import { acceptOwnModels } from "./own_model.js";
import { PAGES } from "./pages/index.js";
import { formatHash, PageAddress, parseHash } from "./router.js";
import { changeSetting, followTheme, setting } from "./settings.js";
import { button, relabel } from "./ui/controls.js";
import { explain, followFullScreen } from "./ui/messages.js";
import { clearShortcuts, shortcut, showHelp, startShortcuts } from "./ui/shortcuts.js";

const THEMES = {
  auto: ["Theme: as the system", "auto"], light: ["Theme: light", "theme"], dark: ["Theme: dark", "moon"],
};

const main = document.getElementById("main");
let current = null;

/**
 * @param {Object[]} pages
 * @param {() => void} chooseOwnModel
 * @returns {(id: string) => void} marks the page that is open
 */
function fillHeader(pages, chooseOwnModel) {
  const links = pages.map((page) => el("a", { href: formatHash(page.id), text: page.title, data: { page: page.id } }));
  const nextTheme = () => {
    const names = Object.keys(THEMES);
    const theme = names[(names.indexOf(setting("theme")) + 1) % names.length];
    changeSetting("theme", theme);
    relabel(themeButton, ...THEMES[theme], "T");
  };
  const [label, name] = THEMES[setting("theme")] ?? THEMES.auto;
  const themeButton = button({ label, icon: name, key: "T", kind: "quiet", onClick: nextTheme });
  const header = document.getElementById("site-header");
  if (pages.length > 2) header.dataset.many = "";
  header.append(
    el("nav", { class: "site-nav", "aria-label": "Pages" }, links),
    el("div", { class: "header-actions" },
      button({ label: "Open your own model", icon: "open", kind: "quiet", onClick: chooseOwnModel }),
      themeButton,
      button({ label: "Keyboard shortcuts", icon: "help", key: "?", kind: "quiet", onClick: showHelp })),
  );
  shortcut("T", "Change the theme", nextTheme, { lasting: true });
  return (id) => {
    for (const link of links) {
      link.toggleAttribute("aria-current", false);
      if (link.dataset.page !== id) continue;
      link.setAttribute("aria-current", "page");
      link.scrollIntoView({ block: "nearest", inline: "center" });
    }
  };
}

const note = (title, ...children) => el("section", { class: "empty-note" }, el("h1", { text: title }), children);

const noModels = () => note("No models yet",
  el("p", { text: "This copy of the page has no models. In the project's folder, run" }),
  el("pre", {}, el("code", { text: "python -m export.site" })),
  el("p", { text: "and load the page again, or drop a model of your own here." }));

function failed(error) {
  current?.dispose();
  current = null;
  clearShortcuts();
  main.replaceChildren(note("The page could not start",
    el("p", { text: error.message }), el("p", { text: "Check the connection and load the page again." })));
  explain(error, "Starting the page");
}

async function start() {
  const pageOf = () => PAGES.find(({ id }) => id === parseHash(location.hash).page);
  // Its file comes while the list of models does; whether there are models for it shows then.
  (pageOf()?.load() ?? import("./pages/home.js")).catch(() => {});
  followTheme();
  followFullScreen();
  startShortcuts();
  const catalog = await Catalog.load();
  const shown = () => PAGES.filter((page) => catalog.of(page.family).length > 0);
  /** An entry for the page that opens next, and who is told whether it runs there. */
  let toOpen = null;
  const own = acceptOwnModels(catalog, (entry) => {
    const page = PAGES.find((candidate) => candidate.family === entry.family);
    if (!page) return null;
    if (current?.id === page.id) return current.show(entry);
    return new Promise((tell) => {
      toOpen = { entry, tell };
      const hash = formatHash(page.id);
      if (location.hash === hash) follow(); // without models it showed none
      else location.hash = hash;
    });
  });
  const mark = fillHeader(shown(), own.choose);

  let visit = 0;
  /** @param {number} turn of the visit, while no other one has begun */
  async function route(turn) {
    const { page: id, params } = parseHash(location.hash);
    const page = PAGES.find((candidate) => candidate.id === id && catalog.of(candidate.family).length);
    mark(id);
    document.title = page ? `${page.title} – neural cellular automata` : "Neural cellular automata";
    const engine = new URLSearchParams(location.search).get("engine");
    const address = page && new PageAddress(id, engine ? { engine, ...params } : params);
    const module = page ? await page.load() : shown().length ? await import("./pages/home.js") : null;
    if (turn !== visit) return; // the reader went on meanwhile
    current?.dispose();
    current = null;
    clearShortcuts();
    main.replaceChildren();
    if (page) {
      const opened = module.open(main, { catalog, address, chooseOwnModel: own.choose });
      const { entry, tell } = toOpen ?? {};
      toOpen = null;
      // The reader may have gone elsewhere meanwhile.
      if (entry?.family === page.family) opened.ready.then(() => tell(current === opened && opened.show(entry)));
      current = Object.assign(opened, { id });
    } else if (module) {
      current = Object.assign(module.openHome(main, { catalog, pages: PAGES }), { id: "" });
    } else {
      main.append(noModels());
    }
    // For the console and for tests: what is on the screen, with its engines.
    globalThis.nca = { page: current };
    scrollTo(0, 0);
  }
  // Its address would be taken for a page's.
  document.querySelector(".skip-link").addEventListener("click", (event) => { event.preventDefault(); main.focus(); });
  async function follow() {
    const turn = ++visit;
    await route(turn).catch((error) => { if (turn === visit) failed(error); });
  }
  addEventListener("hashchange", () => { follow(); main.focus({ preventScroll: true }); });
  await follow();
}

start().catch(failed);
