//! The strings of what is loaded only when it is asked for.

/// What a part of the page says until its program is there.
pub struct LoadWords {
    /// While the part is loaded.
    pub awaited: &'static str,
    /// The part could not be loaded, in its place.
    pub failed: &'static str,
    /// The same beside a button that was pressed.
    pub failed_here: &'static str,
    /// Button: asks for it again.
    pub again: &'static str,
    /// Link: loads the whole page again.
    pub reload: &'static str,
    /// Why a dataset cannot be shown, after its address: the part of the program that reads it could not be loaded.
    pub no_reader: &'static str,
    /// Below the search field, until what seeks is there.
    pub search_awaited: &'static str,
    /// The same, where it could not be loaded.
    pub search_failed: &'static str,
    /// On paper: the printed page was not there in time.
    pub print_late: &'static str,
}

pub(super) static EN: LoadWords = LoadWords {
    awaited: "Loading this part of the page…",
    failed: "This part of the page could not be loaded. Nothing of yours is lost, and the rest of the page goes on \
             working.",
    failed_here: "This could not be loaded. Nothing of yours is lost; press again to try once more.",
    again: "Try again",
    reload: "Load the same view again",
    no_reader: "the part of this page that reads datasets could not be loaded; load the page again to retry",
    search_awaited: "Search is still being loaded; until then the text narrows nothing…",
    search_failed: "Search could not be loaded, so the text narrows nothing.",
    print_late: "The printed page was still being loaded. Please close this and print again.",
};

pub(super) static ZH: LoadWords = LoadWords {
    awaited: "正在载入这一部分……",
    failed: "这一部分未能载入。您的内容没有丢失，页面其余部分仍可使用。",
    failed_here: "未能载入。您的内容没有丢失，请再按一次重试。",
    again: "重试",
    reload: "重新载入同一视图",
    no_reader: "读取数据集的程序未能载入，请重新载入页面",
    search_awaited: "正在载入检索功能，载入前所写文字暂不起筛选作用……",
    search_failed: "检索功能未能载入，所写文字暂不起筛选作用。",
    print_late: "打印页面尚在载入，请关闭后重新打印。",
};
