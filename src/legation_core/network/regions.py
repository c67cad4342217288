"""Regions of the world: the sub-regions of the UN standard M49, for grouping a list of countries and nothing else.

Source: territoryContainment of Unicode CLDR 45, which follows "Standard country or area codes for statistical use" (UN
Statistics Division, M49). The assignment to a region takes no position on the status of a place.
"""

from collections.abc import Mapping
from types import MappingProxyType

from legation_core.values import CountryCode

_REGIONS = """
005 AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE
011 BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG
013 BZ CR GT HN MX NI PA SV
014 BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW
015 DZ EG EH LY MA SD TN
017 AO CD CF CG CM GA GQ ST TD
018 BW LS NA SZ ZA
021 BM CA GL PM US
029 AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI
030 CN HK JP KP KR MN MO TW
034 AF BD BT IN IR LK MV NP PK
035 BN ID KH LA MM MY PH SG TH TL VN
039 AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA
053 AU CC CX HM NF NZ
054 FJ NC PG SB VU
057 FM GU KI MH MP NR PW UM
061 AS CK NU PF PN TK TO TV WF WS
143 KG KZ TJ TM UZ
145 AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE
151 BG BY CZ HU MD PL RO RU SK UA
154 AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ
155 AT BE CH DE FR LI LU MC NL
"""

ELSEWHERE = "001"
"""The world, for what M49 puts into no sub-region."""

REGIONS: Mapping[CountryCode, str] = MappingProxyType(
    {CountryCode(country): line[:3] for line in _REGIONS.split("\n") for country in line[4:].split()}
)
"""The code of the region, three digits, by country."""


def region_of(country: str) -> str:
    """The M49 code of the country's sub-region; that of the world where it lies in none."""
    return REGIONS.get(CountryCode(country), ELSEWHERE)
