"""Who speaks, in German."""

from readouts.drafting.grammar import Grammar, words

_RELAYING = "wurde_zitiert wurde_mit_den_Worten_zitiert"

GERMAN = Grammar(
    verbs=words(
        f"""
        sagte sagt erklärte erklärt betonte betont schrieb schreibt meinte meint warnte warnt forderte unterstrich
        bekräftigte antwortete fragte ergänzte versicherte lobte kritisierte nannte bezeichnete sprach_von teilte_mit
        {_RELAYING}
        """
    ),
    relaying=words(_RELAYING),
    leads=words("laut so nach_angaben_von nach_den_worten_von"),
    between=words("auch ferner dann später erneut zudem außerdem wiederholt am gestern heute dazu weiter"),
    times=words("montag dienstag mittwoch donnerstag freitag samstag sonntag"),
    before=words("während als wo und aber dann später zuvor doch denn dabei zudem gestern heute"),
    after=words(
        """
        in im am nach bei vor zu zum zur während auf weiter dazu ist sind sei seien war hat haben wird werden will
        """
    ),
    joins=words("und oder"),
    turns=words("aber doch während obwohl weil sondern ;"),
    articles=words("der die das den dem des ein eine"),
    titles=words(
        """
        präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin minister ministerin außenminister
        außenministerin ministerpräsident ministerpräsidentin premierminister premierministerin regierungschef
        regierungschefin staatschef botschafter botschafterin herr herrn frau dr dr.
        """
    ),
    honorifics=words("herr herrn frau dr dr."),
    pronouns=words("er"),
    others=words("sie es wir ich man dies das"),
    nameless=words("sprecher sprecherin beamter beamte diplomat diplomatin berater beraterin experte expertin"),
    documents=words("erklärung mitteilung pressemitteilung stellungnahme kommuniqué"),
    kinds={"ministerium": ("ministry",), "kanzleramt": ("ministry",), "zeitung": ("press",), "partei": ("party",)},
    foreign=words("nahen nahestehenden nahestehende"),
    doubted=words("vorwurf vorwürfe sogenannte sogenannten behauptung behauptungen"),
    inverts=True,
)
