//! Where the site will stand, where that is known when it is built, and the files that say so to machines.

use std::fmt::Write as _;

use super::{Form, address};
use crate::export::json_text::{object_lines, quoted};
use crate::i18n::{messages, view_name};
use crate::model::{Dataset, Locale};
use crate::route::View;
use crate::scene::svg::escape;

/// What is offered for other pages.
const OFFERED: [View; 3] = [View::Timeline, View::Charts, View::Table];

/// Size of an offered frame, px: what a column of text holds.
const FRAME: (u32, u32) = (800, 600);

/// Size of the picture that stands for the page in other places, px.
pub const SOCIAL: (u32, u32) = (1200, 630);

/// An absolute address of a folder, ending in `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site(String);

impl Site {
    /// Takes an address as a person writes it.
    ///
    /// # Errors
    /// Says what is wrong with it.
    ///
    /// ```
    /// use gsi_timeline::export::page::Site;
    /// assert_eq!(Site::new("https://example.org/a").map(|site| site.to("b.html")).as_deref(), Ok("https://example.org/a/b.html"));
    /// assert!(Site::new("example.org").is_err());
    /// ```
    pub fn new(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let is_plain =
            |rest: &str| !rest.is_empty() && !rest.contains(|c: char| c.is_whitespace() || "?#\"'<>".contains(c));
        if !rest.is_some_and(is_plain) {
            return Err(format!("`{text}` is no address such as https://example.org/timeline/"));
        }
        Ok(Self(format!("{}/", text.trim_end_matches('/'))))
    }

    /// The absolute address of a file beside the first page.
    pub fn to(&self, name: &str) -> String {
        format!("{}{}", self.0, name.strip_prefix("./").unwrap_or(name))
    }

    /// The absolute address of a page.
    pub(super) fn page(&self, form: Form, locale: Locale) -> String {
        self.to(address(form, locale))
    }
}

/// The picture's file.
pub fn social(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "social.en.png",
        Locale::Zh => "social.zh.png",
    }
}

fn oembed_file(view: View, locale: Locale) -> String {
    format!("oembed.{}.{}.json", view.slug(), locale.slug())
}

fn title(dataset: &Dataset, view: View, locale: Locale) -> String {
    let name = dataset.info().title.get(locale);
    if view == View::default() {
        return name.clone();
    }
    let words = messages(locale);
    (words.headline_title)(view_name(words, view), name)
}

/// Links to what other pages may show, for whoever pastes the page's address into one.
pub(super) fn discovery(dataset: &Dataset, site: &Site, locale: Locale, out: &mut String) {
    for view in OFFERED {
        let _ = writeln!(
            out,
            r#"<link rel="alternate" type="application/json+oembed" href="{}" title="{}">"#,
            site.to(&oembed_file(view, locale)),
            escape(&title(dataset, view, locale))
        );
    }
}

/// What oEmbed's consumers read of a view.
fn oembed(dataset: &Dataset, site: &Site, view: View, locale: Locale) -> String {
    let title = title(dataset, view, locale);
    let query = if view == View::default() { String::new() } else { format!("?view={}", view.slug()) };
    let source = format!("{}{query}", site.page(Form::Embed, locale));
    let html = format!(
        r#"<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" style="border:0;width:100%"></iframe>"#,
        escape(&source),
        escape(&title),
        FRAME.0,
        FRAME.1
    );
    object_lines(&[
        ("type", quoted("rich")),
        ("version", quoted("1.0")),
        ("title", quoted(&title)),
        ("author_name", dataset.info().author.as_ref().map_or(String::new(), |author| quoted(author.get(locale)))),
        ("provider_name", quoted(dataset.info().title.get(locale))),
        ("provider_url", quoted(&site.page(Form::Full, locale))),
        ("cache_age", "86400".to_owned()),
        ("thumbnail_url", quoted(&site.to(social(locale)))),
        ("thumbnail_width", SOCIAL.0.to_string()),
        ("thumbnail_height", SOCIAL.1.to_string()),
        ("width", FRAME.0.to_string()),
        ("height", FRAME.1.to_string()),
        ("html", quoted(&html)),
    ])
}

fn sitemap(site: &Site) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for locale in Locale::ALL {
        let _ = write!(out, "<url><loc>{}</loc>", escape(&site.page(Form::Full, locale)));
        for other in Locale::ALL {
            let (lang, href) = (other.tag(), site.page(Form::Full, other));
            let _ = write!(out, r#"<xhtml:link rel="alternate" hreflang="{lang}" href="{}"/>"#, escape(&href));
        }
        out.push_str("</url>\n");
    }
    out + "</urlset>\n"
}

/// The files beside the pages, by name. Without a site there is only what needs no absolute address.
pub fn extras(dataset: &Dataset, site: Option<&Site>) -> Vec<(String, String)> {
    let mut robots = String::from("User-agent: *\nAllow: /\n");
    let mut out = Vec::new();
    if let Some(site) = site {
        let _ = writeln!(robots, "Sitemap: {}", site.to("sitemap.xml"));
        out.push(("sitemap.xml".to_owned(), sitemap(site)));
        for view in OFFERED {
            out.extend(Locale::ALL.map(|locale| (oembed_file(view, locale), oembed(dataset, site, view, locale))));
        }
    }
    out.push(("robots.txt".to_owned(), robots));
    out
}

/// Where the page stands, and where it stands in the other language.
pub(super) fn places(site: &Site, locale: Locale, out: &mut String) {
    let _ = writeln!(out, r#"<link rel="canonical" href="{}">"#, escape(&site.page(Form::Full, locale)));
    let others = Locale::ALL.map(|other| (other.tag(), site.page(Form::Full, other)));
    let any = ("x-default", site.page(Form::Full, Locale::En));
    for (lang, href) in others.into_iter().chain([any]) {
        let _ = writeln!(out, r#"<link rel="alternate" hreflang="{lang}" href="{}">"#, escape(&href));
    }
}
