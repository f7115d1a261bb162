"""What is asked of a file before its fields are looked at, in words."""

FILE_TEXTS = {
    "syntax": """
        A file is YAML.

        Wrong:
            title: Talks: the second day
        Right:
            title: "Talks: the second day"
        Do:
            Look at the marked place and at the line above it. Most often a value needs quotes: it holds a colon and a
            space, or begins with a bracket, a brace, a quotation mark or another sign that means something to YAML.
            Otherwise a line is indented too far or not far enough, or a space is missing after a colon or a dash.
        See:
            wrong-shape, bad-key
        """,
    "not-utf-8": """
        A file is text in the encoding UTF-8.

        Wrong:
            a file saved as Latin-1
        Right:
            the same file saved as UTF-8
        Do:
            Save the file again as UTF-8; editors have it in the dialog “Save as” or at the foot of the window. Text
            from a word processor is best copied into an editor for plain text.
        See:
            hidden-character
        """,
    "hidden-character": """
        No control, directional or invisible character stands in a file, written out or escaped. Joiners, and choices
        between the forms of a character, are allowed where a script or an emoji has use for them.

        Wrong:
            name: "Hedda\\u200bBrandt"
        Right:
            name: Hedda Brandt
        Do:
            Delete the word at the marked place and type it again. Such characters come along when words are copied from
            a web page.
        See:
            not-utf-8, too-many-marks
        """,
    "too-many-marks": """
        A letter has at most 30 accents and other marks on it.

        Wrong:
            a name with a hundred accents on its first letter
        Right:
            name: Hèdda Brandt
        Do:
            Type the letter again, with the marks that belong to it.
        See:
            hidden-character
        """,
    "alias": """
        No value is an alias: records repeat nothing by reference.

        Wrong:
            to: *both
        Right:
            to: [aldermark, birchland]
        Do:
            Write the value out. If the asterisk belongs to the words, put them in quotes: "*both".
        See:
            anchor, merge-key
        """,
    "anchor": """
        No value has an anchor: records repeat nothing by reference.

        Wrong:
            by: &both [aldermark, birchland]
        Right:
            by: [aldermark, birchland]
        Do:
            Delete the & and the name after it. If they belong to the words, put the words in quotes.
        See:
            alias, merge-key
        """,
    "tag": """
        No value has a tag: a value is text until its field says otherwise.

        Wrong:
            due: !!int 2019
        Right:
            due: 2019
        Do:
            Delete the tag. If the exclamation mark belongs to the words, put them in quotes.
        See:
            syntax
        """,
    "merge-key": """
        No mapping merges another: records repeat nothing by reference.

        Wrong:
            kind: call
            <<: *common
        Right:
            kind: call
        Do:
            Write the fields out that you wanted to take over.
        See:
            alias, anchor
        """,
    "duplicate-key": """
        A field is given once.

        Wrong:
            kind: call
            kind: meeting
        Right:
            kind: call
        Do:
            Keep one of the two, or put both values into one list where the field takes several.
        See:
            wrong-shape
        """,
    "bad-key": """
        A key is a single word.

        Wrong:
            [kind]: call
        Right:
            kind: call
        Do:
            Write the name of the field alone before the colon, without brackets or quotes.
        See:
            unknown-field, syntax
        """,
    "second-document": """
        One file holds one record.

        Wrong:
            name: Fish
            ---
            name: Salt
        Right:
            name: Fish
        Do:
            Give the second record a file of its own and delete the line of three dashes.
        See:
            stray-file
        """,
    "too-deep": """
        Values are nested at most 32 deep; no field needs more than ten.

        Wrong:
            topics: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[harbour]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
        Right:
            topics: [harbour]
        Do:
            Delete the brackets, braces or indentation that are too many.
        See:
            wrong-shape
        """,
    "too-long": """
        A file has at most 1 MiB and 50,000 values, each of at most 100,000 characters; a name or a title at most
        200, another line 300, an address 500, a takeaway 1,000, the text of a rendering 5,000. A record has at most 20
        former ids and 100 notes, a phrase 50 forms in a language.

        Wrong:
            a year of talks in one meeting
        Right:
            a meeting for each day, all `part_of` one
        Do:
            Shorten what is yours to shorten. Divide a long quotation into several, each with an id of its own; never
            cut words out of the middle of one.
        See:
            several-lines
        """,
    "unreadable-file": """
        A file can be opened.

        Wrong:
            a file without permission to read it
        Right:
            chmod a+r the file
        Do:
            Look whether the file belongs to someone else or lies on a drive that is not there.
        See:
            stray-file
        """,
    "stray-file": """
        Content holds one folder for each type of record, and in it one `.yml` file for each record.

        Wrong:
            content/meeting/talks.yaml
        Right:
            content/meetings/talks.yml
        Do:
            Move the file to the folder of its type and let its name end in `.yml`. What is no record belongs outside
            the folder; a `README.md` may stay.
        See:
            bad-id
        """,
}
