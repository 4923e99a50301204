//! The served pages: all of the record stands in them, in the page's language, as markup that is what it says.

mod common;

use common::dataset;
use gsi_timeline::data;
use gsi_timeline::export::page::{Files, Form, Page, file, page};
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
    page(&Page { dataset, form, locale, files: &files() })
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
    assert!(zh.contains("<a href=\"index.zh.html\" target=\"_blank\" rel=\"noopener\">打开完整时间线</a>"));
}
