"""A manifold on the web page: a map of its codes, the network that makes automata of them in eight bits, pictures.

`weights.bin` holds the automaton of the first picture, so that an engine has something to run; everything else lies in
files of the manifold's own, of which the page fetches the pictures when it opens one, the rest when that is asked for.
"""

import json
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from nca_tf.cells.life import ALIVE_THRESHOLD
from nca_tf.cells.page import THUMBNAIL, NoPage, Page
from nca_tf.data.emoji_groups import emoji_title, groups_of
from nca_tf.data.titles import title_of
from nca_tf.families.ncam.blocks import LEAK, leak
from nca_tf.families.ncam.encoder import CATEGORIES, TRUST
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import read_arrays
from nca_tf.files.plain_json import parse_json
from nca_tf.pictures.animation import encode_png, straight

if TYPE_CHECKING:
    from nca_tf.families.ncam.automaton import ManifoldCA

NETWORK, ENCODER, CODES, SHEET = "network.bin", "encoder.bin", "codes.bin", "pictures.webp"
PARTS = {NETWORK: ("predictor/", "reader/"), ENCODER: ("encoder/", "letters/")}
"""Which weights lie in which file: those for growing codes, and those for making a code of a reader's own picture."""
MAP, MAP_NAMES, MAP_SHEET = MAP_FILES = ("map.npz", "map.json", "map.webp")
"""Beside a manifold's weights: the codes of its pictures, their names, and the pictures; see `map_files`."""
SHEET_SIDE, SHEET_COLUMNS, SHEET_MOST = 32, 16, 16383
"""Pixels a side of a small picture, how many are in a row at least, and a WebP's largest side."""


def ncam_page(model: "ManifoldCA", meta: dict[str, Any], folder: Path) -> Page:
    """Returns what the page is told of a `ManifoldCA`.

    Raises:
      NoPage: it is one automaton.
      InputError: the codes, names and pictures of its set don't lie beside it.
    """
    if model.code == "none":
        raise NoPage(
            f"{folder} holds one automaton out of a manifold, which has no place on the page; a manifold was expected; "
            "leave it out."
        )
    codes, content, scales = read_codes(model, folder)
    names = read_names(folder)
    try:
        sheet = (folder / MAP_SHEET).read_bytes()
        with Image.open(BytesIO(sheet)) as image:
            thumbnail = np.asarray(image.convert("RGBA"))[:SHEET_SIDE, :SHEET_SIDE]
    except OSError as error:
        raise _unfinished(folder, MAP_SHEET) from error
    arrays = {name: weight.numpy() for name, weight in model.named_weights().items()}
    (network, growing), (encoder, encoding) = (
        packed({name: array for name, array in arrays.items() if name.startswith(parts)}) for parts in PARTS.values()
    )
    first = np.float32(codes[:1]) if model.code == "continuous" else np.eye(CATEGORIES, dtype=np.float32)[codes[:1]]
    genome = {name: rows[0].numpy() for name, rows in model.prepare(codes=model.hedge(first))["weights"].items()}
    places = [[round(float(x), 4), round(float(y), 4)] for x, y in map_of(codes)]
    facts = {
        "alive_threshold": ALIVE_THRESHOLD,
        "manifold": {
            "code": model.code,
            "code_size": model.code_size,
            **({"trust": TRUST} if model.code == "dna" else {}),
            "leak": float(leak(model.weights_now(), LEAK)) if model.leaky else 1.0,
            "names": names,
            "titles": [emoji_title(name) for name in names],
            "places": places,
            "groups": {group: inside.tolist() for group, inside in groups_of(names).items()},
            "codes": {"file": CODES, **scales},
            "network": {"file": NETWORK, "arrays": growing},
            "encoder": {"file": ENCODER, "arrays": encoding, "slices": model.slices, "colours": model.colours},
            "sheet": {"image": SHEET, "tile": SHEET_SIDE, "columns": columns_of(len(names))},
        },
    }
    title = meta.get("title") or title_of(folder.name.replace("-continuous", ", numbers").replace("-dna", ", letters"))
    words = {"title": title, "pattern": folder.name, "pattern_title": title, "training": None}
    return Page(
        words,
        facts,
        {THUMBNAIL: encode_png(thumbnail)},
        {},
        (folder.name,),
        arrays=genome,
        files={SHEET: sheet, NETWORK: network, ENCODER: encoder, CODES: content},
    )


def map_files(codes: np.ndarray, pictures: np.ndarray, names: list[str], folder: Path) -> None:
    """Write what `ncam_page` needs beside a manifold's weights.

    Codes of numbers are kept in a byte for each number, after one float32 scale for each place in a code; the pictures
    in one sheet of small ones, a lossy WebP (a third of a PNG).

    Args:
      codes: float32 [pictures, code size], or letters as uint8 [pictures, letters].
      pictures: float32 [pictures, size, size, 4], premultiplied.
      names: one a picture.
    """
    arrays = {"codes": codes}
    if codes.dtype != np.uint8:
        scale = np.maximum(np.abs(codes).max(axis=0), 1e-12).astype(np.float32) / 127
        arrays = {"codes": np.rint(codes / scale).astype(np.int8), "scale": scale}
    np.savez_compressed(folder / MAP, **arrays)
    (folder / MAP_NAMES).write_text(json.dumps(names) + "\n")
    sheet = Image.fromarray(_sheet(np.stack([_small(picture) for picture in pictures])))
    sheet.save(folder / MAP_SHEET, format="WEBP", quality=80, method=6)


def read_codes(model: "ManifoldCA", folder: Path) -> tuple[np.ndarray, bytes, dict[str, int]]:
    """The codes that lie beside a manifold.

    Args:
      model: the manifold.
      folder: where it was read from.
    Returns:
      float32 [pictures, code size], or letters as uint8 [pictures, letters]; the same as the page has them, scales
      before codes and four letters in a byte, the first in the lowest two bits; how many make a code, by what they are.
    Raises:
      InputError: none lie there, the file is damaged, of another manifold, or of an earlier version.
    """
    try:
        arrays = read_arrays(folder / MAP)
    except InputError as fault:
        raise _unfinished(folder, MAP) from fault
    codes, scale = arrays.get("codes"), arrays.get("scale")
    width = model.code_shape[0]
    if codes is None or codes.shape != (len(read_names(folder)), width):
        raise _unfinished(folder, MAP)
    if model.code == "dna":
        fine = scale is None and codes.dtype == np.uint8 and (codes < CATEGORIES).all()
    else:
        fine = scale is not None and scale.shape == (width,) and codes.dtype == np.int8
    if not fine:
        raise _unfinished(folder, MAP)
    if scale is not None:
        return scale * codes, scale.astype("<f4").tobytes() + codes.tobytes(), {"numbers": codes.shape[1]}
    fours = codes.reshape(len(codes), -1, 4) << np.array([0, 2, 4, 6], np.uint8)
    return codes, np.bitwise_or.reduce(fours, axis=-1).tobytes(), {"letters": codes.shape[1]}


def read_names(folder: Path) -> list[str]:
    """The names of the pictures whose codes lie beside a manifold; raises InputError where they can't be read."""
    try:
        names = parse_json((folder / MAP_NAMES).read_bytes())
    except (OSError, ValueError) as error:
        raise _unfinished(folder, MAP_NAMES) from error
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise _unfinished(folder, MAP_NAMES)
    return names


def _unfinished(folder: Path, name: str) -> InputError:
    return InputError(
        f"{folder / name} is not there, damaged, or of another manifold or version; {', '.join(MAP_FILES)} as python "
        "-m training.ncam.codes leaves them beside a manifold were expected; run that."
    )


def map_of(codes: np.ndarray) -> np.ndarray:
    """Places of codes in two dimensions, float [codes, 2] in [0, 1]: along the two axes on which they differ most."""
    flat = np.eye(CATEGORIES)[codes].reshape(len(codes), -1) if codes.dtype == np.uint8 else codes.astype(np.float64)
    flat = flat - flat.mean(axis=0)
    # Of the two products of codes with codes, the smaller one: there may be tens of thousands of either.
    if len(flat) <= flat.shape[1]:
        values, vectors = np.linalg.eigh(flat @ flat.T)
        places = vectors[:, ::-1][:, :2] * np.sqrt(np.maximum(values[::-1][:2], 0.0))
    else:
        places = flat @ np.linalg.eigh(flat.T @ flat)[1][:, ::-1][:, :2]
    # Mostly by rank: pictures whose codes lie in a heap stay apart.
    ranks = places.argsort(axis=0).argsort(axis=0) / max(len(codes) - 1, 1)
    spread = (places - places.min(axis=0)) / np.maximum(np.ptp(places, axis=0), 1e-9)
    return 0.25 * spread + 0.75 * ranks


def packed(arrays: dict[str, np.ndarray]) -> tuple[bytes, list[dict[str, Any]]]:
    """Arrays in eight bits: kernels as int8 after one float32 scale for each output, everything else as float32.

    Returns:
      The bytes, and for each array its name, shape, offset and whether it is in eight bits.
    """
    parts, described, at = [], [], 0
    for name, array in arrays.items():
        small = array.ndim == 2
        if small:
            scale = np.maximum(np.abs(array).max(axis=0), 1e-12) / 127
            part = scale.astype("<f4").tobytes() + np.rint(array / scale).astype(np.int8).tobytes()
        else:
            part = array.astype("<f4").tobytes()
        part += bytes(-len(part) % 4)
        described.append({"name": name, "shape": list(array.shape), "offset": at, "bits": 8 if small else 32})
        parts.append(part)
        at += len(part)
    return b"".join(parts), described


def _small(picture: np.ndarray) -> np.ndarray:
    """Straight RGBA, uint8 [32, 32, 4], by means over blocks where the side is a multiple, else by picking."""
    side = picture.shape[0]
    if picture.shape[-1] == 3:
        picture = np.concatenate([picture, np.ones_like(picture[..., :1])], axis=-1)
    if side % SHEET_SIDE:
        at = np.arange(SHEET_SIDE) * side // SHEET_SIDE
        return straight(picture[at][:, at])
    block = side // SHEET_SIDE
    return straight(picture.reshape(SHEET_SIDE, block, SHEET_SIDE, block, 4).mean(axis=(1, 3)))


def columns_of(count: int) -> int:
    """How many of so many small pictures are in a row: as few as a WebP's largest side allows."""
    columns = SHEET_COLUMNS
    while -(-count // columns) * SHEET_SIDE > SHEET_MOST:
        columns *= 2
    return columns


def _sheet(pictures: np.ndarray) -> np.ndarray:
    columns = columns_of(len(pictures))
    rows = -(-len(pictures) // columns)
    sheet = np.zeros((rows * columns, SHEET_SIDE, SHEET_SIDE, 4), np.uint8)
    sheet[: len(pictures)] = pictures
    sheet = sheet.reshape(rows, columns, SHEET_SIDE, SHEET_SIDE, 4).swapaxes(1, 2)
    return np.ascontiguousarray(sheet.reshape(rows * SHEET_SIDE, columns * SHEET_SIDE, 4))
