"""The links of the cast: in a demonstration they stand for both factors, and exist nowhere else."""

from typing import ClassVar

from legation.accounts.web.backends import Proven


class Cast(Proven):
    listed: ClassVar[bool] = False
