/**
 * The base of every family's page: its dishes and which model runs in each, changing models, grids and engines, and the
 * panels that all families have. A page declares the rest; see `Declaration`.
 */

import { Demonstration } from "../player/demonstration.js";
import { pictureOf } from "../player/dish.js";
import { enginePanel } from "../player/engine_panel.js";
import { inspector } from "../player/inspector.js";
import { story } from "../player/story.js";
import { Workbench } from "../player/workbench.js";
import { LOOK } from "../tools.js";
import { el } from "../dom.js";
import { button, choice, lasting, section } from "../ui/controls.js";
import { explain, say } from "../ui/messages.js";

const MOST_DISHES = 4;
/** After so many steps a model of the reader's own is worth a picture. */
const PICTURE_STEPS = 200;

/**
 * @typedef {object} Declaration
 * @property {string} family
 * @property {string} title
 * @property {{title: string, url: string}} paper
 * @property {string} summary
 * @property {string} use what it is good for, in a sentence
 * @property {number[]} grids @property {number} grid sides to choose from, and that to begin with
 * @property {Partial<import("../player/workbench.js").WorkbenchOptions>} bench tools, brush and the like
 * @property {(catalog: import("../catalog.js").Catalog, name?: string) => import("../catalog.js").Entry} start the
 *   entry to begin with: what is asked for, else the page's favourite
 * @property {(dish: import("../player/dish.js").Dish) => void} begin puts the first pattern into a dish
 * @property {(model: import("../model_files.js").Model) => number} [gridOf] the grid side of a model, where it decides
 * @property {(entry: import("../catalog.js").Entry) => Promise<import("../model_files.js").Model>} [model] with what
 *   else the page needs of it
 * @property {(dish: import("../player/dish.js").Dish, entry: import("../catalog.js").Entry) => void} [loaded] a dish
 *   runs another model, on another grid or in another engine
 * @property {() => void} [described] other entries are shown, or other ones exist
 * @property {() => Node[]} [ownButtons] for other things of the reader's own, besides a model
 * @property {string} [models] what the choice among the family's models is called, on a page that shows it
 * @property {(entry: import("../catalog.js").Entry) => string} [caption]
 * @property {Parameters<typeof story>[1]} [rungs] of the story
 * @property {import("../player/demonstration.js").Script} [demonstration]
 */

export class FamilyPage {
  /**
   * @param {HTMLElement} host
   * @param {{catalog: import("../catalog.js").Catalog, address: import("../router.js").PageAddress,
   *   chooseOwnModel: () => void}} context
   * @param {Declaration} declared
   */
  constructor(host, { catalog, address, chooseOwnModel }, declared) {
    Object.assign(this, { catalog, address, declared });
    const { title, summary, bench, begin, grids, grid } = declared;
    const options = { ...bench, title, summary, begin, address, tools: [...bench.tools, LOOK] };
    this.bench = new Workbench(host, options);
    this.grid = Number(address.choice("grid", grids.map(String), String(grid)));
    this.engineId = address.params.engine ?? null;
    /**
     * The entry of each dish, while its model may still be on its way.
     * @type {Map<Dish, import("../catalog.js").Entry>}
     */
    this.shown = new Map();
    /** The entry that each dish really runs. @type {Map<Dish, import("../catalog.js").Entry>} */
    this.running = new Map();
    /** The reader's own entry that was asked for last and did not load. @type {import("../catalog.js").Entry|null} */
    this.failed = null;
    const text = (size) => `${size} × ${size}`;
    this.gridChoice = choice({
      label: "Grid", compact: true, value: String(this.grid), onChange: (size) => this.regrid(Number(size)),
      options: grids.map((size) => ({
        value: String(size), text: String(size), name: `${size} by ${size} cells`, title: text(size),
      })),
    });
    /** For the page to put where it wants. */
    this.models = lasting(choice);
    this.engines = enginePanel(this.bench, (id) => this.#changeEngine(id));
    this.inspector = inspector(this.bench, () => this.active);
    this.ownOptions = {
      label: "Open your own model", text: "Your own model", icon: "open", kind: "own-model", onClick: chooseOwnModel,
      hint: "Or drop a model's files anywhere on the page",
    };
    this.ownButton = button(this.ownOptions);
    const forget = { label: "Forget this model", text: "Forget this model", icon: "clear", kind: "quiet" };
    this.forgetButton = button({ ...forget, onClick: () => this.#forget() });
  }

  /**
   * Puts the panels in their places and starts.
   * @param {Node[]} left
   * @param {Node[]} right
   * @returns {object} for app.js
   */
  open(left, right) {
    const { address, bench, catalog, declared } = this;
    bench.left.append(...left);
    if (declared.rungs?.length) this.tale = story(this, declared.rungs);
    const tale = this.tale ? [this.tale.element] : [];
    bench.right.append(...tale, ...right, ...this.#narrowly(), this.inspector.element, this.engines.element);
    bench.player.on("frame", () => this.#takePicture());
    const { family, start } = declared;
    const asked = (address.params.model ?? "").split(",").filter(Boolean).slice(0, this.most);
    const missing = asked.find((name) => !catalog.find(family, name));
    if (missing) say(`This link names the model "${missing}", which is not here; another one runs.`, { seconds: 12 });
    const first = asked.map((name) => catalog.find(family, name)).filter(Boolean);
    this.ready = Promise.all((first.length ? first : [start(catalog)]).map((entry) => this.addDish(entry)));
    bench.activeDish = bench.dishes[0];
    this.describe();
    this.ready.then(() => {
      if (bench.player.stopped) return; // the reader went on meanwhile
      bench.start();
      // Who came with a link that sets something is left alone.
      const plain = Object.keys(address.params).every((name) => name === "model");
      if (plain && declared.demonstration) this.demonstration = new Demonstration(bench, declared.demonstration);
    });
    return this;
  }

  /** What the narrow page, whose dish is to be seen at first, has no room for above it. */
  #narrowly() {
    if (!this.bench.left.contains(this.ownButton)) return [];
    const element = section("Your own", button(this.ownOptions), ...(this.declared.ownButtons?.() ?? []));
    element.classList.add("only-narrow");
    return [element];
  }

  get most() {
    return this.declared.caption ? MOST_DISHES : 1;
  }

  get entries() {
    return this.catalog.of(this.declared.family);
  }

  get active() {
    return this.bench.activeDish ?? this.bench.dishes[0];
  }

  /** @returns {import("../catalog.js").Entry} of the dish that the panels are about */
  get current() {
    return this.shown.get(this.active);
  }

  /**
   * @param {import("../player/dish.js").Dish} dish
   * @param {import("../catalog.js").Entry} entry
   * @param {{keep?: boolean}} [options] `keep` carries the cells over where the model stays the same
   * @returns {Promise<boolean>} whether the dish now shows the entry: another choice may come first, or loading may
   *   fail
   */
  async load(dish, entry, { keep = false } = {}) {
    const { declared, engineId, grid } = this;
    if (this.shown.has(dish) && this.shown.get(dish) !== entry) this.tale?.leave();
    this.shown.set(dish, entry);
    this.failed = null;
    this.describe();
    this.bench.notice(dish, "");
    try {
      dish.stage.poster(entry.thumbnail);
      const coming = declared.model?.(entry) ?? this.catalog.model(entry);
      const options = (model) => {
        const size = declared.gridOf?.(model) ?? grid;
        return { width: size, height: size, engine: engineId, keep };
      };
      if (!(await dish.load(coming, options))) return false;
      this.running.set(dish, entry);
      const { width, height } = dish.engine;
      const keys = "Arrow keys move a cursor, Enter uses the tool.";
      dish.stage.element.setAttribute("aria-label", `${entry.title}, ${width} by ${height} cells. ${keys}`);
      declared.loaded?.(dish, entry);
      this.engines.refresh();
      return true;
    } catch (error) {
      explain(error, `Loading ${entry.title}`);
      const again = { label: "Try again", run: () => this.load(dish, entry) };
      if (this.running.has(dish)) this.shown.set(dish, this.running.get(dish));
      else this.bench.notice(dish, `${entry.title} could not be loaded.`, again);
      if (entry.own) this.failed = entry;
      this.describe();
      return false;
    }
  }

  /** Shows an entry in the dish that the panels are about. @param {import("../catalog.js").Entry} entry */
  show(entry) {
    return this.load(this.active, entry);
  }

  /**
   * Shows an entry there unless it runs already and nothing else is on its way.
   * @param {import("../catalog.js").Entry} entry
   * @returns {Promise<boolean>} whether it runs there now
   */
  async see(entry) {
    return (this.current === entry && this.running.get(this.active) === entry) || this.show(entry);
  }

  /** A model of the reader's own gets its picture from what it has become. */
  async #takePicture() {
    for (const [dish, entry] of this.running) {
      const wanted = entry.own && !entry.thumbnail && this.catalog.entries.includes(entry);
      if (!wanted || !(dish.engine?.stepCount >= PICTURE_STEPS)) continue;
      const picture = await pictureOf(dish.engine);
      if (!picture || entry.thumbnail || !this.catalog.entries.includes(entry)) continue;
      this.catalog.picture(entry, picture);
      this.describe();
    }
  }

  /** @returns {import("../catalog.js").Entry|null} the reader's own one that can be forgotten now */
  get forgettable() {
    return this.failed ?? (this.current.own ? this.current : null);
  }

  async #forget() {
    const { catalog, declared, forgettable, shown } = this;
    this.active.stage.element.focus({ preventScroll: true });
    catalog.forget(forgettable);
    this.failed = null;
    const next = declared.start(catalog);
    if (!next) return;
    const dishes = [...shown].filter(([, entry]) => entry === forgettable).map(([dish]) => dish);
    if (dishes.length === 0) this.describe();
    await Promise.all(dishes.map((dish) => this.load(dish, next)));
  }

  async regrid(size) {
    this.grid = size;
    this.gridChoice.set(size);
    this.address.set({ grid: size === this.declared.grid ? null : size });
    await this.#reload();
  }

  async #changeEngine(id) {
    this.engineId = id;
    this.address.set({ engine: id });
    await this.#reload();
  }

  #reload() {
    return Promise.all(this.bench.dishes.map((dish) => this.load(dish, this.shown.get(dish), { keep: true })));
  }

  /** @param {import("../catalog.js").Entry} entry @returns {Promise<boolean>} */
  addDish(entry) {
    const { bench, most } = this;
    const name = el("button", { type: "button", class: "dish-name", on: { click: () => this.activate(dish) } });
    const remove = {
      label: "Remove this dish", icon: "close", kind: "quiet small-button", onClick: () => this.drop(dish),
    };
    const caption = () => most > 1 && el("figcaption", { class: "dish-caption" }, name, button(remove));
    const dish = bench.addDish(entry.title, caption);
    dish.caption = name;
    dish.stage.element.addEventListener("pointerdown", () => { if (bench.activeDish !== dish) this.activate(dish); });
    this.declared.added?.(dish);
    return this.load(dish, entry);
  }

  drop(dish) {
    this.shown.delete(dish);
    this.running.delete(dish);
    const focused = this.bench.removeDish(dish);
    this.activate(this.bench.activeDish === dish ? this.bench.dishes[0] : this.bench.activeDish);
    if (focused) this.active.stage.element.focus();
  }

  activate(dish) {
    this.bench.activeDish = dish;
    this.describe();
  }

  /** Brings captions, panels and the address in line with what is shown. */
  describe() {
    if (!this.current) return;
    const { active, catalog, declared, shown } = this;
    for (const [dish, entry] of shown) {
      dish.caption.textContent = declared.caption?.(entry) ?? entry.title;
      dish.caption.setAttribute("aria-pressed", String(dish === active));
    }
    const names = [...shown.values()].map((entry) => entry.name).join(",");
    this.address.set({ model: names === declared.start(catalog).name ? null : names });
    const { forgettable } = this;
    this.forgetButton.hidden = !forgettable;
    this.forgetButton.querySelector("span").textContent =
      `Forget ${!forgettable || forgettable === this.current ? "this model" : forgettable.title}`;
    this.models.show(!declared.models || this.entries.length < 2 ? null : {
      label: declared.models, compact: true, value: this.current.name,
      options: this.entries.map((entry) => ({ value: entry.name, text: entry.title })),
      onChange: (name) => this.show(catalog.find(declared.family, name)),
    });
    declared.described?.();
  }

  dispose() {
    this.demonstration?.dispose();
    this.declared.dispose?.();
    this.bench.dispose();
  }
}
