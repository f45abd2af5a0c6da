from made import made

from furphy.export.whoiswho import known
from furphy.model.identity import MentionForm


def test_one_known_by_a_single_name_is_not_listed() -> None:
    text = made("Ann Lee left. Ann Lee came back.")
    text.identity("Ann Lee", name="Ann Lee")
    assert known(text.reading()) == ()


def test_forms_are_counted_and_the_name_itself_left_out() -> None:
    text = made("Ann Lee left. She ran, she fell. Lee rose.")
    text.identity(
        "Ann Lee", "person", ("mayor",), name="Ann Lee", pronoun="She", title="she", short="Lee|Lee"
    )
    [one] = known(text.reading())
    assert (one.name, one.about) == ("Ann Lee", "person, mayor")
    assert [(each.text, each.number) for each in one.forms] == [("She", 2), ("Lee", 1)]
    assert one.forms[0].form is MentionForm.PRONOUN
