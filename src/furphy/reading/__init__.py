"""From a document to the assertions in it, one stage at a time."""
