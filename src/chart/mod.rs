//! Per-region charts as drawings: plotters places everything, a backend of ours records shapes with roles.
//!
//! ```text
//! ids ─period→ periods ─aggregate→ counts ─plotters + backend→ Scene
//!                                    └─headline, rule, zones, table
//! ```
//!
//! An event counts once in each of its regions, in the period it starts in; every [`Chart::rule`] says so.

mod aggregate;
mod axis;
mod backend;
mod canvas;
mod compare;
mod context;
mod cumulative;
mod finding;
mod finger;
mod heat;
mod kinds;
mod multiples;
mod paint_code;
mod period;
mod request;
mod stances;
mod statement;
mod tip;
mod trend;

pub use aggregate::{Counts, KindCounts, Row, unique_max};
pub use compare::compare;
pub use period::{Periods, Slot, Unit};
pub use request::{Chart, ChartRequest, DataTable, Pick, Zone};
pub use tip::Tip;

/// A chart of the charts view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChartId {
    /// Events per period, stacked by region.
    Trend,
    /// Joint statements, cumulative.
    Cumulative,
    /// One panel a region, one scale.
    Multiples,
    /// Region by period.
    Heat,
    /// Wordings in joint statements.
    Stances,
    /// Kinds by region.
    Kinds,
}

impl ChartId {
    /// In the order of the page.
    pub const ALL: [Self; 6] = [Self::Trend, Self::Cumulative, Self::Multiples, Self::Heat, Self::Stances, Self::Kinds];

    /// The value of `chart` in the URL.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Trend => "trend",
            Self::Cumulative => "cumulative",
            Self::Multiples => "multiples",
            Self::Heat => "heat",
            Self::Stances => "stances",
            Self::Kinds => "kinds",
        }
    }
}

/// The narrowest a chart is drawn, px; where there is less room, the page scrolls it.
const LEAST_WIDTH: f64 = 256.0;

/// Draws a chart of a selection, or `None` where there is too little to draw.
///
/// Linear in the events times the periods or kinds; the number of periods is bounded.
pub fn chart(id: ChartId, request: &ChartRequest) -> Option<Chart> {
    draw(id, request, compare::Reach::default())
}

fn draw(id: ChartId, request: &ChartRequest, reach: compare::Reach) -> Option<Chart> {
    let width = if request.width.is_finite() { request.width.floor().max(LEAST_WIDTH) } else { LEAST_WIDTH };
    let request = ChartRequest { width, ..*request };
    let cx = context::Context::new(&request, reach);
    match id {
        ChartId::Trend => trend::draw(cx),
        ChartId::Cumulative => cumulative::draw(cx),
        ChartId::Multiples => multiples::draw(cx),
        ChartId::Heat => heat::draw(cx),
        ChartId::Stances => stances::draw(cx),
        ChartId::Kinds => kinds::draw(cx),
    }
}
