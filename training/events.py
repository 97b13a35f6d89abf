"""Writes what TensorBoard shows. An event file is a TFRecord file of Event messages, so nothing else is needed."""

import contextlib
import errno
import os
import time
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import tensorflow as tf

from nca_tf.pictures.animation import encode_png


class EventFile:
    """A new event file in `folder`. TensorBoard drops what earlier files hold from iteration `first` on."""

    def __init__(self, folder: Path, first: int):
        now = time.time()
        self._writer = tf.io.TFRecordWriter(str(folder / f"events.out.tfevents.{now:.6f}.{os.getpid()}"))
        self._add(0, file_version="brain.Event:2")
        self._add(first, session_log=tf.compat.v1.SessionLog(status=tf.compat.v1.SessionLog.START))

    def write_scalars(self, iteration: int, scalars: Mapping[str, float]) -> None:
        """Add one value of each named curve."""
        values = [tf.compat.v1.Summary.Value(tag=tag, simple_value=value) for tag, value in scalars.items()]
        self._add(iteration, summary=tf.compat.v1.Summary(value=values))

    def write_pictures(self, iteration: int, pictures: Mapping[str, np.ndarray]) -> None:
        """Add pictures, uint8 [height, width, 3] each."""
        values = []
        for tag, pixels in pictures.items():
            height, width, _ = pixels.shape
            image = tf.compat.v1.Summary.Image(
                height=height, width=width, colorspace=3, encoded_image_string=encode_png(pixels)
            )
            values.append(tf.compat.v1.Summary.Value(tag=tag, image=image))
        self._add(iteration, summary=tf.compat.v1.Summary(value=values))
        self.flush()

    def flush(self) -> None:
        """Hand every event to the operating system."""
        with _as_os_error():
            self._writer.flush()

    def close(self) -> None:
        """Write what is left and close the file."""
        with _as_os_error():
            self._writer.close()

    def _add(self, step: int, **content) -> None:
        with _as_os_error():
            self._writer.write(tf.compat.v1.Event(wall_time=time.time(), step=step, **content).SerializeToString())


@contextlib.contextmanager
def _as_os_error():
    """Turn TensorFlow's own exceptions for a full disk and the like into the ones that Python raises."""
    try:
        yield
    except tf.errors.ResourceExhaustedError as error:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
    except tf.errors.OpError as error:
        raise OSError(errno.EIO, error.message) from error
