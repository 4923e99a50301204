//! The selection as files of pictures: SVG as it is written, PNG as the browser draws it.

use crate::ui::signals::*;
use js_sys::Promise;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::export::save_file;
use super::state::AppState;
use super::url_sync;
use crate::export::document::{Picture, Resolution, Subject, document};
use crate::route::{Scheme, print_versioned};
use crate::scene::Palette;

/// Hands what is shown, whole, to a maker of documents.
pub(super) fn with_subject<T>(state: AppState, make: impl FnOnce(&Subject) -> T) -> T {
    let dataset = state.dataset();
    let (ids, headline) = (state.visible.get_untracked(), state.headline.get_untracked());
    let (filter, lanes) = (state.filter.get_untracked(), state.view.with_untracked(|v| v.lanes));
    let permalink = url_sync::address(&state.view.with_untracked(|v| print_versioned(v, &dataset)));
    make(&Subject {
        dataset: &dataset,
        ids: &ids,
        filter: &filter,
        span: state.span.get_untracked(),
        lanes,
        locale: state.locale.get_untracked(),
        headline: &headline,
        permalink: &permalink,
    })
}

/// Dark only where it was asked for: most slides and papers are light.
pub(super) fn palette(state: AppState) -> Palette {
    if state.view.with_untracked(|v| v.scheme) == Scheme::Dark { Palette::Dark } else { Palette::Light }
}

/// The name of a file, with what it ends in.
pub(super) fn file_name(state: AppState, picture: Picture, ending: &str) -> String {
    format!("{}-{}{ending}", state.dataset().info().id, picture.slug())
}

/// The drawing in its frame as the text of an SVG file, or `None` where there is nothing to draw.
pub(super) fn svg_text(state: AppState, picture: Picture, palette: Palette) -> Option<String> {
    with_subject(state, |subject| Some(document(subject, picture)?.svg(palette, 1.0)))
}

/// An address that holds the text of an SVG file.
pub(super) fn svg_address(text: &str) -> String {
    format!("data:image/svg+xml;charset=utf-8,{}", String::from(js_sys::encode_uri_component(text)))
}

/// Makes a PNG and gives it to the person as a file; `told` says why where that fails.
pub(super) fn save_png(
    state: AppState,
    picture: Picture,
    palette: Palette,
    resolution: Resolution,
    told: RwSignal<&'static str>,
) {
    let words = state.words().print();
    told.set("");
    let drawn = with_subject(state, |subject| {
        let Some(document) = document(subject, picture) else {
            told.set(state.words().charts_nothing);
            return None;
        };
        let Some(scale) = resolution.scale(&document.scene) else {
            told.set(words.picture_too_large);
            return None;
        };
        let size = [document.scene.width * scale, document.scene.height * scale].map(|px| px.round() as u32);
        Some((document.svg(palette, scale), size))
    });
    let Some((svg, size)) = drawn else { return };
    let name = file_name(state, picture, &format!("{}.png", resolution.suffix()));
    wasm_bindgen_futures::spawn_local(async move {
        let saved = match drawn_png(&svg, size).await {
            Ok(png) => save_file(&png, &name),
            Err(error) => Err(error),
        };
        if saved.is_err() {
            told.set(words.picture_failed);
        }
    });
}

/// An SVG drawn by the browser, as a PNG of as many pixels.
async fn drawn_png(svg: &str, [width, height]: [u32; 2]) -> Result<web_sys::Blob, JsValue> {
    let image = web_sys::HtmlImageElement::new()?;
    image.set_src(&svg_address(svg));
    JsFuture::from(image.decode()).await?;
    let page = web_sys::window().and_then(|w| w.document()).ok_or(JsValue::NULL)?;
    let canvas: web_sys::HtmlCanvasElement = page.create_element("canvas")?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    // A canvas larger than the browser allows has no context, or makes no file.
    let context: web_sys::CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width.into(), height.into())?;
    let made = Promise::new(&mut |resolve, reject| {
        if let Err(error) = canvas.to_blob(&resolve) {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    JsFuture::from(made).await?.dyn_into()
}
