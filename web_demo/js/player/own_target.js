/** Draw or drop a picture and get the command that trains cells to grow it; what it writes is opened with one drop. */

import { el } from "../dom.js";
import { button } from "../ui/controls.js";
import { dialog, say } from "../ui/messages.js";
import { download } from "./share.js";

const SIDE = 40; // cells; what the training scales a picture to
const PEN = 1.6;
const FILE = "my-picture.png";
const COMMAND = `python -m training.growing --target ${FILE} --out my-picture`;

/** @param {File} [file] a picture to begin with */
export async function ownTarget(file) {
  const canvas = el(
    "canvas", { width: SIDE, height: SIDE, class: "own-target", role: "img", "aria-label": "Your picture" },
  );
  const context = canvas.getContext("2d");
  const colour = el("input", { type: "color", value: "#1a6742", "aria-label": "Colour of the pen" });
  const chooser = el("input", {
    type: "file", accept: "image/*", class: "visually-hidden", "aria-label": "Picture", tabindex: -1,
  });

  async function take(picture) {
    try {
      const image = await createImageBitmap(picture);
      const scale = SIDE / Math.max(image.width, image.height);
      const [width, height] = [image.width * scale, image.height * scale];
      context.clearRect(0, 0, SIDE, SIDE);
      context.imageSmoothingQuality = "high";
      context.drawImage(image, (SIDE - width) / 2, (SIDE - height) / 2, width, height);
    } catch {
      say("This picture can't be read; a PNG, JPEG or WebP file was expected.", { kind: "error" });
    }
  }

  let last = null;
  const draw = (event) => {
    const box = canvas.getBoundingClientRect();
    const here = [((event.clientX - box.left) / box.width) * SIDE, ((event.clientY - box.top) / box.height) * SIDE];
    context.strokeStyle = colour.value;
    Object.assign(context, { lineWidth: 2 * PEN, lineCap: "round" });
    context.beginPath();
    context.moveTo(...(last ?? here));
    context.lineTo(here[0] + 0.01, here[1]);
    context.stroke();
    last = here;
  };
  canvas.addEventListener(
    "pointerdown", (event) => { canvas.setPointerCapture(event.pointerId); last = null; draw(event); },
  );
  canvas.addEventListener("pointermove", (event) => { if (event.buttons) draw(event); });
  chooser.addEventListener("change", () => {
    if (chooser.files[0]) take(chooser.files[0]);
    chooser.value = ""; // the same one may be chosen again
  });

  const save = () => canvas.toBlob((blob) => download(blob, FILE), "image/png");
  async function copy() {
    try {
      await navigator.clipboard.writeText(COMMAND); // there is no clipboard where a page came without https
      say("Command copied.");
    } catch {
      say("Select the command and copy it.");
    }
  }
  const clear = () => context.clearRect(0, 0, SIDE, SIDE);
  const steps = [
    el("li", {}, "Draw it, or choose a picture with a transparent background.",
      el("div", { class: "button-row wrap" }, colour, chooser,
        button({ label: "Choose a picture", text: "Choose a picture", icon: "open", onClick: () => chooser.click() }),
        button({ label: "Clear the picture", text: "Clear", icon: "clear", onClick: clear }))),
    el("li", {}, `Save it as ${FILE} in the project's folder.`,
      button({ label: `Save ${FILE}`, text: `Save ${FILE}`, icon: "camera", onClick: save })),
    el("li", {}, "Run this there; it takes a while on an ordinary computer.", el(
      "pre", {}, el("code", { text: COMMAND }),
    ),
      button({ label: "Copy the command", text: "Copy the command", icon: "link", onClick: copy })),
    el("li", { text: "Drop the folder my-picture on this page: your picture grows, is cut and heals." }),
  ];
  const node = dialog(
    "Grow your own picture", el("div", { class: "own-target-parts" }, canvas, el("ol", { class: "steps" }, steps)),
  );
  node.addEventListener("drop", (event) => {
    const [picture, ...others] = event.dataTransfer.files;
    if (!picture?.type.startsWith("image/") || others.length) return; // perhaps the trained model
    event.preventDefault();
    event.stopPropagation();
    take(picture);
  });
  if (file) await take(file);
}
