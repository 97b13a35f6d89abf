/** The vote: what most cells say, how many agree, and a bar for every class. */

import { el } from "../dom.js";
import { isLight } from "../player/labels.js";
import { css, ShareChart } from "./charts.js";

export class Ballot {
  /**
   * @param {string[]} names of the classes
   * @param {((label: number, canvas: HTMLCanvasElement) => void) | null} [picture] draws what a class looks like
   */
  constructor(names, picture = null) {
    Object.assign(this, { names, picture });
    this.number = el("span", { class: "ballot-winner", "aria-hidden": "true" });
    this.verdict = el("p", { class: "ballot-verdict" });
    this.detail = el("p", { class: "soft small" });
    this.named = names.some((name) => name.length > 2);
    this.number.classList.toggle("in-words", this.named);
    this.bars = names.map((name, label) => {
      const bar = el("span", { class: "ballot-bar" });
      const mark = el(picture ? "canvas" : "span", { class: "ballot-label", text: picture ? null : name.slice(0, 2) });
      const element = el("li", { title: name }, el("span", { class: "ballot-track" }, bar), mark);
      return { bar, element, mark };
    });
    // A canvas takes its ink from the style sheet, which applies once it is on the page.
    requestAnimationFrame(() => this.drawPictures());
    this.badgeNumber = el("b");
    this.badgeText = el("span");
    /** The vote in one line, for narrow screens where the panel is out of sight. */
    this.badge = el("div", { class: "stage-badge", "aria-hidden": "true" }, this.badgeNumber, this.badgeText);
    this.chart = new ShareChart("Shares of the classes over time");
    this.element = el(
      "div",
      { class: "ballot" },
      el("div", { class: "ballot-head" }, this.number, el("div", {}, this.verdict, this.detail)),
      el("ol", { class: "ballot-bars", "aria-hidden": "true" }, this.bars.map(({ element }) => element)),
      el("figure", { class: "chart-figure" }, this.chart.canvas,
        el("figcaption", { class: "soft small", text: "Shares of what the cells said, newest at the right" })),
    );
    this.drawn = -Infinity;
  }

  /** Draws what the classes look like, in the ink of the present theme. */
  drawPictures() {
    if (this.picture) this.bars.forEach(({ mark }, label) => this.picture(label, mark));
  }

  /**
   * @param {import("../player/labels.js").Vote} vote
   * @param {number} step
   * @param {number[][]} colours
   * @param {boolean} [now] even if the last update is recent
   */
  show(vote, step, colours, now = false) {
    const time = performance.now();
    if (!now && time - this.drawn < 80) return;
    this.drawn = time;
    const { winner, agreement, living, undecided, counts } = vote;
    const text = winner < 0 ? "–" : this.names[winner];
    for (const node of [this.number, this.badgeNumber]) {
      node.textContent = text;
      node.style.setProperty("--class-colour", winner < 0 ? "transparent" : css(colours[winner]));
      node.classList.toggle("on-light", winner >= 0 && isLight(colours[winner]));
    }
    const percent = Math.round(agreement * 100);
    this.badge.hidden = winner < 0;
    this.badgeText.textContent = `${percent} % agree`;
    const said = winner < 0 ? "No vote yet" : `${percent} % of the cells say ${this.names[winner]}`;
    this.verdict.textContent = living === 0 ? "Nothing drawn yet" : said;
    this.detail.textContent = `${living} living ${living === 1 ? "cell" : "cells"}, ${undecided} undecided`;
    this.bars.forEach(({ bar, element }, label) => {
      const share = living ? counts[label] / living : 0;
      bar.style.setProperty("--share", String(share));
      bar.style.setProperty("--class-colour", css(colours[label]));
      element.classList.toggle("leading", label === winner);
    });
    this.chart.colours = colours.map(css);
    this.chart.add(step, counts.map((count) => (living ? count / living : 0)));
    this.element.dataset.winner = String(winner);
    this.element.dataset.agreement = agreement.toFixed(3);
  }

  dispose() {
    this.chart.dispose();
  }
}
