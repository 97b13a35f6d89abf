"""A host with adversaries on the web page: its host's own facts and pictures, and what the adversaries are after."""

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nca_tf.cells.composite import arguments_of
from nca_tf.cells.page import Page
from nca_tf.data.titles import title_of
from nca_tf.families.growing.page import growing_page
from nca_tf.families.mnist.automaton import SelfClassifyingCA
from nca_tf.families.mnist.page import mnist_page

if TYPE_CHECKING:
    from nca_tf.families.adversarial.automaton import InjectedCA


def adversarial_page(model: "InjectedCA", meta: dict[str, Any], folder: Path) -> Page:
    """Returns what the page is told of an `InjectedCA`; `meta` and `folder` are those of its files."""
    is_digits = isinstance(model.host, SelfClassifyingCA)
    own = (mnist_page if is_digits else growing_page)(model.host, meta, folder)
    name, share = folder.name, f"{100 * meta.get('share', 0):.0f}"
    title = meta.get("title") or title_of(name.removesuffix(f"-{share}pct"))
    title += f", {share} %" if name.endswith(f"-{share}pct") and "title" not in meta else ""
    facts = {"goal": meta.get("goal"), "share": meta.get("share"), "host_family": model.host.family}
    return dataclasses.replace(
        own,
        words={"title": title, "pattern": name, "pattern_title": title, "training": None, "kind": model.host.family},
        # What the page draws and computes with is the host's.
        facts={
            **arguments_of(model.host),
            **own.facts,
            **{key: value for key, value in facts.items() if value is not None},
        },
        place=(not is_digits, name),
    )
