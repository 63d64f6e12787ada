"""Groups: the list, planning a run on real dates, and one group with its sessions and members."""
