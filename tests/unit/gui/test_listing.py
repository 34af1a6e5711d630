"""A field for something in the account asks for it, and takes what is chosen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from designer.aws.listing import Listed
from designer.catalog.form import Form
from designer.errors import AwsRefused
from designer.gui import listing as module
from designer.gui.bridge.background import Background
from designer.gui.fields.listed_field import ListedField
from designer.gui.fields.spec import FieldSpec
from designer.gui.listing import Listing
from designer.usecases import choosing

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
_ROLE = "arn:aws:iam::123456789012:role/jobs"


@pytest.fixture
def field(qtbot: QtBot) -> ListedField:
    made = ListedField(FieldSpec(name="role_arn", title="Role", editor="role", form=Form(editor="role")))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def listing(qtbot: QtBot, tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch) -> Listing:
    monkeypatch.setattr(module, "profiles", lambda: ())
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    return Listing(Background(), settings, lambda: "us-east-1", told.append)


def test_what_is_chosen_stands_in_the_field(
    qtbot: QtBot, field: ListedField, listing: Listing, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []

    def offered(editor: str, written: str, gateways: object) -> tuple[Listed, ...]:
        asked.append((editor, written))
        return (Listed(value="arn:other"), Listed(value=_ROLE, detail="sagemaker"))

    monkeypatch.setattr(choosing, "offered", offered)
    field.wanted.connect(lambda: listing.offer(field))

    qtbot.mouseClick(field.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: listing.chooser is not None)
    assert listing.chooser is not None
    qtbot.keyClicks(listing.chooser.line, "sagem")
    with qtbot.waitSignal(field.edited) as edited:
        qtbot.keyClick(listing.chooser.line, Qt.Key.Key_Return)

    assert asked == [("role", "")]
    assert edited.args == [_ROLE]
    assert field.line.text() == _ROLE


def test_an_account_that_cannot_be_asked_says_why(
    qtbot: QtBot, field: ListedField, listing: Listing, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(editor: str, written: str, gateways: object) -> tuple[Listed, ...]:
        raise AwsRefused("There are no credentials.", code="NoCredentials", operation="", hint="Log in first.")

    monkeypatch.setattr(choosing, "offered", refused)

    listing.offer(field)
    qtbot.waitUntil(lambda: bool(told))

    assert "There are no credentials." in told[0]
    assert field.button.isEnabled()


def test_an_empty_account_is_told(
    qtbot: QtBot, field: ListedField, listing: Listing, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosing, "offered", lambda *_: ())

    listing.offer(field)
    qtbot.waitUntil(lambda: bool(told))

    assert "nothing of that sort" in told[0]
