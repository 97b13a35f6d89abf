"""What holds for every test: quiet libraries, TensorFlow under Keras, and no network."""

import gc
import ipaddress
import os
import socket

import pytest

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ["KERAS_BACKEND"] = "tensorflow"
# As training's commands have it, whatever is imported first here.
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "1")
# NumPy's products are small here; its threads would only wait for each other, and for those of other processes.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# So are TensorFlow's: what is run side by side here is whole files of tests.
os.environ.setdefault("TF_NUM_INTRAOP_THREADS", "1")
# tensorflowjs imports this library, whose greeting needs IPython where output is captured.
os.environ["TFDF_DISABLE_WELCOME_MESSAGE"] = "1"


# Python looks for cycles among TensorFlow's millions of objects again and again while graphs are traced, a tenth of the
# tests' time; after each file is enough.
gc.disable()

FOLDERS_WITH_MARKS = ("browser", "export")


def pytest_collection_modifyitems(items):
    """Mark tests for their folder; those in the browser come last.

    While their Chromium is open, Playwright can't start another one in this process; files are handed out in this
    order too.
    """
    for item in items:
        for name in FOLDERS_WITH_MARKS:
            if name in item.path.parent.parts:
                item.add_marker(name)
    items.sort(key=lambda item: "browser" in item.path.parent.parts)


def pytest_collection_finish():
    gc.freeze()


@pytest.fixture(scope="module", autouse=True)
def garbage_goes_with_its_file():
    """Free what a file's tests have left behind."""
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Refuse every connection that would leave this machine: nothing under test may need one."""
    connect = socket.socket.connect

    def connect_locally(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_local(address[0]):
            raise AssertionError(f"a test tried to reach {address[0]}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_locally)


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
