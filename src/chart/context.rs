//! What every chart needs at hand: the request, the words of its language, names, zones and the shared part of rules.

use super::aggregate::Counts;
use super::canvas::{Area, Canvas, Ink};
use super::compare::Reach;
use super::period::Periods;
use super::{ChartRequest, Pick, Zone};
use crate::i18n::{ChartWords, Tally, chart_words};
use crate::model::{EventId, KindId, RegionId, TimeSpan};

/// The lane of what concerns no single region; it is drawn as every other and never named in a finding.
const GLOBAL: &str = "global";

/// Words that may be cut in a name that does not fit, with what stands for them.
const ABBREVIATIONS: [(&str, &str); 2] = [("America", "Am."), ("Caribbean", "Carib.")];

/// A request with its words.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// What was asked for.
    pub request: &'a ChartRequest<'a>,
    /// The words of its language.
    pub words: &'static ChartWords,
    /// What it shares with another drawing.
    pub reach: Reach,
}

impl<'a> Context<'a> {
    /// Looks up the words of the request's language.
    pub fn new(request: &'a ChartRequest<'a>, reach: Reach) -> Self {
        Self { request, words: chart_words(request.locale), reach }
    }

    /// The regions by period, in the periods that suit the days in view or in those that are shared.
    pub fn counts(&self) -> Counts {
        let periods = match self.reach.unit {
            Some(unit) => Periods::of(unit, self.request.span),
            None => Periods::covering(self.request.span),
        };
        Counts::in_periods(self.request, periods)
    }

    /// The end of a scale of counts: the largest of this drawing, or of the one it is read beside.
    pub fn peak(&self, own: usize) -> usize {
        own.max(self.reach.peak)
    }

    /// A region's name.
    pub fn region(&self, region: RegionId) -> &'a str {
        self.request.dataset.taxonomy().region(region).label.get(self.request.locale)
    }

    /// A region's name in a sentence.
    pub fn place(&self, region: RegionId) -> String {
        (self.words.place)(self.region(region))
    }

    /// A kind's name.
    pub fn kind(&self, kind: KindId) -> &'a str {
        self.request.dataset.taxonomy().kind(kind).label.get(self.request.locale)
    }

    /// Whether a finding may name the region.
    pub fn is_place(&self, region: RegionId) -> bool {
        self.request.dataset.taxonomy().region(region).slug != GLOBAL
    }

    /// A period's days, cut to the days in view: what choosing it asks for.
    pub fn days_in_view(&self, period: TimeSpan) -> TimeSpan {
        period.clamped(self.request.span)
    }

    /// A zone that says a value, with the events that it counts, in order.
    pub fn zone(&self, area: Area, of: &[&str], value: &str, pick: Pick, events: Vec<EventId>) -> Zone {
        let label = (self.words.value)(of, value);
        let Area { x, y, w, h } = area;
        Zone { x, y, w, h, label, pick, pressed: pick.is_pressed(self.request.filter), events: events.into() }
    }

    /// Joins the sentences of a rule.
    pub fn rule(&self, sentences: impl IntoIterator<Item = String>) -> String {
        let said: Vec<String> = sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect();
        said.join(self.words.sentence_gap)
    }

    /// The sentences that reconcile the drawn numbers with the selection.
    ///
    /// `has_columns` says whether vague and earlier events stand in columns of their own, and so are drawn.
    pub fn reconciliation(&self, counts: &Counts, has_columns: bool) -> [String; 3] {
        let unless_none = |n: usize, sentence: fn(usize, bool) -> String| match n {
            0 => String::new(),
            n => sentence(n, has_columns),
        };
        let tally = if has_columns {
            let n_counted = counts.n_counted();
            Tally { n_events: counts.n_events, n_counted, n_repeated: counts.n_repeated, others_left_out: false }
        } else {
            Tally {
                n_events: counts.n_placed(),
                n_counted: counts.n_placed_counted(),
                n_repeated: counts.n_repeated_placed,
                others_left_out: counts.n_placed() < counts.n_events,
            }
        };
        [
            unless_none(counts.n_earlier, self.words.rule_earlier),
            unless_none(counts.n_year_only, self.words.rule_year_only),
            self.repeated(tally),
        ]
    }

    /// The sentence on events of several regions; empty where there are none.
    pub fn repeated(&self, tally: Tally) -> String {
        if tally.n_repeated == 0 { String::new() } else { (self.words.rule_repeated)(tally) }
    }
}

/// A name as long as fits `width` px: whole, else with known words cut, else cut with an ellipsis.
pub fn fitted(canvas: &Canvas, name: &str, ink: Ink, width: f64) -> String {
    let mut name = name.to_owned();
    for (whole, short) in ABBREVIATIONS {
        if canvas.text_width(&name, ink) <= width {
            return name;
        }
        name = name.replace(whole, short);
    }
    let mut kept = name.chars().count();
    let mut text = name.clone();
    while kept > 1 && width < canvas.text_width(&text, ink) {
        kept -= 1;
        let start: String = name.chars().take(kept).collect();
        text = format!("{}…", start.trim_end_matches([' ', '.', '&']));
    }
    text
}

/// The widest of some texts, px.
pub fn widest<'t>(canvas: &Canvas, texts: impl IntoIterator<Item = &'t str>, ink: Ink) -> f64 {
    texts.into_iter().fold(0.0, |max: f64, text| max.max(canvas.text_width(text, ink)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Scene;

    #[test]
    fn names_are_cut_by_known_words_first_and_by_letters_last() {
        let mut scene = Scene::new(1.0, 1.0);
        let canvas = Canvas::new(&mut scene);
        let cut = |width| fitted(&canvas, "Latin America & Caribbean", Ink::LABEL, width);
        assert_eq!(cut(200.0), "Latin America & Caribbean");
        assert_eq!(cut(140.0), "Latin Am. & Caribbean");
        assert_eq!(cut(110.0), "Latin Am. & Carib.");
        assert_eq!(cut(70.0), "Latin Am…");
    }
}
