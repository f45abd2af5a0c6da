"""More forms of names, from a table of our own."""

from dataclasses import replace
from pathlib import Path

from gazetteer.gazetteers import record

from furphy.gazetteer.sources import amendments
from furphy.model.place import PlaceKind


def test_of_several_rows_for_one_place_all_names_count(tmp_path: Path) -> None:
    names, shortenings = tmp_path / "names.tsv", tmp_path / "shortenings.tsv"
    names.write_text(
        "of\tlat\tlon\tnames\nUS.NY\t43\t-75\tN.Y.@*.8\nUS.NY\t\t\tUpstate New York@*.6\n"
    )
    shortenings.write_text("word\tother\nSaint\tSt.\n")
    town = record("5128638", "New York", country="US")
    place = replace(town.place, kind=PlaceKind.REGION, divisions=("US", "US.NY"))
    amended = amendments.read(names, shortenings).apply(replace(town, place=place))
    assert [each.text for each in amended.names] == ["N.Y.", "Upstate New York", "New York"]
    assert (amended.place.lat, amended.place.lon) == (43, -75)
