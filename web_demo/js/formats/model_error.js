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
  }
}

/** The remedy that fits most broken files. */
export const EXPORT_AGAIN = "export the model again or choose another file";

/** The largest file accepted, in bytes: far above any cellular automaton, far below what freezes a phone. */
export const MAX_FILE_BYTES = 16 * 1024 * 1024;

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
