/**
 * Just enough of a WebAssembly assembler to write one numeric loop, so that no compiled binary lies in the repository.
 * An instruction is an array of bytes; an instruction that takes operands puts their bytes before its own.
 * Opcodes: WebAssembly specification 2.0, section 5.4; relaxed_madd: the relaxed SIMD proposal, since 3.0 part of it.
 */

export const I32 = 0x7f;
export const F32 = 0x7d;
export const V128 = 0x7b;
const SIMD = 0xfd;
const NO_RESULT = 0x40;

/** @param {number} value at least 0 @returns {number[]} LEB128 */
function unsigned(value) {
  const bytes = [];
  do {
    const more = value > 0x7f;
    bytes.push((value & 0x7f) | (more ? 0x80 : 0));
    value >>>= 7;
  } while (value);
  return bytes;
}

/** @param {number} value @returns {number[]} signed LEB128 */
function signed(value) {
  const bytes = [];
  for (;;) {
    const low = value & 0x7f;
    value >>= 7;
    const done = (value === 0 && !(low & 0x40)) || (value === -1 && low & 0x40);
    bytes.push(done ? low : low | 0x80);
    if (done) return bytes;
  }
}

const ALIGNED_4 = 2; // exponents of two
const ALIGNED_16 = 4;
const simd = (opcode) => [SIMD, ...unsigned(opcode)];

export const get = (local) => [0x20, ...unsigned(local)];
export const set = (local, value) => [...value, 0x21, ...unsigned(local)];
export const i32 = {
  constant: (value) => [0x41, ...signed(value)],
  add: (a, b) => [...a, ...b, 0x6a],
  multiply: (a, b) => [...a, ...b, 0x6c],
  lessUnsigned: (a, b) => [...a, ...b, 0x49],
};
export const v128 = {
  load: (address, offset = 0) => [...address, ...simd(0x00), ALIGNED_16, ...unsigned(offset)],
  loadSplat: (address, offset = 0) => [...address, ...simd(0x09), ALIGNED_4, ...unsigned(offset)],
  store: (address, value, offset = 0) => [...address, ...value, ...simd(0x0b), ALIGNED_16, ...unsigned(offset)],
};
export const f32x4 = {
  splat: (value) => [...value, ...simd(0x13)],
  add: (a, b) => [...a, ...b, ...simd(0xe4)],
  multiply: (a, b) => [...a, ...b, ...simd(0xe6)],
  max: (a, b) => [...a, ...b, ...simd(0xe9)],
  /** a * b + c, rounded once or twice as the processor likes. */
  relaxedMultiplyAdd: (a, b, c) => [...a, ...b, ...c, ...simd(0x105)],
};

/** Repeat `body` while `condition`, tested after each turn. */
export const repeatWhile = (condition, body) => [0x03, NO_RESULT, ...body.flat(), ...condition, 0x0d, 0x00, 0x0b];

const vector = (items) => [...unsigned(items.length), ...items.flat()];
const section = (id, items) => {
  const content = vector(items);
  return [id, ...unsigned(content.length), ...content];
};
const text = (value) => vector([...new TextEncoder().encode(value)]);

/**
 * A module that imports `memory` from `env` and exports one function without a result.
 * @param {string} name of the function
 * @param {number[]} parameters their types
 * @param {number[]} locals their types; numbered after the parameters
 * @param {number[][]} body instructions
 * @returns {Uint8Array}
 */
export function assembleModule(name, parameters, locals, body) {
  const code = [...vector(locals.map((type) => [1, type])), ...body.flat(), 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [[0x60, ...vector(parameters), 0x00]]),
    ...section(2, [[...text("env"), ...text("memory"), 0x02, 0x00, 0x01]]),
    ...section(3, [[0x00]]),
    ...section(7, [[...text(name), 0x00, 0x00]]),
    ...section(10, [[...unsigned(code.length), ...code]]),
  ]);
}
