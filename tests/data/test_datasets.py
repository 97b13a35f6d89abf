"""Data sets: read whole, and each kind of damage with its own message."""

import json
import urllib.error
import urllib.request

import numpy as np
import pytest
from shared_data import shared_path
from small_datasets import bars, write_dataset

from nca_tf.data import datasets
from nca_tf.data.datasets import LabelledImages, held_out, load_images
from nca_tf.data.sample_digits import make_sheet, sample_digits
from nca_tf.files.errors import InputError
from nca_tf.pictures import dataset_targets
from nca_tf.pictures.targets import load_target


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    write_dataset(folder, "mnist")
    write_dataset(folder, "fashion_mnist")
    return folder


@pytest.fixture
def copied(tmp_path):
    return write_dataset(tmp_path, "mnist")


@pytest.fixture(autouse=True)
def no_server(monkeypatch):
    """Nothing answers; and no data set of this machine is found by accident."""

    def refuse(request, timeout):
        assert timeout <= 5
        raise urllib.error.URLError("no route to host")

    monkeypatch.setattr(urllib.request, "urlopen", refuse)
    monkeypatch.delenv("TFDS_DATA_DIR", raising=False)


def test_a_split_comes_whole_and_in_order(data_dir):
    for split, count, seed in (("train", 60, 0), ("test", 30, 1)):
        data = load_images("mnist", split, data_dir)
        images, labels = bars(count, seed)
        assert data.images.dtype == np.uint8 and data.labels.dtype == np.int32
        np.testing.assert_array_equal(data.images, images)
        np.testing.assert_array_equal(data.labels, labels)


def test_the_folder_may_come_from_the_environment(data_dir, monkeypatch):
    monkeypatch.setenv("TFDS_DATA_DIR", str(data_dir))
    assert len(load_images("fashion_mnist", "test")) == 30


def test_images_are_held_out_for_choosing():
    data = LabelledImages(np.arange(600).reshape(60, 1, 10).astype(np.uint8), np.arange(60, dtype=np.int32))
    train, chosen = held_out(data, 5)
    np.testing.assert_array_equal(chosen.labels, [55, 56, 57, 58, 59])
    assert len(train) == 55
    assert len(held_out(data, 5000)[1]) == 10, "a small set keeps most of its images for training"


@pytest.mark.slow
def test_real_data_sets():
    for name, train, test in (("mnist", 60_000, 10_000), ("fashion_mnist", 60_000, 10_000), ("kmnist", 300, 200)):
        data_dir = shared_path("data/tensorflow_datasets")
        data = load_images(name, "test", data_dir)
        assert data.images.shape == (test, 28, 28)
        assert set(data.labels) == set(range(10))
        info = json.loads((next((data_dir / name).glob("3.*")) / "dataset_info.json").read_text())
        assert sum(map(int, info["splits"][0]["shardLengths"])) in (train, test)


def test_unknown_name(data_dir):
    with pytest.raises(InputError, match=r"no data set 'fashion-mnist'.*did you mean fashion_mnist\?"):
        load_images("fashion-mnist", "train", data_dir)


def test_unknown_split(data_dir):
    with pytest.raises(InputError, match="split is 'validation'"):
        load_images("mnist", "validation", data_dir)


def test_absent_and_not_to_be_downloaded(data_dir):
    with pytest.raises(
        InputError, match=r"kmnist is not in .* it may not be downloaded here.*; set TFDS_DATA_DIR to its parent"
    ):
        load_images("kmnist", "train", data_dir, download=False)


def test_absent_and_no_network(data_dir):
    """The server is asked first, so that this fails at once."""
    with pytest.raises(InputError, match=r"kmnist is not in .* can't be downloaded \(no route to host\)"):
        load_images("kmnist", "train", data_dir)
    assert not (data_dir / "kmnist").exists()


def test_a_data_dir_that_does_not_exist(tmp_path):
    with pytest.raises(InputError, match="mnist is not in .*nowhere"):
        load_images("mnist", "train", tmp_path / "nowhere")


def test_a_download_that_fails_is_one_line(tmp_path, monkeypatch):
    class Answer:
        def __enter__(self):
            return self

        def __exit__(self, *_):
            pass

    class Builder:
        def download_and_prepare(self):
            raise ConnectionResetError("Connection reset\nby peer")

    class Library:
        @staticmethod
        def builder(name, data_dir, try_gcs):
            return Builder()

    monkeypatch.setattr(urllib.request, "urlopen", lambda request, timeout: Answer())
    monkeypatch.setattr(datasets, "_tensorflow_datasets", lambda: Library)
    with pytest.raises(InputError, match=r"downloading it failed \(Connection reset\)"):
        load_images("mnist", "train", tmp_path)


def test_missing_description(copied):
    (copied / "features.json").unlink()
    with pytest.raises(InputError, match=r"can't be read: features.json is missing.*prepare it again"):
        load_images("mnist", "train", copied.parents[1])


def test_damaged_description(copied):
    (copied / "dataset_info.json").write_text('{"name": "mnist", "splits": [')
    with pytest.raises(InputError, match="can't be read"):
        load_images("mnist", "train", copied.parents[1])


def test_missing_file(copied):
    next(copied.glob("*train*")).unlink()
    with pytest.raises(InputError, match="can't be read"):
        load_images("mnist", "train", copied.parents[1])


def test_half_written_file(copied):
    file = next(copied.glob("*train*"))
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    with pytest.raises(InputError, match="can't be read"):
        load_images("mnist", "train", copied.parents[1])


def test_fewer_images_than_described(copied):
    info = json.loads((copied / "dataset_info.json").read_text())
    info["splits"][0]["shardLengths"] = ["99"]
    (copied / "dataset_info.json").write_text(json.dumps(info))
    name = info["splits"][0]["name"]
    with pytest.raises(InputError, match=f"can't be read.*({name} has|60|30)"):
        load_images("mnist", name, copied.parents[1])


def test_interrupted_preparation_is_no_data_set(tmp_path):
    """TensorFlow Datasets prepares in a folder of another name."""
    folder = write_dataset(tmp_path, "mnist")
    folder.rename(folder.with_name("incomplete.AB12_mnist_3.0.1"))
    with pytest.raises(InputError, match="mnist is not in"):
        load_images("mnist", "train", tmp_path)


def test_wrong_shape(tmp_path):
    write_dataset(tmp_path, "mnist", shape=(32, 32, 3))
    with pytest.raises(
        InputError, match=r"images of shape \(32, 32, 3\); mnist has \(28, 28, 1\).*; set TFDS_DATA_DIR to"
    ):
        load_images("mnist", "train", tmp_path)


def test_labels_out_of_range(tmp_path, monkeypatch):
    write_dataset(tmp_path, "mnist")
    source = datasets.Source((28, 28, 1), "", ("zero", "one", "two"), "Counted")
    monkeypatch.setitem(datasets.SOURCES, "mnist", source)
    with pytest.raises(InputError, match="labels go from 0 to 9"):
        load_images("mnist", "train", tmp_path)


@pytest.mark.parametrize("name", ["mnist", "fashion_mnist"])
def test_bundled_images_are_ten_of_each_class(name):
    data = sample_digits(name)
    assert data.images.shape == (100, 28, 28)
    np.testing.assert_array_equal(data.labels, np.repeat(np.arange(10), 10))
    assert 100 < (data.images > 25).sum(axis=(1, 2)).mean() < 500
    with pytest.raises(InputError, match="no images of 'kmnist' are bundled"):
        sample_digits("kmnist")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["mnist", "fashion_mnist"])
def test_bundled_images_were_held_out_of_training(name):
    data = load_images(name, "train", shared_path("data/tensorflow_datasets"))
    sheet = make_sheet(held_out(data, 5000)[1])
    images = sheet.reshape(10, 28, 10, 28).swapaxes(1, 2).reshape(100, 28, 28)
    np.testing.assert_array_equal(sample_digits(name).images, images)


def test_an_image_of_a_data_set_as_target(data_dir, monkeypatch):
    monkeypatch.setenv("TFDS_DATA_DIR", str(data_dir))
    target = load_target("fashion_mnist:3")
    image = bars(60)[0][3]
    assert target.shape == (28, 28, 4)
    for colour in range(3):
        np.testing.assert_allclose(target[..., colour], image / 255, atol=1e-6)
    np.testing.assert_array_equal(target[..., 3], image > 0)


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ("fashion_mnist:60", "not among the 60 training images; 0 to 59"),
        ("fashion_mnist:-1", "names no image"),
        ("fashion_mnist:", "names no image"),
        ("fashion_mnist:boot", "names no image; a number"),
        ("kmnist:0", "kmnist is not in"),
    ],
)
def test_bad_targets(data_dir, monkeypatch, spec, message):
    monkeypatch.setenv("TFDS_DATA_DIR", str(data_dir))
    with pytest.raises(InputError, match=message):
        load_target(spec)


def test_kinds_of_targets():
    assert set(dataset_targets.dataset_targets()) == {"fashion_mnist", "mnist", "kmnist"}
