"""Device Farm test: runs the tests of an app on real devices."""

from typing import Annotated, Literal

from pydantic import Field

from designer.catalog.delivery import DeliverySettings, delivered, needs, source_input
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.steps import Action

_ACTIONS = (
    "devicefarm:ListProjects",
    "devicefarm:ListDevicePools",
    "devicefarm:GetRun",
    "devicefarm:GetUpload",
    "devicefarm:CreateUpload",
    "devicefarm:ScheduleRun",
)
_TYPES = Literal[
    "APPIUM_JAVA_JUNIT",
    "APPIUM_JAVA_TESTNG",
    "APPIUM_PYTHON",
    "APPIUM_WEB_JAVA_JUNIT",
    "APPIUM_WEB_JAVA_TESTNG",
    "APPIUM_WEB_PYTHON",
    "BUILTIN_EXPLORER",
    "BUILTIN_FUZZ",
    "CALABASH",
    "INSTRUMENTATION",
    "UIAUTOMATION",
    "UIAUTOMATOR",
    "XCTEST",
    "XCTEST_UI",
]


class DeviceFarmTestSettings(DeliverySettings):
    """The app, the tests and the devices."""

    project: Annotated[str, Form()] = Field(min_length=1, description="The id of the Device Farm project.")
    device_pool_arn: Annotated[str, Form(shape="devicefarm:ScheduleRun:devicePoolArn")] = Field(
        min_length=1, description="The ARN of the devices that the tests run on."
    )
    app_type: Annotated[Literal["iOS", "Android", "Web"], Form(editor="choice")] = Field(
        default="Android", description="What sort of app it is."
    )
    app: Annotated[str, Form(placeholder="app.apk")] = Field(min_length=1, description="The app in the artifact.")
    test_type: Annotated[_TYPES, Form(editor="choice")] = Field(
        default="BUILTIN_FUZZ", description="The framework of the tests."
    )
    test: Annotated[str, Form()] = Field(default="", description="The tests in the artifact, where they are your own.")
    appium_version: Annotated[str, Form(advanced=True)] = Field(
        default="1.9.1", min_length=1, description="The version of Appium."
    )
    options: Annotated[dict[str, str], Form(editor="table", advanced=True)] = Field(
        default_factory=dict, description="Other keys of the action, such as FuzzEventCount or RecordVideo."
    )


def lower(placed: Placed) -> Lowered:
    """Make a DeviceFarm action."""
    settings = settings_of(placed, DeviceFarmTestSettings)
    action = Action(
        category="Test",
        provider="DeviceFarm",
        configuration={
            "ProjectId": resolved(placed, settings.project),
            "DevicePoolArn": resolved(placed, settings.device_pool_arn),
            "AppType": settings.app_type,
            "App": resolved(placed, settings.app),
            "TestType": settings.test_type,
            "AppiumVersion": settings.appium_version,
            "Test": resolved(placed, settings.test),
            **{name: resolved(placed, value) for name, value in settings.options.items()},
        },
    )
    return delivered(placed, action, (needs(placed, "run the tests", _ACTIONS, "*"),))


KIND = Kind(
    id="device_farm_test",
    title="Device Farm test",
    summary="Runs the tests of an app of an artifact on real devices.",
    category=Category.PREPARE,
    settings=DeviceFarmTestSettings,
    lower=lower,
    inputs=fixed(source_input("The app and its tests.")),
)
