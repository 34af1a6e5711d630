"""One module for each kind of node: it has the kind's id for a name, and the kind as `KIND`.

A name that Python keeps for itself has `_` behind it.
"""
