/** The ladder of a page: a few steps that tell its story, each of which sets the controls and says what to look for. */

import { el } from "../dom.js";
import { section } from "../ui/controls.js";
import { explain } from "../ui/messages.js";

/**
 * @param {import("../pages/family_page.js").FamilyPage} page
 * @param {{text: string, look: string, run: () => void | Promise<void>}[]} rungs
 * @returns {HTMLElement}
 */
export function story(page, rungs) {
  const look = el("p", { class: "story-look soft small", role: "status" });
  const buttons = rungs.map(({ text, look: words, run }, at) => {
    const climb = async () => {
      buttons.forEach((other) => other.setAttribute("aria-pressed", String(other === node)));
      look.textContent = words;
      try {
        await page.ready; // a step of the story needs what the page begins with
        await run();
        page.bench.player.play();
      } catch (error) {
        explain(error, text);
      }
    };
    const number = el("span", { class: "rung-number", text: String(at + 1), "aria-hidden": "true" });
    const node = el(
      "button", { type: "button", class: "rung", "aria-pressed": "false", on: { click: climb } }, number, text,
    );
    return node;
  });
  const { paper, use } = page.declared;
  const article = el("a", { href: paper.url, rel: "noopener", text: "Read the article" });
  return section(
    "The story", el("p", { class: "soft small" }, use, " ", article, "."),
    el("ol", { class: "rungs" }, buttons.map((node) => el("li", {}, node))), look,
  );
}
