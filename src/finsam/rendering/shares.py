"""A year's money in words: what each pool gave, what the act requires of it, and the difference."""

from datetime import date
from fractions import Fraction
from typing import Final

from finsam.law.text import Lang, Text, kronor, listing, percent
from finsam.rendering.labels import ASKED, NOT_KNOWN, ONE
from finsam.validation.engine.verdict import Verdict
from finsam.validation.places import party
from finsam.validation.year_money import GivenShare, YearMoney

_TITLE: Final = Text("Pengarna för {year}", "The money of {year}")
_TOTAL: Final = Text("sammanlagt {total} kr", "SEK {total} in all")
_TOTAL_UNKNOWN: Final = Text("summan inte känd", "sum not known")
_AMOUNT: Final = Text("{amount} kr", "SEK {amount}")
_GIVEN: Final = Text("{amount} kr ({share})", "SEK {amount} ({share})")
_MISSING: Final = Text("saknas: {members}", "missing: {members}")
_NOT_DECIDED: Final = Text("kan inte avgöras", "cannot be decided")
_HUMAN: Final = Text("måste bedömas", "for a human to judge")
_ASKED: Final = Text("{part} är {required} kr", "{part} is SEK {required}")
_LITTLE: Final = Text("{amount} kr för lite", "SEK {amount} too little")
_MUCH: Final = Text("{amount} kr för mycket", "SEK {amount} too much")
_ROUNDED: Final = Text("stämmer, avrundat", "holds, as rounded")
_HOLDS: Final = Text("stämmer", "holds")


def heading(year: YearMoney, lang: Lang) -> str:
    """The heading of a year's money."""
    return _TITLE.get(lang).format(year=year.year)


def in_all(year: YearMoney, lang: Lang) -> str:
    """The sum of what everybody gave."""
    if year.total is None:
        return _TOTAL_UNKNOWN.get(lang)
    return _TOTAL.get(lang).format(total=kronor(year.total, lang))


def given(share: GivenShare, year: YearMoney, lang: Lang) -> str:
    """What a pool gave, and its part of the whole."""
    if share.actual is None:
        return NOT_KNOWN.get(lang)
    amount = kronor(share.actual, lang)
    if not year.total:
        return _AMOUNT.get(lang).format(amount=amount)
    part = percent(Fraction(share.actual) / Fraction(year.total), lang)
    return _GIVEN.get(lang).format(amount=amount, share=part)


def asked(share: GivenShare, lang: Lang) -> str:
    """The share that the act requires of a pool; empty if the amount is not known."""
    if share.required is None:
        return ""
    part, required = ASKED[share.pool].get(lang), kronor(share.required, lang)
    return _ASKED.get(lang).format(part=part, required=required)


def gap(share: GivenShare, lang: Lang) -> str:
    """How far a pool is from its share, or why that is not known."""
    difference = share.difference
    if share.verdict is Verdict.PASS:
        return (_ROUNDED if difference else _HOLDS).get(lang)
    if share.verdict is Verdict.OPEN:
        if not share.missing:
            return _NOT_DECIDED.get(lang)
        count = len(share.missing) + share.more_missing
        named = [party(key, date.max) for key in share.missing[: 3 if count == 3 else 2]]
        members = listing(named, lang, more=count - len(named))
        return _MISSING.get(lang).format(members=members)
    if difference:
        text = _LITTLE if difference < 0 else _MUCH
        return text.get(lang).format(amount=kronor(difference, lang))
    return (_HUMAN if share.verdict is Verdict.REVIEW else ONE[share.verdict]).get(lang)
