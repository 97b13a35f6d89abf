"""Tiny data sets in the form of TensorFlow Datasets, for tests on machines that have no real ones."""

from pathlib import Path

import numpy as np
import tensorflow_datasets as tfds

VERSION = "3.0.1"


def bars(count: int, seed: int = 0, side: int = 28) -> tuple[np.ndarray, np.ndarray]:
    """Images of bars, one proportion a class, that cells can tell apart: uint8 [count, side, side], and labels."""
    rng = np.random.default_rng(seed)
    labels = rng.integers(10, size=count)
    images = np.zeros((count, side, side), np.uint8)
    for image, label in zip(images, labels, strict=True):
        top, left = rng.integers(3, 8, size=2)
        image[top : top + 6 + label, left : left + 15 - label] = rng.integers(100, 256)
    return images, labels


def write_dataset(
    data_dir: Path, name: str = "mnist", train: int = 60, test: int = 30, shape: tuple = (28, 28, 1), classes: int = 10
) -> Path:
    """Write a data set of bars; returns its folder, data_dir/name/version."""
    folder = data_dir / name / VERSION
    folder.mkdir(parents=True)
    features = tfds.features.FeaturesDict(
        {"image": tfds.features.Image(shape=shape), "label": tfds.features.ClassLabel(num_classes=classes)}
    )
    identity = tfds.core.DatasetIdentity(name=name, version=VERSION, data_dir=str(folder), module_name="small_datasets")
    info = tfds.core.DatasetInfo(builder=identity, features=features)
    writer = tfds.core.SequentialWriter(info, max_examples_per_shard=1000)
    writer.initialize_splits(["train", "test"])
    for split, count, seed in (("train", train, 0), ("test", test, 1)):
        images, labels = bars(count, seed, shape[0])
        images = np.broadcast_to(images[..., None], (count, *shape))
        writer.add_examples({split: [{"image": i, "label": int(n)} for i, n in zip(images, labels, strict=True)]})
    writer.close_all()
    return folder
