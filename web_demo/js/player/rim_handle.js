/** A knob on the rim of a dish that turns what grows in it; keys turn it with the slider. */

import { el } from "../dom.js";

/** From the middle of the dish, in shares of its side. */
const REACH = 0.46;

/**
 * @param {{onTurn: (degrees: number) => void, onDone: () => void}} options told while it is dragged, and when it is let
 *   go after that
 * @returns {{element: HTMLElement, place: (degrees: number) => void}} 0 stands at the top, and turns clockwise
 */
export function rimHandle({ onTurn, onDone }) {
  const element = el("div", { class: "rim-handle", "aria-hidden": "true", title: "Drag to turn what grows" });
  const place = (degrees) => {
    const angle = (degrees * Math.PI) / 180;
    element.style.setProperty("--x", `${50 + 100 * REACH * Math.sin(angle)}%`);
    element.style.setProperty("--y", `${50 - 100 * REACH * Math.cos(angle)}%`);
  };
  let turned = false;
  element.addEventListener("pointerdown", (event) => {
    event.stopPropagation(); // it is no stroke on the cells
    event.preventDefault();
    turned = false;
    if (event.button === 0) element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    event.stopPropagation();
    if (!element.hasPointerCapture(event.pointerId)) return;
    const { left, top, width, height } = element.parentElement.getBoundingClientRect();
    const [x, y] = [event.clientX - left - width / 2, event.clientY - top - height / 2];
    turned = true;
    onTurn(Math.round((Math.atan2(x, -y) * 180) / Math.PI + 360) % 360);
  });
  element.addEventListener("pointerup", () => { if (turned) onDone(); turned = false; });
  return { element, place };
}
