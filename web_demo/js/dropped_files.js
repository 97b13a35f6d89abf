/**
 * Which of the files that were dropped or chosen make a model: a run holds many more, snapshots of the model among
 * them.
 */

import { checkFileCount, ModelError } from "./model_files.js";

/**
 * @typedef {Object} Dropped
 * @property {string} path such as "lizard/snapshots/000100/meta.json"
 * @property {File} file
 */

/** @param {FileList} files of a file picker @returns {Dropped[]} */
export const chosenFiles = (files) => [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

const folderOf = (path) => path.slice(0, path.lastIndexOf("/") + 1);
const isMeta = ({ path }) => path.slice(folderOf(path).length) === "meta.json";

/**
 * What was dropped, folders opened level by level down to the first one that holds a meta.json.
 * @param {DataTransfer} transfer of a drop event that is going on
 * @returns {Promise<Dropped[]>} rejected with a `ModelError` where the folders hold more than a model can be
 */
export async function droppedFiles(transfer) {
  let level = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (level.length === 0) return chosenFiles(transfer.files);
  const files = [];
  while (level.length && !files.some(isMeta)) {
    const inside = [];
    for (const entry of level) {
      if (entry.isFile) files.push({ path: entry.fullPath.slice(1), file: await fileOf(entry) });
      else inside.push(...(await entriesOf(entry)));
      checkFileCount(files.length + inside.length);
    }
    level = inside;
  }
  return files;
}

const fileOf = (entry) => new Promise((done, fail) => { entry.file(done, fail); });

/** @returns {Promise<FileSystemEntry[]>} all of a folder; browsers give them in portions */
async function entriesOf(folder) {
  const reader = folder.createReader();
  const entries = [];
  for (;;) {
    const portion = await new Promise((done, fail) => { reader.readEntries(done, fail); });
    if (portion.length === 0) return entries;
    entries.push(...portion);
    checkFileCount(entries.length);
  }
}

/**
 * The files of one model: those beside the meta.json that lies least deep, or all of them where there is none.
 * @param {Dropped[]} dropped
 * @returns {File[]} throws a `ModelError` where several folders claim to be the model
 */
export function filesOfModel(dropped) {
  const depth = ({ path }) => path.split("/").length;
  const metas = dropped.filter(isMeta);
  const least = Math.min(...metas.map(depth));
  const folders = [...new Set(metas.filter((meta) => depth(meta) === least).map(({ path }) => folderOf(path)))];
  if (folders.length > 1) {
    throw new ModelError(`${folders.length} folders hold a meta.json`, "one model was expected", "drop one of the folders");
  }
  return dropped.filter(({ path }) => folders.length === 0 || folderOf(path) === folders[0]).map(({ file }) => file);
}
