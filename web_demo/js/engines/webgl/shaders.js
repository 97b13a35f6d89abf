/**
 * The two passes of a growing step.
 *
 * `rule` fills a compact list with the increments of the cells that fire: one fragment a cell, wherever on the grid it
 * stands. `update` adds the increments on the grid and clears the cells that do not live. Both are written out for a number
 * of channels, so that no array is indexed by a variable.
 */

/** A number as GLSL wants it: 0 would be an integer there. */
const glsl = (value) => value.toFixed(12);

const range = (count) => [...Array(count).keys()];

/** A triangle that covers the viewport. */
export const COVER = `
void main() {
  gl_Position = vec4(vec2(gl_VertexID % 2, gl_VertexID / 2) * 4.0 - 1.0, 0.0, 1.0);
}`;

const PREAMBLE = `
precision highp float;
precision highp int;
precision highp sampler2DArray;
precision highp sampler2D;
precision highp usampler2D;
uniform sampler2DArray state;
uniform ivec2 size;
uniform float aliveThreshold;
`;

/** `at` gives a cell's place in the texture, `there` is 0 where "zero" edges end the grid. */
const EDGES = {
  wrap: `
ivec2 at(ivec2 cell) { return (cell + size) % size; }
float there(ivec2 cell) { return 1.0; }`,
  zero: `
ivec2 at(ivec2 cell) { return clamp(cell, ivec2(0), size - 1); }
float there(ivec2 cell) { return cell == at(cell) ? 1.0 : 0.0; }`,
};

/** The 8-bit number format of the published demo, see codec8.js. */
const codec = ({ span, zero }, name) => `
vec4 ${name}(vec4 value) {
  vec4 stored = floor(clamp(atan(value) / ${glsl(span)} + ${glsl(zero)}, 0.0, 1.0) * 255.0 + 0.5) / 255.0;
  return tan((stored - ${glsl(zero)}) * ${glsl(span)});
}`;

/**
 * @param {object} options
 * @param {number} options.layers textures of four channels
 * @param {number} options.hiddenGroups hidden units / 4
 * @param {number} options.listWidth texels in a row of the list
 * @param {'zero' | 'wrap'} options.edges
 * @param {object | null} options.codecs {SIGNED, UNSIGNED} to round as the published demo does
 */
export function ruleShader({ layers, hiddenGroups, listWidth, edges, codecs }) {
  const inputs = 3 * layers; // vectors of four: identity, x-gradient, y-gradient
  const round = (name, value) => (codecs ? `${name}(${value})` : value);
  const outputs = range(layers);
  const perception = outputs
    .map(
      (l) => `
  {
    vec4 a = cell(-1, -1, ${l}), b = cell(0, -1, ${l}), c = cell(1, -1, ${l});
    vec4 d = cell(-1, 0, ${l}), f = cell(1, 0, ${l});
    vec4 g = cell(-1, 1, ${l}), h = cell(0, 1, ${l}), i = cell(1, 1, ${l});
    vec4 falling = i - a, rising = c - g;
    vec4 dx = falling + rising + 2.0 * (f - d);
    vec4 dy = falling - rising + 2.0 * (h - b);
    p${l} = ${round("signed8", `cell(0, 0, ${l})`)};
    p${l + layers} = ${round("signed8", "turn.x * dx - turn.y * dy")};
    p${l + 2 * layers} = ${round("signed8", "turn.y * dx + turn.x * dy")};
  }`,
    )
    .join("");
  const product = (row, matrix, vector) =>
    range(4)
      .map((k) => `W(${row}, ${4 * matrix + k}) * ${vector}.${"xyzw"[k]}`)
      .join(" + ");
  return `${PREAMBLE}
uniform usampler2D cells;
uniform int count;
uniform vec2 turn;
uniform float stepSize;
uniform sampler2D weights;
#define W(row, column) texelFetch(weights, ivec2(column, row), 0)
${outputs.map((l) => `layout(location = ${l}) out vec4 out${l};`).join("\n")}
${EDGES[edges]}
${codecs ? codec(codecs.SIGNED, "signed8") + codec(codecs.UNSIGNED, "unsigned8") : ""}
ivec2 here;
vec4 cell(int x, int y, int layer) {
  ivec2 place = here + ivec2(x, y);
  return texelFetch(state, ivec3(at(place), layer), 0) * there(place);
}
bool nearLife() {
  float largest = -1.0;
  for (int y = -2; y <= 2; y++) for (int x = -2; x <= 2; x++) largest = max(largest, cell(x, y, 0).a);
  return largest > aliveThreshold;
}
void main() {
  ivec2 pixel = ivec2(gl_FragCoord.xy);
  int index = ((pixel.y / 2) * ${listWidth / 2} + pixel.x / 2) * 4 + (pixel.y % 2) * 2 + pixel.x % 2;
  int groups = 0;
  if (index < count) {
    int number = int(texelFetch(cells, pixel, 0).r);
    here = ivec2(number % size.x, number / size.x);
    groups = nearLife() ? ${hiddenGroups} : 0;
  }
  vec4 ${range(inputs)
    .map((k) => `p${k} = vec4(0.0)`)
    .join(", ")};
  vec4 ${outputs.map((l) => `o${l} = vec4(0.0)`).join(", ")};
  for (int once = 0; once < min(groups, 1); once++) {
    ${perception}
    ${outputs.map((l) => `o${l} = W(${hiddenGroups}, ${l});`).join("\n    ")}
  }
  for (int row = 0; row < groups; row++) {
    vec4 hidden = W(row, ${4 * (inputs + layers)});
    ${range(inputs)
      .map((k) => `hidden += ${product("row", k, `p${k}`)};`)
      .join("\n    ")}
    hidden = ${round("unsigned8", "max(hidden, 0.0)")};
    ${outputs.map((l) => `o${l} += ${product("row", inputs + l, "hidden")};`).join("\n    ")}
  }
  ${outputs.map((l) => `out${l} = ${round("signed8", `stepSize * o${l}`)};`).join("\n  ")}
}`;
}

/** Adds the increments and decides who lives. Options as for the rule. */
export function updateShader({ layers, listWidth, edges, codecs }) {
  const outputs = range(layers);
  const round = (value) => (codecs ? `signed8(${value})` : value);
  return `${PREAMBLE}
uniform usampler2D slots;
uniform sampler2DArray increments;
${outputs.map((l) => `layout(location = ${l}) out vec4 out${l};`).join("\n")}
${EDGES[edges]}
${codecs ? codec(codecs.SIGNED, "signed8") : ""}
ivec2 place(uint slot) {
  int quad = int(slot) / 4, corner = int(slot) % 4;
  return ivec2(quad % ${listWidth / 2}, quad / ${listWidth / 2}) * 2 + ivec2(corner % 2, corner / 2);
}
void main() {
  ivec2 here = ivec2(gl_FragCoord.xy);
  float before = -1.0, after = -1.0;
  for (int y = -1; y <= 1; y++) for (int x = -1; x <= 1; x++) {
    ivec2 cell = here + ivec2(x, y);
    float exists = there(cell);
    cell = at(cell);
    float alpha = texelFetch(state, ivec3(cell, 0), 0).a * exists;
    before = max(before, alpha);
    uint slot = texelFetch(slots, cell, 0).r;
    if (slot != 0u) alpha += texelFetch(increments, ivec3(place(slot - 1u), 0), 0).a * exists;
    after = max(after, alpha);
  }
  ${outputs.map((l) => `vec4 s${l} = vec4(0.0);`).join(" ")}
  if (before > aliveThreshold && after > aliveThreshold) {
    ${outputs.map((l) => `s${l} = texelFetch(state, ivec3(here, ${l}), 0);`).join("\n    ")}
    uint slot = texelFetch(slots, here, 0).r;
    if (slot != 0u) {
      ivec2 from = place(slot - 1u);
      ${outputs.map((l) => `s${l} += texelFetch(increments, ivec3(from, ${l}), 0);`).join("\n      ")}
    }
  }
  ${outputs.map((l) => `out${l} = ${round(`s${l}`)};`).join("\n  ")}
}`;
}

/** The picture of a state, as drawing.js makes it. */
export function viewShader() {
  return `${PREAMBLE}
uniform vec3 background;
layout(location = 0) out vec4 colour;
void main() {
  vec4 cell = texelFetch(state, ivec3(ivec2(gl_FragCoord.xy), 0), 0);
  colour = vec4(cell.rgb + background * (1.0 - clamp(cell.a, 0.0, 1.0)), 1.0);
}`;
}
