"""Kommuner and regioner: who lies where on which day, and what a mistyped key may have meant."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import finsam
from finsam.law.geography import (
    KOMMUNER,
    KOMMUNER_OUTSIDE_REGIONS,
    REGIONS,
    current,
    find,
    name_of,
    near,
    region_of,
)

HOW_MANY: Final = {
    "region:01": 26,
    "region:03": 8,
    "region:04": 9,
    "region:05": 13,
    "region:06": 13,
    "region:07": 8,
    "region:08": 12,
    "region:10": 5,
    "region:12": 33,
    "region:13": 6,
    "region:14": 49,
    "region:17": 16,
    "region:18": 12,
    "region:19": 10,
    "region:20": 15,
    "region:21": 10,
    "region:22": 7,
    "region:23": 8,
    "region:24": 15,
    "region:25": 14,
}
GOTLAND: Final = "kommun:0980"
OLD_HEBY: Final = "kommun:1917"
NEW_HEBY: Final = "kommun:0331"
MOVED: Final = date(2007, 1, 1)
TODAY: Final = date(2026, 3, 1)
ALL: Final = {**KOMMUNER, **REGIONS}

each_region = pytest.mark.parametrize("region", HOW_MANY)
kommuner: Final = st.sampled_from(sorted(KOMMUNER))
keys: Final = st.sampled_from(sorted(ALL))
days: Final = st.sampled_from([MOVED - timedelta(days=1), MOVED]) | st.dates(
    date(2004, 1, 1), date(2060, 12, 31)
)


def named(key: str) -> str:
    """A key with the name in place of the code."""
    return f"{key.partition(':')[0]}:{ALL[key]}"


def number(key: str) -> int:
    return int(key.partition(":")[2])


def slips_of(right: str) -> Iterator[str]:
    """Keys that nobody has, mistyped from a key in one digit."""
    for place in range(right.index(":") + 1, len(right)):
        for digit in "0123456789":
            typed = right[:place] + digit + right[place + 1 :]
            yield from () if typed in ALL else (typed,)


SLIPS: Final = [(right, typed) for right in sorted(ALL) for typed in slips_of(right)]


LETTERS: Final = "abcdefghijklmnopqrstuvwxyzåäö"


def misspelt(name: str) -> Iterator[str]:
    """A name with a letter wrong, missing or too many, or with two that have changed places."""
    for place in range(len(name) + 1):
        before, after = name[:place], name[place:]
        yield from (f"{before}{letter}{after}" for letter in LETTERS)
        yield from (f"{before}{letter}{after[1:]}" for letter in LETTERS if after)
        yield f"{before}{after[1:]}"
        yield f"{before}{after[1:2]}{after[:1]}{after[2:]}"


class TestKommuner:
    """The 290 kommuner of today, and Heby under the code it had before 2007."""

    def test_there_are_290_and_the_former_heby(self) -> None:
        assert len(KOMMUNER.keys() - {OLD_HEBY}) == 290
        assert KOMMUNER[OLD_HEBY] == KOMMUNER[NEW_HEBY] == "Heby"

    @given(kommuner)
    def test_a_key_is_the_kind_and_four_digits(self, key: str) -> None:
        kind, _, code = key.partition(":")
        assert kind == "kommun"
        assert len(code) == 4
        assert code.isascii()
        assert code.isdecimal()

    def test_no_two_kommuner_share_a_name(self) -> None:
        shared = {name: n for name, n in Counter(KOMMUNER.values()).items() if n > 1}
        assert shared == {"Heby": 2}

    @given(kommuner)
    def test_a_name_is_written_clean(self, key: str) -> None:
        name = name_of(key)
        assert name == name.strip()
        assert name[0].isupper()
        assert not name.endswith("kommun")
        assert all(letter.isalpha() or letter in " -" for letter in name)

    @pytest.mark.parametrize(
        ("key", "name"),
        [
            ("kommun:0114", "Upplands Väsby"),
            ("kommun:0180", "Stockholm"),
            (GOTLAND, "Gotland"),
            ("kommun:1280", "Malmö"),
            ("kommun:1286", "Ystad"),
            ("kommun:1287", "Trelleborg"),
            ("kommun:1480", "Göteborg"),
            ("kommun:1715", "Kil"),
            ("kommun:2361", "Härjedalen"),
            ("kommun:2584", "Kiruna"),
            ("region:01", "Region Stockholm"),
            ("region:12", "Region Skåne"),
            ("region:14", "Västra Götalandsregionen"),
            ("region:25", "Region Norrbotten"),
        ],
    )
    def test_a_key_has_its_name(self, key: str, name: str) -> None:
        assert name_of(key) == name

    @pytest.mark.parametrize("key", ["kommun:0000", "region:09", "region:1", "forbundet", "", ":"])
    def test_a_key_that_nobody_has_has_no_name(self, key: str) -> None:
        with pytest.raises(KeyError):
            name_of(key)


class TestRegions:
    """Twenty regioner, each of the kommuner of its county."""

    def test_there_is_a_region_for_every_county_but_gotland(self) -> None:
        assert list(REGIONS) == sorted(HOW_MANY)
        assert len(set(REGIONS.values())) == len(REGIONS) == 20

    @each_region
    def test_it_has_its_number_of_kommuner(self, region: str) -> None:
        today = [k for k in KOMMUNER if k != OLD_HEBY and region_of(k, TODAY) == region]
        assert len(today) == HOW_MANY[region]

    def test_the_regions_and_gotland_hold_every_kommun(self) -> None:
        assert sum(HOW_MANY.values()) + 1 == 290

    @given(kommuner.filter(lambda k: k not in {GOTLAND, OLD_HEBY, NEW_HEBY}), days)
    def test_it_is_the_region_of_the_county_in_the_code(self, kommun: str, day: date) -> None:
        assert region_of(kommun, day) == f"region:{kommun[7:9]}"
        assert region_of(kommun, day) in REGIONS

    @given(days)
    def test_gotland_alone_stands_outside(self, day: date) -> None:
        assert {k for k in KOMMUNER if region_of(k, day) is None} == {GOTLAND}
        assert frozenset({GOTLAND}) == KOMMUNER_OUTSIDE_REGIONS

    @pytest.mark.parametrize("key", ["kommun:0000", "region:12", "forsakringskassan", ""])
    def test_what_is_no_kommun_lies_nowhere(self, key: str) -> None:
        with pytest.raises(KeyError):
            region_of(key, TODAY)


class TestHeby:
    """One kommun that moved on New Year's Day 2007, and got a new code."""

    @pytest.mark.parametrize("key", [OLD_HEBY, NEW_HEBY])
    @given(shift=st.integers(0, 1095))
    def test_it_lay_in_vastmanland_until_2006_and_lies_in_uppsala_since(
        self, key: str, shift: int
    ) -> None:
        assert region_of(key, MOVED + timedelta(days=shift)) == "region:03"
        assert region_of(key, MOVED - timedelta(days=shift + 1)) == "region:19"

    @given(keys)
    def test_no_other_key_has_changed(self, key: str) -> None:
        assert current(key) == {OLD_HEBY: NEW_HEBY}.get(key, key)
        assert current(current(key)) == current(key)

    @given(st.text())
    def test_what_is_no_key_stays_as_it_is(self, key: str) -> None:
        assert current(f"no {key}") == f"no {key}"


class TestNear:
    """What a mistyped key may have been meant as."""

    @given(st.sampled_from(SLIPS))
    def test_a_slip_in_one_digit_finds_the_right_key_or_five_that_are_no_farther(
        self, slip: tuple[str, str]
    ) -> None:
        right, typed = slip
        found = near(typed)
        off = [abs(number(key) - number(typed)) for key in (right, *found)]
        assert right in found or (len(found) == 5 and max(off[1:]) <= off[0])
        assert all(typed in slips_of(key) for key in found)
        assert off[1:] == sorted(off[1:])

    @given(keys)
    def test_a_name_in_place_of_the_code_finds_it(self, key: str) -> None:
        assert key in near(named(key))
        assert {ALL[found] for found in near(named(key))} == {ALL[key]}

    @given(keys, st.sampled_from([str.lower, str.upper, str.title, str.casefold]))
    def test_a_name_is_found_in_any_case(self, key: str, case: Callable[[str], str]) -> None:
        kind, _, name = named(key).partition(":")
        assert key in near(f"{kind}:{case(name)}")
        assert key in near(f"{kind}: {case(name)} ")

    @given(kommuner)
    def test_a_name_is_found_with_the_word_kommun(self, key: str) -> None:
        assert key in near(f"{named(key)} kommun")

    @given(kommuner.filter(lambda key: KOMMUNER[key][-1] not in "sxz"))
    def test_a_name_is_found_in_the_genitive_with_the_word_kommun(self, key: str) -> None:
        assert key in near(f"{named(key)}s kommun")

    @given(st.sampled_from([k for k in sorted(REGIONS) if REGIONS[k].startswith("Region ")]))
    def test_a_region_is_found_without_the_word_region(self, key: str) -> None:
        assert key in near(named(key).replace("Region ", ""))

    @given(kommuner, st.data())
    def test_a_name_with_one_letter_wrong_finds_it(self, key: str, data: st.DataObject) -> None:
        typed = data.draw(st.sampled_from(list(misspelt(KOMMUNER[key].casefold()))))
        found = near(f"kommun:{typed}")
        assert key in found or find(typed) or len(found) == 5 or len(typed) < 3

    @pytest.mark.parametrize(
        "typed",
        [
            *("omelilla", "ttomelilla", "Xomelilla", "otmelilla"),
            *("Tomlilla", "Tommelilla", "Tomexilla", "Tomleilla"),
            *("Tomelill", "Tomelillax", "Tomelillx", "Tomelilal"),
        ],
    )
    def test_the_letter_may_be_anywhere(self, typed: str) -> None:
        assert near(f"kommun:{typed}") == ("kommun:1270",)

    @pytest.mark.parametrize(
        "typed",
        [
            *("Xomelillx", "Tomelillaxx", "xTomelillax", "Tomelil", "melilla", "Temolilla"),
            *("otmelilal", "Txxelilla", "Tomxxlilla", "Tmolilla", "omTelilla", "Al", "A"),
        ],
    )
    def test_two_letters_wrong_or_two_letters_in_all_find_nothing(self, typed: str) -> None:
        assert near(f"kommun:{typed}") == ()

    def test_a_name_of_three_letters_is_enough(self) -> None:
        assert "kommun:1440" in near("kommun:Alx")

    def test_a_region_may_be_misspelt_with_or_without_the_word(self) -> None:
        assert near("region:Skane") == near("region:Region Skane") == ("region:12",)

    def test_vastra_gotaland_is_found_by_the_name_of_its_county(self) -> None:
        assert near("region:Västra Götaland") == ("region:14",)

    @given(st.sampled_from([key for key in sorted(ALL) if ":0" in key]))
    def test_a_dropped_leading_zero_finds_it(self, key: str) -> None:
        assert key in near(key.replace(":0", ":", 1))

    @given(
        st.sampled_from(SLIPS).map(lambda slip: slip[1])
        | keys.map(named)
        | keys
        | st.from_regex(r"(kommun|region):[0-9]{0,6}", fullmatch=True)
        | st.text(max_size=12).map(lambda said: f"kommun:{said}")
        | st.text(alphabet="0123456789²٣०", max_size=4).map(lambda said: f"kommun:{said}")
        | st.text(alphabet="0123456789²٣०", max_size=2).map(lambda said: f"region:{said}")
        | st.text()
    )
    @example("kommun:128²")
    @example("region:1²")
    @example("kommun:128٣")
    def test_whatever_is_said_it_gives_at_most_five_existing_keys_of_the_kind(
        self, said: str
    ) -> None:
        found = near(said)
        assert len(set(found)) == len(found) <= 5
        assert ALL.keys() >= set(found)
        assert {key.partition(":")[0] for key in found} <= {said.partition(":")[0]}

    @pytest.mark.parametrize(
        "junk", ["", ":", "kommun", "kommun:", "region:", "lan:12", "kommun:" + "9" * 10_000, "\0"]
    )
    def test_junk_is_near_nothing(self, junk: str) -> None:
        assert near(junk) == ()


class TestFind:
    """What a code or a name means."""

    @pytest.mark.parametrize(
        ("said", "keys"),
        [
            ("1286", ("kommun:1286",)),
            (" 12 ", ("region:12",)),
            ("kommun:1286", ("kommun:1286",)),
            ("region:12", ("region:12",)),
            ("kommun:1917", ("kommun:0331",)),
            ("Heby", ("kommun:0331",)),
            ("Ystads kommun", ("kommun:1286",)),
            ("Skåne", ("region:12",)),
            ("Kalmar", ("kommun:0880",)),
            ("Kalmar län", ("region:08",)),
            (" KALMAR LÄN ", ("region:08",)),
            ("Region Uppsala", ("region:03",)),
            ("REGION UPPSALA ", ("region:03",)),
            ("Uppsala kommun", ("kommun:0380",)),
            ("Västra Götalandsregionen", ("region:14",)),
            ("Region Gotland", ("kommun:0980",)),
            ("Gotlands län", ("kommun:0980",)),
            ("9999", ()),
            ("region:11", ()),
            ("Atlantis", ()),
            ("", ()),
        ],
    )
    def test_it_is_one_place_or_none(self, said: str, keys: tuple[str, ...]) -> None:
        assert find(said) == keys


@given(st.dates(date(2004, 1, 1)))
def test_each_kommun_of_a_day_lies_in_the_region_that_lists_it(day: date) -> None:
    kommuner = finsam.kommuner(on=day)
    regioner = finsam.regioner(on=day)
    assert (len(kommuner), len(regioner)) == (290, 20)
    listed = {key: region.key for region in regioner for key in region.kommuner}
    assert listed == {kommun.key: kommun.region for kommun in kommuner if kommun.region}
    assert [kommun.name for kommun in kommuner if not kommun.region] == ["Gotland"]
    assert [*kommuner] == sorted(kommuner)


def test_the_names_and_the_codes_are_those_of_the_day() -> None:
    before, after = date(2006, 12, 31), date(2007, 1, 1)
    assert ("kommun:1917", "Heby", "region:19") in finsam.kommuner(on=before)
    for ask in (finsam.kommuner, finsam.regioner):
        with pytest.raises(finsam.NotInForce, match="2004-01-01"):
            ask(on=date(2003, 12, 31))
    assert ("kommun:0331", "Heby", "region:03") in finsam.kommuner(on=after)
    names = {region.key: region.name for region in finsam.regioner(on=before)}
    assert names["region:03"] == "Uppsala läns landsting"
    assert names["region:12"] == "Region Skåne"
