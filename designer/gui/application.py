"""The program with a window: one application, one window."""

import signal
import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from designer.gui.beginning import Beginning
from designer.gui.bridge.kinds_by_need import KindsByNeed
from designer.gui.canvas.accessible.installing import install_interfaces
from designer.gui.first_picture import FirstPicture
from designer.gui.language.choice import speak
from designer.gui.reporting import tell_of_faults
from designer.gui.theming import Theming
from designer.gui.window import PipelineWindow


def run(path: Path | None) -> int:
    """Show the window, with the pipeline of a file where one is given; return the exit code when it is closed."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Pipeline Designer")
    application.setOrganizationName("pipeline-designer")
    # Ctrl+C in the terminal ends the program as it does every other.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    show_window(application, QSettings(), path)
    return application.exec()


def show_window(application: QApplication, settings: QSettings, path: Path | None) -> PipelineWindow:
    """Show the window; as soon as it has been seen it begins, with a file where one is named."""
    install_interfaces()
    window = make_window(application, settings)
    tell_of_faults(window.tell)
    FirstPicture(window).came.connect(Beginning(window, path).begin)
    window.show()
    return window


def make_window(application: QApplication, settings: QSettings) -> PipelineWindow:
    """Return the window, not shown yet, in the language that was chosen."""
    speak(application, settings)
    theming = Theming(application, settings)
    return PipelineWindow(KindsByNeed(), theming, settings)
