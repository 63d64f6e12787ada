"""What the invented programme writes into person records and about risk."""

from bipdesk.domain.risk import FlagKind

EMPLOYERS = (
    ("Hollis sawmill", "Early shift, late shift every second week"),
    ("County road works", "Nights when it snows"),
    ("Harlow poultry plant", "Late shift on Mondays"),
    ("Self-employed, roofing", ""),
    ("", "Looks for work"),
)
STREETS = ("Mill Lane", "Hill Road", "Ferry Street", "Quarry Road", "Old Station Road", "Creek Lane")
TOWNS = ("Harlow", "Dalefield", "Stony Ford", "Upper Weir")
VEHICLES = (
    ("Ford", "Ranger", "blue"),
    ("Chevrolet", "Malibu", "grey"),
    ("Dodge", "Ram", "white"),
    ("Toyota", "Corolla", "green"),
)
SUBSTANCES = (
    "Drinks at weekends; says that he did not drink on the night of the offence.",
    "Dry for two years, goes to meetings.",
    "None, he says.",
    "Tablets against pain after an accident, prescribed until spring.",
)
HEALTH = ("Sleeps badly. No treatment.", "Treated for depression three years ago.", "None known.")
ACCOUNTS = (
    "Tells of one evening: blocked the door, took the phone. Leaves out what came before.",
    "Says that both shouted. Admits that he pushed once.",
    "Tells of threats over some months, and that he read messages.",
)
POLICE = (
    "Police report: called twice within a year; the second time an injury to the arm was seen.",
    "Police report: breach of an earlier order by telephone.",
    "Court: one conviction for assault within the family, four years ago.",
)
FLAGS = (
    (
        FlagKind.JOB_LOSS,
        "Lost his work on Monday and sleeps in the truck.",
        "A 1-2-1 this week; housing office",
    ),
    (
        FlagKind.STALKING,
        "Says that he drove past the house twice.",
        "Told that it is a breach; probation told",
    ),
    (FlagKind.RELAPSE, "Came in smelling of drink.", "Sent home with his brother; talk the next morning"),
    (FlagKind.SEPARATION, "Custody hearing in three weeks.", "Two facilitators at each 1-2-1 until then"),
    (FlagKind.WEAPON, "Says that his shotgun is with his uncle. Not checked.", "Sheriff asked to check"),
)
STEPS = (
    "Ask probation for the report of the last visit",
    "Talk with him about the hearing before the next session",
    "Check with the sheriff whether the gun was handed in",
)
REASONS = ("Threat and stalking together", "Loss of work and a hearing in the same month")
