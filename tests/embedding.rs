//! A view in somebody else's page.

mod common;

use common::{dataset, index};
use gsi_timeline::embed::{EmbedChoice, HostMessage, Lifetime};
use gsi_timeline::model::Locale;
use gsi_timeline::route::{self, Scheme, View, ViewState};

#[test]
fn filters_come_along_or_stay_and_an_opened_event_never_does() {
    let slug = &dataset().events()[0].slug;
    let (page, ignored) = route::parse(&format!("?region=africa&event={slug}&q=summit"), dataset());
    assert_eq!(ignored, []);
    let choice = EmbedChoice::new(View::Table);
    assert_eq!(choice.query(&page, dataset()), "?view=table&region=africa&q=summit");
    let bare = EmbedChoice { filtered: false, lang: Some(Locale::Zh), scheme: Scheme::Dark, ..choice };
    assert_eq!(bare.query(&page, dataset()), "?view=table&lang=zh&scheme=dark");
}

#[test]
fn a_frozen_view_names_its_version() {
    let choice = EmbedChoice { lifetime: Lifetime::Frozen, ..EmbedChoice::new(View::Charts) };
    let query = choice.query(&ViewState::default(), dataset());
    assert_eq!(query, format!("?view=charts&v={}", dataset().info().version));
}

#[test]
fn a_frame_is_called_what_it_shows() {
    let (page, _) = route::parse("?region=africa&time=2023", dataset());
    let choice = EmbedChoice::new(View::Timeline);
    for (locale, part) in [(Locale::En, "Africa"), (Locale::Zh, "非洲")] {
        let title = choice.title(&page, dataset(), index(), locale);
        assert!(title.contains(part) && title.contains("2023"), "{title}");
        let whole = EmbedChoice { filtered: false, ..choice }.title(&page, dataset(), index(), locale);
        assert!(!whole.contains(part), "{whole}");
    }
}

#[test]
fn only_what_means_something_is_heard() {
    let event = &dataset().events()[3];
    let id = dataset().event_by_slug(&event.slug);
    let read = |field, value| HostMessage::read(field, value, dataset());
    assert_eq!(read("event", Some(&event.slug)), Some(HostMessage::Event(id)));
    assert_eq!(read("event", None), Some(HostMessage::Event(None)));
    assert_eq!(read("scheme", Some("dark")), Some(HostMessage::Scheme(Scheme::Dark)));
    for (field, value) in
        [("event", Some("<script>")), ("scheme", Some("pink")), ("scheme", None), ("lang", Some("zh"))]
    {
        assert_eq!(read(field, value), None, "{field} {value:?}");
    }
}
