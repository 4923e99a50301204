//! A list too long to stand in the page whole: what is in sight of it does, and gaps take the place of the rest.
//!
//! `layout::Rows` says which rows; here the page is asked what is in sight and how high the rows came out.

mod screen;

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use crate::ui::signals::*;
use leptos::task::{spawn_local, tick};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use self::screen::{number, window_height};
use super::dom::{El, Value, live_string};
use super::hooks::{Frame, use_early_window_event, use_frame, use_window_event};
use super::roving::Roving;
use super::state::AppState;
use crate::keys::Command;
use crate::layout::{Drawn, DrawnRow, Guess, Rows};
use crate::model::EventId;

/// What marks a group's element and a row's.
const GROUP: &str = "data-group";
const ROW: &str = "data-row";

/// px at the top that the heads of the columns cover.
const COVERED: f64 = 40.0;

/// Scrolling to a row, and drawing rows in the room that others leave, is corrected at most so often.
const MAX_APPROACHES: usize = 4;

/// Brings what it is given into view; `false` if the list stands whole.
type Reveal = Rc<dyn Fn(&[EventId]) -> bool>;

thread_local! {
    /// How the list that stands in the page does so. It is handed over by the list, so that whoever points at an event
    /// needs nothing of the code of lists, which is loaded later.
    static CURRENT: RefCell<Option<Reveal>> = const { RefCell::new(None) };
}

/// One `Copy` handle, there as long as the view that made it.
#[derive(Clone, Copy)]
pub(super) struct LongList {
    state: AppState,
    roving: Roving,
    /// The events in the order of the rows; empty while the list stands whole.
    ids: StoredValue<Arc<Vec<EventId>>>,
    rows: StoredValue<Rows>,
    /// Whether a heading stands above every group.
    headed: StoredValue<bool>,
    /// What the heights were last taken for: a width, px, and whether guesses follow them already.
    width: StoredValue<f64>,
    /// What is in sight, px from the top of the list.
    sight: StoredValue<Range<f64>>,
    drawn: RwSignal<Drawn>,
    /// Rows and headings, `None` while the list stands whole.
    lines: RwSignal<Option<usize>>,
    element: StoredValue<Option<Element>>,
    /// Measures other rows in the frame that shows them.
    begun: Frame,
}

impl LongList {
    /// A list whose heights are guessed until its first rows stand in the page.
    pub(super) fn new(state: AppState, roving: Roving, guess: Guess) -> Self {
        let list = Self {
            state,
            roving,
            ids: StoredValue::new(Arc::default()),
            rows: StoredValue::new(Rows::new([], guess)),
            headed: StoredValue::new(false),
            width: StoredValue::new(0.0),
            sight: StoredValue::new(0.0..window_height()),
            drawn: RwSignal::new(Drawn::default()),
            lines: RwSignal::new(None),
            element: StoredValue::new(None),
            begun: use_frame(),
        };
        let frame = use_frame();
        use_early_window_event("scroll", move |_| frame.request(move || list.look()));
        use_window_event("resize", move |_| frame.request(move || list.look()));
        // What Tab reaches is drawn wherever it is; where other rows begin, with them.
        Effect::new(move |_| {
            roving.stop.track();
            if !list.begun.is_pending() {
                list.draw();
            }
        });
        Effect::new(move |is_later: Option<()>| {
            let selected = state.selected.get();
            // What is opened when the list comes up is followed once its heights are known.
            if let Some(id) = selected.filter(|_| is_later.is_some()) {
                list.follow(id);
            }
        });
        let reveal = move |ids: &[EventId]| {
            let is_on = list.is_on();
            if is_on {
                list.bring(ids);
            }
            is_on
        };
        CURRENT.set(Some(Rc::new(reveal)));
        on_cleanup(|| CURRENT.set(None));
        list
    }

    /// Whether only a part stands in the page.
    fn is_on(self) -> bool {
        self.lines.with_untracked(Option::is_some)
    }

    /// Makes the element around all groups known.
    pub(super) fn within(self, element: El) -> El {
        element.made(move |element| self.element.set_value(Some(element.clone())))
    }

    /// How many rows and headings there are, the heads of the columns not counted; `None` while all of them stand there.
    pub(super) fn lines(self) -> Option<usize> {
        self.lines.get()
    }

    /// The list stands whole.
    pub(super) fn rest(self) {
        self.ids.set_value(Arc::default());
        self.lines.set(None);
    }

    /// Other rows: the events in order, and how many each group has.
    pub(super) fn begin(self, ids: Vec<EventId>, sizes: &[usize], headed: bool) {
        let (held, is_first) = (focused_item(), !self.is_on());
        let guess = self.rows.with_value(Rows::learnt).unwrap_or(Guess { row: 36.0, head: 32.0 });
        let guess = Guess { head: if headed { guess.head } else { 0.0 }, ..guess };
        let n_heads = if headed { sizes.len() } else { 0 };
        self.lines.set(Some(ids.len() + n_heads));
        self.ids.set_value(Arc::new(ids));
        self.headed.set_value(headed);
        self.rows.set_value(Rows::new(sizes.iter().copied(), guess));
        self.width.set_value(0.0);
        let drawn = self.next();
        self.drawn.set(drawn);
        spawn_local(async move {
            tick().await;
            if held
                && !focused_item()
                && let Some(id) = self.roving.stop.try_get_untracked().flatten()
                && !self.focus(id)
            {
                self.drawn.set(self.next());
                tick().await;
                self.focus(id);
            }
        });
        // Everything else on the page has answered by then: what is asked before would be laid out for the asking, and
        // might still move.
        self.begun.request(move || {
            self.look();
            self.measure();
            self.draw();
            if let Some(id) = self.state.selected.try_get_untracked().flatten().filter(|_| is_first) {
                self.follow(id);
            }
        });
    }

    /// Keys of the groups that are drawn.
    pub(super) fn groups(self) -> Vec<u64> {
        self.drawn.with(|drawn| drawn.groups.iter().map(|group| group.group as u64).collect())
    }

    /// Keys of the drawn rows of a group and of the gaps between them.
    pub(super) fn keys(self, group: usize) -> Vec<u64> {
        let mut keys = Vec::new();
        self.drawn.with(|drawn| {
            for row in drawn.group(group).into_iter().flat_map(|group| &group.rows) {
                if row.before > 0.0 {
                    keys.push(row.row as u64 * 2);
                }
                keys.push(row.row as u64 * 2 + 1);
            }
        });
        keys
    }

    /// What stands for a key: the row's place and its event, or the gap above it.
    pub(super) fn item(self, key: u64, row: impl Fn(usize, EventId) -> El, gap: impl Fn(Value) -> El) -> El {
        let at = (key / 2) as usize;
        match self.ids.with_value(|ids| ids.get(at).copied()).filter(|_| key % 2 == 1) {
            Some(id) => row(at, id).attr(ROW, at.to_string()),
            None => gap(self.gap(move |drawn| {
                let rows = drawn.groups.iter().flat_map(|group| &group.rows);
                rows.into_iter().find(|row| row.row == at).map_or(0.0, |row| row.before)
            })),
        }
    }

    /// Marks a group's element.
    pub(super) fn group(self, element: El, group: usize) -> El {
        element.attr(GROUP, group.to_string())
    }

    /// The height of a gap, as a style.
    pub(super) fn gap(self, of: impl Fn(&Drawn) -> f64 + 'static) -> Value {
        live_string(move || {
            let px = in_page(self.drawn.with(&of));
            Some(if px > 0.0 { ["height: ", &(px as u32).to_string(), "px"].concat() } else { "display: none".into() })
        })
    }

    /// The number of a row among all rows and headings, from 1.
    pub(super) fn line(self, row: usize, group: usize) -> usize {
        row + 1 + if self.headed.get_value() { group + 1 } else { 0 }
    }

    /// The first row of a group.
    pub(super) fn first_of(self, group: usize) -> usize {
        self.rows.with_value(|rows| rows.of_group(group).start)
    }

    fn next(self) -> Drawn {
        let stop = self.roving.stop.try_get_untracked().flatten().and_then(|id| self.place(id));
        self.rows.with_value(|rows| self.sight.with_value(|sight| rows.drawn(sight, stop.as_slice())))
    }

    /// Draws what is in sight, and keeps what one reads where it is.
    fn draw(self) {
        self.draw_within(MAX_APPROACHES);
    }

    fn draw_within(self, turns: usize) {
        if turns == 0 || !self.is_on() {
            return;
        }
        let next = self.next();
        if self.drawn.with_untracked(|drawn| drawn.looks_like(&next)) {
            return;
        }
        let anchor = self.anchor();
        self.drawn.set(next);
        spawn_local(async move {
            tick().await;
            self.measure();
            if let Some((row, place)) = anchor
                && let Some(now) = self.row_element(row)
            {
                self.scroll_by(self.place_of(&now) - place);
            }
            // Rows lower than was guessed leave room for more.
            self.draw_within(turns - 1);
        });
    }

    /// Takes note of what is in sight.
    fn look(self) {
        if self.lines.try_get_untracked().flatten().is_none() {
            return;
        }
        if let (Some(origin), Some((top, bottom))) = (self.origin(), self.clip()) {
            self.sight.set_value(top - origin..bottom - origin);
            self.draw();
        }
    }

    /// Takes note of how high the drawn rows are.
    fn measure(self) {
        let Some(width) = self.list().map(|list| list.get_bounding_client_rect().width()) else { return };
        let is_new = (self.width.get_value() - width).abs() > 0.5;
        self.rows.update_value(|rows| {
            if is_new {
                rows.forget();
            }
            let mut heights = vec![0.0; rows.count()];
            for row in self.elements(ROW) {
                if let Some(at) = number(&row, ROW).filter(|at| *at < heights.len()) {
                    heights[at] = row.get_bounding_client_rect().height();
                    rows.measure(at, heights[at]);
                }
            }
            for group in self.elements(GROUP) {
                let Some(at) = number(&group, GROUP) else { continue };
                // What its rows and gaps leave is the heading.
                let taken = self.drawn.with_untracked(|drawn| {
                    let piece = drawn.group(at)?;
                    let of_row = |row: &DrawnRow| heights.get(row.row).unwrap_or(&0.0) + in_page(row.before);
                    Some(in_page(piece.before) + piece.rows.iter().map(of_row).sum::<f64>() + in_page(piece.after))
                });
                if let Some(taken) = taken {
                    rows.measure_head(at, (group.get_bounding_client_rect().height() - taken).max(0.0));
                }
            }
            if is_new && let Some(guess) = rows.learnt() {
                rows.suppose(guess);
            }
        });
        self.width.set_value(width);
    }

    fn place(self, id: EventId) -> Option<usize> {
        self.ids.with_value(|ids| ids.iter().position(|other| *other == id))
    }

    /// The opened event is where Tab comes to, and is brought into view.
    fn follow(self, id: EventId) {
        if self.is_on() && self.place(id).is_some() {
            self.roving.current.set(Some(id));
            self.bring(&[id]);
        }
    }

    /// Brings the first of some events into view, unless one of them is.
    fn bring(self, ids: &[EventId]) {
        let rows: Vec<usize> = ids.iter().filter_map(|id| self.place(*id)).collect();
        spawn_local(async move {
            // Once what is there is drawn its heights are known, and may be others than were guessed.
            for _ in 0..MAX_APPROACHES {
                tick().await;
                if self.list().is_none() || !self.approach(&rows) {
                    return;
                }
                self.look();
            }
        });
    }

    /// Scrolls to the uppermost of some rows, unless one of them is in sight; `false` if nothing had to be scrolled.
    fn approach(self, rows: &[usize]) -> bool {
        let (Some(origin), Some((top, bottom))) = (self.origin(), self.clip()) else { return false };
        let extents = rows.iter().map(|row| self.rows.with_value(|rows| rows.extent(*row)));
        let is_in_sight = |e: Range<f64>| top + COVERED <= origin + e.start && origin + e.end <= bottom;
        let Some(first) = rows.iter().min().filter(|_| !extents.into_iter().any(is_in_sight)) else { return false };
        let first = self.rows.with_value(|rows| rows.extent(*first));
        self.scroll_by(origin + (first.start + first.end) / 2.0 - (top + bottom) / 2.0);
        true
    }

    /// Brings what is pointed at or opened into view in the list that stands in the page; `false` if none does in part.
    pub(super) fn reveal(ids: &[EventId]) -> bool {
        let reveal = CURRENT.with_borrow(Clone::clone);
        reveal.is_some_and(|reveal| reveal(ids))
    }

    /// Moves the focus as a key says; `false` if the list stands whole, where the elements themselves say what is next.
    pub(super) fn go(self, command: Command) -> bool {
        if !self.is_on() {
            return false;
        }
        let at = self.roving.stop.get_untracked().and_then(|id| self.place(id)).unwrap_or(0);
        let page = || {
            let (top, bottom) = self.clip().unwrap_or_default();
            let row = self.rows.with_value(Rows::learnt).map_or(40.0, |guess| guess.row);
            (((bottom - top) * 0.9 / row.max(1.0)) as usize).max(1)
        };
        let ids = self.ids.get_value();
        let last = ids.len().saturating_sub(1);
        let to = match command {
            Command::Previous => at.saturating_sub(1),
            Command::Next => at + 1,
            Command::First => 0,
            Command::Last => last,
            Command::PageBack => at.saturating_sub(page()),
            Command::PageOn => at + page(),
            _ => return false,
        };
        if let Some(id) = ids.get(to.min(last)).copied() {
            self.roving.current.set(Some(id));
            self.draw();
            if self.focus(id) {
                return true;
            }
            spawn_local(async move {
                tick().await;
                self.focus(id);
            });
        }
        true
    }

    /// Gives the focus to a row that is drawn.
    fn focus(self, id: EventId) -> bool {
        let row = self.place(id).and_then(|row| self.row_element(row));
        let item = row.and_then(|row| row.query_selector("[data-item]").ok().flatten());
        item.and_then(|item| item.dyn_into::<HtmlElement>().ok()).is_some_and(|item| item.focus().is_ok())
    }
}

/// The height of a gap as the page has it, px: whole ones. What is taken for it when a heading is measured must be the
/// same, or each measuring would find another height and draw all anew.
fn in_page(gap: f64) -> f64 {
    gap.round()
}

/// Whether the focus is on an event of a list.
fn focused_item() -> bool {
    let focused = web_sys::window().and_then(|w| w.document()).and_then(|d| d.active_element());
    focused.is_some_and(|element| element.has_attribute("data-item"))
}
