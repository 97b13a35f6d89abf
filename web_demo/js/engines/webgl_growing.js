/**
 * Growing automata in WebGL2: two passes a step, whatever the number of channels. Everything stays on the graphics card; the
 * page sends which cells fire, and gets back pictures and, when it asks, the state.
 */
import { SIGNED, UNSIGNED } from "./codec8.js";
import { DEFAULT_CHANNEL, NEGATIVE, POSITIVE, WHITE } from "./drawing.js";
import { discRows, plantSeed } from "./edits.js";
import { Engine } from "./engine.js";
import {
  buildProgram,
  choosePrecision,
  closeContext,
  makeTarget,
  makeTexture,
  openContext,
  runPass,
} from "./webgl/context.js";
import { FiringList } from "./webgl/firing_list.js";
import { allDone, fromHalves, readLayers } from "./webgl/readback.js";
import { COVER, ruleShader, updateShader, viewShader } from "./webgl/shaders.js";
import { packWeights } from "./webgl/weights.js";

/** Milliseconds between copies of the state that are kept in case the browser takes the graphics context away. */
const SNAPSHOT_INTERVAL = 1000;

export class WebglGrowing extends Engine {
  /** @param {import("../model_files.js").Model} model @param {import("./engine.js").EngineOptions} options */
  constructor(model, options) {
    super("webgl2", model, options);
    this.canvas = document.createElement("canvas");
    this.gl = openContext(this.canvas);
    if (!this.gl) throw new Error("WebGL2 is not available");
    try {
      this.#prepare(options);
    } catch (error) {
      closeContext(this.gl);
      throw error;
    }
    this.snapshot = { state: new Float32Array(this.width * this.height * this.channels), stepCount: 0 };
    this.snapshotTime = -Infinity;
    this.canvas.addEventListener("webglcontextlost", () => this.onLost("its graphics context was lost", this.snapshot));
  }

  /** Builds programs and textures. @param {import("./engine.js").EngineOptions} options */
  #prepare(options) {
    const { gl, model } = this;
    const format = choosePrecision(gl, options.precision);
    if (!format) throw new Error("WebGL2 with float textures is not available");
    this.precision = format.name;
    this.layers = Math.ceil(this.channels / 4);
    this.weights = packWeights(gl, model, this.layers);
    this.list = new FiringList(gl, this.width, this.height);
    const shape = {
      layers: this.layers,
      hiddenGroups: this.weights.groups,
      listWidth: this.list.width,
      edges: this.edges,
      codecs: this.eightBit ? { SIGNED, UNSIGNED } : null,
    };
    this.rule = buildProgram(gl, COVER, ruleShader(shape));
    this.update = buildProgram(gl, COVER, updateShader(shape));
    this.view = buildProgram(gl, COVER, viewShader());
    this.state = makeTarget(gl, format.internal, this.width, this.height, this.layers);
    this.next = makeTarget(gl, format.internal, this.width, this.height, this.layers);
    this.increments = makeTarget(gl, format.internal, this.list.width, this.list.height, this.layers);
    this.picture = makeTarget(gl, gl.RGBA8, this.width, this.height, 1);
  }

  /** The state's texture and the numbers that every pass over the grid needs. */
  inputs(textures, numbers) {
    const { gl, width, height, state, aliveThreshold } = this;
    return {
      textures: { state: [gl.TEXTURE_2D_ARRAY, state.texture], ...textures },
      numbers: { size: ["2i", width, height], aliveThreshold: ["1f", aliveThreshold], ...numbers },
    };
  }

  /** @param {import("./engine.js").StepInputs} [inputs] */
  step({ fire } = {}) {
    const { gl, increments, list, next } = this;
    const { angle, fireRate, stepSize } = this.controls;
    if (gl.isContextLost()) return;
    list.fill(fire ? (cell) => fire[cell] !== 0 : () => this.random.uniform() < fireRate);
    const cells = [gl.TEXTURE_2D, list.cells];
    const weights = [gl.TEXTURE_2D, this.weights.texture];
    const turn = ["2f", Math.cos(angle) / 8, Math.sin(angle) / 8];
    const numbers = { count: ["1i", list.count], turn, stepSize: ["1f", stepSize] };
    runPass(gl, this.rule, increments, this.inputs({ cells, weights }, numbers), list.rows);
    const slots = [gl.TEXTURE_2D, list.slots];
    runPass(gl, this.update, next, this.inputs({ slots, increments: [gl.TEXTURE_2D_ARRAY, increments.texture] }, {}));
    [this.state, this.next] = [this.next, this.state];
    this.stepCount++;
  }

  /** Resolves when the card has done all steps, so that a caller's clock tells how long they took. */
  async steps(count) {
    for (let i = 0; i < count; i++) this.step();
    if (performance.now() - this.snapshotTime > SNAPSHOT_INTERVAL) await this.getState();
    else await this.finish();
  }

  finish() {
    return allDone(this.gl);
  }

  async getState() {
    const { channels, gl, height, layers, stepCount, width } = this;
    const cells = width * height;
    const half = this.precision === "half";
    const raw = new (half ? Uint16Array : Float32Array)(4 * cells * layers);
    if (await readLayers(gl, this.state, half ? gl.HALF_FLOAT : gl.FLOAT, raw)) {
      const texels = half ? fromHalves(raw) : raw;
      const state = new Float32Array(cells * channels);
      for (let c = 0; c < channels; c++) {
        const plane = 4 * cells * (c >> 2) + (c & 3);
        for (let cell = 0; cell < cells; cell++) state[cell * channels + c] = texels[plane + 4 * cell];
      }
      this.snapshot = { state, stepCount };
      this.snapshotTime = performance.now();
    }
    return this.snapshot.state.slice();
  }

  writeState(state) {
    this.upload(state, 0, 0, this.width, this.height);
    this.snapshot = { state: state.slice(), stepCount: this.stepCount };
  }

  /** Overwrite a rectangle of the grid. @param {Float32Array} state [height, width, channels] of the rectangle */
  upload(state, x, y, width, height) {
    const { channels, gl, layers } = this;
    const cells = width * height;
    const texels = new Float32Array(4 * cells * layers);
    for (let c = 0; c < channels; c++) {
      const plane = 4 * cells * (c >> 2) + (c & 3);
      for (let cell = 0; cell < cells; cell++) texels[plane + 4 * cell] = state[cell * channels + c];
    }
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, this.state.texture);
    gl.texSubImage3D(gl.TEXTURE_2D_ARRAY, 0, x, y, 0, width, height, layers, gl.RGBA, gl.FLOAT, texels);
  }

  seed(x, y) {
    const column = Math.round(x);
    const row = Math.round(y);
    if (column < 0 || column >= this.width || row < 0 || row >= this.height) return;
    const cell = new Float32Array(this.channels);
    plantSeed(cell, { width: 1, height: 1, channels: this.channels }, 0, 0);
    this.upload(cell, column, row, 1, 1);
  }

  erase(x, y, radius) {
    const { gl, height, layers, width } = this;
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.state.framebuffer);
    gl.enable(gl.SCISSOR_TEST);
    for (const [row, first, last] of discRows(x, y, radius, width, height)) {
      gl.scissor(first, row, last - first + 1, 1);
      for (let layer = 0; layer < layers; layer++) gl.clearBufferfv(gl.COLOR, layer, [0, 0, 0, 0]);
    }
    gl.disable(gl.SCISSOR_TEST);
  }

  edit() {
    throw new RangeError("growing patterns have no image to paint");
  }

  async drawPixels(pixels, { view = "rgba", channel = DEFAULT_CHANNEL, background = WHITE } = {}) {
    const { gl } = this;
    const colour = (bytes) => ["3f", ...bytes.map((byte) => byte / 255)];
    const colours = { background: colour(background), negative: colour(NEGATIVE), positive: colour(POSITIVE) };
    const numbers = { hidden: ["1i", view === "hidden" ? 1 : 0], channel: ["1i", channel], ...colours };
    runPass(gl, this.view, this.picture, this.inputs({}, numbers));
    await readLayers(gl, this.picture, gl.UNSIGNED_BYTE, pixels);
  }

  dispose() {
    this.onLost = () => {};
    closeContext(this.gl);
  }
}
