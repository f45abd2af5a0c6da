"""Who is the same who in one document: names, descriptions and pronouns joined to their bearers."""
