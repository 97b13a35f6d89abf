"""Self-classifying digits: Randazzo et al. 2020, and its Fashion-MNIST and KMNIST variants."""
