"""Which candidates of a document tell something of it.

Of some hundred documents that share words with one, most are neither a possible source, nor the
same version, nor kin. Whoever is left counts for all the others.
"""

from furphy.tracing.candidates import Candidates
from furphy.tracing.explaining import LEAST_ORDER
from furphy.tracing.lost import share_enough
from furphy.tracing.versions import are_alike
from furphy.tracing.words import Flags


def telling(candidates: Candidates) -> Flags:
    """Tell of each candidate whether it may tell something of its document."""
    may_be_kin = (candidates.sources < candidates.targets) & share_enough(candidates)
    found: Flags = (candidates.order >= LEAST_ORDER) | are_alike(candidates) | may_be_kin
    return found
