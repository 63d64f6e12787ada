"""County sync at a site: what will leave, the stick, and what the county has confirmed."""
