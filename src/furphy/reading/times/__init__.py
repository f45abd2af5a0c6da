"""Expressions of time: found as TIMEX3, given values, and put on the calendar.

Text becomes atoms (:mod:`atoms`), what the word lists know each word as; patterns over the atoms
(:mod:`patterns`, ``time_patterns.tsv``) find expressions; their meaning (:mod:`meanings`) is worked
out against the publication time and the dates before it (:mod:`anchoring`); values and mods become
intervals (:mod:`intervals`). No module knows a word of a language.
"""
