"""What the map on the page is drawn from, and how it was made."""
