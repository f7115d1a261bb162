"""`readouts new` on a pseudo-terminal: what is asked, what is said to an answer, and what is written."""

from pathlib import Path

import pytest

from readouts.load.reader import read
from tests.cli.someone import CLEAR, END, INTERRUPT, RIGHT, Someone
from tests.cli.test_new import files
from tests.conftest import Lay, run

TALKS = "2019-05-11-harbour-talks"


@pytest.fixture
def content(lay: Lay) -> Path:
    return lay()


def data_of(path: Path) -> object:
    return read(path.read_text(encoding="utf-8")).data


def checks(content: Path) -> None:
    done = run("check", "--content", content)
    assert done.returncode == 0, done.stdout


def test_a_topic_is_asked_for_field_by_field(content: Path) -> None:
    someone = Someone(content, "topic")
    someone.sees("# The name.")
    someone.answers("name", "Pilots & tides")
    someone.sees("# The larger topic.")
    someone.answers("broader", "harbour")
    someone.answers("gloss", "Who brings ships in: “all of them”.")
    someone.is_asked("id: pilots-tides")  # the id that is proposed
    someone.enters()
    assert someone.ends() == 0
    assert f"{content / 'topics/pilots-tides.yml'}" in someone.seen
    assert data_of(content / "topics/pilots-tides.yml") == {
        "name": "Pilots & tides", "broader": "harbour", "gloss": "Who brings ships in: “all of them”.",
    }  # fmt: skip
    checks(content)


def test_what_is_left_out_stands_as_a_comment(content: Path) -> None:
    someone = Someone(content, "topic")
    someone.answers("name", "Pilots")
    someone.leaves_out("broader", "gloss", "id")
    assert someone.ends() == 0
    assert data_of(content / "topics/pilots.yml") == {"name": "Pilots"}
    assert "\n# broader: …" in (content / "topics/pilots.yml").read_text(encoding="utf-8")


def test_what_is_needed_cannot_be_left_out(content: Path) -> None:
    someone = Someone(content, "topic")
    someone.answers("name", "")
    someone.sees("this one is needed")
    someone.types(INTERRUPT)
    assert someone.ends() == 2


def test_the_id_can_be_changed_and_may_not_be_taken(content: Path) -> None:
    someone = Someone(content, "topic")
    someone.answers("name", "Fishery")
    someone.leaves_out("broader", "gloss")
    someone.answers("id", f"{CLEAR}fish")
    someone.sees("topics/fish.yml exists already")
    someone.tries("Fishery")
    someone.sees("did you mean 'fishery'?")
    someone.tries("port")
    someone.sees("'port' is a former id of another")
    someone.tries("fishery")
    assert someone.ends() == 0
    assert (content / "topics/fishery.yml").exists()


def test_what_is_typed_stands_in_the_place_of_a_proposal_unless_that_is_taken_first(content: Path) -> None:
    for name, proposed, typed in (("Pilots", "pilots", "quay-pilots"), ("Tides", "tides", f"{RIGHT}-of-the-quay")):
        someone = Someone(content, "topic", "--set", "broader=harbour")
        someone.answers("name", name)
        someone.leaves_out("gloss")
        someone.is_asked(f"id: {proposed}")
        someone.enters(typed)
        assert someone.ends() == 0
    assert {"quay-pilots.yml", "tides-of-the-quay.yml"} <= {path.name for path in (content / "topics").iterdir()}


def test_what_is_asked_for_fits_a_narrow_terminal(content: Path) -> None:
    someone = Someone(content, "meeting", "--set", "title=Talks", columns=40)
    someone.sees("press-conference")
    someone.sees("milestone")
    someone.answers("kind", "mileston")
    someone.sees("did you mean 'milestone'?")
    someone.types(INTERRUPT)
    assert someone.ends() == 2


def test_a_name_that_is_like_another_is_not_taken_for_it(content: Path) -> None:
    someone = begin_meeting(content)
    someone.answers("participants[0].person", "Thomas Reyle")
    someone.chooses("did you mean 'tomas-reyle'?")
    someone.chooses("create it?")
    someone.sees("participants[0].person:")
    someone.types(INTERRUPT)
    assert someone.ends() == 2


def test_values_are_held_against_their_fields_as_they_are_typed(content: Path) -> None:
    someone = Someone(content, "source")
    someone.answers("title", "Fish")
    someone.answers("kind", "new")
    someone.sees("'new' is not one of")
    someone.sees("did you mean 'news'?")
    someone.enters("s")
    someone.answers("publisher", "The Mirror")
    someone.sees("→ mirror")
    someone.answers("issued_by")
    someone.answers("date", "2019-13-01")
    someone.sees("there is no month 13")
    someone.tries("2019-6-1")
    someone.sees("did you mean '2019-06-01'?")
    someone.tries("2019-06-01")
    someone.answers("lang", "english")
    someone.sees("did you mean 'en'?")
    someone.tries("en")
    someone.answers("url", "mirror.example")
    someone.sees("'mirror.example' is no web address")
    someone.tries("https://mirror.example/")
    someone.leaves_out("archive", "relays[0]")
    someone.answers("id")
    assert someone.ends() == 0
    assert data_of(content / "sources/mirror-2019-06-01.yml") == {
        "title": "Fish", "kind": "news", "publisher": "mirror", "date": "2019-06-01", "lang": "en",
        "url": "https://mirror.example/",
    }  # fmt: skip


def test_a_code_of_a_state_is_asked_for_of_states_alone(content: Path) -> None:
    someone = Someone(content, "organization")
    someone.answers("name", "Republic of Quay")
    someone.answers("short")
    someone.answers("kind", "state")
    someone.answers("part_of")
    someone.answers("iso", "Norway")
    someone.sees("did you mean 'NO'?")
    someone.tries("NO")
    someone.answers("id")
    assert someone.ends() == 0
    other = Someone(content, "organization")
    other.answers("name", "Quay Press")
    other.answers("short")
    other.answers("kind", "press")
    other.leaves_out("part_of", "id")
    assert other.ends() == 0


def test_tab_completes_from_names_too(content: Path) -> None:
    someone = Someone(content, "topic")
    someone.answers("name", "Pilots")
    someone.is_asked("broader:")
    someone.types("Harb")
    someone.sees("harbour")  # offered below, with its name
    someone.enters("\t")
    someone.leaves_out("gloss", "id")
    assert someone.ends() == 0
    assert data_of(content / "topics/pilots.yml") == {"name": "Pilots", "broader": "harbour"}


def begin_meeting(content: Path, *given: str) -> Someone:
    someone = Someone(content, "meeting", *given)
    someone.answers("title", "Second talks")
    someone.answers("kind", "meeting")
    someone.answers("date", "2019-05-11")
    someone.leaves_out("place", "venue", "part_of", "follows")
    return someone


def test_a_meeting_with_its_parties_their_accounts_and_someone_who_is_created(content: Path) -> None:
    someone = begin_meeting(content)
    someone.answers("participants[0].person", "frau brandt")
    someone.sees("→ hedda-brandt")
    someone.is_asked("participants[0].for: aldermark")  # for whom she spoke before
    someone.enters()
    someone.leaves_out("participants[0].as")
    someone.answers("participants[1].person", "tomas-reyl")
    someone.chooses("no person 'tomas-reyl': did you mean 'tomas-reyle'?")
    someone.leaves_out("participants[1].for", "participants[1].as")
    someone.answers("participants[2].person", "Ødo Lintz")
    someone.chooses("no person 'Ødo Lintz' is on record: create it?", "yes")
    someone.is_asked("name: Ødo Lintz")
    someone.enters()
    someone.answers("id", f"{CLEAR}odo-lintz")
    someone.answers("participants[2].for", "Fishers")
    someone.chooses("no organization 'Fishers' is on record: create it?", "yes")
    someone.answers("name")
    someone.answers("kind", "company")
    someone.answers("id")
    someone.leaves_out("participants[2].as", "participants[3].person")
    someone.answers("topics[0]", "Harbour")
    someone.leaves_out("topics[1]")
    someone.answers("readouts.aldermark", "chancellery-2019-05-11")
    someone.answers("readouts.birchland", "none")
    someone.answers("readouts.birchland.none", "Nothing: at all.")
    someone.answers("readouts.fishers", "none")
    someone.answers("readouts.fishers.none", "They don't write.")
    someone.leaves_out("summary", "takeaways[0]")
    assert not (content / "people/odo-lintz.yml").exists()  # all is written at the end
    someone.answers("id")
    someone.chooses("Add a quotation to it?", "yes")
    someone.answers("speaker", "odo-lintz")
    someone.types(INTERRUPT)
    assert someone.ends() == 2
    assert "stopped: the record is written, and no more quotations" in someone.seen
    names = ("meetings/2019-05-11-second-talks.yml", "people/odo-lintz.yml", "organizations/fishers.yml")
    written = [str(content / name) for name in names]
    assert [line for line in someone.seen.splitlines() if line.startswith(str(content))] == written
    assert data_of(content / "meetings/2019-05-11-second-talks.yml") == {
        "title": "Second talks",
        "kind": "meeting",
        "date": "2019-05-11",
        "participants": [
            {"person": "hedda-brandt", "for": "aldermark"},
            {"person": "tomas-reyle", "for": "birchland"},
            {"person": "odo-lintz", "for": "fishers"},
        ],
        "topics": ["harbour"],
        "readouts": {
            "aldermark": "chancellery-2019-05-11",
            "birchland": {"none": "Nothing: at all."},
            "fishers": {"none": "They don't write."},
        },
    }
    assert data_of(content / "people/odo-lintz.yml") == {"name": "Ødo Lintz"}
    checks(content)


def test_interrupted_it_leaves_nothing(content: Path) -> None:
    before = files(content)
    someone = begin_meeting(content)
    someone.answers("participants[0].person", "Odo Lintz")
    someone.chooses("create it?", "yes")
    someone.leaves_out("name", "id")
    someone.answers("participants[0].for", "birchland")
    someone.sees("participants[0].as:")
    someone.types(INTERRUPT)
    assert someone.ends() == 2
    assert "nothing was written" in someone.seen
    assert files(content) == before


def test_what_is_given_is_not_asked_for(content: Path) -> None:
    someone = Someone(content, "topic", "fishery", "--set", "gloss=All of it.")
    someone.answers("name", "Fishery")
    someone.leaves_out("broader")
    assert someone.ends() == 0
    assert data_of(content / "topics/fishery.yml") == {"name": "Fishery", "gloss": "All of it."}
    assert "gloss:" not in someone.seen


def test_with_all_that_is_needed_nothing_is_asked(content: Path) -> None:
    someone = Someone(content, "topic", "--set", "name=Fishery")
    assert someone.ends() == 0
    assert "broader" not in someone.seen


def test_what_a_given_item_lacks_is_asked_for(content: Path) -> None:
    given = ["title=T", "kind=call", "date=2019-07", "participants[0].person=hedda-brandt", "topics=fish"]
    someone = Someone(content, "meeting", "talk", *(word for value in given for word in ("--set", value)))
    someone.leaves_out("place", "venue", "part_of", "follows")
    someone.answers("participants[0].for")
    someone.answers("readouts.aldermark", "none")
    someone.answers("readouts.aldermark.none", "It was a call.")
    someone.leaves_out("summary", "takeaways[0]")
    someone.chooses("Add a quotation to it?")
    assert someone.ends() == 0
    checks(content)


def begin_quote(content: Path) -> Someone:
    someone = Someone(content, "quote", TALKS)
    someone.answers("speaker", "tomas-reyle")
    someone.is_asked("for: birchland")
    someone.enters()
    someone.answers("topics[0]", "fish")
    someone.leaves_out("topics[1]")
    return someone


def test_a_quotation_keeps_the_characters_of_its_words(content: Path) -> None:
    someone = begin_quote(content)
    someone.answers("renderings[0].source", "courier-2019-05-12")
    someone.is_asked("renderings[0].relays: chancellery-2019-05-11")  # the only one that the paper passes on
    someone.enters()
    someone.is_asked("renderings[0].lang: en")
    someone.enters()
    someone.sees("without the quotation marks around them")
    someone.is_asked("renderings[0].text:")
    someone.pastes("“Fish”, he said , ‘know\n\nno: quays’ # at all")
    someone.types("\r\r")
    someone.answers("renderings[0].mode", "direct")
    someone.leaves_out("renderings[0].credited.to")
    someone.answers("renderings[0].at.paragraph", "0")
    someone.sees("'0' is no whole number from 1")
    someone.tries("7")
    someone.leaves_out("renderings[1].source")
    someone.is_asked("id: fish-he-said-know-no-quays")
    someone.enters()
    assert someone.ends() == 0
    quotes = data_of(content / "meetings" / f"{TALKS}.yml")["quotes"]  # type: ignore[index] # a mapping
    assert quotes[-1] == {
        "id": "fish-he-said-know-no-quays",
        "speaker": "tomas-reyle",
        "for": "birchland",
        "topics": ["fish"],
        "renderings": [
            {
                "source": "courier-2019-05-12",
                "relays": "chancellery-2019-05-11",
                "lang": "en",
                "text": "“Fish”, he said , ‘know\n\nno: quays’ # at all",
                "mode": "direct",
                "at": {"paragraph": "7"},
            }
        ],
    }
    checks(content)


def test_marks_typed_around_the_words_can_be_left_out(content: Path) -> None:
    someone = begin_quote(content)
    someone.answers("renderings[0].source", "birchland-house-2019-05-11")
    someone.leaves_out("renderings[0].lang")
    someone.is_asked("renderings[0].text:")
    someone.types(f"“No ‘quays’.”{END}")
    someone.chooses("leave them out?")
    someone.answers("renderings[0].mode", "direct")
    someone.leaves_out("renderings[0].credited.to", "renderings[0].at.paragraph", "renderings[1].source", "id")
    assert someone.ends() == 0
    assert "        text: No ‘quays’.\n" in (content / "meetings" / f"{TALKS}.yml").read_text(encoding="utf-8")


def test_a_text_ends_with_control_d_as_well(content: Path) -> None:
    someone = begin_quote(content)
    someone.answers("renderings[0].source", "birchland-house-2019-05-11")
    someone.leaves_out("renderings[0].lang")
    someone.is_asked("renderings[0].text:")
    someone.types(f"No quays.{END}")
    someone.answers("renderings[0].mode", "direct")
    someone.leaves_out("renderings[0].credited.to", "renderings[0].at.paragraph", "renderings[1].source", "id")
    assert someone.ends() == 0
    assert "        text: No quays.\n" in (content / "meetings" / f"{TALKS}.yml").read_text(encoding="utf-8")


def test_someone_absent_is_asked_how_the_words_came(content: Path) -> None:
    someone = Someone(content, "quote", "2019-05-10-reyle-linden")
    someone.answers("speaker", "hedda-brandt")
    someone.leaves_out("for", "topics[0]", "said")
    someone.answers("channel", "")
    someone.sees("this one is needed")
    someone.types(INTERRUPT)
    assert someone.ends() == 2


def test_what_check_objects_to_can_be_corrected(content: Path) -> None:
    someone = begin_quote(content)
    someone.answers("renderings[0].source", "birchland-house-2019-05-11")
    someone.leaves_out("renderings[0].lang")
    someone.is_asked("renderings[0].text:")
    someone.types(f"No quays.{END}")
    someone.answers("renderings[0].mode", "direct")
    someone.answers("renderings[0].credited.to", "mirror")
    someone.leaves_out("renderings[0].credited.as", "renderings[0].at.paragraph", "renderings[1].source", "id")
    someone.sees("error[credit-unexplained]")
    someone.chooses("Correct the values, write them as they are, or stop?", "correct")
    someone.answers("renderings[0].credited.to", f"{CLEAR}birchland")
    assert someone.ends() == 0
    checks(content)


def test_or_it_is_stopped_and_nothing_is_written(content: Path) -> None:
    before = files(content)
    someone = Someone(content, "person", "odo")
    someone.answers("name", "Hedda Brandt")
    someone.leaves_out("sort", "roles[0].organization", "bio")
    someone.sees("error[same-name]")
    someone.chooses("Correct the values, write them as they are, or stop?", "stop")
    assert someone.ends() == 2
    assert files(content) == before
