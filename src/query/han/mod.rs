//! Chinese characters: how they are read, and which simplified one a traditional one stands for.

mod pinyin;
mod table;

pub(super) use pinyin::Pinyin;
pub use table::Han;
