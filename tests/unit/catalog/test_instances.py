"""Instance types are those that AWS's model names, and their sizes are right where they are known."""

import json
import re

import pytest

from designer.catalog.instances import Use, instance_facts, offered
from designer.resources import resource_text

USES: tuple[Use, ...] = ("training", "tuning", "processing", "transform", "hosting", "notebook")


@pytest.mark.parametrize(
    ("name", "vcpus", "memory_gib", "gpus"),
    [
        ("ml.t3.medium", 2, 4, 0),
        ("ml.m5.xlarge", 4, 16, 0),
        ("ml.m4.10xlarge", 40, 160, 0),
        ("ml.c5.9xlarge", 36, 72, 0),
        ("ml.r5.24xlarge", 96, 768, 0),
        ("ml.g4dn.12xlarge", 48, 192, 4),
        ("ml.p3.16xlarge", 64, 488, 8),
        ("ml.p4d.24xlarge", 96, 1152, 8),
        ("ml.inf1.6xlarge", 24, 48, 0),
    ],
)
def test_a_common_type_has_its_published_size(name: str, vcpus: int, memory_gib: float, gpus: int) -> None:
    facts = instance_facts(name)

    assert facts is not None
    assert (facts.vcpus, facts.memory_gib, facts.gpus) == (vcpus, memory_gib, gpus)


def test_amazons_own_chips_are_accelerators_and_not_gpus() -> None:
    facts = instance_facts("ml.trn1.32xlarge")

    assert facts is not None
    assert (facts.gpus, facts.accelerators, facts.accelerator) == (0, 16, "AWS Trainium")


def test_an_unknown_type_has_no_facts() -> None:
    assert instance_facts("ml.m5.hugee") is None


@pytest.mark.parametrize("use", USES)
def test_every_use_offers_the_everyday_types(use: Use) -> None:
    assert {"ml.m5.large", "ml.m5.xlarge"} <= set(offered(use))


def test_what_a_use_accepts_differs() -> None:
    assert "ml.t2.medium" in offered("hosting")
    assert "ml.t2.medium" not in offered("training")


def test_most_types_that_training_accepts_have_facts() -> None:
    known = [name for name in offered("training") if instance_facts(name)]

    assert len(known) > 90


def test_the_facts_say_of_which_day_they_are() -> None:
    facts = json.loads(resource_text("facts", "instances.json"))

    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", facts["date"])
