"""The benchmark works, and its pipelines are such as people draw."""

from designer.checking.run import check
from tests.benchmarks.pipelines import SIZES, measure, pipeline, table


def test_the_pipelines_that_are_measured_have_nothing_against_them() -> None:
    project = pipeline(12)

    assert [one.message for one in check(project.graph, project.lowered)] == []


def test_a_table_has_a_row_for_each_size_and_a_figure_for_each_target() -> None:
    lines = list(table([measure(size, 1, None) for size in SIZES[:2]]))

    assert [line.split("|")[1].strip() for line in lines[2:]] == ["10", "50"]
    assert all(float(cell) > 0 for cell in lines[2].split("|")[2:8])
