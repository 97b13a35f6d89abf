/** A rule's weights as one texture, in the order in which the rule's shader walks through them. */
import { FILTERS, filterMajor } from "../sobel.js";
import { makeTexture } from "./context.js";

/**
 * One row for each four hidden units: their weights from every perceived value, then their weights to every output, then their
 * biases. The outputs' biases stand at the start of one more row. A texel holds what four units share.
 * @param {WebGL2RenderingContext} gl
 * @param {import("../../model_files.js").Model} model
 * @param {number} layers textures of four channels that hold a state
 * @returns {{texture: WebGLTexture, groups: number}} groups of four hidden units
 */
export function packWeights(gl, model, layers) {
  const { channels, hidden } = model.meta;
  const array = (name) => model.weights.get(name).data;
  const groups = Math.ceil(hidden / 4);
  const padded = 4 * layers; // channels
  const toOutputs = FILTERS * padded;
  const biases = toOutputs + padded;
  const width = biases + 1;
  const texels = new Float32Array(4 * width * (groups + 1));
  const at = (unit, column) => 4 * ((unit >> 2) * width + column) + (unit & 3);
  const kernel1 = filterMajor(array("dense1/kernel"), channels, hidden);
  const kernel2 = array("dense2/kernel");
  for (let unit = 0; unit < hidden; unit++) {
    for (let row = 0; row < FILTERS * channels; row++) {
      const column = Math.floor(row / channels) * padded + (row % channels);
      texels[at(unit, column)] = kernel1[row * hidden + unit];
    }
    // A texel towards the outputs holds four outputs of one unit, not one output of four units.
    const outputs = 4 * ((unit >> 2) * width + toOutputs + (unit & 3));
    for (let c = 0; c < channels; c++) texels[outputs + 16 * (c >> 2) + (c & 3)] = kernel2[unit * channels + c];
    texels[at(unit, biases)] = array("dense1/bias")[unit];
  }
  texels.set(array("dense2/bias"), 4 * groups * width);
  const texture = makeTexture(gl, gl.RGBA32F, width, groups + 1);
  gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, width, groups + 1, gl.RGBA, gl.FLOAT, texels);
  return { texture, groups };
}
