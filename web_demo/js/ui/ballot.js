/** The vote: what most cells say, how many agree, and a bar for every class. */

import { el } from "../dom.js";
import { ShareChart } from "./share_chart.js";

/** @param {number[]} colour RGB bytes */
export const css = (colour) => `rgb(${colour.join(" ")})`;

export class Ballot {
  /** @param {string[]} names of the classes */
  constructor(names) {
    this.names = names;
    this.number = el("span", { class: "ballot-winner", "aria-hidden": "true" });
    this.verdict = el("p", { class: "ballot-verdict" });
    this.detail = el("p", { class: "soft small" });
    this.bars = names.map((name, label) => {
      const bar = el("span", { class: "ballot-bar" });
      return { bar, element: el("li", { title: name }, el("span", { class: "ballot-track" }, bar), el("span", { class: "ballot-label", text: String(label) })) };
    });
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
      el("figure", { class: "chart-figure" }, this.chart.canvas, el("figcaption", { class: "soft small" }, el("span", { text: "What the cells said" }), el("span", { text: "now" }))),
    );
    this.drawn = -Infinity;
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
    const text = winner < 0 ? "–" : String(winner);
    for (const node of [this.number, this.badgeNumber]) {
      node.textContent = text;
      node.style.setProperty("--class-colour", winner < 0 ? "transparent" : css(colours[winner]));
      node.classList.toggle("on-light", winner >= 0 && luminance(colours[winner]) > 150);
    }
    const percent = Math.round(agreement * 100);
    this.badge.hidden = winner < 0;
    this.badgeText.textContent = `${percent} % agree`;
    this.verdict.textContent = living === 0 ? "Nothing drawn yet" : winner < 0 ? "No vote yet" : `${percent} % of the cells say ${this.names[winner]}`;
    this.detail.textContent = `${living} living ${living === 1 ? "cell" : "cells"}, ${undecided} undecided`;
    this.bars.forEach(({ bar, element }, label) => {
      const share = living ? counts[label] / living : 0;
      bar.style.setProperty("--share", String(share));
      bar.style.setProperty("--class-colour", css(colours[label]));
      element.classList.toggle("leading", label === winner);
    });
    this.chart.add(step, counts.map((count) => (living ? count / living : 0)), colours.map(css));
    this.element.dataset.winner = String(winner);
    this.element.dataset.agreement = agreement.toFixed(3);
  }

  dispose() {
    this.chart.dispose();
  }
}

const luminance = ([red, green, blue]) => 0.299 * red + 0.587 * green + 0.114 * blue;
