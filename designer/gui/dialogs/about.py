"""What the program is."""

from PySide6.QtWidgets import QMessageBox, QWidget

from designer.gui.language.words import tr


def show_about(parent: QWidget) -> None:
    """Say what the program is, and its version."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        number = version("pipeline-designer")
    except PackageNotFoundError:
        number = "?"
    what = tr("Draw ML pipelines for AWS; export, deploy and watch them on SageMaker, Step Functions and CodePipeline.")
    licence = tr("Apache License 2.0. The window is made with Qt, under the LGPL.")
    text = f"<h3>Pipeline Designer {number}</h3><p>{what}</p><p>{licence}</p>"
    box = QMessageBox(QMessageBox.Icon.NoIcon, tr("About"), text, QMessageBox.StandardButton.Close, parent)
    box.open()
