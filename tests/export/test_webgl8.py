"""The 8-bit WebGL format: bytes, limits, and the pipeline that runs them."""

import json
from pathlib import Path

import numpy as np
import pytest
import tensorflow as tf
from PIL import Image

from export import webgl8 as command
from nca_tf.families.growing import quantization, webgl8
from nca_tf.families.growing.quantization import HIDDEN_VALUES, SIGNED_VALUES, encode
from nca_tf.families.growing.webgl8_pipeline import EightBitAutomaton
from nca_tf.files.errors import InputError
from tests.shared_data import shared_path


def random_arrays(channels=16, hidden=128, seed=0):
    random = np.random.default_rng(seed)
    shapes = {
        "dense1/kernel": (3 * channels, hidden),
        "dense1/bias": (hidden,),
        "dense2/kernel": (hidden, channels),
        "dense2/bias": (channels,),
    }
    return {name: random.normal(0, 0.2, shape).astype(np.float32) for name, shape in shapes.items()}


def test_bytes_of_a_small_layer_by_hand():
    kernel, scale = quantization.quantise(np.float32([[-0.5, 0.25], [0.0, 0.1]]))
    assert scale == 1.0
    # (v / 1 + 0.5) * 255 = 0, 191.25, 127.5 (to even: 128), 153
    assert kernel.tolist() == [[0, 191], [128, 153]]
    back = quantization.dequantise(kernel, scale)
    np.testing.assert_allclose(back, [[-0.5, 191 / 255 - 0.5], [1 / 510, 0.1]], atol=1e-7)


def test_all_zero_array_keeps_its_value():
    byte, scale = quantization.quantise(np.zeros(4, np.float32))
    assert (byte == 128).all() and (quantization.dequantise(byte, scale) == 0).all()


def test_text_has_the_published_layout():
    text = webgl8.encode(random_arrays())
    assert text.startswith('[{"data_b64": "') and text.endswith(', "type": "uint8"}]') and "\n" not in text
    first, second = json.loads(text)
    assert list(first) == ["data_b64", "in_ch", "out_ch", "weight_scale", "bias_scale", "type"]
    assert (first["in_ch"], first["out_ch"], len(first["data_b64"])) == (48, 128, 8364)
    assert (second["in_ch"], second["out_ch"], len(second["data_b64"])) == (128, 16, 2752)


def test_rows_of_the_first_layer_are_filter_major():
    arrays = random_arrays()
    first, _ = webgl8.parse(json.loads(webgl8.encode(arrays)))
    kernel, _ = first.floats()
    for channel, sense in ((0, 0), (5, 1), (15, 2)):
        row = arrays["dense1/kernel"][3 * channel + sense]
        assert np.abs(kernel[sense * 16 + channel] - row).max() <= first.kernel_scale / 500


@pytest.mark.parametrize(("channels", "hidden"), [(16, 128), (12, 96), (4, 4), (20, 64)])
def test_decode_is_within_half_a_step_and_encodes_to_the_same_bytes(channels, hidden):
    arrays = random_arrays(channels, hidden)
    text = webgl8.encode(arrays)
    decoded = webgl8.decode(webgl8.parse(json.loads(text)))
    for name, array in arrays.items():
        scale = 2 * np.abs(array).max()
        assert np.abs(decoded[name] - array).max() <= scale / 510 * 1.001, name


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"in_ch": 10**9}, "in_ch of layer 1 is 1000000000; a multiple of 4 up to 128"),
        ({"in_ch": 47}, "in_ch of layer 1 is 47"),
        ({"out_ch": True}, "out_ch of layer 1 is True"),
        ({"weight_scale": float("nan")}, "weight_scale of layer 1 is nan"),
        ({"data_b64": "AAAA"}, "holds 3 bytes; (48 + 1) x 128 are expected"),
        ({"data_b64": "*"}, "not base64"),
        ({"data_b64": 7}, "not base64"),
    ],
)
def test_wrong_files_are_refused(change, message):
    document = json.loads(webgl8.encode(random_arrays()))
    document[0].update(change)
    with pytest.raises(InputError) as caught:
        webgl8.parse(document)
    assert message in str(caught.value)


def test_sizes_that_the_format_cannot_hold_are_refused():
    with pytest.raises(InputError, match="multiples of 4"):
        webgl8.encode(random_arrays(16, 130))
    assert not webgl8.fits(random_arrays(16, 256))


def test_codec_tables():
    every = np.arange(256)
    assert (encode(SIGNED_VALUES) == every).all() and (encode(HIDDEN_VALUES, hidden=True) == every).all()
    assert SIGNED_VALUES[127] == 0.0 and HIDDEN_VALUES[0] == 0.0
    # The ranges and steps that the published demo has.
    np.testing.assert_allclose(
        [SIGNED_VALUES[0], SIGNED_VALUES[255], HIDDEN_VALUES[255]], [-9.449, 10.618, 10.0], atol=1e-3
    )
    np.testing.assert_allclose([SIGNED_VALUES[128], HIDDEN_VALUES[1]], [0.01154, 0.00577], atol=1e-5)
    np.testing.assert_allclose(SIGNED_VALUES[encode(np.float32(1.0))], 0.99841, atol=1e-5)
    assert encode(np.float32([0.0057, -0.0057])).tolist() == [127, 127]


def test_the_differentiable_codec_gives_the_same_values():
    values = np.random.default_rng(1).normal(0, 3, 5000).astype(np.float32)
    for hidden, table in ((False, SIGNED_VALUES), (True, HIDDEN_VALUES)):
        passed = quantization.fake_quantise_activations(values, hidden=hidden).numpy()
        np.testing.assert_allclose(passed, table[encode(values, hidden=hidden)], rtol=2e-6, atol=1e-6)


def test_fake_quantised_weights_equal_the_decoded_file():
    arrays = random_arrays()
    decoded = webgl8.decode(webgl8.parse(json.loads(webgl8.encode(arrays))))
    for name, array in arrays.items():
        np.testing.assert_allclose(quantization.fake_quantise_weights(array).numpy(), decoded[name], atol=2e-7)
    assert (quantization.fake_quantise_weights(tf.zeros([3])).numpy() == 0).all()


def test_gradients_pass_straight_through():
    weights, values = tf.constant([0.3, -0.7, 0.1]), tf.constant([-20.0, -1.0, 0.0, 2.0, 20.0])
    with tf.GradientTape(persistent=True) as tape:
        tape.watch([weights, values])
        quantised = tf.reduce_sum(quantization.fake_quantise_weights(weights) * [1.0, 2.0, 3.0])
        signed = tf.reduce_sum(quantization.fake_quantise_activations(values))
        hidden = tf.reduce_sum(quantization.fake_quantise_activations(values, hidden=True))
    assert tape.gradient(quantised, weights).numpy().tolist() == [1, 2, 3]
    assert tape.gradient(signed, values).numpy().tolist() == [0, 1, 1, 1, 0]
    assert tape.gradient(hidden, values).numpy()[[0, 1, 3, 4]].tolist() == [0, 0, 1, 0]


def dense_step(layers, state, fire):
    """The five passes over the whole grid, written with TensorFlow and the differentiable codec."""
    (kernel1, bias1), (kernel2, bias2) = (layer.floats() for layer in layers)
    padded = tf.pad(state, [[0, 0], [0, 0], [0, 0]])[None]
    padded = tf.concat([padded[:, -1:], padded, padded[:, :1]], 1)
    padded = tf.concat([padded[:, :, -1:], padded, padded[:, :, :1]], 2)
    x_gradient = np.outer([1, 2, 1], [-1, 0, 1]).astype(np.float32) / 8
    identity = np.float32([[0, 0, 0], [0, 1, 0], [0, 0, 0]])
    senses = []
    for kernel in (identity, x_gradient, x_gradient.T):
        wide = np.tile(kernel[:, :, None, None], (1, 1, 16, 1))
        senses.append(tf.nn.depthwise_conv2d(padded, wide, [1, 1, 1, 1], "VALID"))
    passed = quantization.fake_quantise_activations(tf.concat(senses, -1))
    hidden = quantization.fake_quantise_activations(passed @ kernel1 + bias1, hidden=True)
    update = quantization.fake_quantise_activations(hidden @ kernel2 + bias2)[0] * fire[..., None]

    def alive(alpha):
        wrapped = np.pad(alpha, 1, mode="wrap")[None, ..., None]
        return tf.nn.max_pool2d(wrapped, 3, 1, "VALID")[0, ..., 0] >= 0.1

    after = state + update
    both = alive(state[..., 3]) & alive(after[..., 3].numpy())
    return quantization.fake_quantise_activations(after * tf.cast(both, tf.float32)[..., None]).numpy()


def test_living_cells_give_what_the_whole_grid_gives():
    arrays = random_arrays(seed=3)
    arrays["dense2/kernel"] *= 0.3
    arrays["dense2/bias"][3] = 0.2  # makes the pattern grow, over the border too
    layers = webgl8.parse(json.loads(webgl8.encode(arrays)))
    automaton = EightBitAutomaton(layers)
    random = np.random.default_rng(0)
    state = automaton.seed_state(12, 14)
    for _ in range(12):
        fire = random.random((12, 14)) <= 0.5
        expected = encode(dense_step(layers, automaton.floats(state), fire))
        state = automaton.step(state, fire)
        # Two orders of summation can fall on either side of a rounding border.
        assert np.mean(state != expected) < 0.01
        assert np.abs(state.astype(int) - expected).max() <= 1
    assert (automaton.floats(state)[..., 3] > 0.1).sum() > 25


def test_an_empty_grid_stays_empty():
    automaton = EightBitAutomaton(webgl8.parse(json.loads(webgl8.encode(random_arrays()))))
    empty = np.full((5, 5, 16), 127, np.uint8)
    assert (automaton.step(empty, np.ones((5, 5), bool)) == empty).all()


def test_rotated_filters_turn_the_gradient():
    layers = webgl8.parse(json.loads(webgl8.encode(random_arrays())))
    straight, turned = EightBitAutomaton(layers), EightBitAutomaton(layers, angle=np.pi / 2)
    np.testing.assert_allclose(turned._filters[1], -straight._filters[2], atol=1e-7)
    np.testing.assert_allclose(turned._filters[2], straight._filters[1], atol=1e-7)


PUBLISHED = {  # reference values of one run each: loss after 64, 96, 200 and 500 steps, living cells after 500
    "ex1": ([1.1e-3, 5.9e-4, 1.9e-3, 3.9e-3], (697, 827)),
    "ex2": ([1.5e-3, 3.3e-4, 1.3e-4, 1.2e-4], (669, 669)),
    "ex3": ([1.8e-3, 6.9e-4, 2.7e-4, 1.8e-4], (682, 682)),
}


def lizard_in_the_middle(size):
    image = Image.open(shared_path("originals/targets/noto2019_1f98e.png"))
    image.thumbnail((40, 40), Image.LANCZOS)
    target = np.float32(image) / 255
    target[..., :3] *= target[..., 3:]
    grid = np.zeros((size, size, 4), np.float32)
    corner = size // 2 - 1 - 20
    grid[corner : corner + 40, corner : corner + 40] = target
    return grid


@pytest.mark.slow
@pytest.mark.parametrize("experiment", list(PUBLISHED))
def test_published_models_reach_the_known_losses(experiment):
    losses, (fewest, most) = PUBLISHED[experiment]
    layers = webgl8.parse(json.loads(shared_path(f"originals/growing/webgl8_{experiment}_1f98e.json").read_text()))
    automaton, target = EightBitAutomaton(layers), lizard_in_the_middle(96)
    results = [grow(automaton, target, seed, (64, 96, 200, 500)) for seed in range(5)]
    runs, living = zip(*results, strict=True)
    mean, deviation = np.mean(runs, axis=0), np.std(runs, axis=0, ddof=1)
    # The 95 % prediction interval for one further run, from Student's t with four degrees of freedom.
    assert (np.abs(np.array(losses) - mean) <= 2.776 * deviation * np.sqrt(1 + 1 / 5)).all(), (mean, deviation)
    assert fewest - 15 <= min(living) and max(living) <= most + 15, living


def grow(automaton, target, seed, moments):
    """Returns the losses at the given steps, as if over the 72x72 grid of training, and the living cells at the end."""
    random, state, losses = np.random.default_rng(seed), automaton.seed_state(96, 96), []
    for step in range(1, max(moments) + 1):
        state = automaton.step(state, random.random((96, 96)) <= 0.5)
        if step in moments:
            losses.append(np.square(automaton.floats(state)[..., :4] - target).sum() / (72 * 72 * 4))
    return losses, (automaton.floats(state)[..., 3] > 0.1).sum()


def test_a_published_model_grows_a_lizard():
    layers = webgl8.parse(json.loads(shared_path("originals/growing/webgl8_ex1_1f98e.json").read_text()))
    losses, living = grow(EightBitAutomaton(layers), lizard_in_the_middle(96), 0, (64, 96))
    np.testing.assert_allclose(losses, PUBLISHED["ex1"][0][:2], rtol=0.35)
    assert 640 < living < 760


def test_planarian_checkpoint_becomes_the_published_file_byte_for_byte():
    from export import originals

    arrays = originals.read(shared_path("originals/growing/planarian_8000.index")).arrays
    published = shared_path("originals/growing/webgl8_ex3_planarian.json").read_bytes()
    assert webgl8.encode(arrays).encode() == published


def test_weights_fine_tuned_for_eight_bits_are_taken_where_they_lie_beside(tmp_path, capsys):
    from export import model_argument
    from nca_tf.files import model_files
    from tests import small_models

    model, tuned = (small_models.growing_model(hidden=16, seed=seed) for seed in (1, 2))
    folder = Path(small_models.save(model, tmp_path / "pattern"))
    digest = model_files.read_meta(folder)["files"]["weights.npz"]["sha256"]
    small_models.save(tuned, tmp_path / "pattern-8bit", eight_bit_of=digest)
    source = model_argument.load(str(folder))
    own, name = command.format_for(source)
    assert name == "pattern-8bit"
    np.testing.assert_array_equal(own.weights["dense1/kernel"], tuned.named_weights()["dense1/kernel"])
    command.main([str(folder), "--out", str(tmp_path / "out")])
    assert "no weight of pattern-8bit changed by more than" in capsys.readouterr().out
    assert (tmp_path / "out" / "pattern.webgl8.json").read_text() == webgl8.encode(own.weights)

    small_models.save(tuned, tmp_path / "pattern-8bit", eight_bit_of="that of other weights")
    own, name = command.format_for(source)
    assert name == "pattern"
    np.testing.assert_array_equal(own.weights["dense1/kernel"], model.named_weights()["dense1/kernel"])


@pytest.mark.parametrize("setting", [{"fire_rate": 0.25}, {"angle": 1.0}, {"alive_threshold": 0.2}])
def test_settings_that_the_format_cannot_say_are_refused(tmp_path, setting):
    from export import model_argument
    from nca_tf.families.growing.automaton import GrowingCA
    from tests import small_models

    source = model_argument.load(small_models.save(GrowingCA(hidden=16, **setting), tmp_path / "pattern"))
    assert not command.holds(source.model)
    (name,) = setting
    with pytest.raises(InputError, match=f"pattern has {name} .* instead of .*, which the 8-bit WebGL format cannot"):
        command.main([str(tmp_path / "pattern"), "--out", str(tmp_path / "out")])
    assert not (tmp_path / "out").exists()


def test_the_step_size_becomes_part_of_the_second_layer(tmp_path):
    from export import model_argument
    from nca_tf.families.growing.automaton import GrowingCA
    from tests import small_models

    whole = small_models.growing_model(channels=16, hidden=16)
    half = GrowingCA(hidden=16, step_size=0.5)
    half.set_weights(whole.get_weights())
    own, _ = command.format_for(model_argument.load(small_models.save(half, tmp_path / "half")))
    for name, weight in whole.named_weights().items():
        factor = 0.5 if name.startswith("dense2") else 1.0
        np.testing.assert_array_equal(own.weights[name], weight.numpy() * factor)
