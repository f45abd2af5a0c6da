"""How fast furphy reads, starts and grows, as ratios taken in one run."""
