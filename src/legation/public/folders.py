"""The folder into which the site is written: what keeps it from being written is said in a sentence.

Whatever stops a bake, every file that stood there is there, as it was or as it becomes, and the manifest is
the old one.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from legation_core.problems import Refused

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
FORBIDDEN = frozenset({errno.EACCES, errno.EPERM})
NO_FOLDER = frozenset({errno.ENOTDIR, errno.EEXIST})


@contextmanager
def written(folder: Path) -> Iterator[None]:
    """What happens inside writes into `folder`. Refused: it is no folder of its own, may not be written, or is full."""
    _own(folder)
    try:
        yield
    except OSError as error:
        path = str(error.filename or folder)
        if error.errno in FULL:
            raise Refused("V950", facts={"path": path}) from error
        if error.errno in FORBIDDEN:
            raise Refused("V951", facts={"path": path}) from error
        if error.errno == errno.EROFS:
            raise Refused("V952", facts={"path": path}) from error
        if error.errno in NO_FOLDER:
            raise Refused("V954", facts={"path": path}) from error
        raise


def _own(folder: Path) -> None:
    """`folder` may be a link to a folder; inside it no folder may lead elsewhere, for files would be written there."""
    if folder.exists() and not folder.is_dir():
        raise Refused("V954", facts={"path": str(folder)})
    for here, folders, _files in os.walk(folder):
        for name in folders:
            if (Path(here) / name).is_symlink():
                raise Refused("V953", facts={"path": str(Path(here) / name)})
