"""How the self-classifying automata that ship were trained. Minutes are those of two cores."""

from training.recipe import Recipe

RECIPES = (
    Recipe("mnist", ("",), {"accuracy_200": 0.953, "agreement_200": 0.881}, minutes=100),
    Recipe(
        "mnist-5x5",
        (
            "--kernel-size 5 --iterations 24000 --learning-rate-drops 12000 20000",
            "--kernel-size 5 --iterations 22000 --learning-rate-drops 14000 20000",
        ),
        {"accuracy_200": 0.97, "agreement_200": 0.95, "accuracy_400": 0.965, "agreement_400": 0.95},
        minutes=50,
    ),
    Recipe("fashion_mnist", ("--dataset fashion_mnist",), {"accuracy_200": 0.75, "agreement_200": 0.64}, minutes=170),
    Recipe(
        "fashion_mnist-5x5",
        (
            "--dataset fashion_mnist --kernel-size 5 --iterations 30000 --learning-rate 0.0005 "
            "--learning-rate-drops 20000 27000",
        ),
        {"accuracy_200": 0.83, "agreement_200": 0.79},
        minutes=130,
        start="mnist/fashion_mnist",
    ),
    Recipe(
        "fashion_mnist-5x5-long",
        (
            "--dataset fashion_mnist --kernel-size 5 --iterations 14000 --learning-rate 0.0005 "
            "--learning-rate-drops 9000 12500",
        ),
        {"accuracy_200": 0.845, "agreement_200": 0.81},
        minutes=60,
        start="mnist/fashion_mnist-5x5",
    ),
    Recipe(
        "mnist-guarded",
        ("--against adversarial/mnist-to-8 --iterations 8000 --learning-rate 0.0005 --learning-rate-drops 5000 7000",),
        {"accuracy_200": 0.94},
        minutes=10,
        start="mnist/mnist",
    ),
    Recipe("mnist-quiet", ("--noise 0",), {"accuracy_200": 0.947, "agreement_200": 0.852}, minutes=100, ships=False),
)
