"""The NCA manifold (Hernandez Ruiz, Vilalta, Moreno-Noguer 2020): a space of automata, one code per picture."""
