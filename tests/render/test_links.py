import pytest

from readouts.render.links import LinkCheck


@pytest.mark.parametrize(
    ("link", "is_broken"),
    [
        ("../b/", False),
        ("../b/#r-top", False),
        ("#r-here", False),
        ("&#35;r&#45;here", False),
        ("./", False),
        ("../", False),
        ("https&#58;&#47;&#47;example&#46;org&#47;", False),  # not ours to check
        ("../about/", False),  # a page of another origin
        ("../logo.png", False),
        ("../c/", True),
        ("../b", True),
        ("../b/#r-nowhere", True),
        ("#r-nowhere", True),
    ],
)
def test_a_link_that_leads_nowhere_is_found(link: str, is_broken: bool) -> None:
    check = LinkCheck()
    check.add("", "# Home { #r-top }\n")
    check.add("a/", f'# A {{ #r-top }}\n\n<p id="r-here"><a href="{link}">b</a></p>\n')
    check.add("b/", "# B { #r-top }\n")
    broken = list(check.broken({"about/", "logo.png"}))
    assert broken == ([("a/", link)] if is_broken else [])
