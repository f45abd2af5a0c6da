"""Readings turned into what people and programs take away, one format a file."""
