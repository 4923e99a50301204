//! One dated event.

use super::date::TimeSpan;
use super::edtf::Edtf;
use super::taxonomy::{Bilingual, CountryId, KindId, OrganisationId, RegionId, StanceId, ThemeId};

/// Which labels win where space is short.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Importance {
    /// Labelled where there is room.
    Minor,
    /// Labelled before the minor ones.
    Notable,
    /// Labelled first.
    Major,
}

/// A dated happening as the source states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Stable slug that starts with the date; never reused.
    pub slug: String,
    /// The date at its true precision.
    pub date: Edtf,
    /// All the days the date may mean; the same as `date.span()`, kept because every frame asks for it.
    pub span: TimeSpan,
    /// What sort of event.
    pub kind: KindId,
    /// A short name.
    pub title: Bilingual,
    /// What happened, in a few neutral sentences; empty as long as the dataset is not whole.
    pub summary: Bilingual,
    /// One region or more, in lane order.
    pub regions: Vec<RegionId>,
    /// The countries the source names.
    pub countries: Vec<CountryId>,
    /// The organisations the source names.
    pub organisations: Vec<OrganisationId>,
    /// The directions it belongs to, possibly none.
    pub themes: Vec<ThemeId>,
    /// Which labels win.
    pub importance: Importance,
    /// The partner's wording, for joint statements.
    pub stance: Option<StanceId>,
    /// Whether it lies before the record's own period.
    pub background: bool,
    /// A remark, such as where the source contradicts itself.
    pub note: Option<Bilingual>,
    /// Place of its section in the source's contents.
    pub section: usize,
    /// Further sections that mention it.
    pub also: Vec<usize>,
    /// Pages the source cites for it.
    pub links: Vec<String>,
}
