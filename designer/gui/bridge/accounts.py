"""The accounts that the window offers: the sandbox, and the profiles of the AWS configuration."""

import configparser
import os
from dataclasses import dataclass
from pathlib import Path

from designer.gui.language.words import tr

SANDBOX = "Sandbox"
_PREFIX = "profile "


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountWish:
    """Where to deploy: the sandbox, or a profile (empty: what boto3 finds by itself)."""

    sandbox: bool = True
    profile: str = ""
    region: str = "us-east-1"
    stack: str = ""

    @property
    def title(self) -> str:
        """Return what people call it."""
        return tr(SANDBOX) if self.sandbox else self.profile or "default"


def profiles() -> tuple[str, ...]:
    """Return the names of the profiles in the configuration and credentials files; files that are off give none."""
    home = Path.home() / ".aws"
    config = Path(os.environ.get("AWS_CONFIG_FILE") or home / "config")
    credentials = Path(os.environ.get("AWS_SHARED_CREDENTIALS_FILE") or home / "credentials")
    in_config = (name.removeprefix(_PREFIX).strip() for name in _sections(config) if _names_a_profile(name))
    return tuple(dict.fromkeys([*in_config, *_sections(credentials)]))


def _names_a_profile(section: str) -> bool:
    return section == "default" or section.startswith(_PREFIX)


def _sections(path: Path) -> list[str]:
    reader = configparser.RawConfigParser(strict=False)
    try:
        reader.read(path, encoding="utf-8")
    except (OSError, ValueError, configparser.Error):
        return []
    return reader.sections()
