"""New values into an old text whose comments are to stay.

ruamel.yaml keeps comments and is slow, so it is asked only where there are any. It is made to read plain scalars as the
rest of this program does; by itself it would take `012` for a number and a date for a date.
"""

import io
import re
from collections.abc import Mapping

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.resolver import VersionedResolver

from designer.document.merging import merge_mapping
from designer.document.yaml_reader import PLAIN_SCALARS
from designer.document.yaml_text import FlowList, FlowMap


class _SameResolver(VersionedResolver):
    @property
    def versioned_resolver(self) -> dict[str, list[tuple[str, re.Pattern[str]]]]:
        return PLAIN_SCALARS


class _SameRepresenter(RoundTripRepresenter):
    def represent_none(self, data: None) -> ScalarNode:  # noqa: ARG002 - ruamel's signature
        """Write that there is nothing as the rest of this program does; by itself it would leave the place empty."""
        written: ScalarNode = self.represent_scalar("tag:yaml.org,2002:null", "null")
        return written

    def represent_flow_list(self, values: FlowList) -> SequenceNode:
        """Write a list on one line."""
        written: SequenceNode = self.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=True)
        return written

    def represent_flow_map(self, values: FlowMap) -> MappingNode:
        """Write a mapping on one line."""
        written: MappingNode = self.represent_mapping("tag:yaml.org,2002:map", values, flow_style=True)
        return written


_SameRepresenter.add_representer(type(None), _SameRepresenter.represent_none)
_SameRepresenter.add_representer(FlowList, _SameRepresenter.represent_flow_list)
_SameRepresenter.add_representer(FlowMap, _SameRepresenter.represent_flow_map)


def merge_into_text(plain: Mapping[str, object], original_text: str) -> str:
    """Return the original text with these values in it, and its comments where they were."""
    yaml = YAML()
    yaml.Resolver = _SameResolver
    yaml.Representer = _SameRepresenter
    yaml.preserve_quotes = True
    yaml.width = 120
    old = yaml.load(original_text)
    merge_mapping(old, plain)
    written = io.StringIO()
    yaml.dump(old, written)
    return written.getvalue()
