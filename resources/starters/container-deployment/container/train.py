"""Train a churn model inside of SageMaker's XGBoost container."""

import argparse
import os
from pathlib import Path

import numpy as np
import xgboost

SETTINGS = {"objective": "binary:logistic", "eval_metric": "logloss", "max_depth": 5, "eta": 0.2, "seed": 7}


def load(folder):
    """Return the rows of every CSV file in a folder, without headers."""
    return np.concatenate(
        [np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2) for path in sorted(Path(folder).rglob("*.csv"))]
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--train", default=os.environ.get("SM_CHANNEL_TRAIN", "/opt/ml/input/data/train"))
    parser.add_argument("--model-dir", default=os.environ.get("SM_MODEL_DIR", "/opt/ml/model"))
    options, _ = parser.parse_known_args()
    table = load(options.train)
    rows = xgboost.DMatrix(table[:, 1:], label=table[:, 0])
    model = xgboost.train(SETTINGS, rows, num_boost_round=options.rounds)
    model.save_model(str(Path(options.model_dir) / "xgboost-model"))
    print(f"Trained on {len(table)} rows.")


if __name__ == "__main__":
    main()
