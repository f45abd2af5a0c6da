"""What sentences are about, as vectors that are near one another whatever their language.

Two models that come as packages (the extra ``multilingual``); nothing else of furphy needs them.
Import from :mod:`furphy.vectors.choosing`, which loads no model before one is asked for.
"""
