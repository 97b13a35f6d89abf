"""A seeded part of `python -m tests.fuzz_originals`, and the crafted files that once took gigabytes or a traceback."""

import pytest

from tests.fuzz_originals import RUNS, fuzz

COUNT = 25


@pytest.mark.parametrize("kind", ["mutated", "crafted"])
@pytest.mark.parametrize("target", list(RUNS))
def test_hostile_files_are_refused_in_one_line(target, kind, tmp_path):
    outcome = fuzz(target, kind, COUNT, seed=1, folder=tmp_path)
    assert not outcome.failures, "\n".join(outcome.failures)
    assert outcome.refused + outcome.accepted == COUNT and outcome.refused > COUNT // 2
