//! Domain ↔ range: days to pixels and back, and where the calendar's ticks fall.

mod float;
mod text;
mod tick;
mod time;
mod wrap;

pub use float::{clamp, decimal};
pub use text::{FontMetrics, TextMeasure, shortened};
pub use tick::{Level, Period, Tick, ticks};
pub use time::{PxSpan, TimeScale};
pub use wrap::{least_width, wrap};
