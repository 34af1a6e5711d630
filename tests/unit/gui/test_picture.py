"""The picture of a pipeline in pixels."""

import pytest
from PySide6.QtGui import QImage

from designer.gui.picture import render_image, render_png
from tests.unit.gui.canvas.sample import KINDS, churn

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_png_has_two_pixels_for_each_unit_of_the_scene() -> None:
    image = QImage.fromData(render_png(churn(), KINDS))

    assert image.size() == render_image(churn(), KINDS, scale=1.0).size() * 2


def test_the_dark_picture_is_dark() -> None:
    light = render_image(churn(), KINDS).pixelColor(2, 2)
    dark = render_image(churn(), KINDS, dark=True).pixelColor(2, 2)

    assert light.lightness() > 200
    assert dark.lightness() < 50
