"""Squares inside a pattern, sprays, drawn masks, and injections that are impossible."""

import numpy as np
import pytest
from rules_of_chance import meeting_states, random_rules

from nca_tf.families.takeover.injection import Injection, inject, square_masks
from nca_tf.files.errors import InputError

DISC = np.hypot(*(np.mgrid[:20, :24] - np.reshape([9, 11], (2, 1, 1)))) < 7


@pytest.mark.parametrize("side", [1, 2, 3, 4, 5])
def test_a_square_lies_inside_the_pattern_at_any_place(side):
    masks = square_masks(np.repeat(DISC[None], 400, axis=0), side, np.random.default_rng(0))
    assert (masks.sum(axis=(1, 2)) == side**2).all()
    assert not (masks & ~DISC).any()
    firsts = {tuple(np.argwhere(mask)[0]) for mask in masks}
    reach = side // 2
    inside = [
        (row, column)
        for row, column in np.argwhere(DISC)
        if DISC[row - reach : row + reach + 1, column - reach : column + reach + 1].all()
    ]
    assert firsts <= {(row - reach, column - reach) for row, column in inside}
    assert len(firsts) > 0.7 * len(inside), "some places are never drawn"


def test_a_square_may_lie_across_the_border_of_the_torus():
    corner = np.roll(DISC, (-9, -11), axis=(0, 1))[None]
    masks = square_masks(np.repeat(corner, 200, axis=0), 3, np.random.default_rng(1))
    assert (masks[:, 0] & masks[:, -1]).any() and not (masks & ~corner).any()


def test_a_spray_hits_its_share_and_at_least_one_cell():
    masks = Injection.parse("spray:0.05").draw(np.ones((200, 30, 30), bool), np.random.default_rng(2))
    assert masks.mean() == pytest.approx(0.05, abs=4 * np.sqrt(0.05 * 0.95 / masks.size))
    patterns = np.zeros((50, 30, 30), bool)
    patterns[:, 4:6, 4:6] = True
    masks = Injection("spray", 0.001).draw(patterns, np.random.default_rng(3))
    assert (masks & patterns).any(axis=(1, 2)).all()
    assert Injection("spray", 1.0).draw(patterns, np.random.default_rng(4)).all()


def test_a_drawn_mask_serves_all_patterns():
    model, states = random_rules(), meeting_states()[[0, 3]]
    mask = np.zeros((12, 14), bool)
    mask[5:7, 5:7] = True
    after = np.asarray(inject(model, states, mask, "rule2"))
    assert not after[:, 5:7, 5:7, -2].any() and after[:, 5:7, 5:7, -1].all()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("spray:0", "a spray of 0 is to be injected; a share above 0"),
        ("spray:-0.1", "a spray of -0.1"),
        ("spray:1.5", "at most 1 was expected"),
        ("square:0", "a square of side 0"),
        ("square:2.5", "a square of side 2.5 is to be injected; a whole side of at least 1 was expected"),
        ("circle:3", "what is to be injected is 'circle:3'; square:SIDE"),
        ("square", "what is to be injected is 'square'"),
        ("spray:nan", "what is to be injected is 'spray:nan'"),
    ],
)
def test_impossible_injections_are_one_line(text, message):
    with pytest.raises(InputError, match=message) as caught:
        Injection.parse(text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("amount", [float("nan"), float("inf"), "2", None])
def test_what_is_no_number_is_one_line(amount):
    for kind in ("square", "spray"):
        with pytest.raises(InputError, match=f"a {kind} of {amount!r} is to be injected; square:SIDE"):
            Injection(kind, amount)


def test_a_square_larger_than_the_pattern_is_one_line():
    for side in (15, 99):
        with pytest.raises(InputError, match=f"a square of {side} cells a side .* choose a smaller square") as caught:
            Injection("square", side).draw(DISC[None], np.random.default_rng(0))
        assert "\n" not in str(caught.value)


def test_an_injection_outside_of_the_pattern_is_one_line():
    model, states = random_rules(), meeting_states()[:1]
    mask = np.zeros((12, 14), bool)
    mask[0, 0] = True
    for given, message in ((mask, "lies outside of the pattern"), (mask[:5], "has the shape \\(5, 14\\)")):
        with pytest.raises(InputError, match=message) as caught:
            inject(model, states, given, "rule2")
        assert "\n" not in str(caught.value)
    with pytest.raises(InputError, match="'third' is no rule here"):
        inject(model, states, mask, "third")
