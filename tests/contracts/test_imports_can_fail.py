"""The import contracts are shown a breach each: a tree with the real folders, and one import that must not stand."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.contracts.checks.tree import ROOT
from tests.contracts.test_order import CONTRACTS, ORDER

ROOMS = ("web", "commands", "jobs", "actions", "queries", "convert", "permissions", "records", "models")
CAPABILITIES = [container.removeprefix("legation.") for container in CONTRACTS["rooms"]["containers"]]
LOG_ROOMS = [room.strip() for layer in CONTRACTS["rooms-of-the-log"]["layers"] for room in layer.split("|")]
CORE_SUBJECTS = (
    "problems", "words", "integrity", "lawbook", "timetable", "network", "protocol", "tabulation", "recount",
)  # fmt: skip

BREACHES = [
    ("order", "legation/missions/queries.py", "import legation.stations.queries"),
    ("order", "legation/base/clock.py", "import legation.plan.queries"),
    ("order", "legation/unknown/__init__.py", ""),
    ("core-order", "legation_core/values.py", "import legation_core.lawbook"),
    ("core-order", "legation_core/timetable/__init__.py", "import legation_core.network"),
    ("core-order", "legation_core/unknown.py", ""),
    ("core-alone", "legation_core/network/__init__.py", "import legation.base"),
    ("core-alone", "legation_core/network/__init__.py", "import django"),
    ("recount-alone", "legation_core/recount/__init__.py", "import legation_core.tabulation"),
    ("rooms", "legation/stations/models.py", "import legation.stations.queries"),
    ("rooms", "legation/stations/queries.py", "import legation.stations.actions"),
    ("rooms", "legation/stations/jobs.py", "import legation.stations.web"),
    ("rooms", "legation/stations/oddments.py", ""),
    ("rooms-of-the-log", "legation/integrity/keys.py", "import legation.integrity.signer"),
    ("rooms-of-the-log", "legation/integrity/oddments.py", ""),
    ("only-acts-append", "legation/stations/actions.py", "import legation.integrity.appending"),
    ("only-acts-append", "legation/integrity/jobs.py", "from legation.integrity.appending import append"),
    ("reads-never-act", "legation/stations/queries.py", "import legation.missions.actions"),
    ("pages-without-rows", "legation/stations/web.py", "import legation.stations.models"),
    ("pages-without-rows", "legation/stations/web.py", "from legation.missions.models import Mission"),
    ("desks-never-act", "legation/desks/headquarters.py", "import legation.stations.actions"),
    ("desks-never-act", "legation/desks/headquarters.py", "import legation.stations.models"),
]


def lay_out(folder: Path) -> None:
    """The folders and rooms, empty."""
    packages = ["legation", "legation_core"]
    packages += [f"legation/{app}" for app in ORDER] + [f"legation_core/{subject}" for subject in CORE_SUBJECTS]
    paths = [f"{package}/__init__.py" for package in packages]
    paths += [f"legation/{app}/{room}.py" for app in CAPABILITIES for room in ROOMS]
    paths += [f"legation/integrity/{room}.py" for room in LOG_ROOMS]
    for path in [*paths, "legation_core/values.py"]:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).touch()


def broken_contracts(folder: Path) -> set[str]:
    """Ids of the contracts that the linter finds broken in `folder`."""
    program = Path(sys.executable).with_name("lint-imports")
    command = [str(program), "--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    ran = subprocess.run(
        command, cwd=folder, env={"PYTHONPATH": str(folder)}, capture_output=True, text=True, check=False
    )
    names = {contract["name"]: key for key, contract in CONTRACTS.items()}
    found = {key for name, key in names.items() if f"{name} BROKEN" in " ".join(ran.stdout.split())}
    assert ran.returncode == (1 if found else 0), ran.stdout + ran.stderr
    return found


def test_the_empty_tree_breaks_nothing(tmp_path: Path) -> None:
    lay_out(tmp_path)
    assert broken_contracts(tmp_path) == set()


@pytest.mark.parametrize(("contract", "path", "line"), BREACHES)
def test_a_breach_is_found(tmp_path: Path, contract: str, path: str, line: str) -> None:
    lay_out(tmp_path)
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_text(f"{line}\n", encoding="utf-8")
    assert contract in broken_contracts(tmp_path)


def test_every_contract_is_shown_to_fail() -> None:
    assert {contract for contract, _, _ in BREACHES} == CONTRACTS.keys()


def test_the_configuration_is_the_one_that_is_checked() -> None:
    written = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    assert sorted(written["root_packages"]) == ["legation", "legation_core"]
