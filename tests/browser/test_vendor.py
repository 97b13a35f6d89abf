"""What other people's code the page brings along is what its README says it is."""

import hashlib
import re
from pathlib import Path

VENDOR = Path(__file__).resolve().parents[2] / "web_demo" / "vendor" / "tfjs"
GIFENC = VENDOR.with_name("gifenc")


def test_tensorflow_js_is_unchanged_and_licensed():
    stated = dict(reversed(line.split()) for line in (VENDOR / "SHA256SUMS").read_text().splitlines())
    assert set(stated) == {path.name for path in VENDOR.iterdir() if path.suffix == ".wasm" or path.name == "tf.js"}
    for name, digest in stated.items():
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == digest
    bundle = (VENDOR / "tf.js").read_text()
    assert "TensorFlow.js 4.22.0" in bundle[:200]
    assert "Apache License" in (VENDOR / "LICENSE").read_text()
    assert "David Bau" in (VENDOR / "LICENSE.seedrandom").read_text()


def test_the_encoder_of_animations_is_unchanged_and_licensed():
    digest, name = (GIFENC / "SHA256SUMS").read_text().split()
    assert hashlib.sha256((GIFENC / name).read_bytes()).hexdigest() == digest
    assert "MIT License" in (GIFENC / "LICENSE").read_text()


def test_nothing_in_it_turns_text_into_code():
    """A page without 'unsafe-eval' could not run it."""
    assert not re.findall(r"(?<![\w.$])(?:eval|Function)\(.{0,40}", (VENDOR / "tf.js").read_text())
    assert not re.findall(r"(?<![\w.$])(?:eval|Function)\(.{0,40}", (GIFENC / "gifenc.esm.js").read_text())
