/** The sample images that come with a classifier: one sheet, a row for each class. */

import { fetchPicture } from "./formats/site_files.js";
import { ModelError } from "./model_files.js";

export class Samples {
  /**
   * @param {{grey: Float32Array, width: number, rows: number, columns: number, tile: number}} sheet
   */
  constructor(sheet) {
    Object.assign(this, sheet);
    this.turns = new Array(sheet.rows).fill(0);
  }

  /**
   * @param {import("./model_files.js").Model} model one of the site's
   * @returns {Promise<Samples|null>} null where the model has none
   */
  static async load({ origin, meta }) {
    if (!origin || !meta.samples) return null;
    const { image: file, rows, columns, tile } = meta.samples;
    const image = await fetchPicture({ origin, meta }, file);
    if (image.naturalWidth !== columns * tile || image.naturalHeight !== rows * tile) {
      throw new ModelError(
        `${file} is ${image.naturalWidth}x${image.naturalHeight} pixels`,
        `${columns * tile}x${rows * tile} was expected`, "write the models again with python -m export.site",
      );
    }
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const grey = Float32Array.from({ length: data.length / 4 }, (_, at) => data[at * 4] / 255);
    return new Samples({ grey, width: canvas.width, rows, columns, tile });
  }

  /** @param {number} label @returns {Float32Array} [tile, tile], the one whose turn it is */
  current(label) {
    const { tile, width } = this;
    const result = new Float32Array(tile * tile);
    const column = this.turns[label] % this.columns;
    for (let y = 0; y < tile; y++) {
      const from = (label * tile + y) * width + column * tile;
      result.set(this.grey.subarray(from, from + tile), y * tile);
    }
    return result;
  }

  /** Moves on to the next sample of a class. @param {number} label */
  advance(label) {
    this.turns[label] = (this.turns[label] + 1) % this.columns;
  }

  /**
   * A tile in the middle of a larger grid.
   * @param {Float32Array} tile [side, side]
   * @returns {Float32Array} [height, width]
   */
  static centred(tile, width, height) {
    const side = Math.round(Math.sqrt(tile.length));
    const image = new Float32Array(width * height);
    const left = Math.floor((width - side) / 2);
    const top = Math.floor((height - side) / 2);
    for (let y = 0; y < side; y++) image.set(tile.subarray(y * side, (y + 1) * side), (top + y) * width + left);
    return image;
  }
}

const USUAL = "mnist";

/**
 * The site's classifier of a data set, else of digits, else any of them.
 * @param {import("./catalog.js").Entry[]} entries of a family @param {string} [dataset]
 * @returns {import("./catalog.js").Entry|undefined}
 */
export function siteEntry(entries, dataset = USUAL) {
  const site = entries.filter((entry) => !entry.own);
  const of = (wanted) => site.find(({ name }) => name === wanted || name.startsWith(`${wanted}-`));
  return of(dataset) ?? of(USUAL) ?? site[0];
}

/**
 * A classifier with samples to show and names of its classes; one that brings none gets those of one of the site's.
 * @param {import("./model_files.js").Model} model
 * @param {import("./model_files.js").Model} site
 * @returns {Promise<import("./model_files.js").Model & {samples: Samples|null, names: string[], siteMeta: Object}>}
 */
export async function withSamples(model, site) {
  const { meta } = model;
  const named = meta.class_names ?? (meta.dataset === site.meta.dataset ? site.meta.class_names : null);
  const names = Array.from({ length: meta.classes }, (_, label) => String(named?.[label] ?? label));
  // Without its picture the model runs all the same.
  const load = (from) => Samples.load(from).catch(() => null);
  return { ...model, names, samples: (await load(model)) ?? (await load(site)), siteMeta: site.meta };
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Float32Array} tile [side, side] of grey, drawn as opacity in the canvas's text colour
 */
export function drawTile(canvas, tile) {
  const side = Math.round(Math.sqrt(tile.length));
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext("2d");
  const image = context.createImageData(side, side);
  const [red, green, blue] = getComputedStyle(canvas).color.match(/\d+/g).map(Number);
  tile.forEach((grey, at) => image.data.set([red, green, blue, grey * 255], at * 4));
  context.putImageData(image, 0, 0);
}
