"""American spellings, each with the British one."""

from collections.abc import Iterator

# Verbs in -ize, without that ending.
_IZE = (
    "anonym apolog author capital categor central character civil critic crystal custom digit economic emphas equal"
    " familiar final formal general harmon hypothes initial item jeopard legal legitim local maxim memor minim mobil"
    " modern monopol national neutral normal notar optim organ penal personal popular priorit privat public random"
    " rational real recogn regular reorgan revolution serial social special stabil standard subsid summar symbol"
    " synchron unauthor unrecogn util visual"
).split()
_ENDINGS = ("e", "ed", "es", "ing", "ation", "ations", "ational", "ationally", "er", "ers")
# The same word with one "l" where British English doubles it.
_DOUBLED = "cancel channel counsel dial fuel jewel label level marshal model panel signal total travel tunnel".split()
_PAIRS = {
    "aging": "ageing", "airplane": "aeroplane", "aluminum": "aluminium", "analyze": "analyse", "analyzed": "analysed",
    "analyzes": "analyses", "analyzing": "analysing", "armor": "armour", "behavior": "behaviour",
    "behavioral": "behavioural", "behaviors": "behaviours", "caliber": "calibre", "catalyze": "catalyse",
    "center": "centre", "centered": "centred", "centers": "centres", "color": "colour", "colored": "coloured",
    "colors": "colours", "defense": "defence", "defenses": "defences", "endeavor": "endeavour",
    "endeavored": "endeavoured", "endeavors": "endeavours", "enrollment": "enrolment", "enrollments": "enrolments",
    "favor": "favour", "favorable": "favourable", "favored": "favoured", "favors": "favours", "fiber": "fibre",
    "fulfill": "fulfil", "fulfillment": "fulfilment", "fulfills": "fulfils", "gray": "grey", "harbor": "harbour",
    "honor": "honour", "honored": "honoured", "honors": "honours", "installment": "instalment",
    "installments": "instalments", "kilometer": "kilometre", "kilometers": "kilometres", "labor": "labour",
    "labors": "labours", "liter": "litre", "liters": "litres", "maneuver": "manoeuvre", "neighbor": "neighbour",
    "neighboring": "neighbouring", "neighbors": "neighbours", "odor": "odour", "offense": "offence",
    "offenses": "offences", "paralyze": "paralyse", "pretense": "pretence", "rigor": "rigour", "rumor": "rumour",
    "skeptical": "sceptical", "skillful": "skilful", "theater": "theatre", "tumor": "tumour", "willful": "wilful",
    "willfully": "wilfully", "a license": "a licence", "any license": "any licence",
    "its license": "its licence", "such license": "such licence", "the license": "the licence",
    "the licenses": "the licences", "this license": "this licence",
}  # fmt: skip


def american() -> dict[str, str]:
    """Every American spelling in lower case, with what is British."""
    return dict(_ize()) | dict(_doubled()) | _PAIRS


def _ize() -> Iterator[tuple[str, str]]:
    for stem in _IZE:
        for ending in _ENDINGS:
            yield f"{stem}iz{ending}", f"{stem}is{ending}"


def _doubled() -> Iterator[tuple[str, str]]:
    for stem in _DOUBLED:
        for ending in ("ed", "ing", "er", "ers"):
            yield f"{stem}{ending}", f"{stem}l{ending}"
