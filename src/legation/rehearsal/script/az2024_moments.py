"""What happened around the election of 2024 and no act of this system records, with sources.

The hours are invented unless `hour_known`; the openings and closings follow from the hours of the stations.
"""

from collections.abc import Iterator

from django.utils.translation import gettext_noop as _

from legation.rehearsal.script.scenes import INFERRED, PUBLISHED, Scene, on_clock

ZONE = "Asia/Baku"
_HOURS = "https://menafn.com/1107795621/Azerbaijan-Lists-Polling-Station-Set-Countries-Due-To-Presidential-Elections"
_SEMINAR = "https://news.az/news/ministry-of-foreign-affairs-cec-hold-seminar-for-azerbaijani-diplomatic-missions"
_BALLOTS = "https://turan.az/en/politics/65-million-ballots-will-be-printed-for-the-presidential-election"
_FROM_KOREA = (
    "https://news.az/news/"
    "voting-in-presidential-election-in-azerbaijans-diplomatic-missions-to-begin-in-korea-end-in-us"
)
_CARDS = (
    "https://menafn.com/1107655280/"
    "Deadline-For-Approval-Of-Requirements-Related-To-Absentee-Voting-Certificates-"
    "For-Presidential-Election-In-Azerbaijan-Expires"
)
_CANDIDATES = (
    "https://menafn.com/1107731700/Azerbaijan-Names-Deadline-For-Publishing-Registered-Presidential-Candidates-List"
)
_AT_STATIONS = (
    "https://menafn.com/1107816660/Azerbaijan-Finalizes-Transfer-Of-Ballot-Papers-To-Precinct-Election-Commissions"
)
_CONFIRMED = (
    "https://menafn.com/1107845361/Ilham-Aliyev-Officially-Declared-President-Of-Azerbaijan-Constitutional-Court"
)

_DAYS = (
    ("called", (2023, 12, 7, 10), _("A decree calls the early election"), _FROM_KOREA, True),
    (
        "registration-urged",
        (2023, 12, 23, 12),
        _("The chair of the commission: citizens abroad should get onto the list at the nearest mission"),
        "https://menafn.com/1107651257/Azerbaijani-MFA-Begins-Work-On-Compatriots-Voting-Abroad-CEC-Chairman",
        False,
    ),
    ("voting-cards", (2023, 12, 24, 12), _("The rules of the voting cards are approved"), _CARDS, False),
    (
        "ballot-text",
        (2024, 1, 3, 12),
        _("Text, form and number of the ballots are approved"),
        "https://www.xezernews.az/index.php/economic/img/css/photos/resize%20(100).jfif?c=news&id=97430",
        False,
    ),
    (
        "stations-announced",
        (2024, 1, 6, 14),
        _("49 stations in 37 countries are announced"),
        "https://en.trend.az/azerbaijan/politics/3845583.html",
        True,
    ),
    (
        "candidates-registered",
        (2024, 1, 9, 18),
        _("The registration of candidates ends, with seven"),
        "https://en.trend.az/azerbaijan/politics/3851005.html",
        False,
    ),
    ("candidates-published", (2024, 1, 18, 12), _("The list of candidates is published"), _CANDIDATES, False),
    (
        "headquarters",
        (2024, 1, 22, 12),
        _("The ministry approves its plan of work and sets up its headquarters"),
        "https://news.az/news/azerbaijans-mfa-establishes-polling-working-group-and-headquarters-overseas",
        False,
    ),
    ("seminar", (2024, 1, 23, 11), _("Ministry and commission hold a video seminar for the missions"), _SEMINAR, True),
    ("printing", (2024, 1, 24, 10), _("The printing of the ballots begins"), _BALLOTS, True),
    (
        "ballots-districts",
        (2024, 1, 30, 10),
        _("The ballots begin to go to the district commissions"),
        "https://menafn.com/1107796716/Azerbaijani-CEC-Shares-Over-Ballot-Papers-With-District-Election-Commissions",
        False,
    ),
    ("ballots-stations", (2024, 2, 4, 12), _("All ballots are with the station commissions"), _AT_STATIONS, True),
    (
        "final-protocol",
        (2024, 2, 11, 12),
        _("The commission draws up its final protocol"),
        "https://eng.az24saat.org/2024/02/12/constitutional-court-to-approve-results-of-presidential-elections-on-february-13/",
        False,
    ),
    ("confirmed", (2024, 2, 13, 12), _("The Constitutional Court confirms the result"), _CONFIRMED, True),
)
"""Code, instant by the clock of Baku, what happened, source, and whether the clock can be moved there by name."""

_VOTING = (
    ("first-opening", (2024, 2, 7, 3), _("Voting begins: the station in Seoul opens"), True),
    ("home-opening", (2024, 2, 7, 8), _("Polls open in Azerbaijan"), True),
    ("washington-opening", (2024, 2, 7, 17), _("The station in Washington opens"), False),
    ("home-closing", (2024, 2, 7, 19), _("Polls close in Azerbaijan; 34 stations abroad are open"), True),
    ("last-opening", (2024, 2, 7, 20), _("The last station to open, Los Angeles, opens"), False),
    ("last-closing", (2024, 2, 8, 7), _("The last station, Los Angeles, closes"), True),
)


def moments() -> Iterator[Scene]:
    """Every moment, in no order."""
    for code, when, what, source, named in _DAYS:
        yield Scene(f"az-{code}", on_clock(ZONE, *when), what, source=source, basis=PUBLISHED, named=named)
    for code, when, what, named in _VOTING:
        yield Scene(
            f"az-{code}", on_clock(ZONE, *when), what, source=_HOURS, basis=INFERRED, named=named, hour_known=True
        )
