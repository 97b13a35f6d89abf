/**
 * One square dish on the screen: the cells' picture, enlarged without blur, and a layer for brush, cursor and marks.
 */

import { el } from "../dom.js";

const LARGEST_CANVAS = 2400;

/**
 * Several pictures of the grid in one.
 * @typedef {object} Sheet
 * @property {[number, number][]} corners the upper left one of each picture, in cells
 * @property {(point: [number, number]) => [number, number]} toGrid turns a point of the sheet into one of the grid
 */

/** Whether any stage has shown cells since the page was loaded. */
let firstPicture = false;

export class Stage {
  /**
   * @param {{label: string, gaps?: boolean, still?: boolean}} options `gaps` draws a thin line between large cells; a
   *   `still` stage is a picture, not something to draw on
   */
  constructor({ label, gaps = false, still = false }) {
    this.cells = el("canvas", { class: "stage-cells", "aria-hidden": "true" });
    this.marks = el("canvas", { class: "stage-marks", "aria-hidden": "true" });
    const purpose = still ? { role: "img" } : {
      tabindex: 0, role: "application", "aria-roledescription": "grid of cells",
    };
    this.element = el(
      "div", { class: still ? "stage stage-still" : "stage", "aria-label": label, ...purpose }, this.cells, this.marks,
    );
    this.context = this.cells.getContext("2d", { alpha: false });
    this.small = document.createElement("canvas");
    this.smallContext = this.small.getContext("2d");
    this.gaps = gaps;
    /** The sheet that is shown instead of one picture of the grid. @type {Sheet|null} */
    this.sheet = null;
    this.scale = 1;
    this.side = 1;
    /** Drawn onto the picture after the cells, with canvas pixels per cell: digits' numerals. */
    this.decorate = null;
    this.onResize = () => {};
    this.observer = new ResizeObserver(() => this.#resize());
    this.observer.observe(this.element);
    this.setGrid(1, 1);
  }

  /** Shows a picture of the model, until there are cells to be seen. @param {string|null} address */
  poster(address) {
    if (this.shown || !address) return;
    this.picture ??= el("img", { class: "stage-poster", alt: "", draggable: "false" });
    this.picture.src = address;
    this.element.prepend(this.picture);
  }

  /**
   * @param {number} width @param {number} height in cells, of the picture that `show` will be given
   * @param {Sheet|null} [sheet] where it holds several pictures of the grid
   */
  setGrid(width, height, sheet = null) {
    this.sheet = sheet;
    if (width === this.columns && height === this.rows) return;
    this.columns = width;
    this.rows = height;
    this.small.width = width;
    this.small.height = height;
    this.image = this.smallContext.createImageData(width, height);
    this.#resize();
  }

  #resize() {
    const side = this.element.clientWidth || 1;
    const density = Math.min(devicePixelRatio || 1, 3);
    const longest = Math.max(this.columns, this.rows);
    const scale = Math.max(1, Math.min(Math.ceil((side * density) / longest), Math.floor(LARGEST_CANVAS / longest)));
    this.side = side;
    this.density = density;
    this.scale = scale;
    resizeCanvas(this.cells, this.columns * scale, this.rows * scale);
    resizeCanvas(this.marks, Math.round(side * density), Math.round((side * density * this.rows) / this.columns));
    this.onResize();
  }

  /**
   * Shows `this.image` (which the caller has filled).
   * @param {[number, number, number]} plate colour of the gaps
   */
  show(plate) {
    const { context, scale, columns, rows } = this;
    this.smallContext.putImageData(this.image, 0, 0);
    context.imageSmoothingEnabled = false;
    context.drawImage(this.small, 0, 0, columns * scale, rows * scale);
    if (this.gaps && scale >= 8) {
      context.fillStyle = `rgb(${plate.join(" ")})`;
      const line = Math.max(1, Math.round(scale / 14));
      for (let x = 1; x < columns; x++) context.fillRect(x * scale - (line >> 1), 0, line, rows * scale);
      for (let y = 1; y < rows; y++) context.fillRect(0, y * scale - (line >> 1), columns * scale, line);
    }
    this.decorate?.(context, scale);
    if (!this.shown) {
      this.shown = true;
      this.element.classList.add("has-cells");
      this.picture?.remove();
    }
    if (!firstPicture) {
      firstPicture = true;
      performance.mark("first cells");
    }
  }

  /**
   * @param {{clientX: number, clientY: number}} event
   * @returns {[number, number]} in cells of the picture, (0, 0) the upper left corner
   */
  cellAt(event) {
    const box = this.cells.getBoundingClientRect();
    return [
      ((event.clientX - box.left) / box.width) * this.columns, ((event.clientY - box.top) / box.height) * this.rows,
    ];
  }

  /** @returns {CanvasRenderingContext2D} the marks layer, cleared, scaled so that one unit is one cell */
  cleanMarks() {
    const context = this.marks.getContext("2d");
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.marks.width, this.marks.height);
    const unit = this.marks.width / this.columns;
    context.scale(unit, unit);
    return context;
  }

  dispose() {
    this.observer.disconnect();
    this.element.remove();
  }
}

function resizeCanvas(canvas, width, height) {
  if (canvas.width === width && canvas.height === height) return;
  canvas.width = width;
  canvas.height = height;
}
