"""A small index of an invented country: five provinces, two pillars of two indicators, and its figures."""

import numpy as np

from hopluc.scorecards import Data, Definition
from hopluc.scorecards.definition import Aggregate, Group, Indicator, Normalise, Steps

UNITS = ("TL", "VH", "DS", "PM", "KN")


def definition(steps: Steps | None = None) -> Definition:
    return Definition(
        code="small",
        edition="2026",
        name="Bộ chỉ số minh họa",
        status="example",
        source="minh họa",
        groups=(Group("index", "Chỉ số chung"), Group("human", "Nhân lực", "index", 2.0), Group("output", "Kết quả", "index")),
        indicators=(
            Indicator("researchers", "Cán bộ nghiên cứu", "human", name_en="Researchers", unit="người"),
            Indicator("spending", "Chi cho nghiên cứu", "human", weight=3.0),
            Indicator("patents", "Sáng chế", "output"),
            Indicator("delay", "Số ngày giải quyết hồ sơ", "output", direction=-1),
        ),
        steps=steps or Steps(normalise=Normalise(low=1, high=100)),
    )


def geometric() -> Definition:
    return definition(Steps(normalise=Normalise(low=1, high=100), aggregate=Aggregate("geometric")))


def data(*, gaps: bool = False) -> Data:
    values = np.array(
        [
            [12.0, 1.5, 40.0, 20.0],
            [30.0, 0.9, 55.0, 12.0],
            [8.0, 2.2, 5.0, 25.0],
            [15.0, 1.1, 22.0, 30.0],
            [22.0, 0.4, 31.0, 8.0],
        ]
    )
    if gaps:
        values[1, 2] = values[3, 0] = np.nan
    return Data(UNITS, ("researchers", "spending", "patents", "delay"), values)
