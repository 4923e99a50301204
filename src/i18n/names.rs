//! What the choices of the page are called.

use super::Messages;
use crate::layout::Lanes;
use crate::query::SortKey;
use crate::route::View;

/// The name of a view, as on its tab.
pub fn view_name(words: &Messages, view: View) -> &'static str {
    match view {
        View::Timeline => words.view_timeline,
        View::Charts => words.view_charts,
        View::Table => words.view_table,
        View::Outline => words.access.view_outline,
        View::All => words.linked.view_all,
        View::Story => words.view_stories,
    }
}

/// The name of a division of the timeline.
pub fn lanes_name(words: &Messages, lanes: Lanes) -> &'static str {
    match lanes {
        Lanes::Region => words.lanes_region,
        Lanes::Kind => words.lanes_kind,
        Lanes::Theme => words.lanes_theme,
        Lanes::None => words.lanes_none,
    }
}

/// The name of a column of the table.
pub fn column_name(words: &Messages, key: SortKey) -> &'static str {
    match key {
        SortKey::Date => words.table_date,
        SortKey::Title => words.table_event,
        SortKey::Kind => words.card_kind,
        SortKey::Region => words.card_region,
        SortKey::Countries => words.table_countries,
        SortKey::Source => words.card_source,
    }
}
