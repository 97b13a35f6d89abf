"""What is grown, and pictures and films of it."""
