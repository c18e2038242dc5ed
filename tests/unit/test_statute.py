"""The act through time: its register, its sections, and which wording holds on which day."""

import copy
import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, replace
from datetime import date, timedelta
from itertools import product
from threading import Barrier
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam import Citation, NotInForce, statute
from finsam.law.statute import Amendment, Provision, Statute, Wording
from finsam.law.text import Text

ORIGINAL: Final = "2003:1210"
START: Final = date(2004, 1, 1)
ONE_DAY: Final = timedelta(days=1)
PAGE: Final = "https://lagen.nu/2003:1210"

SECTIONS: Final = (
    *("1", "2", "3", "4", "5", "5 a", "6", "7", "8", "9", "10", "11", "12", "13", "14"),
    *("15", "16", "17", "18", "19", "19 a", "20", "21", "22", "23", "24", "25", "26", "27", "28"),
)
NEVER_AMENDED: Final = ("2", "4", "7", "8", "10", "11", "13", "15", "17", "18", "22", "23", "27")

REGISTER: Final = (
    (ORIGINAL, date(2004, 1, 1)),
    ("2004:793", date(2005, 1, 1)),
    ("2006:1563", date(2007, 1, 1)),
    ("2007:1017", date(2008, 1, 1)),
    ("2007:411", date(2008, 1, 1)),
    ("2007:1018", date(2008, 1, 1)),
    ("2010:350", date(2010, 7, 1)),
    ("2010:1291", date(2011, 1, 1)),
    ("2011:1517", date(2012, 1, 1)),
    ("2017:556", date(2017, 8, 1)),
    ("2017:746", date(2018, 1, 1)),
    ("2018:598", date(2019, 1, 1)),
    ("2019:914", date(2020, 1, 1)),
    ("2022:131", date(2022, 3, 16)),
    ("2022:637", date(2022, 7, 1)),
    ("2023:644", date(2024, 1, 1)),
)
IN_FORCE: Final = dict(REGISTER)
AMENDED_BY: Final = {
    "1": ("2004:793", "2007:411", "2010:350", "2019:914"),
    "3": ("2004:793", "2007:411", "2010:350", "2019:914"),
    "5": ("2004:793", "2010:350", "2019:914"),
    "5 a": ("2019:914",),
    "6": ("2004:793", "2010:1291", "2011:1517"),
    "9": ("2007:1017", "2017:746", "2019:914"),
    "12": ("2004:793", "2006:1563", "2007:411", "2019:914", "2022:637"),
    "14": ("2004:793", "2017:746", "2019:914"),
    "16": ("2004:793", "2006:1563", "2007:411", "2017:746", "2019:914"),
    "19": ("2017:746", "2019:914"),
    "20": ("2017:556", "2019:914"),
    "21": ("2017:746", "2019:914", "2023:644"),
    "24": ("2018:598",),
    "25": ("2004:793", "2007:1018", "2010:350", "2017:746", "2019:914"),
    "26": ("2004:793", "2007:411", "2017:746", "2019:914"),
    "28": ("2017:746", "2019:914"),
}
ADDED_BY: Final = {"5 a": "2010:350", "19 a": "2022:131"}
VERSIONS: Final = {s: (ADDED_BY.get(s, ORIGINAL), *AMENDED_BY.get(s, ())) for s in SECTIONS}
"""The SFS number of each wording, by section, copied from the act section by section."""

LANDSTING: Final = date(2019, 12, 31)
TODAY: Final = date(2026, 3, 1)
DIVIDED: Final = (
    # The sentences and the points of each stycke, counted in the text.
    ("2", START, ((1, 0),)),
    ("2", TODAY, ((1, 0),)),
    ("3", date(2005, 1, 1), ((3, 0),)),
    ("3", date(2010, 6, 30), ((3, 0),)),
    ("3", date(2010, 7, 1), ((4, 0),)),
    ("3", TODAY, ((4, 0),)),
    ("4", START, ((1, 0),)),
    ("5", date(2010, 7, 1), ((2, 0), (2, 0), (1, 0))),
    ("5", LANDSTING, ((2, 0), (2, 0), (1, 0))),
    ("5", TODAY, ((2, 0), (2, 0), (1, 0))),
    ("5 a", date(2010, 7, 1), ((1, 0), (2, 0))),
    ("5 a", TODAY, ((1, 0), (2, 0))),
    ("7", START, ((1, 6), (1, 0))),
    ("7", TODAY, ((1, 6), (1, 0))),
)
UNSEEN: Final = (
    # Wordings whose text nobody has seen.
    ("3", date(2004, 12, 31)),
    ("5", START),
    ("5", date(2010, 6, 30)),
    ("6", START),
    ("6", date(2011, 12, 31)),
)

each_section = pytest.mark.parametrize("section", SECTIONS)
each_divided = pytest.mark.parametrize(("section", "day", "stycken"), DIVIDED)
each_unseen = pytest.mark.parametrize(("section", "day"), UNSEEN)
sections: Final = st.sampled_from(SECTIONS)
_borders: Final = [day + shift * ONE_DAY for day in IN_FORCE.values() for shift in (-1, 0, 1)]
days: Final = st.sampled_from(_borders) | st.dates(date(1990, 1, 1), date(2060, 12, 31))
_counted: Final = st.none() | st.integers(1, 8)


def first_day(section: str) -> date:
    return IN_FORCE[VERSIONS[section][0]]


def wording_on(section: str, day: date) -> Wording:
    return statute.provision(section).on(day)


def places_in(section: str) -> st.SearchStrategy[Citation]:
    """Places that the section may or may not have."""
    return st.builds(Citation, st.just(section), _counted, _counted, _counted)


def places_of(section: str, stycken: tuple[tuple[int, int], ...]) -> set[Citation]:
    """Every place in a section that is divided so."""
    places = {Citation(section)}
    for stycke, (meningar, punkter) in enumerate(stycken, 1):
        for mening in (None, *range(1, meningar + 1)):
            for punkt in (None, *range(1, punkter + 1)):
                places.add(Citation(section, stycke, mening, punkt))
    return places


def covering(provision: Provision, day: date) -> list[Wording]:
    return [w for w in provision.wordings if w.first <= day <= (w.last or date.max)]


class TestRegister:
    """The register of amendments, with its days."""

    def test_it_is_whole_and_in_order(self) -> None:
        assert tuple((a.sfs, a.in_force) for a in statute.amendments) == REGISTER

    @pytest.mark.parametrize("sfs", IN_FORCE)
    def test_each_amendment_touches_its_sections_and_no_others(self, sfs: str) -> None:
        (entry,) = (a for a in statute.amendments if a.sfs == sfs)
        assert sorted(entry.adds) == sorted(s for s in SECTIONS if VERSIONS[s][0] == sfs)
        # 2007:411 gave 25 § a wording that 2007:1018 replaced before anybody could apply it.
        replaced = {"25"} if sfs == "2007:411" else set()
        assert set(entry.amends) == replaced | {s for s in AMENDED_BY if sfs in AMENDED_BY[s]}

    @pytest.mark.parametrize(
        ("sfs", "works"),
        [
            (ORIGINAL, ("prop. 2002/03:132", "bet. 2003/04:SfU4", "rskr. 2003/04:101")),
            ("2006:1563", ("prop. 2006/07:10", "bet. 2006/07:SfU3", "rskr. 2006/07:79")),
            ("2010:350", ("prop. 2009/10:154",)),
            ("2019:914", ("prop. 2018/19:162", "bet. 2019/20:KU3")),
            ("2018:598", ()),
            ("2022:637", ()),
        ],
    )
    def test_the_works_behind_it_are_those_that_were_found(
        self, sfs: str, works: tuple[str, ...]
    ) -> None:
        assert [a.preparatory_works for a in statute.amendments if a.sfs == sfs] == [works]

    @pytest.mark.parametrize("amendment", statute.amendments, ids=lambda entry: entry.sfs)
    def test_it_says_what_each_did_in_two_languages(self, amendment: Amendment) -> None:
        assert amendment.gist.sv
        assert amendment.gist.en
        assert amendment.gist.sv != amendment.gist.en

    def test_the_act_says_where_it_begins_and_what_it_knows_last(self) -> None:
        assert (statute.sfs, statute.first_day) == (ORIGINAL, START)
        assert statute.last_amendment == "2023:644"
        assert ORIGINAL in statute.title.sv
        assert ORIGINAL in statute.title.en


class TestSections:
    """Thirty sections, in the act's order, each under the name that the act gives it."""

    def test_every_section_is_there_in_the_order_of_the_act(self) -> None:
        assert tuple(statute.provisions) == SECTIONS
        assert len(SECTIONS) == 30

    @each_section
    def test_it_is_found_by_its_name(self, section: str) -> None:
        provision = statute.provision(section)
        assert provision.section == section
        assert {wording.section for wording in provision.wordings} == {section}

    @pytest.mark.parametrize("section", ["", "0", "29", "5a", "5 A", "5 b", "§ 5", " 5", "19 A"])
    def test_what_the_act_never_had_is_refused_by_name(self, section: str) -> None:
        with pytest.raises(KeyError, match="the act has no section") as caught:
            statute.provision(section)
        assert repr(section) in str(caught.value)

    @pytest.mark.parametrize("section", NEVER_AMENDED)
    def test_the_never_amended_have_one_wording_from_the_start(self, section: str) -> None:
        (wording,) = statute.provision(section).wordings
        assert (wording.sfs, wording.first, wording.last) == (ORIGINAL, START, None)


class TestWordings:
    """On each day of a section's life exactly one wording of it holds."""

    @each_section
    def test_its_wordings_are_those_of_the_register(self, section: str) -> None:
        wordings = statute.provision(section).wordings
        assert tuple(w.sfs for w in wordings) == VERSIONS[section]
        assert [w.first for w in wordings] == [IN_FORCE[sfs] for sfs in VERSIONS[section]]

    @given(sections, days)
    def test_there_is_neither_gap_nor_overlap(self, section: str, day: date) -> None:
        found = covering(statute.provision(section), day)
        assert len(found) == (day >= first_day(section))

    @given(sections, st.data())
    def test_the_wording_of_a_day_is_the_last_that_had_come_into_force(
        self, section: str, data: st.DataObject
    ) -> None:
        day = data.draw(days.map(lambda day: max(day, first_day(section))))
        come = [sfs for sfs in VERSIONS[section] if IN_FORCE[sfs] <= day]
        assert wording_on(section, day).sfs == come[-1]
        assert covering(statute.provision(section), day) == [wording_on(section, day)]

    @each_section
    def test_a_wording_lasts_to_the_day_before_the_next(self, section: str) -> None:
        provision = statute.provision(section)
        for wording, after in zip(provision.wordings, provision.wordings[1:], strict=False):
            assert wording.last == after.first - ONE_DAY
            assert provision.on(wording.first) is provision.on(after.first - ONE_DAY) is wording
            assert provision.on(after.first) is after
        assert provision.wordings[-1].last is None
        assert provision.on(date.max) is provision.wordings[-1]

    def test_of_two_amendments_of_25_on_one_day_the_later_gives_the_wording(self) -> None:
        day = date(2008, 1, 1)
        assert [a.sfs for a in statute.amendments if a.in_force == day and "25" in a.amends] == [
            "2007:411",
            "2007:1018",
        ]
        assert [w.sfs for w in statute.provision("25").wordings if w.first == day] == ["2007:1018"]
        assert wording_on("25", day - ONE_DAY).sfs == "2004:793"
        assert wording_on("25", date(2010, 6, 30)) is wording_on("25", day)

    @given(st.data())
    def test_any_register_gives_wordings_without_gap_or_overlap(self, data: st.DataObject) -> None:
        # An amendment may come into force before an older one does.
        later = data.draw(st.lists(st.dates(START, date(2030, 1, 1)), max_size=6))
        entries = [Amendment(ORIGINAL, START, (), ("1",), Text("ny", "new"))]
        entries += [
            Amendment(f"2004:{number}", day, ("1",), (), Text("ändrad", "amended"))
            for number, day in enumerate(later)
        ]
        named = {"1": (Text("Rubrik", "Heading"), Text("Allt", "Everything"))}
        act = Statute(ORIGINAL, Text("Lag", "Act"), tuple(entries), date.max, named, {}, {})
        provision = act.provision("1")
        day = data.draw(st.sampled_from([START, *later]) | st.dates(START, date(2031, 1, 1)))
        (wording,) = covering(provision, day)
        assert provision.on(day) == wording
        then = [entry for entry in entries if entry.in_force <= day]
        assert wording.sfs == max(reversed(then), key=lambda entry: entry.in_force).sfs


class TestNotInForce:
    """A day outside is refused, never answered with another wording."""

    @given(sections, st.data())
    def test_it_names_the_section_the_day_asked_for_and_the_days_in_force(
        self, section: str, data: st.DataObject
    ) -> None:
        first = first_day(section)
        day = data.draw(
            st.just(first - ONE_DAY) | st.dates(date(1900, 1, 1), first - ONE_DAY), label="day"
        )
        with pytest.raises(NotInForce) as caught:
            wording_on(section, day)
        said = str(caught.value)
        assert said.startswith(f"{section} § ")
        assert day.isoformat() in said
        assert first.isoformat() in said

    @given(st.dates(date(1900, 1, 1), START - ONE_DAY) | st.just(START - ONE_DAY))
    def test_the_act_refuses_days_before_it(self, day: date) -> None:
        with pytest.raises(NotInForce) as caught:
            statute.require_in_force(day)
        said = str(caught.value)
        assert ORIGINAL in said
        assert day.isoformat() in said
        assert START.isoformat() in said

    @given(st.dates(START, date.max) | st.just(START))
    def test_the_act_lets_every_later_day_pass(self, day: date) -> None:
        statute.require_in_force(day)
        assert wording_on("1", day).first <= day

    @given(st.integers(1, 10_000))
    def test_a_section_that_has_ended_names_its_last_day_too(self, later: int) -> None:
        # No section of the act has ended yet.
        last = date(2005, 12, 31)
        nothing = Text("", "")
        ended = Provision("30", nothing, nothing, (Wording("30", ORIGINAL, START, last, None),))
        day = last + later * ONE_DAY
        assert ended.on(last) == ended.wordings[0]
        with pytest.raises(NotInForce) as caught:
            ended.on(day)
        for named in ("30 §", day.isoformat(), START.isoformat(), last.isoformat()):
            assert named in str(caught.value)

    def test_it_is_a_failed_lookup(self) -> None:
        assert issubclass(NotInForce, LookupError)


class TestPlaces:
    """What a wording has, what is known of it, and how a place in it is cited."""

    @each_divided
    def test_it_has_the_places_that_its_text_has_and_no_others(
        self, section: str, day: date, stycken: tuple[tuple[int, int], ...]
    ) -> None:
        wording, counted = wording_on(section, day), (None, *range(1, 9))
        asked = [Citation(section, *numbers) for numbers in product(counted, repeat=3)]
        assert {place for place in asked if wording.has(place)} == places_of(section, stycken)
        assert {wording.has(place) for place in asked} == {True, False}

    @pytest.mark.parametrize(
        "place",
        [
            Citation("5", stycke=0),
            Citation("5", stycke=-1),
            Citation("5", stycke=1, mening=0),
            Citation("5", stycke=1, mening=-1),
            Citation("5", stycke=1, punkt=0),
        ],
        ids=repr,
    )
    def test_places_are_counted_from_one(self, place: Citation) -> None:
        assert wording_on("5", TODAY).has(place) is False

    @each_divided
    def test_what_it_has_is_known_and_cited_in_full(
        self, section: str, day: date, stycken: tuple[tuple[int, int], ...]
    ) -> None:
        wording = wording_on(section, day)
        for place in places_of(section, stycken):
            assert wording.knows(place)
            assert wording.cite(place) == place

    @each_unseen
    @given(data=st.data())
    def test_an_unseen_wording_is_cited_by_its_section_alone(
        self, section: str, day: date, data: st.DataObject
    ) -> None:
        wording = wording_on(section, day)
        place = data.draw(places_in(section))
        assert wording.cite(place) == Citation(section)

    @each_unseen
    @given(data=st.data())
    def test_whether_a_stycke_exists_in_an_unseen_wording_is_not_known(
        self, section: str, day: date, data: st.DataObject
    ) -> None:
        place = replace(data.draw(places_in(section)), stycke=data.draw(st.integers(1, 8)))
        assert wording_on(section, day).has(place) is None

    @given(sections, days, st.data())
    def test_what_is_cited_is_always_there(
        self, section: str, day: date, data: st.DataObject
    ) -> None:
        wording = wording_on(section, max(day, first_day(section)))
        cited = wording.cite(data.draw(places_in(section)))
        assert wording.has(cited) is True
        assert cited.section == section

    @given(sections, sections, days)
    def test_no_wording_has_a_place_in_another_section(
        self, section: str, other: str, day: date
    ) -> None:
        wording = wording_on(section, max(day, first_day(section)))
        assert wording.has(Citation(other)) is (other == section)

    @pytest.mark.parametrize("day", [START, date(2005, 1, 1), date(2010, 6, 30)])
    def test_the_shares_are_known_from_the_start_though_their_text_is_unseen(
        self, day: date
    ) -> None:
        wording = wording_on("5", day)
        for mening in (None, 1, 2):
            assert wording.knows(Citation("5", stycke=1, mening=mening))
        assert not wording.knows(Citation("5", stycke=2, mening=2))
        assert not wording.knows(Citation("5", stycke=3))

    @each_unseen
    def test_nothing_but_the_shares_is_known_of_an_unseen_wording(
        self, section: str, day: date
    ) -> None:
        known = {s for s in range(1, 4) if wording_on(section, day).knows(Citation(section, s))}
        assert known == {"5": {1}}.get(section, set())


class TestLinks:
    """A place is linked in the wording of its day."""

    @pytest.mark.parametrize(
        ("place", "day", "link"),
        [
            (Citation("5", 1, 1), TODAY, "#P5S1M1"),
            (Citation("5", 1, 1), date(2020, 1, 1), "#P5S1M1"),
            (Citation("5", 1, 1), LANDSTING, "/konsolidering/2010:350"),
            (Citation("5", 1, 1), date(2010, 6, 30), "/konsolidering/2004:793"),
            (Citation("5", 1, 1), START, ""),
            (Citation("3", 1, 2), date(2008, 1, 1), "/konsolidering/2007:411"),
            (Citation("3", 1, 2), date(2004, 12, 31), ""),
            (Citation("5 a", 2), TODAY, "#P5aS2"),
            (Citation("5 a", 2), date(2010, 7, 1), "/konsolidering/2010:350"),
            (Citation("7", 1, punkt=3), START, "#P7S1N3"),
            (Citation("7", 1, punkt=9), TODAY, "#P7"),
        ],
    )
    def test_it_goes_to_the_wording_of_the_day(self, place: Citation, day: date, link: str) -> None:
        assert wording_on(place.section, day).link(place) == PAGE + link

    @given(sections, days)
    def test_every_superseded_wording_has_a_page_or_is_the_original(
        self, section: str, day: date
    ) -> None:
        wording = wording_on(section, max(day, first_day(section)))
        anchor = f"{PAGE}#P{section.replace(' ', '')}"
        pages = {ORIGINAL: PAGE}
        older = pages.get(wording.sfs, f"{PAGE}/konsolidering/{wording.sfs}")
        link = wording.link(Citation(section))
        assert link == (anchor if wording.sfs == VERSIONS[section][-1] else older)


class TestSharing:
    """The statute is a value that processes and threads can share."""

    @pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
    @pytest.mark.parametrize("made", [lambda: statute, lambda: replace(statute)])
    def test_it_survives_pickling_equal(self, made: Callable[[], Statute], protocol: int) -> None:
        again = pickle.loads(pickle.dumps(made(), protocol))
        assert again == statute
        assert list(again.provisions.items()) == list(statute.provisions.items())
        assert again.provision("5").on(START) == wording_on("5", START)

    def test_it_survives_copying_equal(self) -> None:
        assert copy.copy(statute) == copy.deepcopy(statute) == statute

    @given(sections, days)
    def test_wordings_survive_pickling_equal(self, section: str, day: date) -> None:
        wording = wording_on(section, max(day, first_day(section)))
        again = pickle.loads(pickle.dumps(wording))
        assert again == wording
        assert hash(again) == hash(wording)

    def test_threads_that_ask_it_first_at_the_same_time_get_the_same_answers(self) -> None:
        fresh, together = replace(statute), Barrier(8)

        def ask(_: int) -> list[tuple[str, Wording]]:
            together.wait(timeout=10)
            return [(s, fresh.provision(s).on(date(2023, 1, 1))) for s in SECTIONS]

        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(ask, range(8)))
        assert answers == [[(s, wording_on(s, date(2023, 1, 1))) for s in SECTIONS]] * 8

    @pytest.mark.parametrize(
        ("part", "name"),
        [
            (statute, "amendments"),
            (statute.provision("5"), "wordings"),
            (wording_on("5", START), "sfs"),
        ],
        ids=["statute", "provision", "wording"],
    )
    def test_it_cannot_be_changed(self, part: object, name: str) -> None:
        with pytest.raises(FrozenInstanceError):
            setattr(part, name, ())


class TestWhatIsSaidOfASection:
    """Every section has a heading and a gist in both languages; older texts, what is known."""

    @pytest.mark.parametrize("section", statute.provisions)
    def test_it_has_a_heading_and_a_gist(self, section: str) -> None:
        provision = statute.provision(section)
        assert provision.heading.sv
        assert provision.heading.en
        for said in provision.gist:
            assert said.endswith(".")
            assert len(said.split()) >= 8
        assert provision.gist.sv != provision.gist.en

    @pytest.mark.parametrize("section", statute.provisions)
    def test_todays_wording_is_known_in_its_parts(self, section: str) -> None:
        stycken = statute.provision(section).wordings[-1].stycken
        assert stycken
        assert all(stycke.meningar >= 1 for stycke in stycken)

    def test_the_parts_of_a_wording_are_said_only_of_wordings_that_are(self) -> None:
        wordings = {(s, w.sfs) for s, p in statute.provisions.items() for w in p.wordings}
        assert statute.divisions.keys() <= wordings
        assert statute.substance.keys() <= wordings
        assert not statute.divisions.keys() & statute.substance.keys()

    def test_9_has_its_eighteen_points_and_7_its_six(self) -> None:
        assert [s.punkter for s in statute.provision("9").wordings[-1].stycken or ()] == [18]
        assert [s.punkter for s in statute.provision("7").wordings[-1].stycken or ()] == [6, 0]

    def test_what_has_not_been_seen_is_said_to_be_unknown(self) -> None:
        unseen = {
            (section, wording.first.year)
            for section, provision in statute.provisions.items()
            for wording in provision.wordings
            if wording.stycken is None
        }
        assert {("1", 2004), ("3", 2004), ("5", 2004), ("6", 2011), ("16", 2007)} <= unseen
        assert not {section for section, _ in unseen} & {"2", "4", "5 a", "7", "8", "19 a", "27"}


class TestTransitionalProvisions:
    """The transitional provisions of amendments."""

    REPORTED = tuple((entry, rule) for entry in statute.amendments for rule in entry.transitional)

    def test_each_is_of_a_section_that_the_amendment_changed(self) -> None:
        for entry, reported in self.REPORTED:
            changed = {
                section
                for other in statute.amendments
                if other.sfs == entry.sfs or other.in_force == entry.in_force
                for section in (*other.amends, *other.adds)
            }
            assert set(reported.sections) <= changed
            assert reported.gist.sv
            assert reported.gist.en

    def test_those_still_printed_with_the_act_are_there(self) -> None:
        points = {(entry.sfs, reported.point) for entry, reported in self.REPORTED}
        assert points == {
            ("2004:793", 2),
            ("2004:793", 3),
            ("2006:1563", None),
            ("2007:1017", 2),
            ("2007:411", 2),
            ("2007:411", 3),
            ("2017:746", 2),
            ("2018:598", 2),
            ("2018:598", 3),
        }

    def test_a_wording_that_is_used_later_says_from_when(self) -> None:
        ((entry, reported),) = [(e, t) for e, t in self.REPORTED if t.applies_from]
        assert (entry.sfs, reported.sections, reported.applies_from) == (
            "2006:1563",
            ("16",),
            date(2007, 4, 1),
        )

    def test_what_another_amendment_gave_names_it(self) -> None:
        known = {entry.sfs for entry in statute.amendments}
        given = {reported.sfs for _, reported in self.REPORTED if reported.sfs}
        assert given == {"2007:1018"}
        assert given <= known


def test_the_text_was_compared_with_a_copy_that_has_every_amendment() -> None:
    assert statute.compared == date(2026, 2, 22)
    assert statute.compared >= statute.amendments[-1].in_force
