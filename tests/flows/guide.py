"""The guide "bring your country" as a program: its blocks in order, in an empty folder, at a shell."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs/guides/bring-your-country.md"
BLOCK = re.compile(r"^```sh\n(.*?)^```$(?:\n```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL)
BEGIN = "=== block"
SHIM = '#!/bin/sh\nPYTHONTZPATH= PYTHONPATH={path} exec {python} -m legation.project.cli "$@"\n'


@dataclass(frozen=True, slots=True)
class Block:
    """Commands of the guide, and what it says that they print; empty where it says nothing."""

    commands: str
    printed: str


def blocks() -> list[Block]:
    return [Block(found[1], found[2] or "") for found in BLOCK.finditer(GUIDE.read_text(encoding="utf-8"))]


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of somebody who has only the `legation` command."""
    program = folder / "bin/legation"
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(SHIM.format(path=ROOT / "src", python=sys.executable))
    program.chmod(0o755)
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("LEGATION_", "DJANGO_"))}
    return inherited | {"PATH": f"{program.parent}:{os.environ['PATH']}"}


def follow(folder: Path) -> list[str]:
    """Do everything that the guide says, in `folder`; what each block printed. A command that fails raises."""
    shutil.copytree(ROOT / "docs/guides/country", folder / "country")
    script = "set -eu\n" + "\n".join(f'echo "{BEGIN}"\n{one.commands}' for one in blocks())
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=surroundings(folder), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return [part.removeprefix("\n") for part in done.stdout.split(BEGIN)[1:]]
