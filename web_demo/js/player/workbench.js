/**
 * What every family's page is made of: dishes with the player and the tools below them, panels at both sides. A page
 * only says which dishes, tools and panels it wants.
 */

import { el } from "../dom.js";
import { onSetting, reducedMotion } from "../settings.js";
import { CUTS, cut } from "../tools.js";
import { button, choice, slider } from "../ui/controls.js";
import { cutIcon } from "../ui/icons.js";
import { explain, liveRegion, say } from "../ui/messages.js";
import { shortcut } from "../ui/shortcuts.js";
import { Cursor } from "./cursor.js";
import { Dish } from "./dish.js";
import { rememberAll } from "./history.js";
import { Marks } from "./marks.js";
import { parseSpeed, speedText } from "./pace.js";
import { Player } from "./player.js";
import { Strokes } from "./strokes.js";
import { transport } from "./transport.js";

/**
 * @typedef {object} WorkbenchOptions
 * @property {string} title
 * @property {string} summary
 * @property {import("../router.js").PageAddress} address
 * @property {Object[]} tools see tools.js
 * @property {{low: number, high: number, step?: number, value: number, unit: [string, string]}} brush
 * @property {boolean} [cuts] whether there are buttons that cut parts off
 * @property {boolean} [gaps] whether large cells have lines between them
 * @property {number} [speed]
 * @property {(dish: Dish, x: number, y: number) => void} [doubleTap] what two taps at one place do: plant a seed
 * @property {(dish: Dish) => void} begin
 */

export class Workbench {
  /** @param {HTMLElement} host @param {WorkbenchOptions} options */
  constructor(host, options) {
    const { address, tools, brush } = options;
    Object.assign(this, { options, address, tools });
    this.defaultSpeed = options.speed ?? 1;
    this.player = new Player();
    this.player.pace.speed = address.params.speed ? parseSpeed(address.params.speed) : this.defaultSpeed;
    this.player.on("error", (error) => explain(error, "Running the model"));
    this.tool = tools.find((tool) => tool.id === address.params.tool) ?? tools[0];
    /** Names of tools that are of no use to what is shown. */
    this.withheld = new Set();
    this.brush = address.number("brush", brush.value, brush.low, brush.high);
    this.all = address.params.all === "1";
    /** Called when the pointer or the keyboard's cursor moves over cells. */
    this.onLook = () => {};
    this.parts = new Map();
    const head = [el("h1", { text: options.title }), el("p", { class: "soft", text: options.summary })];
    this.left = el("div", { class: "panel panel-left" }, el("div", { class: "page-head" }, head));
    this.right = el("div", { class: "panel panel-right" });
    this.dishRow = el("div", { class: "dishes", data: { count: "1" } });
    this.live = liveRegion();
    this.transport = transport(this);
    this.centre = el("div", { class: "bench-centre" },
      this.dishRow, this.transport.element, this.#toolbar(), this.live.element);
    this.element = el("div", { class: "bench" }, this.left, this.centre, this.right);
    host.append(this.element);
    this.stopListening = onSetting((name) => {
      if (name === "theme" || name === "palette") for (const dish of this.dishes) dish.touch();
    });
    this.player.on("reset", (dishes) => { for (const dish of dishes) this.notice(dish, ""); });
    this.watcher = new IntersectionObserver((entries) => {
      this.player.rest("out of sight", !entries.at(-1).isIntersecting);
    });
    this.watcher.observe(this.dishRow);
    const { style } = document.documentElement;
    this.ruler = new ResizeObserver(() => style.setProperty("--dishes-height", `${this.dishRow.offsetHeight}px`));
    this.ruler.observe(this.dishRow);
  }

  /** @returns {Dish[]} */
  get dishes() {
    return this.player.dishes;
  }

  #toolbar() {
    const { brush, cuts, doubleTap } = this.options;
    const twice = (tool) => (doubleTap && tool.brush ? "; double-click plants a seed" : "");
    const title = (tool) => `${tool.hint}${twice(tool)} (${tool.key})`;
    this.toolChoice = choice({
      label: "Tool", hideLabel: true, value: this.tool.id, onChange: (id) => this.useTool(id),
      options: this.tools.map((tool) => ({ value: tool.id, text: tool.label, icon: tool.icon, title: title(tool) })),
    });
    this.brushSlider = slider({
      label: "Brush", low: brush.low, high: brush.high, step: brush.step ?? 1, value: this.brush,
      show: (value) => `${value} ${brush.unit[value === 1 ? 0 : 1]}`, onChange: (value) => this.setBrush(value),
    });
    for (const tool of this.tools) shortcut(tool.key, tool.label, () => this.useTool(tool.id));
    shortcut("[", "Smaller brush", () => this.#stepBrush(-1));
    shortcut("]", "Larger brush", () => this.#stepBrush(1));
    const cutButton = ({ part, label }) =>
      button({ label, icon: cutIcon(part), kind: "quiet", onClick: () => this.cut(part) });
    const cutLabel = el("span", { class: "field-label", text: "Cut off", "aria-hidden": "true" });
    const cutRow = { class: "button-row cuts", role: "group", "aria-label": "Cuts" };
    const cutButtons = cuts && el("div", cutRow, cutLabel, CUTS.map(cutButton));
    this.toolbarExtras = el("div", { class: "button-row" });
    const bar = { class: "toolbar", role: "toolbar", "aria-label": "Tools" };
    return el("div", bar, this.toolChoice.element, this.brushSlider.element, cutButtons, this.toolbarExtras);
  }

  #stepBrush(by) {
    const { low, high, step = 1 } = this.options.brush;
    this.setBrush(Math.min(Math.max(this.brush + by * step, low), high));
    this.brushSlider.set(this.brush);
  }

  setSpeed(value) {
    this.player.speed = value;
    this.address.set({ speed: value === this.defaultSpeed ? null : speedText(value).replace("×", "") });
  }

  setBrush(value) {
    this.brush = value;
    this.address.set({ brush: value === this.options.brush.value ? null : value });
    for (const { marks } of this.parts.values()) marks.wake();
  }

  /** Shows or hides a tool; where one goes that was in use, the first that is left is taken. */
  offerTool(id, on) {
    this.toolChoice.inputs.get(id).closest("label").hidden = !on;
    if (on) this.withheld.delete(id);
    else this.withheld.add(id);
    if (this.withheld.has(this.tool.id)) this.useTool(this.tools.find((tool) => !this.withheld.has(tool.id)).id);
  }

  useTool(id) {
    this.tool = this.tools.find((tool) => tool.id === id && !this.withheld.has(id)) ?? this.tool;
    this.toolChoice.set(this.tool.id);
    this.address.set({ tool: this.tool === this.tools[0] ? null : this.tool.id });
    this.brushSlider.element.classList.toggle("faded", !this.tool.brush);
    for (const { marks } of this.parts.values()) marks.wake();
  }

  /**
   * @param {string} label
   * @param {(dish: Dish) => Node|null} [caption]
   * @returns {Dish} a new dish, at the end of the row
   */
  addDish(label, caption) {
    const dish = new Dish({ label, gaps: this.options.gaps, begin: this.options.begin });
    const target = {
      ready: () => Boolean(dish.engine),
      tool: (event) => this.#glowing(this.#toolFor(event), () => this.parts.get(dish).marks),
      radius: () => (this.tool.brush ? this.brush : 0.5),
      reach: () => (this.all ? this.dishes : [dish]).filter((other) => other.engine),
      doubleTap: () => this.options.doubleTap ?? null,
      changed: () => { this.parts.get(dish)?.marks.wake(); this.onLook(); },
    };
    const strokes = new Strokes(dish, target);
    const cursor = new Cursor(dish, strokes, this.live.announce);
    const marks = new Marks(dish, strokes, cursor);
    const notice = el("div", { class: "dish-notice", hidden: true });
    const box = el("figure", { class: "dish" }, dish.stage.element, notice, caption?.(dish));
    this.parts.set(dish, { strokes, cursor, marks, box, notice });
    dish.history.onChange = () => this.transport.refresh();
    this.dishRow.append(box);
    this.player.setDishes([...this.dishes, dish]);
    this.dishRow.dataset.count = String(this.dishes.length);
    return dish;
  }

  #toolFor(event) {
    const rubs = event.shiftKey && this.tool.id === "draw";
    return rubs ? this.tools.find((tool) => tool.id === "erase") : this.tool;
  }

  /** Erased places light up for a moment in the dish that the pointer is over. */
  #glowing(tool, marks) {
    if (!tool.glows) return tool;
    return {
      ...tool, apply: (engine, x, y, radius) => { tool.apply(engine, x, y, radius); marks().glow(x, y, radius); },
    };
  }

  /** @param {Dish} dish @returns {boolean} whether the focus was in it */
  removeDish(dish) {
    const part = this.parts.get(dish);
    const focused = part.box.contains(document.activeElement);
    this.player.setDishes(this.dishes.filter((other) => other !== dish));
    part.marks.dispose();
    part.box.remove();
    this.parts.delete(dish);
    dish.dispose();
    this.dishRow.dataset.count = String(this.dishes.length);
    return focused;
  }

  /**
   * Says something about a dish, under its picture, with what can be done about it.
   * @param {Dish} dish
   * @param {string} text "" takes it away
   */
  notice(dish, text, { label = "Start again", run = () => this.restart(dish) } = {}) {
    const notice = this.parts.get(dish)?.notice;
    if (!notice || (notice.dataset.text ?? "") === text) return;
    notice.dataset.text = text;
    if (!text && notice.contains(document.activeElement)) dish.stage.element.focus();
    notice.hidden = !text;
    const again = button({ label, text: label, icon: "reset", onClick: run });
    notice.replaceChildren(...(text ? [el("p", { text }), again] : []));
    if (text) this.live.announce(text);
  }

  /** Starts a dish anew, and lets it run. @param {Dish} dish */
  restart(dish) {
    this.player.reset([dish]);
    this.player.play();
  }

  /** Cuts every dish that strokes reach: all of them, or the one that `activeDish` names. */
  async cut(part) {
    const dishes = (this.all ? this.dishes : [this.activeDish ?? this.dishes[0]]).filter((dish) => dish?.engine);
    rememberAll(dishes);
    for (const dish of dishes) {
      const { engine } = dish;
      const state = await engine.getState();
      if (engine !== dish.engine) continue;
      cut(state, engine, part);
      engine.setState(state);
      dish.touch();
    }
  }

  get canUndo() {
    return this.dishes.some((dish) => dish.history.length > 0);
  }

  /** Takes the newest stroke back, in every dish that it reached. @returns {Promise<boolean>} whether there was one */
  async undo() {
    const newest = Math.max(0, ...this.dishes.map(({ history }) => history.newest));
    return this.player.undo(newest ? this.dishes.filter(({ history }) => history.newest === newest) : []);
  }

  /** Plays, unless the reader asked for less movement, the address says paused, or the page was left meanwhile. */
  start() {
    if (this.player.stopped) return;
    if (this.address.params.paused === "1" || (reducedMotion() && this.address.params.paused !== "0")) {
      say("Paused. Press play to let the cells run.");
    } else {
      this.player.play();
    }
    const { address, player } = this;
    player.on("change", () => address.set({ paused: player.playing || player.ended ? null : 1 }));
  }

  dispose() {
    this.address.close();
    this.stopListening();
    this.watcher.disconnect();
    this.ruler.disconnect();
    document.documentElement.style.removeProperty("--dishes-height");
    for (const { marks } of this.parts.values()) marks.dispose();
    this.player.dispose();
    this.element.remove();
  }
}
