"""The way from referral to acceptance, its papers, and earlier referrals."""
