"""A second opinion on 3, 5, 5 a and 7 §§, and whether ``check`` shares it.

Written from the act, and from nothing else in this project: it takes a document as plain JSON,
knows the act by its words, and tries out what a share could be instead of reckoning what it must
be. It gives, for each rule and each thing that the rule is about, every verdict that is no pass.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from finsam import Forbund, check
from finsam.testing import BREAKABLE, breaking, days, forbund, insatser, lawful_forbund

Document = dict[str, Any]
Answers = dict[tuple[str, object], list[str]]

GOTLAND = "kommun:0980"
JULY_2010 = date(2010, 7, 1)
HALF, QUARTER = Fraction(1, 2), Fraction(1, 4)
LOTS = Fraction(10**40)
"""More than anybody could give: unknown amounts are tried as nothing, and as this."""


# Who takes part


def today(key: str) -> str:
    """Heby has had two codes."""
    return "kommun:0331" if key == "kommun:1917" else key


def is_party(actor: object) -> bool:
    return isinstance(actor, str) and actor.partition(":")[0] in {
        "forsakringskassan",
        "arbetsformedlingen",
        "region",
        "kommun",
    }


def meets(period: Document, first: date, last: date) -> bool:
    joined, left = period["joined"], period["left"]
    begins = joined is None or date.fromisoformat(joined) <= last
    return begins and (left is None or first <= date.fromisoformat(left))


def taking_part(document: Document, first: date, last: date) -> set[str]:
    return {
        today(member["actor"])
        for member in document["members"]
        if is_party(member["actor"]) and meets(member, first, last)
    }


def of(kind: str, members: set[str]) -> set[str]:
    return {member for member in members if member.partition(":")[0] == kind}


def own_region(kommun: str, on: date) -> str | None:
    if kommun == GOTLAND:
        return None
    if today(kommun) == "kommun:0331":
        return "region:19" if on.year < 2007 else "region:03"
    return f"region:{kommun[7:9]}"


# 3 §


def section_3(document: Document, on: date) -> Answers:
    formed, dissolved = document["formed"], document["dissolved"]
    if dissolved and date.fromisoformat(dissolved) < on:
        return {(f"FINSAM-3-{n}", None): ["not_applicable"] for n in (1, 2, 3, 4, 6)}
    if formed:
        # A plan is judged as it will stand on its first day.
        on = max(on, date.fromisoformat(formed))
    members = taking_part(document, on, on)
    kinds = ["forsakringskassan", "arbetsformedlingen", "kommun"]
    kinds += [] if GOTLAND in members else ["region"]
    absent = {kind for kind in kinds if not of(kind, members)}
    if on.year == 2004:
        # How 3 § was worded in its first year has not been seen.
        unknown: Answers = {(f"FINSAM-3-{n}", None): ["review"] for n in (1, 3, 4)}
        return unknown | {(f"FINSAM-3-{n}", None): ["not_applicable"] for n in (2, 6)}
    outsiders = [m for m in document["members"] if not is_party(m["actor"]) and meets(m, on, on)]
    early = on < JULY_2010
    area = area_of(document, on, members)
    return {
        ("FINSAM-3-1", None): ["fail"] * len(absent),
        ("FINSAM-3-2", None): (
            ["not_applicable"]
            if early or not area or "kommun" in absent
            else ["fail"] * len({today(kommun) for kommun in area} - members)
        ),
        ("FINSAM-3-3", None): county_council(members, on) if early else ["not_applicable"],
        ("FINSAM-3-4", None): ["fail"] * len(outsiders),
        ("FINSAM-3-6", None): (
            ["not_applicable"]
            if early or not area or "region" in absent
            else ["fail"] * len({own_region(kommun, on) for kommun in area} - members - {None})
        ),
    }


def area_of(document: Document, on: date, members: set[str]) -> set[str]:
    if document["area"] is None:
        return of("kommun", members)
    return {part["kommun"] for part in document["area"] if meets(part, on, on)}


def county_council(members: set[str], on: date) -> list[str]:
    councils = of("region", members)
    if len(councils) > 1:
        return ["fail"]
    elsewhere = {own_region(kommun, on) for kommun in of("kommun", members)} - councils - {None}
    return ["review"] if councils and elsewhere else []


# 5 and 5 a §§: a year's money


class Money:
    """A year's money: who is to give, who gives, and in which of four pots it may count."""

    def __init__(self, document: Document, year: int) -> None:
        self.document, self.year = document, year
        formed = document["formed"]
        self.early = bool(formed) and year < date.fromisoformat(formed).year
        self.nothing = all(c["year"] != year for c in document["contributions"])
        members = taking_part(document, date(year, 1, 1), date(year, 12, 31))
        self.kommuner, self.regions = of("kommun", members), of("region", members)
        gotland = GOTLAND in members
        self.alone = gotland and not self.regions and year >= 2010
        self.beside = gotland and bool(self.regions) and year >= 2010
        self.unknown_law = gotland and year < 2010
        state = of("forsakringskassan", members)
        self.shorter = {
            member
            for member in members
            if not any(
                today(str(m["actor"])) == member
                and (m["joined"] or "") <= f"{year}-01-01"
                and f"{year}-12-31" <= (m["left"] or "9999")
                for m in document["members"]
            )
        }
        self.absent = not state or not self.kommuner or not (self.regions or gotland)
        self.givers = {
            "state": state | of("arbetsformedlingen", members),
            "region": self.regions | ({GOTLAND} if self.beside else set()),
            "kommun": self.kommuner - ({GOTLAND} if self.alone else set()),
            "outside": {GOTLAND} if self.alone else set(),
        }
        given = [c for c in document["contributions"] if c["year"] == year and self.pots(c)]
        self.yearly = [c for c in given if c["kind"] == "ordinary"]
        self.one_off = [c for c in given if c["kind"] == "extra" and Fraction(c["amount"])]
        self.missing = list(self.unpaid())
        self.asked = {"state": HALF}
        if self.alone:
            self.asked["outside"] = HALF
        elif not self.unknown_law:
            self.asked |= {"region": QUARTER, "kommun": QUARTER}

    def pots(self, contribution: Document) -> set[str]:
        """Where it may count; nowhere if no member of the year gives it."""
        payer = contribution["payer"]
        if payer == "regioner":
            return {"region"} if self.regions else set()
        if payer == "kommuner":
            return {pot for pot in ("kommun", "outside") if self.kommuner & self.givers[pot]}
        if not is_party(payer):
            return set()
        pots = {pot for pot, givers in self.givers.items() if today(payer) in givers}
        named = contribution["pool"]
        return {named} if named in pots and len(pots) > 1 else pots

    def unpaid(self) -> Iterator[tuple[str, str]]:
        """The members of whom no yearly money is known, each with the pot that it should go in."""
        sums = {c["payer"] for c in self.yearly} & {"kommuner", "regioner"}
        for pot, givers in self.givers.items():
            for giver in givers - {"arbetsformedlingen"}:
                if sum_of(giver, pot) in sums:
                    continue
                mine = [c for c in self.yearly if c["payer"] not in sums]
                if not any(today(c["payer"]) == giver and pot in self.pots(c) for c in mine):
                    yield giver, pot

    def span(self, contribution: Document) -> tuple[Fraction, Fraction]:
        """The least and the most that a rounded amount can stand for."""
        unit = contribution["rounded_to"] or self.document["rounded_to"]
        if contribution["rounded_to"] is not None:
            unit = contribution["rounded_to"]
        amount, half = Fraction(contribution["amount"]), Fraction(unit) / 2
        return max(amount - half, Fraction(0)), amount + half

    def is_part(self, contribution: Document, given: list[Document]) -> bool:
        """Whether a party's sum, which stands there too, has counted it already."""
        pots = self.pots(contribution)
        sum_ = sum_of(contribution["payer"], *pots) if len(pots) == 1 else None
        return any((c["payer"], c["kind"]) == (sum_, contribution["kind"]) for c in given)

    def counted(self, given: list[Document]) -> list[Document]:
        return [c for c in given if not self.is_part(c, given)]

    def total(self) -> Fraction:
        return sum((Fraction(c["amount"]) for c in self.counted(self.yearly)), Fraction(0))

    def may_be_part(self, contribution: Document, given: list[Document]) -> bool:
        """Whether it is money of Gotland's two roles, one of which a sum has counted."""
        two_roles = contribution["payer"] == GOTLAND and len(self.pots(contribution)) > 1
        kind = contribution["kind"]
        return two_roles and any((c["payer"], c["kind"]) == ("kommuner", kind) for c in given)

    def unclear(self, given: list[Document]) -> bool:
        return any(len(self.pots(c)) > 1 for c in given)

    def can_be(self, pot: str, part: Fraction, given: list[Document]) -> bool:
        """Whether some true amounts make a pot exactly a part of all the money.

        What a pot has more than its part is tried out with the least and the most of its own money,
        of everybody else's, of what may be either's (as its own and as not), and of what is not
        known. In between lies everything else, so it can be nothing if it can be both sides of it.
        """
        given = self.counted(given)
        span = {
            id(c): (Fraction(0) if self.may_be_part(c, given) else low, high)
            for c in given
            for low, high in [self.span(c)]
        }
        own = [span[id(c)] for c in given if self.pots(c) == {pot}]
        other = [span[id(c)] for c in given if pot not in self.pots(c)]
        either = [span[id(c)] for c in given if pot in self.pots(c) and len(self.pots(c)) > 1]
        own += [(Fraction(0), LOTS) for _, missing in self.missing if missing == pot]
        other += [(Fraction(0), LOTS) for _, missing in self.missing if missing != pot]
        ends = [
            (sum(low for low, _ in some), sum(high for _, high in some))
            for some in (own, other, either)
        ]
        more = [
            mine + (shared if counts else 0) - part * (mine + others + shared)
            for mine, others, shared in product(*ends)
            for counts in (True, False)
        ]
        return min(more) <= 0 <= max(more)

    def all_kept(self, given: list[Document]) -> bool | None:
        """Whether this money keeps every share that is asked; None if that is not known."""
        if not all(self.can_be(pot, part, given) for pot, part in self.asked.items()):
            return False
        unclear = self.missing or (self.unclear(given) and len(self.asked) > 1)
        return None if unclear else True


def sum_of(giver: object, pot: str) -> str | None:
    """Whose sum what somebody gives in a pot is a part of."""
    kind = str(giver).partition(":")[0]
    if giver == kind:
        return None
    if kind == "region":
        return "regioner"
    return "kommuner" if kind == "kommun" and pot in {"kommun", "outside"} else None


def settled(money: Money) -> list[str] | None:
    """What is said of every share of a year before there is a förbund, or without a party."""
    if money.early:
        return ["not_applicable"] if money.nothing else ["review"]
    return ["not_applicable"] if money.absent else None


def share(money: Money, pot: str) -> list[str]:
    """5-1 to 5-3, and 5A-1."""
    can_be = money.can_be(pot, money.asked[pot], money.yearly)
    if can_be and money.missing:
        return ["open"]
    if not money.missing and not money.total():
        return ["not_applicable"]
    if can_be:
        in_sum = any(money.may_be_part(c, money.yearly) for c in money.yearly)
        return ["open"] if (pot != "state" and money.unclear(money.yearly)) or in_sum else []
    if not money.one_off:
        return ["fail"]
    kept = money.all_kept(money.yearly + money.one_off)
    if kept is False:
        return ["fail"]
    unclear = money.unclear(money.yearly + money.one_off)
    return ["review"] if kept and not unclear else ["open"]


def one_off(money: Money) -> list[str]:
    """5-7."""
    if not money.one_off:
        return ["not_applicable"]
    if money.unknown_law:
        return ["review"]
    if not money.missing and not money.total():
        return ["review"]
    kept = money.all_kept(money.yearly + money.one_off)
    some_open = any(share(money, pot) == ["open"] for pot in money.asked)
    if money.missing and (kept is None or some_open):
        return ["open"]
    if money.unclear(money.yearly + money.one_off):
        return ["open"]
    return [] if kept else ["review"]


def split(money: Money, pot: str) -> list[str]:
    """5-5 and 5-6."""
    givers = money.givers[pot]
    if len(givers) < 2:
        return ["not_applicable"]
    agreed = agreement(money, pot)
    unclear = not_comparable(money, pot, agreed, money.yearly)
    if not unclear and agreed and not as_agreed(money, pot, agreed, money.yearly):
        return off_the_split(money, pot, agreed)
    if any(missing == pot for _, missing in money.missing):
        return ["open"]
    if not money.missing and not money.total():
        return ["not_applicable"]
    return unclear or ["open"] * bool(unseen(money, pot, givers, money.yearly))


def off_the_split(money: Money, pot: str, agreed: Document) -> list[str]:
    shorter = bool(money.shorter & money.givers[pot])
    off = ["review"] if shorter else ["fail"]
    both = money.yearly + money.one_off
    if not money.one_off or money.all_kept(both) is False:
        return off
    if money.unclear(both):
        return ["open"]
    if not as_agreed(money, pot, agreed, both):
        return off
    if unseen(money, pot, money.givers[pot], both):
        return ["open"]
    return ["review"] if money.all_kept(both) else ["open"]


def unseen(money: Money, pot: str, givers: set[str], given: list[Document]) -> set[str]:
    """Those whose own part of a party's sum is not known."""
    return {
        giver
        for giver in givers
        for c in given
        if c["payer"] == sum_of(giver, pot)
        and not any(
            c["kind"] == own["kind"] and today(str(own["payer"])) == giver
            for own in given
            if money.pots(own) == {pot}
        )
    }


def agreement(money: Money, pot: str) -> Document | None:
    for one in money.document["agreements"] or ():
        last = one["to_year"] or 9999
        if one["pool"] == pot and one["from_year"] <= money.year <= last:
            return one  # type: ignore[no-any-return]  # a document's
    return None


def not_comparable(
    money: Money, pot: str, agreed: Document | None, given: list[Document]
) -> list[str]:
    if money.unclear(given) or agreed is None:
        return ["open"]
    parties = {today(one["member"]) for one in agreed["shares"]}
    return [] if parties == money.givers[pot] else ["review"]


def as_agreed(money: Money, pot: str, agreed: Document, given: list[Document]) -> bool:
    """Whether each member's part of the pot can be what was agreed.

    Of those of whom nothing is known, any sum is tried that would make somebody's part come out
    exactly; what they will be said to give is rounded as the other amounts are.
    """
    rounded = Fraction(agreed["shares_rounded_to"]) / 2
    lacking = {giver for giver, missing in money.missing if missing == pot}
    unknown = lacking | unseen(money, pot, money.givers[pot], given)
    in_pot = [c for c in given if money.pots(c) == {pot}]
    if any(c["payer"] in {"kommuner", "regioner"} for c in in_pot):
        # The sum is known by itself: each must be its part of that.
        low, high = ends(money, money.counted(in_pot))
        high = LOTS if lacking else high
        for one in agreed["shares"]:
            member, part = today(one["member"]), Fraction(one["share"])
            gives = ends(money, [c for c in in_pot if today(str(c["payer"])) == member])
            most, least = min(part + rounded, Fraction(1)), max(part - rounded, Fraction(0))
            if member not in unknown and (gives[1] < least * low or most * high < gives[0]):
                return False
        return True
    slack = len(lacking) * Fraction(money.document["rounded_to"]) / 2
    known = []
    for one in agreed["shares"]:
        member, part = today(one["member"]), Fraction(one["share"])
        agreed_part = (max(part - rounded, Fraction(0)), min(part + rounded, Fraction(1)))
        if member not in lacking:
            mine = [c for c in given if c["payer"] and today(str(c["payer"])) == member]
            mine = [c for c in mine if money.pots(c) == {pot}]
            rest = [c for c in given if money.pots(c) == {pot} and c not in mine]
            known.append((ends(money, mine), ends(money, rest), agreed_part))
    tries = {Fraction(0)}
    if lacking:
        tries |= {LOTS}
        for mine_ends, rest_ends, part_ends in known:
            for own, others, part in product(mine_ends, rest_ends, part_ends):
                exact = own / part - own - others if part else LOTS
                tries |= {exact - slack, exact, exact + slack}
    return any(
        all(fits(*one, (max(lack - slack, Fraction(0)), lack + slack)) for one in known)
        for lack in tries
        if lack >= 0
    )


Ends = tuple[Fraction, Fraction]


def ends(money: Money, given: list[Document]) -> Ends:
    """The least and the most that some money can add up to."""
    spans = [money.span(contribution) for contribution in given]
    return sum((low for low, _ in spans), Fraction(0)), sum(
        (high for _, high in spans), Fraction(0)
    )


def fits(mine: Ends, rest: Ends, part: Ends, lack: Ends) -> bool:
    """Whether what a member gives can be its part, if the lacking give so much."""
    more = [
        own - share * (own + others + unknown)
        for own, others, share, unknown in product(mine, rest, part, lack)
    ]
    return min(more) <= 0 <= max(more)


def sections_5(document: Document, on: date) -> Answers:
    if document["contributions"] is None:
        return {}
    answers: Answers = {}
    for year in {on.year, *(c["year"] for c in document["contributions"])}:
        money = Money(document, year)
        nothing = ["not_applicable"]
        if (ended := document["dissolved"]) is not None:
            if year > int(ended[:4]) and year != on.year:
                continue
            if date.fromisoformat(ended) < on:
                answers |= {(rule, year): nothing for rule in RULES if rule.startswith("FINSAM-5")}
                continue
        quarter = nothing if money.alone else ["review"]
        if money.absent:
            quarter = settled(money) or nothing
        known = "region" in money.asked
        said = settled(money)
        answers |= {
            ("FINSAM-5-1", year): said or share(money, "state"),
            ("FINSAM-5-2", year): (said or share(money, "region")) if known else quarter,
            ("FINSAM-5-3", year): (said or share(money, "kommun")) if known else quarter,
            ("FINSAM-5-5", year): ["review"] if year < 2010 else said or split(money, "kommun"),
            ("FINSAM-5-6", year): nothing if year < 2010 else said or split(money, "region"),
            ("FINSAM-5-7", year): (said if money.one_off and said else one_off(money)),
            ("FINSAM-5A-1", year): (said or share(money, "outside")) if money.alone else nothing,
        }
    return answers


# 7 §


def section_7(document: Document, on: date) -> Answers:
    answers: Answers = {}
    for number, insats in enumerate(document["insatser"] or ()):
        day = date.fromisoformat(insats["decided"] or insats["start"] or on.isoformat())
        last = max(day, date.fromisoformat(insats["end"]) if insats["end"] else on)
        members = taking_part(document, day, last)
        found = an_insats(insats, members, set(document["complete"]), on)
        answers |= {
            (f"FINSAM-7-{n}", number): verdicts if day.year >= 2004 else ["not_applicable"]
            for n, verdicts in found.items()
        }
    return answers


def an_insats(
    insats: Document, members: set[str], complete: set[str], on: date
) -> dict[int, list[str]]:
    individual = insats["kind"] == "individual"

    def inside(actor: object) -> bool:
        return isinstance(actor, str) and today(actor) in members

    def outside(actor: object) -> bool:
        return actor != "forbundet" and not inside(actor)

    paid = insats["payments"]
    to_others = [p for p in paid or () if outside(p["to"])]
    benefits = ("bus_pass", "mileage", "work_training_pay", "interpreter")
    within = insats["within_joint_responsibility"]
    return {
        1: {True: [], False: ["fail"], None: ["open"]}[within],
        2: ["open"] if paid is None else sorted(financed(insats, inside, benefits)),
        3: sorted(performed(insats, inside, to_others)),
        4: sorted(acts(insats, to_others)),
        5: ["open"]
        if paid is None
        else sorted(
            ["fail" if individual else "review" for p in paid if p["what"] in benefits]
            + ["open" for p in paid if p["what"] is None]
        ),
        6: cooperation(
            insats["cooperating"], inside, whole=bool(complete & {"all", "insatser.cooperating"})
        ),
        7: evaluation(insats, on),
        8: written(insats),
        9: kind_of_focus(insats),
    }


def financed(insats: Document, inside: Any, benefits: Any) -> Iterator[str]:  # noqa: ANN401  plain data
    individual = insats["kind"] == "individual"
    for payment in insats["payments"]:
        what = payment["what"]
        if inside(payment["to"]) or what == "own_need":
            continue
        if payment["to"] == "forbundet" or what in benefits or (what == "service" and individual):
            yield "not_applicable"
        elif what is None:
            yield "open"
        elif what == "staff":
            yield staff(insats, payment["to"], inside)
        else:
            yield "fail" if what in {"grant", "start_up"} else "review"


def staff(insats: Document, of: Any, inside: Any) -> str:  # noqa: ANN401  plain data
    """Those of a public body, or in what a member answers for, may work for a party."""
    public = ("authority", "municipal_federation", "samordningsforbund")
    if isinstance(of, str) or of["form"] in public or insats["kind"] == "structural":
        return "review"
    if insats["principal"] is None:
        return "open"
    return "review" if inside(insats["principal"]) else "fail"


def performed(insats: Document, inside: Any, to_others: list[Document]) -> Iterator[str]:  # noqa: ANN401  plain data
    performers, principal = insats["performed_by"], insats["principal"]
    if not performers:
        yield "open"
        return
    for one in performers:
        if inside(one):
            continue
        is_paid = any(
            (today(p["to"]) if isinstance(p["to"], str) else p["to"])
            == (today(one) if isinstance(one, str) else one)
            and (
                p["what"] in {"grant", "start_up", "service"}
                or (p["what"] == "staff" and staff(insats, p["to"], inside) == "fail")
            )
            for p in to_others
        )
        if one == "forbundet":
            yield "not_applicable"
        elif insats["kind"] == "structural":
            yield "review"
        elif is_paid:
            yield "not_applicable"
        elif any(inside(each) for each in performers) or inside(principal):
            yield "review"
        else:
            yield "open" if principal is None else "fail"


def acts(insats: Document, to_others: list[Document]) -> list[str]:
    does, performers = insats["forbundet_does"], insats["performed_by"]
    found = ["fail" for _ in does or ()]
    found += ["review"] * (insats["principal"] == "forbundet")
    unseen = does is None
    if insats["kind"] == "individual":
        to_others = to_others + [p for p in insats["payments"] or () if p["to"] == "forbundet"]
        own_staff = [p for p in to_others if (p["to"], p["what"]) == ("forbundet", "staff")]
        found += ["review" for _ in own_staff]
        serves = "service_to_individuals" in (does or ())
        found += ["fail"] * ("forbundet" in (performers or ()) and not serves)
        found += ["fail" for payment in to_others if payment["what"] == "service"]
        unseen |= performers is None or insats["payments"] is None
        unseen |= any(payment["what"] is None for payment in to_others)
    return found or ["open"] * unseen


def cooperation(cooperating: Any, inside: Any, *, whole: bool) -> list[str]:  # noqa: ANN401  plain data
    if cooperating is None:
        return ["open"]
    kinds = {one.partition(":")[0] for one in cooperating if inside(one)}
    if len(kinds) > 1:
        return []
    return ["fail"] if whole or not cooperating else ["open"]


def evaluation(insats: Document, on: date) -> list[str]:
    if insats["evaluated"]:
        return []
    if insats["until_further_notice"]:
        return ["not_applicable"]
    if insats["end"] is None:
        return ["open"]
    if date.fromisoformat(insats["end"]) >= on:
        return ["not_applicable"]
    return ["open"] if insats["evaluated"] is None else ["review"]


def written(insats: Document) -> list[str]:
    if insats["agreement"] is False:
        return ["fail"]
    signed, start = insats["agreement_signed"], insats["start"]
    if insats["agreement"] is None or signed is None or start is None:
        return ["open"]
    return ["fail"] if signed > start else []


def kind_of_focus(insats: Document) -> list[str]:
    if insats["focus"] is None:
        return ["open"]
    structural = {"forstudie", "projektstod", "kompetensutveckling"}
    individual = {
        "arbetslivsinriktad",
        "aktiverande_motiverande",
        "behandlande",
        "forebyggande",
    }
    other = structural if insats["kind"] == "individual" else individual
    return ["fail"] if other & set(insats["focus"]) else []


# Whether check shares the opinion


def opinion_of_check(document: Forbund, on: date, rules: list[str]) -> Answers:
    answers: Answers = {}
    for finding in check(document, on=on, rules=rules).findings:
        subject: object = None
        if finding.rule.startswith("FINSAM-5"):
            subject = finding.day.year
        elif finding.rule.startswith("FINSAM-7"):
            subject = finding.loc[1]
        verdicts = answers.setdefault((finding.rule, subject), [])
        verdicts += [] if finding.verdict == "pass" else [finding.verdict.value]
    return {key: sorted(verdicts) for key, verdicts in answers.items()}


RULES = [
    *(f"FINSAM-3-{number}" for number in (1, 2, 3, 4, 6)),
    *(f"FINSAM-5-{number}" for number in (1, 2, 3, 5, 6, 7)),
    "FINSAM-5A-1",
    *(f"FINSAM-7-{number}" for number in range(1, 10)),
]
"""The rules that there is a second opinion on."""


def compare(document: Forbund, on: date) -> None:
    plain = document.model_dump(mode="json")
    mine = {**section_3(plain, on), **sections_5(plain, on), **section_7(plain, on)}
    its = opinion_of_check(document, on, RULES)
    assert {k: (v, its.get(k)) for k, v in mine.items() if v != its.get(k)} == {}
    assert its.keys() == mine.keys()


PARTIES = ("region:12", "region:01", "kommun:1287", "kommun:1286", "kommun:0180", GOTLAND)
POOLS = {"kommun": "kommun:", "region": "region:"}


@st.composite
def years_money(draw: st.DrawFn) -> Forbund:
    """A year's money in small sums, some of which happen to be as the act requires."""
    year = draw(st.sampled_from([2009, 2010, 2024]))
    some = draw(st.lists(st.sampled_from(PARTIES), min_size=1, max_size=5, unique=True))
    members = ["forsakringskassan", "arbetsformedlingen", *some]
    everybody = ["forsakringskassan", *some]
    others = st.sampled_from([*members, "kommuner", "regioner"])
    payers = draw(st.permutations(everybody)) if draw(st.booleans()) else []
    payers = payers[draw(st.integers(0, 1)) :] + draw(st.lists(others, max_size=4))
    quarter = draw(st.sampled_from([1, 2, 500, 1000]))
    sums = [0, 1, quarter // 3, quarter // 2, quarter, 2 * quarter, 3 * quarter]
    agreed = draw(st.booleans())
    money = [
        {
            "payer": payer,
            "year": year,
            "amount": draw(st.sampled_from(sums)),
            "kind": draw(st.sampled_from(["ordinary", "ordinary", "ordinary", "extra"])),
            "pool": draw(st.sampled_from([None, "kommun", "region"])) if payer == GOTLAND else None,
            # How the unknown is rounded where the known is rounded in several ways is not asked.
            "rounded_to": None if agreed else draw(st.sampled_from([None, None, 0, 1, 1000])),
        }
        for payer in payers
    ]
    agreements = [draw(agreement_of(pool, some, year)) for pool in POOLS if agreed]
    said = {
        "name": "",
        "members": members,
        "contributions": money,
        "agreements": [one for one in agreements if one],
        "rounded_to": draw(st.sampled_from([0, 1, 1000])),
    }
    try:
        return Forbund.model_validate(said)
    except ValidationError:
        # Members' own amounts were more than the sum that they are parts of.
        own = [each for each in money if each["payer"] not in {"kommuner", "regioner"}]
        return Forbund.model_validate({**said, "contributions": own})


@st.composite
def agreement_of(draw: st.DrawFn, pool: str, some: list[str], year: int) -> Document | None:
    mine = [k for k in some if k.startswith(POOLS[pool]) or (pool == "region" and k == GOTLAND)]
    weights = draw(st.lists(st.integers(0, 3), min_size=len(mine), max_size=len(mine)))
    if not sum(weights):
        return None
    parts = [Fraction(weight, sum(weights)) for weight in weights]
    rounded = draw(st.sampled_from([0, 0, 10, 3]))
    if rounded:
        parts = [Fraction(int(part * rounded + Fraction(1, 2)), rounded) for part in parts]
        if abs(sum(parts, Fraction(0)) - 1) > Fraction(1, rounded):
            return None
    return {
        "pool": pool,
        "from_year": year,
        "shares": [
            {"member": key, "share": str(part)} for key, part in zip(mine, parts, strict=True)
        ],
        "shares_rounded_to": f"1/{rounded}" if rounded else "0",
    }


often = settings(max_examples=8 * settings().max_examples)
"""Money has many combinations, and a year of it is quickly made."""


class TestCheckSharesIt:
    @often
    @given(years_money())
    def test_on_a_years_money(self, document: Forbund) -> None:
        [year] = {c.year for c in document.contributions or ()} or {2024}
        compare(document, date(year, 12, 1))

    @given(lawful_forbund(on=date(2024, 6, 1)), st.lists(insatser(), min_size=1, max_size=3))
    def test_on_any_insatser(self, document: Forbund, several: list[Any]) -> None:
        compare(document.replace(insatser=several), date(2024, 6, 1))

    @given(forbund().filter(lambda document: not document.agreements), days())
    def test_on_any_forbund(self, document: Forbund, on: date) -> None:
        compare(document, on)

    @given(st.data(), days(first=date(2010, 7, 1)))
    def test_on_the_lawful_and_on_what_breaks_a_rule(self, data: st.DataObject, on: date) -> None:
        breakable = [r for r in BREAKABLE if r.split("-")[1] in {"3", "5", "5A", "7"}]
        rule = data.draw(st.none() | st.sampled_from([r for r in breakable if r != "FINSAM-3-3"]))
        strategy = lawful_forbund(on=on) if rule is None else breaking(rule, on=on)
        compare(data.draw(strategy), on)
