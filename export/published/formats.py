"""Which format a published file is in, told by its content."""

from export.published import json_files, layers, numpy_file, scripts, zips
from export.published.original import MOST_BYTES, Original
from nca_tf.families.growing import webgl8
from nca_tf.files.archives import NPY_MAGIC, ZIP_MAGIC
from nca_tf.files.budget import Budget
from nca_tf.files.errors import InputError
from nca_tf.files.plain_json import parse_json


def read_content(content: bytes, entry: str | None, budget: Budget) -> Original:
    """Reads a file's content.

    Args:
      content: the whole file.
      entry: which of several models in it.
      budget: for what is unpacked and decoded.
    Raises:
      InputError: when it is in no known format, damaged, beyond the budget, or holds several models and `entry` none.
    """
    if content.startswith(ZIP_MAGIC):
        return zips.read(content, entry, budget, read_single)
    if entry is not None:
        return _from_text(content, entry, budget)
    return read_single(content, budget)


def read_single(content: bytes, budget: Budget) -> Original:
    """As `read_content`, of a file that can hold one model only, or PyTorch's archive."""
    if len(content) > MOST_BYTES:
        raise InputError(f"the file is larger than {MOST_BYTES} bytes; published models are smaller; pass one of them")
    if content.startswith(ZIP_MAGIC):
        return zips.read(content, None, budget, _no_archive)
    if content.startswith(NPY_MAGIC):
        return numpy_file.matrix(content)
    return _from_text(content, None, budget)


def _no_archive(content: bytes, budget: Budget) -> Original:
    raise InputError("the archive holds an archive of other files; unpack the outer one; pass the inner one")


def _from_text(content: bytes, entry: str | None, budget: Budget) -> Original:
    try:
        text = content.decode("utf-8-sig")
        assigned = scripts.assignments(text)
        document = None if assigned else parse_json(text)
    except ValueError as error:
        if isinstance(error, InputError):
            raise
        raise InputError(
            f"this is no format that is known ({' '.join(str(error).split())[:80]}); a file published with the "
            "original models is expected; export/FORMATS.md lists them"
        ) from None
    if assigned:
        document = assigned[zips.choose("the script", list(assigned), entry)]
    elif entry is not None:
        raise InputError("the file holds one model; --entry is for archives and scripts with several; leave it out")
    return from_document(document, budget)


def from_document(document: object, budget: Budget) -> Original:
    """Reads a parsed JSON document."""
    if json_files.is_frozen_graph(document):
        return layers.recognise("frozen graph JSON", json_files.graph_arrays(document, budget))
    if json_files.is_base64_list(document):
        return layers.recognise("base64 arrays", json_files.base64_arrays(document))
    matrices = json_files.matrices(document)
    if matrices is not None:
        return Original("JSON matrices", json_files.PERTURBATION, matrices)
    arrays = webgl8.decode(webgl8.parse(document))
    sizes = {"channels": arrays["dense2/bias"].size, "hidden": arrays["dense1/bias"].size}
    # The demo that the file is for repeats its textures.
    return Original("8-bit WebGL JSON", layers.GROWING, arrays, {**sizes, "edges": "wrap"})
