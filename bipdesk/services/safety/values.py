"""The values of the safety side, for its screens: they may import from here and from nowhere deeper."""

from bipdesk.domain.safety.partner import (
    Channel,
    Contact,
    Partner,
    PartnerDetails,
    PartnerFile,
    SafeContactRule,
    Support,
)

__all__ = [
    "Channel",
    "Contact",
    "Partner",
    "PartnerDetails",
    "PartnerFile",
    "SafeContactRule",
    "Support",
]
