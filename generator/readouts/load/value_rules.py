"""What is asked of the fields of a record and of their values, each by itself, in words."""

VALUE_TEXTS = {
    "missing-field": """
        A required field is there.

        Wrong:
            - person: hedda-brandt
        Right:
            - person: hedda-brandt
              for: aldermark
        Do:
            Add the field. If you think that it is there, look at its indentation: a field belongs to the part under
            which it is indented.
        See:
            unknown-field, empty-value
        """,
    "unknown-field": """
        A field is one that the content model has.

        Wrong:
            sumary: A call that led to the visit.
        Right:
            summary: A call that led to the visit.
        Do:
            Correct the spelling, or move the field to the part to which it belongs. What no field is for goes into a
            note, or stays out.
        See:
            missing-field, bad-key
        """,
    "wrong-shape": """
        A value has the shape of its field: a single value, a list or a mapping.

        Wrong:
            topics: harbour
        Right:
            topics: [harbour]
        Do:
            Write a list in brackets, or each item on a line of its own after a dash and a space; a mapping as `key:
            value` lines. If a single value begins with a bracket or holds a colon and a space, put it in quotes.
        See:
            syntax, empty-value
        """,
    "empty-value": """
        A field that is given has a value, and a list that needs items has one.

        Wrong:
            venue:
        Right:
            venue: Rope Hall
        Do:
            Write the value, or delete the line: a field that is left out says that nothing is known.
        See:
            missing-field
        """,
    "several-lines": """
        A title, a name or another short text is one line.

        Wrong:
            title: |
              Call about
              the harbour
        Right:
            title: Call about the harbour
        Do:
            Write it on one line, without `|`. What does not fit belongs into a longer text, such as `summary`.
        See:
            too-long
        """,
    "not-a-choice": """
        A field with a fixed set of values has one of them.

        Wrong:
            kind: phone call
        Right:
            kind: call
        Do:
            Take the value that comes nearest. The list of fields has all of them.
        See:
            bad-boolean
        """,
    "bad-id": """
        An id is lower-case letters a to z, digits and single hyphens, at most 100 characters; `con`, `nul` and
        other names of devices are reserved.

        Wrong:
            id: Open_Door
        Right:
            id: open-door
        Do:
            Write accented letters without their accents, and a hyphen for each space. The id of a record is the name of
            its file: rename the file.
        See:
            unknown-reference, address-taken
        """,
    "bad-date": """
        A date is a day, a month, a year or an interval of two, with `~` (about) or `?` (uncertain) after it. The year
        comes first: 05/06/2003 is a day in May to some and in June to others.

        Wrong:
            date: 2/3/2019
        Right:
            date: 2019-03-02
        Do:
            Write the year first, then month and day in two digits each: `2019-03-02`, `2019-03`, `2019`. An interval
            has a slash: `2019-05-10/2019-05-12`.
        See:
            said-after-source
        """,
    "bad-language": """
        A language is a BCP-47 tag with registered parts.

        Wrong:
            lang: english
        Right:
            lang: en
        Do:
            Write the short tag: `en` for English, `de` for German, `zh-Hans` for Chinese in simplified characters,
            `pt-BR` for Portuguese as in Brazil.
        See:
            bad-country
        """,
    "bad-country": """
        A state's code is that of ISO 3166-1, two capital letters.

        Wrong:
            iso: ATF
        Right:
            iso: TF
        Do:
            Look up the code of two letters. A state without one has no `iso`.
        See:
            iso-of-no-state
        """,
    "bad-url": """
        An address begins with http:// or https:// and holds no spaces, no user name and no words to be looked for at it
        (`:~:`).

        Wrong:
            url: courier.example/2019/05/12/door
        Right:
            url: https://courier.example/2019/05/12/door
        Do:
            Open the page and copy the whole address from the browser. Delete what begins with `#:~:text`: the site
            makes links to the words itself.
        See:
            too-long
        """,
    "bad-colour": """
        A colour is # and six hexadecimal digits.

        Wrong:
            colour: red
        Right:
            colour: "#b3261e"
        Do:
            Write # and six digits from 0 to f, in quotes: without them # begins a comment.
        See:
            comment-after-text
        """,
    "bad-boolean": """
        What is either so or not is `true` or `false`.

        Wrong:
            original: yes
        Right:
            original: true
        Do:
            Write `true`, or leave the field out: that says `false`.
        See:
            not-a-choice
        """,
    "bad-number": """
        A paragraph is a whole number from 1, a latitude lies within 90 degrees, a longitude within 180.

        Wrong:
            at: {lat: 149.25, lon: 69.5}
        Right:
            at: {lat: -49.25, lon: 69.5}
        Do:
            Write the number in digits alone. South and west are negative; if the number is too large, latitude and
            longitude may be exchanged.
        See:
            wrong-shape
        """,
    "two-proofs": """
        An entry in the log of a commitment is shown by a quote or by a source, not by both.

        Wrong:
            - date: 2019-05-11
              status: made
              quote: 2019-05-11-harbour-talks/open-door
              source: courier-2019-05-12
        Right:
            - date: 2019-05-11
              status: made
              quote: 2019-05-11-harbour-talks/open-door
        Do:
            Keep the quote, which has its source with it. Name the source only where no quotation shows the step.
        See:
            log-order
        """,
    "note-kind": """
        A note is of exactly one kind: sic, translation, gloss, attribution or dispute.

        Wrong:
            - on: door ,
        Right:
            - on: door ,
              sic: The stray space is in the paper.
        Do:
            Say what sort of remark it is: `sic` for a slip that stands in the source, `translation`, `gloss` for what a
            reader needs to know, `attribution` on who is said to have said it, `dispute` for what speaks against it.
            Two remarks are two notes.
        See:
            note-astray
        """,
}
