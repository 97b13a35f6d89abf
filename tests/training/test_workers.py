"""Workers stop together and none waits for ever; what two of them train is a promise of each family (promises.py)."""

import json
import signal
import socket

import pytest
from training_processes import Process, assert_identical, assert_same_training, free_addresses, two_workers

from nca_tf.files.model_files import describe_file

GROWING = ("training.growing", "--experiment", "regenerating", "--size", "8", "--padding", "4", "--pool-size", "16")
GROWING += ("--batch-size", "4", "--damage", "2", "--min-steps", "8", "--max-steps", "12", "--iterations", "20")


@pytest.mark.slow
def test_growing_with_pool_and_damage_survives_a_killed_and_a_stopped_worker_and_ends_as_one_process_would(tmp_path):
    command = (*GROWING, "--shards", "2", "--checkpoint-seconds", "0")
    straight = Process(tmp_path, command, "one")

    chief, worker = two_workers(tmp_path, command, "run", send=signal.SIGKILL, at=7)
    worker.end(-signal.SIGKILL)
    assert chief.end(2).startswith("error: another worker has ended or can't be reached; all workers of TF_CONFIG")
    assert not worker.out.exists(), "only the chief writes"

    chief, worker = two_workers(tmp_path, command, "run", send=signal.SIGTERM, at=13)
    for each in (chief, worker):
        assert each.end(128 + signal.SIGTERM).startswith("interrupted after iteration 13 of 20, which is saved")
    assert_identical(chief, worker)

    alone = Process(tmp_path, command, "run")
    alone.end()
    straight.end()
    assert_same_training(alone, straight)

    # As at its end, which takes too long here.
    (alone.out / "weights.npz").write_bytes(b"trained")
    record = {"iterations": 20, "weights_sha256": describe_file(alone.out / "weights.npz")["sha256"]}
    (alone.out / "record.json").write_text(json.dumps(record))
    chief, worker = two_workers(tmp_path, command, "run")
    assert "is already trained for 20 iterations" in chief.end()
    worker.end()


@pytest.mark.slow
def test_workers_with_other_settings_are_told_so_before_anything_is_written(tmp_path):
    line = "error: hidden is 128 on worker 0 and 64 on worker 1; all workers need the same; give all of them the same"
    for each in two_workers(tmp_path, GROWING, "run", last=("--hidden", "64")):
        assert each.end(2).startswith(line)
        assert not each.out.exists()


@pytest.mark.slow
def test_a_worker_that_waits_for_the_others_says_so_and_can_be_interrupted(tmp_path):
    addresses = free_addresses()
    alone = Process(tmp_path, GROWING, "run", addresses=addresses, index=1)
    assert alone.until("worker 1 waits for ") == f"worker 1 waits for worker 0 ({addresses[0]})"
    alone.interrupt()
    alone.end(-signal.SIGINT)


@pytest.mark.slow
def test_a_port_that_is_taken_is_said_in_one_line(tmp_path):
    with socket.socket() as taken:
        taken.bind(("", 0))
        taken.listen()
        addresses = [f"127.0.0.1:{taken.getsockname()[1]}", "127.0.0.1:1"]
        line = Process(tmp_path, GROWING, "run", addresses=addresses).end(2)
    assert line.startswith(f"error: worker 0 can't be reached at {addresses[0]}, whose port is in use")
