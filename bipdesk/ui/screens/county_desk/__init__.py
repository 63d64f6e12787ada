"""The county's desk: the sites, what arrived from each, and the answers to them."""
