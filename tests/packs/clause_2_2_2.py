"""2.2.2: every read has a time, dd/mm/yyyy hh:mm:ss, of the calendar and of 24 hours, in GMT all year."""
from datetime import datetime, timedelta, timezone

from packs import ABSENT, breaks, breaks_by_field

# Of a read without a pass: what its clock shows beside the truth is then nobody's matter, and the form alone is judged.
breaks_by_field("2.2.2-a", "time", {
    "missing": (ABSENT, "the read has no time"),
    "empty": ("", "the time is empty"),
    "null": (None, "the time is null"),
    "number": (1560236470, "seconds since 1970, as a number"),
    "hyphens": ("11-06-2019 07:00:20", "hyphens for strokes"),
    "points": ("11.06.2019 07:00:20", "points for strokes"),
    "rfc_3339": ("2019-06-11T07:00:20Z", "the form of RFC 3339"),
    "year_first": ("2019/06/11 07:00:20", "the year stands first"),
    "year_of_two_digits": ("11/06/19 07:00:20", "a year of two digits"),
    "no_leading_zeros": ("11/6/2019 7:00:20", "leading zeros left out"),
    "no_seconds": ("11/06/2019 07:00", "no seconds"),
    "fraction": ("11/06/2019 07:00:20.5", "a fraction of a second"),
    "comma_fraction": ("11/06/2019 07:00:20,123", "thousandths after a comma"),
    "z_behind": ("11/06/2019 07:00:20Z", "a zone behind it"),
    "offset_behind": ("11/06/2019 07:00:20 +0000", "an offset behind it"),
    "gmt_behind": ("11/06/2019 07:00:20 GMT", "a word behind it"),
    "twelve_hours": ("11/06/2019 07:00:20 AM", "a clock of twelve hours"),
    "two_spaces": ("11/06/2019  07:00:20", "two spaces between date and time"),
    "no_space": ("11/06/201907:00:20", "no space between date and time"),
    "t_between": ("11/06/2019T07:00:20", "a T between date and time"),
    "tab_between": ("11/06/2019\t07:00:20", "a tab between date and time"),
    "comma_between": ("11/06/2019, 07:00:20", "a comma between date and time"),
    "leading_space": (" 11/06/2019 07:00:20", "a space before it"),
    "trailing_space": ("11/06/2019 07:00:20 ", "a space behind it"),
    "letter_for_a_digit": ("11/06/2019 07:0O:20", "a letter O for a zero"),
    "wide_digits": ("\uff11\uff11/06/2019 07:00:20", "digits that are not of ASCII"),
    "sign": ("11/06/2019 07:00:+2", "a sign among the digits"),
    "month_by_name": ("11/Jun/2019 07:00:20", "a month by its name"),
    "date_alone": ("11/06/2019", "a date without a time"),
    "time_alone": ("07:00:20", "a time without a date"),
    "points_in_the_time": ("11/06/2019 07.00.20", "points in the time"),
    "day_zero": ("00/06/2019 07:00:20", "there is no day 0"),
    "day_32": ("32/07/2019 07:00:20", "there is no day 32"),
    "thirty_one_of_june": ("31/06/2019 07:00:20", "June has 30 days"),
    "month_zero": ("11/00/2019 07:00:20", "there is no month 0"),
    "month_13": ("06/13/2019 07:00:20", "the month stands first, and there is no month 13"),
    "leap_day_of_2019": ("29/02/2019 07:00:20", "2019 is no leap year"),
    "leap_day_of_2100": ("29/02/2100 07:00:20", "2100 is no leap year"),
    "leap_day_of_1900": ("29/02/1900 07:00:20", "1900 was no leap year"),
    "thirty_of_february": ("30/02/2020 07:00:20", "February never has 30 days"),
    "hour_24": ("11/06/2019 24:00:00", "midnight is 00:00:00 of the next day"),
    "hour_25": ("11/06/2019 25:00:00", "there is no hour 25"),
    "minute_60": ("11/06/2019 07:60:20", "there is no minute 60"),
    "second_60": ("11/06/2019 07:00:60", "there is no second 60 in that minute"),
}, read="test")


@breaks("2.2.2-a", "the time stands twice, so nobody knows which one it is")
def twice(story):
    story.test.alter = lambda text: text.replace(b'"time":', b'"time":"11/06/2019 07:00:19","time":', 1)


def _shows(minutes):
    """A camera's clock that is off by so many minutes, in one read."""
    def change(story):
        story.plain.fields["time"] = (story.plain.passed_at + timedelta(minutes=minutes)).strftime("%d/%m/%Y %H:%M:%S")
    return change


for name, minutes, why in (("summer_time", 60, "07:00 GMT is shown as 08:00: British Summer Time"),
                           ("an_hour_behind", -60, "an hour behind: the clock was put back in spring"),
                           ("central_european_summer_time", 120, "two hours ahead, as in Paris in summer"),
                           ("double_summer_time_behind", -120, "two hours behind"),
                           ("half_an_hour", 30, "half an hour ahead"),
                           ("new_york", -240, "a clock as it comes from the factory, in New York"),
                           ("a_day_ahead", 1440, "a day ahead"),
                           ("a_year_behind", -525600, "a year behind, to the minute")):
    breaks("2.2.2-b", why, name=name)(_shows(minutes))


@breaks("2.2.2-b", "day and month have changed places: the time is of the calendar, and half a year off")
def month_before_day(story):
    story.plain.fields["time"] = story.plain.passed_at.strftime("%m/%d/%Y %H:%M:%S")


@breaks("2.2.2-b", "a pass late in the evening is dated to the next day, by summer time")
def next_day_by_summer_time(story):
    late = story.another()
    late.is_passing(datetime(2019, 6, 11, 23, 30, 0, 120000, tzinfo=timezone.utc))
    late.fields["time"] = "12/06/2019 00:30:00"


@breaks("2.2.2-b", "in winter, when GMT is on every wall, the clock is an hour ahead")
def ahead_in_winter(story):
    late = story.another()
    late.is_passing(datetime(2019, 12, 11, 8, 0, 0, 120000, tzinfo=timezone.utc))
    late.fields["time"] = "11/12/2019 09:00:00"


@breaks("2.2.2-b", "summer time, by a mobile unit alone")
def mobile_in_summer_time(story):
    story.mobile.fields["time"] = (story.mobile.passed_at + timedelta(hours=1)).strftime("%d/%m/%Y %H:%M:%S")
