//! Events × scale → placed geometry. `Event → PlacedMark → RenderMark`, each stage its own type.
//!
//! Nothing here reads a clock, a browser or a random number: one input, one drawing.

mod cluster;
mod emphasis;
mod hit;
mod item;
mod lane;
mod navigate;
mod overview;
mod place;
mod render;
mod rows;
mod spine;
mod spine_days;
mod spine_pair;
mod spine_place;
mod spine_scale;
mod spine_words;
mod stage;
mod stage_axis;
mod stage_bands;
mod stage_chart;
mod stage_draw;
mod stage_pins;
mod stage_rows;
mod timeline;
mod viewport;

pub use emphasis::{Emphasis, Pane, Pointed};
pub use lane::{LaneKey, Lanes, lane_label, lanes_of};
pub use navigate::{Direction, neighbor};
pub use overview::{Overview, OverviewBar, overview};
pub use render::{RenderMark, band_shapes, lane_names, make_room_for_names, mark_shapes, timeline_scene};
pub use rows::{Drawn, DrawnGroup, DrawnRow, Guess, Rows, WHOLE};
pub use spine::{SLOT, Spine, SpineBand, SpineDot, SpineRequest, SpineRow, SpineTick, TRACKS, spine};
pub use spine_pair::{Pinned, Shift, beside};
pub use spine_scale::{USUAL_SCALE, opening_scale, overview_scale, scale_for, scale_range};
pub use spine_words::{RowLook, RowWords, period_words, row_words, tick_words};
pub use stage::{Stage, StageBand, StageLabel, StageMark, StageRequest, StageRole, stage};
pub use stage_chart::stage_chart;
pub use stage_draw::stage_mark;
pub use stage_pins::MAX_PINS;
pub use timeline::{
    Extent, ExtentStyle, Label, Metrics, PlacedLane, PlacedMark, Request, Side, TimelineLayout, layout,
};
pub use viewport::{MIN_DAYS, Viewport};
