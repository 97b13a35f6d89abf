/** Base64 as it stands in the published model files. */
import { EXPORT_AGAIN, ModelError } from "./model_error.js";

/**
 * @param {any} text
 * @param {string} where what holds the text, for messages
 * @returns {Uint8Array}
 */
export function base64Bytes(text, where) {
  try {
    if (typeof text !== "string") throw new TypeError("not a text");
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    throw new ModelError(`${where} is not readable base64`, "base64 text was expected", EXPORT_AGAIN);
  }
}

/**
 * @param {Uint8Array} bytes little endian
 * @param {string} where what holds the bytes, for messages
 * @returns {Float32Array} a copy, so that unaligned bytes are fine
 */
export function littleEndianFloats(bytes, where) {
  if (bytes.length % 4 !== 0) {
    throw new ModelError(`${where} has ${bytes.length} bytes`, "a multiple of 4 was expected", EXPORT_AGAIN);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
}
