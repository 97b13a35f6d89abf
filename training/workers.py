"""Which part a process has in a training that several workers share, as TF_CONFIG says."""

import json
import os

from nca_tf.files.errors import InputError


def read_workers() -> tuple[dict[str, list[str]], str, int]:
    """The cluster (kind of task -> addresses), and this process's kind of task and index.

    Without TF_CONFIG it is a lone chief.

    Raises:
      InputError: TF_CONFIG is malformed.
    """
    try:
        content = json.loads(os.environ.get("TF_CONFIG") or "{}")
        cluster, task = dict(content.get("cluster", {})), dict(content.get("task", {}))
        return cluster, str(task.get("type", "chief")), int(task.get("index", 0))
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise malformed(error) from None


def malformed(error: Exception) -> InputError:
    """What to say where TF_CONFIG can't be used."""
    return InputError(
        f"TF_CONFIG can't be used ({' '.join(str(error).split())}); a JSON object with the objects cluster and task "
        "was expected; correct it, or train without --strategy multi-worker"
    )


def is_chief() -> bool:
    """Whether this process is the one that writes: the chief, or the first worker where there is none."""
    cluster, kind, index = read_workers()
    return kind == "chief" or (kind == "worker" and index == 0 and "chief" not in cluster)
