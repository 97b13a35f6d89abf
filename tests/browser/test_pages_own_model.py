"""The reader's own model: good files run, bad ones are explained, and the page goes on working."""

import base64
import json
import random

import pytest
from broken_files import digits_folder, npz_folder
from reader import DESKTOP, SITE_MODELS, Reader, healing_lizard, models

from tests.shared_data import shared_path

BAD_FILES = 200


@pytest.fixture
def reader(open_page):
    name = healing_lizard()
    reader = Reader(open_page(f"#/growing?speed=max&model={name}", **DESKTOP))
    reader.steps(1)
    return reader


@pytest.fixture
def own_files():
    """An exported folder, as the site has it, under another name."""
    folder = SITE_MODELS / "growing" / healing_lizard()
    meta = json.loads((folder / "meta.json").read_text()) | {"name": "pet", "title": "My pet"}
    return {"meta.json": json.dumps(meta).encode(), "weights.bin": (folder / "weights.bin").read_bytes()}


def test_an_exported_folder_runs(reader, own_files):
    reader.bring(own_files)
    reader.until("nca.page.bench.dishes[0].model?.title === 'My pet'")
    reader.more_steps(100)
    assert (reader.state()[..., 3] > 0.1).sum() > 50
    assert "My pet is running" in reader.messages()
    assert reader.page.get_by_role("radio", name="My pet").is_checked()


def test_a_dropped_model_opens_its_familys_page_from_home(open_page, own_files):
    reader = Reader(open_page("", **DESKTOP))
    reader.until("document.querySelector('.card')")
    reader.bring(own_files)
    reader.until("globalThis.nca?.page?.bench?.dishes[0]?.model?.title === 'My pet'")
    assert reader.page.locator("h1").inner_text() == "Growing"


@pytest.mark.parametrize(
    ("file", "page_title"),
    [
        ("growing/webgl8_ex3_1f98e.json", "Growing"),
        ("growing/lizard_ex3_run0_graphmodel.json", "Growing"),
        ("mnist/mnist_l2noise_mutating_graphmodel.json", "Digits"),
    ],
)
def test_published_originals_run(reader, file, page_title):
    path = shared_path(f"originals/{file}")
    reader.bring({path.name: path.read_bytes()})
    reader.until(f"document.querySelector('h1')?.innerText === '{page_title}'")
    reader.until(f"nca.page.bench.dishes[0].model?.name === '{path.stem}'")
    reader.more_steps(20)


def test_an_8_bit_model_runs_in_8_bits_and_grows(reader):
    path = shared_path("originals/growing/webgl8_ex3_1f98e.json")
    reader.bring({path.name: path.read_bytes()})
    reader.until(f"nca.page.bench.dishes[0].model?.name === '{path.stem}'")
    assert reader.page.evaluate("() => nca.page.bench.dishes[0].engine.eightBit")
    reader.more_steps(250)
    assert 500 < (reader.state()[..., 3] > 0.1).sum() < 900  # the lizard has some 690 living cells
    reader.bring({"graph.json": shared_path("originals/growing/lizard_ex3_run0_graphmodel.json").read_bytes()})
    reader.until("nca.page.bench.dishes[0].model?.name === 'graph'")
    assert not reader.page.evaluate("() => nca.page.bench.dishes[0].engine.eightBit")


DROP_ENTRIES = """(tree) => {
  const reader = (make) => {
    const portions = [make(), []];
    return {readEntries: (done) => done(portions.shift())};
  };
  const folder = (path, inside) => (
    {isDirectory: true, fullPath: path, createReader: () => reader(() => entries(path, inside))});
  const file = (path, text) => {
    const content = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const give = (done) => done(new File([content], path.split("/").pop()));
    const refuse = (done, fail) => fail(new DOMException("it has gone away", "NotFoundError"));
    return {isFile: true, fullPath: path, file: text === "gone" ? refuse : give};
  };
  const entries = (path, inside) => Object.entries(inside).map(([name, one]) => (
    typeof one === "string" ? file(`${path}/${name}`, one) : folder(`${path}/${name}`, one)));
  const items = entries("", tree).map((entry) => ({webkitGetAsEntry: () => entry}));
  const event = new Event("drop", {bubbles: true, cancelable: true});
  dispatchEvent(Object.assign(event, {dataTransfer: {types: ["Files"], items, files: []}}));
}"""
"""Drops folders as browsers hand them over: {name: base64 of a file, or what is in a folder}."""


def drop_folders(reader, tree):
    """Drops folders of bytes; no script can make a real one."""

    def encoded(inside):
        return base64.b64encode(inside).decode() if isinstance(inside, bytes) else inside

    def walk(inside):
        return {name: walk(one) if isinstance(one, dict) else encoded(one) for name, one in inside.items()}

    reader.page.evaluate(DROP_ENTRIES, walk(tree))


def titled(files, title):
    """The same folder under another title."""
    return files | {"meta.json": json.dumps(json.loads(files["meta.json"]) | {"title": title}).encode()}


def test_a_dropped_run_opens_its_last_model_and_no_snapshot(reader, own_files):
    snapshots = {f"{step:06}": titled(own_files, f"After {step}") for step in range(100, 10_000, 100)}
    drop_folders(reader, {"run": {"snapshots": snapshots, "figures": {"growth.webp": b"x"}, **own_files}})
    reader.until("nca.page.bench.dishes[0].model?.name === 'pet'")
    assert reader.page.evaluate("() => nca.page.bench.dishes[0].model.title") == "My pet"


def test_a_chosen_folder_opens_its_last_model_too(blank, own_files):
    paths = ["run/snapshots/1/meta.json", "run/snapshots/1/weights.bin", "run/meta.json", "run/weights.bin"]
    taken = blank.evaluate(
        """async (paths) => {
          const {chosenFiles, filesOfModel} = await import("./js/own_model.js");
          const file = (path) => new File([], path.split("/").pop());
          const placed = (path) => Object.defineProperty(file(path), "webkitRelativePath", {value: path});
          return filesOfModel(chosenFiles(paths.map(placed))).map((one) => one.webkitRelativePath);
        }""",
        paths,
    )
    assert taken == paths[2:]


@pytest.mark.parametrize(
    ("tree", "words"),
    [
        ({"all": {f"{at}.png": b"x" for at in range(201)}}, "more than 200 files were dropped"),
        ({"all": {f"{at}.png": b"x" for at in range(200)}}, "is not a model"),
        ({"one": {"meta.json": b"{}"}, "two": {"meta.json": b"{}"}}, "2 folders hold a meta.json"),
        ({"run": {"meta.json": "gone"}}, "it has gone away"),
        ({}, "nothing was dropped that could be read"),
    ],
    ids=["too many", "as many as can be", "two models", "gone", "nothing"],
)
def test_folders_that_are_no_model_are_explained(reader, tree, words):
    drop_folders(reader, tree)
    reader.until(f"document.getElementById('toasts').textContent.includes({json.dumps(words)})")
    assert reader.page.evaluate("() => nca.page.bench.dishes[0].model.name") == healing_lizard()


def test_the_channels_of_the_readers_own_model_can_all_be_seen(reader):
    slider = reader.page.get_by_role("slider", name="Channel")
    reader.choose("Channels")
    for channels, words in ((24, "hidden 20"), (9, "hidden 5")):
        meta, weights = npz_folder(channels=channels)
        reader.bring({"meta.json": json.dumps(meta).encode(), "weights.npz": weights})
        reader.until(f"nca.page.bench.dishes[0].model.meta.channels === {channels}")
        reader.until(f"document.querySelector('.slider input[max=\"{channels}\"]')")
        if channels == 24:
            slider.fill("24")
        assert slider.input_value() == str(channels)
        assert words in reader.page.locator(".slider", has=slider).inner_text()


def test_a_classifier_of_five_classes_offers_five_samples(open_page):
    models("mnist")
    reader = Reader(open_page("#/digits?digit=7", **DESKTOP))
    reader.steps(1)
    meta, weights = digits_folder()
    reader.bring({"meta.json": json.dumps(meta | {"classes": 5}).encode(), "weights.npz": weights})
    reader.until("nca.page.bench.dishes[0].model.meta.classes === 5")
    reader.until("document.querySelectorAll('.ballot-bars li').length === 5")
    labels = [sample.get_attribute("aria-label") for sample in reader.page.locator(".sample").all()]
    assert labels == [f"Show a {label}" for label in range(5)]
    reader.press("Start again")
    for key in "479":
        reader.page.keyboard.press(key)
    reader.more_steps(2)


def test_a_wrong_digest_is_explained(reader, own_files):
    folder = SITE_MODELS / "growing" / healing_lizard()
    content = bytearray((folder / "weights.bin").read_bytes())
    content[100] ^= 1
    reader.bring({**own_files, "weights.bin": bytes(content)})
    reader.until("document.getElementById('toasts').textContent.includes('sha256')")


def spoiled(files, draw):
    """One of many ways to spoil a model's files."""
    meta, weights = files["meta.json"], files["weights.bin"]
    values = json.loads(meta)
    number = draw.randrange(8)
    if number == 0:
        return {"meta.json": meta[: draw.randrange(1, len(meta) - 2)], "weights.bin": weights}
    if number == 1:
        return {"meta.json": meta, "weights.bin": weights[: draw.randrange(len(weights) - 1)]}
    if number == 2:
        at = draw.randrange(len(weights))
        return {"meta.json": meta, "weights.bin": weights[:at] + bytes([weights[at] ^ 0x55]) + weights[at + 1 :]}
    if number == 3:
        key = draw.choice(["channels", "hidden", "family", "format", "edges", "weights", "fire_rate"])
        wrong = draw.choice([None, -1, 1e12, "x" * 50, [], {"a": 1}, True])
        return {"meta.json": json.dumps({**values, key: wrong}).encode(), "weights.bin": weights}
    if number == 4:
        return {"meta.json": meta}
    if number == 5:
        return {"model.json": draw.choice([b"", b"[]", b"{}", b"null", b'"text"', b"[" * 2000, draw.randbytes(300)])}
    if number == 6:
        return {draw.choice(["picture.png", "weights.bin", "notes.txt"]): draw.randbytes(draw.randrange(500))}
    values["weights"]["arrays"][0]["offset"] = draw.choice([-4, 10**9, "0", None, 2])
    return {"meta.json": json.dumps(values).encode(), "weights.bin": weights}


def test_200_bad_files_get_a_message_each_and_the_page_goes_on(reader, own_files):
    draw = random.Random(0)
    drop = """async (files) => {
      const transfer = new DataTransfer();
      for (const [name, text] of Object.entries(files)) {
        transfer.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], name));
      }
      document.getElementById("toasts").replaceChildren();
      for (const type of ["dragenter", "dragover", "drop"]) {
        dispatchEvent(new DragEvent(type, {dataTransfer: transfer, bubbles: true, cancelable: true}));
      }
      for (let tries = 0; tries < 400; tries++) {
        const message = document.querySelector(".toast");
        if (message) return [message.className.includes("toast-error"), message.innerText];
        await new Promise((done) => setTimeout(done, 10));
      }
      return [false, "no message"];
    }"""
    for _ in range(BAD_FILES):
        files = spoiled(own_files, draw)
        encoded = {name: base64.b64encode(content).decode() for name, content in files.items()}
        is_error, message = reader.page.evaluate(drop, encoded)
        assert is_error and len(message) > 20, (message, list(files))
    reader.more_steps(20)
    assert reader.page.locator(".drop-veil").is_hidden()


def test_an_own_model_is_still_there_after_a_reload_with_its_picture(reader, own_files):
    reader.bring(own_files)
    reader.until("nca.page.bench.dishes[0].model?.title === 'My pet'")
    reader.until("location.hash.includes('own-pet')")
    reader.until("document.querySelector('.picker img[src^=\"data:image/png\"]')")
    stored = "import('./js/own_store.js').then((one) => one.ownModels())"
    reader.until(f"{stored}.then((all) => all.some(({{thumbnail}}) => thumbnail))")
    reader.page.reload()
    reader.until("globalThis.nca?.page?.bench?.dishes[0]?.model?.title === 'My pet'")
    assert reader.page.get_by_role("radio", name="My pet").is_checked()
    assert reader.page.locator('.picker img[src^="data:image/png"]').count() == 1
    reader.press("Forget this model")
    reader.until("nca.page.bench.dishes[0].model.name.startsWith('lizard')")
    reader.page.reload()
    reader.until("globalThis.nca?.page?.bench?.dishes[0]?.engine")
    assert reader.page.get_by_role("radio", name="My pet").count() == 0


def test_a_link_to_a_model_that_is_not_here_says_so(open_page):
    models("growing")
    reader = Reader(open_page("#/growing?model=own-dragon", **DESKTOP))
    reader.until("globalThis.nca?.page?.bench?.dishes[0]?.engine")
    assert 'the model "own-dragon", which is not here' in reader.messages()


def test_an_error_is_one_plain_sentence_with_details_on_demand_and_not_over_the_player(reader):
    reader.bring({"model.json": b"{}"})
    toast = reader.page.locator("#toasts [role=alert]")
    toast.wait_for()
    assert toast.inner_text().split("\n\n") == [
        "Opening the model did not work: drop an exported folder, or a JSON file as the original authors published it.",
        "Details",
    ]
    toast.locator("summary").click()
    assert "none of the known model formats" in toast.inner_text()
    player = reader.page.locator(".transport").bounding_box()
    box = toast.bounding_box()
    assert box["y"] + box["height"] < player["y"]
