"""Each rule has a bad case with the exact spot, and a near miss that stays silent."""
