/** What models the site has (models/index.json), and those the reader brought along. */

import { familyOf } from "./families/index.js";
import { addressOf } from "./formats/site_files.js";
import { loadDropped, loadModel } from "./model_files.js";
import { forgetOwn, keepOwn, ownModels } from "./own_store.js";

/** What may not stand in an entry's name: addresses list names with commas and join them with a plus. */
const UNFIT = /[\s\p{Punctuation}\p{Separator}\p{Other}+]+/gu;
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
 * @property {string|null} experiment of its paper's, where its family has several
 * @property {string|null} kind of what it is made, where its family has several makes, see `Family`
 * @property {boolean} own whether the reader brought it
 */

export class Catalog {
  /** @param {Entry[]} entries */
  constructor(entries) {
    this.entries = entries;
    this.loaded = new Map();
    /** The files of models that the reader brought. @type {Map<string, File[]>} */
    this.files = new Map();
  }

  /** @returns {Promise<Catalog>} an empty one where the site has no models yet */
  static async load() {
    // Everything else is named by what it holds; only this has to be asked for anew.
    const coming = globalThis.ncaIndex ?? fetch(new URL("index.json", BASE), { cache: "no-cache" });
    const [response, own] = await Promise.all([coming, ownModels()]);
    const { models } = response.ok ? await response.json() : { models: [] };
    const catalog = new Catalog(models.map((model) => ({
      family: model.family,
      name: model.name,
      title: model.title,
      url: new URL(`${model.path}/`, BASE).href,
      digest: model.sha256,
      thumbnail: model.thumbnail ? addressOf(BASE, `${model.path}/${model.thumbnail}`, model.sha256) : null,
      pattern: model.pattern ?? null,
      patternTitle: model.pattern_title ?? model.title,
      training: model.training ?? null,
      experiment: model.experiment ?? null,
      kind: model.kind ?? null,
      own: false,
    })));
    for (const { files, ...entry } of own) {
      catalog.entries.push(entry);
      catalog.files.set(keyOf(entry), files);
    }
    return catalog;
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
    const key = keyOf(entry);
    if (!this.loaded.has(key)) {
      const promise = entry.own ? loadDropped(this.files.get(key)) : loadModel(entry.url, entry.digest);
      this.loaded.set(key, promise);
      promise.catch(() => this.loaded.delete(key));
    }
    return this.loaded.get(key);
  }

  /**
   * Adds a model the reader brought and keeps its files for the next visit; one of the same name is replaced.
   * @param {import("./model_files.js").Model} model
   * @param {File[]} files
   * @returns {Entry}
   */
  add(model, files) {
    const name = `own-${[...(model.name || "model").toLowerCase().replace(UNFIT, "-")].slice(0, 40).join("")}`;
    const title = model.title || model.name || "Your model";
    const entry = {
      family: model.family, name, title, url: "", thumbnail: null, pattern: name, patternTitle: title, training: null,
      experiment: null, kind: familyOf(model.meta).kind ?? null, own: true,
    };
    this.entries = [...this.entries.filter((other) => keyOf(other) !== keyOf(entry)), entry];
    this.loaded.set(keyOf(entry), Promise.resolve(model));
    this.files.set(keyOf(entry), files);
    keepOwn(keyOf(entry), { ...entry, files });
    return entry;
  }

  /** Gives a model of the reader's own a picture. @param {Entry} entry @param {string} thumbnail a data address */
  picture(entry, thumbnail) {
    entry.thumbnail = thumbnail;
    keepOwn(keyOf(entry), { ...entry, files: this.files.get(keyOf(entry)) });
  }

  /** Removes a model of the reader's own. @param {Entry} entry */
  forget(entry) {
    this.entries = this.entries.filter((other) => other !== entry);
    forgetOwn(keyOf(entry));
  }
}

/** @param {Entry} entry */
const keyOf = ({ family, name }) => `${family}/${name}`;
