// WebKit by its own driver, over WebDriver's HTTP: Debian's MiniBrowser on a screen of its own that nobody sees.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu'];

const onPath = (name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)).find(existsSync);

function miniBrowser() {
  const folders = LIBRARIES.filter(existsSync).flatMap((folder) => readdirSync(folder).filter((name) => name.startsWith('webkit2gtk-')).map((name) => join(folder, name, 'MiniBrowser')));
  return folders.find(existsSync);
}

/** What is needed and not there; nothing where it can be launched. */
export const missing = [['WebKitWebDriver', onPath('WebKitWebDriver')], ['Xvfb', onPath('Xvfb')], ['MiniBrowser', miniBrowser()]]
  .filter(([, path]) => !path).map(([name]) => name);

const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

/** Starts it and returns what a test does with a page: `open`, `run` a script, go `inside` a frame, `until` something holds. */
export async function launchWebKit() {
  const port = await freePort();
  const screen = `:${port}`;
  const env = { ...process.env, DISPLAY: screen, LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', NO_AT_BRIDGE: '1' };
  const started = [
    spawn('Xvfb', [screen, '-screen', '0', '1280x1000x24'], { stdio: 'ignore' }),
    spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' }),
  ];
  const call = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body), headers: { 'content-type': 'application/json' } });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.message}`);
    return value;
  };
  const until = async (what, holds, tries = 300) => {
    for (let i = 0; i < tries; i += 1) {
      const found = await holds().catch(() => null);
      if (found) return found;
      await pause(100);
    }
    throw new Error(`${what}: not in time`);
  };
  const stop = () => started.forEach((child) => child.kill());
  try {
    await until('the driver', () => call('GET', '/status'));
    const wanted = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] } };
    const session = await until('the browser', () => call('POST', '/session', { capabilities: { alwaysMatch: wanted } }), 50);
    const at = `/session/${session.sessionId}`;
    return {
      version: session.capabilities.browserVersion,
      open: (url) => call('POST', `${at}/url`, { url }),
      run: (script) => call('POST', `${at}/execute/sync`, { script, args: [] }),
      inside: async (selector) => call('POST', `${at}/frame`, { id: await call('POST', `${at}/element`, { using: 'css selector', value: selector }) }),
      until,
      stop: async () => {
        await call('DELETE', at).catch(() => null);
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}
