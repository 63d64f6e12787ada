"""A new referral, with minimal intake and the sealed hand-over form."""
