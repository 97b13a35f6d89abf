"""How any automaton computes a step and a rollout; knows no family."""
