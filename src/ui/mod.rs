//! The only folder that knows a browser: thin views that place what the core computed.

mod app;
mod card;
mod card_actions;
mod charts;
mod charts_figure;
mod copy;
mod dialog;
mod dom;
mod export;
mod filters;
mod headline_view;
mod help;
mod hooks;
mod live;
mod masthead;
mod notes;
mod notes_empty;
mod panic_page;
mod phone;
mod picture;
mod pointing;
mod preference;
mod print;
mod scene_view;
mod sheet;
mod shortcuts;
mod source;
mod spine;
mod state;
mod table;
mod timeline;
mod together;
mod undo;
mod url_sync;

pub use app::{mount, start};
pub use state::AppState;
