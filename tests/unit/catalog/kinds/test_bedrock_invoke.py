from designer.catalog.kinds.bedrock_invoke import KIND
from designer.catalog.values import Deployed, ParameterValue, StepOutput, joined
from tests.unit.catalog.kinds.placing import complaints, place, the_call

BASE = {"model": "amazon.nova-lite-v1:0", "prompt": "Say ${params.Machine}"}


def test_botocore_accepts_the_request() -> None:
    assert complaints(the_call(place(KIND, {**BASE, "system": "Be brief."}))) == ""


def test_the_prompt_is_what_a_user_says() -> None:
    request = the_call(place(KIND, BASE)).request

    said = joined("Say ", ParameterValue("Machine"))
    assert request["messages"] == [{"role": "user", "content": [{"text": said}]}]
    assert "system" not in request


def test_the_answer_is_its_text() -> None:
    assert place(KIND, BASE).outputs == {"answer": StepOutput("node", ("output", "message", "content", 0, "text"))}


def test_an_inference_profile_may_lead_to_models_of_any_region() -> None:
    profile = "arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.amazon.nova-lite-v1:0"

    named, by_arn = (the_call(place(KIND, {**BASE, "model": model})) for model in ("amazon.nova-lite-v1:0", profile))

    assert named.resources == ()
    assert by_arn.resources == (profile, joined("arn:", Deployed("Partition"), ":bedrock:*::foundation-model/*"))
