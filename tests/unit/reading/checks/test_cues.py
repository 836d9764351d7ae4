"""Cues: one pass for the words of all checks finds what each check would find by itself."""

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cued_blocks, cues
from hopluc.reading.document import Document
from hopluc.reading.facts import Found
from hopluc.reading.patterns import Pattern, matches_at

TEXT = "Vòng một: đội A gặp đội B; vòng hai: đội C gặp đội D, đội E nghỉ."
TEAM = Pattern(r"(?:đội|vòng) \w+(?: gặp đội \w)?")
TEAMS, ROUNDS = cues("đội ", "vòng "), cues("òng ")


def case() -> Case:
    return Case(Document("1.txt", TEXT), Found())


def test_cued_matches_are_those_of_a_search_for_the_words():
    found = [match[0] for match in cued(case(), TEAMS, TEAM)]

    assert found == [match[0] for match in matches_at(TEAMS, TEAM, TEXT)]
    assert found == ["đội A gặp đội B", "vòng hai", "đội C gặp đội D", "đội E"]


def test_a_cue_inside_the_cue_of_another_check_is_found_too():
    assert [match.start() for match in cued(case(), ROUNDS, Pattern(r"òng \w"))] == [1, 28]


def test_cued_matches_end_where_the_search_is_to_end():
    end = TEXT.index(" B;")

    assert [match[0] for match in cued(case(), TEAMS, TEAM, end)] == ["đội A"]
    assert [match[0] for match in matches_at(TEAMS, TEAM, TEXT, end)] == ["đội A"]


def test_words_that_stand_nowhere_have_no_matches():
    assert list(cued(case(), cues("trận "), Pattern("trận"))) == []


def test_cued_blocks_are_those_that_hold_a_cue():
    text = "Vòng một: đội A.\n\nLịch thi đấu vòng sau.\n\nĐội B và đội C."
    lined = Case(Document("1.txt", text), Found())

    assert cued_blocks(lined, TEAMS) == {0, text.index("Lịch"), text.index("Đội B")}
    assert cued_blocks(lined, ("đội ",)) == {0, text.index("Đội B")}
    assert cued_blocks(lined, cues("trận ")) == frozenset()
