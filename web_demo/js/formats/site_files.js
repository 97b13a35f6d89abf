/** Files of the site, and whether they are what a meta.json says they are. */
import { checkFileSize, EXPORT_AGAIN, ModelError, shown } from "./model_error.js";

const SHOWN_DIGITS = 16;

/**
 * The address of a file of the site in the version that its digest names. Browsers keep files for a while; once a model
 * is replaced, its new meta.json must not meet the weights of the old one.
 * @param {string} folder
 * @param {string} name
 * @param {string} [digest] SHA-256 of the file, hexadecimal; without one the browser may take the file that it has
 * @returns {string}
 */
export function addressOf(folder, name, digest) {
  const address = new URL(name, folder);
  if (typeof digest === "string") address.search = new URLSearchParams({ v: digest.slice(0, SHOWN_DIGITS) });
  return address.href;
}

/**
 * @param {string} url
 * @returns {Promise<Uint8Array>}
 */
export async function fetchBytes(url) {
  const response = await fetch(url).catch((error) => {
    throw new ModelError(
      `${url} could not be loaded (${error.message})`, "a file of the site was expected",
      "check the connection and reload the page",
    );
  });
  if (!response.ok) {
    throw new ModelError(
      `${url} could not be loaded (status ${response.status})`,
      "a file of the site was expected",
      "reload the page or write the models again with python -m export.site",
    );
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  checkFileSize(url, bytes.length);
  return bytes;
}

/**
 * @param {{origin: string, meta: {files?: Object<string, {sha256: string}>}}} model one of the site's
 * @param {string} name of a picture in its folder
 * @returns {Promise<HTMLImageElement>} decoded
 */
export async function fetchPicture({ origin, meta }, name) {
  const picture = new Image();
  picture.src = addressOf(origin, name, meta.files?.[name]?.sha256);
  await picture.decode().catch((error) => {
    throw new ModelError(
      `${name} could not be loaded (${error.message})`, "a picture of the site was expected",
      "reload the page or write the models again with python -m export.site",
    );
  });
  return picture;
}

/**
 * Browsers compute digests only for addresses that they call secure, https or the reader's own machine; elsewhere, for
 * instance when a phone opens the page from a laptop on the same network, the size has to do.
 * @param {Object<string, {bytes: number, sha256: string}>} files as meta.json states them
 * @param {string} name of the file
 * @param {Uint8Array} bytes what it holds
 * @returns {Promise<void>} rejected with a `ModelError` where they differ
 */
export async function checkDigest(files, name, bytes) {
  const stated = files?.[name];
  if (stated?.bytes !== bytes.length) {
    throw new ModelError(`${name} has ${bytes.length} bytes`, `meta.json states ${shown(stated?.bytes)}`, EXPORT_AGAIN);
  }
  if (!globalThis.crypto?.subtle) return;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const digest = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (stated.sha256 !== digest) {
    throw new ModelError(
      `${name} has sha256 ${digest.slice(0, 12)}...`,
      `meta.json states ${shown(stated.sha256)}`,
      "the file is damaged: copy or export it again",
    );
  }
}
