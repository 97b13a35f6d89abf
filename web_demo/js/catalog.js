/** What models the site has (models/index.json), and those the reader brought along. */

import { addressOf } from "./formats/site_files.js";
import { loadModel } from "./model_files.js";

const BASE = new URL("../models/", import.meta.url);

/**
 * @typedef {Object} Entry
 * @property {string} family
 * @property {string} name unique within the family
 * @property {string} title
 * @property {string} url of its folder, "" for one that the reader brought
 * @property {string} [digest] SHA-256 of its meta.json, which names those of the other files
 * @property {string|null} thumbnail address of a picture
 * @property {string|null} pattern what it grows, growing families only
 * @property {string|null} training how it was trained
 * @property {boolean} own whether the reader brought it
 */

export class Catalog {
  /** @param {Entry[]} entries */
  constructor(entries) {
    this.entries = entries;
    this.loaded = new Map();
  }

  /** @returns {Promise<Catalog>} an empty one where the site has no models yet */
  static async load() {
    // Everything else is named by what it holds; only this has to be asked for anew.
    const response = await fetch(new URL("index.json", BASE), { cache: "no-cache" });
    if (!response.ok) return new Catalog([]);
    const { models } = await response.json();
    return new Catalog(models.map((model) => ({
      family: model.family,
      name: model.name,
      title: model.title,
      url: new URL(`${model.path}/`, BASE).href,
      digest: model.sha256,
      thumbnail: model.thumbnail ? addressOf(BASE, `${model.path}/${model.thumbnail}`, model.sha256) : null,
      pattern: model.pattern ?? null,
      patternTitle: model.pattern_title ?? model.title,
      training: model.training ?? null,
      own: false,
    })));
  }

  /** @param {string} family @returns {Entry[]} */
  of(family) {
    return this.entries.filter((entry) => entry.family === family);
  }

  /** @param {string} family @param {string} name @returns {Entry|undefined} */
  find(family, name) {
    return this.entries.find((entry) => entry.family === family && entry.name === name);
  }

  /**
   * The model itself, fetched once.
   * @param {Entry} entry
   * @returns {Promise<import("./model_files.js").Model>}
   */
  model(entry) {
    const key = `${entry.family}/${entry.name}`;
    if (!this.loaded.has(key)) {
      const promise = loadModel(entry.url, entry.digest);
      this.loaded.set(key, promise);
      promise.catch(() => this.loaded.delete(key));
    }
    return this.loaded.get(key);
  }

  /**
   * Adds a model the reader brought; one of the same name is replaced.
   * @param {import("./model_files.js").Model} model
   * @returns {Entry}
   */
  add(model) {
    const name = `own-${(model.name || "model").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 40)}`;
    this.entries = this.entries.filter((entry) => !(entry.family === model.family && entry.name === name));
    const entry = {
      family: model.family, name, title: model.title || model.name || "Your model", url: "", thumbnail: null,
      pattern: name, patternTitle: model.title || model.name || "Your model", training: null, own: true,
    };
    this.entries.push(entry);
    this.loaded.set(`${entry.family}/${name}`, Promise.resolve(model));
    return entry;
  }
}
