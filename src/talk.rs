//! Giving a talk: how fast it goes on by itself, how long it has lasted, and what its two windows tell each other.
//!
//! No clock is read here: whoever knows the time hands it in.

/// Seconds of a stop at each speed, slow to fast.
pub const SPEEDS: [u32; 3] = [20, 12, 6];

/// A number that is being typed, to go to its stop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Typed(usize);

impl Typed {
    /// With another figure; what is longer than any story has stops begins anew.
    #[must_use]
    pub fn with(self, figure: usize) -> Self {
        let number = self.0 * 10 + figure % 10;
        Self(if number > 99 { figure % 10 } else { number })
    }

    /// The number, if there is one: stops count from 1.
    pub fn number(self) -> Option<usize> {
        Some(self.0).filter(|number| *number > 0)
    }
}

/// A timer that can be stopped and started again. Times are milliseconds from any one moment.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Timer {
    /// What had passed when it was last stopped.
    passed: f64,
    since: Option<f64>,
}

impl Timer {
    /// Whether it runs.
    pub fn is_running(self) -> bool {
        self.since.is_some()
    }

    /// Started, or stopped where it runs.
    #[must_use]
    pub fn toggled(self, now: f64) -> Self {
        match self.since {
            Some(_) => Self { passed: self.elapsed(now), since: None },
            None => Self { since: Some(now), ..self },
        }
    }

    /// At zero, and running only if it did.
    #[must_use]
    pub fn reset(self, now: f64) -> Self {
        Self { passed: 0.0, since: self.since.map(|_| now) }
    }

    /// Milliseconds it has run; a clock that was put back takes nothing away.
    pub fn elapsed(self, now: f64) -> f64 {
        self.passed + self.since.map_or(0.0, |since| (now - since).max(0.0))
    }
}

/// Milliseconds as `0:07`, `12:30`, `1:02:03`.
///
/// ```
/// use gsi_timeline::talk::duration;
/// assert_eq!([7_900.0, 750_000.0, 3_723_000.0].map(duration), ["0:07", "12:30", "1:02:03"]);
/// ```
pub fn duration(ms: f64) -> String {
    let seconds = (ms / 1000.0).max(0.0) as u64;
    let (h, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if h > 0 { format!("{h}:{m:02}:{s:02}") } else { format!("{m}:{s:02}") }
}

/// A movement through the stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// The stop after, or from wherever was explored.
    Next,
    /// The stop before; from wherever was explored, back to the stop itself.
    Previous,
    /// A stop, counted from 0.
    To(usize),
    /// Hides the stage, or shows it again.
    Black,
    /// Goes on by itself, or no longer.
    Play,
}

/// Where the window with the stage is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The stop, counted from 0.
    pub at: usize,
    /// Whether the stage is hidden.
    pub is_black: bool,
    /// Whether it goes on by itself.
    pub is_playing: bool,
    /// Whether it shows something else than the stop.
    pub is_exploring: bool,
}

/// What one window tells the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// The window with the notes has opened: where are we?
    Ask,
    /// The window with the stage says where it is.
    At(Place),
    /// The window with the notes asks for a movement.
    Do(Move),
    /// The window with the stage is gone, or no longer presents.
    Gone,
}

impl Message {
    /// As it goes through the channel.
    ///
    /// ```
    /// use gsi_timeline::talk::{Message, Move};
    /// let message = Message::Do(Move::To(4));
    /// assert_eq!(message.text(), "do to 4");
    /// assert_eq!(Message::parse("do to 4"), Some(message));
    /// assert_eq!(Message::parse("do away"), None);
    /// ```
    pub fn text(self) -> String {
        match self {
            Self::Ask => "ask".to_owned(),
            Self::Gone => "gone".to_owned(),
            Self::Do(Move::Next) => "do next".to_owned(),
            Self::Do(Move::Previous) => "do previous".to_owned(),
            Self::Do(Move::Black) => "do black".to_owned(),
            Self::Do(Move::Play) => "do play".to_owned(),
            Self::Do(Move::To(stop)) => format!("do to {stop}"),
            Self::At(place) => {
                let flag = |is: bool, name| if is { name } else { "" };
                let flags = [
                    flag(place.is_black, " black"),
                    flag(place.is_playing, " playing"),
                    flag(place.is_exploring, " exploring"),
                ];
                format!("at {}{}", place.at, flags.concat())
            }
        }
    }

    /// What a text says; `None` where it says nothing that is known.
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let message = match words.next()? {
            "ask" => Self::Ask,
            "gone" => Self::Gone,
            "do" => Self::Do(match words.next()? {
                "next" => Move::Next,
                "previous" => Move::Previous,
                "black" => Move::Black,
                "play" => Move::Play,
                "to" => Move::To(words.next()?.parse().ok()?),
                _ => return None,
            }),
            "at" => {
                let at = words.next()?.parse().ok()?;
                let flags: Vec<&str> = words.by_ref().collect();
                let has = |name| flags.contains(&name);
                let (is_black, is_playing, is_exploring) = (has("black"), has("playing"), has("exploring"));
                Self::At(Place { at, is_black, is_playing, is_exploring })
            }
            _ => return None,
        };
        words.next().is_none().then_some(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_make_a_number_and_too_many_begin_anew() {
        let typed = |figures: &[usize]| figures.iter().fold(Typed::default(), |typed, f| typed.with(*f)).number();
        assert_eq!(typed(&[]), None);
        assert_eq!(typed(&[0]), None);
        assert_eq!(typed(&[1, 2]), Some(12));
        assert_eq!(typed(&[0, 3]), Some(3));
        assert_eq!(typed(&[1, 2, 7]), Some(7));
    }

    #[test]
    fn a_timer_counts_only_while_it_runs() {
        let timer = Timer::default().toggled(1000.0);
        assert_eq!(timer.elapsed(4000.0), 3000.0);
        let stopped = timer.toggled(4000.0);
        assert!(!stopped.is_running());
        assert_eq!(stopped.elapsed(9000.0), 3000.0);
        let again = stopped.toggled(10_000.0);
        assert_eq!(again.elapsed(11_000.0), 4000.0);
        assert_eq!(again.elapsed(5_000.0), 3000.0, "a clock put back takes nothing away");
        assert_eq!(again.reset(12_000.0).elapsed(12_500.0), 500.0);
        assert_eq!(stopped.reset(12_000.0), Timer::default());
    }

    #[test]
    fn every_message_is_read_as_it_was_written() {
        let mut all = vec![Message::Ask, Message::Gone];
        all.extend([Move::Next, Move::Previous, Move::To(0), Move::To(98), Move::Black, Move::Play].map(Message::Do));
        for flags in 0..8 {
            let [is_black, is_playing, is_exploring] = [1, 2, 4].map(|bit| flags & bit > 0);
            all.push(Message::At(Place { at: flags, is_black, is_playing, is_exploring }));
        }
        for message in all {
            assert_eq!(Message::parse(&message.text()), Some(message));
        }
        for noise in ["", "at", "at x", "do", "do to", "do to x", "ask more", "hello"] {
            assert_eq!(Message::parse(noise), None, "{noise:?}");
        }
    }
}
