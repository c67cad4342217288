"""Verification of Ed25519 signatures (RFC 8032, section 5.1.7) with nothing but whole numbers.

The verifier must run where nothing can be installed, so the curve is here. It holds no secret, so time need not be
constant. Stricter than the RFC demands, as libsodium is: non-canonical encodings and points of small order are not
accepted, neither as key nor as the first half of a signature, so that one signature fits one text under one key.
"""

from hashlib import sha512

PRIME = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
"""L: the order of the base point."""
CURVE_D = -121665 * pow(121666, -1, PRIME) % PRIME
_ROOT_OF_MINUS_ONE = pow(2, (PRIME - 1) // 4, PRIME)

Point = tuple[int, int, int, int]
"""Extended homogeneous coordinates X, Y, Z, T: x = X/Z, y = Y/Z, x*y = T/Z (RFC 8032, section 5.1.4)."""
_NEUTRAL: Point = (0, 1, 1, 0)


def verify(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether `signature` (64 bytes) of `message` was made with the private half of `public_key` (32 bytes)."""
    if len(public_key) != 32 or len(signature) != 64:
        return False
    key, commitment = _point(public_key), _point(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if key is None or commitment is None or scalar >= ORDER or _is_small(key) or _is_small(commitment):
        return False
    digest = sha512(signature[:32] + public_key + message).digest()
    challenge = int.from_bytes(digest, "little") % ORDER
    # [S]B - [k]A is compared with R by its bytes: the equation without cofactor.
    return _encoded(_combination(scalar, _BASE, challenge, _negative(key))) == signature[:32]


def is_key(public_key: bytes) -> bool:
    """Whether these bytes are a point that a signature can be checked against."""
    point = _point(public_key) if len(public_key) == 32 else None
    return point is not None and not _is_small(point)


def _point(encoded: bytes) -> Point | None:
    """The point of 32 bytes (RFC 8032, section 5.1.3), or `None` where they are none or not its one spelling."""
    number = int.from_bytes(encoded, "little")
    sign, y = number >> 255, number & ((1 << 255) - 1)
    if y >= PRIME:
        return None
    x = _x_of(y, sign)
    return None if x is None else (x, y, 1, x * y % PRIME)


def _x_of(y: int, sign: int) -> int | None:
    above, below = (y * y - 1) % PRIME, (CURVE_D * y * y + 1) % PRIME
    x = above * pow(below, 3, PRIME) * pow(above * pow(below, 7, PRIME), (PRIME - 5) // 8, PRIME) % PRIME
    if (below * x * x - above) % PRIME:
        x = x * _ROOT_OF_MINUS_ONE % PRIME
    if (below * x * x - above) % PRIME or (x == 0 and sign):
        return None
    return PRIME - x if x & 1 != sign else x


def _add(left: Point, right: Point) -> Point:
    x1, y1, z1, t1 = left
    x2, y2, z2, t2 = right
    a = (y1 - x1) * (y2 - x2) % PRIME
    b = (y1 + x1) * (y2 + x2) % PRIME
    c = 2 * t1 * t2 * CURVE_D % PRIME
    d = 2 * z1 * z2 % PRIME
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % PRIME, g * h % PRIME, f * g % PRIME, e * h % PRIME


def _doubled(point: Point) -> Point:
    x, y, z, _ = point
    a, b = x * x, y * y
    h = a + b
    e, g = h - (x + y) * (x + y), a - b
    f = 2 * z * z + g
    return e * f % PRIME, g * h % PRIME, f * g % PRIME, e * h % PRIME


def _negative(point: Point) -> Point:
    x, y, z, t = point
    return -x % PRIME, y, z, -t % PRIME


def _combination(first: int, one: Point, second: int, other: Point) -> Point:
    """[first]one + [second]other, both in one pass over the bits."""
    table = (_NEUTRAL, one, other, _add(one, other))
    total = _NEUTRAL
    for bit in range(max(first.bit_length(), second.bit_length()) - 1, -1, -1):
        total = _doubled(total)
        choice = (first >> bit & 1) | (second >> bit & 1) << 1
        if choice:
            total = _add(total, table[choice])
    return total


def _is_small(point: Point) -> bool:
    """Whether eight times the point is the neutral one: such a key signs every text."""
    x, y, z, _ = _doubled(_doubled(_doubled(point)))
    return x == 0 and (y - z) % PRIME == 0


def _encoded(point: Point) -> bytes:
    x, y, z, _ = point
    inverse = pow(z, -1, PRIME)
    x, y = x * inverse % PRIME, y * inverse % PRIME
    return (y | (x & 1) << 255).to_bytes(32, "little")


_BASE_Y = 4 * pow(5, -1, PRIME) % PRIME
_BASE_X = _x_of(_BASE_Y, 0) or 0
_BASE: Point = (_BASE_X, _BASE_Y, 1, _BASE_X * _BASE_Y % PRIME)
