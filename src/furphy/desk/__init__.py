"""Use cases: the one place where the parts are joined."""
