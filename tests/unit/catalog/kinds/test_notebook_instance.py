from collections.abc import Mapping

import pytest

from designer.catalog.kinds.notebook_instance import KIND
from designer.catalog.needs import TemplateResource
from designer.catalog.values import Deployed
from tests.unit.catalog.kinds.placing import place


def test_the_instance_is_a_resource_of_the_template_and_nothing_runs() -> None:
    lowered = place(KIND, {"repository": "https://github.com/acme/churn", "volume_gb": 50})

    (made,) = lowered.needs
    assert isinstance(made, TemplateResource)
    assert made.type == "AWS::SageMaker::NotebookInstance"
    assert made.properties == {
        "NotebookInstanceName": "churn-node",
        "InstanceType": "ml.t3.medium",
        "RoleArn": Deployed("ExecutionRoleArn"),
        "VolumeSizeInGB": 50,
        "DefaultCodeRepository": "https://github.com/acme/churn",
        "DirectInternetAccess": "Enabled",
        "RootAccess": "Disabled",
    }
    assert (lowered.steps, lowered.outputs) == ((), {"name": "churn-node"})


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"subnet": "subnet-1"}, "both a subnet and security groups"),
        ({"reaches_internet": False}, "needs a subnet of yours"),
        ({"instance_type": "${params.Machine}"}, "set at deployment"),
    ],
)
def test_what_cannot_be_made_is_refused(settings: Mapping[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        place(KIND, settings)
