"""One claim as one HTML page."""

from furphy.export.dossier.material import Material


def render(material: Material) -> str:
    """Return the page."""
    return material.account.id
