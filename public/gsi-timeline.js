// Puts timelines into a page: <gsi-timeline region="africa" view="charts" lang="zh"></gsi-timeline>.
// Also serves plain frames of embed.html. Loads nothing else, stores nothing. How to: embedding.html.
(() => {
  const script = document.currentScript ?? document.querySelector('script[src*="gsi-timeline.js"]');
  const siteOf = (element) =>
    new URL(element?.getAttribute('site') || script?.dataset.site || '.', script?.src || location.href);
  const pageOf = (element) => new URL('embed.html', siteOf(element)).href;

  // Attributes of any element; every other one is a parameter of the view.
  const OWN = /^(class|id|style|title|slot|hidden|dir|role|tabindex|height|site|param|scheme|(data|aria|on)-?.+)$/;
  const EVENT = /^[a-z0-9-]{1,80}$/;

  // The frames of this page that show a timeline, whoever wrote them.
  const frames = () =>
    [...document.querySelectorAll('iframe')].filter(
      (frame) => frame.src.split(/[?#]/)[0] === pageOf(frame.parentElement?.closest('gsi-timeline')),
    );
  const setting = (frame, name) =>
    frame.parentElement?.closest('gsi-timeline')?.getAttribute(name) ?? frame.getAttribute(`data-${name}`);

  // The parameter of this page's address that names the event opened in the frame; empty: none.
  const paramOf = (frame) => setting(frame, 'param') ?? 'event';
  const eventOf = (frame) => {
    const id = paramOf(frame) && new URLSearchParams(location.search).get(paramOf(frame));
    return id && EVENT.test(id) ? id : null;
  };
  // Unless the scheme was chosen, it is the page's own, and follows it.
  const isFollowing = (frame) =>
    !setting(frame, 'scheme') && (frame.parentElement?.localName === 'gsi-timeline' || !/[?&]scheme=/.test(frame.src));
  const schemeOf = (frame) => {
    const scheme = setting(frame, 'scheme') ?? getComputedStyle(frame).colorScheme;
    return /^(light|dark)$/.test(scheme) ? scheme : 'system';
  };

  // A sandboxed frame has no origin to address; nothing said here is a secret.
  const tell = (frame, what) => frame.contentWindow?.postMessage({ gsiTimeline: 1, ...what }, '*');
  const tellScheme = () =>
    frames().forEach((frame) => isFollowing(frame) && tell(frame, { scheme: schemeOf(frame) }));
  const tellEvent = () => frames().forEach((frame) => paramOf(frame) && tell(frame, { event: eventOf(frame) }));

  addEventListener('message', ({ data, source, origin }) => {
    // Heights come in a form that other scripts read as well.
    const isHeight = data?.sentinel === 'amp' && data.type === 'embed-size';
    if (!isHeight && data?.gsiTimeline !== 1) return;
    const frame = frames().find((frame) => frame.contentWindow === source);
    if (!frame || (origin !== 'null' && origin !== new URL(frame.src).origin)) return;
    const { height, event } = data;
    if (isHeight) {
      if (!Number.isFinite(height) || frame.hasAttribute('data-fixed')) return;
      const { top, bottom, height: before } = frame.getBoundingClientRect();
      frame.style.height = `${Math.min(Math.max(Math.ceil(height), 120), 10000)}px`;
      // Who comes from below has the text after the frame in sight: it stays there when the frame takes its first height.
      if (!frame.gsi && top < 0 && bottom > 0 && bottom < innerHeight) {
        scrollBy({ top: frame.getBoundingClientRect().height - before, behavior: 'instant' });
      }
      frame.gsi = true;
    } else if (data.ready === true) {
      tell(frame, {
        ...(isFollowing(frame) && schemeOf(frame) !== 'system' && { scheme: schemeOf(frame) }),
        ...(eventOf(frame) && { event: eventOf(frame) }),
      });
    } else if (paramOf(frame) && (event === null || (typeof event === 'string' && EVENT.test(event)))) {
      const url = new URL(location.href);
      if (event === null) url.searchParams.delete(paramOf(frame));
      else url.searchParams.set(paramOf(frame), event);
      // Refused in a page that is itself a document without an address.
      try { history.replaceState(history.state, '', url); } catch { /* the frame still has it */ }
    }
  });
  addEventListener('popstate', tellEvent);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tellScheme);
  new MutationObserver(tellScheme).observe(document.documentElement, {
    attributes: true, attributeFilter: ['class', 'style', 'data-theme', 'data-color-scheme'],
  });

  customElements.define('gsi-timeline', class extends HTMLElement {
    #shown;
    #watch = new MutationObserver(() => this.#show());

    connectedCallback() {
      this.#watch.observe(this, { attributes: true });
      // What the page has inside for those without scripts is read after this.
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => this.#show(), { once: true });
      else this.#show();
    }

    disconnectedCallback() {
      this.#watch.disconnect();
    }

    #show() {
      const url = new URL(pageOf(this));
      for (const { name, value } of this.attributes) if (!OWN.test(name)) url.searchParams.set(name, value);
      // What else changes, the frame is told; another view is another page.
      if (this.#shown === url.href) return;
      this.#shown = url.href;
      const frame = document.createElement('iframe');
      frame.title = this.title || (/^zh/.test(this.lang || document.documentElement.lang) ? '时间线' : 'Timeline');
      frame.loading = 'lazy';
      frame.allowFullscreen = true;
      Object.assign(this.style, { display: 'block' });
      Object.assign(frame.style, { display: 'block', width: '100%', border: 0, height: `${this.getAttribute('height') || 560}px` });
      this.replaceChildren(frame);
      if (eventOf(frame)) url.searchParams.set('event', eventOf(frame));
      if (schemeOf(frame) !== 'system') url.searchParams.set('scheme', schemeOf(frame));
      frame.src = url;
    }
  });
})();
