//! The chunks: what of the views is not needed to draw the first one.
//!
//! To make a view lazy, give it a field here, and call it through [`super::lazily`] (a part of the page) or
//! [`super::with_chunk`] (the deed of a button) instead of by its name. A function that is also called by name from
//! elsewhere stays in the first file. Nearly all stand in one, [`Rest`]; what a phone shows first has a file of its own,
//! which a narrow window asks for at once. One chunk more is one `chunk!` more and a line in [`fetch_all`].

use crate::ui::signals::RwSignal;

use super::{Lazy, Needs, NotThere, wait_for};
use crate::compare::Selection;
use crate::model::{Dataset, EventId, Locale, Participant};
use crate::query::{Facet, Index};
use crate::ui::dom::El;
use crate::ui::export::{self, Exports};
use crate::ui::filters::{self, OpenMenu};
use crate::ui::present::Talk;
use crate::ui::share::{self, Sharing};
use crate::ui::shortcuts::{self, Panels};
use crate::ui::state::AppState;
use crate::ui::story::{self, Stories};
use crate::ui::{app, card, charts, compare, help, notes_empty, outline, participant, present, source, spine, table};

/// Declares a chunk: the name of what fills it, where its table is kept, the table, what it needs besides and what stands
/// in it.
macro_rules! chunk {
    ($name:ident in $file:ident, $kept:ident: $table:ty, needs $needs:ident = $fill:expr) => {
        chunk!($name in $file, $kept: $table, needs $needs = $fill, then |_| {});
    };
    ($name:ident in $file:ident, $kept:ident: $table:ty, needs $needs:ident = $fill:expr, then $then:expr) => {
        thread_local! {
            #[doc = concat!("The chunk `", stringify!($name), "`.")]
            pub(in crate::ui) static $kept: Lazy<$table> = const {
                Lazy::new(|| Box::pin($name()), Needs::$needs, $then)
            };
        }

        #[cfg(gsi_split)]
        #[leptos::wasm_split::wasm_split($file, fallible, wasm_split_path = ::leptos::wasm_split)]
        fn $name() -> Result<$table, NotThere> {
            Ok($fill)
        }

        #[cfg(not(gsi_split))]
        async fn $name() -> Result<$table, NotThere> {
            Ok($fill)
        }
    };
}

/// What is known and not needed to draw the first view.
pub(in crate::ui) struct Texts {
    /// What seeks in a dataset, with all that it knows of Chinese characters.
    pub(in crate::ui) index: fn(&Dataset) -> Index,
    /// The dataset that ships, whole.
    pub(in crate::ui) dataset: fn() -> Dataset,
    /// The contents of the source.
    pub(in crate::ui) contents: fn(AppState) -> El,
    /// What the source counts.
    pub(in crate::ui) figures: fn(AppState) -> El,
    /// What a card says below the title.
    pub(in crate::ui) card: fn(AppState, EventId, El) -> El,
    /// Copies a text; the card and most dialogs offer it.
    pub(in crate::ui) copy: fn(String, &'static str, [&'static str; 2], RwSignal<&'static str>),
}

chunk!(texts in texts, TEXTS: Texts, needs Styles = Texts {
    index: crate::ui::texts::index,
    dataset: app::shipped_whole,
    contents: source::contents,
    figures: source::figures,
    card: card::body,
    copy: crate::ui::copy::copy_now,
}, then crate::ui::texts::arrived);

/// The view of charts.
pub(in crate::ui) struct Charts {
    /// The figures.
    pub(in crate::ui) view: fn(AppState, El) -> El,
    /// A chart on the stage.
    pub(in crate::ui) stage: fn(Talk) -> El,
}

/// What a narrow window shows in the place of the timeline and the bar of filters.
pub(in crate::ui) struct Narrow {
    /// Time from top to bottom.
    pub(in crate::ui) spine: fn(AppState) -> El,
    /// All of it on a screen or two.
    pub(in crate::ui) overview: fn(AppState) -> El,
    /// The row of filters and their drawer.
    pub(in crate::ui) filters: fn(AppState) -> El,
}

chunk!(narrow in narrow, NARROW: Narrow, needs Nothing = Narrow {
    spine: spine::spine,
    overview: spine::spine_overview,
    filters: filters::phone_filters,
});

/// What stands in the page only when it is asked for.
pub(in crate::ui) struct Asked {
    /// The table.
    pub(in crate::ui) table: fn(AppState, El) -> El,
    /// Why there is nothing, and ways back.
    pub(in crate::ui) empty: fn(AppState) -> El,
    /// A participant's name and account.
    pub(in crate::ui) participant: fn(AppState, Participant) -> El,
    /// A participant's events.
    pub(in crate::ui) events: fn(AppState) -> El,
    /// What is pinned and what differs.
    pub(in crate::ui) strip: fn(AppState, &Selection) -> El,
    /// The timeline of what is pinned.
    pub(in crate::ui) pinned_lanes: fn(AppState) -> El,
    /// What is in the menu of a facet.
    pub(in crate::ui) facet: fn(AppState, OpenMenu, Facet, El) -> El,
    /// What is in the menu of further facets.
    pub(in crate::ui) further: fn(AppState, OpenMenu, El) -> El,
    /// What is in the menu of years.
    pub(in crate::ui) years: fn(AppState, El) -> El,
    /// What is in the menu that compares.
    pub(in crate::ui) compare: fn(AppState, OpenMenu, El) -> El,
}

/// What becomes a file or a text to take away.
pub(in crate::ui) struct Files {
    /// The dialog of downloads.
    pub(in crate::ui) download: fn(AppState) -> El,
    /// The dialog of citations.
    pub(in crate::ui) cite: fn(AppState, Exports) -> El,
    /// Saves an event for a calendar.
    pub(in crate::ui) calendar: fn(AppState, EventId, RwSignal<&'static str>),
    /// The printed page.
    pub(in crate::ui) printed: fn(AppState) -> String,
}

/// What is read or looked up beside the views everyone sees.
pub(in crate::ui) struct More {
    /// How to read the page.
    pub(in crate::ui) help: fn(AppState, Panels) -> El,
    /// The list of keys.
    pub(in crate::ui) keys: fn(AppState, Panels) -> El,
    /// The view of years, months and events.
    pub(in crate::ui) outline: fn(AppState, El) -> El,
    /// What is in the dialog of sharing.
    pub(in crate::ui) share: fn(AppState, Sharing) -> El,
}

/// Presenting.
pub(in crate::ui) struct Present {
    /// The stage.
    pub(in crate::ui) page: fn(AppState) -> El,
    /// What the speaker reads in a second window.
    pub(in crate::ui) notes: fn(AppState) -> El,
}

/// Datasets of one's own.
pub(in crate::ui) struct Reader {
    /// Reads a dataset; else what is wrong with it, in a language.
    pub(in crate::ui) read: fn(&str, Locale) -> Result<Dataset, Vec<String>>,
}

/// Stories: to read, to make, in somebody else's page.
pub(in crate::ui) struct StoryTools {
    /// Reads what the address and the browser keep, once; from then on they are kept true.
    pub(in crate::ui) begin: fn(Stories),
    /// The shelf, or the story that is named.
    pub(in crate::ui) view: fn(AppState, El) -> El,
    /// One stop at a time.
    pub(in crate::ui) player: fn(AppState, El) -> El,
    /// The panel in which a story is made.
    pub(in crate::ui) panel: fn(Stories, El) -> El,
    /// The word of what was just done.
    pub(in crate::ui) toast: fn(Stories, El) -> El,
    /// Makes the present view a stop.
    pub(in crate::ui) add: fn(Stories),
    /// Opens a file.
    pub(in crate::ui) open: fn(Stories, web_sys::Blob),
}

/// What is asked for after the first view, all in one file: in files of their own they were 26 kB larger together,
/// since like code packs well only side by side.
pub(in crate::ui) struct Rest {
    pub(in crate::ui) charts: Charts,
    pub(in crate::ui) asked: Asked,
    pub(in crate::ui) files: Files,
    pub(in crate::ui) more: More,
    pub(in crate::ui) present: Present,
    pub(in crate::ui) reader: Reader,
    pub(in crate::ui) stories: StoryTools,
}

chunk!(rest in rest, REST: Rest, needs Texts = Rest {
    charts: Charts { view: charts::charts, stage: present::chart },
    asked: Asked {
        table: table::table,
        empty: notes_empty::why,
        participant: participant::head_view,
        events: participant::list_view,
        strip: compare::strip_view,
        pinned_lanes: compare::pinned_lanes,
        facet: filters::facet_choices,
        further: filters::further_choices,
        years: filters::years,
        compare: compare::compare_choices,
    },
    files: Files {
        download: export::download,
        cite: export::cite,
        calendar: export::save_for_calendar,
        printed: crate::ui::print::printed,
    },
    more: More {
        help: help::body,
        keys: shortcuts::keys_body,
        outline: outline::outline_view,
        share: share::body,
    },
    present: Present { page: present::page, notes: present::notes_page },
    reader: Reader { read: app::read },
    stories: StoryTools {
        begin: story::begin,
        view: story::view,
        player: story::player,
        panel: story::panel,
        toast: story::toast,
        add: Stories::add,
        open: Stories::open_file,
    },
});

/// Asks for all chunks; whether all are there. What fails here is asked for again when it is needed.
pub(super) async fn fetch_all() -> bool {
    // One after the other: nobody waits for them, but someone may wait for something else.
    wait_for(&TEXTS).await.is_some() & wait_for(&REST).await.is_some() & wait_for(&NARROW).await.is_some()
}
