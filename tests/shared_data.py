"""Where the tests find the published originals, which are not part of this repository."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


def shared_path(relative: str) -> Path:
    """Returns the path below the folder `shared` beside the repository, or skips the test where it isn't there."""
    path = SHARED / relative
    if not path.exists():
        pytest.skip(f"the published originals are not on this machine: shared/{relative}")
    return path
