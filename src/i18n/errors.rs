//! What is wrong with a dataset, said so that a person can mend it.

use std::fmt;

use crate::data::{DatasetError, FORMAT, Problem, Record};
use crate::model::{EdtfError, Locale};
use crate::story::StoryError;

/// One problem as one line: where, which field, what stands there, and what would be right.
///
/// ```
/// use gsi_timeline::{data, i18n, model::Locale};
/// let errors = data::parse(r#"{"format": 2}"#).unwrap_err();
/// assert_eq!(i18n::dataset_error(&errors[0], Locale::En), "The file, field “format”: format 2 is unknown; this program reads format 1.");
/// ```
pub fn dataset_error(error: &DatasetError, locale: Locale) -> String {
    let place = match (&error.record, locale) {
        (Record::File, Locale::En) => "The file".to_owned(),
        (Record::File, Locale::Zh) => "文件".to_owned(),
        (Record::Entry { list, id }, Locale::En) => format!("{list}, entry “{id}”"),
        (Record::Entry { list, id }, Locale::Zh) => format!("{list} 中的“{id}”"),
        (Record::Event(id), Locale::En) => format!("Event “{id}”"),
        (Record::Event(id), Locale::Zh) => format!("事件“{id}”"),
        (Record::Figure(id), Locale::En) => format!("Figure “{id}”"),
        (Record::Figure(id), Locale::Zh) => format!("数据“{id}”"),
    };
    said(&place, &error.field, &error.problem, locale)
}

impl fmt::Display for DatasetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&dataset_error(self, Locale::En))
    }
}

impl std::error::Error for DatasetError {}

/// One problem of a story, said alike: which story, which stop, which field.
pub fn story_error(error: &StoryError, locale: Locale) -> String {
    let story = match (error.story.is_empty(), locale) {
        (true, Locale::En) => "The file".to_owned(),
        (true, Locale::Zh) => "文件".to_owned(),
        (false, Locale::En) => format!("Story “{}”", error.story),
        (false, Locale::Zh) => format!("讲解“{}”", error.story),
    };
    let place = match (error.stop, locale) {
        (None, _) => story,
        (Some(stop), Locale::En) => format!("{story}, stop {stop}"),
        (Some(stop), Locale::Zh) => format!("{story}第{stop}节"),
    };
    said(&place, &error.field, &error.problem, locale)
}

/// Where, which field, what stands there.
fn said(place: &str, field: &str, problem: &Problem, locale: Locale) -> String {
    let problem = match locale {
        Locale::En => problem_en(problem),
        Locale::Zh => problem_zh(problem),
    };
    match (field.is_empty(), locale) {
        (true, Locale::En) => format!("{place}: {problem}."),
        (true, Locale::Zh) => format!("{place}：{problem}。"),
        (false, Locale::En) => format!("{place}, field “{field}”: {problem}."),
        (false, Locale::Zh) => format!("{place}，字段“{field}”：{problem}。"),
    }
}

fn problem_en(problem: &Problem) -> String {
    match problem {
        Problem::Syntax { line, column, detail } => {
            format!("not readable as JSON at line {line}, column {column} ({detail})")
        }
        Problem::WrongType(detail) => format!("a value of the wrong type ({detail})"),
        Problem::UnknownFormat(Some(found)) => format!("format {found} is unknown; this program reads format {FORMAT}"),
        Problem::UnknownFormat(None) => format!("missing; this program reads format {FORMAT}"),
        Problem::Missing => "missing or empty".to_owned(),
        Problem::MissingLanguage("en") => "the English text is missing".to_owned(),
        Problem::MissingLanguage(_) => "the Chinese text is missing".to_owned(),
        Problem::Unknown(value) => format!("“{value}” is not in the dataset's list"),
        Problem::Date { text, error } => format!("“{text}”: {error}"),
        Problem::Duplicate(value) => format!("“{value}” is there more than once"),
        Problem::IdWithoutDate => "the id must start with the event's date".to_owned(),
        Problem::OutOfRange(value) => format!("{value} is outside what is allowed"),
        Problem::WrongPage { stated, expected } => format!("page {stated}, but the contents give page {expected}"),
        Problem::TooMany(count) => format!("{count} entries are more than this program can number"),
    }
}

fn problem_zh(problem: &Problem) -> String {
    match problem {
        Problem::Syntax { line, column, detail } => format!("第{line}行第{column}列无法按 JSON 读取（{detail}）"),
        Problem::WrongType(detail) => format!("值的类型不对（{detail}）"),
        Problem::UnknownFormat(Some(found)) => format!("不认识格式 {found}，本程序读取格式 {FORMAT}"),
        Problem::UnknownFormat(None) => format!("缺失，本程序读取格式 {FORMAT}"),
        Problem::Missing => "缺失或为空".to_owned(),
        Problem::MissingLanguage("en") => "缺少英文".to_owned(),
        Problem::MissingLanguage(_) => "缺少中文".to_owned(),
        Problem::Unknown(value) => format!("“{value}”不在数据集的列表中"),
        Problem::Date { text, error } => format!("“{text}”{}", date_zh(*error)),
        Problem::Duplicate(value) => format!("“{value}”重复出现"),
        Problem::IdWithoutDate => "编号须以事件日期开头".to_owned(),
        Problem::OutOfRange(value) => format!("{value} 超出允许范围"),
        Problem::WrongPage { stated, expected } => format!("写的是第{stated}页，目录为第{expected}页"),
        Problem::TooMany(count) => format!("{count} 项，超出本程序可编号的数量"),
    }
}

fn date_zh(error: EdtfError) -> &'static str {
    match error {
        EdtfError::Empty => "是空的日期",
        EdtfError::Malformed => "不是 2023、2023-03、2023-03-10 或 2023-08/2023-09 这样的日期",
        EdtfError::NoSuchDay => "：历法中没有这一天",
        EdtfError::EndsBeforeStart => "：结束早于开始",
    }
}
