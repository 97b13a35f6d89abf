"""Growing automata: experiments 1 to 3 of Mordvintsev et al. 2020."""
