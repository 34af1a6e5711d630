"""Assembling the sandbox: moto's server behind our front, with the stack engine and the supplements."""

import json
import os
import sys
import tempfile
import threading
from pathlib import Path

from moto.core.config import default_user_config
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
from werkzeug.serving import BaseWSGIServer, make_server

from designer.sandbox.address import ACCOUNT_ID, SandboxAddress
from designer.sandbox.clients import clients_of
from designer.sandbox.documents import Record, Value
from designer.sandbox.endpoints.bucket_policies import keep_bucket_policies_quiet
from designer.sandbox.endpoints.sagemaker_gaps import keep_definitions_as_text
from designer.sandbox.interpreter.install import fit_interpreter
from designer.sandbox.interpreter.replacing import MotoMisfit
from designer.sandbox.leftovers import own_prefix, sweep
from designer.sandbox.selftest import check_sandbox, misfit
from designer.sandbox.settings import SandboxSettings
from designer.sandbox.supplied import supply
from designer.sandbox.wire.front import Front

_HOST = "127.0.0.1"
_MISFIT = 3


class _QuietRequests(MotoRequestHandler):
    """Take moto's request reading without a log line for each request."""

    def log_request(self, code: Value = "-", size: Value = "-") -> None:
        """Say nothing."""


def serve(port: int) -> int:
    """Serve on a port of this machine until standard input closes; announce the address on standard output."""
    sweep(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=own_prefix()) as folder:
        tempfile.tempdir = folder  # whatever the sandbox and moto put down goes with it
        code = _serve_until_input_closes(port)
    # Threads of the interpreter and the engine may still be running; there is nothing of theirs to keep.
    os._exit(code)


def _serve_until_input_closes(port: int) -> int:
    try:
        server, address = build_server(port)
    except MotoMisfit as error:
        sys.stderr.write(misfit(str(error)) + "\n")
        return _MISFIT
    threading.Thread(target=server.serve_forever, name="sandbox", daemon=True).start()
    fault = check_sandbox(address)
    if fault:
        sys.stderr.write(fault + "\n")
        return _MISFIT
    sys.stdout.write(json.dumps({"endpoint_url": address.endpoint_url}) + "\n")
    sys.stdout.flush()
    _until_input_closes()
    server.shutdown()
    return 0


def build_server(port: int) -> tuple[BaseWSGIServer, SandboxAddress]:
    """Bind a server, put the sandbox behind it and return it with its address; it does not serve yet."""
    configure_moto()
    server = make_server(_HOST, port, _not_yet, threaded=True, request_handler=_QuietRequests)
    address = SandboxAddress(endpoint_url=f"http://{_HOST}:{server.server_port}")
    os.environ["MOTO_PORT"] = str(server.server_port)  # moto's interpreter calls its own server there
    settings = SandboxSettings()
    fit_interpreter(clients_of(address, check_parameters=False), settings)
    keep_definitions_as_text()
    keep_bucket_policies_quiet()
    server.app = Front(DomainDispatcherApplication(create_backend_app), supply(address, settings))
    return server, address


def configure_moto() -> None:
    """Set moto up: state machines are interpreted, functions and jobs are not given to Docker."""
    os.environ.setdefault("AWS_ACCESS_KEY_ID", "sandbox")
    os.environ.setdefault("AWS_SECRET_ACCESS_KEY", "sandbox")
    os.environ["MOTO_ACCOUNT_ID"] = ACCOUNT_ID
    default_user_config["stepfunctions"] = {"execute_state_machine": True}
    default_user_config["lambda"] = {"use_docker": False}
    default_user_config["batch"] = {"use_docker": False}


def _not_yet(_environ: Record, start_response: Value) -> list[bytes]:
    start_response("503 Service Unavailable", [("Content-Length", "0")])
    return []


def _until_input_closes() -> None:
    try:
        while sys.stdin.read(1):
            pass
    except KeyboardInterrupt:
        return
