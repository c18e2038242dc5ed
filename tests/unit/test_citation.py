"""A citation is a value, and prints and links one place in the act and no other."""

import copy
import pickle
import re
from collections.abc import Callable
from dataclasses import FrozenInstanceError, astuple, fields
from typing import Any, Final, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam import Citation, Rule, rules, statute
from finsam.law.citation import cited
from finsam.law.text import Lang

SECTIONS: Final = (
    *("1", "2", "3", "4", "5", "5 a", "6", "7", "8", "9", "10", "11", "12", "13", "14"),
    *("15", "16", "17", "18", "19", "19 a", "20", "21", "22", "23", "24", "25", "26", "27", "28"),
)
SECTION: Final = Citation("5")
STYCKE: Final = Citation("5 a", stycke=2)
MENING: Final = Citation("5", stycke=1, mening=1)
PUNKT: Final = Citation("7", stycke=1, punkt=3)

LAGEN: Final = "lagen (2003:1210) om finansiell samordning av rehabiliteringsinsatser"
THE_ACT: Final = "the Act (2003:1210) on financial coordination of rehabilitation measures"
ORDNING: Final = ("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde")
ORDINAL: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
PAGE: Final = "https://lagen.nu/2003:1210"

_counted: Final = st.none() | st.integers(1, 8)


@st.composite
def citations(draw: st.DrawFn) -> Citation:
    """Sections, stycken in them, and meningar and punkter in those."""
    section, stycke = draw(st.sampled_from(SECTIONS)), draw(_counted)
    within = _counted if stycke else st.none()
    points = st.none() | st.integers(1, 20) if stycke else st.none()
    return Citation(section, stycke, mening=draw(within), punkt=draw(points))


def read(pattern: str, printed: str, words: tuple[str, ...] = ()) -> Citation:
    """The place that a printed citation or link names, parsed independently of the library."""
    found = re.fullmatch(pattern, printed)
    assert found, printed
    said = found.groupdict()

    def number(name: str) -> int | None:
        word = said[name]
        return None if word is None else words.index(word) + 1 if word in words else int(word)

    section = re.sub(r"(?<=\d)(?=[a-z])", " ", str(said["section"]))
    return Citation(section, number("stycke"), number("mening"), number("punkt"))


class TestReading:
    """What reports print and people write is read."""

    @given(citations())
    def test_what_is_printed_is_read(self, place: Citation) -> None:
        assert cited(place.short("sv")) == place
        assert cited(place.short("en")) == place
        assert cited(place.long("sv")) == place

    @pytest.mark.parametrize(
        ("written", "place"),
        [
            ("5", Citation("5")),
            ("10 a §", Citation("10 a")),
            ("5A", Citation("5 a")),
            ("FINSAM-5A", Citation("5 a")),
            (" 5 §  2 st ", Citation("5", 2)),
            ("5 § andra stycket", Citation("5", 2)),
            ("7 § första stycket 3", Citation("7", 1, punkt=3)),
            ("7 § 1 st. 3 punkten", Citation("7", 1, punkt=3)),
        ],
    )
    def test_what_people_write_is_read(self, written: str, place: Citation) -> None:
        assert cited(written) == place

    @pytest.mark.parametrize("written", ["", "5-1", "FINSAM-5-1", "§", "0 §", "board", "5 § x st."])
    def test_what_is_no_citation_is_none(self, written: str) -> None:
        assert cited(written) is None


class TestPrinting:
    """As a Swedish lawyer writes it, and so that an English reader follows."""

    @pytest.mark.parametrize(
        ("place", "sv", "en"),
        [
            (SECTION, "5 §", "s. 5"),
            (STYCKE, "5 a § 2 st.", "s. 5 a, para. 2"),
            (MENING, "5 § 1 st. 1 men.", "s. 5, para. 1, sent. 1"),
            (PUNKT, "7 § 1 st. 3 p.", "s. 7, para. 1, point 3"),
        ],
    )
    def test_it_is_short(self, place: Citation, sv: str, en: str) -> None:
        assert str(place) == place.short() == place.short("sv") == sv
        assert place.short("en") == en

    @pytest.mark.parametrize(
        ("place", "sv", "en"),
        [
            (SECTION, "5 §", "section 5"),
            (STYCKE, "5 a § andra stycket", "section 5 a, second paragraph"),
            (
                MENING,
                "5 § första stycket första meningen",
                "section 5, first paragraph, first sentence",
            ),
            (PUNKT, "7 § första stycket 3", "section 7, first paragraph, point 3"),
            *(
                (
                    Citation("25", stycke=9 - number, mening=number),
                    f"25 § {ORDNING[8 - number]} stycket {ORDNING[number - 1]} meningen",
                    f"section 25, {ORDINAL[8 - number]} paragraph, {ORDINAL[number - 1]} sentence",
                )
                for number in range(1, 9)
            ),
        ],
    )
    def test_it_is_long(self, place: Citation, sv: str, en: str) -> None:
        assert place.long() == place.long("sv") == f"{sv} {LAGEN}"
        assert place.long("en") == f"{en} of {THE_ACT}"

    @given(citations())
    def test_the_short_citation_can_be_read_back_in_both_languages(self, place: Citation) -> None:
        swedish = (
            r"(?P<section>\d+(?: a)?) §(?: (?P<stycke>\d+) st\.)?"
            r"(?: (?P<punkt>\d+) p\.)?(?: (?P<mening>\d+) men\.)?"
        )
        english = (
            r"s\. (?P<section>\d+(?: a)?)(?:, para\. (?P<stycke>\d+))?"
            r"(?:, point (?P<punkt>\d+))?(?:, sent\. (?P<mening>\d+))?"
        )
        assert read(swedish, place.short("sv")) == place
        assert read(english, place.short("en")) == place

    @given(citations())
    def test_the_long_citation_can_be_read_back_in_both_languages(self, place: Citation) -> None:
        swedish = (
            rf"(?P<section>\d+(?: a)?) §(?: (?P<stycke>{'|'.join(ORDNING)}) stycket)?"
            rf"(?: (?P<punkt>\d+))?(?: (?P<mening>{'|'.join(ORDNING)}) meningen)? "
        ) + re.escape(LAGEN)
        english = (
            rf"section (?P<section>\d+(?: a)?)(?:, (?P<stycke>{'|'.join(ORDINAL)}) paragraph)?"
            rf"(?:, point (?P<punkt>\d+))?(?:, (?P<mening>{'|'.join(ORDINAL)}) sentence)? of "
        ) + re.escape(THE_ACT)
        assert read(swedish, place.long("sv"), ORDNING) == place
        assert read(english, place.long("en"), ORDINAL) == place

    @pytest.mark.parametrize("print_in", [MENING.short, MENING.long], ids=["short", "long"])
    def test_an_unknown_language_is_refused(self, print_in: Callable[[Lang], str]) -> None:
        with pytest.raises(ValueError, match="'de'"):
            print_in(cast("Lang", "de"))


class TestLinks:
    """A link goes to the place in the act of today, or to the page of an older wording."""

    @pytest.mark.parametrize(
        ("place", "anchor"),
        [(SECTION, "P5"), (STYCKE, "P5aS2"), (MENING, "P5S1M1"), (PUNKT, "P7S1N3")],
    )
    def test_it_goes_to_the_place(self, place: Citation, anchor: str) -> None:
        assert place.link() == f"{PAGE}#{anchor}"

    @given(citations())
    def test_it_can_be_read_back(self, place: Citation) -> None:
        anchor = (
            r"P(?P<section>\d+a?)(?:S(?P<stycke>\d+))?(?:N(?P<punkt>\d+))?(?:M(?P<mening>\d+))?"
        )
        assert read(re.escape(PAGE) + "#" + anchor, place.link()) == place

    @given(citations(), st.sampled_from(["2004:793", "2007:411", "2010:350", "2019:914"]))
    def test_an_older_wording_has_a_page_of_its_own(self, place: Citation, sfs: str) -> None:
        assert place.link(sfs) == f"{PAGE}/konsolidering/{sfs}"

    @given(citations())
    def test_the_superseded_original_gives_the_page_of_the_act(self, place: Citation) -> None:
        assert place.link("2003:1210") == PAGE


class TestValue:
    """A citation is an immutable value."""

    @given(citations(), citations())
    def test_two_are_equal_exactly_when_they_name_the_same_place(
        self, one: Citation, other: Citation
    ) -> None:
        named = [(c.section, c.stycke, c.mening, c.punkt) for c in (one, other)]
        assert (one == other) is (named[0] == named[1])
        assert len({one, other}) == len(set(named))

    @given(citations())
    def test_it_is_equal_to_nothing_else(self, place: Citation) -> None:
        others: list[object] = [str(place), astuple(place), place.section, None]
        assert all(place != other for other in others)

    @given(citations(), st.integers(0, pickle.HIGHEST_PROTOCOL))
    def test_it_survives_pickling_and_copying_equal(self, place: Citation, protocol: int) -> None:
        again = [
            pickle.loads(pickle.dumps(place, protocol)),
            copy.copy(place),
            copy.deepcopy(place),
        ]
        assert again == [place] * 3
        assert {hash(other) for other in again} == {hash(place)}

    @pytest.mark.parametrize("name", [field.name for field in fields(Citation)])
    def test_it_cannot_be_changed(self, name: str) -> None:
        with pytest.raises(FrozenInstanceError):
            setattr(MENING, name, None)
        with pytest.raises(FrozenInstanceError):
            delattr(MENING, name)
        assert Citation("5", stycke=1, mening=1) == MENING

    def test_it_takes_no_other_attribute(self) -> None:
        with pytest.raises((AttributeError, TypeError)):
            setattr(MENING, "note", "…")  # noqa: B010  mypy refuses it written plainly
        assert not hasattr(MENING, "note")

    @given(citations())
    def test_its_repr_makes_it_again(self, place: Citation) -> None:
        assert eval(repr(place), {"Citation": Citation}) == place  # noqa: S307  our own repr

    def test_as_json_it_is_its_four_numbers(self) -> None:
        assert MENING.to_dict() == {"section": "5", "stycke": 1, "mening": 1, "punkt": None}
        assert PUNKT.to_dict() == {"section": "7", "stycke": 1, "mening": None, "punkt": 3}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_no_rule_cites_one_place_twice_on_any_day(rule: Rule[Any]) -> None:
    for amendment in statute.amendments:
        law = rule.on(amendment.in_force)
        cited = [law.citation, *law.beside]
        assert len(set(cited)) == len(cited)
