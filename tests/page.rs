//! The served pages: all of the record stands in them, in the page's language, as markup that is what it says.

mod common;

use common::dataset;
use gsi_timeline::data;
use gsi_timeline::export::page::{Files, Form, Page, SOCIAL, Site, extras, file, page, social};
use gsi_timeline::model::{Dataset, Locale};

fn files() -> Files {
    Files {
        styles: vec!["./style-1.css".to_owned()],
        module: "./app-2.js".to_owned(),
        wasm: "./app-2_bg.wasm".to_owned(),
        ..Files::default()
    }
}

fn served(dataset: &Dataset, form: Form, locale: Locale) -> String {
    page(&Page { dataset, form, locale, files: &files(), site: None })
}

fn site() -> Site {
    Site::new("https://example.org/gsi").expect("an address")
}

fn placed(form: Form, locale: Locale) -> String {
    page(&Page { dataset: dataset(), form, locale, files: &files(), site: Some(&site()) })
}

fn every_page(check: impl Fn(Form, Locale, &str)) {
    for form in Form::ALL {
        for locale in Locale::ALL {
            check(form, locale, &served(dataset(), form, locale));
        }
    }
}

/// What stands between each pair of marks.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start).skip(1).filter_map(|rest| rest.split(end).next()).collect()
}

fn unescaped(text: &str) -> String {
    ["&lt;<", "&gt;>", "&quot;\"", "&#39;'", "&amp;&"].iter().fold(text.to_owned(), |text, pair| {
        let (name, sign) = pair.split_at(pair.len() - 1);
        text.replace(name, sign)
    })
}

/// Reads tags as a browser would and says where they do not nest.
fn nesting(html: &str) -> Result<(), String> {
    const VOID: [&str; 3] = ["meta", "link", "base"];
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let tag = &rest[..rest.find('>').ok_or("a tag without an end")?];
        let name = tag.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or_default();
        if tag.starts_with('!') || VOID.contains(&name) || tag.ends_with('/') {
            // Stands alone.
        } else if tag.starts_with('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> after <{open:?}>"));
            }
        } else {
            open.push(name);
            if name == "script" {
                rest = &rest[rest.find("</script").ok_or("a script without an end")?..];
            }
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("left open: {open:?}")) }
}

#[test]
fn every_event_is_listed_once_in_order_with_its_source() {
    every_page(|form, locale, html| {
        let items = between(html, "<li>", "</li>");
        assert_eq!(items.len(), dataset().events().len(), "{}", file(form, locale));
        for (event, item) in dataset().events().iter().zip(items) {
            let text = unescaped(item);
            for part in [event.title.get(locale), event.summary.get(locale)] {
                assert!(text.contains(part.as_str()), "{}: {part}", event.slug);
            }
            assert!(text.contains(&dataset().section(event.section).number), "{}", event.slug);
            for link in &event.links {
                assert!(text.contains(&format!("href=\"{link}\"")), "{}: {link}", event.slug);
            }
        }
    });
}

#[test]
fn a_date_for_machines_is_never_more_exact_than_the_date() {
    every_page(|_, _, html| {
        let stated = between(html, "<time datetime=\"", "\"");
        for (event, stated) in dataset().events().iter().zip(stated) {
            let parsed: gsi_timeline::model::Edtf = stated.parse().expect("a year, a month or a day");
            assert_eq!(parsed.precision(), event.date.anchor().precision(), "{}", event.slug);
            assert_eq!(parsed.earliest(), event.date.anchor().span().start(), "{}", event.slug);
        }
    });
}

#[test]
fn tags_nest_and_names_are_given_once() {
    every_page(|form, locale, html| {
        assert_eq!(nesting(html), Ok(()), "{}", file(form, locale));
        let mut ids = between(html, " id=\"", "\"");
        ids.sort_unstable();
        let n = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), n, "{}", file(form, locale));
        ids.retain(|id| !id.starts_with("soft-"));
        assert_eq!(ids, ["app", "failure", "failure-detail", "served"], "{}", file(form, locale));
    });
    assert!(nesting("<p><b>x</p></b>").is_err() && nesting("<p>").is_err());
}

#[test]
fn it_says_what_it_is_and_whose_account() {
    every_page(|form, locale, html| {
        let name = file(form, locale);
        let info = dataset().info();
        assert!(html.starts_with("<!doctype html>\n<html lang=\""), "{name}");
        assert!(html.contains(&format!("<html lang=\"{}\"", locale.tag())), "{name}");
        assert!(html.contains(&format!("<title>{}</title>", info.title.get(locale))), "{name}");
        assert!(html.contains(info.source.publisher.get(locale).as_str()), "{name}");
        assert!(html.contains("role=\"img\""), "{name}");
        // Only its own language, but for the switch and what is said when the program stops.
        let list = between(html, "<ol class=\"served-list\">", "</ol>")[0];
        let other = dataset().events()[0].title.get(locale.other());
        assert!(!list.contains(other.as_str()), "{name}");
    });
}

#[test]
fn every_address_is_relative_but_the_cited_ones() {
    every_page(|form, locale, html| {
        let outside = html.replace(between(html, "<ol class=\"served-list\">", "</ol>")[0], "");
        for address in between(&outside, " href=\"", "\"").into_iter().chain(between(&outside, " src=\"", "\"")) {
            assert!(!address.starts_with('/') && !address.contains(':'), "{}: {address}", file(form, locale));
        }
    });
}

#[test]
fn what_the_data_says_is_text_and_never_markup() {
    let hostile = gsi_timeline::EMBEDDED_DATASET
        .replacen("Global Security Initiative timeline", "</title><script>alert(1)</script>", 1)
        .replacen("First Chinese medical team sent, to Algeria", "</li><img src=x onerror='a'>&amp;", 1);
    let dataset = data::parse(&hostile).expect("still a dataset");
    for form in Form::ALL {
        let html = served(&dataset, form, Locale::En);
        assert_eq!(nesting(&html), Ok(()));
        assert_eq!(
            html.matches("<script").count(),
            served(common::dataset(), form, Locale::En).matches("<script").count()
        );
        assert!(!html.contains("<img") && html.contains("&lt;img src=x onerror=&#39;a&#39;&gt;&amp;amp;"));
    }
}

#[test]
fn the_other_language_is_one_link_away_and_a_page_in_a_frame_leads_out_of_it() {
    let en = served(dataset(), Form::Full, Locale::En);
    assert!(en.contains("lang=\"zh-Hans\" hreflang=\"zh-Hans\" href=\"index.zh.html\">中文</a>"));
    let zh = served(dataset(), Form::Embed, Locale::Zh);
    assert!(zh.contains(
        "<a class=\"embed-open\" href=\"index.zh.html\" target=\"_blank\" rel=\"noopener\">打开完整时间线</a>"
    ));
}

#[test]
fn without_a_site_nothing_is_said_that_needs_one() {
    every_page(|form, locale, html| {
        let head = between(html, "<head>", "</head>")[0];
        for word in ["canonical", "og:url", "og:image", "oembed", "rel=\"alternate\""] {
            assert!(!head.contains(word), "{}: {word}", file(form, locale));
        }
        assert_eq!(head.contains("og:title"), form == Form::Full);
    });
    let names: Vec<String> = extras(dataset(), None).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["robots.txt"]);
}

#[test]
fn with_a_site_every_page_says_where_it_and_its_other_language_stand() {
    for (locale, own) in
        [(Locale::En, "https://example.org/gsi/"), (Locale::Zh, "https://example.org/gsi/index.zh.html")]
    {
        let html = placed(Form::Full, locale);
        assert_eq!(nesting(&html), Ok(()));
        for tag in [
            format!("<link rel=\"canonical\" href=\"{own}\">"),
            format!("<meta property=\"og:url\" content=\"{own}\">"),
            "<link rel=\"alternate\" hreflang=\"en\" href=\"https://example.org/gsi/\">".to_owned(),
            "<link rel=\"alternate\" hreflang=\"zh-Hans\" href=\"https://example.org/gsi/index.zh.html\">".to_owned(),
            "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://example.org/gsi/\">".to_owned(),
            format!("content=\"https://example.org/gsi/{}\"", social(locale)),
        ] {
            assert!(html.contains(&tag), "{tag}");
        }
        // One page is canonical for what stands in frames.
        assert!(placed(Form::Embed, locale).contains("content=\"noindex\""));
    }
}

#[test]
fn linked_data_names_the_dataset_and_every_event() {
    for (html, locale) in
        [(served(dataset(), Form::Full, Locale::En), Locale::En), (placed(Form::Full, Locale::Zh), Locale::Zh)]
    {
        let json = between(&html, "<script type=\"application/ld+json\">", "</script>")[0];
        let data: serde_json::Value = serde_json::from_str(json).expect("JSON");
        assert_eq!(data["@type"], "Dataset");
        assert_eq!(data["version"], dataset().info().version.as_str());
        assert_eq!(data["temporalCoverage"], "2022-01/2024-06");
        let events = data["mentions"].as_array().expect("events");
        assert_eq!(events.len(), dataset().events().len());
        for (linked, event) in events.iter().zip(dataset().events()) {
            assert_eq!(linked["@type"], "Event");
            assert_eq!(linked["name"], event.title.get(locale).as_str());
            let dates = ["startDate", "endDate"].map(|name| linked[name].as_str().map(str::to_owned));
            let stated = event.date.to_string().replace(['~', '?', '%'], "");
            let stated: Vec<&str> = stated.split('/').filter(|end| *end != "..").collect();
            assert_eq!(dates.iter().flatten().collect::<Vec<_>>(), stated, "{}", event.slug);
        }
    }
}

#[test]
fn what_is_offered_to_other_pages_is_a_frame_with_a_name() {
    let extras = extras(dataset(), Some(&site()));
    let page = placed(Form::Full, Locale::Zh);
    let offered: Vec<_> = extras.iter().filter(|(name, _)| name.starts_with("oembed.")).collect();
    assert_eq!(offered.len(), 6);
    for (name, text) in offered {
        let data: serde_json::Value = serde_json::from_str(text).expect("JSON");
        assert_eq!((data["type"].as_str(), data["version"].as_str()), (Some("rich"), Some("1.0")), "{name}");
        let html = data["html"].as_str().expect("markup");
        assert!(html.starts_with("<iframe src=\"https://example.org/gsi/embed."), "{name}");
        assert!(html.contains(" title=\"") && html.contains("loading=\"lazy\""), "{name}");
        assert!(data["width"].is_u64() && data["height"].is_u64() && data["thumbnail_url"].is_string(), "{name}");
        assert_eq!(page.contains(name), name.contains(".zh."), "{name}");
    }
    let text = |wanted: &str| &extras.iter().find(|(name, _)| name == wanted).expect("it is there").1;
    assert!(text("robots.txt").ends_with("Sitemap: https://example.org/gsi/sitemap.xml\n"));
    assert_eq!(text("sitemap.xml").matches("<loc>").count(), 2);
    assert_eq!(nesting(&text("sitemap.xml").replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "")), Ok(()));
}

#[test]
fn the_pictures_show_the_present_data() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/");
    let sum = gsi_timeline::EMBEDDED_DATASET
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let drawn = std::fs::read_to_string(format!("{folder}social.fingerprint")).expect("it is there");
    assert_eq!(drawn.trim(), format!("{sum:016x}"), "`cargo xtask social` draws them anew");
    for locale in Locale::ALL {
        let png = std::fs::read(format!("{folder}{}", social(locale))).expect("it is there");
        let side = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
        assert_eq!((&png[1..4], side(16), side(20)), (&b"PNG"[..], SOCIAL.0, SOCIAL.1));
    }
}
