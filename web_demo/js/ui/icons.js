/** The page's line icons, drawn on a 24 x 24 grid. */

import { svg } from "../dom.js";

const PATHS = {
  play: ["M8 5.5v13l10.5-6.5z"],
  pause: ["M8.5 5.5v13", "M15.5 5.5v13"],
  step: ["M6 6v12l8-6z", "M17.5 6v12"],
  reset: ["M5 12a7 7 0 1 0 2.2-5.1", "M4.6 4.4v3.8h3.8"],
  undo: ["M8.5 5 4.5 9l4 4", "M4.5 9H14a5.5 5.5 0 0 1 0 11h-3"],
  share: ["M12 15V4", "m8.2 7.6 3.8-3.8 3.8 3.8", "M6 11.5v7.5h12v-7.5"],
  fullscreen: ["M4.5 9V4.5H9", "M15 4.5h4.5V9", "M19.5 15v4.5H15", "M9 19.5H4.5V15"],
  help: ["M9 9.2a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1.1-1.4 2.1", "M12 17.6v.1"],
  close: ["M6 6l12 12", "M18 6 6 18"],
  erase: ["m4.5 14.5 8.8-8.8a2 2 0 0 1 2.8 0l3.2 3.2a2 2 0 0 1 0 2.8L12.5 18.5H8.4z", "m9.2 9.8 6 6", "M12.5 18.5h7"],
  seed: ["M12 20v-8", "M12 13c0-4 2.5-6.5 7-6.5 0 4.5-2.5 6.5-7 6.5z", "M12 15.5c0-3-2-5-5.8-5 0 3.5 2.2 5 5.8 5z"],
  draw: ["M5 19l1-4.2L15.6 5.2a1.9 1.9 0 0 1 2.7 0l.5.5a1.9 1.9 0 0 1 0 2.7L9.2 18z", "m13.8 7 3.2 3.2"],
  clear: ["M5 7h14", "M10 7V4.5h4V7", "m6.8 7 .9 12.5h8.6L17.2 7", "M10.5 10.5v5.5", "M13.5 10.5v5.5"],
  open: ["M4 18.5v-12h5.5l2 2.5H20v9.5z", "M12 16v-4.5", "m10 13.3 2-2 2 2"],
  theme: [
    "M12 4.5v-1", "M12 20.5v-1", "M4.5 12h-1", "M20.5 12h-1", "m6.7 6.7-.7-.7", "m18 18-.7-.7", "m17.3 6.7.7-.7",
    "m6 18 .7-.7", "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z",
  ],
  moon: ["M19.5 14.2A7.8 7.8 0 1 1 9.8 4.5a6.2 6.2 0 0 0 9.7 9.7z"],
  auto: ["M12 4.5a7.5 7.5 0 1 0 0 15z", "M12 4.5a7.5 7.5 0 0 1 0 15"],
  camera: ["M4 8h4l1.5-2.5h5L16 8h4v10.5H4z", "M12 10a3 3 0 1 0 0 6 3 3 0 0 0 0-6z"],
  film: ["M4.5 6h15v12h-15z", "M8.5 6v12", "M15.5 6v12", "M4.5 10h4", "M4.5 14h4", "M15.5 10h4", "M15.5 14h4"],
  link: [
    "M10 14a3.5 3.5 0 0 0 5 0l3-3a3.54 3.54 0 0 0-5-5l-1 1", "M14 10a3.5 3.5 0 0 0-5 0l-3 3a3.54 3.54 0 0 0 5 5l1-1",
  ],
  look: ["M10.5 5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z", "m14.6 14.6 4.9 4.9"],
  plus: ["M12 5.5v13", "M5.5 12h13"],
  minus: ["M5.5 12h13"],
  compare: ["M4.5 6h6.5v12H4.5z", "M13 6h6.5v12H13z"],
  chevron: ["m7 10 5 5 5-5"],
};

const CUTS = {
  left: [4, 4, 8, 16], right: [12, 4, 8, 16], upper: [4, 4, 16, 8], lower: [4, 12, 16, 8], centre: [8.5, 8.5, 7, 7],
};
const FILLED = new Set(["play", "step"]);

/** @param {keyof PATHS} name @returns {SVGElement} */
export function icon(name) {
  const fill = FILLED.has(name) ? "currentColor" : "none";
  return svg(
    "svg",
    {
      viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true", fill, stroke: "currentColor", "stroke-width": 1.7,
      "stroke-linecap": "round", "stroke-linejoin": "round",
    },
    ...PATHS[name].map((d) => svg("path", { d })),
  );
}

/**
 * A square whose hatched part is what a cut takes away.
 * @param {"left"|"right"|"upper"|"lower"|"centre"} part
 */
export function cutIcon(part) {
  const [x, y, width, height] = CUTS[part];
  return svg(
    "svg",
    { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" },
    svg("rect", { x: 4, y: 4, width: 16, height: 16, rx: 3, fill: "currentColor", opacity: 0.85 }),
    svg("rect", { x: x - 0.5, y: y - 0.5, width: width + 1, height: height + 1, class: "icon-hole" }),
    svg(
      "rect",
      {
        x: 4, y: 4, width: 16, height: 16, rx: 3, fill: "none", stroke: "currentColor", "stroke-width": 1.4,
        "stroke-dasharray": "2 2.2",
      },
    ),
  );
}
