"""What the program is."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtWidgets import QMessageBox, QWidget


def show_about(parent: QWidget) -> None:
    """Say what the program is, and its version."""
    try:
        number = version("pipeline-designer")
    except PackageNotFoundError:
        number = "?"
    text = (
        f"<h3>Pipeline Designer {number}</h3>"
        "<p>Draw ML pipelines for AWS; export, deploy and watch them on SageMaker, Step Functions and CodePipeline.</p>"
        "<p>Apache License 2.0. The window is made with Qt, under the LGPL.</p>"
    )
    box = QMessageBox(QMessageBox.Icon.NoIcon, parent.tr("About"), text, QMessageBox.StandardButton.Close, parent)
    box.open()
