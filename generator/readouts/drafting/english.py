"""Who speaks, in English."""

from readouts.drafting.grammar import Grammar, words

_PARTICIPLES = """
    saying adding noting stressing emphasizing emphasising warning calling describing urging arguing insisting
    telling
"""
_RELAYING = """
    was_quoted_as_saying were_quoted_as_saying is_quoted_as_saying has_been_quoted_as_saying
    was_cited_as_saying
"""

ENGLISH = Grammar(
    verbs=words(
        f"""
        said says say told tells added adds noted stated emphasized emphasised emphasizes stressed stresses
        urged asserted asserts warned warns argued argues insisted insists explained explains announced
        declared remarked observed pointed_out points_out reiterated reiterates reaffirmed affirmed confirmed
        claimed wrote writes asked replied answered responded called described expressed_hope
        expressed_concern expressed_support voiced_hope voiced_concern vowed pledged promised underlined
        underscored highlighted commented acknowledged admitted denied complained suggested proposed recalled
        tweeted posted read reads goes puts_it put_it has_it quoted cited branded labelled labeled dubbed
        termed characterized characterised {_RELAYING} {_PARTICIPLES}
        """
    ),
    participles=words(_PARTICIPLES),
    relaying=words(_RELAYING),
    quoting=words("quoted cited"),
    reading=words("read reads"),
    telling=words("told tells asked urged warned telling"),
    objects=words(
        """
        told tells telling called calling described describing branded labelled labeled dubbed termed characterized
        characterised quoted cited
        """
    ),
    leads=words("according_to we_read_in in_the_words_of"),
    passive=words("was were is are been be being got"),
    agent=words("by"),
    as_saying=words("as"),
    between=words(
        """
        also further furthermore then later again repeatedly publicly has had have once previously earlier
        finally recently on late early today yesterday himself herself itself
        """
    ),
    times=words(
        """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july
        august september october november december
        """
    ),
    before=words(
        """
        while when where whereas as and but then later earlier meanwhile however today yesterday because since
        although though after before so yet perhaps separately additionally moreover also instead unlike
        """
    ),
    adjoins=words("as before after since unlike where"),
    after=words("in on at during to after before when while as late early earlier today yesterday through via"),
    loose=words("perhaps also however then"),
    joins=words("and or"),
    turns=words("but while whereas although though because unless ;"),
    likens=words("as"),
    articles=words("the a an its their his her"),
    titles=words(
        """
        president vice premier prime minister foreign chancellor secretary general state treasury defense
        defence chairman chairwoman chair king queen prince mr mr. mrs mrs. ms ms. dr dr. sen sen. senator rep
        rep. gen gen. gov gov. governor ambassador envoy director leader first counterpart then former
        spokesman spokeswoman spokesperson deputy acting special representative speaker then-president
        then-premier ex-president
        """
    ),
    honorifics=words("mr mr. mrs mrs. ms ms. dr dr. former then"),
    pronouns=words("he she"),
    neuter=words("it"),
    others=words("they we i you who which that this these those"),
    nameless=words(
        """
        official officials adviser advisor aide aides analyst expert diplomat journalist reporter man woman
        wife husband son daughter friend colleague critic lawyer professor scholar source crowd critics
        opponents supporters protesters voters
        """
    ),
    documents=words(
        """
        statement press_release release readout read-out communique communiqué document text transcript
        news_release joint_statement press_statement letter note memorandum declaration
        """
    ),
    kinds={
        "ministry": ("ministry",),
        "department": ("ministry", "agency"),
        "chancellery": ("ministry",),
        "agency": ("agency",),
        "party": ("party",),
        "company": ("company",),
        "newspaper": ("press",),
        "paper": ("press",),
    },
    doubted=words(
        """
        claim claims accusation accusations allegation allegations charge charges criticism so-called rumour
        rumours rumor rumors suggestion suggestions notion notions idea label question questions slogan slogans cries
        shouts chants sign banner song
        """
    ),
    passing=words("quoting citing echoing paraphrasing reciting repeating mocking mimicking"),
)
