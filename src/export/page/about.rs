//! What a served page says about itself to machines.

use std::fmt::Write as _;

use super::body::endpoint;
use super::site::{SOCIAL, discovery, places, social};
use super::{Form, Page};
use crate::export::json_text::{list, object, quoted};
use crate::i18n::span_text;
use crate::model::{Edtf, Event, Locale};
use crate::scene::svg::escape;

/// Appends title and description, for tabs, for search engines and for pages that quote this one; and where it stands,
/// if that is known.
pub(super) fn meta(page: &Page, out: &mut String) {
    let Page { dataset, locale, form, site, .. } = *page;
    let (title, description) = (dataset.info().title.get(locale), dataset.info().description.get(locale));
    let _ = writeln!(out, "<title>{}</title>", escape(title));
    let mut property = |kind: &str, name: &str, content: &str| {
        let _ = writeln!(out, r#"<meta {kind}="{name}" content="{}">"#, escape(content));
    };
    property("name", "description", description);
    if form == Form::Embed {
        // It says nothing that the whole page does not.
        property("name", "robots", "noindex");
        return;
    }
    property("property", "og:type", "website");
    property("property", "og:title", title);
    property("property", "og:description", description);
    property("property", "og:locale", og_locale(locale));
    property("property", "og:locale:alternate", og_locale(locale.other()));
    let Some(site) = site else { return };
    property("property", "og:url", &site.page(form, locale));
    property("property", "og:image", &site.to(social(locale)));
    property("property", "og:image:width", &SOCIAL.0.to_string());
    property("property", "og:image:height", &SOCIAL.1.to_string());
    property("property", "og:image:alt", title);
    property("name", "twitter:card", "summary_large_image");
    places(site, locale, out);
    discovery(dataset, site, locale, out);
}

fn og_locale(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "en_GB",
        Locale::Zh => "zh_CN",
    }
}

/// The dataset and its events as schema.org names them.
pub(super) fn linked_data(page: &Page, out: &mut String) {
    let Page { dataset, locale, site, .. } = *page;
    let info = dataset.info();
    let of_type = |kind: &str, more: &[(&str, String)]| {
        let mut fields = vec![("@type", quoted(kind))];
        fields.extend(more.iter().cloned());
        object(&fields)
    };
    let named = |kind: &str, name: &str| of_type(kind, &[("name", quoted(name))]);
    let source = of_type(
        "Report",
        &[
            ("name", quoted(info.source.title.get(locale))),
            ("publisher", named("Organization", info.source.publisher.get(locale))),
            ("datePublished", quoted(&endpoint(info.source.date.anchor()))),
        ],
    );
    let events: Vec<String> = dataset.events().iter().map(|event| linked_event(event, locale)).collect();
    let file = site.map(|site| {
        let place = quoted(&site.to("events.json"));
        of_type("DataDownload", &[("encodingFormat", quoted("application/json")), ("contentUrl", place)])
    });
    let data = object(&[
        ("@context", quoted("https://schema.org")),
        ("@type", quoted("Dataset")),
        ("name", quoted(info.title.get(locale))),
        ("description", quoted(info.description.get(locale))),
        ("url", site.map_or(String::new(), |site| quoted(&site.page(Form::Full, locale)))),
        ("version", quoted(&info.version)),
        ("inLanguage", list(&Locale::ALL.map(|locale| quoted(locale.tag())))),
        ("temporalCoverage", quoted(&span_text(dataset.coverage(), "/"))),
        ("isAccessibleForFree", "true".to_owned()),
        ("creator", info.author.as_ref().map_or(String::new(), |author| named("Organization", author.get(locale)))),
        ("isBasedOn", source),
        ("distribution", file.unwrap_or_default()),
        ("mentions", list(&events)),
    ]);
    // No text of it can end the element it stands in.
    let _ = writeln!(out, "<script type=\"application/ld+json\">{}</script>", data.replace('<', "\\u003c"));
}

/// An event with the first and the last day it may mean, as exactly as they are known.
fn linked_event(event: &Event, locale: Locale) -> String {
    let (start, end) = match event.date {
        Edtf::Single(at) => (Some(at), None),
        Edtf::Interval(from, to) => (Some(from), Some(to)),
        Edtf::OpenEnd(from) => (Some(from), None),
        Edtf::OpenStart(to) => (None, Some(to)),
    };
    let day = |at: Option<_>| at.map_or(String::new(), |at| quoted(&endpoint(at)));
    object(&[
        ("@type", quoted("Event")),
        ("name", quoted(event.title.get(locale))),
        ("startDate", day(start)),
        ("endDate", day(end)),
    ])
}
