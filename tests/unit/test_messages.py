"""Places in a document, as people write them."""

import pytest

from finsam.models.base import Loc
from finsam.validation.engine.messages import path


@pytest.mark.parametrize(
    ("loc", "written"),
    [
        ((), ""),
        (("board",), "board"),
        (("insatser", 0), "insatser[0]"),
        (("board", "seats"), "board.seats"),
        (("board", "seats", 3), "board.seats[3]"),
        (("board", "seats", 3, "end"), "board.seats[3].end"),
        (("insatser", 0, "end"), "insatser[0].end"),
        (("insatser", 12, "payments", 1, "to"), "insatser[12].payments[1].to"),
        (("insatser", 0, 1), "insatser[0][1]"),
    ],
)
def test_a_place_is_written_as_people_write_it(loc: Loc, written: str) -> None:
    assert path(loc) == written
