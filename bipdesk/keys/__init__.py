"""Passphrases, slots, recovery codes, the keyring and sealing."""
