from designer.gui.fields.summary import summary


def test_members_are_told_with_their_values_and_what_they_hold() -> None:
    assert summary({"S3Uri": "s3://b", "Tags": [1, 2], "Source": {"A": 1}, "On": True}) == (
        "S3Uri: s3://b, Tags: [2], Source: {A}, On: true"
    )


def test_only_the_first_members_are_told() -> None:
    assert summary(dict.fromkeys("abcde", 1)) == "a: 1, b: 1, c: 1, d: 1, …"


def test_text_is_told_on_one_line() -> None:
    assert summary("two\nlines") == "two lines"


def test_nothing_is_told_of_nothing() -> None:
    assert (summary(None), summary({}), summary([])) == ("", "", "")
