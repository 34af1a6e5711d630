from designer.catalog.kinds.device_farm_test import KIND
from tests.unit.catalog.kinds.delivering import action_of, type_of


def test_the_action_is_configured_as_its_provider_spells_it() -> None:
    action = action_of(
        KIND, {"project": "p", "device_pool_arn": "arn:pool", "app": "app.apk", "options": {"FuzzEventCount": "6000"}}
    )

    assert type_of(action) == ("Test", "AWS", "DeviceFarm")
    assert action.configuration == {
        "ProjectId": "p",
        "DevicePoolArn": "arn:pool",
        "AppType": "Android",
        "App": "app.apk",
        "TestType": "BUILTIN_FUZZ",
        "AppiumVersion": "1.9.1",
        "FuzzEventCount": "6000",
    }
