/**
 * Getting numbers back from the graphics card without stopping it: the copy is asked for, and fetched once the card says that
 * it has been made.
 */

/**
 * Resolves when everything asked of the card so far is done, or the context is lost.
 * @param {WebGL2RenderingContext} gl
 */
export async function allDone(gl) {
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  while (!gl.isContextLost() && gl.clientWaitSync(fence, 0, 0) === gl.TIMEOUT_EXPIRED) {
    await new Promise((resolve) => setTimeout(resolve));
  }
  gl.deleteSync(fence);
}

/**
 * @param {WebGL2RenderingContext} gl
 * @param {{framebuffer: WebGLFramebuffer, width: number, height: number, layers: number}} source
 * @param {number} type of its numbers: gl.FLOAT, gl.HALF_FLOAT or gl.UNSIGNED_BYTE; another than its own would stop the card
 * @param {Float32Array | Uint16Array | Uint8ClampedArray} output [layers, height, width, 4]
 * @returns {Promise<boolean>} false if the context was lost meanwhile
 */
export async function readLayers(gl, { framebuffer, width, height, layers }, type, output) {
  const buffer = gl.createBuffer();
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
  gl.bufferData(gl.PIXEL_PACK_BUFFER, output.byteLength, gl.STREAM_READ);
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  for (let layer = 0; layer < layers; layer++) {
    gl.readBuffer(gl.COLOR_ATTACHMENT0 + layer);
    gl.readPixels(0, 0, width, height, gl.RGBA, type, (layer * output.byteLength) / layers);
  }
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  await allDone(gl);
  const intact = !gl.isContextLost();
  if (intact) {
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
    gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, output);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  }
  gl.deleteBuffer(buffer);
  return intact;
}

/** @param {Uint16Array} halves IEEE 754 binary16 @returns {Float32Array} the numbers they stand for */
export function fromHalves(halves) {
  return Float32Array.from(halves, (bits) => {
    const sign = bits & 0x8000 ? -1 : 1;
    const exponent = (bits >> 10) & 0x1f;
    const fraction = bits & 0x3ff;
    if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
    return sign * (exponent ? 2 ** (exponent - 25) * (1024 + fraction) : 2 ** -24 * fraction);
  });
}
