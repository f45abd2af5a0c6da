"""Proof that a casebook is as it was stored, and word of what is not.

- :mod:`.chain` walks the journal; :mod:`.whole` holds every row against the entry that vouches for
  it, and finds those that none does.
- :mod:`.captured` and :mod:`.read` hold what is in the rows against the digests they are named by,
  and rows for look-up against the lines they were worked out from (:mod:`.agreement`);
  :mod:`.rereading` holds the spans of a reading against its text.
- :mod:`.in_use` looks after ``current``; :mod:`.given` after judgements.

What cannot be seen from inside: that the end of the journal was cut off along with what it vouches
for, or that everything was made anew with a journal of its own: that is what a seal is for
(:mod:`furphy.casebook.seal`).
"""
