"""Schemas of third parties. They are no part of the project; what is missing fails the test by name.

They stand in the folder that STANDARDS_DIR names (default ../shared/standards). With ALLOW_MISSING=1 the rest runs.
"""

import os
from pathlib import Path

FOLDER = Path(os.environ.get("STANDARDS_DIR", Path(__file__).parents[3] / "../shared/standards")).resolve()
FRICTIONLESS = FOLDER / "frictionless"
VIP = FOLDER / "vip/vip_spec.xsd"
NIST = FOLDER / "nist-err/NIST_V2_election_results_reporting.json"


def is_there(path: Path) -> bool:
    """Whether a schema can be read; where it cannot, the test fails by name, unless ALLOW_MISSING=1."""
    named = f"MISSING schema: {path} (name its folder in STANDARDS_DIR, or set ALLOW_MISSING=1)"
    assert path.exists() or os.environ.get("ALLOW_MISSING") == "1", named
    return path.exists()
