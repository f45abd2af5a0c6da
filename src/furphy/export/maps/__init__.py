"""The map of a page: drawn from packaged outlines, without network and without script."""
