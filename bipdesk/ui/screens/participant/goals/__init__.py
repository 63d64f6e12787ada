"""Goals: what he wants to be different, 1-2-1s, and how he owns what he did."""
