"""What holds for every test: no display, no real account, English, reproducible examples."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The window speaks the system's language; the tests read English, whatever the machine speaks.
os.environ["LANGUAGE"] = "en"

# Time limits for single examples fail on busy machines, not on wrong code.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare pytest-qt's settings where that plugin is missing: strict configuration refuses unknown ones."""
    if find_spec("pytestqt") is None:
        for name in ("qt_api", "qt_log_level_fail"):
            parser.addini(name, "a setting of pytest-qt, which is not installed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let tests of the window begin: each ends with a look for garbage, which takes long after thousands of others."""
    items.sort(key=lambda item: item.get_closest_marker("window") is None)


@pytest.fixture(autouse=True)
def no_real_account(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep every test away from the developer's own credentials, profiles and the instance's metadata."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    nowhere: Path = tmp_path_factory.getbasetemp() / "no-such-folder"
    monkeypatch.setenv("AWS_CONFIG_FILE", str(nowhere / "config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(nowhere / "credentials"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
