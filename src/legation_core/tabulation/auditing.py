"""A batch audit: which stations are counted again by hand, so that anyone draws the same ones from a public seed.

The draw is the SHA-256 sampler of R. L. Rivest (2011), which P. B. Stark's page `sha256Rand.htm` works in a browser:
the n-th number is SHA-256 of `SEED,n` modulo the stations, plus 1; one drawn before is passed over. The size is the
smallest sample without replacement that misses `wrong` stations with a chance of at most the risk (Aslam, Popa,
Rivest: On Estimating the Size and Confidence of a Statistical Audit, 2007). Both are reckoned in whole numbers.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import count
from math import comb

from legation_core.problems import Refused

FEWEST_DIGITS = 20
"""A seed is thrown with ten-sided dice before witnesses, at least so many times (Stark)."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One station of the sample: its place in the draw, the number of the hash that gave it, its place in the list."""

    draw: int
    hashed: int
    place: int
    station: str


def numbers(seed: str, total: int) -> Iterator[int]:
    """Numbers from 1 to `total`, one after the other, repetitions included."""
    for n in count(1):
        yield int.from_bytes(hashlib.sha256(f"{seed},{n}".encode()).digest()) % total + 1


def sample(seed: str, stations: Sequence[str], size: int) -> tuple[Drawn, ...]:
    """`size` different stations in the order of the draw. They are sorted first: the order of the list decides nothing.

    Refuses a seed that is not at least 20 decimal digits (P303), and a size that the stations do not have (P304).
    """
    if not (seed.isascii() and seed.isdecimal() and len(seed) >= FEWEST_DIGITS):
        raise Refused("P303", facts={"fewest": FEWEST_DIGITS})
    ordered = sorted(set(stations))
    if not 1 <= size <= len(ordered):
        raise Refused("P304", facts={"size": size, "stations": len(ordered)})
    found: dict[int, Drawn] = {}
    for hashed, place in enumerate(numbers(seed, len(ordered)), start=1):
        if place not in found:
            found[place] = Drawn(len(found) + 1, hashed, place, ordered[place - 1])
        if len(found) == size:
            break
    return tuple(found.values())


def missing_chance(total: int, wrong: int, size: int) -> Fraction:
    """The chance that a sample of `size` of `total` stations holds none of the `wrong` ones."""
    return Fraction(comb(total - wrong, size), comb(total, size))


def size_for(total: int, wrong: int, risk: Fraction) -> int:
    """The smallest sample that misses all of `wrong` stations with a chance of at most `risk`.

    Refuses (P305) where no station or more than all are wrong, or the risk is no share between 0 and 1.
    """
    if not (1 <= wrong <= total and 0 < risk < 1):
        raise Refused("P305", facts={"wrong": wrong, "stations": total, "risk": str(risk)})
    low, high = 1, total - wrong + 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if missing_chance(total, wrong, middle) <= risk else (middle + 1, high)
    return low
