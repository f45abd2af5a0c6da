"""One page a module: what is asked of it, what it shows, what it lets people do."""
