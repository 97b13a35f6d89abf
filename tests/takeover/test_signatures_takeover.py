"""What several rules on one grid offer when exported: whose cells are whose, in numbers and in colours."""

import numpy as np
import pytest
import tensorflow as tf
from random_automata import random_growing

import nca_tf
from nca_tf.families.takeover.signatures import OWNER_COLOURS

SIDE, STEPS, AT, SEED = 16, 24, 12, 3


@pytest.fixture(scope="module")
def model():
    """Two rules whose cells neither die nor fill the grid at once."""
    rules = [random_growing(seed, scale=0.01) for seed in (1, 2)]
    for rule in rules:
        rule.weights[3].assign([0, 0, 0, 0.02, *[0] * 12])
    return nca_tf.MultiRuleCA(rules)


def injected() -> np.ndarray:
    grid = np.zeros((1, SIDE, SIDE), np.int32)
    grid[:, :, 9:] = 2
    return grid


def answer(model, name: str, **request) -> dict[str, np.ndarray]:
    """What a signature answers to a request of one example; numbers stand for that example's."""
    (signature,) = (each for each in model.signatures() if each.name == name)
    given = {key: value if isinstance(value, np.ndarray) else np.int32([value]) for key, value in request.items()}
    inputs = {key: tf.constant(given.get(key, source.default)) for key, source in signature.inputs.items()}
    return {key: value.numpy() for key, value in signature.function(**inputs).items()}


@pytest.mark.slow
def test_growth_with_cells_handed_over_is_that_of_python(model):
    request = {"steps": STEPS, "random_seed": SEED, "height": SIDE, "width": SIDE, "injected": injected(), "at": AT}
    found = answer(model, "serving_default", **request)
    seed = model.seed_state(1, SIDE, SIDE)
    expected = model.rollout(seed, STEPS, random_seed=SEED, form="dense", injected=injected(), at=AT)
    np.testing.assert_allclose(found["state"], expected, atol=1e-5)
    owner = model.owner(expected).numpy()
    np.testing.assert_array_equal(found["owner"], owner)
    assert found["cells"].tolist() == [[(owner == 1).sum(), (owner == 2).sum()]] and found["cells"].all()
    assert found["living_cells"] == found["cells"].sum()


@pytest.mark.slow
@pytest.mark.parametrize("owners", [0, 1])
def test_pictures_show_owners_where_asked(model, owners):
    request = {"steps": STEPS, "random_seed": SEED, "height": SIDE, "width": SIDE, "injected": injected(), "at": AT}
    grown = answer(model, "serving_default", **request)
    content = answer(model, "render", **request, zoom=1, owners=owners)["png_bytes"][0]
    picture = tf.io.decode_png(content, channels=4).numpy()
    if owners:
        colours = np.array([(0, 0, 0, 0), *((*colour, 255) for colour in OWNER_COLOURS[:2])])
        np.testing.assert_array_equal(picture, colours[grown["owner"][0]])
    else:
        np.testing.assert_allclose(picture[..., 3], np.round(grown["rgba"][0, ..., 3] * 255), atol=1)


@pytest.mark.parametrize(
    ("owners", "steps", "message"),
    [(65, 1, "the batch size is 65; 1 to 64 is"), (3, 2, "the number of examples in .*owners")],
)
def test_a_picture_is_asked_for_each_example_alone(model, owners, steps, message):
    given = {"owners": np.ones(owners, np.int32), "steps": np.zeros(steps, np.int32)}
    with pytest.raises(tf.errors.InvalidArgumentError, match=message):
        answer(model, "render", **given, zoom=1, height=SIDE, width=SIDE)
