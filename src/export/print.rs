//! The printed page: head, the whole selected range in ink, every event in words with its sources, and a foot.
//!
//! ```text
//! name ───────────────────────── Dataset 2024.1      head, on the first sheet
//! 46 of 200 events · Middle East · 2023
//! [charts, each whole]                               where they are asked for
//! 2022 ··· 2023 ··· 2024                             the axis, again on every sheet that has lanes
//! East Asia   7 ┃ ■ Mongolia …
//! ■ Joint statement … (3) several, listed below      key
//! 2022               │ 15 Sep ■ Uzbekistan …         every event, in two columns
//! 3 Jan ■ Five …     │ 2023
//! ─────────────────────────────────────────── 1 of 3  foot, on every sheet, where the browser can
//! ```
//!
//! Markup in, markup out: every word that comes from a dataset or an address is escaped here. Sizes are CSS pixels,
//! for the smaller of A4 and Letter in either direction; the style sheet `print.css` gives texts the heights that
//! are reckoned with here.

use super::document::{Subject, chart_of, statement_key, whole_layout};
use super::{key, sheets};
use crate::chart::ChartId;
use crate::headline::account;
use crate::i18n::{DateStyle, PrintWords, date_words, messages};
use crate::layout::{Metrics, TimelineLayout, timeline_scene};
use crate::model::{Event, Locale, Section};
use crate::scale::wrap;
use crate::scene::svg::{escape, write_in};
use crate::scene::{GRID, Glyph, Paint, Palette, Scene, Weight};

/// What fits between the margins of either paper, px: A4 is 182 mm wide inside, Letter 245 mm high.
pub(super) const SHEET: (f64, f64) = (687.0, 925.0);

/// Drawings are laid out as on a screen and set smaller: glyphs of 12 become 9.
const SCALE: f64 = 0.75;

/// px of the lane names, before they are set smaller.
const GUTTER: f64 = 176.0;

/// Sizes of the timeline, before they are set smaller.
const METRICS: Metrics =
    Metrics { row: 23.0, glyph: 12.0, label: 13.0, max_rows: 4, lane_head: 0.0, all_labels: false };

/// Sizes of the head: text and line of the headline, line of the sentences, and everything around them, px.
const HEAD: (f64, f64, f64, f64) = (24.0, 29.0, 16.0, 60.0);

/// Size of the sentences of the head, px.
const SENTENCE: f64 = 11.0;

/// The most of a sheet's height that the drawing of a stop takes.
const MOST_OF_SHEET: f64 = 0.38;

/// px over a chart: its headline, its rule and the room to the next.
const FIGURE_HEAD: f64 = 110.0;

/// Of a list: the px its words have in a column, its heading, and a year with what is around it.
const LIST_COLUMN: f64 = 254.0;
const LIST_HEAD: f64 = 32.0;
const LIST_YEAR: f64 = 22.0;

/// Of an event in a list: size of the text, its line, and the line of a link, px.
const ROW: (f64, f64, f64) = (10.5, 14.0, 12.0);

/// The longest address that is repeated in every foot, in characters; a longer one stands in the head only.
const MOST_FOOT: usize = 400;

/// The printed page of a selection, as markup of an element's content; charts come with it where asked for.
pub fn page(subject: &Subject, with_charts: bool) -> String {
    let mut out = String::with_capacity(64 * 1024);
    foot(subject, &mut out);
    head(subject, &mut out);
    if with_charts {
        for id in ChartId::ALL {
            figure(subject, id, &mut out);
        }
    }
    if !subject.ids.is_empty() {
        timeline(subject, with_charts, &mut out);
        list(subject, print_words(subject).all_listed, &mut out);
    }
    out
}

/// An element of a class around markup.
pub(super) fn element(out: &mut String, tag: &str, name: &str, content: &str) {
    for part in ["<", tag, " class=\"", name, "\">", content, "</", tag, ">"] {
        out.push_str(part);
    }
}

/// An element of a class around words.
pub(super) fn words(out: &mut String, tag: &str, name: &str, text: &str) {
    element(out, tag, name, &escape(text));
}

fn print_words(subject: &Subject) -> &'static PrintWords {
    messages(subject.locale).print()
}

fn head(subject: &Subject, out: &mut String) {
    let info = subject.dataset.info();
    let mut name = String::new();
    words(&mut name, "b", "print-dataset", info.title.get(subject.locale));
    words(&mut name, "span", "print-version", &(print_words(subject).version)(&info.version));
    let mut content = String::new();
    element(&mut content, "p", "print-name", &name);
    words(&mut content, "h1", "print-headline", &subject.headline.text());
    for sentence in sentences(subject) {
        words(&mut content, "p", "print-sentence", &sentence);
    }
    element(out, "header", "print-head", &content);
}

/// What is most, whose account it is and where that can be read, and the address that shows the same.
///
/// The address stands in the foot too, but not every browser prints feet.
fn sentences(subject: &Subject) -> impl Iterator<Item = String> {
    let source = subject.dataset.info().source.url.clone();
    let permalink = (print_words(subject).permalink)(subject.permalink);
    let all = [
        subject.headline.lede.clone(),
        account(subject.dataset, subject.locale).0,
        source.unwrap_or_default(),
        permalink,
    ];
    all.into_iter().filter(|sentence| !sentence.is_empty())
}

/// px that the head takes, at most.
fn head_height(subject: &Subject) -> f64 {
    let (size, line, sentence, around) = HEAD;
    let lines = |text: &str, size, weight| wrap(text, size, weight, SHEET.0).len() as f64;
    let n_sentences: f64 = sentences(subject).map(|words| lines(&words, SENTENCE, Weight::Regular)).sum();
    around + line * lines(&subject.headline.text(), size, Weight::Strong) + sentence * n_sentences
}

/// A drawing, set `scale` times as large; `title` is its accessible name.
fn drawing(subject: &Subject, scene: &Scene, title: &str, palette: Palette, scale: f64) -> String {
    write_in(scene, title, subject.locale.tag(), palette, scale)
}

/// A chart with its finding and its rule; the px it is high.
pub(super) fn figure(subject: &Subject, id: ChartId, out: &mut String) -> f64 {
    let Some(chart) = chart_of(subject, id, SHEET.0 / SCALE) else { return 0.0 };
    let (w, h) = (chart.scene.width, chart.scene.height);
    let scale = SCALE.min(SHEET.0 / w).min((SHEET.1 - FIGURE_HEAD) / h);
    let mut content = String::new();
    words(&mut content, "h2", "print-finding", &chart.headline);
    words(&mut content, "p", "print-rule", &chart.rule);
    // Hues stay: stacked regions have nothing else, and neighbours differ in lightness.
    content += &drawing(subject, &chart.scene, &chart.headline, Palette::Paper, scale);
    let mut height = FIGURE_HEAD + h * scale;
    if matches!(id, ChartId::Cumulative | ChartId::Stances) {
        let key = key::draw(&statement_key(subject), w);
        height += key.height * scale;
        content += &drawing(subject, &key, messages(subject.locale).key_name, Palette::Paper, scale);
    }
    element(out, "figure", "print-figure", &content);
    height
}

/// The timeline in pieces, and its key.
fn timeline(subject: &Subject, on_next_sheet: bool, out: &mut String) {
    let placed = whole_layout(subject, SHEET.0 / SCALE, GUTTER, METRICS);
    let room = if on_next_sheet { SHEET.1 } else { SHEET.1 - head_height(subject) };
    let pieces = sheets::pieces(&placed, room / SCALE, SHEET.1 / SCALE);
    for (i, lanes) in pieces.iter().enumerate().filter(|(_, lanes)| !lanes.is_empty()) {
        let piece = sheets::piece(&placed, lanes);
        let class = if i > 0 || on_next_sheet { "print-drawing print-drawing--next" } else { "print-drawing" };
        element(out, "div", class, &lanes_drawing(subject, &piece));
    }
    let mut entries = key::kinds(subject);
    entries.extend(key::marks(&placed, subject, print_words(subject).several_listed));
    let key = key::draw(&entries, SHEET.0 / SCALE);
    let key = drawing(subject, &key, messages(subject.locale).key_name, Palette::Ink, SCALE);
    element(out, "div", "print-key", &key);
}

/// The whole timeline as one drawing, set as small as its sheet asks for; the px it is high.
pub(super) fn lanes(subject: &Subject, out: &mut String) -> f64 {
    let placed = whole_layout(subject, SHEET.0 / SCALE, GUTTER, METRICS);
    let scene = timeline_scene(subject.dataset, &placed, None, subject.locale, GUTTER);
    let scale = SCALE.min(SHEET.1 * MOST_OF_SHEET / scene.height);
    let drawn = drawing(subject, &scene, &subject.headline.text(), Palette::Ink, scale);
    element(out, "div", "print-drawing", &drawn);
    scene.height * scale
}

/// px that some words take, in lines of a width.
pub(super) fn lines_height(text: &str, (size, line): (f64, f64), weight: Weight, width: f64) -> f64 {
    if text.is_empty() { 0.0 } else { line * wrap(text, size, weight, width).len() as f64 }
}

/// px that the list of these events takes in its two columns, with its heading, at most.
pub(super) fn list_height(subject: &Subject) -> f64 {
    let mut height = 0.0;
    let (mut highest, mut year) = (0.0_f64, None);
    for event in subject.ids.iter().map(|id| subject.dataset.event(*id)) {
        let own = event.span.start().ymd().0;
        if year != Some(own) {
            (height, year) = (height + LIST_YEAR, Some(own));
        }
        let name = |region| subject.dataset.taxonomy().region(region).label.get(subject.locale).as_str();
        let regions: Vec<&str> = event.regions.iter().map(|region| name(*region)).collect();
        let text = [event.title.get(subject.locale), " ", &regions.join(", "), " · § 2.2.10 · p. 100"].concat();
        let links: f64 =
            event.links.iter().map(|link| lines_height(link, (ROW.0, ROW.2), Weight::Regular, LIST_COLUMN)).sum();
        let row = lines_height(&text, (ROW.0, ROW.1), Weight::Regular, LIST_COLUMN) + links + 2.0;
        (height, highest) = (height + row, highest.max(row));
    }
    // No column ends in the middle of an event: the longer one may have half of one more.
    LIST_HEAD + (height + highest) / 2.0
}

fn lanes_drawing(subject: &Subject, piece: &TimelineLayout) -> String {
    let scene = timeline_scene(subject.dataset, piece, None, subject.locale, GUTTER);
    drawing(subject, &scene, &subject.headline.text(), Palette::Ink, SCALE)
}

/// Every event, under its year.
pub(super) fn list(subject: &Subject, heading: &str, out: &mut String) {
    let mut content = String::new();
    words(&mut content, "h2", "print-listed", heading);
    let mut year = None;
    let mut rows = String::new();
    for event in subject.ids.iter().map(|id| subject.dataset.event(*id)) {
        let own = event.span.start().ymd().0;
        if year != Some(own) {
            close_year(&mut rows, &mut content);
            let name = match subject.locale {
                Locale::En => own.to_string(),
                Locale::Zh => format!("{own}年"),
            };
            words(&mut content, "h3", "print-year", &name);
            year = Some(own);
        }
        row(subject, event, &mut rows);
    }
    close_year(&mut rows, &mut content);
    element(out, "div", "print-list", &content);
}

fn close_year(rows: &mut String, content: &mut String) {
    if !rows.is_empty() {
        element(content, "ol", "print-events", rows);
        rows.clear();
    }
}

fn row(subject: &Subject, event: &Event, out: &mut String) {
    let (dataset, locale) = (subject.dataset, subject.locale);
    let (taxonomy, section) = (dataset.taxonomy(), dataset.section(event.section));
    let glyph = Glyph::of_kind(&taxonomy.kind(event.kind).slug, event.kind.index());
    let mut glyph_scene = Scene::new(GRID, GRID);
    glyph_scene.glyph(glyph, GRID / 2.0, GRID / 2.0, GRID, Paint::Ink1);
    let kind = taxonomy.kind(event.kind).label.get(locale);
    let regions: Vec<&str> = event.regions.iter().map(|r| taxonomy.region(*r).label.get(locale).as_str()).collect();
    let regions = regions.join(print_words(subject).name_join);
    let mut what = String::new();
    words(&mut what, "b", "print-title", event.title.get(locale));
    what.push(' ');
    element(&mut what, "span", "print-place", &place(subject, &regions, section));
    for link in &event.links {
        what.push(' ');
        words(&mut what, "span", "print-link", link);
    }
    let mut content = String::new();
    words(&mut content, "span", "print-date", &date_words(event.date, locale, DateStyle::Short));
    content += &drawing(subject, &glyph_scene, kind, Palette::Ink, SCALE);
    element(&mut content, "span", "print-what", &what);
    element(out, "li", "print-event", &content);
}

/// Regions, section and page; a number is never parted from its sign.
fn place(subject: &Subject, regions: &str, section: &Section) -> String {
    let own = print_words(subject);
    let mut out = escape(regions);
    for part in [format!("§ {}", section.number), (own.page)(section.page)] {
        out += own.place_join;
        words(&mut out, "span", "print-whole", &part);
    }
    out
}

/// What was asked for, in words.
fn asked(subject: &Subject) -> String {
    let n = subject.ids.len();
    if subject.filter.n_active() == 0 { (print_words(subject).no_filter)(n) } else { subject.headline.text() }
}

/// Margins, and what stands in the margin below every sheet.
fn foot(subject: &Subject, out: &mut String) {
    let mut left = asked(subject);
    if subject.permalink.chars().count() <= MOST_FOOT {
        left.push('\n');
        left += &(print_words(subject).permalink)(subject.permalink);
    }
    foot_of(left, print_words(subject), out);
}

/// The same with any words at its left.
pub(super) fn foot_of(left: String, own: &PrintWords, out: &mut String) {
    let (ink, rule) = (Palette::Ink.color(Paint::Ink2), Palette::Ink.color(Paint::Rule2));
    let set = format!(
        "vertical-align:top;margin-top:2mm;padding-top:1mm;border-top:1px solid {rule};color:{ink};\
         font:7pt/1.35 Arial,'Liberation Sans','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;"
    );
    let (left, of) = (css_string(&left), css_string(own.of_pages));
    *out += &format!(
        "<style>@page{{margin:14mm 14mm 20mm;\
         @bottom-left{{{set}width:88%;text-align:left;white-space:pre-wrap;overflow-wrap:anywhere;content:{left}}}\
         @bottom-right{{{set}width:12%;text-align:right;content:counter(page) {of} counter(pages)}}}}</style>"
    );
}

/// A text as a string of CSS that can end neither itself nor the element of style around it.
fn css_string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\a "),
            '"' => out.push_str("\\22 "),
            '\\' => out.push_str("\\5c "),
            '<' => out.push_str("\\3c "),
            '&' => out.push_str("\\26 "),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_of_css_ends_where_it_should() {
        assert_eq!(css_string("a\"}</style>\\\n&\u{7}"), "\"a\\22 }\\3c /style>\\5c \\a \\26 \"");
        assert_eq!(css_string("沙特"), "\"沙特\"");
    }
}
