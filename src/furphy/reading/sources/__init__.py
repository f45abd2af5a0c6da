"""Who is meant by the words that name a source: one source, all its mentions."""
