import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.catalog.form import Form
from designer.catalog.kind import Kind
from designer.catalog.palette import KINDS
from designer.resources import resource_path
from designer.shapes.members import member
from designer.shapes.operations import operation as find_operation

IDS = [kind.id for kind in KINDS]
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


def test_no_two_kinds_share_an_id() -> None:
    assert len(set(IDS)) == len(IDS)


@pytest.mark.parametrize("kind", KINDS, ids=IDS)
def test_a_kind_has_an_icon_and_a_file_of_its_name(kind: Kind) -> None:
    assert kind.lower.__module__.rsplit(".", 1)[-1].rstrip("_") == kind.id
    assert resource_path("icons", "kinds", f"{kind.id}.svg").is_file()


@pytest.mark.parametrize("kind", KINDS, ids=IDS)
def test_each_setting_says_what_it_is_for_and_how_it_is_edited(kind: Kind) -> None:
    for name, field in kind.settings.model_fields.items():
        assert field.description, name
        assert field.description.endswith("."), name
        assert any(isinstance(one, Form) for one in field.metadata), name


@pytest.mark.parametrize("kind", KINDS, ids=IDS)
def test_each_port_has_a_title(kind: Kind) -> None:
    for port in (*kind.inputs({}), *kind.outputs({})):
        assert port.title


@given(kind=st.sampled_from(KINDS), name=st.data(), value=JUNK)
def test_ports_and_branches_of_broken_settings_do_not_fail(kind: Kind, name: st.DataObject, value: object) -> None:
    setting = name.draw(st.sampled_from([*kind.settings.model_fields, "unknown"]))

    raw = {setting: value}

    assert isinstance((*kind.inputs(raw), *kind.outputs(raw), *kind.branches(raw)), tuple)


def _shapes() -> list[tuple[str, str]]:
    return [
        (f"{kind.id}.{name}", one.shape)
        for kind in KINDS
        for name, field in kind.settings.model_fields.items()
        for one in field.metadata
        if isinstance(one, Form) and one.shape
    ]


@pytest.mark.parametrize(("setting", "shape"), _shapes())
def test_each_member_that_a_setting_names_is_in_the_service_model(setting: str, shape: str) -> None:
    service, operation, path = shape.split(":")

    assert member(find_operation(service, operation), tuple(path.split("."))) is not None, setting
