//! The strings of the page in a frame.

/// What stands at its foot.
pub struct EmbedWords {
    /// Link to the whole page, in a tab of its own.
    pub open_full: &'static str,
}

pub(super) static EN: EmbedWords = EmbedWords { open_full: "Open full timeline" };

pub(super) static ZH: EmbedWords = EmbedWords { open_full: "打开完整时间线" };
