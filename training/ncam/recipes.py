"""How the manifolds are trained, at the paper's 64x64 pixels; minutes are those of two cores that do nothing else.

The first three ship, the third as far as two stages went. The others have not been trained yet: what they expect
is what the paper, or the first experiments, reached. The small ones of orderings.py compare choices and do not ship.
"""

from training.ncam.orderings import ALIKE, SEEDS, VARIANTS, run_name
from training.ncam.published import ABLATIONS
from training.recipe import Recipe


def _recipe(name: str, options: str, mse: float, nearest: float, minutes: float) -> Recipe:
    figure = "mse_letter_noise" if "-dna" in name else "mse"
    expects = {figure: mse, **({"nearest_own": nearest} if nearest else {})}
    return Recipe(name, (options,), expects, minutes=minutes, ships=False)


RECIPES = (
    Recipe(
        "chars-continuous",
        ("--data chars --iterations 2000", "--data chars --iterations 4500"),
        {"mse": 0.0075, "nearest_own": 94 / 96},
        minutes=45,
    ),
    Recipe(
        "chars-dna",
        ("--data chars --code dna --iterations 6000",),
        {"mse_letter_noise": 0.0095, "nearest_own_letter_noise": 83 / 96},
        minutes=45,
    ),
    Recipe("emoji-continuous", ("--data emoji --iterations 10000",) * 2, {"mse": 0.0175}, minutes=145),
    _recipe("chars-continuous-synchronous", "--data chars --update synchronous --iterations 5000", 0.003, 94 / 96, 80),
    _recipe("emoji-continuous-synchronous", "--data emoji --update synchronous --iterations 22000", 0.002, 0.0, 360),
    _recipe("emoji-continuous-256", "--data emoji --code-size 256 --iterations 40000", 0.023, 0.0, 400),
    _recipe("emoji-continuous-1024", "--data emoji --code-size 1024 --iterations 40000", 0.0159, 0.0, 400),
    _recipe("emoji-dna", "--data emoji --code dna --iterations 40000", 0.0163, 0.0, 400),
    _recipe(
        "emoji-dna-synchronous", "--data emoji --code dna --update synchronous --iterations 22000", 0.0026, 0.0, 360
    ),
    _recipe("emotions-dna", "--data emotions --code dna --iterations 6000", 0.018, 0.0, 60),
    _recipe("heads-dna", "--data heads --code dna --iterations 6000", 0.0244, 0.0, 60),
    _recipe("variety-dna", "--data variety --code dna --iterations 6000", 0.0504, 0.0, 60),
    *(
        _recipe(f"variety-dna-{without}", f"--data variety --code dna --{without} --iterations 6000", mse, 0.0, 60)
        for without, mse in ABLATIONS.items()
    ),
    _recipe("emoji-continuous-32-channels", "--data emoji --channels 32 --iterations 40000", 0.0159, 0.0, 600),
    _recipe(
        "cifar10-continuous-synchronous",
        "--data cifar10 --limit 2000 --update synchronous --batch-size 16 --iterations 30000",
        *(0.0072, 0.0, 120),
    ),
    _recipe(
        "cifar10-dna-synchronous",
        "--data cifar10 --code dna --limit 2000 --update synchronous --batch-size 16 --iterations 30000",
        *(0.0072, 0.0, 120),
    ),
    *(
        Recipe(run_name(variant, seed), (f"{options} {ALIKE} --random-seed {seed}",), {}, minutes=5, ships=False)
        for seed in SEEDS
        for variant, options in VARIANTS.items()
    ),
)
