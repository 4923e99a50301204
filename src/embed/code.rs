//! The code a person pastes, for each place it may be pasted into.

use crate::model::Locale;
use crate::route::pairs;
use crate::scene::svg::escape;

/// A way to put a view into another page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EmbedCode {
    /// One frame: works wherever HTML does.
    Frame,
    /// An element and its script: its height follows what is in it, links of the page reach it.
    Script,
    /// A block of WordPress's editor, recognised when pasted: a frame with a link below.
    WordPress,
    /// For Moodle and other editors that drop styles: a frame with a link below.
    Moodle,
    /// A picture that links to the view: where frames are not allowed.
    Markdown,
    /// The address of the view.
    Link,
}

impl EmbedCode {
    /// In the order they are offered.
    pub const ALL: [Self; 6] = [Self::Frame, Self::Script, Self::WordPress, Self::Moodle, Self::Markdown, Self::Link];

    /// A short name of it, the same in every language.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Frame => "frame",
            Self::Script => "script",
            Self::WordPress => "wordpress",
            Self::Moodle => "moodle",
            Self::Markdown => "markdown",
            Self::Link => "link",
        }
    }
}

/// What is embedded, and where from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embedding {
    /// Address of the folder the site lies in, ending in `/`.
    pub site: String,
    /// The view as a query string, with its `?`, or empty.
    pub query: String,
    /// What stands behind it, with its `#`: a person's own story, or empty.
    pub fragment: String,
    /// What the frame is called: the headline of the view.
    pub title: String,
    /// The language of the title.
    pub locale: Locale,
    /// Height of the frame, CSS px.
    pub height: u32,
    /// Width of the frame, CSS px; none: the whole column.
    pub width: Option<u32>,
}

impl Embedding {
    /// The code for one place.
    pub fn code(&self, code: EmbedCode) -> String {
        match code {
            EmbedCode::Frame => self.frame(" style=\"border:0\""),
            EmbedCode::Script => self.script(),
            EmbedCode::WordPress => {
                format!("<!-- wp:html -->\n{}\n<!-- /wp:html -->", self.with_link(" style=\"border:0\""))
            }
            EmbedCode::Moodle => self.with_link(" frameborder=\"0\""),
            EmbedCode::Markdown => self.markdown(),
            EmbedCode::Link => self.page(),
        }
    }

    /// Address of the view in a frame.
    pub fn frame_address(&self) -> String {
        [&self.site, "embed.html", &self.query, &self.fragment].concat()
    }

    /// Address of the view as a page of its own.
    fn page(&self) -> String {
        [self.site.as_str(), &self.query, &self.fragment].concat()
    }

    fn frame(&self, border: &str) -> String {
        let width = self.width.map_or("100%".to_owned(), |px| px.to_string());
        format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"{width}\" height=\"{}\"{border} loading=\"lazy\" allowfullscreen></iframe>",
            escape(&self.frame_address()),
            escape(&self.title),
            self.height,
        )
    }

    /// Where frames are taken out of what some people write, the link stays.
    fn with_link(&self, border: &str) -> String {
        format!("{}\n<p>{}</p>", self.frame(border), self.anchor())
    }

    fn anchor(&self) -> String {
        format!("<a href=\"{}\">{}</a>", escape(&self.page()), escape(&self.title))
    }

    /// The parameters of the view are the attributes of the element; what is inside is there until the script is.
    ///
    /// What stands behind the parameters is none: then it is a frame, which the script serves as well.
    fn script(&self) -> String {
        let mut out = format!("<script async src=\"{}gsi-timeline.js\"></script>\n", escape(&self.site));
        if !self.fragment.is_empty() {
            return out + &self.frame(" style=\"border:0\"");
        }
        out.push_str("<gsi-timeline");
        for (name, value) in pairs(&self.query) {
            out.push_str(&format!(" {name}=\"{}\"", escape(&value)));
        }
        out.push_str(&format!(" title=\"{}\" height=\"{}\"", escape(&self.title), self.height));
        if let Some(px) = self.width {
            out.push_str(&format!(" style=\"max-width:{px}px\""));
        }
        out.push_str(&format!(">{}</gsi-timeline>", self.anchor()));
        out
    }

    fn markdown(&self) -> String {
        let mut title = String::with_capacity(self.title.len());
        for c in self.title.chars() {
            // What would end the text of a link, or be read as markup.
            if matches!(c, '[' | ']' | '\\' | '*' | '_' | '`' | '<' | '!') {
                title.push('\\');
            }
            title.push(c);
        }
        let tag = self.locale.slug();
        format!("[![{title}]({}social.{tag}.png)]({})", self.site, self.page())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view() -> Embedding {
        Embedding {
            site: "https://example.org/gsi/".to_owned(),
            query: "?view=charts&region=africa~asia&q=%22peace%22+talks".to_owned(),
            fragment: String::new(),
            title: "12 of 167 events · \"peace\" & <talks>".to_owned(),
            locale: Locale::En,
            height: 640,
            width: None,
        }
    }

    #[track_caller]
    fn check(code: EmbedCode, expected: &str) {
        assert_eq!(view().code(code), expected);
    }

    const TITLE: &str = "12 of 167 events · &quot;peace&quot; &amp; &lt;talks&gt;";

    #[test]
    fn a_frame_needs_nothing_else() {
        let frame = format!(
            "<iframe src=\"https://example.org/gsi/embed.html?view=charts&amp;region=africa~asia&amp;q=%22peace%22+talks\" \
             title=\"{TITLE}\" width=\"100%\" height=\"640\" style=\"border:0\" loading=\"lazy\" allowfullscreen></iframe>"
        );
        check(EmbedCode::Frame, &frame);
    }

    #[test]
    fn parameters_become_attributes_of_the_element() {
        check(
            EmbedCode::Script,
            &format!(
                "<script async src=\"https://example.org/gsi/gsi-timeline.js\"></script>\n\
                 <gsi-timeline view=\"charts\" region=\"africa~asia\" q=\"&quot;peace&quot; talks\" title=\"{TITLE}\" \
                 height=\"640\"><a href=\"https://example.org/gsi/?view=charts&amp;region=africa~asia&amp;q=%22peace%22+talks\">\
                 {TITLE}</a></gsi-timeline>"
            ),
        );
    }

    #[test]
    fn where_a_host_takes_things_out_a_link_stands_below() {
        let block = view().code(EmbedCode::WordPress);
        assert!(
            block.starts_with("<!-- wp:html -->\n<iframe ") && block.ends_with("</a></p>\n<!-- /wp:html -->"),
            "{block}"
        );
        let code = view().code(EmbedCode::Moodle);
        assert!(!code.contains("style="), "{code}");
        assert!(code.contains("frameborder=\"0\"") && code.contains("<p><a href="), "{code}");
    }

    #[test]
    fn markdown_is_a_picture_that_links() {
        check(
            EmbedCode::Markdown,
            "[![12 of 167 events · \"peace\" & \\<talks>](https://example.org/gsi/social.en.png)]\
             (https://example.org/gsi/?view=charts&region=africa~asia&q=%22peace%22+talks)",
        );
        check(EmbedCode::Link, "https://example.org/gsi/?view=charts&region=africa~asia&q=%22peace%22+talks");
    }

    #[test]
    fn a_story_of_ones_own_goes_with_every_address() {
        let own = Embedding { query: "?story=own".to_owned(), fragment: "#story=z.a-b_c".to_owned(), ..view() };
        for code in EmbedCode::ALL {
            let text = own.code(code);
            let addresses = text.matches("?story=own").count();
            assert!(addresses > 0 && text.matches("?story=own#story=z.a-b_c").count() == addresses, "{text}");
            assert!(!text.contains("<gsi-timeline"), "its attributes are parameters only: {text}");
        }
        assert!(own.code(EmbedCode::Script).starts_with("<script async src="));
    }

    #[test]
    fn a_chosen_width_is_kept() {
        let narrow = Embedding { width: Some(480), ..view() };
        assert!(narrow.code(EmbedCode::Frame).contains("width=\"480\""));
        assert!(narrow.code(EmbedCode::Script).contains("style=\"max-width:480px\""));
    }
}
