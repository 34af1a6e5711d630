"""Make resources/facts/images from a wheel of sagemaker-core.

    pip download sagemaker-core --no-deps --dest DIR
    python packaging/refresh_facts.py DIR/sagemaker_core-X.Y.Z-py3-none-any.whl --date 2026-11-23

The wheel repeats the accounts of all regions for each version of each framework; here each such table is written once,
in accounts.json, and named by its number.
"""

import argparse
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

FOLDER = "sagemaker/core/image_uri_config/"
TARGET = Path(__file__).resolve().parent.parent / "resources" / "facts" / "images"
NOTICE = """# Where these facts come from

Made on {date} from {wheel} by `packaging/refresh_facts.py`.

The tables state which AWS account holds which container image in which region. They are a rearrangement of the files
in `sagemaker/core/image_uri_config` of the SageMaker Python SDK:

    Amazon SageMaker Python SDK (sagemaker-core)
    Copyright Amazon.com, Inc. or its affiliates. All Rights Reserved.
    Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0

Changes made: the accounts of the regions are gathered in `accounts.json`; each framework's images are grouped by scope;
files that name no images are left out.
"""


def main() -> None:
    """Read the wheel that is named on the command line and write the facts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--date", required=True, help="the day the wheel was fetched, as 2026-11-23")
    arguments = parser.parse_args()
    tables: list[Mapping[str, str]] = []
    images = {name: by_scope(config, tables) for name, config in read_configs(arguments.wheel).items()}
    write(images, tables, wheel=arguments.wheel.name, date=arguments.date)
    print(f"{len(images)} frameworks and {len(tables)} tables of accounts written to {TARGET}")


def read_configs(wheel: Path) -> dict[str, dict[str, object]]:
    """Return each framework's configuration; files that describe no images are left out."""
    configs = {}
    with zipfile.ZipFile(wheel) as archive:
        for name in sorted(archive.namelist()):
            if name.startswith(FOLDER) and name.endswith(".json"):
                config = json.loads(archive.read(name))
                if "versions" in config or any("versions" in each for each in config.values()):
                    configs[Path(name).stem] = config
    return configs


def by_scope(config: dict[str, object], tables: list[Mapping[str, str]]) -> dict[str, object]:
    """Return the images of each scope; one that serves several scopes is written once and named by the others."""
    if "versions" in config:
        scopes = config.pop("scope", ["processing"])
        return {"scopes": scopes, "images": without_accounts(config, tables)}
    return {"by_scope": {scope: without_accounts(each, tables) for scope, each in config.items()}}


def without_accounts(value: object, tables: list[Mapping[str, str]]) -> object:
    """Return the same with each table of accounts replaced by its number."""
    if not isinstance(value, dict):
        return value
    result: dict[str, object] = {}
    for key, inner in value.items():
        if key == "registries":
            if inner not in tables:
                tables.append(inner)
            result["accounts"] = tables.index(inner)
        else:
            result[key] = without_accounts(inner, tables)
    return result


def write(images: Mapping[str, object], tables: list[Mapping[str, str]], *, wheel: str, date: str) -> None:
    """Write one file per framework, the accounts, and where all of it comes from."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for old in TARGET.glob("*.json"):
        old.unlink()
    for name, content in images.items():
        (TARGET / f"{name}.json").write_text(compact(content), encoding="utf-8")
    source = {"source": wheel, "date": date, "licence": "Apache-2.0", "tables": tables}
    (TARGET / "accounts.json").write_text(compact(source), encoding="utf-8")
    (TARGET / "NOTICE.md").write_text(NOTICE.format(wheel=wheel, date=date), encoding="utf-8")


def compact(content: object) -> str:
    """Return JSON without spaces and with one line end."""
    return json.dumps(content, separators=(",", ":"), ensure_ascii=False) + "\n"


if __name__ == "__main__":
    main()
