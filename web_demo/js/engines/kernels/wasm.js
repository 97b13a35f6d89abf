/**
 * Dense layers in WebAssembly with 128-bit vectors, about nine times as fast as plain JavaScript. The module has a few
 * hundred bytes and is assembled here: four rows by eight outputs at a time keep eight running sums in registers.
 */
import { assembleModule, F32, f32x4, get, I32, i32, repeatWhile, set, v128, V128 } from "./wasm_assembler.js";
import { INPUT_BLOCK, OUTPUT_BLOCK, ROW_BLOCK } from "./layout.js";

const FLOAT = 4; // bytes
const VECTOR = 16;
const PAGE = 65536;
const VECTORS = (OUTPUT_BLOCK * FLOAT) / VECTOR;

/** @param {boolean} relaxed use the fused multiply-add of the relaxed SIMD instructions @returns {Uint8Array} */
function denseModule(relaxed) {
  const parameters = ["weights", "bias", "input", "output", "inputBytes", "outputBytes", "outputEnd", "floor"];
  const scalars = ["biasEnd", "blockBias", "inputEnd", "blockOutput", "blockWeights"];
  const rows = [...Array(ROW_BLOCK).keys()];
  const vectors = [...Array(VECTORS).keys()];
  const inputs = rows.map((row) => `input${row}`);
  const sums = rows.flatMap((row) => vectors.map((v) => `sum${row}${v}`));
  const weights = vectors.map((v) => `weight${v}`);
  const names = [...parameters, ...scalars, ...inputs, "floors", "value", ...weights, ...sums];
  const at = (name) => names.indexOf(name);
  const read = (name) => get(at(name));
  const write = (name, value) => set(at(name), value);
  const advance = (name, by) => write(name, i32.add(read(name), by));

  const multiplyAdd = (a, b, sum) =>
    relaxed ? f32x4.relaxedMultiplyAdd(a, b, sum) : f32x4.add(sum, f32x4.multiply(a, b));
  const oneInput = (i) => [
    ...vectors.map((v) => write(`weight${v}`, v128.load(read("blockWeights"), i * OUTPUT_BLOCK * FLOAT + v * VECTOR))),
    ...rows.flatMap((row) => [
      write("value", v128.loadSplat(read(`input${row}`), i * FLOAT)),
      ...vectors.map((v) =>
        write(`sum${row}${v}`, multiplyAdd(read("value"), read(`weight${v}`), read(`sum${row}${v}`))),
      ),
    ]),
  ];
  const inputLoop = repeatWhile(i32.lessUnsigned(read("input0"), read("inputEnd")), [
    ...[...Array(INPUT_BLOCK).keys()].flatMap(oneInput),
    advance("blockWeights", i32.constant(INPUT_BLOCK * OUTPUT_BLOCK * FLOAT)),
    ...inputs.map((name) => advance(name, i32.constant(INPUT_BLOCK * FLOAT))),
  ]);
  const rowAddress = (row) => i32.add(read("input"), i32.multiply(read("inputBytes"), i32.constant(row)));
  const resultAddress = (row) => i32.add(read("blockOutput"), i32.multiply(read("outputBytes"), i32.constant(row)));
  const blockLoop = repeatWhile(i32.lessUnsigned(read("blockBias"), read("biasEnd")), [
    ...rows.flatMap((row) => vectors.map((v) => write(`sum${row}${v}`, v128.load(read("blockBias"), v * VECTOR)))),
    ...rows.map((row) => write(`input${row}`, rowAddress(row))),
    write("inputEnd", i32.add(read("input0"), read("inputBytes"))),
    inputLoop,
    ...rows.flatMap((row) =>
      vectors.map((v) => v128.store(resultAddress(row), f32x4.max(read(`sum${row}${v}`), read("floors")), v * VECTOR)),
    ),
    advance("blockBias", i32.constant(OUTPUT_BLOCK * FLOAT)),
    advance("blockOutput", i32.constant(OUTPUT_BLOCK * FLOAT)),
  ]);
  const rowLoop = repeatWhile(i32.lessUnsigned(read("output"), read("outputEnd")), [
    write("blockBias", read("bias")),
    write("blockOutput", read("output")),
    write("blockWeights", read("weights")),
    blockLoop,
    advance("input", i32.multiply(read("inputBytes"), i32.constant(ROW_BLOCK))),
    advance("output", i32.multiply(read("outputBytes"), i32.constant(ROW_BLOCK))),
  ]);
  const start = [
    write("floors", f32x4.splat(read("floor"))),
    write("biasEnd", i32.add(read("bias"), read("outputBytes"))),
  ];
  const types = names.map((name) => (/^(value|floors|weight\d|sum\d+)$/.test(name) ? V128 : I32));
  types[at("floor")] = F32;
  return assembleModule("dense", types.slice(0, parameters.length), types.slice(parameters.length), [
    ...start,
    rowLoop,
  ]);
}

/** @returns {WebAssembly.Module | null} the best module that this browser accepts */
function compile() {
  if (typeof WebAssembly !== "object") return null;
  const bytes = [denseModule(true), denseModule(false)].find((candidate) => WebAssembly.validate(candidate));
  try {
    return bytes ? new WebAssembly.Module(bytes) : null;
  } catch {
    return null; // a Content-Security-Policy without 'wasm-unsafe-eval'
  }
}

let compiled;

/**
 * @param {number} size floats
 * @returns {import("./index.js").Kernel | null} null where WebAssembly or its vectors are missing or forbidden,
 *   or its memory too small
 */
export function createWasmKernel(size) {
  compiled ??= { module: compile() };
  if (!compiled.module) return null;
  let memory;
  try {
    memory = new WebAssembly.Memory({ initial: Math.ceil((size * FLOAT) / PAGE) });
  } catch {
    return null; // so much is not to be had at once; an ordinary array may be
  }
  const run = new WebAssembly.Instance(compiled.module, { env: { memory } }).exports.dense;

  function dense({ inputs, outputs, weights, bias }, input, output, rows, relu) {
    if (rows === 0) return;
    run(
      weights * FLOAT,
      bias * FLOAT,
      input * FLOAT,
      output * FLOAT,
      inputs * FLOAT,
      outputs * FLOAT,
      (output + rows * outputs) * FLOAT,
      relu ? 0 : -Infinity,
    );
  }

  return { name: "WebAssembly SIMD", floats: new Float32Array(memory.buffer, 0, size), dense };
}
