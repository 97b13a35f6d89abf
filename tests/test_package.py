"""What is installed is complete: the wheel holds the weights and pictures, and importing does nothing else."""

import ast
import configparser
import email
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("nca_tf", "training", "export")
SOURCES = (*PACKAGES, "setup.cfg", "pyproject.toml", "README.md", "LICENSE", "NOTICE")


def tree(*folders):
    """Every file below `folders`, relative to the root, except what Python itself puts there."""
    files = (path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file())
    return {p.relative_to(ROOT).as_posix() for p in files if "__pycache__" not in p.parts}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built in a copy of the sources with the setuptools that is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in SOURCES:
        path = ROOT / name
        if path.is_dir():
            shutil.copytree(path, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(path, source)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", str(folder), str(source)], check=True)
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        yield archive


@pytest.mark.slow
def test_the_wheel_holds_every_file_unchanged_and_nothing_else(wheel):
    names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert names == tree(*PACKAGES)
    for name in names:
        assert wheel.read(name) == (ROOT / name).read_bytes(), name


@pytest.mark.slow
def test_the_wheel_holds_weights_and_pictures(wheel):
    names = wheel.namelist()
    assert len([name for name in names if name.startswith("nca_tf/pictures/emoji/") and name.endswith(".png")]) >= 10
    models = [name for name in names if name.startswith("nca_tf/pretrained/") and name.endswith("/weights.npz")]
    assert models
    for name in models:
        for beside in ("meta.json", "record.json"):
            assert f"{name.removesuffix('weights.npz')}{beside}" in names


@pytest.mark.slow
def test_the_wheel_says_what_it_is_and_needs(wheel):
    (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    metadata = email.message_from_bytes(wheel.read(name))
    assert metadata["Name"] in ("nca_tf", "nca-tf")
    assert metadata["Version"] == version_in_source()
    assert metadata["Requires-Python"] == "<3.13,>=3.10"
    assert metadata["License"] == "Apache-2.0"
    assert set(metadata.get_all("License-File")) == {"LICENSE", "NOTICE"}
    assert set(metadata.get_all("Provides-Extra")) == {"export", "onnx", "litert", "data", "notebooks", "check", "test"}
    assert "tensorflow<2.22,>=2.19" in metadata.get_all("Requires-Dist")
    folder = name.rpartition("/")[0]
    assert wheel.read(f"{folder}/licenses/LICENSE") == (ROOT / "LICENSE").read_bytes()


def version_in_source():
    """`__version__` as it is written in nca_tf/__init__.py."""
    for statement in ast.parse((ROOT / "nca_tf" / "__init__.py").read_text()).body:
        if isinstance(statement, ast.Assign) and statement.targets[0].id == "__version__":
            return ast.literal_eval(statement.value)
    raise AssertionError("nca_tf/__init__.py has no __version__")


def test_the_citation_has_the_same_version():
    assert f"version: {version_in_source()}\n" in (ROOT / "CITATION.cff").read_text()


def test_every_extra_names_its_pins():
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg")
    extras = settings["options.extras_require"]
    for pin in ("tensorflow==2.19.*", "tensorflowjs==4.22.0", "ydf<0.14", "tensorflow-metadata<1.18"):
        assert pin in extras["export"].split("\n")
    assert "onnx<1.21" in extras["onnx"].split("\n")


@pytest.mark.slow
def test_every_model_loads_from_its_keras_file_once_the_package_is_imported(tmp_path):
    """In a process that has imported nothing else, as a user's."""
    import nca_tf
    from nca_tf.families.growing.eight_bit import EightBitGrowingCA

    for model in (
        nca_tf.SelfClassifyingCA(),
        EightBitGrowingCA(),
        nca_tf.GrowingCA(),
        nca_tf.PerturbedCA(nca_tf.GrowingCA()),
    ):
        model.save(tmp_path / f"{type(model).__name__}.keras")
    program = (
        "import pathlib, sys, keras, nca_tf\n"
        "assert 'nca_tf.data.datasets' not in sys.modules\n"
        "for path in sorted(pathlib.Path('.').glob('*.keras')):\n"
        "    print(type(keras.models.load_model(path)).__name__)\n"
    )
    environment = {"PYTHONPATH": str(ROOT), "TF_CPP_MIN_LOG_LEVEL": "3", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["EightBitGrowingCA", "GrowingCA", "PerturbedCA", "SelfClassifyingCA"], done.stderr


@pytest.mark.slow
def test_importing_needs_no_network_and_prints_nothing(tmp_path):
    program = (
        "import socket\n"
        "def refuse(*_): raise AssertionError('the import opened a socket')\n"
        "socket.socket.connect = socket.getaddrinfo = refuse\n"
        "import nca_tf\n"
        "print(nca_tf.__version__)\n"
    )
    home, work = tmp_path / "home", tmp_path / "work"
    work.mkdir()
    environment = {"PYTHONPATH": str(ROOT), "HOME": str(home), "TF_CPP_MIN_LOG_LEVEL": "3", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], cwd=work, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{version_in_source()}\n"
    assert list(work.iterdir()) == []
