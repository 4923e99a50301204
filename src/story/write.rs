//! A story as JSON, in the form that [`super::read`] takes: for files, for links, and for handing on.

use super::{FORMAT, Stop, Story};
use crate::export::json_text::{list, object, object_lines, quoted};
use crate::model::{Bilingual, Dataset};

/// A story as the text of a file; `dataset` says what it is told of, and is not read back.
pub fn json(story: &Story, dataset: &Dataset) -> String {
    let stops: Vec<String> = story.stops.iter().map(stop_json).collect();
    let story = object_lines(&[
        ("id", quoted(&story.slug)),
        ("title", text(&story.title)),
        ("summary", text(&story.summary)),
        ("stops", ["[\n    ", &stops.join(",\n    "), "\n  ]"].concat()),
    ]);
    let info = dataset.info();
    object_lines(&[
        ("format", FORMAT.to_string()),
        ("dataset", quoted(&info.id)),
        ("version", quoted(&info.version)),
        ("stories", list(&[story.trim_end().to_owned()])),
    ])
}

/// The name of a story's file.
pub fn file_name(story: &Story) -> String {
    let title = if story.title.en.trim().is_empty() { &story.slug } else { &story.title.en };
    [&crate::export::slug(title).to_lowercase(), ".json"].concat()
}

fn stop_json(stop: &Stop) -> String {
    object(&[
        ("view", quoted(&stop.query)),
        ("headline", text(&stop.headline)),
        ("text", text(&stop.text)),
        ("notes", text(&stop.notes)),
    ])
}

/// The languages there are; nothing where there is none, so that the field is left out.
fn text(text: &Bilingual) -> String {
    let language = |text: &str| if text.is_empty() { String::new() } else { quoted(text) };
    let both = object(&[("en", language(&text.en)), ("zh", language(&text.zh))]);
    if both == "{}" { String::new() } else { both }
}
