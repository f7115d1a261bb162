"""What can be drafted from: the invented tree with a few more people, and what they are said to say."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from readouts.graph import Graph, build_graph
from readouts.load import load_content
from tests.conftest import TREE

# A family name that two share, one that stands first, a ministry whose common name others have, too.
MORE = {
    "people/lena-brandt.yml": """
name: Lena Brandt
sort: Brandt, Lena
roles: [{organization: courier, title: Editor}]
""",
    "people/tan-merrow.yml": """
name: Tan Merrow
sort: Tan Merrow
also: [Premier Tan]
names: {zh-Hans: [谭墨罗]}
roles: [{organization: quell, title: Premier of Quell, from: 2016}]
""",
    "people/ida-quill.yml": """
name: Ida Quill
sort: Quill, Ida
roles: [{organization: aldermark, title: Foreign Minister, from: 2017}]
""",
    "people/mika-sund.yml": """
name: Mika Sund
""",
    "organizations/quell.yml": """
name: Republic of Quell
short: Quell
kind: state
also: [Harth]
names: {zh-Hans: [奎尔]}
""",
    "organizations/quell-foreign-ministry.yml": """
name: Ministry of Foreign Affairs of Quell
short: Quell's Foreign Ministry
kind: ministry
part_of: quell
also: [Foreign Ministry]
""",
    "organizations/sailors-saying.yml": """
name: a sailors' saying
kind: tradition
""",
}


def graph_of(*folders: Path, more: dict[str, str]) -> Graph:
    """Return the graph of some content folders and a few records besides."""
    with TemporaryDirectory() as place:
        content = Path(place) / "content"
        for name, text in more.items():
            path = content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        records = [d.record for folder in (*folders, content) for d in load_content(folder).documents if d.record]
    return build_graph(records)


@cache
def world() -> Graph:
    """Return the graph of the invented tree and more people."""
    return graph_of(TREE, more=MORE)
