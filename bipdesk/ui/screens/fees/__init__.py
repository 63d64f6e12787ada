"""Fees, where a programme charges any."""
