"""Find the address of one of AWS's own container images, offline, from dated facts.

The rules by which repository and tag are put together are those of the SageMaker SDK, whose answers judge this file.
"""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from designer.catalog.image_accounts import ImageFacts, account_mistake, explain_image
from designer.catalog.image_tables import Table, account_tables, framework_names, scopes_of
from designer.errors import Refusal

__all__ = [
    "ImageFacts",
    "UnknownImage",
    "account_mistake",
    "explain_image",
    "frameworks",
    "image_uri",
    "newest_version",
    "python_versions",
    "scopes",
    "versions",
]

_GRAVITON = "inference_graviton"
_GRAVITON_FAMILIES = frozenset({"m6g", "m6gd", "c6g", "c6gd", "c6gn", "c7g", "r6g", "r6gd"})
_GRAVITON_FRAMEWORKS = frozenset({"tensorflow", "pytorch", "xgboost", "sklearn"})
_NEURON_FRAMEWORKS = frozenset({"pytorch", "huggingface"})
_GRAVITON_TAGS = {
    ("xgboost", "1.5-1"): "1.5-1-arm64",
    ("xgboost", "1.3-1"): "1.3-1-arm64",
    ("sklearn", "1.0-1"): "1.0-1-arm64-cpu-py3",
}
_SDK_IN_TAG = frozenset(
    {
        "pytorch-training-neuron",
        "pytorch-training-neuronx",
        "huggingface-vllm-inference-neuronx",
        "huggingface-pytorch-inference-neuron",
        "huggingface-pytorch-inference-neuronx",
    }
)
_DNS_SUFFIXES = {
    "cn-": "amazonaws.com.cn",
    "us-iso-": "c2s.ic.gov",
    "us-isob-": "sc2s.sgov.gov",
    "us-isof-": "csp.hci.ic.gov",
    "eu-isoe-": "cloud.adc-e.uk",
    "eusc-": "amazonaws.eu",
}
_SCOPE_ORDER = ("training", "processing", "inference")


class UnknownImage(Refusal):
    """AWS offers no such image; `choices` are the nearest that it does offer."""

    def __init__(self, message: str, *, choices: tuple[str, ...] = ()) -> None:
        super().__init__(message, hint=f"Choose {' or '.join(choices)}." if choices else "")
        self.choices = choices


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """What was asked for, with the scope and the framework as the tables name them."""

    framework: str
    version: str
    scope: str
    family: str
    processor: str
    python_version: str
    based_on: str
    container_version: str
    neuron: bool


def frameworks() -> tuple[str, ...]:
    """Return every framework and built-in algorithm there are images of, sorted."""
    return framework_names()


def scopes(framework: str) -> tuple[str, ...]:
    """Return what a framework's images are for: training, inference, processing, ..."""
    return tuple(_scopes(framework))


def versions(framework: str, scope: str = "") -> tuple[str, ...]:
    """Return the versions offered, oldest first; without a scope those of the most usual one."""
    images = _images(framework, scope)
    return tuple(sorted(cast("Table", images["versions"]), key=_version_order))


def newest_version(framework: str, scope: str = "") -> str:
    """Return the newest version offered."""
    return versions(framework, scope)[-1]


def python_versions(framework: str, version: str, scope: str = "") -> tuple[str, ...]:
    """Return the Pythons that a version comes with, as in "py310"; empty where there is no choice."""
    images = _images(framework, scope)
    number = _known_version(framework, version, images)[1]
    return _strings(_of(cast("Table", images["versions"]), number).get("py_versions"))


def image_uri(  # noqa: PLR0913  (each says one thing that AWS writes into the address)
    framework: str,
    version: str,
    region: str,
    *,
    scope: str = "",
    instance_type: str = "",
    processor: str = "",
    python_version: str = "",
    based_on: str = "",
    container_version: str = "",
) -> str:
    """Return the address of an image; `UnknownImage` with the nearest choices where AWS offers none.

    An empty `version` means the newest, an empty `scope` training (or whatever else there is). `processor` ("cpu" or
    "gpu") stands in for an instance type that is only known in a run. `based_on` is for Hugging Face images:
    "pytorch2.1.0".
    """
    family = _family(instance_type)
    neuron = framework in _NEURON_FRAMEWORKS and family[:3] in {"inf", "trn"}
    wish = _Wish(
        framework=f"{framework}-neuron" if neuron else framework,
        version=version,
        scope=_GRAVITON if family in _GRAVITON_FAMILIES and framework in _GRAVITON_FRAMEWORKS else scope,
        family=family,
        processor=processor,
        python_version=python_version,
        based_on=based_on,
        container_version=container_version,
        neuron=neuron,
    )
    return _resolve(wish, region)


def _resolve(wish: _Wish, region: str) -> str:
    images = _images(wish.framework, wish.scope)
    tagged, number = _known_version(wish.framework, wish.version, images)
    entry = _of(cast("Table", images["versions"]), number)
    if "repository" not in entry:
        base, entry = _based_on(wish, entry)
        tagged = f"{base}-transformers{number}"
    python = _python_version(wish, entry)
    entry = cast("Table", entry.get(python) or entry)
    account = _account(entry, region, wish.framework)
    repository = str(entry["repository"])
    if wish.framework == "sagemaker-base-python":
        repository += f"-{(wish.python_version or 'py310').removeprefix('py')}"
    processor = _processor(wish, _strings(images.get("processors") or entry.get("processors")))
    tag = _tag(wish, entry, tagged, processor, python)
    host = f"{account}.dkr.ecr.{region}.{_dns_suffix(region)}"
    return f"{host}/{repository}:{tag}" if tag else f"{host}/{repository}"


def _scopes(framework: str) -> Mapping[str, Table]:
    if framework not in framework_names():
        message = f"AWS has no images for {framework!r}."
        raise UnknownImage(message, choices=_nearest(framework, framework_names()))
    return scopes_of(framework)


def _images(framework: str, scope: str) -> Table:
    offered = _scopes(framework)
    if len(offered) == 1:
        return next(iter(offered.values()))
    # A processing job runs in a framework's training image.
    wanted = "training" if scope == "processing" and scope not in offered else scope
    wanted = wanted or next((each for each in _SCOPE_ORDER if each in offered), next(iter(offered)))
    if wanted not in offered:
        raise UnknownImage(f"AWS has no {framework} image for {scope}.", choices=tuple(offered))
    return offered[wanted]


def _known_version(framework: str, version: str, images: Table) -> tuple[str, str]:
    """Return the version as the tag writes it, and as the table does."""
    known = cast("Table", images["versions"])
    aliases = cast("Mapping[str, str]", images.get("version_aliases", {}))
    if version in known:
        return version, version
    if not version:
        newest = max(known, key=_version_order)
        return newest, newest
    if version in aliases:
        return version, aliases[version]
    builds = sorted((each for each in known if each.startswith(f"{version}-")), key=_version_order)
    if builds:
        return builds[-1], builds[-1]
    message = f"AWS has no {framework} image of version {version}."
    raise UnknownImage(message, choices=_nearest(version, sorted(known, key=_version_order)))


def _based_on(wish: _Wish, entry: Table) -> tuple[str, Table]:
    aliases = cast("Mapping[str, str]", entry.get("version_aliases", {}))
    offered = [name for name, value in entry.items() if isinstance(value, dict) and "repository" in value]
    name = aliases.get(wish.based_on, wish.based_on) or (min(offered, key=_version_order, default=""))
    if name not in offered:
        message = f"{wish.framework} {wish.version} has no image based on {wish.based_on}."
        raise UnknownImage(message, choices=tuple(offered))
    asked = wish.based_on if wish.based_on and not wish.neuron else name
    return re.sub(r"^(pytorch|tensorflow)", "", asked), _of(entry, name)


def _python_version(wish: _Wish, entry: Table) -> str:
    offered = _strings(entry.get("py_versions"))
    if not offered or (wish.framework == "spark" and not wish.python_version):
        return ""
    chosen = wish.python_version or offered[-1]
    if chosen not in offered:
        message = f"{wish.framework} {wish.version} has no image with {chosen}."
        raise UnknownImage(message, choices=offered)
    return chosen


def _account(entry: Table, region: str, framework: str) -> str:
    accounts = account_tables()[cast("int", entry["accounts"])]
    if region not in accounts:
        message = f"AWS offers no {framework} image in region {region!r}."
        raise UnknownImage(message, choices=_nearest(region, accounts))
    return accounts[region]


def _processor(wish: _Wish, offered: tuple[str, ...]) -> str:
    if not offered:
        return ""
    chosen = wish.processor or _processor_of(wish.family, offered)
    if chosen not in offered:
        message = f"{wish.framework} {wish.version} has no image for {chosen}."
        raise UnknownImage(message, choices=offered)
    return chosen


def _processor_of(family: str, offered: tuple[str, ...]) -> str:
    if family in offered:
        return family
    if not family:
        return offered[0] if len(offered) == 1 else "cpu"
    if family[:3] in {"inf", "trn"}:
        return family[:3]
    return "gpu" if family[0] in "gp" else "cpu"


def _tag(wish: _Wish, entry: Table, tagged: str, processor: str, python: str) -> str:
    if wish.scope == _GRAVITON and wish.framework in {"xgboost", "sklearn"}:
        return _GRAVITON_TAGS.get((wish.framework, tagged), tagged)
    prefix = str(entry.get("tag_prefix", tagged))
    build = _container_version(wish, entry, processor)
    shown = processor if entry.get("processor_in_tag", True) else ""
    if wish.neuron:
        shown = "neuron"
    if wish.framework == "sagemaker-tritonserver" and processor == "gpu":
        shown = ""
    return "-".join(filter(None, (prefix, shown, python, build)))


def _container_version(wish: _Wish, entry: Table, processor: str) -> str:
    by_processor = cast("Mapping[str, str]", entry.get("container_version", {}))
    build = by_processor.get(processor, "") or wish.container_version
    repository = str(entry["repository"])
    if repository in _SDK_IN_TAG:
        newest = max(_strings(entry.get("sdk_versions")), default="")
        build = "-".join(filter(None, (newest, build)))
    if repository in {f"{wish.framework}-inference-graviton", f"{wish.framework}-inference-arm64"}:
        build = f"{build}-sagemaker"
    return build


def _dns_suffix(region: str) -> str:
    return next((suffix for start, suffix in _DNS_SUFFIXES.items() if region.startswith(start)), "amazonaws.com")


def _family(instance_type: str) -> str:
    found = re.match(r"^ml[._]([a-z\d-]+)\.?\w*$", instance_type)
    return found[1] if found else ""


def _version_order(version: str) -> tuple[bool, tuple[int, ...], str]:
    """Order by the numbers in a version; words such as "latest" and the legacy "1" stand first."""
    numbers = tuple(int(part) for part in re.findall(r"\d+", version))
    return "." in version, numbers, version


def _nearest(name: str, candidates: Iterable[str]) -> tuple[str, ...]:
    known = list(candidates)
    return tuple(difflib.get_close_matches(name, known, n=3, cutoff=0.5)) or tuple(known[-3:])


def _strings(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


def _of(table: Table, key: str) -> Table:
    return cast("Table", table[key])
