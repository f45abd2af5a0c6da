"""Where places come from: one reader a source, each giving records."""
