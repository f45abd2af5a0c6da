"""Who is said to say what, found pattern by pattern; one kind of cue a file."""
