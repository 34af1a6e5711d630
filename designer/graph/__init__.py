"""The document understood: typed edges, semantics, order, regions and differences."""
