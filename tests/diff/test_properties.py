"""A difference from one state to another is the mirror image of that from the other to the one."""

import shutil
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from readouts.build import Checked, check
from readouts.diff import Difference, compare
from tests.conftest import TREE, changed
from tests.diff.conftest import CALL, TALKS, TEMPLATES, Files, edited
from tests.diff.test_golden import NEW_CALL

# Changes that can be made in any combination: each is of files of its own.
CHANGES: list[Files] = [
    {"people/odo.yml": "name: Odo\n"},
    {"people/faulty.yml": "name: [\n"},
    changed(CALL, "person: hedda-brandt", "person: hedda-brand"),
    {"meetings/2019-06-01-fish-call.yml": NEW_CALL.replace("[herring]", "[fish]").replace("06-01", "05-12")},
    edited(
        TALKS,
        ("open door , and", "open door, and"),
        ("          - on: door ,\n", "          - on: door\n"),
        ("        mode: indirect\n", "        mode: partial\n"),
        ("    speaker: mirror\n", "    speaker: courier\n"),
        ("  - id: fish\n", "  - id: cod\n"),
    ),
    edited("commitments/dredge-the-harbour.yml", ("status: reaffirmed", "status: broken")),
    {"phrases/no-quays.yml": None, **edited("phrases/open-door.yml", ("contrasts_with: [no-quays]\n", ""))},
    changed("topics/fish.yml", "name:", "withdrawn: A slip.\nname:"),
    changed("topics/harbour.yml", "formerly: [port]\n", ""),
]
STATES = st.sets(st.integers(0, len(CHANGES) - 1))
SWAPPED = {"added": "removed", "removed": "added", "withdrawn": "restored", "restored": "withdrawn"}


def state(chosen: set[int]) -> Checked:
    with tempfile.TemporaryDirectory() as place:
        content = Path(place) / "content"
        shutil.copytree(TREE, content)
        for number in chosen:
            for name, text in CHANGES[number].items():
                (content / name).unlink(missing_ok=True)
                if isinstance(text, str):
                    (content / name).write_text(text, encoding="utf-8")
        return check(content)


def image(difference: Difference, *, mirrored: bool) -> dict[str, object]:
    """Return what a difference consists of, in no order; mirrored, what one the other way should consist of."""

    def kind(name: str) -> str:
        return SWAPPED.get(name, name) if mirrored else name

    def both(before: object, now: object) -> tuple[str, str]:
        return (repr(now), repr(before)) if mirrored else (repr(before), repr(now))

    pages = difference.pages
    texts = [
        (kind(r.kind), r.source, r.lang, sorted((f.field, *both(f.before, f.now)) for f in r.fields))
        for change in difference.quotations
        for r in change.renderings
    ]
    return {
        "records": Counter((kind(c.kind), c.key, len(c.fields)) for c in difference.records),
        "quotations": Counter((kind(c.kind), c.key) for c in difference.quotations),
        "renderings": sorted(texts),
        "phrases": Counter((c.id, *both(set(c.gained), set(c.lost))) for c in difference.phrases),
        "commitments": Counter((c.id, *both(c.before, c.now)) for c in difference.commitments),
        "comparisons": both(difference.comparisons.removed, difference.comparisons.added),
        "pairs": both(difference.pairs.removed, difference.pairs.added),
        "pages": pages and (both(pages.removed, pages.added), pages.changed),
        "redirects": pages and both(pages.redirects_removed, pages.redirects_added),
        "problems": both(
            *(sorted(p.message for p in side) for side in (difference.problems.fixed, difference.problems.new))
        ),
    }


@settings(max_examples=25)
@given(one=STATES, other=STATES)
def test_the_way_back_is_the_mirror_image(one: set[int], other: set[int]) -> None:
    before, now = state(one), state(other)
    there, back = compare(before, now, TEMPLATES), compare(now, before, TEMPLATES)
    assert image(there, mirrored=True) == image(back, mirrored=False)


@settings(max_examples=10)
@given(chosen=STATES)
def test_any_content_compared_with_itself_differs_in_nothing(chosen: set[int]) -> None:
    difference = compare(state(chosen), state(chosen), TEMPLATES)
    nothing = compare(state(set()), state(set()), TEMPLATES)
    assert image(difference, mirrored=False) | {"pages": None, "redirects": None} == image(nothing, mirrored=False) | {
        "pages": None,
        "redirects": None,
    }
    assert difference.lost == ()
