"""Mistakes on the command line, in plain words instead of argparse's."""

import re
from argparse import Action
from ast import literal_eval
from collections.abc import Iterable, Mapping
from typing import Final

from finsam.law.text import Lang, Text, listing, no_such, quoted, resembling

_REQUIRED: Final = re.compile(r"the following arguments are required: (.*)")
_ONE_OF: Final = re.compile(r"one of the arguments (.*) is required")
_ABOUT: Final = re.compile(r"argument (\S+): (.*)", re.DOTALL)
_REPR: Final = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_CHOICE: Final = re.compile(rf"invalid choice: {_REPR}")
_NOT_WITH: Final = re.compile(r"not allowed with argument (\S+)")
_NO_VALUE: Final = re.compile(r"expected .*argument")
_WITH_VALUE: Final = re.compile(rf"ignored explicit argument {_REPR}")

_GIVE: Final = Text("ange också {what}", "add {what}")
_GIVE_ONE: Final = Text("ange {what}", "give {what}")
_WITH: Final = Text("{name} med {about}", "{name} with {about}")
_CHOOSE: Final = Text("välj bland {choices}", "choose from {choices}")
_LACKS: Final = Text("{name} saknar värde: {remedy}", "{name} has no value: {remedy}")
_WRITE: Final = Text("skriv {name} {value} ({about})", "write {name} {value} ({about})")
_BOTH: Final = Text(
    "{name} kan inte anges tillsammans med {other}: ta bort en av dem",
    "{name} cannot be given together with {other}: leave out one of them",
)
_TAKES_NONE: Final = Text(
    "{name} tar inget värde: ta bort {value}", "{name} takes no value: leave out {value}"
)
_NO_COMMAND: Final = Text("inget kommando heter", "no command is called")
_NO_OPTION: Final = Text("ingen flagga heter", "no option is called")
_REMOVE: Final = Text("ta bort den", "leave it out")
_TOO_MUCH: Final = Text(
    "{said} hör inte hit: ta bort det; ett namn med mellanslag skrivs inom citattecken, som "
    '"Region Skåne", och flera filer eller medlemmar direkt efter varandra',
    "{said} does not belong here: leave it out; a name with spaces is written in quotation marks, "
    'like "Region Skåne", and several files or members one right after the other',
)


def explained(message: str, actions: Iterable[Action], lang: Lang) -> str:
    """An error message of argparse, of Python 3.11 and later, in plain words."""
    by_name = {name: action for action in actions for name in _names(action)}
    if found := _REQUIRED.fullmatch(message):
        missing = [_asked(by_name[name], lang) for name in found[1].split(", ")]
        return _GIVE.get(lang).format(what=listing(missing, lang))
    if found := _ONE_OF.fullmatch(message):
        choices = [_asked(by_name[name], lang) for name in found[1].split()]
        return _GIVE_ONE.get(lang).format(what=_or(choices, lang))
    if (found := _ABOUT.fullmatch(message)) and found[1] in by_name:
        return _of_one(by_name[found[1]], found[2], by_name, lang)
    return message


def unknown_option(said: str, known: Iterable[str], lang: Lang) -> str:
    """The message for an option that a command does not have."""
    return no_such(_NO_OPTION, said, resembling(said, known), _REMOVE).explain(lang)


def too_much(said: str, lang: Lang) -> str:
    """The message for an argument more than a command takes."""
    return _TOO_MUCH.get(lang).format(said=quoted(said, lang))


def _names(action: Action) -> tuple[str, ...]:
    """What argparse calls an argument in its messages."""
    options = "/".join(action.option_strings)
    return (options or str(action.metavar or action.dest), *action.option_strings)


def _of_one(action: Action, message: str, by_name: Mapping[str, Action], lang: Lang) -> str:
    name = _names(action)[-1]
    if found := _CHOICE.match(message):
        cannot_be = Text(f"{name} kan inte vara", f"{name} cannot be")
        what = _NO_COMMAND if action.dest == "command" else cannot_be
        said, choices = literal_eval(found[1]), _choices(action)
        otherwise = _CHOOSE.filled(choices=", ".join(choices))
        return no_such(what, said, resembling(said, choices), otherwise).explain(lang)
    if found := _NOT_WITH.fullmatch(message):
        return _BOTH.get(lang).format(name=name, other=_names(by_name[found[1]])[-1])
    if found := _WITH_VALUE.fullmatch(message):
        return _TAKES_NONE.get(lang).format(name=name, value=quoted(literal_eval(found[1]), lang))
    if _NO_VALUE.fullmatch(message):
        return _LACKS.get(lang).format(name=name, remedy=_value(action, name, lang))
    return f"{name}: {message}"


def _value(action: Action, name: str, lang: Lang) -> str:
    """What to write after an option."""
    if choices := _choices(action):
        return _CHOOSE.get(lang).format(choices=", ".join(choices))
    return _WRITE.get(lang).format(name=name, value=action.metavar, about=_about(action))


def _asked(action: Action, lang: Lang) -> str:
    """An argument, and what to write there."""
    name, about = _names(action)[-1], _about(action)
    if action.option_strings:
        return _WITH.get(lang).format(name=name, about=about)
    return f"{name} ({about or _or(_choices(action), lang)})"


def _choices(action: Action) -> list[str]:
    return list(map(str, action.choices or ()))


def _about(action: Action) -> str:
    """The help of an argument, in which argparse has a percent sign twice."""
    return (action.help or "").replace("%%", "%")


def _or(items: list[str], lang: Lang) -> str:
    last = Text(" eller ", " or ").get(lang)
    return last.join(filter(None, (", ".join(items[:-1]), items[-1])))
