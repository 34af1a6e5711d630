from types import SimpleNamespace

import pytest

from designer.sandbox.address import SandboxAddress
from designer.sandbox.interpreter.replacing import MotoMisfit, replace_in
from designer.sandbox.selftest import PINNED_MOTO, check_sandbox, misfit


def test_a_sandbox_that_does_not_behave_is_told_with_the_fault() -> None:
    fault = check_sandbox(SandboxAddress(endpoint_url="http://127.0.0.1:1"))

    assert fault.startswith("The sandbox's self-test failed: EndpointConnectionError")


def test_the_advice_names_the_version_that_fits_where_another_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("moto.__version__", "9.9.9")

    assert misfit("it broke").endswith(f"Install moto {PINNED_MOTO}, for which it is made; 9.9.9 is installed.")


def test_the_installed_moto_is_the_one_that_the_sandbox_is_made_for() -> None:
    from moto import __version__

    assert __version__ == PINNED_MOTO


def test_a_piece_of_moto_is_replaced_only_where_there_is_one() -> None:
    module = SimpleNamespace(__name__="some.module", present=1)

    replace_in(module, "present", 2)

    assert module.present == 2
    with pytest.raises(MotoMisfit, match=r"some\.module has no absent any more"):
        replace_in(module, "absent", 3)
