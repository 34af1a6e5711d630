from designer.gui.fields.dotted import errors_at, errors_elsewhere, rest_after

ERRORS = {"Entries": ("Too many.",), "Entries.0.Source": ("Empty.",), "Entry": ("Unknown.",), "a.b.c": ("Dotted.",)}


def test_what_concerns_a_name_is_told_by_the_places_inside_it() -> None:
    assert errors_at(ERRORS, "Entries") == {"": ("Too many.",), "0.Source": ("Empty.",)}


def test_a_name_may_hold_dots() -> None:
    assert errors_at(ERRORS, "a.b") == {"c": ("Dotted.",)}


def test_what_concerns_none_of_the_names_is_left() -> None:
    assert errors_elsewhere(ERRORS, ("Entries", "a.b")) == ("Unknown.",)


def test_a_place_lies_in_no_empty_name() -> None:
    assert rest_after(".x", "") is None
