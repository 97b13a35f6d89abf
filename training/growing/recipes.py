"""How the growing automata that ship were trained; minutes are those of two cores.

The second stage of lizard-regenerating was first done when cuts were drawn a little smaller, and its seed was not
recorded; all else is the command of the model's record.
"""

from training.recipe import Recipe

FOR_8_BITS = "--quantize-aware --iterations 400 --learning-rate 5e-4 --learning-rate-drop 250 --pool-size 64"

STROKES = "--damage 5 --cuts 1 --strokes 2 --iterations 2500 --learning-rate-drop 1700"
MORE_CUTS = "--damage 5 --cuts 2 --strokes 2 --random-seed 1 --iterations 2500 --learning-rate-drop 1700"


def _regenerating(target: str, **expects: float) -> Recipe:
    return Recipe(f"{target}-regenerating", (f"--target {target}",), expects, minutes=40)


def _with_strokes(target: str, start: str, *more: str, **expects: float) -> Recipe:
    stages = tuple(f"--target {target} {options}" for options in (STROKES, *more))
    start = f"growing/{start}-regenerating"
    return Recipe(f"{target}-regenerating", stages, expects, minutes=13 * len(stages), start=start)


def _for_8_bits(target: str, eight_bit_loss_500: float) -> Recipe:
    expects = {"eight_bit_loss_500": eight_bit_loss_500}
    start = f"growing/{target}-regenerating"
    return Recipe(f"{target}-regenerating-8bit", (f"--target {target} {FOR_8_BITS}",), expects, minutes=5, start=start)


RECIPES = (
    Recipe(
        "lizard-64x64",
        ("--experiment growing --size 64 --padding 0 --min-steps 96 --max-steps 128",),
        {"loss_96": 1e-3},
        minutes=60,
        ships=False,
    ),
    Recipe("lizard-growing", ("--experiment growing",), {"loss_96": 1e-3}, minutes=36),
    Recipe("lizard-persistent", ("--experiment persistent",), {"loss_500": 1e-4, "loss_5000": 1e-4}, minutes=36),
    Recipe(
        "lizard-regenerating",
        (
            "--random-seed 1",
            "--damage 6 --cuts 3 --iterations 6000 --learning-rate 0.0005 --learning-rate-drop 4000 --random-seed 1",
            "--damage 6 --cuts 4 --iterations 5500 --learning-rate 0.0005 --learning-rate-drop 4000 --random-seed 2",
            "--damage 6 --cuts 2 --strokes 3 --iterations 5000 --learning-rate 0.001 --random-seed 11",
            "--damage 6 --cuts 2 --strokes 4 --iterations 6000 --learning-rate 0.001 --learning-rate-drop 3500 "
            "--random-seed 12",
        ),
        {"loss_500": 1e-4, "loss_5000": 1e-4, "undamaged_loss": 2e-4, "strokes_healed": 62},
        minutes=125,
    ),
    _regenerating("butterfly", loss_500=3e-4, loss_5000=3e-4),
    _regenerating("eye", loss_500=3e-4, loss_5000=1e-3),
    _regenerating("fish", loss_500=2e-3, loss_5000=8e-3),
    _regenerating("ladybug", loss_500=2e-4, loss_5000=2e-4),
    _regenerating("planarian", loss_500=1e-4, loss_5000=1e-4),
    _with_strokes("smile", "ladybug", loss_500=1e-3, strokes_healed=48),
    # These two drift apart within some thousand steps.
    _with_strokes("pretzel", "ladybug", MORE_CUTS, loss_500=1e-3, strokes_healed=55),
    _with_strokes("explosion", "ladybug", MORE_CUTS, loss_500=2e-3, strokes_healed=60),
    _with_strokes("spiderweb", "butterfly", loss_500=2e-3, strokes_healed=48),
    _with_strokes("tree", "ladybug", loss_500=1e-3, strokes_healed=60),
    Recipe(
        "lizard-persistent-8bit",
        (
            "--experiment persistent --quantize-aware --iterations 4500 --learning-rate 1e-3 --learning-rate-drop 800 "
            "--pool-size 64",
        ),
        {"eight_bit_loss_500": 2e-4},
        minutes=60,
        start="growing/lizard-persistent",
    ),
    _for_8_bits("lizard", 4e-4),
    _for_8_bits("butterfly", 6e-4),
    _for_8_bits("fish", 1e-3),
    _for_8_bits("ladybug", 5e-4),
    _for_8_bits("planarian", 1e-4),
)
