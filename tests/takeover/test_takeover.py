"""Several rules on one grid: a step by hand, who owns what, one rule as a special case, and what is refused."""

import numpy as np
import pytest
import tensorflow as tf
from forms import check_forms_agree
from random_automata import blob_state, random_growing
from rules_of_chance import meeting_states, random_rules

import nca_tf
from nca_tf.cells.life import spread
from nca_tf.files.errors import InputError

GRID = (12, 14)
RNG = np.random.default_rng(3)


def fires(model, batch: int = 5, rate: float = 0.5) -> list[np.ndarray]:
    return [RNG.random((batch, *GRID)) < rate for _ in model.rule_names]


def reached(model, state) -> np.ndarray:
    """Where each rule may act by the paper's three conditions, one cell after another: bool [batch, h, w, rules]."""
    alphas = np.asarray(model.alphas(state))
    masks = np.zeros(alphas.shape, bool)
    height, width = GRID
    for image, row, column in np.ndindex(alphas.shape[:3]):
        here = alphas[image, row, column]
        if here.max() >= 0.1:
            masks[image, row, column] = here == here.max()
            continue
        around = alphas[image][
            np.ix_(*[(np.arange(-1, 2) + at) % most for at, most in ((row, height), (column, width))])
        ]
        masks[image, row, column] = around.max(axis=(0, 1)) >= 0.1
    return masks


def cleaned(model, state) -> np.ndarray:
    masks = reached(model, state)
    state = np.array(state) * masks.any(axis=-1, keepdims=True)
    state[..., -masks.shape[-1] :] *= masks
    return state


@pytest.mark.slow
def test_living_cells_alone_give_what_the_whole_grid_gives_of_three_rules():
    check_forms_agree(lambda **keywords: random_rules(3, **keywords), meeting_states(3), steps=8, edges=("wrap",))


@pytest.mark.parametrize("count", [2, 3])
def test_the_states_that_forms_are_compared_on_have_contested_cells(count):
    masks = reached(random_rules(count), meeting_states(count))
    assert (masks.sum(axis=-1) > 1).sum() > 5


@pytest.mark.slow
def test_an_injection_during_a_rollout_is_the_same_in_both_forms():
    grid = np.zeros(GRID, np.int32)
    grid[4:7, 5:8] = 2
    controls = {"injected": grid, "at": 3}
    check_forms_agree(random_rules, meeting_states(), controls, steps=6, edges=("wrap", "zero"))


@pytest.mark.parametrize("count", [2, 3])
def test_a_step_is_clean_propose_and_average(count):
    """Against the rules applied one by one to the sum of the alphas, cell by cell masks and plain averages."""
    model, state = random_rules(count), meeting_states(count)
    for _ in range(4):
        given, masks = fires(model), reached(model, state)
        clean = cleaned(model, state)
        seen = np.concatenate([clean[..., :3], clean[..., -count:].sum(-1, keepdims=True), clean[..., 3:-count]], -1)
        expected = clean.copy()
        shares = masks / np.maximum(masks.sum(axis=-1, keepdims=True), 1)
        for number, (rule, fire) in enumerate(zip(model.members().values(), given, strict=True)):
            alone = nca_tf.GrowingCA(edges="wrap", fire_rate=1.0)
            alone.set_weights(rule.get_weights())
            change = _increment(alone, seen) * (fire * shares[..., number])[..., None]
            expected[..., :3] += change[..., :3]
            expected[..., 3:-count] += change[..., 4:]
            expected[..., -count + number] += change[..., 3]
        state = np.asarray(model.step(tf.constant(state), *given))
        np.testing.assert_allclose(state, expected, atol=1e-5)


def _increment(rule, seen: np.ndarray) -> np.ndarray:
    """What a rule adds to each cell, from the definition of its filters."""
    sobel = np.outer([1, 2, 1], [-1, 0, 1]) / 8.0
    around = np.pad(seen, [(0, 0), (1, 1), (1, 1), (0, 0)], mode="wrap")
    senses = []
    for kernel in (np.eye(3)[:, [1]] @ np.eye(3)[[1]], sobel, sobel.T):
        parts = [
            kernel[row, column] * around[:, row : row + GRID[0], column : column + GRID[1]]
            for row in range(3)
            for column in range(3)
        ]
        senses.append(sum(parts))
    perceived = np.stack(senses, axis=-1).reshape(*seen.shape[:3], -1)
    w1, b1, w2, b2 = (np.asarray(weight) for weight in rule.weights[:4])
    return np.maximum(perceived @ w1 + b1, 0.0) @ w2 + b2


def test_one_rule_is_a_growing_automaton_on_a_torus():
    """But for when it is cleaned, which the next step shows, and for the place of alpha."""
    rule = random_growing(edges="wrap")
    model, old = nca_tf.MultiRuleCA({"rule": rule}), tf.constant(blob_state(*GRID, 16, radius=0.5))
    new = tf.concat([old[..., :3], old[..., 4:], old[..., 3:4]], axis=-1)
    for _ in range(5):
        fire = RNG.random((1, *GRID)) < 0.5
        old, new = rule.step(old, fire), model.step(new, fire)
        kept = new * tf.cast(model.cover(new), tf.float32)[..., None]
        expected = tf.concat([old[..., :3], old[..., 4:], old[..., 3:4]], axis=-1)
        np.testing.assert_allclose(kept, expected, atol=1e-5)


@pytest.mark.parametrize("count", [2, 3])
def test_equal_rules_with_equal_masks_are_one_rule(count):
    """However the pattern is shared out among them before each step.

    Over several steps that holds only as long as no contested cell is mature by the sum of its alphas alone.
    """
    rules = [random_growing(1) for _ in range(count)]
    many, one = nca_tf.MultiRuleCA(rules), nca_tf.MultiRuleCA([random_growing(1)])
    pattern = blob_state(*GRID, 16, seed=4, radius=0.4)
    alone, contested = np.concatenate([pattern[..., :3], pattern[..., 4:], pattern[..., 3:4]], axis=-1), 0
    for step in range(12):
        fire = RNG.random((1, *GRID)) < 0.5
        mature = alone[..., -1] >= 0.1
        whose = RNG.integers(count, size=(1, *GRID))
        reach = [spread(tf.constant(mature & (whose == rule)), "wrap").numpy() for rule in range(count)]
        contested += (~mature & (np.sum(reach, axis=0) > 1)).sum()
        # A young cell's alpha is some rule's that reaches it; any other would lose it.
        whose = np.where(mature, whose, np.argmax(reach, axis=0))
        shared = np.concatenate([alone[..., :-1], alone[..., -1:] * np.eye(count)[whose]], axis=-1).astype(np.float32)
        alone = np.asarray(one.step(tf.constant(alone), fire))
        shared = many.step(tf.constant(shared), *[fire] * count)
        np.testing.assert_allclose(many.straight(shared), one.straight(alone), atol=1e-5, err_msg=str(step))
    assert contested > 50, "hardly a cell was contested"


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("count", [2, 3])
def test_ownership(count, seed):
    """No cell is mature in two rules, none writes another's alpha, and new cells stand beside their own kind."""
    rng = np.random.default_rng(seed)
    model = random_rules(count, scale=0.1)
    # Patches of each rule, overlapping, with young cells in between.
    shape = (2, *GRID, 15 + count)
    state = rng.normal(0, 0.3, shape).astype(np.float32)
    state[..., -count:] = rng.uniform(0.0, 0.5, (*shape[:3], count)) * (rng.random((*shape[:3], count)) < 0.3)
    born = 0
    for _ in range(6):
        before, clean = np.asarray(model.alphas(state)), cleaned(model, state)
        assert ((clean[..., -count:] >= 0.1).sum(axis=-1) <= 1).all()
        for number in range(count):
            given = [np.full((2, *GRID), other == number) for other in range(count)]
            after = np.asarray(model.step(tf.constant(state), *given))
            others = [other for other in range(count) if other != number]
            np.testing.assert_array_equal(after[..., -count:][..., others], clean[..., -count:][..., others])
            new = (after[..., -count + number] >= 0.1) & ~(clean[..., -count + number] >= 0.1)
            beside = spread(tf.constant(before[..., number] >= 0.1), "wrap").numpy()
            assert not (new & ~beside).any()
            born += new.sum()
        state = np.asarray(model.step(tf.constant(state), *fires(model, 2)))
    assert born > 20, "hardly anything was born, the test shows little"


def test_an_injection_hands_over_the_alpha_and_leaves_the_rest():
    model, state = random_rules(3), meeting_states(3)
    grid = np.zeros((5, *GRID), np.int32)
    grid[:, 3:8, 4:9], grid[:, 8:10, 4:9] = 2, 3
    after = np.asarray(model.inject(tf.constant(state), tf.constant(grid)))
    np.testing.assert_array_equal(after[..., :-3], state[..., :-3])
    np.testing.assert_array_equal(after[grid == 0], state[grid == 0])
    np.testing.assert_allclose(after[..., -3:].sum(-1), state[..., -3:].sum(-1), atol=1e-6)
    for number in (2, 3):
        assert not np.delete(after[grid == number][:, -3:], number - 1, axis=-1).any()
        assert after[grid == number][:, number - 4].any()


@pytest.mark.parametrize("form", ["dense", "live"])
def test_injected_at_a_step_is_injected_between_two_rollouts(form):
    model, state = random_rules(fire_rate=1.0), tf.constant(meeting_states())
    grid = np.zeros((5, *GRID), np.int32)
    grid[1:, 2:9, 3:9] = 2
    expected = model.rollout(model.inject(model.rollout(state, 3, form=form), tf.constant(grid)), 4, form=form)
    found = model.rollout(state, 7, injected=grid, at=3, form=form)
    np.testing.assert_allclose(found, expected, atol=1e-5)
    assert np.abs(found - model.rollout(state, 7, form=form)).max() > 1e-3
    late = model.rollout(state, 7, injected=grid, at=7, form=form)
    np.testing.assert_allclose(late, model.rollout(state, 7, form=form), atol=1e-6)


def test_who_goes_on_injects_before_the_next_step():
    model, state, grid = random_rules(), meeting_states(), np.full(GRID, 1, np.int32)
    late = model.rollout(state, 2, first_step=20, injected=grid)
    np.testing.assert_array_equal(late, model.rollout(state, 2, first_step=20, injected=grid, at=20))
    assert np.abs(late - model.rollout(state, 2, first_step=20)).max() > 0.01


@pytest.mark.parametrize("at", [0, 2])
def test_handed_over_a_contested_cell_may_mature(at):
    """Each alpha alone is too small, their sum is not: then neighbours live that nothing else keeps alive."""
    model = random_rules()
    for rule in model.members().values():
        weights = rule.named_weights()
        weights["dense2/kernel"].assign(tf.zeros_like(weights["dense2/kernel"]))
        weights["dense2/bias"].assign(tf.one_hot(0, rule.channels))
    start = np.zeros((1, 9, 9, model.channels), np.float32)
    # Beside a cell of each rule, which keep it alive, on one side.
    start[0, 4, 4, -2:], start[0, 4, 3, -2], start[0, 5, 3, -1] = 0.06, 1.0, 1.0
    injected = np.zeros((9, 9), np.int32)
    injected[4, 4] = 1
    dense, live = (model.rollout(start, 4, form=form, injected=injected, at=at) for form in ("dense", "live"))
    assert model.owner(dense).numpy()[0, 4, 4] == 1 and tf.reduce_any(dense[0, 3:6, 5, 0] > 0)
    np.testing.assert_allclose(live, dense, atol=1e-6)


def test_pictures_and_owners():
    model = random_rules()
    state = np.zeros((1, 2, 2, 17), np.float32)
    state[0, 0, 0, [0, 15, 16]] = 0.8, 0.25, 0.25
    state[0, 0, 1, [1, 15, 16]] = 1.2, 0.05, 0.55
    state[0, 1, 0, [2, 15]] = 0.4, 0.09
    np.testing.assert_allclose(model.straight(state)[0, 0], [[0.8, 0, 0, 0.5], [0, 1.2, 0, 0.6]], atol=1e-7)
    np.testing.assert_allclose(model.premultiplied(state)[0, 0], [[0.4, 0, 0, 0.5], [0, 0.6, 0, 0.6]], atol=1e-7)
    np.testing.assert_array_equal(model.owner(state)[0], [[1, 2], [0, 0]])
    planted = model.plant(model.seed_state(1, 6, 6), 1, 2, "rule2")
    np.testing.assert_array_equal(np.argwhere(planted), [[0, 1, 2, 16], [0, 3, 3, 15]])


def test_a_member_that_is_frozen_gets_no_gradient():
    model, states = random_rules(), tf.constant(meeting_states())
    model.members()["rule1"].trainable = False
    weights = {name: tf.convert_to_tensor(weight) for name, weight in model.named_weights().items()}
    from nca_tf.cells.draws import seeded

    with tf.GradientTape() as tape:
        tape.watch(weights)
        final = model.run(states, 3, seeded(tf.constant(1)), form="dense", weights=weights)[0]
        total = tf.reduce_sum(tf.square(final))
    gradients = tape.gradient(total, weights)
    assert {name for name, gradient in gradients.items() if gradient is not None} == {
        name for name in weights if name.startswith("rule2/")
    }


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ([], "at least one was expected"),
        ({"my rule": random_growing()}, "names of letters, digits, dots"),
        ({"a-b": random_growing(), "a_b": random_growing()}, "that differ in more than those"),
        ([nca_tf.SelfClassifyingCA()], "the rule 'rule1' is a SelfClassifyingCA; a growing automaton was expected"),
        ([random_growing(), random_growing(channels=12)], "the rule 'rule2' has 12 channels .* the first one 16"),
        ([random_growing(), random_growing(fire_rate=0.9)], "the fire rate 0.9, the first one 16 and 0.5"),
        ([random_growing(dtype="float64")], "the rule 'rule1' is of float64 and this model of float32"),
        ([random_rules()], "the rule 'rule1' is a MultiRuleCA; a growing automaton was expected, or a model of this"),
        ([random_growing(alive_threshold=0.9)], "the rule 'rule1' has the alive_threshold 0.9; 0.1 was expected"),
        ([nca_tf.PerturbedCA(random_growing(), ("red",))], "the rule 'rule1' is a PerturbedCA; a growing automaton"),
        ({"host": {"family": "growing"}}, "given as a dict; a model or its family"),
        ([{}] * 13, "there are 13 rules; at most 12 on one grid were expected"),
    ],
)
def test_impossible_rules_are_one_line(rules, message):
    with pytest.raises(InputError, match=message) as caught:
        nca_tf.MultiRuleCA(rules)
    assert "\n" not in str(caught.value)


def test_fire_masks_of_any_rule_have_names_that_arguments_may_have():
    model = nca_tf.MultiRuleCA({"lizard-2": random_growing(), "2.red": random_growing()})
    assert model.draw_names == ("lizard_2_fire", "rule2_red_fire")
    model.step(model.seed_state(1, 6, 6), *np.ones((2, 1, 6, 6)))


def test_the_same_object_twice_is_refused():
    rule = random_growing()
    with pytest.raises(InputError, match="the same object as another"):
        nca_tf.MultiRuleCA([rule, rule])


def test_unknown_rules_and_controls_are_one_line():
    model = random_rules()
    with pytest.raises(InputError, match="'lizard' is no rule here; expected one of rule1, rule2"):
        model.plant(model.seed_state(1, 6, 6), 0, 0, "lizard")
    with pytest.raises(InputError, match="injected has the shape"):
        model.rollout(model.seed_state(1, 6, 6), 2, injected=[1, 2])
    state, grid = model.seed_state(1, 6, 6), np.full((6, 6), 3)
    for injects in (lambda: model.inject(state, grid), lambda: model.rollout(state, 2, injected=grid)):
        with pytest.raises(InputError, match="injected has numbers from 3 to 3; 0 to 2 were expected"):
            injects()
    for wrong, message in ((grid > 0, "injected is a mask; numbers from 0 to 2"), (grid / 2, "injected has fractions")):
        with pytest.raises(InputError, match=message):
            model.rollout(state, 2, injected=wrong)
    with pytest.raises(InputError, match="injected is a grid of 5x5 cells and the states have 6x6"):
        model.rollout(state, 2, injected=np.ones((5, 5), np.int32))
    for row, column in ((-1, 0), (0, 6)):
        with pytest.raises(InputError, match=f"in row {row}, column {column} of 6x6 cells; a cell within"):
            model.plant(state, row, column)
