"""The document's promises: what is malformed, what is not, and how a document is written."""

import copy
import json
import pickle
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from itertools import combinations
from types import NoneType
from typing import Annotated, Final, Literal, Protocol, TypeAlias, TypeVar, get_args, get_origin

import pytest
from hostile import at, places
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from walking import facts, models

from finsam.law.geography import KOMMUNER, REGIONS, current
from finsam.law.parties import member_name
from finsam.models.actors import MEMBER_KEYS, ExternalActor
from finsam.models.base import Loc, Model
from finsam.models.economy import AnnualReport, Liquidation
from finsam.models.errors import explain_error, known_key
from finsam.models.forbund import Forbund, Member
from finsam.models.insats import Aim, AreaPart, Focus, Insats, OwnAct, Payment, TargetGroup
from finsam.models.money import Contribution, OtherIncome, SplitAgreement, SplitShare
from finsam.models.scalars import Stated
from finsam.testing import forbund

on_whole_documents: Final = settings(max_examples=25)

_M = TypeVar("_M", bound=Model)


class Read(Protocol):
    """A way to read a document."""

    def __call__(self, model: type[_M], said: object, /) -> _M: ...


def from_json(model: type[_M], said: object, /) -> _M:
    return model.model_validate_json(json.dumps(said))


def from_python(model: type[_M], said: object, /) -> _M:
    return model.model_validate(said)


def outcome(way: Read, model: type[_M], said: object) -> _M | list[tuple[Loc, str]]:
    """The result of reading: the document, or the places and types of its errors."""
    try:
        return way(model, said)
    except ValidationError as refused:
        return [(error["loc"], error["type"]) for error in refused.errors()]


def read(model: type[_M], said: object, /) -> _M:
    """Read in both ways, with the same result."""
    assert outcome(from_json, model, said) == outcome(from_python, model, said)
    return from_json(model, said)


def refusal(read: Read, model: type[Model], said: object) -> ValidationError:
    with pytest.raises(ValidationError) as caught:
        read(model, said)
    return caught.value


def the_error(read: Read, model: type[Model], said: object) -> ErrorDetails:
    """The only error; there must be exactly one."""
    (error,) = refusal(read, model, said).errors()
    return error


def locs(read: Read, model: type[Model], said: object) -> list[Loc]:
    """The places of the errors; empty if the document is well-formed."""
    try:
        read(model, said)
    except ValidationError as refused:
        return [error["loc"] for error in refused.errors()]
    return []


# --- documents


def forbund_of(**fields: object) -> dict[str, object]:
    return {"name": "Samordningsförbundet", "members": [], **fields}


def insats_of(**fields: object) -> dict[str, object]:
    return {"name": "Steget", "kind": "individual", **fields}


def contribution_of(**fields: object) -> dict[str, object]:
    return {"payer": "kommun:1287", "year": 2020, "amount": 1, **fields}


def of_year(**fields: object) -> dict[str, object]:
    return forbund_of(economy={"annual_reports": [{"year": 2020, **fields}]})


def wound_up(**fields: object) -> dict[str, object]:
    return forbund_of(economy={"liquidation": fields})


def met(**fields: object) -> dict[str, object]:
    return forbund_of(board={"meetings": [{"day": "2020-01-10", **fields}]})


def budgeted(**fields: object) -> dict[str, object]:
    budget = {"year": 2020, "adopted": "2020-01-10", **fields}
    return forbund_of(economy={"budgets": [budget]})


MET: Final = ("board", "meetings", 0)
WOUND_UP: Final = ("economy", "liquidation")
MORE: Final = (("kommuner", 10), ("kommun:1287", 12))


def agreement_of(*shares: tuple[str, str], **fields: object) -> dict[str, object]:
    said = [{"member": member, "share": share} for member, share in shares]
    return {"pool": "kommun", "from_year": 2020, "shares": said, **fields}


ALONE: Final = forbund_of(
    members=[{"actor": "kommun:1287"}],
    area=[{"kommun": "kommun:1287"}, {"kommun": "kommun:1286"}],
    contributions=[contribution_of()],
    agreements=[agreement_of(("kommun:1287", "1"))],
    insatser=[
        insats_of(
            principal="kommun:1287",
            cooperating=["kommun:1287"],
            performed_by=["kommun:1287"],
            payments=[{"to": "kommun:1287"}],
            area=[{"kommun": "kommun:1287"}, {"kommun": "kommun:1286"}],
        )
    ],
)
"""A document whose actors can be changed one at a time without other errors."""


def annotations(annotation: object) -> Iterator[object]:
    """The types in an annotation, outermost first."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from annotations(args[0])
    elif origin is None or origin is Literal:
        yield origin or annotation
    else:
        yield origin
        for arg in args:
            yield from annotations(arg)


MODELS: Final = tuple(dict.fromkeys(model for _, model in models(Forbund)))

SOMETHING: Final[Mapping[object, object]] = {
    # A key is a text too, and this kommun alone may say in which role it pays.
    str: "kommun:0980",
    bool: True,
    int: 20,
    Decimal: "1",
    Fraction: "1",
    date: "2020-12-31",
}
SOMETHING_OF_ITS_OWN: Final[Mapping[str, object]] = {
    **dict.fromkeys(("year", "from_year", "to_year", "plan_first_year"), 2020),
    "orgnr": "2220002451",
    "payer": "kommun:0980",
    "term_begins": "04-01",
    # Neither agrees with what stands beside it, if it is true.
    "until_further_notice": False,
    "shares_by_contribution": False,
}


def something(kind: object, name: str) -> object:
    """A value of a type, as it is written in a document."""
    origin, args = get_origin(kind), get_args(kind)
    if name in SOMETHING_OF_ITS_OWN:
        return SOMETHING_OF_ITS_OWN[name]
    if origin is Literal or origin is Annotated:
        return args[0] if origin is Literal else something(args[0], name)
    if origin in {tuple, frozenset}:
        return [something(args[0], name)]
    if args:
        return something([arg for arg in args if arg is not NoneType][-1], name)
    return full(kind) if isinstance(kind, type) and issubclass(kind, Model) else SOMETHING[kind]


def full(model: type[Model]) -> dict[str, object]:
    """A value for every field of a model, and of the models in it."""
    fields = model.model_fields.items()
    return {n: something(f.annotation, n) for n, f in fields if n != "document_schema"}


FULL: Final = full(Forbund)
"""A document with every field filled in."""


def put(document: object, place: Sequence[str | int], value: object) -> object:
    """A copy of the document with another value in one place."""
    if not place:
        return value
    step, *rest = place
    if isinstance(document, dict):
        return {**document, step: put(document.get(step), rest, value)}
    assert isinstance(document, list | tuple)
    return [put(part, rest, value) if i == step else part for i, part in enumerate(document)]


def without(document: object, place: Sequence[str | int]) -> object:
    """A copy of the document without one field or list entry."""
    *outer, last = place
    part = at(document, outer)
    if isinstance(part, dict):
        return put(document, outer, {name: part[name] for name in part if name != last})
    assert isinstance(part, list | tuple)
    return put(document, outer, [one for i, one in enumerate(part) if i != last])


# --- what may stand where it should not

_TEXTS: Final = st.text(max_size=8)
_SINGLE: Final = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | _TEXTS
    | st.from_regex(r"(kommun|region):\w{0,5}", fullmatch=True)
)
JUNK: Final = st.recursive(
    _SINGLE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3),
    max_leaves=4,
)
"""Anything that JSON can hold."""

NOT_JSON: Final = (
    b"kommun:1287",
    ("kommun:1287",),
    {"kommun:1287"},
    Decimal(1287),
    Fraction(1, 2),
    date(2020, 1, 1),
    1287j,
    object(),
    AreaPart(kommun="kommun:1287"),
    Forbund,
)
"""Python values that no document can hold as an actor."""


class TestKronor:
    """An amount is never negative, and has twelve digits and two decimals at the most."""

    @staticmethod
    def read(read: Read, amount: object) -> Decimal:
        return read(Contribution, contribution_of(amount=amount)).amount

    @staticmethod
    def locs(read: Read, amount: object) -> list[Loc]:
        return locs(read, Contribution, contribution_of(amount=amount))

    @staticmethod
    def written(read: Read, amount: object) -> str:
        contribution = read(Contribution, contribution_of(amount=amount))
        written = json.loads(contribution.model_dump_json())["amount"]
        assert isinstance(written, str)
        return written

    @given(
        text=st.from_regex(r"[+-]?\d{0,14}(\.\d{0,4})?([eE][+-]?\d)?\s?", fullmatch=True)
        | st.from_regex(r"[0-9]{1,13}(\.[0-9]{1,3})?", fullmatch=True)
        | _TEXTS
    )
    @example(text="999999999999.99")
    @example(text="1000000000000")
    @example(text="0.001")
    @example(text="1500\n")
    @example(text=" 1500")
    @example(text="1 500")
    @example(text="1_500")
    @example(text="1,5")
    @example(text="1.")
    @example(text=".5")
    @example(text="+1")
    @example(text="-1")
    @example(text="1e3")
    @example(text="٣")
    @example(text="１５００")
    @example(text="NaN")
    @example(text="Infinity")
    @example(text="")
    def test_a_text_is_an_amount_when_it_is_ascii_digits_and_two_decimals_at_most(
        self, text: str
    ) -> None:
        well_formed = re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,2})?", text) is not None
        assert self.locs(read, text) == ([] if well_formed else [("amount",)])

    @given(ore=st.integers(0, 10**14 - 1))
    def test_a_text_is_read_exactly(self, ore: int) -> None:
        assert self.read(read, f"{ore // 100}.{ore % 100:02}") == Decimal(ore).scaleb(-2)

    @given(whole=st.integers() | st.integers(10**12 - 2, 10**12 + 2) | st.integers(0, 10**12))
    @example(whole=10**4000)
    def test_a_whole_number_is_an_amount_from_zero_to_twelve_digits(self, whole: int) -> None:
        assert self.locs(read, whole) == ([] if 0 <= whole < 10**12 else [("amount",)])

    @given(
        amount=st.decimals()
        | st.decimals(0, 10**13, places=2)
        | st.decimals(0, 10**6, places=3)
        | st.builds(lambda n, e: Decimal(n).scaleb(e), st.integers(-99, 10**6), st.integers(-4, 9))
    )
    @example(amount=Decimal("-0"))
    @example(amount=Decimal("sNaN"))
    @example(amount=Decimal("-Infinity"))
    @example(amount=Decimal("999999999999.99"))
    @example(amount=Decimal("1E+12"))
    @example(amount=Decimal("1.005"))
    def test_a_decimal_is_an_amount_within_the_same_bounds(self, amount: Decimal) -> None:
        sign, _, exponent = amount.as_tuple()
        well_formed = isinstance(exponent, int) and exponent >= -2 and not sign and amount < 10**12
        assert self.locs(from_python, amount) == ([] if well_formed else [("amount",)])

    @pytest.mark.parametrize(
        "amount",
        [
            1500.5,
            1500.0,
            float("nan"),
            float("inf"),
            -float("inf"),
            -1,
            "-1",
            True,
            None,
            "1e3",
            [],
            {},
        ],
        ids=repr,
    )
    def test_what_is_no_amount_says_what_to_write(self, amount: object) -> None:
        self.assert_says_what_to_write(read, amount)

    @pytest.mark.parametrize("amount", [Decimal("NaN"), Decimal("sNaN"), b"1", Fraction(1), 1j])
    def test_so_does_what_only_python_holds(self, amount: object) -> None:
        self.assert_says_what_to_write(from_python, amount)

    @staticmethod
    def assert_says_what_to_write(read: Read, amount: object) -> None:
        error = the_error(read, Contribution, contribution_of(amount=amount))
        assert error["loc"] == ("amount",)
        for lang in ("sv", "en"):
            assert "1500" in explain_error(error, lang)
            assert '"1500.50"' in explain_error(error, lang)

    @pytest.mark.parametrize(
        ("amount", "written"),
        [
            (Decimal("1E+3"), "1000"),
            (Decimal("1E+11"), "100000000000"),
            (Decimal("0E+5"), "0"),
            (Decimal("1E-2"), "0.01"),
            (Decimal("0.00"), "0"),
            (0, "0"),
            ("007", "7"),
            (999_999_999_999, "999999999999"),
            ("999999999999.99", "999999999999.99"),
        ],
        ids=repr,
    )
    def test_an_amount_is_written_without_exponent(self, amount: object, written: str) -> None:
        assert self.written(from_python, amount) == written

    @given(ore=st.integers(0, 10**14 - 1))
    def test_an_amount_is_written_as_digits_that_say_the_same(self, ore: int) -> None:
        amount = Decimal(ore).scaleb(-2)
        written = self.written(from_python, amount)
        assert re.fullmatch(r"(0|[1-9][0-9]*)(\.[0-9]{1,2})?", written)
        assert Decimal(written) == amount

    @given(ore=st.integers(0, 10**12 - 1), whole=st.integers(0, 10**12 - 1))
    def test_equal_amounts_are_written_alike(self, ore: int, whole: int) -> None:
        amount = Decimal(ore).scaleb(-2)
        said_with_ore = [amount, amount.normalize(), f"{amount}", f"0{amount}"]
        said_whole = [whole, f"{whole}", f"{whole}.0", f"{whole}.00", Decimal(whole).normalize()]
        assert len({self.written(from_python, said) for said in said_with_ore}) == 1
        assert len({self.written(from_python, said) for said in said_whole}) == 1


def a_day(text: str) -> bool:
    try:
        return re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is not None and bool(
            date.fromisoformat(text)
        )
    except ValueError:
        return False


DAYS: Final[tuple[Loc, ...]] = (
    ("formed",),
    ("members", 0, "joined"),
    ("area", 1, "joined"),
    ("insatser", 0, "decided"),
    ("insatser", 0, "area", 1, "left"),
)
at_days: Final = pytest.mark.parametrize("place", DAYS, ids=str)


class TestDays:
    """A day has one spelling in JSON, and one type in Python."""

    @at_days
    @given(
        text=st.dates(date(2004, 1, 1), date(2010, 1, 1)).map(date.isoformat)
        | st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True)
        | st.from_regex(r"[+-]?\d{3,5}[-/_−]?\d{1,2}[-/_−]?\d{0,2}[TZ ]?", fullmatch=True)
        | st.datetimes().map(datetime.isoformat)
        | _TEXTS
    )
    @example(text="2010-01-01T00:00:00")
    @example(text="2010-01-01T00:00:00Z")
    @example(text="2010-01-01Z")
    @example(text="2010-01-01 ")
    @example(text="2010-01-01\n")
    @example(text="2010-1-1")
    @example(text="20100101")
    @example(text="2010/01/01")
    @example(text="2010-W01-1")
    @example(text="2010-001")
    @example(text="2009-02-29")
    @example(text="0000-01-01")
    @example(text="1262304000")
    @example(text="２０１０-01-01")
    def test_a_text_is_a_day_if_it_is_year_month_and_day_and_nothing_else(
        self, place: Loc, text: str
    ) -> None:
        expected = [] if a_day(text) else [place]
        assert locs(read, Forbund, put(ALONE, place, text)) == expected

    @at_days
    @pytest.mark.parametrize("number", [0, 20100101, 1262304000, 1.5, True], ids=repr)
    def test_a_number_is_never_a_day(self, place: Loc, number: float) -> None:
        error = the_error(read, Forbund, put(ALONE, place, number))
        assert error["loc"] == place
        assert "YYYY-MM-DD" in error["msg"]

    @at_days
    @pytest.mark.parametrize(
        "said",
        [datetime(2010, 1, 1, tzinfo=UTC), "20100101", Decimal(0), timedelta(0), b"2010-01-01"],
        ids=repr,
    )
    def test_in_python_only_a_date_or_its_text_is_a_day(self, place: Loc, said: object) -> None:
        error = the_error(from_python, Forbund, put(ALONE, place, said))
        assert error["loc"] == place
        assert "datetime.date" in error["msg"]

    @given(day=st.dates())
    def test_a_day_is_read_from_what_is_written(self, day: date) -> None:
        member = from_python(Member, {"actor": "kommun:1287", "notice_given": day})
        assert json.loads(member.model_dump_json())["notice_given"] == day.isoformat()
        assert Member.model_validate_json(member.model_dump_json()).notice_given == day


def share_of(read: Read, said: object) -> Fraction:
    return read(SplitShare, {"member": "kommun:1287", "share": said}).share


class TestShares:
    """A share is a text, as a fraction or as a decimal number, and is exact."""

    @given(parts=st.tuples(st.integers(0, 10**9), st.integers(1, 10**9)).map(sorted))
    def test_a_fraction_is_read_exactly(self, parts: list[int]) -> None:
        assume(parts[1])
        assert share_of(read, f"{parts[0]}/{parts[1]}") == Fraction(*parts)

    @given(decimals=st.from_regex(r"[0-9]{1,9}", fullmatch=True))
    def test_a_decimal_number_is_read_exactly(self, decimals: str) -> None:
        assert share_of(read, f"0.{decimals}") == Fraction(int(decimals), 10 ** len(decimals))

    @pytest.mark.parametrize(
        "said",
        [
            0.6,
            1,
            0,
            True,
            None,
            "",
            "3/0",
            "-1/2",
            "+1/2",
            "1/-2",
            "1e-1",
            "60%",
            "0,6",
            "3 / 5",
            " 3/5",
            "3/5\n",
            "３/５",
            "٠.٦",
            "1/2/3",
            "0x1/0x2",
            "1_0/2_0",
            "NaN",
            "inf",
            float("nan"),
            float("inf"),
            ["3/5"],
        ],
        ids=repr,
    )
    def test_what_is_no_share_says_what_to_write(self, said: object) -> None:
        error = the_error(read, SplitShare, {"member": "kommun:1287", "share": said})
        assert error["loc"] == ("share",)
        assert '"3/5"' in error["msg"]
        assert '"0.6"' in error["msg"]

    @given(whole=st.integers(1, 10**5), part=st.integers(0, 10**5), times=st.integers(1, 10**5))
    def test_equal_shares_are_written_alike(self, whole: int, part: int, times: int) -> None:
        assume(part <= whole)
        written = {
            from_json(SplitShare, {"member": "kommun:1287", "share": said}).model_dump_json()
            for said in (f"{part}/{whole}", f"{part * times}/{whole * times}")
        }
        assert len(written) == 1

    @given(
        said=st.from_regex(r"0\.[0-9]{1,12}", fullmatch=True)
        | st.integers(1, 10**12 - 1).map(lambda whole: f"1/{whole}")
    )
    @example(said="0.000000000001")
    @example(said="0.1")
    def test_a_share_that_was_read_is_written_as_one_that_can_be_read(self, said: str) -> None:
        share = from_json(SplitShare, {"member": "kommun:1287", "share": said})
        assert SplitShare.model_validate_json(share.model_dump_json()) == share

    @given(share=st.fractions(0, 1, max_denominator=10**12))
    @example(share=Fraction(1, 10**12))
    def test_a_share_given_as_a_fraction_is_written_as_one_that_can_be_read(
        self, share: Fraction
    ) -> None:
        shares = ("kommun:1287", share), ("kommun:1286", 1 - share)
        said = [{"member": member, "share": part} for member, part in shares]
        agreement = from_python(SplitAgreement, agreement_of(shares=said))
        assert SplitAgreement.model_validate_json(agreement.model_dump_json()) == agreement


class TestStrictness:
    """A value of one type is never taken for one of another."""

    @pytest.mark.parametrize(
        ("kind", "others"),
        [
            (bool, [0, 1, 1.0, "true", "yes", "", [], {}]),
            (int, [1.0, 1.5, 2020.0, "18", "2020", True, -1, [], {}]),
            (str, [1.5, True, []]),
            (list, ["kommun:1287", {}, 5, True]),
        ],
    )
    def test_anywhere_in_a_document(self, kind: type, others: list[object]) -> None:
        of_the_kind = [place for place in places(FULL) if type(at(FULL, place)) is kind]
        assert of_the_kind
        for place in of_the_kind:
            for other in others:
                assert locs(read, Forbund, put(FULL, place, other)) == [place], other

    @pytest.mark.parametrize(
        ("way", "said"), [(read, 1), (read, None), (read, {}), (from_python, b"a")]
    )
    def test_only_texts_are_texts(self, way: Read, said: object) -> None:
        assert locs(way, Forbund, forbund_of(name=said)) == [("name",)]

    @given(year=st.integers(2000, 2010) | st.integers(max_value=9999))
    @example(year=2003)
    @example(year=2004)
    def test_no_year_is_before_the_act(self, year: int) -> None:
        expected = [] if year >= 2004 else [("year",)]
        assert locs(read, Contribution, contribution_of(year=year)) == expected

    @pytest.mark.parametrize("said", [2003, 2020.0, "2020", True, None])
    def test_what_is_no_year_is_told_the_first(self, said: object) -> None:
        assert "2004" in the_error(read, Contribution, contribution_of(year=said))["msg"]


PLAIN: Final = Context()
# Flags of a context that nothing else holds cannot be listed on 3.14.
HOSTILE: Final = Context(prec=1, Emin=-1, Emax=1, traps=list(PLAIN.flags))


class TestDecimalContext:
    """The caller's decimal context does not affect a document."""

    @on_whole_documents
    @given(original=forbund())
    def test_a_document_reads_writes_and_copies_the_same(self, original: Forbund) -> None:
        written = original.model_dump_json()
        as_python = original.model_dump()
        with localcontext(HOSTILE):
            read = Forbund.model_validate_json(written)
            built = Forbund.model_validate(as_python)
            copied = original.replace(contributions=original.contributions)
            rewritten = {part.model_dump_json() for part in (read, built, copied, original)}
            same = read == built == copied == original
        assert same
        assert rewritten == {written}

    @given(ore=st.integers(0, 10**14 - 1))
    def test_an_amount_is_read_and_written_the_same(self, ore: int) -> None:
        amount = Decimal(ore).scaleb(-2)
        for said in (amount, str(amount), ore // 100):
            expected = from_python(Contribution, contribution_of(amount=said)).model_dump_json()
            with localcontext(HOSTILE):
                read = from_python(Contribution, contribution_of(amount=said))
                written = read.model_dump_json()
                again = Contribution.model_validate_json(written)
            assert written == expected
            assert again == read

    @pytest.mark.parametrize(
        "amount", [1.5, float("nan"), Decimal("NaN"), Decimal("sNaN"), "1e3", 10**12], ids=repr
    )
    def test_what_is_malformed_is_malformed_the_same(self, amount: object) -> None:
        expected = the_error(from_python, Contribution, contribution_of(amount=amount))["msg"]
        with localcontext(HOSTILE):
            msg = the_error(from_python, Contribution, contribution_of(amount=amount))["msg"]
        assert msg == expected

    @given(thousandths=st.integers(0, 1000))
    def test_shares_add_up_the_same(self, thousandths: int) -> None:
        said = agreement_of(
            ("kommun:1287", f"{thousandths}/1000"),
            ("kommun:1286", f"{(1000 - thousandths) // 1000}.{(1000 - thousandths) % 1000:03}"),
        )
        with localcontext(HOSTILE):
            agreement = from_json(SplitAgreement, said)
        assert sum(share.share for share in agreement.shares) == 1


ACTORS: Final[tuple[Loc, ...]] = (
    ("members", 0, "actor"),
    ("contributions", 0, "payer"),
    ("insatser", 0, "principal"),
    ("insatser", 0, "cooperating", 0),
    ("insatser", 0, "performed_by", 0),
    ("insatser", 0, "payments", 0, "to"),
)
at_actors: Final = pytest.mark.parametrize("place", ACTORS, ids=str)
KOMMUN_PLACES: Final[tuple[Loc, ...]] = (
    ("area", 1, "kommun"),
    ("insatser", 0, "area", 1, "kommun"),
)
at_kommuner: Final = pytest.mark.parametrize("place", KOMMUN_PLACES, ids=str)


class TestMemberKeys:
    """A party is written as its key, by the codes of Statistics Sweden."""

    def test_the_keys_are_the_states_two_twenty_regions_and_290_kommuner_and_old_heby(self) -> None:
        assert len(set(MEMBER_KEYS)) == len(MEMBER_KEYS) == 2 + 20 + 290 + 1
        assert {"forsakringskassan", "arbetsformedlingen", "kommun:1917"} < set(MEMBER_KEYS)

    @at_actors
    def test_each_key_may_stand_for_any_actor_and_is_written_as_it_is(self, place: Loc) -> None:
        for key in MEMBER_KEYS:
            document = read(Forbund, put(ALONE, place, key))
            assert at(json.loads(document.model_dump_json()), place) == key

    def test_every_kommun_and_no_other_party_may_stand_in_an_area(self) -> None:
        refused = {key for key in MEMBER_KEYS if locs(read, AreaPart, {"kommun": key})}
        assert refused == {"forsakringskassan", "arbetsformedlingen", *REGIONS}

    @pytest.mark.parametrize(
        ("wrong", "meant"),
        [
            ("kommun:1288", "kommun:1287"),
            ("kommun:0185", "kommun:0184"),
            ("kommun:114", "kommun:0114"),
            ("kommun:Tomelilla", "kommun:1270"),
            ("kommun:trelleborg", "kommun:1287"),
            ("region:11", "region:12"),
            ("region:1", "region:01"),
            ("region:Skåne", "region:12"),
        ],
    )
    def test_an_unknown_code_names_near_ones(self, wrong: str, meant: str) -> None:
        error = the_error(read, Payment, {"to": wrong})
        assert error["loc"] == ("to",)
        for lang in ("sv", "en"):
            assert meant in explain_error(error, lang)
            assert wrong in explain_error(error, lang)

    @given(
        key=st.sampled_from([*KOMMUNER, *REGIONS]),
        place=st.integers(7, 10),
        digit=st.sampled_from("0123456789"),
    )
    def test_a_code_with_one_digit_wrong_names_known_codes(
        self, key: str, place: int, digit: str
    ) -> None:
        assume(place < len(key))
        wrong = key[:place] + digit + key[place + 1 :]
        assume(wrong not in MEMBER_KEYS)
        msg = the_error(read, Payment, {"to": wrong})["msg"]
        named = set(re.findall(r"(?:kommun|region):[0-9]+", msg)) - {wrong}
        assert named
        assert named <= set(MEMBER_KEYS)

    @pytest.mark.parametrize("place", [*ACTORS, *KOMMUN_PLACES], ids=str)
    def test_region_09_is_answered_that_gotland_is_a_kommun(self, place: Loc) -> None:
        error = the_error(read, Forbund, put(ALONE, place, "region:09"))
        assert error["loc"] == place
        for lang in ("sv", "en"):
            assert "kommun:0980" in explain_error(error, lang)

    @at_kommuner
    @pytest.mark.parametrize("region", ["region:12", "region:01"])
    def test_a_region_where_a_kommun_should_stand_is_not_called_unknown(
        self, place: Loc, region: str
    ) -> None:
        error = the_error(from_json, Forbund, put(ALONE, place, region))
        assert "kommun:" in explain_error(error, "en")
        assert f"{region} is not among" not in explain_error(error, "en")

    def test_a_message_repeats_a_key_once_as_it_was_written(self) -> None:
        error = the_error(from_json, Payment, {"to": "kommun:a{key}"})
        assert explain_error(error, "en") == f"{error['msg']}; this is a text"

    @pytest.mark.parametrize(
        "key",
        ["kommun:1287 ", "Kommun:1287", "KOMMUN:1287", "kommun:１２８７", "kommun", ""],
    )
    def test_a_key_has_one_spelling(self, key: str) -> None:
        assert locs(read, Payment, {"to": key}) == [("to",)]


class TestNamesOfParties:
    """A party may be written as people write it; an ambiguous name is refused with both."""

    @pytest.mark.parametrize(
        ("said", "key"),
        [
            ("Försäkringskassan", "forsakringskassan"),
            ("Arbetsförmedlingen", "arbetsformedlingen"),
            ("Region Skåne", "region:12"),
            ("Malmö stad", "kommun:1280"),
            ("Ystad", "kommun:1286"),
            ("1286", "kommun:1286"),
            ("Uppsala kommun", "kommun:0380"),
            ("Region Uppsala", "region:03"),
            ("Gotland", "kommun:0980"),
        ],
    )
    def test_is_read_as_the_key(self, said: str, key: str) -> None:
        assert read(Forbund, {"name": "x", "members": [said]}).members == (Member(actor=key),)
        assert read(Payment, {"to": said}).to == key
        kommun = {"kommun": said}
        assert locs(read, AreaPart, kommun) == ([] if key.startswith("kommun:") else [("kommun",)])

    def test_of_a_kommun_and_a_region_is_refused_with_both(self) -> None:
        error = the_error(read, Payment, {"to": "Uppsala"})
        reported = explain_error(error, "sv")
        assert "kommun:0380 (Uppsala) eller region:03 (Region Uppsala)" in reported
        assert read(AreaPart, {"kommun": "Uppsala"}).kommun == "kommun:0380"

    @given(st.sampled_from(MEMBER_KEYS))
    def test_every_name_with_its_kind_is_read(self, key: str) -> None:
        on = date(2026, 1, 1)
        name = member_name(key, on)
        said = f"{name} kommun" if key.startswith("kommun:") else name
        assert from_python(Payment, {"to": said}).to == current(key)

    def test_an_organisation_number_may_have_its_hyphen(self) -> None:
        for written in ("222000-3079", "2220003079"):
            document = read(Forbund, {"name": "x", "members": [], "orgnr": written})
            assert document.orgnr == "2220003079"


class TestOldHeby:
    """Heby's former code belongs to the days before 2007."""

    @pytest.mark.parametrize(
        ("collection", "entry"),
        [("members", {"actor": "kommun:1917"}), ("area", {"kommun": "kommun:1917"})],
    )
    def test_nobody_begins_under_it_from_2007(
        self, collection: str, entry: dict[str, object]
    ) -> None:
        before = forbund_of(**{collection: [{**entry, "joined": "2006-12-31"}]})
        after = forbund_of(**{collection: [{**entry, "joined": "2007-01-01"}]})
        assert locs(from_json, Forbund, before) == []
        error = the_error(from_json, Forbund, after)
        assert "kommun:0331" in explain_error(error, "sv")


class TestForbundetAndSums:
    """Förbundet is an actor but no member of itself, and a party's sum is only a payer."""

    @pytest.mark.parametrize("word", ["forbundet", "kommuner", "regioner"])
    @pytest.mark.parametrize(
        "place", [*ACTORS, *KOMMUN_PLACES, ("agreements", 0, "shares", 0, "member")], ids=str
    )
    def test_each_stands_where_it_may_and_nowhere_else(self, place: Loc, word: str) -> None:
        is_actor = place in ACTORS and place[0] != "members"
        may = place[-1] == "payer" or (word == "forbundet" and is_actor)
        assert locs(read, Forbund, put(ALONE, place, word)) == ([] if may else [place])

    @pytest.mark.parametrize("word", ["forbundet", "kommuner", "regioner"])
    def test_none_of_them_is_a_plain_member_or_a_kommun(self, word: str) -> None:
        assert locs(read, Forbund, forbund_of(members=[word])) == [("members", 0, "actor")]
        assert locs(read, Forbund, forbund_of(area=[word])) == [("area", 0, "kommun")]


FORMS: Final = (
    "association",
    "foundation",
    "company",
    "cooperative",
    "authority",
    "municipal_federation",
    "samordningsforbund",
    "congregation",
    "person",
    "other",
)
WORDS: Final = frozenset({*MEMBER_KEYS, "forbundet", "kommuner", "regioner"})


class TestExternalActors:
    """Others than parties are described by name, form and number; a person has no name."""

    @at_actors
    @pytest.mark.parametrize("form", FORMS)
    def test_every_form_may_stand_for_any_actor(self, place: Loc, form: str) -> None:
        for said in ({"form": form}, {"name": None, "form": form, "orgnr": None}):
            assert locs(read, Forbund, put(ALONE, place, said)) == []

    @at_actors
    def test_one_that_is_built_already_may_stand_too(self, place: Loc) -> None:
        said = {"name": "Verket", "form": "authority", "orgnr": "2021005521"}
        document = read(Forbund, put(ALONE, place, said))
        built = ExternalActor.model_validate(said)
        assert from_python(Forbund, put(ALONE, place, built)) == document

    @given(name=st.text())
    def test_a_person_has_no_name_and_anybody_else_may(self, name: str) -> None:
        error = the_error(read, Payment, {"to": {"name": name, "form": "person"}})
        assert error["loc"][0] == "to"
        assert error["msg"].endswith("remove the name")
        assert locs(read, Payment, {"to": {"name": name, "form": "company"}}) == []

    def test_a_persons_name_is_refused_in_whatever_order_the_fields_stand(self) -> None:
        for said in (
            {"name": "Ada", "form": "person", "orgnr": None},
            {"orgnr": None, "form": "person", "name": "Ada"},
        ):
            assert len(locs(read, ExternalActor, said)) == 1

    def test_a_form_is_needed(self) -> None:
        assert locs(from_json, ExternalActor, {"name": "Föreningen"}) == [("form",)]


class TestMalformedActors:
    """A malformed actor gives one message at one place, not one for each alternative."""

    @at_actors
    @given(junk=JUNK)
    @example(junk=None)
    def test_whatever_is_no_object_gives_one_error_at_the_actor(
        self, place: Loc, junk: object
    ) -> None:
        assume(junk is not None or place[-1] != "principal")
        assume(not isinstance(junk, dict))
        assume(not (isinstance(junk, str) and junk in WORDS))
        assert locs(read, Forbund, put(ALONE, place, junk)) == [place]

    @at_actors
    @pytest.mark.parametrize("junk", NOT_JSON, ids=lambda junk: type(junk).__name__)
    def test_whatever_else_python_holds_gives_one_error_at_the_actor(
        self, place: Loc, junk: object
    ) -> None:
        assert locs(from_python, Forbund, put(ALONE, place, junk)) == [place]

    @at_actors
    @given(
        actor=st.fixed_dictionaries(
            {},
            optional={
                "name": JUNK,
                "form": st.sampled_from(["company", "association"]) | JUNK,
                "orgnr": st.none() | st.just("2021005521") | st.integers() | _TEXTS,
                "namn": JUNK,
                "actor": JUNK,
            },
        )
    )
    @example(actor={})
    @example(actor={"name": "Bolaget"})
    @example(actor={"form": "bolag"})
    @example(actor={"form": ["company"]})
    @example(actor={"actor": "kommun:1287"})
    def test_an_object_gives_one_error_for_each_field_that_is_wrong(
        self, place: Loc, actor: dict[str, object]
    ) -> None:
        wrong = {
            "name": not isinstance(actor.get("name"), str | None),
            "form": not (isinstance(actor.get("form"), str) and actor["form"] in FORMS),
            "orgnr": actor.get("orgnr") not in {None, "2021005521"},
            "namn": "namn" in actor,
            "actor": "actor" in actor,
        }
        expected = {(*place, name) for name, is_wrong in wrong.items() if is_wrong}
        found = locs(read, Forbund, put(ALONE, place, actor))
        assert len(found) == len(expected)
        assert set(found) == expected

    @given(key=_TEXTS | st.from_regex(r"(kommun|region):\w{0,5}", fullmatch=True))
    def test_a_plain_member_gives_one_error_at_its_actor(self, key: str) -> None:
        assume(key not in WORDS)
        assert locs(read, Forbund, forbund_of(members=[key])) == [("members", 0, "actor")]
        assert locs(read, Forbund, forbund_of(area=[key])) == [("area", 0, "kommun")]

    @at_kommuner
    @given(junk=JUNK)
    def test_what_is_no_kommun_gives_one_error_at_the_kommun(
        self, place: Loc, junk: object
    ) -> None:
        assume(not (isinstance(junk, str) and junk in KOMMUNER))
        assert locs(read, Forbund, put(ALONE, place, junk)) == [place]


def check_digit(nine: str) -> str:
    """The tenth digit, by the method of the Swedish numbers (Luhn)."""
    doubled = (int(digit) * (2 if i % 2 == 0 else 1) for i, digit in enumerate(nine))
    return str(-sum(number // 10 + number % 10 for number in doubled) % 10)


def _personal_number(birth: date, serial: int, day_shift: int) -> str:
    nine = f"{birth:%y%m}{birth.day + day_shift:02}{serial:03}"
    return nine + check_digit(nine)


PERSONAL_NUMBERS: Final = st.builds(
    _personal_number, st.dates(date(1920, 1, 1)), st.integers(0, 999), st.sampled_from([0, 60])
)
"""Personal numbers, and coordination numbers, whose days are sixty more."""

ORGNR_PLACES: Final = (
    (Forbund, lambda number: forbund_of(orgnr=number), ("orgnr",)),
    (ExternalActor, lambda number: {"form": "company", "orgnr": number}, ("orgnr",)),
    (
        Forbund,
        lambda number: forbund_of(members=[{"actor": {"form": "other", "orgnr": number}}]),
        ("members", 0, "actor", "orgnr"),
    ),
    (
        Contribution,
        lambda number: contribution_of(payer={"form": "company", "orgnr": number}),
        ("payer", "orgnr"),
    ),
)
at_orgnr: Final = pytest.mark.parametrize(("model", "saying", "place"), ORGNR_PLACES)
Saying: TypeAlias = Callable[[object], object]


def shown(error: ValidationError) -> str:
    """Everything that an error shows, in every way of asking."""
    explained = [explain_error(one, lang) for one in error.errors() for lang in ("sv", "en")]
    return "\n".join([str(error), repr(error), repr(error.errors()), error.json(), *explained])


class TestOrgnr:
    """An organisation number has a valid check digit, and is not a personal number."""

    @at_orgnr
    @pytest.mark.parametrize("number", ["2220002451", "2220002477", "2021005521"])
    def test_real_numbers_are_accepted(
        self, model: type[Model], saying: Saying, place: Loc, number: str
    ) -> None:
        assert locs(read, model, saying(number)) == []
        assert place[-1] == "orgnr"

    @given(nine=st.from_regex(r"[0-9]{2}[2-9][0-9]{6}", fullmatch=True))
    def test_one_check_digit_of_ten_is_right(self, nine: str) -> None:
        right = [d for d in "0123456789" if not locs(read, Forbund, forbund_of(orgnr=nine + d))]
        assert right == [check_digit(nine)]

    @given(nine=st.from_regex(r"[0-9]{2}[01][0-9]{6}", fullmatch=True))
    def test_the_third_digit_is_two_or_more(self, nine: str) -> None:
        assert locs(read, Forbund, forbund_of(orgnr=nine + check_digit(nine))) == [("orgnr",)]

    @at_orgnr
    @pytest.mark.parametrize(
        "said",
        [
            "222000--2451",
            "22200-02451",
            "222000 2451",
            "162220002451",
            "222000245",
            "22200024510",
            "2220002452",
            " 2220002451",
            "2220002451\n",
            "２２２０００２４５１",
            "2220002٤51",
            "",
            2220002451,
            2220002451.0,
            True,
            ["2220002451"],
        ],
        ids=repr,
    )
    def test_other_spellings_are_refused(
        self, model: type[Model], saying: Saying, place: Loc, said: object
    ) -> None:
        assert locs(read, model, saying(said)) == [place]

    @at_orgnr
    @settings(max_examples=30)
    @given(number=PERSONAL_NUMBERS)
    def test_a_personal_number_is_refused_and_never_repeated(
        self, model: type[Model], saying: Saying, place: Loc, number: str
    ) -> None:
        birth, rest = number[:6], number[6:]
        written = (number, f"{birth}-{rest}", f"{birth}+{rest}", f"19{number}", f"{number} ")
        for said in (*written, int(number)):
            error = refusal(read, model, saying(said))
            assert [one["loc"] for one in error.errors()] == [place]
            assert str(said) not in shown(error)
            assert number not in shown(error)


class TestShortForms:
    """A key alone stands for a member, and for the whole of a kommun."""

    @given(key=st.sampled_from(MEMBER_KEYS))
    def test_a_plain_key_is_a_member(self, key: str) -> None:
        short = read(Forbund, forbund_of(members=[key]))
        full = read(Forbund, forbund_of(members=[{"actor": key}]))
        assert short == full
        assert short.members == (Member(actor=key),)
        assert short.model_dump_json() == full.model_dump_json()

    @given(key=st.sampled_from(list(KOMMUNER)))
    def test_a_plain_key_is_a_whole_kommun(self, key: str) -> None:
        full_part = [{"kommun": key, "part": None, "joined": None, "left": None}]
        for model, said in ((Forbund, forbund_of()), (Insats, insats_of())):
            short = read(model, {**said, "area": [key]})
            full = read(model, {**said, "area": full_part})
            assert short == full
            assert short.model_dump_json() == full.model_dump_json()

    def test_short_and_full_forms_may_be_mixed(self) -> None:
        said = forbund_of(members=["region:12", {"actor": "kommun:1287"}, "forsakringskassan"])
        members = read(Forbund, said).members
        assert [member.actor for member in members] == [
            "region:12",
            "kommun:1287",
            "forsakringskassan",
        ]


def _marked(model: type[Model], name: str) -> bool:
    return any(isinstance(mark, Stated) for mark in model.model_fields[name].metadata)


class TestNull:
    """Null means not known; an empty collection means that there is nothing."""

    @pytest.mark.parametrize("model", MODELS)
    def test_null_is_as_if_nothing_were_said_and_another_thing_than_none_at_all(
        self, model: type[Model]
    ) -> None:
        said = full(model)
        for name in [n for n in said if model.model_fields[n].get_default() is None]:
            null = read(model, {**said, name: None})
            assert null == read(model, without(said, [name]))
            assert json.loads(null.model_dump_json())[name] is None
            if isinstance(said[name], list):
                empty = read(model, {**said, name: []})
                assert empty != null
                assert json.loads(empty.model_dump_json())[name] == []

    def test_members_are_always_stated(self) -> None:
        assert locs(read, Forbund, forbund_of(members=None)) == [("members",)]
        assert locs(read, Forbund, {"name": "a"}) == [("members",)]

    @pytest.mark.parametrize(
        ("model", "needed"),
        [
            (Forbund, {"name", "members"}),
            (Member, {"actor"}),
            (AreaPart, {"kommun"}),
            (Contribution, {"payer", "year", "amount"}),
            (SplitAgreement, {"pool", "from_year", "shares"}),
            (SplitShare, {"member", "share"}),
            (OtherIncome, {"source", "year", "kind"}),
            (Insats, {"name", "kind"}),
            (TargetGroup, set()),
            (Payment, {"to"}),
            (ExternalActor, {"form"}),
        ],
    )
    def test_all_that_need_not_be_known_may_be_left_out(
        self, model: type[Model], needed: set[str]
    ) -> None:
        assert {loc[0] for loc in locs(from_json, model, {})} == needed

    def test_every_default_that_is_not_null_is_marked_as_a_statement(self) -> None:
        unmarked = [
            (model.__name__, name)
            for model in MODELS
            for name, field in model.model_fields.items()
            if not field.is_required() and field.default is not None and not _marked(model, name)
        ]
        assert unmarked == []

    @pytest.mark.parametrize(
        ("model", "name", "default"),
        [
            (Forbund, "rounded_to", Decimal(1)),
            (Forbund, "area", None),
            (Contribution, "kind", "ordinary"),
            (Contribution, "in_kind", False),
            (Contribution, "rounded_to", None),
            (Member, "joined", None),
            (Member, "left", None),
            (AreaPart, "joined", None),
            (AreaPart, "left", None),
            (AreaPart, "part", None),
            (SplitAgreement, "shares_rounded_to", Fraction(0)),
        ],
    )
    def test_a_default_that_says_something_is_marked(
        self, model: type[Model], name: str, default: object
    ) -> None:
        assert model.model_fields[name].default == default
        assert _marked(model, name)

    @pytest.mark.parametrize(
        ("model", "names"),
        [
            (Forbund, {"orgnr", "seat", "formed", "dissolved", "contributions", "agreements"}),
            (Forbund, {"other_income", "insatser"}),
            (Insats, set(Insats.model_fields) - {"name", "kind", "ref", "note"}),
            (TargetGroup, set(TargetGroup.model_fields)),
            (Payment, {"amount", "what"}),
            (ExternalActor, {"name", "orgnr"}),
            (OtherIncome, {"amount", "granted"}),
            (Member, {"notice_given"}),
        ],
    )
    def test_a_default_that_is_a_gap_is_not_marked(
        self, model: type[Model], names: set[str]
    ) -> None:
        assert {name for name in names if _marked(model, name)} == set()
        assert {model.model_fields[name].default for name in names} == {None}


class TestVocabulary:
    """The words that a field may hold are the contract's, all of them and no others."""

    @pytest.mark.parametrize(
        ("place", "words"),
        [
            (("insatser", 0, "kind"), "individual structural"),
            (
                ("insatser", 0, "focus", 0),
                (
                    "arbetslivsinriktad aktiverande_motiverande behandlande forebyggande forstudie "
                    "projektstod kompetensutveckling annan"
                ),
            ),
            (
                ("insatser", 0, "aims", 0),
                "work_ability cooperation knowledge education quality_of_life other",
            ),
            (
                ("insatser", 0, "forbundet_does", 0),
                "benefit_decision exercise_of_authority service_to_individuals",
            ),
            (
                ("insatser", 0, "target_group", "needs_from", 0),
                "forsakringskassan arbetsformedlingen region kommun",
            ),
            (
                ("insatser", 0, "payments", 0, "what"),
                (
                    "staff material service own_need grant start_up bus_pass mileage "
                    "work_training_pay interpreter other"
                ),
            ),
            (
                ("other_income", 0, "kind"),
                (
                    "esf esf_plus grant gift sponsorship sale interest vat_compensation "
                    "carried_over refund other"
                ),
            ),
            (("contributions", 0, "kind"), "ordinary extra"),
            (("contributions", 0, "pool"), "kommun region"),
        ],
    )
    def test_each_word_is_accepted_and_no_other(self, place: Loc, words: str) -> None:
        known = words.split()
        for word in known:
            assert locs(read, Forbund, put(FULL, place, word)) == []
        for wrong in ("", "annat", known[0].upper(), f"{known[0]} ", 0, True):
            assert locs(read, Forbund, put(FULL, place, wrong)) == [place]


class TestWriting:
    """Equal documents are written as equal bytes."""

    @given(
        focus=st.permutations(get_args(Focus)),
        aims=st.permutations(get_args(Aim)),
        does=st.permutations(get_args(OwnAct)),
        needs=st.permutations(["forsakringskassan", "arbetsformedlingen", "region", "kommun"]),
    )
    def test_sets_are_written_sorted(
        self, focus: list[str], aims: list[str], does: list[str], needs: list[str]
    ) -> None:
        insats = from_json(
            Insats,
            insats_of(
                focus=focus, aims=aims, forbundet_does=does, target_group={"needs_from": needs}
            ),
        )
        written = json.loads(insats.model_dump_json())
        assert written["focus"] == sorted(focus)
        assert written["aims"] == sorted(aims)
        assert written["forbundet_does"] == sorted(does)
        assert written["target_group"]["needs_from"] == sorted(needs)
        assert insats.model_dump(mode="json")["focus"] == sorted(focus)

    def test_a_word_that_is_said_twice_is_written_once(self) -> None:
        insats = read(Insats, insats_of(aims=["other", "education", "other"]))
        assert json.loads(insats.model_dump_json())["aims"] == ["education", "other"]

    def test_the_same_said_differently_is_written_the_same(self) -> None:
        one = forbund_of(
            rounded_to=1,
            members=["kommun:1287", "kommun:1286"],
            contributions=[contribution_of(amount="1.5")],
            agreements=[agreement_of(("kommun:1287", "0.50"), ("kommun:1286", "2/4"))],
        )
        other = forbund_of(
            format="finsam/1",
            rounded_to="1.00",
            members=[{"actor": "kommun:1287", "left": None}, {"actor": "kommun:1286"}],
            contributions=[contribution_of(amount="1.50", kind="ordinary", in_kind=False)],
            agreements=[agreement_of(("kommun:1287", "1/2"), ("kommun:1286", "0.5"))],
        )
        assert from_json(Forbund, one) == from_json(Forbund, other)
        assert (
            from_json(Forbund, one).model_dump_json() == from_json(Forbund, other).model_dump_json()
        )

    def test_every_field_is_written_and_read_back(self) -> None:
        assert json.loads(read(Forbund, FULL).model_dump_json(by_alias=True)) == FULL


class TestSchemaAndFormat:
    """A document may name its JSON Schema, which is not kept, and has one format."""

    @given(value=JUNK)
    def test_schema_is_ignored_whatever_it_says(self, value: object) -> None:
        document = read(Forbund, forbund_of(**{"$schema": value}))
        without = read(Forbund, forbund_of())
        assert document == without
        assert hash(document) == hash(without)
        for written in (
            document.model_dump_json(),
            document.model_dump_json(by_alias=True),
            json.dumps([*document.model_dump(), *document.model_dump(by_alias=True)]),
        ):
            assert "schema" not in written

    def test_schema_is_ignored_at_the_top_only(self) -> None:
        said = insats_of(**{"$schema": "x"})
        assert locs(read, Forbund, forbund_of(insatser=[said])) == [("insatser", 0, "$schema")]

    def test_the_format_is_the_default_and_is_written(self) -> None:
        document = read(Forbund, forbund_of())
        assert document == read(Forbund, forbund_of(format="finsam/1"))
        assert json.loads(document.model_dump_json())["format"] == "finsam/1"

    @pytest.mark.parametrize("value", ["finsam/2", "finsam/1.0", "", None, 1], ids=repr)
    def test_no_other_format_is_known(self, value: object) -> None:
        assert locs(read, Forbund, forbund_of(format=value)) == [("format",)]


def parts(document: Model) -> Iterable[Model]:
    """Every model in a document, itself included; of those that are equal, one."""
    return dict.fromkeys(holder for _, holder, _ in facts(document))


class TestFrozen:
    """Nothing in a document can be changed, and nothing unknown can stand in it."""

    @pytest.mark.parametrize("model", MODELS)
    def test_no_field_holds_anything_that_can_change(self, model: type[Model]) -> None:
        unchangeable = {str, int, bool, Decimal, Fraction, date, NoneType, tuple, frozenset}
        unions = {get_origin(int | None), get_origin(Annotated[int, 0] | None)}
        known = {*unchangeable, *unions, Literal, Ellipsis, *MODELS}
        for name, field in model.model_fields.items():
            assert set(annotations(field.annotation)) <= known, name

    @pytest.mark.parametrize("model", MODELS)
    def test_a_field_cannot_be_set_or_deleted(self, model: type[Model]) -> None:
        instances = [part for part in parts(from_json(Forbund, FULL)) if type(part) is model]
        assert instances
        for part in instances:
            before = part.model_dump_json()
            for name in (*model.model_fields, "unheard_of"):
                with pytest.raises(ValidationError, match="frozen"):
                    setattr(part, name, None)
                with pytest.raises(ValidationError, match="frozen"):
                    delattr(part, name)
            assert part.model_dump_json() == before

    @pytest.mark.parametrize("model", MODELS)
    @given(name=_TEXTS, value=JUNK)
    def test_an_unknown_field_is_refused_at_its_place(
        self, model: type[Model], name: str, value: object
    ) -> None:
        assume(name not in {*model.model_fields, "$schema"})
        assert (known_key(name),) in locs(read, model, {name: value})

    @pytest.mark.parametrize("place", [p for p in places(FULL) if p[-1:] == ("note",)], ids=str)
    def test_an_unknown_field_in_the_depth_is_refused_at_its_place(self, place: Loc) -> None:
        *outer, _ = place
        part = at(FULL, outer)
        assert isinstance(part, dict)
        said = put(FULL, outer, {**part, "Note": 1})
        assert locs(from_json, Forbund, said) == [(*outer, "Note")]

    def test_the_attribute_behind_schema_is_no_key(self) -> None:
        assert locs(from_json, Forbund, forbund_of(document_schema=None)) == [("document_schema",)]


class Copy(Protocol):
    """One of the ways of copying with changes."""

    def __call__(self, model: _M, /, **changes: object) -> _M: ...


def by_replace(model: _M, /, **changes: object) -> _M:
    return model.replace(**changes)


def by_the_protocol(model: _M, /, **changes: object) -> _M:
    return model.__replace__(**changes)


def by_model_copy(model: _M, /, **changes: object) -> _M:
    return model.model_copy(update=changes)


def by_deep_model_copy(model: _M, /, **changes: object) -> _M:
    return model.model_copy(update=changes, deep=True)


def by_copy_replace(model: _M, /, **changes: object) -> _M:
    changed: _M = vars(copy)["replace"](model, **changes)
    return changed


COPIES: Final = (
    by_replace,
    by_the_protocol,
    by_model_copy,
    by_deep_model_copy,
    pytest.param(
        by_copy_replace,
        marks=pytest.mark.skipif(sys.version_info < (3, 13), reason="copy.replace is of 3.13"),
    ),
)
in_every_way: Final = pytest.mark.parametrize("change", COPIES)


class TestCopies:
    """A copy with changes is validated like a new document."""

    @in_every_way
    def test_a_change_is_made_and_the_original_is_as_it_was(self, change: Copy) -> None:
        original = from_json(Forbund, FULL)
        before = original.model_dump_json()
        changed = change(original, name="Det nya", contributions=())
        assert (changed.name, changed.contributions) == ("Det nya", ())
        assert from_json(Forbund, {**FULL, "name": "Det nya", "contributions": []}) == changed
        assert original.model_dump_json() == before

    @in_every_way
    @pytest.mark.parametrize(
        ("changes", "place"),
        [
            ({"name": 1}, ("name",)),
            ({"members": None}, ("members",)),
            ({"members": ["forbundet"]}, ("members", 0, "actor")),
            ({"members": ["kommun:1287", "kommun:1287"]}, ("members", 1)),
            ({"rounded_to": 1.5}, ("rounded_to",)),
            ({"formed": "2010-1-1"}, ("formed",)),
            ({"formed": date(2031, 1, 1)}, ("dissolved",)),
            ({"orgnr": "8001011236"}, ("orgnr",)),
            ({"unheard_of": 1}, ("unheard_of",)),
        ],
        ids=repr,
    )
    def test_a_malformed_change_is_refused(
        self, change: Copy, changes: Mapping[str, object], place: Loc
    ) -> None:
        original = from_json(Forbund, FULL)
        with pytest.raises(ValidationError) as caught:
            change(original, **changes)
        assert [error["loc"] for error in caught.value.errors()] == [place]

    @in_every_way
    def test_a_change_is_held_against_what_is_kept(self, change: Copy) -> None:
        gotland = from_json(Contribution, contribution_of(payer="kommun:0980", pool="region"))
        with pytest.raises(ValidationError, match="kommun:0980"):
            change(gotland, payer="kommun:1287")
        member = from_json(Member, {"actor": "kommun:1287", "left": "2010-01-01"})
        with pytest.raises(ValidationError, match="2010-01-01"):
            change(member, joined=date(2010, 1, 2))

    @in_every_way
    def test_short_forms_are_read_in_a_change_too(self, change: Copy) -> None:
        changed = change(from_json(Forbund, FULL), members=["region:12"], area=["kommun:1287"])
        assert changed.members == (Member(actor="region:12"),)
        assert changed.area == (AreaPart(kommun="kommun:1287"),)

    @in_every_way
    @on_whole_documents
    @given(original=forbund())
    def test_a_change_to_what_it_was_changes_nothing(self, change: Copy, original: Forbund) -> None:
        assert change(original) == original
        for part in parts(original):
            same = {name: getattr(part, name) for name in type(part).model_fields}
            same.pop("document_schema", None)
            assert change(part, **same) == part


class TestValues:
    """A document is a value: it compares by content and survives every round trip."""

    @on_whole_documents
    @given(original=forbund(), protocol=st.integers(0, pickle.HIGHEST_PROTOCOL))
    def test_it_is_the_same_after_every_journey(self, original: Forbund, protocol: int) -> None:
        written = original.model_dump_json()
        for again in (
            Forbund.model_validate_json(written),
            Forbund.model_validate_json(original.model_dump_json(exclude_unset=True)),
            Forbund.model_validate(original.model_dump()),
            pickle.loads(pickle.dumps(original, protocol)),
            copy.copy(original),
            copy.deepcopy(original),
            original.model_copy(),
        ):
            assert again == original
            assert hash(again) == hash(original)
            assert again.model_dump_json() == written

    @pytest.mark.parametrize(
        "place",
        [
            place
            for place in places(FULL)
            if place[:1] == ("insatser",) and place[-1] not in {"name", "kind", "to", "form"}
            if place[-1] != "kommun"
        ],
        ids=str,
    )
    def test_a_fact_less_makes_another_document(self, place: Loc) -> None:
        original = from_json(Forbund, FULL)
        less = from_json(Forbund, without(FULL, place))
        assert less != original
        assert less.model_dump_json() != original.model_dump_json()
        assert len({less, original}) == 2


class TestPeriods:
    """Reversed periods and ages are malformed."""

    @pytest.mark.parametrize(
        ("place", "first", "last"),
        [
            ((), "formed", "dissolved"),
            (("members", 0), "joined", "left"),
            (("area", 1), "joined", "left"),
            (("insatser", 0), "start", "end"),
            (("insatser", 0, "area", 1), "joined", "left"),
        ],
    )
    @given(
        begins=st.dates(date(2004, 1, 1), date(2004, 3, 1)),
        ends=st.dates(date(2004, 1, 1), date(2004, 3, 1)),
    )
    @example(begins=date(2004, 1, 1), ends=date(2004, 1, 1))
    @example(begins=date(2004, 1, 2), ends=date(2004, 1, 1))
    def test_a_reversed_period_is_reported_where_it_stands(
        self, place: Loc, first: str, last: str, begins: date, ends: date
    ) -> None:
        part = at(ALONE, place)
        assert isinstance(part, dict)
        in_json = {**part, first: begins.isoformat(), last: ends.isoformat()}
        in_python = {**part, first: begins, last: ends}
        expected = [(*place, last)] if ends < begins else []
        assert locs(from_json, Forbund, put(ALONE, place, in_json)) == expected
        assert locs(from_python, Forbund, put(ALONE, place, in_python)) == expected

    @given(age_from=st.integers(0, 100), age_to=st.integers(0, 100))
    @example(age_from=1, age_to=0)
    @example(age_from=0, age_to=0)
    def test_reversed_ages_are_reported_where_they_stand(self, age_from: int, age_to: int) -> None:
        group = {"age_from": age_from, "age_to": age_to}
        said = forbund_of(insatser=[insats_of(target_group=group)])
        expected = [("insatser", 0, "target_group", "age_to")] if age_to < age_from else []
        assert locs(read, Forbund, said) == expected

    @given(from_year=st.integers(2004, 2030), to_year=st.integers(2004, 2030))
    def test_reversed_years_are_reported_where_they_stand(
        self, from_year: int, to_year: int
    ) -> None:
        agreement = agreement_of(("kommun:1287", "1"), from_year=from_year, to_year=to_year)
        expected = [("agreements", 0, "to_year")] if to_year < from_year else []
        assert locs(read, Forbund, forbund_of(agreements=[agreement])) == expected

    def test_what_is_reversed_is_named_in_the_message(self) -> None:
        said = {"actor": "kommun:1287", "joined": "2010-01-02", "left": "2010-01-01"}
        error = the_error(from_json, Member, said)
        for lang in ("sv", "en"):
            assert "2010-01-02" in explain_error(error, lang)
            assert "2010-01-01" in explain_error(error, lang)


Period: TypeAlias = tuple[date | None, date | None]


def _period(first: int | None, length: int | None) -> Period:
    start = date(2005, 1, 1)
    joined = None if first is None else start + timedelta(days=first)
    left = None if length is None else (joined or start) + timedelta(days=length)
    return joined, left


PERIODS: Final = st.lists(
    st.builds(
        _period,
        st.integers(0, 12) | st.integers(0, 12) | st.none(),
        st.integers(0, 3) | st.integers(0, 3) | st.none(),
    ),
    min_size=1,
    max_size=4,
)


def overlap(periods: Iterable[Period]) -> bool:
    spans = [(joined or date.min, left or date.max) for joined, left in periods]
    return any(a[0] <= b[1] and b[0] <= a[1] for a, b in combinations(spans, 2))


def members_of(actors: Iterable[object], periods: Iterable[Period]) -> dict[str, object]:
    return forbund_of(
        members=[
            {"actor": actor, "joined": joined, "left": left}
            for actor, (joined, left) in zip(actors, periods, strict=True)
        ]
    )


class TestRecurringMembers:
    """A member that left may come back, but is never a member twice on one day."""

    @pytest.mark.parametrize(
        "actor",
        ["kommun:1287", "region:12", "forsakringskassan", {"name": "Bolaget", "form": "company"}],
        ids=str,
    )
    @given(periods=PERIODS)
    @example(periods=[_period(0, 3), _period(4, 3)])
    @example(periods=[_period(4, 3), _period(0, 3)])
    @example(periods=[_period(0, 3), _period(3, 3)])
    @example(periods=[_period(0, None), _period(9, 0)])
    @example(periods=[_period(None, 0), _period(None, 0)])
    @example(periods=[_period(None, None), _period(None, None)])
    def test_it_recurs_in_disjoint_periods_only(self, actor: object, periods: list[Period]) -> None:
        said = members_of([actor] * len(periods), periods)
        assert len(locs(from_python, Forbund, said)) == int(overlap(periods))

    @given(data=st.data(), periods=PERIODS)
    def test_heby_is_the_same_member_under_both_its_codes(
        self, data: st.DataObject, periods: list[Period]
    ) -> None:
        codes = st.sampled_from(["kommun:1917", "kommun:0331"])
        actors = [data.draw(codes) for _ in periods]
        said = members_of(actors, periods)
        assert len(locs(from_python, Forbund, said)) == int(overlap(periods))

    def test_heby_may_change_its_code_with_the_year(self) -> None:
        said = forbund_of(
            members=[
                {"actor": "kommun:1917", "left": "2006-12-31"},
                {"actor": "kommun:0331", "joined": "2007-01-01"},
            ]
        )
        assert locs(from_json, Forbund, said) == []

    @given(periods=PERIODS)
    def test_different_members_may_overlap(self, periods: list[Period]) -> None:
        actors = ["kommun:1287", "kommun:1286", {"name": "A", "form": "company"}, "region:12"]
        assert locs(from_python, Forbund, members_of(actors[: len(periods)], periods)) == []

    def test_the_message_names_the_member(self) -> None:
        error = the_error(from_json, Forbund, forbund_of(members=["region:12", "region:12"]))
        assert "region:12" in explain_error(error, "sv")
        assert "region:12" in explain_error(error, "en")

    def test_two_persons_are_not_known_to_be_one(self) -> None:
        # Persons have no names, and unlawful members must be representable.
        person = {"actor": {"form": "person"}}
        assert locs(from_json, Forbund, forbund_of(members=[person, person])) == []


Cover: TypeAlias = tuple[str, int, int | None]
COVERS: Final = st.lists(
    st.builds(
        lambda pool, first, length: (pool, first, None if length is None else first + length),
        st.sampled_from(["kommun", "region"]),
        st.integers(2004, 2012),
        st.integers(0, 3) | st.integers(0, 3) | st.none(),
    ),
    max_size=4,
)


class TestAgreements:
    """An agreement splits the whole, once for each member, and alone in its years."""

    @given(covers=COVERS)
    @example(covers=[("kommun", 2004, 2005), ("kommun", 2006, None)])
    @example(covers=[("kommun", 2006, None), ("kommun", 2004, 2006)])
    @example(covers=[("kommun", 2004, None), ("kommun", 2010, 2010)])
    @example(covers=[("kommun", 2004, None), ("region", 2004, None)])
    def test_agreements_of_one_pool_do_not_overlap(self, covers: list[Cover]) -> None:
        agreements = [
            agreement_of(("kommun:1287", "1"), pool=pool, from_year=first, to_year=last)
            for pool, first, last in covers
        ]
        overlapping = any(
            a[0] == b[0] and a[1] <= (b[2] or 9999) and b[1] <= (a[2] or 9999)
            for a, b in combinations(covers, 2)
        )
        found = locs(read, Forbund, forbund_of(agreements=agreements))
        assert len(found) == int(overlapping)

    @given(
        thousandths=st.lists(st.integers(0, 700), min_size=1, max_size=4),
        rounded_to=st.integers(0, 400),
    )
    @example(thousandths=[333, 333, 333], rounded_to=1)
    @example(thousandths=[333, 333, 333], rounded_to=0)
    @example(thousandths=[334, 334, 334], rounded_to=1)
    @example(thousandths=[500, 500], rounded_to=0)
    def test_shares_are_together_one_within_what_they_are_rounded_to(
        self, thousandths: list[int], rounded_to: int
    ) -> None:
        shares = [
            (key, f"{share}/1000")
            for key, share in zip(list(KOMMUNER)[: len(thousandths)], thousandths, strict=True)
        ]
        said = agreement_of(*shares, shares_rounded_to=f"0.{rounded_to:03}")
        found = locs(read, SplitAgreement, said)
        assert len(found) == int(abs(sum(thousandths) - 1000) > rounded_to)

    @given(weights=st.lists(st.integers(0, 10**6), min_size=1, max_size=8))
    def test_shares_are_exact_by_default(self, weights: list[int]) -> None:
        whole = sum(weights)
        assume(whole)
        keys = list(KOMMUNER)
        shares = [(keys[i], f"{weight}/{whole}") for i, weight in enumerate(weights)]
        agreement = read(SplitAgreement, agreement_of(*shares))
        assert sum(share.share for share in agreement.shares) == 1
        one_less = [(keys[i], f"{weight}/{whole + 1}") for i, weight in enumerate(weights)]
        assert len(locs(read, SplitAgreement, agreement_of(*one_less))) == 1

    def test_an_agreement_that_splits_nothing_is_malformed(self) -> None:
        assert len(locs(read, SplitAgreement, agreement_of())) == 1

    @pytest.mark.parametrize("other", ["0", "1/2"])
    def test_a_repeated_member_is_malformed(self, other: str) -> None:
        first = {"0": "1", "1/2": "1/2"}[other]
        said = agreement_of(("kommun:1287", first), ("kommun:1287", other))
        error = the_error(read, SplitAgreement, said)
        assert "kommun:1287" in explain_error(error, "sv")
        assert "kommun:1287" in explain_error(error, "en")

    def test_heby_under_both_its_codes_is_a_repeated_member(self) -> None:
        said = agreement_of(("kommun:1917", "1/2"), ("kommun:0331", "1/2"))
        assert len(locs(read, SplitAgreement, said)) == 1

    def test_the_message_names_the_sum(self) -> None:
        error = the_error(from_json, SplitAgreement, agreement_of(("kommun:1287", "3/5")))
        assert "3/5" in explain_error(error, "sv")
        assert "3/5" in explain_error(error, "en")

    @given(decimals=st.integers(3, 12))
    def test_a_sum_that_is_nearly_one_does_not_look_like_one(self, decimals: int) -> None:
        third = f"0.{'3' * decimals}"
        said = agreement_of(("kommun:1286", third), ("kommun:1287", third), ("kommun:1264", third))
        error = the_error(from_json, SplitAgreement, said)
        figure = f"0.{'9' * decimals}"
        assert figure in explain_error(error, "en")
        assert figure.replace(".", ",") in explain_error(error, "sv")


class TestPool:
    """Only a kommun outside every region pays in two roles, and says which."""

    @pytest.mark.parametrize("pool", ["kommun", "region"])
    def test_gotland_may_say_its_role(self, pool: str) -> None:
        assert locs(read, Contribution, contribution_of(payer="kommun:0980", pool=pool)) == []

    @pytest.mark.parametrize("pool", ["kommun", "region"])
    @given(
        payer=st.sampled_from(sorted(WORDS - {"kommun:0980"}))
        | st.just({"name": "Gotland", "form": "authority"})
    )
    def test_nobody_else_may(self, pool: str, payer: object) -> None:
        error = the_error(read, Contribution, contribution_of(payer=payer, pool=pool))
        assert error["loc"] == ("pool",)
        assert "kommun:0980" in error["msg"]

    @given(payer=st.sampled_from(sorted(WORDS)))
    def test_anybody_may_leave_it_out(self, payer: str) -> None:
        assert locs(read, Contribution, contribution_of(payer=payer)) == []
        assert locs(read, Contribution, contribution_of(payer=payer, pool=None)) == []

    def test_a_malformed_payer_is_reported_once(self) -> None:
        said = contribution_of(payer="kommun:9999", pool="region")
        assert locs(read, Contribution, said) == [("payer",)]


class TestSums:
    """Own amounts are parts of their party's sum, and are not more than it but for rounding."""

    @given(
        together=st.lists(st.integers(0, 30), max_size=2),
        own=st.lists(st.integers(0, 30), max_size=3),
        unit=st.integers(0, 9),
    )
    @example(together=[10], own=[11], unit=1)
    @example(together=[10], own=[11], unit=0)
    @example(together=[10], own=[6, 6], unit=1)
    @example(together=[], own=[1], unit=0)
    def test_they_are_not_more_by_more_than_rounding(
        self, together: list[int], own: list[int], unit: int
    ) -> None:
        keys = ("kommun:1286", "kommun:1287", "kommun:1264")
        given = [("kommuner", amount) for amount in together] + list(zip(keys, own, strict=False))
        least = sum(max(2 * amount - unit, 0) for amount in own)
        most = sum(2 * amount + unit for amount in together)
        expected = bool(together) and least > most
        money = [contribution_of(payer=payer, amount=amount) for payer, amount in given]
        said = forbund_of(members=list(keys), contributions=money, rounded_to=unit)
        wrong = locs(read, Forbund, said)
        assert bool(wrong) == expected
        assert all(place[0] == "contributions" for place in wrong)

    @pytest.mark.parametrize(
        ("fields", "wrong"),
        [
            ({}, True),
            ({"rounded_to": 3}, False),
            ({"year": 2021}, False),
            ({"kind": "extra"}, False),
            ({"payer": "region:12"}, False),
            ({"payer": "kommun:1286"}, False),
            ({"payer": "kommun:1263"}, False),
            ({"payer": "kommun:0980"}, False),
            ({"payer": "kommun:0980", "pool": "region"}, False),
            ({"payer": "kommun:0980", "pool": "kommun"}, True),
            ({"payer": {"form": "company"}}, False),
            ({"payer": "forbundet"}, False),
        ],
    )
    def test_they_are_members_own_of_the_year_and_the_kind(
        self, fields: dict[str, object], wrong: bool
    ) -> None:
        own = {"payer": "kommun:1287", "amount": 12, "year": 2020, **fields}
        whole = contribution_of(payer="kommuner", amount=10, year=2020)
        said = forbund_of(
            members=[
                {"actor": {"form": "company"}},
                {"actor": "kommun:1287", "joined": "2020-12-31"},
                {"actor": "kommun:1286", "joined": "2021-01-01"},
                {"actor": "kommun:1263", "left": "2019-12-31"},
                {"actor": "kommun:0980", "left": "2020-01-01"},
                "region:12",
            ],
            contributions=[contribution_of(**own), whole],
        )
        assert locs(from_json, Forbund, said) == ([("contributions", 0)] if wrong else [])

    def test_heby_is_the_same_member_under_both_its_codes(self) -> None:
        money = [
            contribution_of(payer=payer, amount=amount, year=2006)
            for payer, amount in (("kommuner", 10), ("kommun:1917", 12))
        ]
        said = forbund_of(members=["kommun:0331"], contributions=money)
        assert locs(read, Forbund, said) == [("contributions", 1)]

    def test_the_message_names_the_party_and_the_year(self) -> None:
        money = [contribution_of(payer=p, amount=a, year=2020) for p, a in MORE]
        error = the_error(
            from_json, Forbund, forbund_of(members=["kommun:1287"], contributions=money)
        )
        assert "enskilda kommuners årliga bidrag för 2020" in explain_error(error, "sv")
        assert "the ordinary contributions of single kommuner for 2020" in error["msg"]


class TestSigned:
    """A result may be below zero, and is otherwise written like any amount."""

    @pytest.mark.parametrize(
        ("said", "written"),
        [
            (-5, "-5"),
            ("-5.5", "-5.50"),
            ("-0", "0"),
            ("-0.00", "0"),
            (0, "0"),
            (10**12 - 1, "999999999999"),
            (1 - 10**12, "-999999999999"),
        ],
    )
    def test_an_amount_is_written_one_way(self, said: object, written: str) -> None:
        report = read(AnnualReport, {"year": 2020, "result": said})
        assert json.loads(report.model_dump_json())["result"] == written
        assert from_json(AnnualReport, json.loads(report.model_dump_json())) == report

    @pytest.mark.parametrize(
        "said", [-1.5, "1,5", "--1", "+1", "-", "-1.555", 10**12, -(10**12), True, [], "−1"]
    )
    def test_what_is_no_amount_says_what_to_write(self, said: object) -> None:
        error = the_error(read, AnnualReport, {"year": 2020, "own_capital": said})
        assert error["type"] == "signed_kronor"
        assert "-1500.50" in explain_error(error, "sv")

    @pytest.mark.parametrize("said", ["NaN", "-NaN", "-Infinity", "-1E+12", "-1E-3", "-1E+999999"])
    def test_a_decimal_keeps_the_same_bounds(self, said: str) -> None:
        error = the_error(from_python, AnnualReport, {"year": 2020, "result": Decimal(said)})
        assert error["type"] == "signed_kronor"

    @given(ore=st.integers(-(10**14) + 1, 10**14 - 1))
    def test_a_decimal_is_read_exactly(self, ore: int) -> None:
        amount = Decimal(ore).scaleb(-2)
        assert from_python(AnnualReport, {"year": 2020, "result": amount}).result == amount


class TestContradictions:
    """What cannot be true of one thing at once is malformed; what the act forbids is not."""

    @pytest.mark.parametrize(
        ("said", "where"),
        [
            (forbund_of(insatser=[insats_of(until_further_notice=True)]), None),
            (forbund_of(insatser=[insats_of(end="2020-01-01", until_further_notice=False)]), None),
            (
                forbund_of(insatser=[insats_of(end="2020-01-01", until_further_notice=True)]),
                ("insatser", 0, "end"),
            ),
            (forbund_of(forbundsordningar=[{"shares_by_contribution": True}]), None),
            (
                forbund_of(forbundsordningar=[{"shares_by_contribution": False, "shares": []}]),
                None,
            ),
            (
                forbund_of(forbundsordningar=[{"shares_by_contribution": True, "shares": []}]),
                ("forbundsordningar", 0, "shares_by_contribution"),
            ),
            (met(adjustments=[{"day": "2020-01-10"}, {"day": None}]), None),
            (
                met(adjustments=[{"day": "2020-01-10"}, {"day": "2020-01-09"}]),
                (*MET, "adjustments", 1, "day"),
            ),
            (met(adjusted="2020-01-09"), (*MET, "adjusted")),
            (budgeted(revised=[{"adopted": "2020-01-10"}]), None),
            (budgeted(adopted=None, revised=[{"adopted": "2020-01-09"}]), None),
            (
                budgeted(revised=[{}, {"adopted": "2020-01-09"}]),
                ("economy", "budgets", 0, "revised", 1, "adopted"),
            ),
            (wound_up(decided="2020-01-10", final_accounts="2020-01-10"), None),
            (
                wound_up(decided="2020-01-10", final_accounts="2020-01-09"),
                (*WOUND_UP, "final_accounts"),
            ),
            (wound_up(divided=[{"member": "region:12"}, {"member": "region:13"}]), None),
            (wound_up(divided=[{"member": "region:12"}] * 2), (*WOUND_UP, "divided", 1)),
            (
                wound_up(divided=[{"member": "kommun:1917"}, {"member": "kommun:0331"}]),
                (*WOUND_UP, "divided", 1),
            ),
            (forbund_of(economy={"repaid": [{"member": "region:12"}] * 2}), None),
        ],
    )
    def test_it_is_reported_where_it_stands(
        self, said: object, where: tuple[str | int, ...] | None
    ) -> None:
        assert locs(from_json, Forbund, said) == ([] if where is None else [where])

    @pytest.mark.parametrize("keeper", ["kommun:1287", "region:12", "riksarkivet", "other"])
    def test_an_archive_may_go_to_anybody(self, keeper: str) -> None:
        assert locs(read, Liquidation, {"archive_handed_to": keeper}) == []


class TestWhatIsUnlawful:
    """What is unlawful can be represented; otherwise nobody could examine it."""

    @pytest.mark.parametrize(
        "said",
        [
            forbund_of(),
            forbund_of(members=[{"actor": {"name": "Bolaget", "form": "company"}}]),
            forbund_of(members=["kommun:1287", "region:01", "region:12"]),
            forbund_of(members=["kommun:1287"], area=["kommun:0114"]),
            forbund_of(contributions=[contribution_of(payer="forbundet", year=2004)]),
            forbund_of(
                insatser=[
                    insats_of(
                        forbundet_does=["benefit_decision"],
                        within_joint_responsibility=False,
                        payments=[{"to": {"form": "person"}, "what": "work_training_pay"}],
                    )
                ]
            ),
        ],
        ids=["empty", "outsider", "regions", "area", "payer", "insats"],
    )
    def test_what_the_act_forbids_is_no_malformed_document(self, said: object) -> None:
        assert locs(read, Forbund, said) == []


class TestExplain:
    """Every error that a document can give is worded in both languages."""

    @settings(max_examples=300)
    @given(data=st.data(), junk=JUNK)
    def test_whatever_stands_anywhere_is_worded_in_both_languages(
        self, data: st.DataObject, junk: object
    ) -> None:
        place = data.draw(st.sampled_from([(), *places(FULL)]))
        assert_worded(read, Forbund, put(FULL, place, junk))

    @settings(max_examples=100)
    @given(data=st.data())
    def test_whatever_is_left_out_is_worded_in_both_languages(self, data: st.DataObject) -> None:
        place = data.draw(st.sampled_from(list(places(FULL))))
        assert_worded(from_json, Forbund, without(FULL, place))

    @pytest.mark.parametrize(
        ("kind", "said"),
        [
            ("kronor", forbund_of(rounded_to=1.5)),
            ("signed_kronor", of_year(result=-1.5)),
            ("archive_keeper", wound_up(archive_handed_to="x")),
            (
                "goes_on_but_ends",
                forbund_of(insatser=[insats_of(end="2020-01-01", until_further_notice=True)]),
            ),
            (
                "shares_in_two_ways",
                forbund_of(forbundsordningar=[{"shares": [], "shares_by_contribution": True}]),
            ),
            (
                "more_than_sum",
                forbund_of(
                    members=["kommun:1287"],
                    contributions=[contribution_of(payer=p, amount=a) for p, a in MORE],
                ),
            ),
            ("day", forbund_of(formed=1)),
            ("part", forbund_of(agreements=[agreement_of(("kommun:1287", "x"))])),
            ("year", forbund_of(contributions=[contribution_of(year=2003)])),
            ("orgnr", forbund_of(orgnr="x")),
            ("member_key", forbund_of(agreements=[agreement_of(("x", "1"))])),
            ("kommun_key", forbund_of(area=["x"])),
            ("member_actor", forbund_of(members=["x"])),
            ("actor", forbund_of(insatser=[insats_of(principal="x")])),
            ("payer", forbund_of(contributions=[contribution_of(payer="x")])),
            ("unknown_place", forbund_of(members=["kommun:9999"])),
            ("unknown_place_near", forbund_of(members=["kommun:1288"])),
            ("no_such_region", forbund_of(members=["region:09"])),
            (
                "code_ended",
                forbund_of(members=[{"actor": "kommun:1917", "joined": "2007-01-01"}]),
            ),
            ("named_person", forbund_of(members=[{"actor": {"name": "A", "form": "person"}}])),
            ("reversed", forbund_of(formed="2010-01-01", dissolved="2009-01-01")),
            ("pool_of_other", forbund_of(contributions=[contribution_of(pool="kommun")])),
            ("repeated", forbund_of(members=["region:12", "region:12"])),
            ("shares_not_one", forbund_of(agreements=[agreement_of(("kommun:1287", "1/2"))])),
            ("agreements_overlap", forbund_of(agreements=[agreement_of(("kommun:1287", "1"))] * 2)),
            ("missing", {"members": []}),
            ("extra_forbidden", forbund_of(x=1)),
            ("literal_error", forbund_of(format="x")),
            ("bool_type", forbund_of(insatser=[insats_of(agreement=1)])),
            ("string_type", forbund_of(name=1)),
            ("int_type", forbund_of(insatser=[insats_of(target_group={"age_to": "x"})])),
            ("greater_than_equal", forbund_of(insatser=[insats_of(target_group={"age_to": -1})])),
            ("less_than_equal", forbund_of(insatser=[insats_of(target_group={"age_to": 999})])),
            ("tuple_type", forbund_of(insatser=1)),
            ("frozen_set_type", forbund_of(insatser=[insats_of(focus=1)])),
            ("model_type", forbund_of(insatser=[1])),
        ],
    )
    def test_each_type_of_error_has_an_example_that_is_worded(
        self, kind: str, said: object
    ) -> None:
        error = the_error(from_json, Forbund, said)
        assert error["type"] == kind
        assert error["loc"], "an error names its place, also where two places do not agree"
        assert "at" not in error.get("ctx", {})
        assert_worded(from_json, Forbund, said)

    @pytest.mark.parametrize("junk", [{1: 2}, *NOT_JSON], ids=lambda junk: type(junk).__name__)
    @pytest.mark.parametrize(
        "place",
        [(), ("members", 0), ("name",), ("insatser", 0, "focus"), *ACTORS],
        ids=str,
    )
    def test_what_only_python_holds_is_worded_in_both_languages(
        self, place: Loc, junk: object
    ) -> None:
        said = put(ALONE, place, junk)
        assert refusal(from_python, Forbund, said).error_count()
        assert_worded(from_python, Forbund, said)

    @at_actors
    def test_a_key_that_no_encoding_holds_is_worded_in_both_languages(self, place: Loc) -> None:
        assert_worded(from_python, Forbund, put(ALONE, place, "kommun:A\ud800"))

    @pytest.mark.parametrize("name", ["{member}", "{", "}", "{0}", "{x!r}", "%s"])
    def test_an_outsiders_name_is_not_repeated_nor_read_as_a_template(self, name: str) -> None:
        member = {"actor": {"name": name, "form": "company"}}
        error = the_error(from_json, Forbund, forbund_of(members=[member, member]))
        assert explain_error(error, "en") == error["msg"]
        assert explain_error(error, "sv").startswith("en utomstående står två gånger")


def assert_worded(read: Read, model: type[Model], said: object) -> None:
    """Each error is worded in both languages; if one is missing, both are pydantic's own."""
    try:
        read(model, said)
    except ValidationError as refused:
        unworded = {
            error["type"]
            for error in refused.errors()
            if explain_error(error, "sv") == explain_error(error, "en")
        }
        assert unworded == set()
        for error in refused.errors():
            if error["type"] != "json_invalid":
                assert explain_error(error, "en").startswith(error["msg"])


class TestJsonSchema:
    """A document's JSON Schema can be had, for what is read and for what is written."""

    @pytest.mark.parametrize("mode", ["validation", "serialization"])
    def test_it_describes_every_model_and_field(
        self, mode: Literal["validation", "serialization"]
    ) -> None:
        schema = json.loads(json.dumps(Forbund.model_json_schema(mode=mode)))
        reported = {"Forbund": schema, **schema["$defs"]}
        assert reported.keys() - {"MemberKey", "KommunKey"} == {m.__name__ for m in MODELS}
        for model in MODELS:
            names = model.model_fields.keys() - {"document_schema"}
            assert reported[model.__name__]["properties"].keys() - {"$schema"} == names
            assert reported[model.__name__]["additionalProperties"] is False

    def test_schema_may_be_read_and_is_not_written(self) -> None:
        assert "$schema" in Forbund.model_json_schema(mode="validation")["properties"]
        assert "$schema" not in Forbund.model_json_schema(mode="serialization")["properties"]
