"""Places in a document, as people write them."""

import pytest

from finsam.models.base import Loc
from finsam.validation.engine.messages import path, place


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


@pytest.mark.parametrize(
    ("loc", "sv", "en"),
    [
        ((), "", ""),
        (("contributions",), "bidrag", "contributions"),
        (("insatser", 0), "insats 1", "insats 1"),
        (("insatser", 0, "payments", 1), "insats 1, betalning 2", "insats 1, payment 2"),
        (
            ("insatser", 0, "payments", 1, "to"),
            "insats 1, betalning 2: ”mottagare”",
            "insats 1, payment 2: “recipient”",
        ),
        (
            ("insatser", 0, "target_group", "age_from"),
            "insats 1, målgrupp: ”lägsta ålder”",
            "insats 1, target group: “lowest age”",
        ),
        (
            ("formed",),
            "den dag förbundet bildades",
            "the day on which the förbund was formed",
        ),
        (("insatser", 0, "no{t}_one"), "insats 1: ”no{t} one”", "insats 1: “no{t} one”"),
    ],
)
def test_a_place_in_words_counts_from_one(loc: Loc, sv: str, en: str) -> None:
    assert (place(loc, "sv"), place(loc, "en")) == (sv, en)
