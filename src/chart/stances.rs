//! One row a stance with its count, the partners by name in order of date, each with its square.

use super::aggregate::unique_max;
use super::canvas::{Area, Canvas, Ink};
use super::context::{Context, fitted, widest};
use super::statement::{Statements, hue, partner};
use super::{Chart, DataTable, Pick, Zone};
use crate::i18n::{DateStyle, date_words};
use crate::model::{EventId, StanceId};
use crate::scene::{Glyph, Paint, Scene};

/// From one line of partners to the next.
const LINE: f64 = 20.0;
/// From the last line of a stance to the first of the next.
const NEXT: f64 = 30.0;
/// Baseline of a stance's first line under its top.
const BASELINE: f64 = 16.0;
/// Below this many px the partners stand under their stance.
const LEAST_WIDTH_FOR_COLUMNS: f64 = 420.0;
/// The widest the stances' column may be.
const MOST_NAME: f64 = 168.0;
/// Edge of a glyph in a chart.
const GLYPH: f64 = 9.0;
/// From a glyph’s left edge to its name, and from the end of the name to the next glyph.
const ADVANCE: f64 = 13.0;
/// Below this many statements nothing is called a finding.
const LEAST_STATEMENTS: usize = 5;

/// Draws the chart.
pub fn draw(cx: Context) -> Option<Chart> {
    let statements = Statements::of(cx)?;
    let groups = groups(cx, &statements.counted);
    if groups.is_empty() {
        return None;
    }
    let flow = Flow::new(cx, &groups);
    let mut scene = Scene::new(cx.request.width, flow.height);
    let mut canvas = Canvas::new(&mut scene);
    let mut zones = Vec::new();
    for (i, block) in flow.blocks.iter().enumerate() {
        if i > 0 {
            canvas.rule(0.0..cx.request.width, block.top - 5.0, Paint::Rule1);
        }
        block.draw(&mut canvas, cx, &flow, &mut zones);
    }
    drop(canvas);
    let n: usize = groups.iter().map(|(_, ids)| ids.len()).sum();
    let left_out = if statements.n_without_stance > 0 {
        (cx.words.rule_no_stance)(statements.n_without_stance)
    } else {
        String::new()
    };
    let rule = cx.rule([cx.words.stances_rule.to_owned(), left_out]);
    let headline = headline(cx, &groups, n);
    Some(Chart { headline, rule, scene, gutter: 0.0, zones, table: table(cx, &groups, n) })
}

/// The stances that occur, in the dataset's order, each with its statements in order of date.
fn groups(cx: Context, ids: &[EventId]) -> Vec<(StanceId, Vec<EventId>)> {
    let dataset = cx.request.dataset;
    let of = |stance| ids.iter().copied().filter(|id| dataset.event(*id).stance == Some(stance)).collect::<Vec<_>>();
    let groups = dataset.taxonomy().stance_ids().map(|stance| (stance, of(stance)));
    groups.filter(|(_, ids)| !ids.is_empty()).collect()
}

fn stance_name<'a>(cx: Context<'a>, stance: StanceId) -> &'a str {
    cx.request.dataset.taxonomy().stance(stance).label.get(cx.request.locale)
}

fn headline(cx: Context, groups: &[(StanceId, Vec<EventId>)], n: usize) -> String {
    let sizes: Vec<usize> = groups.iter().map(|(_, ids)| ids.len()).collect();
    match unique_max(&sizes) {
        Some(i) if LEAST_STATEMENTS <= n && groups.len() > 1 => {
            (cx.words.stances_lead)(stance_name(cx, groups[i].0), sizes[i], n)
        }
        _ => (cx.words.stances_plain)(n),
    }
}

/// A partner's place.
struct Item {
    id: EventId,
    name: String,
    x: f64,
    y: f64,
    width: f64,
}

/// A stance with its partners, placed.
struct Block {
    stance: StanceId,
    top: f64,
    items: Vec<Item>,
}

/// All stances, placed from top to bottom.
struct Flow {
    /// Right end of the counts.
    count_at: f64,
    /// Width of the stances' names.
    names: f64,
    blocks: Vec<Block>,
    height: f64,
}

impl Flow {
    fn new(cx: Context, groups: &[(StanceId, Vec<EventId>)]) -> Self {
        let mut scratch = Scene::new(1.0, 1.0);
        let canvas = Canvas::new(&mut scratch);
        let is_stacked = cx.request.width < LEAST_WIDTH_FOR_COLUMNS;
        let most = if is_stacked { cx.request.width - 40.0 } else { MOST_NAME };
        let names = widest(&canvas, groups.iter().map(|(stance, _)| stance_name(cx, *stance)), Ink::NAME).min(most);
        let counts: Vec<String> = groups.iter().map(|(_, ids)| ids.len().to_string()).collect();
        let count_at = names + 10.0 + widest(&canvas, counts.iter().map(String::as_str), Ink::VALUE);
        let left = if is_stacked { 0.0 } else { count_at + 18.0 };
        let mut top = 0.0;
        let mut blocks = Vec::with_capacity(groups.len());
        for (stance, ids) in groups {
            let (mut x, mut y) = (left, top + if is_stacked { LINE } else { 0.0 });
            let mut items = Vec::with_capacity(ids.len());
            for id in ids {
                let room = cx.request.width - left - ADVANCE;
                let name = fitted(&canvas, &partner(cx, cx.request.dataset.event(*id)), Ink::LABEL, room);
                let width = ADVANCE + canvas.text_width(&name, Ink::LABEL);
                if left < x && cx.request.width < x + width {
                    (x, y) = (left, y + LINE);
                }
                items.push(Item { id: *id, name, x, y, width });
                x += width + ADVANCE;
            }
            blocks.push(Block { stance: *stance, top, items });
            top = y + NEXT;
        }
        Self { count_at, names, blocks, height: top - NEXT + LINE + 4.0 }
    }
}

impl Block {
    fn draw(&self, canvas: &mut Canvas, cx: Context, flow: &Flow, zones: &mut Vec<Zone>) {
        let (name, n) = (stance_name(cx, self.stance), self.items.len());
        canvas.text(0.0, self.top + BASELINE, &fitted(canvas, name, Ink::NAME, flow.names), Ink::NAME);
        canvas.text(flow.count_at, self.top + BASELINE, &n.to_string(), Ink::VALUE.end());
        let pick = Pick { stance: Some(self.stance), ..Pick::default() };
        let area = Area { x: 0.0, y: self.top, w: flow.count_at, h: LINE };
        zones.push(cx.zone(area, &[name], &n.to_string(), pick, self.items.iter().map(|item| item.id).collect()));
        // By hue: glyphs that follow each other in one paint are one element of the page.
        let hue = |item: &Item| hue(cx, cx.request.dataset.event(item.id));
        let mut by_hue: Vec<(Paint, &Item)> = self.items.iter().map(|item| (hue(item), item)).collect();
        crate::order::sort_by(&mut by_hue, |(a, _), (b, _)| a.cmp(b));
        for (hue, item) in by_hue {
            canvas.glyph(Glyph::JointStatement, (item.x + GLYPH / 2.0, item.y + BASELINE - 4.0), GLYPH, hue);
        }
        for item in &self.items {
            let event = cx.request.dataset.event(item.id);
            canvas.text(item.x + ADVANCE, item.y + BASELINE, &item.name, Ink::LABEL);
            let area = Area { x: item.x - 4.0_f64.min(item.x), y: item.y, w: item.width + 6.0, h: LINE };
            let date = date_words(event.date, cx.request.locale, DateStyle::Full);
            let pick = Pick { event: Some(item.id), ..Pick::default() };
            zones.push(cx.zone(area, &[event.title.get(cx.request.locale), &date], name, pick, vec![item.id]));
        }
    }
}

fn table(cx: Context, groups: &[(StanceId, Vec<EventId>)], n: usize) -> DataTable {
    let words = cx.words;
    let head = [words.stance, words.count, words.event].map(str::to_owned).to_vec();
    let row = |(stance, ids): &(StanceId, Vec<EventId>)| {
        let names: Vec<String> = ids.iter().map(|id| partner(cx, cx.request.dataset.event(*id))).collect();
        vec![stance_name(cx, *stance).to_owned(), ids.len().to_string(), names.join(words.list_gap)]
    };
    let mut rows: Vec<Vec<String>> = groups.iter().map(row).collect();
    rows.push(vec![words.all.to_owned(), n.to_string(), String::new()]);
    DataTable { head, rows }
}
