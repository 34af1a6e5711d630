"""Fetches what an account offers for a setting, and lets a person choose from it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from designer.gui.bridge.accounts import profiles
from designer.gui.bridge.background import Background
from designer.gui.dialogs.choices import Choice
from designer.gui.dialogs.chooser import Chooser
from designer.gui.dialogs.refusal_box import words_of

if TYPE_CHECKING:
    from designer.aws.listing import Listed
    from designer.gui.fields.listed_field import ListedField

_PROFILE = "listing/profile"


class Listing(QObject):
    """Answer the fields that want to choose from the account."""

    def __init__(
        self,
        background: Background,
        settings: QSettings,
        region: Callable[[], str],
        tell: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._settings = settings
        self._region = region
        self._tell = tell
        self.chooser: Chooser | None = None

    def offer(self, field: "ListedField") -> None:
        """Ask which profile, where there are several, and fetch the list with it."""
        names = profiles()
        if len(names) < 2:  # noqa: PLR2004 - nothing to choose among
            self.fetch(field, names[0] if names else "")
            return
        menu = QMenu(field)
        latest = str(self._settings.value(_PROFILE, ""))
        for name in sorted(names, key=lambda one: one != latest):
            action = menu.addAction(self.tr("With profile {}").format(name))
            action.triggered.connect(partial(self.fetch, field, name))
        menu.popup(field.below())

    def fetch(self, field: "ListedField", profile: str, *_: object) -> None:
        """Fetch the list with a profile and show it."""
        self._settings.setValue(_PROFILE, profile)
        editor, written, region = field.spec.editor, field.text(), self._region()
        field.show_waiting(waits=True)

        def work() -> "tuple[Listed, ...]":
            from designer.usecases.account import AccountChoice, opened
            from designer.usecases.choosing import offered

            with opened(AccountChoice(profile=profile), region) as gateways:
                return offered(editor, written, gateways)

        self._background.run(
            "listing", work, lambda found: self._show(field, found), lambda err: self._fail(field, err)
        )

    def _show(self, field: "ListedField", found: "tuple[Listed, ...]") -> None:
        if not isValid(field):
            return
        field.show_waiting(waits=False)
        if not found:
            self._tell(self.tr("There is nothing of that sort in this account and region."))
            return
        choices = [Choice(id=one.value, title=_title(one), words=one.detail) for one in found]
        self.chooser = Chooser(choices, self.tr("Search {}").format(field.spec.title), field)
        self.chooser.chosen.connect(field.take)
        self.chooser.open_at(field.below())

    def _fail(self, field: "ListedField", problem: Exception) -> None:
        if isValid(field):
            field.show_waiting(waits=False)
        self._tell(words_of(problem).replace("\n", " "))


def _title(one: "Listed") -> str:
    return f"{one.value}   ({one.detail})" if one.detail else one.value
