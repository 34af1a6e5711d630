from datetime import UTC, datetime

from designer.sandbox.wire.query import read_form, write_answer, write_error


def test_numbered_members_become_lists_in_the_order_of_their_numbers() -> None:
    body = "&".join(f"Tags.member.{number}.Key=k{number}" for number in (10, 2, 1)).encode()

    assert read_form(body) == {"Tags": [{"Key": "k1"}, {"Key": "k2"}, {"Key": "k10"}]}


def test_values_are_decoded_and_empty_ones_kept() -> None:
    assert read_form(b"Action=CreateStack&TemplateBody=%7B%22a%22%3A+1%7D&Description=") == {
        "Action": "CreateStack",
        "TemplateBody": '{"a": 1}',
        "Description": "",
    }


def test_an_answer_nests_members_and_escapes_text() -> None:
    moment = datetime(2026, 1, 2, tzinfo=UTC)

    answer = write_answer("ListStacks", {"Found": [{"Name": "a<b", "On": True, "At": moment, "Left": None}]}, "id-1")

    assert (
        b"<ListStacksResult><Found><member><Name>a&lt;b</Name><On>true</On>"
        b"<At>2026-01-02T00:00:00.000000Z</At></member></Found></ListStacksResult>"
    ) in answer


def test_an_error_carries_code_and_message() -> None:
    assert b"<Code>ValidationError</Code><Message>a &amp; b</Message>" in write_error("ValidationError", "a & b", "id")
