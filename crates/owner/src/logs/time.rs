//! Times of log lines, so that a reason can be told before what followed from it. The forms are those of nginx, Apache, PHP,
//! syslog, klog, uWSGI, Tomcat, Redis and ISO 8601. Zones are kept where a line names one; a line without a year is of the year
//! of the others.

/// A time as a line says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    year: Option<i64>,
    month: i64,
    day: i64,
    /// Milliseconds since midnight.
    of_day: i64,
    /// Minutes east of Greenwich.
    offset: i64,
}

impl Stamp {
    /// Milliseconds since 1970; a missing year is this one.
    pub(super) fn millis(self, year: i64) -> i64 {
        let days = days(self.year.unwrap_or(year), self.month, self.day);
        (days * 1_440 - self.offset) * 60_000 + self.of_day
    }

    /// The year, if the line has it.
    pub(super) const fn year(self) -> Option<i64> {
        self.year
    }

    /// A time in seconds since 1970.
    pub(super) fn of_seconds(seconds: f64) -> Option<Stamp> {
        // From 2000 to 2100; other numbers are no times.
        if !(9.4e8..4.2e9).contains(&seconds) {
            return None;
        }
        Some(Stamp {
            year: Some(1970),
            month: 1,
            day: 1,
            of_day: (seconds * 1_000.0) as i64,
            offset: 0,
        })
    }
}

/// Days since 1970. Source: H. Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// A time as it is shown: `2026-03-01 10:00:00`.
pub(super) fn shown(millis: i64) -> String {
    let (year, month, day) = date(millis.div_euclid(86_400_000));
    let seconds = millis.rem_euclid(86_400_000) / 1_000;
    let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
}

/// The date of a day since 1970. Source: as above, `civil_from_days`.
fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, of_year - (153 * shifted + 2) / 5 + 1)
}

/// The first time in the text's beginning, and where it ends.
pub(super) fn find(text: &str) -> Option<(Stamp, usize)> {
    // A time stands early; a vhost's name or a client's address can stand before it.
    const SEARCHED: usize = 120;
    let bytes = text.as_bytes();
    let mut at_word = true;
    for at in 0..bytes.len().min(SEARCHED) {
        let byte = *bytes.get(at)?;
        if at_word && (byte.is_ascii_digit() || byte.is_ascii_uppercase()) {
            let mut cursor = Cursor { bytes, at };
            if let Some(stamp) = cursor.stamp() {
                return Some((stamp, cursor.at));
            }
        }
        at_word = !byte.is_ascii_alphanumeric() && !matches!(byte, b'.' | b'-' | b'/' | b':');
    }
    None
}

struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// A number of so many digits.
    fn number(&mut self, least: usize, most: usize) -> Option<i64> {
        let digits = self
            .bytes
            .get(self.at..)?
            .iter()
            .take(most)
            .take_while(|b| b.is_ascii_digit())
            .count();
        let text = self.bytes.get(self.at..self.at + digits)?;
        if digits < least {
            return None;
        }
        self.at += digits;
        std::str::from_utf8(text).ok()?.parse().ok()
    }

    fn one_of(&mut self, allowed: &[u8]) -> Option<u8> {
        let byte = self.peek().filter(|byte| allowed.contains(byte))?;
        self.at += 1;
        Some(byte)
    }

    fn blanks(&mut self) {
        while self.one_of(b" ").is_some() {}
    }

    /// "Jan" to "Dec".
    fn month(&mut self) -> Option<i64> {
        const MONTHS: &[u8] = b"JanFebMarAprMayJunJulAugSepOctNovDec";
        let name = self.bytes.get(self.at..self.at + 3)?;
        let index = MONTHS.chunks(3).position(|month| month == name)?;
        self.at += 3;
        i64::try_from(index + 1).ok()
    }

    fn stamp(&mut self) -> Option<Stamp> {
        let from = self.at;
        for form in [
            Cursor::year_first,
            Cursor::day_first,
            Cursor::month_first,
            Cursor::klog,
        ] {
            self.at = from;
            if let Some(stamp) = form(self) {
                return (stamp.month <= 12 && stamp.day <= 31).then_some(stamp);
            }
        }
        None
    }

    /// `2026/03/01 10:00:00`, `2026-03-01T10:00:00.123Z`.
    fn year_first(&mut self) -> Option<Stamp> {
        let year = self.number(4, 4)?;
        self.one_of(b"-/.")?;
        let month = self.number(2, 2)?;
        self.one_of(b"-/.")?;
        let day = self.number(2, 2)?;
        self.one_of(b" T:")?;
        self.blanks();
        self.time(Some(year), month, day)
    }

    /// `01-Mar-2026 10:00:00`, `01/Mar/2026:10:00:00 +0000`, `01 Mar 2026 10:00:00`.
    fn day_first(&mut self) -> Option<Stamp> {
        let day = self.number(1, 2)?;
        self.one_of(b"-/ ")?;
        let month = self.month()?;
        self.one_of(b"-/ ")?;
        let year = self.number(4, 4)?;
        self.one_of(b" :")?;
        self.time(Some(year), month, day)
    }

    /// `Mar  1 10:00:00`, `Mar 01 10:00:00.000000 2026`, `Mar 1, 2026 10:00:00 AM`; a weekday may stand before.
    fn month_first(&mut self) -> Option<Stamp> {
        const WEEKDAYS: [&[u8]; 7] = [
            b"Mon ", b"Tue ", b"Wed ", b"Thu ", b"Fri ", b"Sat ", b"Sun ",
        ];
        let next = self.bytes.get(self.at..self.at + 4)?;
        if WEEKDAYS.contains(&next) {
            self.at += 4;
            if self.peek()?.is_ascii_digit() {
                // systemctl: "Mon 2020-01-06 01:56:25".
                return self.year_first();
            }
        }
        let month = self.month()?;
        self.blanks();
        let day = self.number(1, 2)?;
        let mut year = None;
        if self.one_of(b",").is_some() {
            self.blanks();
            year = Some(self.number(4, 4)?);
        }
        self.one_of(b" ")?;
        let mut stamp = self.time(year, month, day)?;
        let after = self.at;
        self.blanks();
        if stamp.year.is_none() {
            match self.number(4, 4) {
                Some(year)
                    if self
                        .peek()
                        .is_none_or(|b| !b.is_ascii_alphanumeric() && b != b'-') =>
                {
                    stamp.year = Some(year);
                }
                Some(_) | None => self.at = after,
            }
        } else if self.one_of(b"P").is_some() && stamp.of_day < 43_200_000 {
            stamp.of_day += 43_200_000;
        }
        Some(stamp)
    }

    /// `W0301 10:00:00.000000` of Kubernetes' programs.
    fn klog(&mut self) -> Option<Stamp> {
        self.one_of(b"IWEF")?;
        let month = self.number(2, 2)?;
        let day = self.number(2, 2)?;
        self.one_of(b" ")?;
        self.time(None, month, day)
    }

    fn time(&mut self, year: Option<i64>, month: i64, day: i64) -> Option<Stamp> {
        let hour = self.number(1, 2)?;
        self.one_of(b":")?;
        let minute = self.number(2, 2)?;
        self.one_of(b":")?;
        let second = self.number(2, 2)?;
        let mut millis = 0;
        if self.one_of(b".,").is_some() {
            let from = self.at;
            let fraction = self.number(1, 9)?;
            let digits = u32::try_from(self.at - from).ok()?;
            millis = match digits {
                0..=3 => fraction * 10_i64.pow(3 - digits),
                _ => fraction / 10_i64.pow(digits - 3),
            };
        }
        Some(Stamp {
            year,
            month,
            day,
            of_day: ((hour * 60 + minute) * 60 + second) * 1_000 + millis,
            offset: self.offset(),
        })
    }

    /// `+0200`, `+02:00`, also with a blank before; zero where there is none.
    fn offset(&mut self) -> i64 {
        let from = self.at;
        self.blanks();
        let read = |cursor: &mut Self| {
            let sign = cursor.one_of(b"+-")?;
            let hours = cursor.number(2, 2)?;
            cursor.one_of(b":");
            let minutes = cursor.number(2, 2)?;
            let east = hours * 60 + minutes;
            Some(if sign == b'-' { -east } else { east })
        };
        read(self).unwrap_or_else(|| {
            self.at = from;
            0
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_moment_is_read_from_each_form() {
        const MOMENT: i64 = 1_772_359_200_000;
        for text in [
            "2026/03/01 10:00:00 [error] 7#7",
            "2026-03-01T10:00:00Z ERR",
            "2026-03-01T12:00:00.000+02:00 x",
            "[01-Mar-2026 10:00:00] WARNING",
            "192.0.2.1 - - [01/Mar/2026:11:00:00 +0100] \"GET",
            "[Sun Mar 01 10:00:00.000000 2026] [core:error]",
            "Sun Mar  1 10:00:00 2026 - SIGPIPE",
            "Mar  1 10:00:00 web nginx[7]:",
            "Mar 1, 2026 10:00:00 AM org.apache",
            "W0301 10:00:00.000000       9 controller.go",
            "1:M 01 Mar 2026 10:00:00.000 * Ready",
            "   Active: failed since Sun 2026-03-01 10:00:00 UTC",
            "time=\"2026-03-01T10:00:00Z\" level=debug",
        ] {
            let (stamp, _) = find(text).expect(text);
            assert_eq!(stamp.millis(2026), MOMENT, "{text}");
        }
        assert_eq!(shown(MOMENT), "2026-03-01 10:00:00");
        assert_eq!(
            Stamp::of_seconds(1_772_359_200.0).map(|s| s.millis(0)),
            Some(MOMENT)
        );
    }

    #[test]
    fn what_is_no_time_is_not_taken_for_one() {
        for text in [
            "",
            "12:30",
            "version 2026.03.01",
            "1 2 3",
            "Mar",
            "99/99/9999",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
