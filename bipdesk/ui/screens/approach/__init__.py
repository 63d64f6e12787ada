"""The approach: where the programme stands on each row of the chart, and what follows."""
