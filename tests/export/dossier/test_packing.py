"""A claim's material kept as bytes: the same dossier comes of it."""

import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from rumours import rumours

from furphy.desk import claiming
from furphy.export.claims import trace_record
from furphy.export.dossier.packing import packed, unpacked
from furphy.export.dossier.page import render
from furphy.model.signed import Credibility, Grade, Reliability


def test_what_was_packed_tells_the_same(tmp_path: Path) -> None:
    where = str(tmp_path / "case.furphy")
    rumours(where).close()
    told = claiming.claims(where)
    for account in told.accounts:
        grades = tuple(
            Grade("0" * 64, value, "Koval", "seen", "2024-03-14T09:20:11Z", is_disputed=False)
            for value in (Reliability.USUALLY, Credibility.DOUBTFUL)
        )
        whole = claiming.material(told, replace(account, grades=grades))
        again = unpacked(packed(whole))
        assert again.account == whole.account
        assert again.places == whole.places
        assert render(again) == render(whole)
        assert trace_record(again.account, again.documents, again.readings) == trace_record(
            whole.account, whole.documents, whole.readings
        )


@pytest.mark.parametrize(
    "data", [b"", b"nothing", zlib.compress(b"{}"), zlib.compress(b"[]"), zlib.compress(b"{")]
)
def test_what_is_no_material_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - told by whichever layer it breaks
        unpacked(data)
