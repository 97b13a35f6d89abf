/** Models that the reader brings: dropped anywhere on the page or chosen with the file picker. */

import { el } from "./dom.js";
import { loadDropped, ModelError } from "./model_files.js";
import { explain, say } from "./ui/messages.js";

const MOST_FILES = 64;

/**
 * @param {import("./catalog.js").Catalog} catalog
 * @param {(entry: import("./catalog.js").Entry) => boolean} show opens the model's page; false where no page knows its family
 * @returns {{choose: () => void}}
 */
export function acceptOwnModels(catalog, show) {
  const input = el("input", { type: "file", multiple: true, class: "visually-hidden", tabindex: -1, "aria-label": "Model files", id: "model-files" });
  const veil = el("div", { class: "drop-veil", hidden: true }, el("p", { text: "Drop the model here" }), el("small", { text: "an exported folder, its files, or one published JSON file" }));
  document.body.append(input, veil);

  async function take(files) {
    try {
      if (files.length === 0) throw new ModelError("nothing was dropped that could be read", "model files were expected", "drop an exported folder or a .json file");
      const model = await loadDropped(files);
      const entry = catalog.add(model);
      if (show(entry)) say(`${entry.title} is running. It stays on this machine.`);
      else explain(new ModelError(`this is a model of the family ${model.family}`, "the page has no view for it", "choose another model"), "Opening the model");
    } catch (error) {
      explain(error, "Opening the model");
    }
  }

  input.addEventListener("change", async () => {
    const files = [...input.files];
    input.value = "";
    if (files.length) await take(files);
  });

  let depth = 0;
  const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  const veilOff = () => { depth = 0; veil.hidden = true; };
  addEventListener("dragenter", (event) => { if (carriesFiles(event)) { depth++; veil.hidden = false; } });
  addEventListener("dragleave", (event) => { if (carriesFiles(event) && --depth <= 0) veilOff(); });
  addEventListener("dragover", (event) => { if (carriesFiles(event)) event.preventDefault(); });
  addEventListener("drop", async (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    veilOff();
    await take(await filesOf(event.dataTransfer));
  });
  return { choose: () => input.click() };
}

/** The dropped files, with those of dropped folders. */
async function filesOf(transfer) {
  const roots = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (roots.length === 0) return [...transfer.files];
  const files = [];
  for (const root of roots) await collect(root, files);
  return files;
}

async function collect(entry, files) {
  if (files.length >= MOST_FILES) return;
  if (entry.isFile) {
    files.push(await new Promise((done, fail) => { entry.file(done, fail); }));
  } else if (entry.isDirectory) {
    const reader = entry.createReader();
    for (;;) {
      const entries = await new Promise((done, fail) => { reader.readEntries(done, fail); });
      if (entries.length === 0) break;
      for (const child of entries) await collect(child, files);
    }
  }
}
