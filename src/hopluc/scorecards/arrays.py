"""The kinds of array the steps work on: units along the last axis but one, indicators along the last, replicates before them."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.intp]
Truth = npt.NDArray[np.bool_]
