"""Split the customers into rows to train with, to validate with, and to test with."""

import argparse
import csv
import random
from pathlib import Path

INPUT = Path("/opt/ml/processing/input/data")
OUTPUT = Path("/opt/ml/processing/output")
SHARES = {"train": 0.7, "validation": 0.15, "test": 0.15}


def read_rows(folder):
    """Return the rows of every CSV file in a folder: the label first, then the figures, without the header."""
    rows = []
    for path in sorted(folder.rglob("*.csv")):
        with path.open(newline="", encoding="utf-8") as lines:
            rows += list(csv.reader(lines))[1:]
    if not rows:
        raise SystemExit(f"There are no rows in {folder}.")
    return rows


def split(rows, seed):
    """Return the rows in parts, by name; the same seed gives the same parts."""
    shuffled = list(rows)
    random.Random(seed).shuffle(shuffled)
    parts, begin = {}, 0
    for name, share in SHARES.items():
        end = begin + round(share * len(shuffled))
        parts[name] = shuffled[begin : len(shuffled) if name == "test" else end]
        begin = end
    return parts


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--input", type=Path, default=INPUT)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    for name, rows in split(read_rows(options.input), options.seed).items():
        folder = options.output / name
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as lines:
            csv.writer(lines).writerows(rows)
        print(f"{name}: {len(rows)} rows")


if __name__ == "__main__":
    main()
