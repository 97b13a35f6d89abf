"""The step graphs of the page: one for all models of a kind, with a place for each of a model's weights."""

import hashlib
import json

import numpy as np
import pytest

from export import tfjs
from export.site_graphs import Graphs
from nca_tf.families.growing.automaton import GrowingCA
from nca_tf.files import model_files
from tests.small_models import growing_model, mnist_model, save


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Three growing models, two of them of one kind, and a classifier: (models by path, what they say, the site)."""
    root = tmp_path_factory.mktemp("graphs")
    made = {
        "growing/one": growing_model(seed=1),
        "growing/two": growing_model(seed=2),
        "growing/wide": GrowingCA(channels=8, hidden=8),  # untrained: its arrays are zero but for one
        "mnist/digits": mnist_model(),
    }
    out = root / "site"
    graphs, mentions = Graphs(out), {}
    for path, model in made.items():
        save(model, root / path)
        (out / path).mkdir(parents=True)
        mentions[path] = graphs.entry(root / path, model_files.read_meta(root / path), out / path)
    return made, mentions, out


def test_models_of_one_kind_share_a_graph(written):
    _, mentions, out = written
    assert mentions["growing/one"] == mentions["growing/two"]
    assert len({mention["graph"] for mention in mentions.values()}) == 3
    assert len(list((out / "graphs").iterdir())) == 3


def test_every_file_is_there_and_has_its_digest(written):
    _, mentions, out = written
    for path, mention in mentions.items():
        graph = (out / path / mention["graph"]).resolve()
        assert graph.is_file()
        assert set(mention["files"]) == {file.name for file in graph.parent.iterdir()}
        for name, stated in mention["files"].items():
            content = (graph.parent / name).read_bytes()
            assert stated == {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def test_every_array_of_a_model_has_one_place_of_its_size(written):
    made, mentions, out = written
    for path, mention in mentions.items():
        folder = (out / path / mention["graph"]).resolve().parent
        sizes = {entry["name"]: entry["data"].size for group in tfjs.read_weights(folder) for entry in group}
        named = {name: int(np.prod(weight.shape)) for name, weight in made[path].named_weights().items()}
        assert {name: sizes[constant] for constant, name in mention["weights"].items()} == named


def test_the_page_asks_for_nothing_but_states_masks_and_noise(written):
    _, mentions, out = written
    for path, inputs in (("growing/one", {"state", "fire"}), ("mnist/digits", {"state", "fire", "noise"})):
        document = json.loads((out / path / mentions[path]["graph"]).resolve().read_text())
        assert set(document["signature"]["inputs"]) == inputs
        assert list(document["signature"]["outputs"]) == ["state"]


def test_what_differs_from_processor_to_processor_is_left_out(written):
    for path in (written[2] / "graphs").rglob("model.json"):
        nodes = json.loads(path.read_text())["modelTopology"]["node"]
        assert not [name for node in nodes for name in node["attr"] if name.startswith("_")], path
