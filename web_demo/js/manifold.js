/**
 * A manifold's codes, and the network that makes an automaton of any code; the same functions as in
 * nca_tf/families/ncam (blocks.py, genome.py, encoder.py), in plain JavaScript, since they run once for each code.
 */
import { checkFileSize, EXPORT_AGAIN, ModelError } from "./formats/model_error.js";
import { CATEGORIES, lettersOf, numbersOf, unpacked } from "./formats/packed_manifold.js";
import { addressOf, checkDigest, fetchBytes } from "./formats/site_files.js";

/** Letters for each number of a code. */
const LETTERS = 16;
const LEAK_LEAST = 1e-3;
const LEAK_MOST = 1e3;

/** @typedef {{shape: number[], data: Float32Array}} Weight */

export class Manifold {
  /**
   * Nothing but what is said of it; `codes` and the network come with `fetchNetwork`, the encoder with `fetchEncoder`.
   * @param {import("./model_files.js").Model} model
   */
  constructor({ meta, origin }) {
    const { manifold } = meta;
    if (!manifold || !origin) {
      throw new ModelError("the model is one automaton", "a whole manifold of the site was expected", EXPORT_AGAIN);
    }
    const { names, titles = names, places, groups = {}, code } = manifold;
    Object.assign(this, { meta, names, titles, places, groups, letters: code === "dna", weights: new Map() });
    /** One a picture, once the network is here. @type {Float32Array[]|null} */
    this.codes = null;
    this.fetched = async ({ file }) => {
      const bytes = await fetchBytes(addressOf(origin, file, meta.files?.[file]?.sha256));
      checkFileSize(file, bytes.length);
      await checkDigest(meta.files, file, bytes);
      return bytes;
    };
    const { network, encoder } = manifold;
    /** @type {() => Promise<void>} */
    this.fetchNetwork = once(async () => {
      const [bytes, codes] = await Promise.all([this.fetched(network), this.fetched(manifold.codes)]);
      this.#take(bytes, network.arrays);
      this.codes = this.#codesOf(codes);
    });
    /** @type {() => Promise<void>} */
    this.fetchEncoder = once(async () => this.#take(await this.fetched(encoder), encoder.arrays));
  }

  #take(bytes, described) {
    for (const [name, weight] of unpacked(bytes, described)) this.weights.set(name, weight);
  }

  /** Codes as the site has them. */
  #codesOf(bytes) {
    const { code_size: size } = this.meta.manifold;
    const codes = this.letters ? lettersOf(bytes, size * LETTERS) : numbersOf(bytes, size);
    if (codes.length !== this.names.length || this.places.length !== this.names.length) {
      throw new ModelError(`there are ${codes.length} codes`, `${this.names.length} were expected`, EXPORT_AGAIN);
    }
    return codes;
  }

  /**
   * The code of a picture; fetches the encoder when it is first asked for.
   * @param {Float32Array} picture [size, size, 3 or 4] in [0, 1], RGB premultiplied by alpha
   * @returns {Promise<Float32Array>}
   */
  async encode(picture) {
    await this.fetchEncoder();
    let features = relu(this.#convolve(picture, "encoder/first"));
    for (const number of [1, 2]) {
      const inner = relu(this.#convolve(features, `encoder/cb3_${number}/inner`));
      const change = this.#convolve(inner, `encoder/cb3_${number}/outer`);
      const factor = this.#leak(`encoder/cb3_${number}`);
      features = features.map((value, at) => value + factor * change[at]);
      features = this.#block(features, `encoder/cb1_${number}`, this.meta.size ** 2);
    }
    let code = this.#affine(this.#summary(features), "encoder/summary", 1);
    for (const number of [1, 2]) code = this.#block(code, `encoder/code${number}`, 1);
    return this.letters ? this.#write(code) : code;
  }

  /** Means over space, and where the model has slices over rows, columns and features too. */
  #summary(features) {
    const { size, manifold: { encoder: { slices } } } = this.meta;
    const count = features.length / size ** 2;
    const [all, columns, rows, cells] = [count, size * count, size * count, size ** 2].map((n) => new Float32Array(n));
    for (let y = 0, at = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        for (let c = 0; c < count; c++, at++) {
          all[c] += features[at] / size ** 2;
          columns[x * count + c] += features[at] / size;
          rows[y * count + c] += features[at] / size;
          cells[y * size + x] += features[at] / count;
        }
      }
    }
    return Float32Array.from(slices ? [...all, ...columns, ...rows, ...cells] : all);
  }

  /** A code of numbers in letters: the share of each of four. */
  #write(code) {
    let genes = this.#affine(code, "letters/first", code.length);
    for (let number = 1; number <= 4; number++) genes = this.#block(genes, `letters/block${number}`, code.length);
    const shares = this.#affine(genes, "letters/last", code.length);
    for (let at = 0; at < shares.length; at += CATEGORIES) {
      const letter = shares.subarray(at, at + CATEGORIES);
      const most = Math.max(...letter);
      letter.set(letter.map((value) => Math.exp(value - most)));
      const sum = letter.reduce((total, share) => total + share, 0);
      for (let k = 0; k < CATEGORIES; k++) letter[k] /= sum;
    }
    return shares;
  }

  /** A 3x3 convolution of [size, size, inputs]; nothing lies beyond the border. */
  #convolve(values, name) {
    const { shape: [side, , inputs, outputs], data: kernel } = this.weights.get(`${name}/kernel`);
    const { data: bias } = this.weights.get(`${name}/bias`);
    const { size } = this.meta;
    const result = new Float32Array(size * size * outputs);
    const reach = (side - 1) / 2;
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        const to = (y * size + x) * outputs;
        result.set(bias, to);
        for (let i = 0; i < side * side; i++) {
          const [row, column] = [y + Math.floor(i / side) - reach, x + (i % side) - reach];
          if (row < 0 || column < 0 || row >= size || column >= size) continue;
          const from = (row * size + column) * inputs;
          for (let c = 0, at = i * inputs * outputs; c < inputs; c++) {
            const value = values[from + c];
            for (let j = 0; j < outputs; j++, at++) result[to + j] += value * kernel[at];
          }
        }
      }
    }
    return result;
  }

  /** @param {number} one place of a picture @returns {number} that of the picture farthest away on the map */
  farthestFrom(one) {
    const { places } = this;
    const away = ([x, y]) => (x - places[one][0]) ** 2 + (y - places[one][1]) ** 2;
    return places.reduce((best, place, index) => (away(place) > away(places[best]) ? index : best), one);
  }

  /**
   * What lies between two codes.
   * @param {Float32Array} one @param {Float32Array} other @param {number} share of the other, 0 to 1
   * @returns {Float32Array}
   */
  blend(one, other, share) {
    return one.map((value, at) => value * (1 - share) + other[at] * share);
  }

  /**
   * What the letters of some codes have in common.
   * @param {number[]} places of the codes @param {number} share of them, at least a half, that has to have a letter
   * @returns {Float32Array} [letters, 4]: one where a letter is kept, else zeros, "none"
   */
  commonLetters(places, share) {
    const counts = new Float32Array(this.codes[0].length);
    for (const place of places) for (let at = 0; at < counts.length; at++) counts[at] += this.codes[place][at];
    return counts.map((count) => (count > share * places.length ? 1 : 0));
  }

  /**
   * A code with other letters in the place of its own, where these are not "none".
   * @param {Float32Array} code @param {Float32Array} letters
   * @returns {Float32Array}
   */
  withLetters(code, letters) {
    const result = code.slice();
    for (let at = 0; at < code.length; at += CATEGORIES) {
      const letter = letters.subarray(at, at + CATEGORIES);
      if (letter.some(Boolean)) result.set(letter, at);
    }
    return result;
  }

  /**
   * The automaton of a code.
   * @param {Float32Array} code numbers, or letters [letters, 4]
   * @returns {Object<string, Float32Array>} arrays by name
   */
  express(code) {
    let values = this.letters ? this.#read(this.#hedge(code)) : code;
    values = this.#block(this.#block(values, "predictor/block1", 1), "predictor/block2", 1);
    const flat = this.#affine(values, "predictor/weights", 1);
    const { channels, hidden } = this.meta;
    const sizes = {
      "dense1/kernel": 3 * channels * hidden, "dense1/bias": hidden,
      "dense2/kernel": hidden * channels, "dense2/bias": channels,
    };
    let at = 0;
    const arrays = {};
    for (const [name, size] of Object.entries(sizes)) {
      arrays[name] = flat.slice(at, at + size);
      at += size;
    }
    for (const name of ["dense2/kernel", "dense2/bias"]) {
      arrays[name] = arrays[name].map((value) => value * this.meta.manifold.leak);
    }
    return arrays;
  }

  /** Right letters as the reader expects them, who learnt among wrong ones; see `hedge` in ncam/encoder.py. */
  #hedge(letters) {
    const { trust = 1 } = this.meta.manifold;
    return letters.map((share, at) => {
      const first = at - (at % CATEGORIES);
      const sum = letters[first] + letters[first + 1] + letters[first + 2] + letters[first + 3];
      return trust * share + ((1 - trust) / CATEGORIES) * sum;
    });
  }

  /** The code that letters stand for. */
  #read(letters) {
    const rows = letters.length / (LETTERS * CATEGORIES);
    let genes = this.#affine(letters, "reader/first", rows);
    for (let number = 1; number <= 4; number++) genes = this.#block(genes, `reader/block${number}`, rows);
    return this.#affine(genes, "reader/last", rows);
  }

  /** values + leak factor x outer(relu(inner(values))). */
  #block(values, name, rows) {
    const inner = relu(this.#affine(values, `${name}/inner`, rows));
    const change = this.#affine(inner, `${name}/outer`, rows);
    const factor = this.#leak(name);
    return values.map((value, at) => value + factor * change[at]);
  }

  #leak(name) {
    const stored = this.weights.get(`${name}/leak`);
    return stored ? Math.min(LEAK_MOST, Math.max(LEAK_LEAST, Math.exp(stored.data[0]))) : 1;
  }

  /** A dense layer on rows of values. */
  #affine(values, name, rows) {
    const { shape: [inputs, outputs], data: kernel } = this.weights.get(`${name}/kernel`);
    const { data: bias } = this.weights.get(`${name}/bias`);
    const result = new Float32Array(rows * outputs);
    for (let row = 0; row < rows; row++) {
      const to = row * outputs;
      result.set(bias, to);
      for (let i = 0; i < inputs; i++) {
        const value = values[row * inputs + i];
        if (value === 0) continue;
        for (let j = 0, at = i * outputs; j < outputs; j++, at++) result[to + j] += value * kernel[at];
      }
    }
    return result;
  }
}

/** Something that is fetched when it is first asked for, and again where it did not come. */
function once(fetchIt) {
  let coming = null;
  return () => (coming ??= fetchIt().catch((error) => {
    coming = null;
    throw error;
  }));
}

const relu = (values) => values.map((value) => Math.max(0, value));
