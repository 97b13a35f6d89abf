/** Models that the reader brings: dropped anywhere on the page or chosen with the file picker. */

import { el } from "./dom.js";
import { chosenFiles, droppedFiles, filesOfModel } from "./dropped_files.js";
import { loadDropped, ModelError } from "./model_files.js";
import { explain, say } from "./ui/messages.js";

/**
 * @param {import("./catalog.js").Catalog} catalog
 * @param {(entry: import("./catalog.js").Entry) => boolean} show opens the model's page; false where no page knows its
 *   family
 * @returns {{choose: () => void}}
 */
export function acceptOwnModels(catalog, show) {
  const input = el("input", { type: "file", multiple: true, class: "visually-hidden", tabindex: -1, "aria-label": "Model files", id: "model-files" });
  const veil = el("div", { class: "drop-veil", hidden: true }, el("p", { text: "Drop the model here" }), el("small", { text: "an exported folder, its files, or one published JSON file" }));
  document.body.append(input, veil);

  /** @param {() => import("./dropped_files.js").Dropped[]|Promise<import("./dropped_files.js").Dropped[]>} gather */
  async function take(gather) {
    try {
      const model = await loadDropped(filesOfModel(await gather()));
      const entry = catalog.add(model);
      if (show(entry)) say(`${entry.title} is running. It stays on this machine.`);
      else explain(new ModelError(`this is a model of the family ${model.family}`, "the page has no view for it", "choose another model"), "Opening the model");
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
  addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    veilOff();
    take(() => droppedFiles(event.dataTransfer));
  });
  return { choose: () => input.click() };
}
