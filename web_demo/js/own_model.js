/**
 * Models that the reader brings: dropped anywhere on the page or chosen with the file picker. A run holds many more
 * files than make a model, snapshots of the model among them.
 */

import { el } from "./dom.js";
import { checkFileCount, loadDropped, ModelError } from "./model_files.js";
import { explain, say } from "./ui/messages.js";

/**
 * @param {import("./catalog.js").Catalog} catalog
 * @param {(entry: import("./catalog.js").Entry) => Promise<boolean>|null} show opens the model's page, and says whether
 *   it runs there; null where no page knows its family
 * @returns {{choose: () => void}}
 */
export function acceptOwnModels(catalog, show) {
  const input = el(
    "input",
    {
      type: "file", multiple: true, class: "visually-hidden", tabindex: -1, "aria-label": "Model files",
      id: "model-files",
    },
  );
  const veil = el(
    "div", { class: "drop-veil", hidden: true }, el("p", { text: "Drop the model here" }),
    el("small", { text: "an exported folder, its files, or one published JSON file" }),
  );
  document.body.append(input, veil);

  /** @param {() => Dropped[]|Promise<Dropped[]>} gather */
  async function take(gather) {
    try {
      const gathered = await gather();
      const [{ file } = {}] = gathered;
      if (gathered.length === 1 && file.type.startsWith("image/")) {
        const { ownTarget } = await import("./player/own_target.js");
        await ownTarget(file);
        return;
      }
      const files = filesOfModel(gathered);
      const entry = catalog.add(await loadDropped(files), files);
      const coming = show(entry);
      if (!coming) {
        throw new ModelError(
          `this is a model of the family ${entry.family}`, "the page has no view for it", "choose another model",
        );
      }
      if (await coming) say(`${entry.title} is running. It stays on this machine.`);
    } catch (error) {
      explain(error, "Opening the model");
    }
  }

  input.addEventListener("change", () => {
    const files = chosenFiles(input.files);
    input.value = "";
    if (files.length) take(() => files);
  });

  let depth = 0;
  const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  const veilOff = () => { depth = 0; veil.hidden = true; };
  addEventListener("dragenter", (event) => { if (carriesFiles(event)) { depth++; veil.hidden = false; } });
  addEventListener("dragleave", (event) => { if (carriesFiles(event) && --depth <= 0) veilOff(); });
  addEventListener("dragover", (event) => { if (carriesFiles(event)) event.preventDefault(); });
  addEventListener("drop", veilOff, { capture: true }); // whoever takes what was dropped
  addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    take(() => droppedFiles(event.dataTransfer));
  });
  return { choose: () => input.click() };
}

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
async function droppedFiles(transfer) {
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
    throw new ModelError(
      `${folders.length} folders hold a meta.json`, "one model was expected", "drop one of the folders",
    );
  }
  return dropped.filter(({ path }) => folders.length === 0 || folderOf(path) === folders[0]).map(({ file }) => file);
}
