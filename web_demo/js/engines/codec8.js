/**
 * The 8-bit number format of the published WebGL demo: a value is stored as the byte of atan(value) / span + zero,
 * where the textures of the time could hold nothing better. 0 is exact; 1 reads back as 0.998; nothing beyond about 10
 * can be held.
 */

const LIMIT = Math.atan(10);
const ZERO = 127 / 255;

/** Values of either sign: states, perceptions and increments. */
export const SIGNED = makeCodec(2 * LIMIT, ZERO);
/** Hidden units: what is below 0 becomes 0, which is the demo's ReLU. */
export const UNSIGNED = makeCodec(LIMIT, 0);

/** @returns {{span: number, zero: number, values: Float32Array}} values: what each of the 256 bytes means */
function makeCodec(span, zero) {
  return { span, zero, values: Float32Array.from({ length: 256 }, (_, byte) => Math.tan((byte / 255 - zero) * span)) };
}

/**
 * Round floats in place to what 8 bits can hold.
 * @param {Float32Array} floats
 * @param {number} from
 * @param {number} to first index left alone
 * @param {{span: number, zero: number, values: Float32Array}} codec
 */
export function roundTo8Bits(floats, from, to, { span, zero, values }) {
  for (let i = from; i < to; i++) {
    const stored = Math.floor((Math.atan(floats[i]) / span + zero) * 255 + 0.5);
    floats[i] = values[Math.min(255, Math.max(0, stored))];
  }
}
