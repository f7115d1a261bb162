"""What is asked of each file by itself, in words."""

from readouts.problem import Rule, read_rule

_TEXTS = {
    "syntax": """
        A file is YAML.

        Wrong:
            title: Talks: the second day
        Right:
            title: "Talks: the second day"
        """,
    "not-utf-8": """
        A file is text in the encoding UTF-8.

        Wrong:
            a file saved as Latin-1
        Right:
            the same file saved as UTF-8
        """,
    "hidden-character": """
        No control, directional or invisible character stands in a file, written out or escaped. Joiners, and choices
        between the forms of a character, are allowed where a script or an emoji has use for them.

        Wrong:
            name: "Ines\\u200bMarlow"
        Right:
            name: Ines Marlow
        """,
    "too-many-marks": """
        A letter has at most 30 accents and other marks on it.

        Wrong:
            a name with a hundred accents on its first letter
        Right:
            name: Inès Marlow
        """,
    "alias": """
        No value is an alias: records repeat nothing by reference.

        Wrong:
            to: *both
        Right:
            to: [tavolia, brellin]
        """,
    "anchor": """
        No value has an anchor: records repeat nothing by reference.

        Wrong:
            by: &both [tavolia, brellin]
        Right:
            by: [tavolia, brellin]
        """,
    "tag": """
        No value has a tag: a value is text until its field says otherwise.

        Wrong:
            due: !!int 2005
        Right:
            due: 2005
        """,
    "merge-key": """
        No mapping merges another: records repeat nothing by reference.

        Wrong:
            <<: *common
        Right:
            the fields, written out
        """,
    "duplicate-key": """
        A field is given once.

        Wrong:
            kind: meeting
            kind: summit
        Right:
            kind: summit
        """,
    "bad-key": """
        A key is a single word.

        Wrong:
            [kind]: meeting
        Right:
            kind: meeting
        """,
    "second-document": """
        One file holds one record.

        Wrong:
            name: Gauges
            ---
            name: Rails
        Right:
            two files, each with its record
        """,
    "too-deep": """
        Values are nested at most 32 deep; no field needs more than ten.

        Wrong:
            topics: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[rails]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
        Right:
            topics: [rails]
        """,
    "too-long": """
        A file has at most 1 MiB and 50,000 values, each of at most 100,000 characters; a name or a title at most
        200, another line 300, an address 500, a takeaway 1,000, the text of a rendering 5,000. A record has at most 20
        former ids and 100 notes, a phrase 50 forms in a language.

        Wrong:
            a year of talks in one meeting
        Right:
            a meeting for each day, all `part_of` one
        """,
    "unreadable-file": """
        A file can be opened.

        Wrong:
            a file without permission to read it
        Right:
            chmod a+r the file
        """,
    "stray-file": """
        Content holds one folder for each type of record, and in it one `.yml` file for each record.

        Wrong:
            content/meeting/talks.yaml
        Right:
            content/meetings/talks.yml
        """,
    "missing-field": """
        A required field is there.

        Wrong:
            - person: ines-marlow
        Right:
            - person: ines-marlow
              for: tavolia
        """,
    "unknown-field": """
        A field is one that the content model has.

        Wrong:
            sumary: A call that led to talks.
        Right:
            summary: A call that led to talks.
        """,
    "wrong-shape": """
        A value has the shape of its field: a single value, a list or a mapping.

        Wrong:
            topics: rails
        Right:
            topics: [rails]
        """,
    "empty-value": """
        A field that is given has a value, and a list that needs items has one.

        Wrong:
            venue:
        Right:
            venue: Clock Room
        """,
    "several-lines": """
        A title, a name or another short text is one line.

        Wrong:
            title: |
              Talks on
              the night line
        Right:
            title: Talks on the night line
        """,
    "not-a-choice": """
        A field with a fixed set of values has one of them.

        Wrong:
            kind: slogun
        Right:
            kind: slogan
        """,
    "bad-id": """
        An id is lower-case letters a to z, digits and single hyphens, at most 100 characters; `con`, `nul` and
        other names of devices are reserved.

        Wrong:
            id: Two_Way
        Right:
            id: two-way
        """,
    "bad-date": """
        A date is a day, a month, a year or an interval of two, with `~` (about) or `?` (uncertain) after it. The year
        comes first: 05/06/2003 is a day in May to some and in June to others.

        Wrong:
            date: 31/09/2003
        Right:
            date: 2003-09-30
        """,
    "bad-language": """
        A language is a BCP-47 tag with registered parts.

        Wrong:
            lang: zh_Hans
        Right:
            lang: zh-Hans
        """,
    "bad-country": """
        A state's code is that of ISO 3166-1, two capital letters.

        Wrong:
            iso: USA
        Right:
            iso: US
        """,
    "bad-url": """
        An address begins with http:// or https:// and holds no spaces, no user name and no words to be looked for at it
        (`:~:`).

        Wrong:
            url: www.star.example/2003
        Right:
            url: https://www.star.example/2003
        """,
    "bad-colour": """
        A colour is # and six hexadecimal digits.

        Wrong:
            colour: red
        Right:
            colour: "#b3261e"
        """,
    "bad-boolean": """
        What is either so or not is `true` or `false`.

        Wrong:
            original: yes
        Right:
            original: true
        """,
    "bad-number": """
        A paragraph is a whole number from 1, a latitude lies within 90 degrees, a longitude within 180.

        Wrong:
            at: {lat: 148.5, lon: -3.25}
        Right:
            at: {lat: 48.5, lon: -3.25}
        """,
    "two-proofs": """
        An entry in the log of a commitment is shown by a quote or by a source, not by both.

        Wrong:
            - date: 2003-09-12
              status: made
              quote: 2003-09-12-night-line/sleepers
              source: star-2003-09-13
        Right:
            - date: 2003-09-12
              status: made
              quote: 2003-09-12-night-line/sleepers
        """,
    "note-kind": """
        A note is of exactly one kind: sic, translation, gloss, attribution or dispute.

        Wrong:
            - on: one gauge ,
        Right:
            - on: one gauge ,
              sic: The stray space is in the paper.
        """,
}

FILE_RULES: tuple[Rule, ...] = tuple(read_rule(code, "error", text) for code, text in _TEXTS.items())
