/** Whether this browser draws with a graphics card: TensorFlow.js computes there, where there is one. */

/** What names itself one of these draws on the processor. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;
/** What Chromium and Safari say instead of the renderer's name; they tell it to who asks twice. */
const MASKED = "WebKit WebGL";

/** @returns {boolean} whether TensorFlow.js has anything to compute with, as far as can be told without starting it */
export const canCompute = () => typeof WebAssembly === "object" || typeof WebGL2RenderingContext === "function";

let known = null;

/**
 * Asked once, and not before it matters: a browser without a graphics card takes a part of a second to say so.
 * @returns {boolean} whether WebGL2 is drawn by a graphics card rather than by a program that stands in for one
 */
export function hasGraphicsCard() {
  if (known !== null) return known;
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) return (known = false);
  const name = gl.getParameter(gl.RENDERER);
  const unmasked = name === MASKED && gl.getExtension("WEBGL_debug_renderer_info");
  known = !SOFTWARE.test(unmasked ? gl.getParameter(unmasked.UNMASKED_RENDERER_WEBGL) : name);
  gl.getExtension("WEBGL_lose_context")?.loseContext(); // gives its memory back now
  return known;
}
