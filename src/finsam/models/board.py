"""The board: its seats, what it has delegated, and its meetings (10–19 a §§).

Nobody is named: a seat is a seat, and what the act asks of the person who has it is a field.
"""

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import model_validator

from finsam.models.actors import MemberKey
from finsam.models.base import Model
from finsam.models.errors import refuse_reversed
from finsam.models.forbundsordning import MemberDay
from finsam.models.scalars import Count, Day, Flag, Many, Note, Ref, SortedSet, Stated, Word

AppointingBody: TypeAlias = Literal[
    "fullmaktige", "styrelse", "namnd", "forsakringskassan", "arbetsformedlingen", "other"
]
"""Who appoints: kommun- or regionfullmäktige, a kommun's or region's board or committee, or one of
the two agencies."""

Role: TypeAlias = Literal["ledamot", "ersattare"]
"""Whether a seat is a ledamot's or the ersättare's of one."""

Reserved: TypeAlias = Literal["goals", "opinion_on_appeal", "special_rules"]


class Seat(Model):
    """A seat on the board, for one term or the rest of one.

    Attributes:
        member: the member that appointed its holder.
        role: whether the holder is ``"ledamot"`` or ``"ersattare"``.
        also_represents: members without a seat of their own that this seat is meant to represent.
        eligibility: what made its holder eligible when appointed (12 §): being ledamot or ersättare
            in kommun- or regionfullmäktige, employment at Försäkringskassan or Arbetsförmedlingen,
            or something else.
        appointed_by: the body that made the appointment.
        appointed: the day of the appointment.
        by_newly_elected: whether the newly elected fullmäktige made the appointment (14 §).
        call_order: an ersättare's number in the order in which they are called; 0 if no order has
            been decided.
        ersattare_for: the own reference of the seat of the ledamot that a personal ersättare is
            for.
        office: whether the holder is ``"chair"``, ``"vice_chair"`` or neither (``"none"``).
        start: its first day; null: from the beginning.
        end: its last day (inclusive); null: it goes on.
        ended_by: why it ended. ``"term"``: end of term. ``"resigned"``: the holder asked for it (KL
            4:6). ``"not_eligible"``: the holder could no longer be elected (KL 4:7).
            ``"new_election"``: after an election was set aside or recounted, or extra elections (KL
            4:8). ``"discharge_refused"`` and ``"crime"``: recalled for that (KL 4:9).
            ``"majority_changed"``: recalled as fullmäktige has another majority. ``"recalled"``:
            for another reason or none. ``"mandate_expired"``: as the holder's place in fullmäktige
            had ended. ``"employment_ended"``: recalled as the holder's employment had ended.
            ``"stepped_in"``: the ersättare became ledamot. ``"new_office"``: the holder went on in
            a seat with another office, or none. ``"member_left"``: member left. ``"dissolved"``:
            förbund dissolved.
        stepped_in_for: the member whose ledamot the holder, until then an ersättare, replaced
            (15 §); null if the holder was appointed to this seat.
        ref: a reference of your own, repeated by findings.
        note: free text, not checked; no names.
    """

    member: MemberKey
    role: Role
    also_represents: Annotated[Many[MemberKey], Stated("nobody else")] = ()
    eligibility: (
        Literal["fullmaktige", "forsakringskassan", "arbetsformedlingen", "other"] | None
    ) = None
    appointed_by: AppointingBody | None = None
    appointed: Day | None = None
    by_newly_elected: Flag | None = None
    call_order: Count | None = None
    ersattare_for: Word | None = None
    office: Literal["chair", "vice_chair", "none"] | None = None
    start: Annotated[Day | None, Stated("from the beginning")] = None
    end: Annotated[Day | None, Stated("it goes on")] = None
    ended_by: (
        Literal[
            "term",
            "resigned",
            "not_eligible",
            "new_election",
            "discharge_refused",
            "crime",
            "majority_changed",
            "recalled",
            "mandate_expired",
            "employment_ended",
            "stepped_in",
            "new_office",
            "member_left",
            "dissolved",
            "died",
            "other",
        ]
        | None
    ) = None
    stepped_in_for: Annotated[MemberKey | None, Stated("appointed to it")] = None
    ref: Ref = None
    note: Note = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        refuse_reversed(self.start, self.end, "end")
        return self


class Delegation(Model):
    """A decision to delegate a power of the board (10 § 3 st.).

    Attributes:
        matters: the group of matters, in words.
        to: who may decide: a ledamot, an ersättare, a tjänsteman of the förbund (also one lent to
            it by a member), or somebody else.
        reserved: what is delegated although the board must decide it itself: the goals, direction,
            scope or quality of the activity (``"goals"``), opinions on an appealed decision
            (``"opinion_on_appeal"``), matters that special rules keep with the board
            (``"special_rules"``); ``()`` if there is nothing.
        decided: the day of the board's decision.
        reported: whether decisions under it are reported to the board.
        ref: a reference of your own, repeated by findings.
        note: free text, not checked.
    """

    matters: Word | None = None
    to: Literal["ledamot", "ersattare", "tjansteman", "other"] | None = None
    reserved: SortedSet[Reserved] | None = None
    decided: Day | None = None
    reported: Flag | None = None
    ref: Ref = None
    note: Note = None


class RemoteDecision(Model):
    """The board's decision to let ledamöter and ersättare take part remotely (19 a §).

    Attributes:
        decided: the day of the decision.
        states_extent: whether it says to what extent remote attendance is allowed.
        documented: whether it is documented.
        sound_only: whether it allows sound without picture.
        ref: a reference of your own, repeated by findings.
        note: free text, not checked.
    """

    decided: Day | None = None
    states_extent: Flag | None = None
    documented: Flag | None = None
    sound_only: Flag | None = None
    ref: Ref = None
    note: Note = None


class Adjustment(Model):
    """An immediate adjustment of part of the minutes, before the rest (19 §).

    Attributes:
        day: the day on which that part was adjusted.
        announced: the members on whose notice boards this was announced, and when.
        announced_by_forbundet: the day on which it was announced on the förbund's own notice board.
    """

    day: Day | None = None
    announced: Many[MemberDay] | None = None
    announced_by_forbundet: Day | None = None


class Meeting(Model):
    """A meeting of the board (19 §).

    Attributes:
        day: the day of the meeting.
        present: how many ledamöter and serving ersättare took part, in the room or remotely.
        adopts_budget: whether the budget was adopted there.
        public: whether it was public.
        announced_as_ordered: whether it was announced as the förbundsordning says.
        remote: how those who were elsewhere took part: with ``"sound_and_picture"``, or with
            ``"sound"`` if any of them had no picture; ``"none"`` if nobody was.
        equal_terms: whether all who took part could do so on equal terms.
        adjusted: the day on which its minutes were adjusted (justerades): all of them, or the rest
            if some were adjusted at once.
        announced: the members on whose notice boards that was announced, and when.
        announced_by_forbundet: the day on which that was announced on the förbund's own notice
            board.
        adjustments: the parts that were adjusted at once; ``()`` if there were none.
        ref: a reference of your own, repeated by findings.
        note: free text, not checked.
    """

    day: Day
    present: Count | None = None
    adopts_budget: Flag | None = None
    public: Flag | None = None
    announced_as_ordered: Flag | None = None
    remote: Literal["none", "sound_and_picture", "sound"] | None = None
    equal_terms: Flag | None = None
    adjusted: Day | None = None
    announced: Many[MemberDay] | None = None
    announced_by_forbundet: Day | None = None
    adjustments: Many[Adjustment] | None = None
    ref: Ref = None
    note: Note = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        refuse_reversed(self.day, self.adjusted, "adjusted")
        for number, each in enumerate(self.adjustments or ()):
            refuse_reversed(self.day, each.day, "adjustments", number, "day")
        return self


class Board(Model):
    """The board (styrelsen), which directs the förbund.

    Attributes:
        term_start: the first day of its present term.
        term_end: the last day of that term (inclusive).
        seats: its seats, of this term and earlier ones.
        director_appointed_by: who appointed the förbundschef, who has no seat, or ``"nobody"`` if
            there is none.
        delegations: the powers to decide that it has delegated.
        goals_decided: the days on which it decided on goals and guidelines (7 § 1 st. 1 p.).
        remote_decisions: its decisions on remote attendance.
        meetings: its meetings.
    """

    term_start: Day | None = None
    term_end: Day | None = None
    seats: Many[Seat] | None = None
    director_appointed_by: Literal["styrelsen", "other", "nobody"] | None = None
    delegations: Many[Delegation] | None = None
    goals_decided: Many[Day] | None = None
    remote_decisions: Many[RemoteDecision] | None = None
    meetings: Many[Meeting] | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        refuse_reversed(self.term_start, self.term_end, "term_end")
        return self
