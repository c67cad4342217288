"""A bake in a process of its own, which kills itself with SIGKILL: `killed.py FROM INTO CALL NUMBER`.

The files of a site that was baked into FROM are written into INTO as a bake writes them. At the NUMBER-th CALL
(`rename`, or `flush`: the file is written and not yet in its place) the process is gone.
"""

import itertools
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import django

django.setup()

from legation.public import bake as baking  # noqa: E402
from legation.public.routes import Address  # noqa: E402
from legation.public.site import Site  # noqa: E402
from legation.publication.convert.frozen import Frozen  # noqa: E402


def main(source: Path, into: Path, call: str, number: int) -> None:
    files = sorted(path for path in source.rglob("*") if path.is_file())
    found = [Address(path.relative_to(source).as_posix(), "", path.read_bytes) for path in files]
    baking.addresses = lambda _site: iter(found)
    owner, name = (Path, "replace") if call == "rename" else (os, "fsync")
    setattr(owner, name, dying(getattr(owner, name), number))
    baking.bake(Site(Frozen("az2024", b"", "", {}, lambda _digest: b"")), into)


def dying(real: Callable[..., object], number: int) -> Callable[..., object]:
    """`real`, until the call that is the last thing this process does."""
    calls = itertools.count()

    def call(*given: object) -> object:
        if next(calls) == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given)

    return call


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
