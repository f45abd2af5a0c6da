"""Do two texts put the same thing forward? Comparing, grouping and searching, without a store."""
