"""Train a churn model and pack it as SageMaker's XGBoost container expects it."""

import argparse
import tarfile
import tempfile
from pathlib import Path

import numpy as np
import xgboost

MODEL_FILE = "xgboost-model"
SETTINGS = {"objective": "binary:logistic", "eval_metric": "logloss", "max_depth": 5, "eta": 0.2, "seed": 7}


def train(path):
    """Return a model trained on a CSV file with the label in its first column."""
    table = np.loadtxt(path, delimiter=",", skiprows=1)
    rows = xgboost.DMatrix(table[:, 1:], label=table[:, 0])
    return xgboost.train(SETTINGS, rows, num_boost_round=60)


def pack(model, path):
    """Write the model into an archive."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / MODEL_FILE
        model.save_model(str(file))
        with tarfile.open(path, "w:gz") as archive:
            archive.add(file, MODEL_FILE)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    options = parser.parse_args()
    pack(train(options.rows), options.model)
    print(f"The model is in {options.model}.")


if __name__ == "__main__":
    main()
