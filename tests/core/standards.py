"""Where third-party test data stand. They are no part of the project; what is missing is named, the rest still runs."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("STANDARDS_DIR", ROOT / "../shared/standards")).resolve()
MERKLE = FOLDER / "merkle-testdata/testdata"


def missing() -> list[str]:
    """The data that are not there, by path."""
    return [str(path) for path in (MERKLE,) if not path.is_dir()]
