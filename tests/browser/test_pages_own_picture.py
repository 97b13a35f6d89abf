"""A picture of the reader's own: drawn or dropped, it becomes a file and the command that trains it."""

import io
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image
from reader import DESKTOP, Reader, healing_lizard


@pytest.fixture
def reader(open_page):
    reader = Reader(open_page(f"#/growing?speed=max&model={healing_lizard()}", **DESKTOP))
    reader.steps(1)
    return reader


def test_a_picture_of_the_readers_own_becomes_a_file_and_a_command(reader):
    reader.press("Grow your own picture")
    page = reader.page
    box = page.locator(".own-target").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.5)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.75, box["y"] + box["height"] * 0.5, steps=5)
    page.mouse.up()
    with page.expect_download() as download:
        reader.press("Save my-picture.png")
    with Image.open(download.value.path()) as image:
        assert image.size == (40, 40) and image.mode == "RGBA"
        pixels = np.asarray(image)
    assert pixels[20, 10:30, 3].min() > 200 and not pixels[5, :, 3].any()
    words = page.locator(".dialog code").inner_text().split()
    assert words[:3] == ["python", "-m", "training.growing"]
    command = subprocess.run([sys.executable, *words[1:3], "--help"], capture_output=True, text=True, check=True)
    assert all(option in command.stdout for option in words[3:] if option.startswith("--"))
    assert words[3:] == ["--target", "my-picture.png", "--out", "my-picture"]


def test_a_dropped_picture_opens_the_same_place(reader):
    reader.page.watch.allowed = ("willReadFrequently",)  # by this test
    buffer = io.BytesIO()
    Image.new("RGBA", (80, 40), (200, 30, 30, 255)).save(buffer, "PNG")
    payload = [{"name": "flag.png", "mimeType": "image/png", "buffer": buffer.getvalue()}]
    reader.page.locator("#model-files").set_input_files(payload)
    reader.until("document.querySelector('.own-target')")
    alpha = "[...document.querySelector('.own-target').getContext('2d').getImageData(0, 0, 40, 40).data]"
    reader.until(f"{alpha}.filter((value, at) => at % 4 === 3 && value > 250).length === 800")
    drop = """(bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(bytes)], "square.png", {type: "image/png"}));
      const canvas = document.querySelector(".own-target");
      for (const type of ["dragenter", "dragover", "drop"]) {
        canvas.dispatchEvent(new DragEvent(type, {dataTransfer: transfer, bubbles: true, cancelable: true}));
      }
    }"""
    square = io.BytesIO()
    Image.new("RGBA", (40, 40), (30, 200, 30, 255)).save(square, "PNG")
    reader.page.evaluate(drop, list(square.getvalue()))
    reader.until(f"{alpha}.filter((value, at) => at % 4 === 3 && value > 250).length === 1600")
    assert reader.page.locator("dialog").count() == 1 and reader.page.locator(".drop-veil").is_hidden()


def test_its_messages_are_seen_and_only_what_can_be_worked_takes_the_focus(reader):
    reader.press("Grow your own picture")
    reader.page.locator("dialog").wait_for()
    reader.press("Copy the command")
    seen = """(() => {
      const message = document.querySelector(".toast p");
      const box = message?.getBoundingClientRect();
      return box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === message;
    })()"""
    reader.until(seen)
    assert reader.page.evaluate(
        "() => [...document.querySelectorAll('dialog canvas, dialog [type=file]')].every((one) => one.tabIndex < 0)"
    )
    reader.page.keyboard.press("Escape")
    reader.until("document.getElementById('toasts').parentElement === document.body")
