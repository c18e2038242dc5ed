"""The parties of 1 and 3 §§: what the act calls each of them, day by day."""

from datetime import date, timedelta
from typing import Final, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.se.orgnr import is_valid

from finsam import Forbund, PartyKind, check, member_key, statute
from finsam.law.geography import BY_ORGNR, KOMMUNER, REGIONS, current
from finsam.law.parties import SEVERAL_REGIONS_FROM, in_words_of, kind_of, member_name
from finsam.law.text import Lang

ONE_DAY: Final = timedelta(days=1)
RENAMED: Final = {
    PartyKind.FORSAKRINGSKASSAN: date(2005, 1, 1),
    PartyKind.ARBETSFORMEDLINGEN: date(2008, 1, 1),
    PartyKind.REGION: date(2020, 1, 1),
}
days: Final = st.dates(date(2004, 1, 1), date(2060, 12, 31)) | st.sampled_from(
    [day + shift * ONE_DAY for day in RENAMED.values() for shift in (-1, 0)]
)
langs: Final[st.SearchStrategy[Lang]] = st.sampled_from(["sv", "en"])


class TestNames:
    """The wording of a day names the party of that day."""

    @pytest.mark.parametrize(
        ("kind", "lang", "before", "since"),
        [
            (PartyKind.FORSAKRINGSKASSAN, "sv", "försäkringskassa", "Försäkringskassan"),
            (PartyKind.FORSAKRINGSKASSAN, "en", "insurance office", "Social Insurance Agency"),
            (PartyKind.ARBETSFORMEDLINGEN, "sv", "länsarbetsnämnd", "Arbetsförmedlingen"),
            (PartyKind.ARBETSFORMEDLINGEN, "en", "labour board", "Public Employment Service"),
            (PartyKind.REGION, "sv", "landsting", "region"),
            (PartyKind.REGION, "en", "county council", "region"),
        ],
    )
    def test_it_changes_on_the_day_of_the_amendment(
        self, kind: PartyKind, lang: Lang, before: str, since: str
    ) -> None:
        assert kind.name_on(RENAMED[kind] - ONE_DAY, lang).endswith(before)
        assert kind.name_on(RENAMED[kind], lang).endswith(since)

    @given(st.sampled_from(sorted(RENAMED)), days, langs)
    def test_it_changes_on_no_other_day(self, kind: PartyKind, day: date, lang: Lang) -> None:
        changed = kind.name_on(day, lang) != kind.name_on(day - ONE_DAY, lang)
        assert changed is (day == RENAMED[kind])

    @given(days, langs)
    def test_a_kommun_has_always_been_called_that(self, day: date, lang: Lang) -> None:
        assert (
            PartyKind.KOMMUN.name_on(day, lang)
            == {
                "sv": "en kommun",
                "en": "a kommun",
            }[lang]
        )

    @given(days, langs)
    def test_no_two_kinds_have_one_name_on_a_day(self, day: date, lang: Lang) -> None:
        assert len({kind.name_on(day, lang) for kind in PartyKind}) == 4

    @given(st.sampled_from(PartyKind), st.dates(max_value=date(2003, 12, 31)), langs)
    def test_before_the_act_it_is_the_first_name(
        self, kind: PartyKind, day: date, lang: Lang
    ) -> None:
        assert kind.name_on(day, lang) == kind.name_on(date(2004, 1, 1), lang)

    @given(st.sampled_from(PartyKind), days)
    def test_swedish_is_the_language_when_none_is_named(self, kind: PartyKind, day: date) -> None:
        assert kind.name_on(day) == kind.name_on(day, "sv") != kind.name_on(day, "en")


class TestKinds:
    """A member key says which of the four kinds it is."""

    def test_there_are_four_and_they_are_written_as_documents_write_them(self) -> None:
        kinds = {"forsakringskassan", "arbetsformedlingen", "region", "kommun"}
        assert {str(kind) for kind in PartyKind} == kinds

    @given(st.sampled_from(sorted(KOMMUNER)), st.sampled_from(sorted(REGIONS)))
    def test_a_key_with_a_code_is_of_the_kind_that_it_begins_with(
        self, kommun: str, region: str
    ) -> None:
        assert kind_of(kommun) is PartyKind.KOMMUN
        assert kind_of(region) is PartyKind.REGION

    @pytest.mark.parametrize("kind", [PartyKind.FORSAKRINGSKASSAN, PartyKind.ARBETSFORMEDLINGEN])
    def test_the_two_of_the_state_are_their_own_keys(self, kind: PartyKind) -> None:
        assert kind_of(kind.value) is kind

    @pytest.mark.parametrize("key", ["kommun:0980", "kommun:1917", "kommun:0331"])
    def test_gotland_and_heby_are_kommuner_under_every_code(self, key: str) -> None:
        assert kind_of(key) is PartyKind.KOMMUN

    @pytest.mark.parametrize(
        "key",
        [
            *("forbundet", "kommuner", "regioner", "kommun", "region", "", "kommun:", "region:09"),
            *("kommun:0000", "Forsakringskassan", "Försäkringskassan", "kommun:1287 "),
        ],
    )
    def test_what_names_no_party_is_refused_by_name(self, key: str) -> None:
        with pytest.raises(ValueError, match="no member key") as caught:
            kind_of(key)
        assert repr(key) in str(caught.value)

    @given(st.text())
    def test_no_free_text_is_a_party(self, said: str) -> None:
        with pytest.raises(ValueError, match="no member key"):
            kind_of(f"{said}:")


def test_county_borders_may_be_crossed_from_the_day_of_the_amendment() -> None:
    (amendment,) = [each for each in statute.amendments if each.sfs == "2010:350"]
    assert amendment.in_force == SEVERAL_REGIONS_FROM


class TestMemberKey:
    """A party is found by its key, its code or its name."""

    @pytest.mark.parametrize(
        ("said", "key"),
        [
            ("kommun:1286", "kommun:1286"),
            ("1286", "kommun:1286"),
            ("Ystad", "kommun:1286"),
            (" ystads KOMMUN ", "kommun:1286"),
            ("region:12", "region:12"),
            ("12", "region:12"),
            ("Region Skåne", "region:12"),
            ("Skåne län", "region:12"),
            ("Västra Götalands län", "region:14"),
            ("Stockholm", "kommun:0180"),
            ("Region Stockholm", "region:01"),
            ("Stockholms län", "region:01"),
            ("Gotland", "kommun:0980"),
            ("Heby", "kommun:0331"),
            ("1917", "kommun:0331"),
            ("Försäkringskassan", "forsakringskassan"),
            ("forsakringskassan", "forsakringskassan"),
            ("arbetsformedlingen", "arbetsformedlingen"),
            ("Arbetsförmedlingen", "arbetsformedlingen"),
            ("AF", "arbetsformedlingen"),
            ("FK", "forsakringskassan"),
            ("Stockholms läns landsting", "region:01"),
            ("Södermanlands läns landsting", "region:04"),
            ("Jämtlands läns landsting", "region:23"),
            ("Landstinget Dalarna", "region:20"),
            ("Landstinget Sörmland", "region:04"),
            ("Landstinget i Östergötland", "region:05"),
            ("Landstinget i Kalmar län", "region:08"),
            ("Malmö stad", "kommun:1280"),
            ("Göteborgs Stad", "kommun:1480"),
            ("Stockholms stad", "kommun:0180"),
            ("Allmänna försäkringskassan", "forsakringskassan"),
            ("allmän försäkringskassa", "forsakringskassan"),
            ("Skåne läns allmänna försäkringskassa", "forsakringskassan"),
            ("Försäkringskassan i Västerbotten", "forsakringskassan"),
            ("länsarbetsnämnd", "arbetsformedlingen"),
            ("Länsarbetsnämnden i Västerbotten", "arbetsformedlingen"),
            ("Arbetsförmedlingen Malmö", "arbetsformedlingen"),
        ],
    )
    def test_it_is_found(self, said: str, key: str) -> None:
        assert member_key(said) == key

    @given(st.sampled_from(sorted(KOMMUNER)))
    def test_every_kommun_is_found_by_its_code_and_its_name(self, key: str) -> None:
        assert member_key(key) == member_key(key[7:]) == member_key(KOMMUNER[key]) == current(key)

    @given(st.sampled_from(sorted(REGIONS)))
    def test_every_region_is_found_by_its_code_and_its_name(self, key: str) -> None:
        assert member_key(key) == member_key(key[7:]) == member_key(REGIONS[key]) == key

    @pytest.mark.parametrize(
        ("said", "meant"),
        [
            ("Ystd", "kommun:1286 (Ystad)"),
            ("Ysatd", "kommun:1286 (Ystad)"),
            ("Ystadd", "kommun:1286 (Ystad)"),
            ("Istad", "kommun:1286 (Ystad)"),
            ("kommun:1289", "kommun:1286 (Ystad)"),
            ("kommun:Ystad", "kommun:1286 (Ystad)"),
            ("180", "kommun:0180 (Stockholm)"),
            ("Skne", "region:12 (Region Skåne)"),
        ],
    )
    def test_a_near_miss_is_reported(self, said: str, meant: str) -> None:
        with pytest.raises(ValueError, match="did you mean") as refusal:
            member_key(said)
        assert meant in str(refusal.value)

    @pytest.mark.parametrize(
        "said",
        [
            *("", "Xxxxxxxx", "forbundet", "ab", "Skåne stad", "Skåne kommun", "Landstinget"),
            *("Försäkringskassan Xxxxxx", "Försäkringskassans vänner", "Arbetsförmedlingen i"),
        ],
    )
    def test_what_is_near_nothing_is_refused_all_the_same(self, said: str) -> None:
        with pytest.raises(ValueError, match="no party is called"):
            member_key(said)

    def test_what_may_be_a_personal_number_is_not_repeated(self) -> None:
        with pytest.raises(ValueError, match="no party is called what was given") as refusal:
            member_key("kommun:191212121212")
        assert "1212" not in str(refusal.value)

    @pytest.mark.parametrize(
        ("orgnr", "key"),
        [
            ("212000-1124", "kommun:1280"),
            ("212000 1124", "kommun:1280"),
            ("202100 5521", "forsakringskassan"),
            ("2120001124", "kommun:1280"),
            (" 212000-0803 ", "kommun:0980"),
            ("232100-0016", "region:01"),
            ("202100-5521", "forsakringskassan"),
            ("2021002114", "arbetsformedlingen"),
        ],
    )
    def test_an_organisation_number_is_read(self, orgnr: str, key: str) -> None:
        assert member_key(orgnr) == key
        document = {"name": "x", "members": [orgnr.strip()]}
        assert Forbund.model_validate(document).members[0].actor == key

    @pytest.mark.parametrize("orgnr", ["556036-0793", "21-20001124", "2120001124-"])
    def test_another_number_is_no_party_and_is_not_repeated(self, orgnr: str) -> None:
        with pytest.raises(ValueError, match="organisation number") as refusal:
            member_key(orgnr)
        assert orgnr not in str(refusal.value)

    def test_numbers_have_their_check_digits_and_name_every_place(self) -> None:
        assert all(map(is_valid, BY_ORGNR))
        assert {member_key(number) for number in BY_ORGNR} == {
            current(key) for key in (*KOMMUNER, *REGIONS)
        }
        assert len(BY_ORGNR) == 290 + 20

    def test_what_is_no_text_is_refused_in_words(self) -> None:
        with pytest.raises(TypeError, match="not NoneType"):
            member_key(None)  # type: ignore[arg-type]


class TestMemberName:
    """A member has the name of the day."""

    @pytest.mark.parametrize(
        ("key", "before", "day", "since"),
        [
            ("forsakringskassan", "Allmänna försäkringskassan", "2005-01-01", "Försäkringskassan"),
            ("arbetsformedlingen", "Länsarbetsnämnden", "2008-01-01", "Arbetsförmedlingen"),
            ("region:13", "Hallands läns landsting", "2011-01-01", "Region Halland"),
            ("region:05", "Östergötlands läns landsting", "2015-01-01", "Region Östergötland"),
            ("region:03", "Uppsala läns landsting", "2017-01-01", "Region Uppsala"),
            ("region:22", "Västernorrlands läns landsting", "2018-02-01", REGIONS["region:22"]),
            ("region:01", "Stockholms läns landsting", "2019-01-01", "Region Stockholm"),
        ],
    )
    def test_it_changes_on_its_day(self, key: str, before: str, day: str, since: str) -> None:
        changed = date.fromisoformat(day)
        assert member_name(key, changed - ONE_DAY) == before
        assert member_name(key, changed) == since

    @pytest.mark.parametrize("key", ["region:12", "region:14", "kommun:1286", "kommun:0980"])
    @given(day=days)
    def test_some_have_borne_theirs_as_long_as_the_act(self, key: str, day: date) -> None:
        assert member_name(key, day) == {**KOMMUNER, **REGIONS}[key]

    @given(st.sampled_from(sorted(REGIONS)), days)
    def test_a_region_is_found_by_the_name_of_any_day(self, key: str, day: date) -> None:
        assert member_key(member_name(key, day)) == key
        assert day.year < 2020 or member_name(key, day) == REGIONS[key]

    def test_what_is_no_party_has_no_name(self) -> None:
        with pytest.raises(KeyError):
            member_name("forbundet", date(2020, 1, 1))


def test_messages_use_the_name_of_the_day() -> None:
    forbund = Forbund.model_validate_json(
        """{"name": "F", "members": ["forsakringskassan", "region:03"], "board": {"seats": []}}"""
    )
    for day, authority, region in [
        (date(2004, 6, 1), "Allmänna försäkringskassan", "Uppsala läns landsting (region:03)"),
        (date(2020, 6, 1), "Försäkringskassan", "Region Uppsala (region:03)"),
    ]:
        said = " ".join(
            finding.message(lang)
            for finding in check(forbund, on=day, rules=["FINSAM-10-1"]).findings
            for lang in get_args(Lang)
        )
        assert f"{authority} har" in said
        assert f"{region} har" in said


@pytest.mark.parametrize(
    ("said", "lang", "before"),
    [
        ("Regionerna bidrar med en fjärdedel.", "sv", "Landstingen bidrar med en fjärdedel."),
        ("Ingen region behöver delta.", "sv", "Inget landsting behöver delta."),
        ("{member} saknar sin egen region.", "sv", "{member} saknar sitt eget landsting."),
        ("En kommuns och en regions platser", "sv", "En kommuns och ett landstings platser"),
        ("The regioner give a quarter.", "en", "The county councils give a quarter."),
        ("No region takes part.", "en", "No county council takes part."),
        ("Kommunerna ger en fjärdedel.", "sv", "Kommunerna ger en fjärdedel."),
    ],
)
def test_a_region_is_a_landsting_before_2020(said: str, lang: Lang, before: str) -> None:
    assert in_words_of(date(2019, 12, 31), said, lang) == before
    assert in_words_of(date(2020, 1, 1), said, lang) == said
