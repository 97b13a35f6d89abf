/**
 * What every family's page is made of: dishes in the middle with a toolbar above and the player below, panels at both
 * sides. A page only says which dishes, tools and panels it wants.
 */

import { el } from "../dom.js";
import { onSetting, reducedMotion } from "../settings.js";
import { button, choice, slider } from "../ui/controls.js";
import { cutIcon } from "../ui/icons.js";
import { explain, liveRegion, say } from "../ui/messages.js";
import { shortcut } from "../ui/shortcuts.js";
import { CUTS, cut } from "../tools/cuts.js";
import { Cursor } from "./cursor.js";
import { Dish } from "./dish.js";
import { rememberAll } from "./history.js";
import { Marks } from "./marks.js";
import { parseSpeed } from "./pace.js";
import { Player } from "./player.js";
import { Strokes } from "./strokes.js";
import { transport } from "./transport.js";

export class Workbench {
  /**
   * @param {HTMLElement} host
   * @param {{title: string, summary: string, address: import("../router.js").PageAddress, tools: Object[], brush: {low:
   *   number, high: number, step?: number, value: number, unit: [string, string]}, cuts?: boolean, gaps?: boolean,
   *   speed?: number, begin: (dish: Dish) => void}} options
   */
  constructor(host, options) {
    this.options = options;
    this.address = options.address;
    this.tools = options.tools;
    this.defaultSpeed = options.speed ?? 1;
    this.player = new Player();
    this.player.pace.speed = this.address.params.speed ? parseSpeed(this.address.params.speed) : this.defaultSpeed;
    this.player.on("error", (error) => explain(error, "Running the model"));
    this.tool = this.tools.find((tool) => tool.id === this.address.params.tool) ?? this.tools[0];
    this.brush = this.address.number("brush", options.brush.value, options.brush.low, options.brush.high);
    this.all = this.address.params.all === "1";
    this.doubleTap = null;
    this.parts = new Map();
    this.left = el("div", { class: "panel panel-left" }, el("div", { class: "page-head" }, el("h1", { text: options.title }), el("p", { class: "soft", text: options.summary })));
    this.right = el("div", { class: "panel panel-right" });
    this.dishRow = el("div", { class: "dishes", data: { count: "1" } });
    this.live = liveRegion();
    this.transport = transport(this);
    this.centre = el("div", { class: "bench-centre" }, this.#toolbar(), this.dishRow, this.transport.element, this.live.element);
    this.element = el("div", { class: "bench" }, this.left, this.centre, this.right);
    host.append(this.element);
    this.stopListening = onSetting((name) => { if (name === "theme" || name === "palette") for (const dish of this.dishes) dish.touch(); });
    this.watcher = new IntersectionObserver(([entry]) => this.player.rest("out of sight", !entry.isIntersecting));
    this.watcher.observe(this.dishRow);
  }

  /** @returns {Dish[]} */
  get dishes() {
    return this.player.dishes;
  }

  #toolbar() {
    const { brush, cuts } = this.options;
    const tools = choice({
      label: "Tool", hideLabel: true, value: this.tool.id, onChange: (id) => this.useTool(id),
      options: this.tools.map((tool) => ({ value: tool.id, text: tool.label, icon: tool.icon, title: `${tool.hint} (${tool.key})` })),
    });
    this.toolChoice = tools;
    this.brushSlider = slider({
      label: "Brush", low: brush.low, high: brush.high, step: brush.step ?? 1, value: this.brush, show: (value) => `${value} ${brush.unit[value === 1 ? 0 : 1]}`,
      onChange: (value) => this.setBrush(value),
    });
    for (const tool of this.tools) shortcut(tool.key, tool.label, () => { this.useTool(tool.id); this.toolChoice.set(tool.id); });
    shortcut("[", "Smaller brush", () => this.#stepBrush(-1));
    shortcut("]", "Larger brush", () => this.#stepBrush(1));
    const cutButtons = cuts && el("div", { class: "button-row cuts", role: "group", "aria-label": "Cuts" }, el("span", { class: "field-label", text: "Cut off", "aria-hidden": "true" }), CUTS.map(({ part, label }) => button({ label, icon: cutIcon(part), kind: "quiet", onClick: () => this.cut(part) })));
    this.toolbarExtras = el("div", { class: "button-row" });
    return el("div", { class: "toolbar", role: "toolbar", "aria-label": "Tools" }, tools.element, this.brushSlider.element, cutButtons, this.toolbarExtras);
  }

  #stepBrush(by) {
    const { low, high, step = 1 } = this.options.brush;
    this.setBrush(Math.min(Math.max(this.brush + by * step, low), high));
    this.brushSlider.set(this.brush);
  }

  setBrush(value) {
    this.brush = value;
    this.address.set({ brush: value === this.options.brush.value ? null : value });
    for (const { marks } of this.parts.values()) marks.wake();
  }

  useTool(id) {
    this.tool = this.tools.find((tool) => tool.id === id) ?? this.tool;
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
      tool: (event) => (event.shiftKey && this.tool.id === "draw" ? this.tools.find((tool) => tool.id === "erase") : this.tool),
      radius: () => (this.tool.brush ? this.brush : 0.5),
      reach: () => (this.all ? this.dishes : [dish]).filter((other) => other.engine),
      doubleTap: this.doubleTap,
      changed: () => this.parts.get(dish)?.marks.wake(),
    };
    const strokes = new Strokes(dish, target);
    const cursor = new Cursor(dish, strokes, this.live.announce);
    const marks = new Marks(dish, strokes, cursor);
    const box = el("figure", { class: "dish" }, dish.stage.element, caption?.(dish));
    this.parts.set(dish, { strokes, cursor, marks, box });
    this.#addGlow(target, marks);
    dish.history.onChange = () => this.transport.refresh();
    this.dishRow.append(box);
    this.player.setDishes([...this.dishes, dish]);
    this.dishRow.dataset.count = String(this.dishes.length);
    return dish;
  }

  /** Erased places light up for a moment in the dish that the pointer is over. */
  #addGlow(target, marks) {
    const { tool } = target;
    target.tool = (event) => {
      const chosen = tool(event);
      if (!chosen.glows) return chosen;
      return { ...chosen, apply: (engine, x, y, radius) => { chosen.apply(engine, x, y, radius); marks.glow(x, y, radius); } };
    };
  }

  /** @param {Dish} dish */
  removeDish(dish) {
    const part = this.parts.get(dish);
    this.player.setDishes(this.dishes.filter((other) => other !== dish));
    part.marks.dispose();
    part.box.remove();
    this.parts.delete(dish);
    dish.dispose();
    this.dishRow.dataset.count = String(this.dishes.length);
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
    this.player.on("change", () => this.address.set({ paused: this.player.playing ? null : 1 }));
  }

  dispose() {
    this.address.close();
    this.stopListening();
    this.watcher.disconnect();
    for (const { marks } of this.parts.values()) marks.dispose();
    this.player.dispose();
    this.element.remove();
  }
}
