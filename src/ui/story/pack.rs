//! Texts small enough for an address: the browser compresses, so that the program needs no code for it.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::story::link::{Packing, payload, unpack};

/// A larger story is none that a link of this program held, bytes: what inflates to more is not read to its end.
const MAX_BYTES: u32 = 1 << 20;

/// A text as the payload of a fragment: compressed where the browser can, else as it is.
pub(super) async fn pack(text: &str) -> String {
    match through("CompressionStream", text.as_bytes()).await {
        Ok(bytes) => payload(Packing::Deflated, &bytes),
        Err(_) => payload(Packing::Plain, text.as_bytes()),
    }
}

/// The text of a payload, `None` where it is broken, or compressed where the browser cannot read it.
pub(super) async fn unpacked(payload: &str) -> Option<String> {
    let (packing, bytes) = unpack(payload)?;
    let bytes = match packing {
        Packing::Plain => bytes,
        Packing::Deflated => through("DecompressionStream", &bytes).await.ok()?,
    };
    String::from_utf8(bytes).ok()
}

/// Sends bytes through one of the browser's streams: `new Response(new Blob([bytes]).stream().pipeThrough(stream))`.
async fn through(stream: &str, bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
    let make = |name: &str, arguments: &Array| {
        let made_by: Function = Reflect::get(&js_sys::global(), &name.into())?.dyn_into()?;
        Reflect::construct(&made_by, arguments)
    };
    let call = |object: &JsValue, name: &str, arguments: &Array| {
        let method: Function = Reflect::get(object, &name.into())?.dyn_into()?;
        method.apply(object, arguments)
    };
    let none = Array::new();
    let stream = make(stream, &Array::of1(&"deflate-raw".into()))?;
    let blob = make("Blob", &Array::of1(&Array::of1(&Uint8Array::from(bytes))))?;
    let piped = call(&call(&blob, "stream", &none)?, "pipeThrough", &Array::of1(&stream))?;
    let response = make("Response", &Array::of1(&piped))?;
    let promise: Promise = call(&response, "arrayBuffer", &none)?.dyn_into()?;
    let array = Uint8Array::new(&JsFuture::from(promise).await?);
    if array.length() > MAX_BYTES { Err(JsValue::NULL) } else { Ok(array.to_vec()) }
}
