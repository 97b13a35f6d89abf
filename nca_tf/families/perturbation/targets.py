"""The article's six altered lizards, in the order in which its matrices are stored, and our pictures of them."""

TARGETS = {
    "tailless": "lizard-tailless",
    "no-leg": "lizard-legless",
    "no-head": "lizard-headless",
    "no-arm": "lizard-armless",
    "red": "lizard-red",
    "blue": "lizard-blue",
}
