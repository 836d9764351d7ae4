"""The gate (cửa vào ra): what every request passes, what a mishap answers, and the one way out."""
