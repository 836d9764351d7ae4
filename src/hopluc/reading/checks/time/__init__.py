"""Time (ngày tháng, thời hạn): days, terms, ages and the order of things."""
