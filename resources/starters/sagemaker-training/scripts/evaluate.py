"""Measure the trained model on the test data, and write the figures to evaluation.json."""

import argparse
import json
import math
import tarfile
import tempfile
from pathlib import Path

import numpy as np
import xgboost

INPUT = Path("/opt/ml/processing/input")
OUTPUT = Path("/opt/ml/processing/output/metrics")
MODEL_FILE = "xgboost-model"


def load_model(archive):
    """Return the model inside of model.tar.gz."""
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(archive) as members:
            members.extract(MODEL_FILE, folder)
        model = xgboost.Booster()
        model.load_model(str(Path(folder) / MODEL_FILE))
        return model


def load_rows(folder):
    """Return labels and figures of every CSV file in a folder."""
    tables = [np.loadtxt(path, delimiter=",", ndmin=2) for path in sorted(folder.rglob("*.csv"))]
    table = np.concatenate(tables)
    return table[:, 0], table[:, 1:]


def figures(labels, chances):
    """Return how good the predicted chances are."""
    right = (chances >= 0.5) == (labels == 1)
    clipped = np.clip(chances, 1e-7, 1 - 1e-7)
    loss = -(labels * np.log(clipped) + (1 - labels) * np.log(1 - clipped)).mean()
    if math.isnan(loss):
        raise SystemExit("The model gives no numbers.")
    return {"accuracy": float(right.mean()), "log_loss": float(loss), "rows": len(labels)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--input", type=Path, default=INPUT)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    model = load_model(options.input / "model" / "model.tar.gz")
    labels, rows = load_rows(options.input / "data")
    result = figures(labels, model.predict(xgboost.DMatrix(rows)))
    options.output.mkdir(parents=True, exist_ok=True)
    (options.output / "evaluation.json").write_text(json.dumps(result, indent=2), encoding="utf-8")
    print(json.dumps(result))


if __name__ == "__main__":
    main()
