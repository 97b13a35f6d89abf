/**
 * The error for a file that is not a usable model. Its message is one line in three parts:
 * what happened, what was expected, what to do about it. The page shows it as it stands.
 */
export class ModelError extends Error {
  /**
   * @param {string} happened what is wrong, with the name and value that are wrong
   * @param {string} expected what a good file has there
   * @param {string} remedy what the reader can do
   */
  constructor(happened, expected, remedy) {
    super(`${happened}; ${expected}; ${remedy}.`);
    this.name = "ModelError";
    this.remedy = remedy;
  }
}

/** The remedy that fits most broken files. */
export const EXPORT_AGAIN = "export the model again or choose another file";

/** The largest file accepted, in bytes: far above any cellular automaton, far below what freezes a phone. */
export const MAX_FILE_BYTES = 16 * 1024 * 1024;

/**
 * A value of a file, short enough for a message and never walked into: it may be nested a thousand deep.
 * @param {any} value
 * @returns {string}
 */
export function shown(value) {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "string" ? JSON.stringify(value.slice(0, 40)) : String(value);
}

/**
 * Turn whatever a broken file provoked into a `ModelError`.
 * @template T
 * @param {() => Promise<T>} read
 * @param {string} name what is being read, for the message
 * @returns {Promise<T>}
 */
export async function guarded(read, name) {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ModelError) throw error;
    throw new ModelError(`${name} could not be read (${error.message})`, "a model was expected", EXPORT_AGAIN);
  }
}

/**
 * Parse JSON, telling a reader which file is broken.
 * @param {Uint8Array} bytes UTF-8
 * @param {string} name the file's name, for messages
 * @returns {any}
 */
export function parseJson(bytes, name) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new ModelError(
      `${name} is not readable JSON (${error.message.split("\n")[0].slice(0, 80)})`,
      "a UTF-8 JSON file was expected",
      EXPORT_AGAIN,
    );
  }
}

/**
 * Refuse files that are empty or too large, before anything is read from them.
 * @param {string} name
 * @param {number} bytes
 */
export function checkFileSize(name, bytes) {
  if (bytes < 1 || bytes > MAX_FILE_BYTES) {
    throw new ModelError(
      `${name} has ${bytes} bytes`,
      `between 1 and ${MAX_FILE_BYTES} bytes are accepted`,
      EXPORT_AGAIN,
    );
  }
}
