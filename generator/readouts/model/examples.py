"""An example of every field, from an invented world."""

from collections.abc import Mapping

from readouts.model.fields import Part
from readouts.model.quotes import Credited, Locator, Note, Quote, Rendering
from readouts.model.records import (
    Commitment,
    LogEntry,
    Meeting,
    NoReadout,
    Organization,
    Participant,
    Person,
    Phrase,
    Place,
    Record,
    Role,
    Source,
    Topic,
)
from readouts.model.shape import Either, Fields, Many, Shape, Table, Value, shapes

_OF_LINK = {
    "commitment": "dredge-the-harbour",
    "meeting": "2019-03-02-harbour-call",
    "organization": "aldermark",
    "person": "hedda-brandt",
    "phrase": "no-quays",
    "place": "linden",
    "quote": "2019-05-11-harbour-talks/open-door",
    "source": "chancellery-2019-05-11",
    "topic": "harbour",
}
# Of the kinds whose notation has no examples, or where YAML wants them in quotes.
_OF_KIND = {
    "colour": '"#b3261e"',
    "country code": "TF",
    "true or false": "true",
    "web address": "https://courier.example/2019/05/12/door",
    "whole number from 1": "2",
}
# What no kind tells: the words, and what holds several fields.
_OWN: Mapping[type, Mapping[str, str]] = {
    Record: {
        "formerly": "[an-older-id]",
        "withdrawn": "The meeting was announced and did not take place.",
        "notes": "[{gloss: A warehouse since 1740.}]",
        "names": "{de: [Hafen]}",
        "also": "[Port]",
        "ids": "{wikidata: Q999999999}",
    },
    Meeting: {
        "title": "Talks on the harbour",
        "date": "2019-05-11",
        "venue": "Rope Hall",
        "participants": "[{person: hedda-brandt, for: aldermark}]",
        "part_of": "2019-05-10-reyle-linden",
        "readouts": "{aldermark: chancellery-2019-05-11, birchland: {none: Nothing was published.}}",
        "summary": "The two sides spoke of dredging the harbour.",
        "takeaways": "[Both sides say that they want the harbour dredged.]",
        "background": "The harbour has two pilots' guilds.",
        "called": "{aldermark: [the Rope Hall talks]}",
    },
    Participant: {"as": "former Chancellor"},
    NoReadout: {"none": "Nothing was published."},
    Quote: {
        "id": "open-door",
        "formerly": "[door]",
        "to": "[tomas-reyle]",
        "channel": "statement",
        "inside": "open-door",
        "notes": "[{attribution: The paper does not name the Chancellor.}]",
    },
    Rendering: {
        "source": "courier-2019-05-12",
        "text": "The harbour is an open door, and open doors want oil.",
        "via": "our-translation",
        "credited": "{to: chancellery, as: the Chancellery said}",
        "at": "{paragraph: 4}",
        "notes": "[{on: open door, gloss: A slogan of the guild.}]",
    },
    Note: {
        "on": "door ,",
        "sic": "The stray space is in the paper.",
        "translation": "The German has “we will oil”.",
        "gloss": "A warehouse since 1740.",
        "attribution": "The paper does not name the Chancellor.",
        "dispute": "Only one visit is on record.",
    },
    Credited: {"to": "chancellery", "as": "the Chancellery said"},
    Locator: {"prefix": "He said that", "suffix": "and left."},
    Person: {
        "name": "Hedda Brandt",
        "names": "{zh-Hans: [赫达·勃兰特]}",
        "also": "[Frau Brandt]",
        "sort": "Brandt, Hedda",
        "roles": "[{organization: aldermark, title: Chancellor, from: 2015-10-01}]",
        "bio": "Chancellor of [[organizations/aldermark]] for six years.",
    },
    Role: {"title": "Chancellor", "from": "2015-10-01", "to": "2021-11"},
    Organization: {
        "name": "Chancellery of Aldermark",
        "short": "Chancellery",
        "part_of": "aldermark",
        "also": "[Rope House]",
    },
    Place: {"name": "Linden", "in": "aldermark", "at": "{lat: -49.25, lon: 69.5}"},
    Source: {
        "title": "An open door, oiled",
        "kind": "news",
        "publisher": "courier",
        "issued_by": "chancellery",
        "archive": "https://archive.example/courier/door",
        "relays": "[chancellery-2019-05-11]",
        "licence": "CC BY 4.0",
        "accessed": "2019-06",
    },
    Phrase: {"name": "Open door", "forms": "{en: [open door*], de: [offene* Tür*]}", "gloss": "A harbour for all."},
    Commitment: {
        "title": "Dredge the harbour",
        "made_at": "2019-05-11-harbour-talks",
        "to": "[birchland]",
        "due": "2019-11",
        "gloss": "Down to nine fathoms.",
        "log": "[{date: 2019-05-11, status: made, source: chancellery-2019-05-11}]",
    },
    LogEntry: {"note": "The paper names no date."},
    Topic: {"name": "Fish", "gloss": "Quays, pilots and dredging."},
}


def _of_shape(shape: Shape) -> str:
    """Return a value that a field of some shape may have, or nothing where it would need words."""
    match shape:
        case Value(choices=choices) if choices:
            return choices[0]
        case Value(link=link) if link:
            return _OF_LINK[link.to[0]]
        case Value(title=title, notation=notation):
            return _OF_KIND.get(title) or next(iter(notation.get("examples", ())), "")
        case Many(item=item):
            return f"[{found}]" if (found := _of_shape(item)) else ""
        case Either(value=value):
            return _of_shape(value)
        case Table() | Fields():
            return ""


def example_of(model: type[Part], key: str) -> str:
    """Return a value of a field as YAML, or nothing where there is no example of it."""
    own = (_OWN[owner][key] for owner in model.__mro__ if key in _OWN.get(owner, {}))
    return next(own, "") or _of_shape(shapes(model)[key])
