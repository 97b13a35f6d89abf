/** Running pictures of the home page: when they run, and when they stand still. */

import { Player } from "../player/player.js";
import { onSetting, reducedMotion } from "../settings.js";
import { button, relabel } from "../ui/controls.js";
import { explain } from "../ui/messages.js";
import { shortcut } from "../ui/shortcuts.js";

const STILL_STEPS = 120;

/** All pictures of a page, which one button and the space bar pause together. */
export class Pictures {
  constructor() {
    /** @type {Player[]} */
    this.players = [];
    /** Whether pictures that arrive later stand still: the reader has paused, or asked for less movement. */
    this.still = reducedMotion();
    /** Settled when the picture that readers see first has what it needs: others wait, so that it comes at once. */
    this.first = Promise.resolve();
    this.button = button({ label: "Play", icon: "play", key: "Space", kind: "floating", onClick: () => this.toggle() });
    shortcut(" ", "Play or pause", () => this.toggle());
    this.stopListening = onSetting((name) => {
      if (name === "theme") for (const { dishes } of this.players) for (const dish of dishes) dish.touch();
    });
  }

  /**
   * @param {HTMLElement} element the picture rests while this is out of sight
   * @returns {Player} a new one
   */
  add(element) {
    const player = new Player();
    this.players.push(player);
    player.on(
      "change", () => relabel(this.button, this.playing ? "Pause" : "Play", this.playing ? "pause" : "play", "Space"),
    );
    new IntersectionObserver((entries) => player.rest("out of sight", !entries.at(-1).isIntersecting)).observe(element);
    return player;
  }

  /** @returns {boolean} whether any of them plays */
  get playing() {
    return this.players.some((player) => player.playing);
  }

  toggle() {
    const { playing } = this;
    this.still = playing;
    for (const player of this.players) playing ? player.pause() : player.play();
  }

  /**
   * Runs a picture once it is loaded. Where pictures stand still, a while of growth is computed and shown.
   * @param {() => Promise<*>} load
   * @param {Player} player from `add`
   * @param {{speed?: number, of?: string}} [options] `of` is what it shows
   */
  async run(load, player, { speed = 1, of = "the automaton" } = {}) {
    try {
      await load();
      if (player.stopped) return;
      player.pace.speed = speed;
      if (!this.still) { player.play(); return; }
      for (const dish of player.dishes) { await dish.engine.steps(STILL_STEPS); dish.touch(); }
    } catch (error) {
      explain(error, `Starting the picture of ${of}`);
    }
  }

  dispose() {
    this.stopListening();
    for (const player of this.players) player.dispose();
  }
}
