import lzma
from pathlib import Path

import pytest
from gazetteer.gazetteers import record

from furphy.errors import InputError
from furphy.gazetteer.record import Name, Record
from furphy.gazetteer.sources import table
from furphy.model.place import Place, PlaceKind


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    place = Place(
        *("geonames", "1", "Inhulets River", 47.5, 33.25, PlaceKind.RIVER, 120.0, "UA"),
        divisions=("UA", "UA.04"),
        population=12,
    )
    names = (Name("Inhulets River"), Name("Інгулець", "uk", 0.5), Name("Ingulets"))
    river = Record(place, names, ((48.75, 32.5), (46.7, 32.8)))
    path = tmp_path / "rivers.tsv.xz"
    path.write_bytes(lzma.compress("".join(table.lines_of([river])).encode()))
    assert [*table.read(path)] == [river]


def test_a_table_by_hand_needs_few_columns(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_text(
        "# Areas.\nname\tlat\tlon\tkind\tradius_km\tnames\n"
        "Donbas\t48.3\t38.2\tarea\t230\tДонбас@uk\n"
    )
    (found,) = table.read(path)
    assert (found.place.gazetteer, found.place.id) == ("furphy", "area:donbas")
    assert (found.place.country, found.place.divisions) == (None, ())
    assert found.names == (Name("Donbas"), Name("Донбас", "uk"))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        pytest.param("name\tlat\n", "1: no column kind, lon, radius_km", id="column-missing"),
        pytest.param(
            "name\tlat\tlon\tkind\tradius_km\nX\t1\n", "2: 2 cells, not 5", id="cells-missing"
        ),
        pytest.param(
            "name\tlat\tlon\tkind\tradius_km\nX\t1\tno\tcity\t1\n", "2: could not", id="no-number"
        ),
        pytest.param(
            "name\tlat\tlon\tkind\tradius_km\nX\t1\t2\thole\t1\n", "2: 'hole'", id="no-kind"
        ),
    ],
)
def test_a_broken_table_is_named_with_its_line(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "broken.tsv"
    path.write_text(text)
    with pytest.raises(InputError, match=f"broken.tsv:{complaint}"):
        list(table.read(path))


def test_the_id_of_a_made_record_is_kept() -> None:
    (_, line) = table.lines_of([record("7", "Kyiv | Київ", (50.45, 30.52), population=2_950_000)])
    assert line.startswith("test\t7\tKyiv\t50.45\t30.52\tcity\t2\tUA\tUA\t2950000\tКиїв\t")
