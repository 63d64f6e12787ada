"""Where programmes are: countries and their parts, as far as public holidays differ."""

COUNTRIES: tuple[tuple[str, str], ...] = (
    ("United Kingdom", "GB"),
    ("Ireland", "IE"),
    ("United States", "US"),
    ("Canada", "CA"),
    ("Mexico", "MX"),
    ("Australia", "AU"),
    ("New Zealand", "NZ"),
    ("Spain", "ES"),
    ("Argentina", "AR"),
    ("Chile", "CL"),
    ("Colombia", "CO"),
    ("Peru", "PE"),
)
"""(name, ISO 3166 code) in the order in which they are offered."""

_STATES = (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC "
    "ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY"
)
_PROVINCES = "AB BC MB NB NL NS NT NU ON PE QC SK YT"
_COMMUNITIES = "AN AR AS CB CE CL CM CN CT EX GA IB MC MD ML NC PV RI VC"

REGIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "GB": (
        ("England", "ENG"),
        ("Wales", "WLS"),
        ("Scotland", "SCT"),
        ("Northern Ireland", "NIR"),
    ),
    "US": tuple((code, code) for code in _STATES.split()),
    "CA": tuple(
        (code, code)
        for code in ["AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"]
    ),
    "AU": tuple((code, code) for code in ["ACT", "NSW", "NT", "QLD", "SA", "TAS", "VIC", "WA"]),
    "ES": tuple(
        (code, code)
        for code in [
            "AN",
            "AR",
            "AS",
            "CB",
            "CE",
            "CL",
            "CM",
            "CN",
            "CT",
            "EX",
            "GA",
            "IB",
            "MC",
            "MD",
            "ML",
            "NC",
            "PV",
            "RI",
            "VC",
        ]
    ),
}
"""Parts of a country by its code: (name, code)."""


def regions_of(country: str) -> tuple[tuple[str, object], ...]:
    """Return the choices of a region in `country`; the whole country is the first."""
    return (("Whole country", ""), *REGIONS.get(country, ()))


def likely_paper(country: str) -> str:
    """Return the paper that office printers hold there: Letter in North America, A4 elsewhere."""
    return "Letter" if country in ("US", "CA", "MX", "CO", "CL") else "A4"
