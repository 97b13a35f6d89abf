/**
 * NumPy's .npz: a zip of .npy arrays, stored or deflated. Only little-endian float32 arrays in C order are read,
 * which is all that this project writes; nothing is ever unpickled.
 */
import { EXPORT_AGAIN, MAX_FILE_BYTES, ModelError } from "./model_error.js";
import { littleEndianFloats } from "./base64.js";

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const MAX_ENTRIES = 64;

const broken = (what) =>
  new ModelError(`weights.npz ${what}`, "a file written by numpy.savez was expected", EXPORT_AGAIN);

/** @returns {Promise<Uint8Array>} exactly `size` bytes; a stream that grows past them is cut off */
async function inflate(bytes, size) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const output = new Uint8Array(size);
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (length + value.length > size) throw new RangeError("longer than declared");
      output.set(value, length);
      length += value.length;
    }
  } catch {
    await reader.cancel().catch(() => {});
    throw broken("has an entry that cannot be decompressed");
  }
  if (length !== size) throw broken("has an entry shorter than it declares");
  return output;
}

/** @returns {{name: string, method: number, packed: Uint8Array, size: number}[]} the entries of a zip */
function directory(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < 0) throw broken("is not a complete zip file");
  const count = view.getUint16(end + 10, true);
  if (count < 1 || count > MAX_ENTRIES) throw broken(`has ${count} entries`);
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: count }, () => {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw broken("has a damaged directory");
    const packedSize = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const method = view.getUint16(at + 10, true);
    if (view.getUint32(local, true) !== LOCAL_HEADER) throw broken("has a damaged entry");
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + packedSize > bytes.length || size > MAX_FILE_BYTES)
      throw broken(`declares an impossible size for ${name}`);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    return { name, method, packed: bytes.subarray(start, start + packedSize), size };
  });
}

/** @returns {{shape: number[], data: Float32Array}} the array in a .npy file */
function readNpy(bytes, name) {
  const magic = String.fromCharCode(...bytes.subarray(0, 6));
  if (magic !== "\x93NUMPY") throw broken(`has an entry ${name} that is not an array`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = bytes[6] >= 2;
  const start = wide ? 12 : 10;
  const headerLength = wide ? view.getUint32(8, true) : view.getUint16(8, true);
  const header = new TextDecoder().decode(bytes.subarray(start, start + headerLength));
  const match = /'descr': '<f4', 'fortran_order': False, 'shape': \(([0-9, ]*)\)/.exec(header);
  if (!match) throw broken(`has an entry ${name} that is not float32 in C order`);
  const shape = match[1]
    .split(",")
    .filter((part) => part.trim())
    .map(Number);
  return { shape, data: littleEndianFloats(bytes.subarray(start + headerLength), name) };
}

/**
 * @param {Uint8Array} bytes a whole .npz file
 * @returns {Promise<import("./checks.js").Weights>}
 */
export async function readNpz(bytes) {
  try {
    const weights = new Map();
    for (const { name, method, packed, size } of directory(bytes)) {
      if (method !== STORED && method !== DEFLATED) throw broken(`packs ${name} with method ${method}`);
      const content = method === STORED ? packed : await inflate(packed, size);
      weights.set(name.replace(/\.npy$/, ""), readNpy(content, name));
    }
    return weights;
  } catch (error) {
    if (error instanceof RangeError) throw broken("is cut off or damaged");
    throw error;
  }
}
