"""Writes the golden exports in tests/golden anew: python packaging/golden.py. Read the difference before committing it."""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# Where a script is started decides what is found first: here it has to be this checkout.
sys.path.insert(0, str(ROOT))

from tests.judges.golden import GOLDEN, golden_files, golden_folder  # noqa: E402 - after the path
from tests.judges.starter_cases import cases  # noqa: E402 - after the path


def main() -> None:
    """Replace every golden folder."""
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for case in cases():
        files = golden_files(case)
        for path, content in files.items():
            target = golden_folder(case) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        print(f"{case}: {len(files)} files")


if __name__ == "__main__":
    main()
