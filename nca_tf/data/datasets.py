"""Labelled images as plain arrays, through TensorFlow Datasets: MNIST, Fashion-MNIST, KMNIST, CIFAR-10.

Prepared data are read straight from their folder, which needs no network. Only when they are absent is anything
fetched, and only after the server was seen to answer: TensorFlow Datasets itself would wait for minutes.
"""

import dataclasses
import difflib
import os
import urllib.error
import urllib.request
from pathlib import Path

import numpy as np

from nca_tf.files.errors import InputError


@dataclasses.dataclass(frozen=True)
class Source:
    """What a data set looks like and where it comes from.

    Attributes:
      shape: height, width, colours.
      server: answers when the data can be downloaded.
      labels: what the classes are called.
      title: how the data set is written.
    """

    shape: tuple[int, int, int]
    server: str
    labels: tuple[str, ...]
    title: str


DIGITS = tuple("0123456789")
GARMENTS = ("T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot")
KANA = tuple("おきすつなはまやれを")
THINGS = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")
SOURCES = {
    "mnist": Source((28, 28, 1), "https://storage.googleapis.com/cvdf-datasets/mnist/", DIGITS, "MNIST"),
    "fashion_mnist": Source(
        (28, 28, 1), "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/", GARMENTS, "Fashion-MNIST"
    ),
    "kmnist": Source((28, 28, 1), "http://codh.rois.ac.jp/kmnist/", KANA, "KMNIST"),
    "cifar10": Source((32, 32, 3), "https://www.cs.toronto.edu/~kriz/cifar.html", THINGS, "CIFAR-10"),
}
GREY = tuple(name for name, source in SOURCES.items() if source.shape[-1] == 1)
"""Those without colours, which a self-classifying automaton takes."""
SPLITS = ("train", "test")
ANSWER_SECONDS = 5.0


@dataclasses.dataclass(frozen=True)
class LabelledImages:
    """A data set or part of one.

    Attributes:
      images: uint8 [images, height, width], or [images, height, width, 3] in colour.
      labels: int32 [images], from 0 on.
    """

    images: np.ndarray
    labels: np.ndarray

    def __len__(self) -> int:
        return len(self.labels)

    def __getitem__(self, rows) -> "LabelledImages":
        return LabelledImages(self.images[rows], self.labels[rows])


def load_images(name: str, split: str, data_dir: str | Path | None = None, download: bool = True) -> LabelledImages:
    """A whole split in memory, in the order in which it is stored.

    Args:
      name: one of `SOURCES`.
      split: "train" or "test".
      data_dir: where data sets are; TFDS_DATA_DIR or ~/tensorflow_datasets by default.
      download: whether data that are absent may be fetched.
    Raises:
      InputError: unknown name; data that are absent and can't be fetched, half-written, or of another shape.
    """
    source = _source(name)
    if split not in SPLITS:
        raise InputError(f"split is {split!r}; expected train or test; choose one of them.")
    folder = data_folder(data_dir)
    prepared = _prepared(folder, name)
    if prepared is None:
        if not download:
            raise _absent(folder, name, "it may not be downloaded here")
        _download(folder, name, source)
        prepared = _prepared(folder, name)
    return _read(prepared, name, split, source)


def check_grey(name: str) -> str:
    """The name of a data set without colours; raises InputError for any other."""
    if name not in GREY:
        raise InputError(f"the data set is {name!r}; one of {', '.join(GREY)} was expected; correct --dataset.")
    return name


def held_out(data: LabelledImages, count: int) -> tuple[LabelledImages, LabelledImages]:
    """Split off the last `count` images of training data (at most a sixth), by which models are chosen."""
    count = min(count, len(data) // 6)
    return data[: len(data) - count], data[len(data) - count :]


def data_folder(data_dir: str | Path | None = None) -> Path:
    """Where data sets are: the argument, else TFDS_DATA_DIR, else ~/tensorflow_datasets."""
    return Path(data_dir or os.environ.get("TFDS_DATA_DIR") or Path.home() / "tensorflow_datasets").expanduser()


def _source(name: str) -> Source:
    if name not in SOURCES:
        close = difflib.get_close_matches(name, SOURCES, n=1)
        hint = f"did you mean {close[0]}?" if close else "choose one of them"
        raise InputError(f"there is no data set {name!r}; expected one of {', '.join(SOURCES)}; {hint}")
    return SOURCES[name]


def _prepared(folder: Path, name: str) -> Path | None:
    """The newest version of a data set that is there, or None; a folder without its descriptions is an error."""
    versions = [path for path in (folder / name).glob("*") if path.is_dir() and _version(path)]
    if not versions:
        return None
    newest = max(versions, key=_version)
    missing = [file for file in ("dataset_info.json", "features.json") if not (newest / file).is_file()]
    if missing:
        raise _damaged(newest, f"{missing[0]} is missing")
    return newest


def _version(path: Path) -> tuple[int, ...]:
    numbers = path.name.split(".")
    return tuple(map(int, numbers)) if len(numbers) == 3 and all(map(str.isdecimal, numbers)) else ()


def _download(folder: Path, name: str, source: Source) -> None:
    try:
        request = urllib.request.Request(source.server, method="HEAD")
        with urllib.request.urlopen(request, timeout=ANSWER_SECONDS):
            pass
    except urllib.error.HTTPError:
        pass  # refusing to list a folder is an answer too
    except OSError as error:
        raise _absent(folder, name, f"it can't be downloaded ({getattr(error, 'reason', error)})") from None
    tfds = _tensorflow_datasets()
    try:
        tfds.builder(name, data_dir=str(folder), try_gcs=False).download_and_prepare()
    except Exception as error:  # whatever goes wrong in there, the user needs one line
        raise _absent(folder, name, f"downloading it failed ({_first_line(error)})") from error


def _read(prepared: Path, name: str, split: str, source: Source) -> LabelledImages:
    tfds = _tensorflow_datasets()
    import tensorflow as tf

    try:
        builder = tfds.builder_from_directory(str(prepared))
        features, count = builder.info.features, builder.info.splits[split].num_examples
    except Exception as error:  # damaged JSON surfaces as almost anything
        raise _damaged(prepared, _first_line(error)) from error
    shapes = dict(features.shape) if isinstance(features.shape, dict) else {}
    shape = shapes.get("image")
    if shape != source.shape or shapes.get("label") != ():
        raise InputError(
            f"{prepared} holds images of shape {shape}; {name} has {source.shape} and labels; "
            "set TFDS_DATA_DIR to the folder of the true data sets, or pass that to a training as --data-dir"
        )
    try:
        data = builder.as_dataset(split=split, batch_size=-1, shuffle_files=False)
        images, labels = data["image"].numpy(), data["label"].numpy()
    except (tf.errors.OpError, OSError, ValueError) as error:
        raise _damaged(prepared, _first_line(error)) from error
    if len(images) != count or images.shape[1:] != source.shape:
        raise _damaged(prepared, f"{split} has {len(images)} images, of {count} that it should have")
    if labels.min() < 0 or labels.max() >= len(source.labels):
        raise _damaged(prepared, f"labels go from {labels.min()} to {labels.max()}")
    return LabelledImages(images[..., 0] if source.shape[-1] == 1 else images, labels.astype(np.int32))


def _tensorflow_datasets():
    try:
        import tensorflow_datasets
    except ImportError as error:
        raise InputError(
            f"the package tensorflow-datasets can't be imported ({error}); it reads the data sets; "
            "run pip install 'nca_tf[data]'"
        ) from None
    return tensorflow_datasets


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0][:200]


def _absent(folder: Path, name: str, why: str) -> InputError:
    return InputError(
        f"the data set {name} is not in {folder} and {why}; a folder {name}/<version>/ prepared by TensorFlow Datasets "
        "was expected; set TFDS_DATA_DIR to its parent (a training takes --data-dir too), or connect to the network"
    )


def _damaged(folder: Path, why: str) -> InputError:
    return InputError(
        f"{folder} can't be read: {why}; a complete data set prepared by TensorFlow Datasets was expected; "
        "remove the folder and prepare it again"
    )
