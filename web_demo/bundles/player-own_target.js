const modules = globalThis.ncaModules ??= {};
const at = (path) => new URL("../js/" + path, import.meta.url).href;
const load = async (path) => {
const { search } = new URL(import.meta.url);
if (!modules[path]) await import(new URL(path.replaceAll("/", "-") + search, import.meta.url));
return modules[path];
};
modules["player/share.js"] ??= (() => {
const { plateColour } = modules["settings.js"];
const { el } = modules["dom.js"];
const { dialog, say } = modules["ui/messages.js"];
const SIDE = 960;
const GAP = 24;
function compose(dishes, canvas = document.createElement("canvas"), side = SIDE) {
const columns = dishes.length === 4 ? 2 : dishes.length;
const rows = Math.ceil(dishes.length / columns);
const boxes = dishes.map(({ stage }) => {
const factor = Math.max(1, Math.round(side / columns / stage.columns));
return { width: stage.columns * factor, height: stage.rows * factor };
});
const width = Math.max(...boxes.map((box) => box.width));
const height = Math.max(...boxes.map((box) => box.height));
const gap = dishes.length > 1 ? GAP : 0;
const wanted = [even(columns * (width + gap) - gap), even(rows * (height + gap) - gap)];
if (canvas.width !== wanted[0] || canvas.height !== wanted[1]) [canvas.width, canvas.height] = wanted;
const context = canvas.getContext("2d", { alpha: false });
context.fillStyle = `rgb(${plateColour().join(" ")})`;
context.fillRect(0, 0, canvas.width, canvas.height);
dishes.forEach(({ stage }, at) => {
const box = boxes[at];
context.imageSmoothingEnabled = Boolean(stage.decorate);
context.drawImage(
stage.decorate ? stage.cells : stage.small, (at % columns) * (width + gap),
Math.floor(at / columns) * (height + gap), box.width, box.height,
);
});
return canvas;
}
const even = (length) => length + (length % 2);
function download(blob, name) {
const url = URL.createObjectURL(blob);
const link = el("a", { href: url, download: name, class: "visually-hidden" });
document.body.append(link);
link.click();
link.remove();
setTimeout(() => URL.revokeObjectURL(url), 60000);
}
function fileName(bench, ending) {
const name = (bench.dishes[0]?.model?.name ?? "cells").replace(/[^a-z0-9-]+/gi, "-");
return `${name}-${bench.player.stepCount}-steps.${ending}`;
}
function savePicture(bench) {
compose(bench.dishes).toBlob((blob) => {
if (!blob) return say("The browser could not make a picture.", { kind: "error" });
download(blob, fileName(bench, "png"));
return say("Picture saved.");
}, "image/png");
}
async function copyLink(bench) {
const url = bench.address.url();
try {
await navigator.clipboard.writeText(url);
say("Link copied.");
} catch {
const field = el(
"input",
{ type: "text", class: "text-field", readonly: true, value: url, "aria-label": "Link to these settings" },
);
dialog("Link to these settings", field);
field.select();
}
}
return { compose, download, fileName, savePicture, copyLink };
})();
modules["player/own_target.js"] ??= (() => {
const { el } = modules["dom.js"];
const { button } = modules["ui/controls.js"];
const { dialog, say } = modules["ui/messages.js"];
const { download } = modules["player/share.js"];
const SIDE = 40; // cells; what the training scales a picture to
const PEN = 1.6;
const FILE = "my-picture.png";
const COMMAND = `python -m training.growing --target ${FILE} --out my-picture`;
async function ownTarget(file) {
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
return { ownTarget };
})();
