import pytest

from designer.catalog.kinds.kubernetes_deploy import KIND
from tests.unit.catalog.kinds.delivering import action_of, type_of
from tests.unit.catalog.kinds.placing import place


def test_the_action_is_configured_as_its_provider_spells_it() -> None:
    action = action_of(
        KIND, {"cluster": "main", "chart": "./chart", "release": "app", "values_files": ["a.yaml", "b.yaml"]}
    )

    assert type_of(action) == ("Deploy", "AWS", "EKS")
    assert action.configuration == {
        "ClusterName": "main",
        "HelmReleaseName": "app",
        "HelmChartLocation": "./chart",
        "HelmValuesFiles": "a.yaml,b.yaml",
    }


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"cluster": "main"}, "one of the two"),
        ({"cluster": "main", "chart": "./chart"}, "Name the release"),
    ],
)
def test_what_contradicts_itself_is_refused(settings: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        place(KIND, settings)
