"""Every CloudFormation type that the sandbox knows, by name."""

from collections.abc import Mapping
from types import MappingProxyType

from designer.sandbox.types.containers import CONTAINER_TYPES
from designer.sandbox.types.events import EVENT_TYPES
from designer.sandbox.types.functions import FUNCTION_TYPES
from designer.sandbox.types.identity import IDENTITY_TYPES
from designer.sandbox.types.messaging import MESSAGING_TYPES
from designer.sandbox.types.orchestration import ORCHESTRATION_TYPES
from designer.sandbox.types.resource_type import ResourceType
from designer.sandbox.types.sagemaker import SAGEMAKER_TYPES
from designer.sandbox.types.storage import STORAGE_TYPES
from designer.sandbox.types.studio import STUDIO_TYPES

_GROUPS = (
    STORAGE_TYPES, IDENTITY_TYPES, FUNCTION_TYPES, EVENT_TYPES, MESSAGING_TYPES, ORCHESTRATION_TYPES, CONTAINER_TYPES,
    SAGEMAKER_TYPES, STUDIO_TYPES,
)  # fmt: skip

RESOURCE_TYPES: Mapping[str, ResourceType] = MappingProxyType(
    {resource_type.name: resource_type for group in _GROUPS for resource_type in group}
)
