"""Setting up a programme or a county office, and the first sign-in of everybody else."""
