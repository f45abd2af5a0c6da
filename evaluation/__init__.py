"""How well furphy reads, measured on public corpora and held by floors."""
