/** Running pictures of the home page: when they run, and when they stand still. */

import { reducedMotion } from "../settings.js";
import { explain } from "../ui/messages.js";

/** Runs once loaded, unless the reader asked for less movement: then a while of growth is computed and shown still. */
export async function run(load, player, speed = 1) {
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

/** Rests while out of sight. */
export function watch(element, player) {
  new IntersectionObserver(([entry]) => player.rest("out of sight", !entry.isIntersecting)).observe(element);
}
