"""The bundle carried between site and county: write, read, verify."""
