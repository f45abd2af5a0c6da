"""The desk in a browser: pages and an API over one casebook, for one person or several."""
