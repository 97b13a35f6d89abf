"""The losses that the paper on the NCA manifold reports, and which of them a model is to be compared with."""

from typing import Any

BY_SET = {
    "emoji-continuous-stochastic": 0.01591,
    "emoji-dna-stochastic": 0.01633,
    "emoji-continuous-synchronous": 0.00199,
    "emoji-dna-synchronous": 0.00262,
    "chars-dna-stochastic": 0.00976,
    "emotions-dna-stochastic": 0.01799,
    "heads-dna-stochastic": 0.02439,
    "variety-dna-stochastic": 0.05035,
    "cifar10-continuous-synchronous": 0.00717,
    "cifar10-dna-synchronous": 0.00720,
}
"""By data, code and update, of the paper's usual model; those of letters are with half of them replaced."""
CODE_SIZES = {256: 0.02302, 1024: 0.01584}
"""Of all emoji, continuous, in codes of so many numbers."""
ABLATIONS = {"no-leaky": 0.0597, "no-norm": 0.0627, "no-slices": 0.067}
"""Of `variety` in letters, without what the paper leaves out in turn."""

LOSSES = {
    **BY_SET,
    **{f"emoji-continuous-stochastic-code_size-{size}": loss for size, loss in CODE_SIZES.items()},
    **{f"variety-dna-stochastic-{without}": loss for without, loss in ABLATIONS.items()},
}
"""All of them, by what `subject_of` calls a model."""
LETTERS_REPLACED = {subject: loss for subject, loss in LOSSES.items() if "-dna-" in subject}
CONTINUOUS = {subject: loss for subject, loss in LOSSES.items() if subject not in LETTERS_REPLACED}


def subject_of(meta: dict[str, Any]) -> str:
    """By what the paper's figures are told apart: data, code and update, then what is unusual in a model.

    Args:
      meta: the model's meta.json, with all `arguments` of the model.
    Returns:
      A key of `LOSSES`, or of none where the paper has no such model. That of CIFAR-10 stands for a part of it too.
    """
    data, arguments = meta.get("target_set"), meta["arguments"]
    unusual = [f"no-{part}" for part in ("leaky", "norm", "slices") if not arguments[part]]
    for name, usual in (("code_size", 512), ("channels", 16), ("size", 32 if data == "cifar10" else 64)):
        if arguments[name] != usual:
            unusual.append(f"{name}-{arguments[name]}")
    if meta.get("limit") and data != "cifar10":
        unusual.append(f"limit-{meta['limit']}")
    return "-".join([str(data), arguments["code"], str(meta.get("update")), *unusual])
