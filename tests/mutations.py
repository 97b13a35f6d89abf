"""Damages files as readers of untrusted files have to bear it: cuts, flipped bits, absurd sizes, wrong types."""

import json
import re
import struct

import numpy as np

HUGE = (-1, 0, 3, 2**31 - 1, 2**32, 2**63 - 1, 10**40, 1e308, True, None, "x", [], {}, [[]])


def mutate(content: bytes, random: np.random.Generator) -> bytes:
    """Returns `content` with one kind of damage, chosen at random."""
    kinds = [truncate, flip_bits, overwrite, duplicate, plant_sizes, wrong_values, wrong_types, nest, inflate_header]
    return kinds[random.integers(len(kinds))](content, random)


def truncate(content: bytes, random: np.random.Generator) -> bytes:
    """Keeps a part from the start, or from the end."""
    cut = int(random.integers(len(content) + 1))
    return content[:cut] if random.random() < 0.7 else content[cut:]


def flip_bits(content: bytes, random: np.random.Generator) -> bytes:
    """Flips 1 to 64 bits."""
    damaged = np.frombuffer(content, np.uint8).copy()
    places = random.integers(len(damaged), size=random.integers(1, 65))
    damaged[places] ^= (1 << random.integers(8, size=len(places))).astype(np.uint8)
    return damaged.tobytes()


def overwrite(content: bytes, random: np.random.Generator) -> bytes:
    """Replaces a stretch by random bytes."""
    start, length = int(random.integers(len(content))), int(random.integers(1, 2000))
    return content[:start] + random.bytes(length) + content[start + length :]


def duplicate(content: bytes, random: np.random.Generator) -> bytes:
    """Repeats a stretch, or the whole, many times."""
    if random.random() < 0.5:
        return content * int(random.integers(2, 40))
    start, length = int(random.integers(len(content))), int(random.integers(1, 5000))
    return content[:start] + content[start : start + length] * int(random.integers(2, 20)) + content[start:]


def plant_sizes(content: bytes, random: np.random.Generator) -> bytes:
    """Writes an absurd number over four or eight bytes, as in the headers of archives and tables."""
    number = [0xFFFFFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFFFFFFFFFF, 1 << 40][random.integers(5)]
    planted = struct.pack("<Q", number) if number > 0xFFFFFFFF else struct.pack("<I", number)
    # The headers are at both ends.
    place = int(random.integers(min(len(content), 512)))
    place = place if random.random() < 0.5 else max(0, len(content) - place - 1)
    return content[:place] + planted + content[place + len(planted) :]


def wrong_values(content: bytes, random: np.random.Generator) -> bytes:
    """Puts not-a-number, infinity or huge floats among the values."""
    value = struct.pack("<f", [float("nan"), float("inf"), -float("inf"), 3e38][random.integers(4)])
    place = int(random.integers(max(1, len(content) - 4))) // 4 * 4
    return content[:place] + value * int(random.integers(1, 100)) + content[place + 4 :]


def wrong_types(content: bytes, random: np.random.Generator) -> bytes:
    """Replaces one value anywhere in a JSON document by one of another type or size."""
    try:
        document = json.loads(content)
    except ValueError:
        return flip_bits(content, random)
    places = list(_places(document))
    container, key = places[random.integers(len(places))]
    container[key] = HUGE[random.integers(len(HUGE))]
    return json.dumps(document).encode()


def _places(document, most=5000):
    stack, found = [document], []
    while stack and len(found) < most:
        container = stack.pop()
        keys = list(container) if isinstance(container, dict) else range(len(container))
        for key in keys:
            found.append((container, key))
            if isinstance(container[key], dict | list):
                stack.append(container[key])
    return found or [([0], 0)]


def nest(content: bytes, random: np.random.Generator) -> bytes:
    """Wraps the content in very many brackets, or makes a document of nothing else."""
    depth = int(10 ** random.uniform(1, 6))
    bracket, closing = ((b"[", b"]"), (b'{"modelTopology":', b"}"))[random.integers(2)]
    return bracket * depth + content[:1000] + closing * depth


def inflate_header(content: bytes, random: np.random.Generator) -> bytes:
    """Multiplies the numbers of the first few hundred bytes, as in the shape of a .npy file or a JSON size."""
    head, tail = content[:600], content[600:]
    factor = 10 ** int(random.integers(1, 25))
    return re.sub(rb"\d+", lambda match: str(int(match[0]) * factor).encode(), head) + tail
