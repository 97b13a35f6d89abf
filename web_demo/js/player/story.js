/** The ladder of a page: a few steps that tell its story, each of which sets the controls and says what to look for. */

import { el } from "../dom.js";
import { section } from "../ui/controls.js";
import { explain } from "../ui/messages.js";

/**
 * @param {import("../pages/family_page.js").FamilyPage} page
 * @param {{text: string, look: string, run: () => void | boolean | Promise<void | boolean>}[]} rungs `run` returns
 *   false where something else came first, or its model did not come
 * @returns {{element: HTMLElement, leave: () => void}} `leave` is to be told of a model chosen otherwise: what the step
 *   said no longer holds
 */
export function story(page, rungs) {
  const look = el("p", { class: "story-look soft small", role: "status" });
  /** The step that runs, until it is done. */
  let climbing = null;
  const press = (node, words) => {
    for (const other of buttons) other.setAttribute("aria-pressed", String(other === node));
    look.textContent = words;
  };
  const buttons = rungs.map(({ text, look: words, run }, at) => {
    const climb = async () => {
      climbing = node;
      press(node, words);
      let done = false;
      try {
        await page.ready; // a step of the story needs what the page begins with
        done = (await run()) !== false;
      } catch (error) {
        explain(error, text);
      }
      if (climbing !== node) return; // another one came first
      climbing = null;
      if (done) page.bench.player.play();
      else press(null, "");
    };
    const number = el("span", { class: "rung-number", text: String(at + 1), "aria-hidden": "true" });
    const node = el(
      "button", { type: "button", class: "rung", "aria-pressed": "false", on: { click: climb } }, number, text,
    );
    return node;
  });
  const { paper, use } = page.declared;
  const article = el("a", { href: paper.url, rel: "noopener", text: "Read the article" });
  const element = section(
    "The story", el("p", { class: "soft small" }, use, " ", article, "."),
    el("ol", { class: "rungs" }, buttons.map((node) => el("li", {}, node))), look,
  );
  return { element, leave() { if (!climbing) press(null, ""); } };
}
