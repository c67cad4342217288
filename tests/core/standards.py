"""Where third-party test data stand. They are no part of the project; what is missing fails the run by name.

With ALLOW_MISSING=1 the head of the run names what is missing, and the rest still runs.
"""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("STANDARDS_DIR", ROOT / "../shared/standards")).resolve()
MERKLE = FOLDER / "merkle-testdata/testdata"


def missing() -> list[str]:
    """The data that are not there, by path."""
    return [str(path) for path in (MERKLE,) if not path.is_dir()]


def is_there(path: Path) -> bool:
    """Whether data can be read; where they cannot, the test that asks fails by name, unless ALLOW_MISSING=1."""
    named = f"MISSING test data: {path} (name their folder in STANDARDS_DIR, or set ALLOW_MISSING=1)"
    assert path.exists() or os.environ.get("ALLOW_MISSING") == "1", named
    return path.exists()
