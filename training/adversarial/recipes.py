"""How the adversaries that ship were trained. Minutes are those of two cores."""

from training.recipe import Recipe

LIZARD = "--host growing/lizard-regenerating"
LONGER = "--min-steps 96 --max-steps 192"
"""For what is to last, and to go on where the usual steps end."""

RECIPES = (
    Recipe(
        "mnist-to-8",
        ("--iterations 8000 --learning-rate-drops 4000 7000",),
        {"goal_share_50": 0.98, "goal_share_50_hosts_only": 0.97},
        minutes=20,
    ),
    Recipe(
        "fashion_mnist-to-8",
        ("--host mnist/fashion_mnist-5x5 --iterations 3000 --learning-rate-drops 2000 2700 --test-images 2000",),
        {"goal_share_50": 0.98, "goal_share_50_hosts_only": 0.97},
        minutes=20,
    ),
    # How much harder a host is to talk round that has learned to live with such adversaries.
    Recipe(
        "mnist-guarded-to-8",
        ("--host mnist/mnist-guarded --goal 8 --iterations 3000 --learning-rate-drops 2000 2700",),
        {"goal_share_50": 0.5},
        minutes=10,
        ships=False,
    ),
    Recipe(
        "tailless",
        (
            f"{LIZARD} --padding 24 --iterations 1500 --learning-rate-drops 1000",
            f"{LIZARD} --padding 24 --iterations 4000 --learning-rate-drops 2500 3600",
            f"{LIZARD} --padding 24 {LONGER} --learning-rate 1e-3 --iterations 1400 "
            "--learning-rate-drops 1000 --random-seed 2",
        ),
        {"loss_200": 2.9e-3, "loss_4000": 1.9e-3},
        minutes=40,
    ),
    Recipe(
        "red-60pct",
        (
            f"{LIZARD} --target red --share 0.6 --padding 16 --iterations 1500 --learning-rate-drops 1000",
            f"{LIZARD} --target red --share 0.6 --padding 16 {LONGER} --learning-rate 1e-3 --iterations 1300 "
            "--learning-rate-drops 900 --random-seed 1",
            f"{LIZARD} --target red --share 0.6 --padding 16 {LONGER} --learning-rate 5e-4 --iterations 600 "
            "--learning-rate-drops 400 --random-seed 2",
        ),
        {"loss_200": 2.6e-3, "loss_4000": 6e-3},
        minutes=30,
    ),
    Recipe(
        "red",
        (f"{LIZARD} --target red --padding 16 --iterations 1000 --learning-rate-drops 700",),
        {"loss_200": 8e-3},
        minutes=9,
        ships=False,
    ),
    # The other idea: those who turn a lizard red as six of ten cells, trained on as one of ten.
    Recipe(
        "red-from-60pct",
        (f"{LIZARD} --target red --padding 16 {LONGER} --iterations 500 --learning-rate-drops 350",),
        {"loss_200": 8e-3},
        minutes=6,
        start="adversarial/red-60pct",
        ships=False,
    ),
)
