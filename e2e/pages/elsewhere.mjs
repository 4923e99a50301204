// Another site that shows a page of this one in a frame, both on loopback, each at an origin of its own.

import { createServer } from 'node:http';

const listen = (server) => new Promise((done) => {
  server.listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${server.address().port}/`));
});

/**
 * The site as a host would serve it: with or without `Access-Control-Allow-Origin` on everything, and kept by browsers
 * for some minutes, as most hosts of files have it. What was asked for is in `asked`.
 */
async function serveSite(baseURL, cors) {
  const asked = [];
  const server = createServer(async (request, answer) => {
    asked.push(request.url);
    const found = await fetch(new URL(`.${request.url}`, baseURL));
    const headers = { 'content-type': found.headers.get('content-type') ?? 'application/octet-stream', 'cache-control': 'max-age=600' };
    if (cors) headers['access-control-allow-origin'] = '*';
    answer.writeHead(found.status, headers);
    answer.end(Buffer.from(await found.arrayBuffer()));
  });
  return { server, asked, url: await listen(server) };
}

/**
 * Starts both. `frames` are attributes of frames, `src` relative to the site; what the frames post is kept in `window.said`.
 * `body` makes markup from the address of the site each time the page is asked for, `headers` the headers of the page around the frames.
 * Returns the address of the page around them, what of the site was asked for, and what stops both.
 */
export async function elsewhere(baseURL, { cors = false, frames = [], head = '', body = () => '', headers = () => ({}) }) {
  const site = await serveSite(baseURL, cors);
  const markup = frames.map(({ src, ...more }) => {
    const attributes = Object.entries(more).map(([name, value]) => `${name}="${value}"`).join(' ');
    return `<iframe title="Timeline" src="${new URL(src, site.url)}" ${attributes}></iframe>`;
  }).join('\n');
  const page = () => `<!doctype html><title>Another site</title><body style="margin:0">
    <script>window.said = []; addEventListener('message', (e) => said.push({ data: e.data, origin: e.origin }));</script>
    ${head}${markup}${body(site.url)}`;
  const host = createServer((request, answer) => {
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers(site.url) });
    answer.end(/^\/(\?|$)/.test(request.url) ? page() : '');
  });
  const url = await listen(host);
  return { url, site: site.url, asked: site.asked, stop: () => [site.server, host].forEach((server) => { server.closeAllConnections(); server.close(); }) };
}
