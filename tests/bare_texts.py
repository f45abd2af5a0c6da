"""Parts of texts of which neither anchors nor vectors are asked."""

from furphy.tracing.bilinguals import Parts
from furphy.vectors.protocol import Matrix


class Nothing(Parts):
    """No anchors and no vectors."""

    def anchors(self) -> tuple[()]:
        """Return none."""
        return ()

    def rows(self) -> Matrix | None:
        """Return none."""
        return None
