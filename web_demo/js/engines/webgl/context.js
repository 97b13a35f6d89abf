/** WebGL2, reduced to what an engine needs: programs, textures whose layers hold four channels each, framebuffers. */

/** Formats of state textures. */
const PRECISIONS = {
  float: { internal: "RGBA32F", extension: "EXT_color_buffer_float" },
  half: { internal: "RGBA16F", extension: "EXT_color_buffer_half_float" },
};
const OPTIONS = { alpha: false, antialias: false, depth: false, powerPreference: "high-performance" };

/**
 * @param {HTMLCanvasElement} canvas
 * @param {WebGLContextAttributes} [options]
 * @returns {WebGL2RenderingContext | null}
 */
export function openContext(canvas, options = {}) {
  return canvas.getContext("webgl2", { ...OPTIONS, ...options });
}

/** Gives the context's memory back now rather than when the browser notices. */
export function closeContext(gl) {
  gl.getExtension("WEBGL_lose_context")?.loseContext();
}

/**
 * @param {WebGL2RenderingContext} gl
 * @param {"float" | "half"} [wanted]
 * @returns {{name: string, internal: number} | null} the best format that can be rendered to, null if there is none
 */
export function choosePrecision(gl, wanted) {
  const hasFloat = Boolean(gl.getExtension(PRECISIONS.float.extension)); // makes half floats renderable too
  const hasHalf = hasFloat || Boolean(gl.getExtension(PRECISIONS.half.extension));
  const name = wanted ?? (hasFloat ? "float" : "half");
  if (!(name === "float" ? hasFloat : hasHalf)) return null;
  return { name, internal: gl[PRECISIONS[name].internal] };
}

/** What names itself one of these draws on the processor. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;
/** What Chromium and Safari say instead of the renderer's name; they tell it to who asks twice. */
const MASKED = "WebKit WebGL";

/** @returns {boolean} whether a context belongs to a graphics card rather than to a program that stands in for one */
function drawsOnCard(gl) {
  const name = gl.getParameter(gl.RENDERER);
  const unmasked = name === MASKED && gl.getExtension("WEBGL_debug_renderer_info");
  return !SOFTWARE.test(unmasked ? gl.getParameter(unmasked.UNMASKED_RENDERER_WEBGL) : name);
}

let probed = null;

/**
 * Why there is no WebGL2, as far as can be told without starting it, which takes a browser without a graphics card a
 * noticeable part of a second.
 * @returns {string} "" if nothing speaks against it
 */
export function whyNoContext() {
  if (probed) return probed.reason;
  return typeof WebGL2RenderingContext === "function" ? "" : "this browser has no WebGL2";
}

/**
 * What this browser's WebGL2 is good for, asked once.
 * @returns {{available: boolean, reason: string, hardware: boolean, layers: number}} hardware: drawn by a graphics card
 *   rather than in software; layers: how many textures one pass can write
 */
export function probe() {
  if (probed) return probed;
  const gl = openContext(document.createElement("canvas"));
  if (!gl) return (probed = { available: false, reason: "this browser has no WebGL2", hardware: false, layers: 0 });
  const available = Boolean(choosePrecision(gl));
  const layers = Math.min(gl.getParameter(gl.MAX_DRAW_BUFFERS), gl.getParameter(gl.MAX_COLOR_ATTACHMENTS));
  const reason = available ? "" : "this graphics card cannot draw into float textures";
  probed = { available, reason, hardware: drawsOnCard(gl), layers };
  closeContext(gl);
  return probed;
}

/**
 * @typedef {{program: WebGLProgram, uniform: (name: string) => WebGLUniformLocation | null}} Program
 *
 * @param {WebGL2RenderingContext} gl
 * @param {string} vertex GLSL without its first line
 * @param {string} fragment GLSL without its first line
 * @returns {Program}
 */
export function buildProgram(gl, vertex, fragment) {
  const program = gl.createProgram();
  const sources = [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ];
  const shaders = sources.map(([type, source]) => {
    const shader = gl.createShader(type);
    gl.shaderSource(shader, `#version 300 es\n${source}`);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    return shader;
  });
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    const logs = shaders.map((shader) => gl.getShaderInfoLog(shader));
    throw new Error(`a shader could not be built: ${gl.getProgramInfoLog(program)} ${logs.join(" ")}`);
  }
  shaders.forEach((shader) => gl.deleteShader(shader));
  const locations = new Map();
  const uniform = (name) => {
    if (!locations.has(name)) locations.set(name, gl.getUniformLocation(program, name));
    return locations.get(name);
  };
  return { program, uniform };
}

/**
 * A texture of numbers, never filtered.
 * @param {WebGL2RenderingContext} gl
 * @param {number} internal format
 * @param {number} width
 * @param {number} height
 * @param {number} [layers] more than 0 makes it a texture array
 * @returns {WebGLTexture}
 */
export function makeTexture(gl, internal, width, height, layers = 0) {
  const target = layers ? gl.TEXTURE_2D_ARRAY : gl.TEXTURE_2D;
  const texture = gl.createTexture();
  gl.bindTexture(target, texture);
  for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(target, filter, gl.NEAREST);
  for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(target, wrap, gl.CLAMP_TO_EDGE);
  if (layers) gl.texStorage3D(target, 1, internal, width, height, layers);
  else gl.texStorage2D(target, 1, internal, width, height);
  return texture;
}

/**
 * @typedef {{texture: WebGLTexture, framebuffer: WebGLFramebuffer, width: number, height: number, layers: number}} Target
 *
 * A texture array with a framebuffer that writes all its layers at once.
 * @param {WebGL2RenderingContext} gl
 * @param {number} internal format
 * @returns {Target}
 */
export function makeTarget(gl, internal, width, height, layers) {
  const texture = makeTexture(gl, internal, width, height, layers);
  const framebuffer = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  const attachments = Array.from({ length: layers }, (_, layer) => gl.COLOR_ATTACHMENT0 + layer);
  attachments.forEach((attachment, layer) => gl.framebufferTextureLayer(gl.FRAMEBUFFER, attachment, texture, 0, layer));
  gl.drawBuffers(attachments);
  return { texture, framebuffer, width, height, layers };
}

/**
 * Run a fragment shader over the lower `rows` rows of a target.
 * @param {WebGL2RenderingContext} gl
 * @param {Program} pass
 * @param {Target} target
 * @param {{textures: Object<string, [number, WebGLTexture]>, numbers: Object<string, [string, ...number[]]>}} inputs
 *   textures by sampler name, with the kind of texture; numbers by uniform name, with the setter's suffix ("1i", "2f", ...)
 * @param {number} [rows]
 */
export function runPass(gl, { program, uniform }, target, { textures, numbers }, rows = target.height) {
  gl.useProgram(program);
  Object.entries(textures).forEach(([name, [kind, texture]], unit) => {
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(kind, texture);
    gl.uniform1i(uniform(name), unit);
  });
  for (const [name, [setter, ...values]] of Object.entries(numbers)) gl[`uniform${setter}`](uniform(name), ...values);
  gl.bindFramebuffer(gl.FRAMEBUFFER, target.framebuffer);
  gl.viewport(0, 0, target.width, rows);
  gl.drawArrays(gl.TRIANGLES, 0, 3);
}
