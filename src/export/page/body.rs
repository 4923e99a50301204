//! What a served page shows, and where the program will stand.

use std::fmt::Write as _;

use super::picture::pictures;
use super::{Form, Page, about, address};
use crate::export::document::Subject;
use crate::headline::{Headline, account, headline};
use crate::i18n::{DateStyle, date_words, messages, page_words};
use crate::layout::Lanes;
use crate::model::{Edtf, Endpoint, Event, Locale};
use crate::query::{Filter, Han, Index, eligible, within};
use crate::scene::Glyph;
use crate::scene::svg::escape;

/// Appends the body.
pub(super) fn write(page: &Page, out: &mut String) {
    let Page { dataset, locale, .. } = *page;
    let filter = Filter::default();
    let span = dataset.coverage();
    let ids = within(dataset, &Index::new(dataset, Han::default()).matching(dataset, &filter), span);
    let n_all = eligible(dataset, false).count();
    let headline = headline(dataset, &ids, n_all, &filter, span, locale);
    let subject = Subject {
        dataset,
        ids: &ids,
        filter: &filter,
        span,
        lanes: Lanes::default(),
        locale,
        headline: &headline,
        permalink: "",
    };
    let pictures = pictures(&subject);
    out.push_str("<body>\n");
    failure(locale, out);
    let _ = write!(
        out,
        r#"<div id="served" class="served">
{}<main>
"#,
        masthead(page)
    );
    headline_block(page, &headline, out);
    let words = page_words(locale);
    let _ = write!(
        out,
        r#"<div class="served-note"><noscript>{}</noscript></div>
<div class="served-record">
{pictures}
<h2>{}</h2>
<ol class="served-list">
"#,
        escape(words.no_script),
        escape(&(words.all)(dataset.events().len()))
    );
    for event in dataset.events() {
        item(page, event, out);
    }
    let _ = write!(
        out,
        r#"</ol>
</div>
</main>
{}</div>
<div id="app"></div>
"#,
        foot(page)
    );
    if page.form == Form::Full {
        about::linked_data(page, out);
    }
    page.files.scripts.iter().for_each(|script| {
        out.push_str(script);
        out.push('\n');
    });
    out.push_str("</body>\n");
}

/// Name and language, where the program has them.
fn masthead(page: &Page) -> String {
    if page.form == Form::Embed {
        return String::new();
    }
    let mut mark = String::new();
    for (i, glyph) in [Glyph::JointStatement, Glyph::Summit, Glyph::Mission].into_iter().enumerate() {
        let _ = write!(mark, r#"<path transform="translate({} 0)" d="{}"/>"#, i * 16, glyph.path());
    }
    let other = page.locale.other();
    format!(
        r#"<header class="masthead"><svg class="masthead-mark" viewBox="0 0 44 12" fill="currentColor" aria-hidden="true">{mark}</svg><span class="masthead-name">{}</span><span class="masthead-grow"></span><a class="control served-language" lang="{}" hreflang="{}" href="{}">{}</a></header>
"#,
        escape(page.dataset.info().title.get(page.locale)),
        other.tag(),
        other.tag(),
        address(page.form, other),
        page_words(other).other_language
    )
}

fn headline_block(page: &Page, headline: &Headline, out: &mut String) {
    let (long, short) = account(page.dataset, page.locale);
    let _ = write!(
        out,
        r#"<div class="headline"><div class="headline-text"><h1>{}<span class="headline-of">{}</span>"#,
        escape(&headline.shown),
        escape(&headline.of)
    );
    for part in &headline.parts {
        let _ = write!(out, r#"<span class="headline-dot"> · </span>{}"#, escape(part));
    }
    let _ = writeln!(
        out,
        r#"</h1><p class="served-asks">{}</p><p class="headline-lede">{}</p></div><p class="headline-account"><span class="headline-account-long">{}</span><span class="headline-account-short">{}</span></p></div>"#,
        escape(page_words(page.locale).asks),
        escape(&headline.lede),
        escape(&long),
        escape(&short)
    );
}

/// One event: when, what, and where that is stated.
fn item(page: &Page, event: &Event, out: &mut String) {
    let Page { dataset, locale, .. } = *page;
    let words = messages(locale);
    let source = (words.card_report)(&dataset.section(event.section).number, dataset.section(event.section).page);
    let _ = write!(
        out,
        r#"<li><time datetime="{}">{}</time> <b>{}</b> {} <small>{}"#,
        machine_date(event.date),
        escape(&date_words(event.date, locale, DateStyle::Full)),
        escape(event.title.get(locale)),
        escape(event.summary.get(locale)),
        escape(&source)
    );
    for link in event.links.iter().filter(|link| link.starts_with("https://") || link.starts_with("http://")) {
        let host = link.split('/').nth(2).unwrap_or(link);
        let _ = write!(
            out,
            r#" · <a href="{}" target="_blank" rel="noopener noreferrer">{}</a>"#,
            escape(link),
            escape(host)
        );
    }
    out.push_str("</small></li>\n");
}

/// A date as `time` takes it. It has no way to say from when to when, so that is left to the words inside.
fn machine_date(date: Edtf) -> String {
    endpoint(date.anchor())
}

/// An end of a date, to its own precision.
pub(super) fn endpoint(at: Endpoint) -> String {
    match (at.month(), at.day()) {
        (None, _) => format!("{:04}", at.year()),
        (Some(month), None) => format!("{:04}-{month:02}", at.year()),
        (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", at.year()),
    }
}

fn foot(page: &Page) -> String {
    let words = page_words(page.locale);
    let file = format!(r#"<a href="events.json" download>{}</a>"#, escape(words.file));
    match page.form {
        Form::Full => format!(
            r#"<footer class="served-foot">{} {file}</footer>
"#,
            escape(&(messages(page.locale).source_version)(&page.dataset.info().version))
        ),
        Form::Embed => format!(
            r#"<footer class="embed-foot"><span>{}</span><a class="embed-open" href="{}" target="_blank" rel="noopener">{}</a></footer>
"#,
            escape(&account(page.dataset, page.locale).1),
            address(Form::Full, page.locale),
            escape(messages(page.locale).embed.open_full)
        ),
    }
}

/// What is said where the program does not start, or stops: in both languages, since a person may have changed it.
fn failure(page: Locale, out: &mut String) {
    out.push_str(
        r#"<div id="failure" class="failure" role="alert" tabindex="-1" data-why="stopped" hidden>
"#,
    );
    for locale in [page, page.other()] {
        let words = page_words(locale);
        let _ = writeln!(out, r#"<div lang="{}">"#, locale.tag());
        for (class, (what, then)) in [
            ("failure-why failure-why--stopped", words.stopped),
            ("failure-why failure-why--no-wasm", words.no_wasm),
            ("failure-why failure-why--missing", words.missing),
            ("failure-why failure-why--damaged", words.damaged),
        ] {
            let _ = writeln!(out, r#"<p class="{class}"><strong>{}</strong> {}</p>"#, escape(what), escape(then));
        }
        let _ = writeln!(out, r#"<p class="failure-asks">{}</p>"#, escape(words.asks_in_vain));
        let _ = writeln!(
            out,
            r#"<p class="failure-ways"><a href="">{}</a> <a class="failure-anew" href="?">{}</a></p>
</div>"#,
            escape(words.again),
            escape(words.anew)
        );
    }
    out.push_str(
        r#"<p class="failure-detail" id="failure-detail"></p>
</div>
"#,
    );
}
