// The page as one file: it opens from a disk, without a network, with what was looked at.

import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { TimelinePage } from '../pages/timeline_page.mjs';

for (const [query, lang, headline] of [
  ['?view=timeline&region=africa&time=2023', 'en', /Africa\s· 2023/],
  ['?view=charts&kind=mediation&lang=zh', 'zh', /项事件\s· .*2022—2024年$/],
]) {
  test(`a saved copy opens from a disk: ${query}`, async ({ page, context }) => {
    await new TimelinePage(page).open(query);
    const english = lang === 'en';
    await page.getByRole('button', { name: english ? 'Download' : '下载', exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('button', { name: english ? 'Save a copy' : '保存副本' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('gsi-timeline.html');
    const folder = await mkdtemp(join(tmpdir(), 'copy-'));
    const file = join(folder, 'copy.html');
    await download.saveAs(file);
    expect((await stat(file)).size).toBeLessThanOrEqual(1_000_000);

    const errors = [];
    const asked = [];
    const copy = await context.newPage();
    copy.on('pageerror', (error) => errors.push(String(error)));
    copy.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    copy.on('request', (request) => !/^(file|data|blob):/.test(request.url()) && asked.push(request.url()));
    await context.setOffline(true);
    await copy.goto(pathToFileURL(file).href);
    await copy.locator('.app[data-ready]').waitFor();
    await expect(copy.getByRole('heading', { level: 1 })).toHaveText(headline);
    expect(await copy.evaluate(() => document.documentElement.lang)).toMatch(english ? /^en/ : /^zh/);

    // It does what the page does: another view, a search, an event, a file.
    await copy.getByRole('button', { name: english ? 'Table' : '表格', exact: true }).click();
    await copy.getByRole('row').nth(2).click();
    await expect(copy.getByRole('complementary')).toBeVisible();
    await copy.getByRole('button', { name: english ? 'Charts' : '图表', exact: true }).click();
    await expect(copy.locator('figure').first()).toBeVisible();
    await copy.getByRole('button', { name: english ? 'Download' : '下载', exact: true }).click();
    const [csv] = await Promise.all([
      copy.waitForEvent('download'),
      copy.getByRole('dialog').getByRole('button', { name: /CSV/ }).first().click(),
    ]);
    expect((await readFile(await csv.path(), 'utf8')).split('\n').length).toBeGreaterThan(180);
    // Nobody else can open a file of this disk, and it cannot read itself.
    await expect(copy.getByRole('dialog').getByRole('button', { name: english ? 'Save a copy' : '保存副本' })).toHaveCount(0);
    await expect(copy.getByText(english ? 'Share' : '分享', { exact: true }).filter({ visible: true })).toHaveCount(0);
    // What a site would fetch later is in it as well: stories, and the stage.
    await copy.keyboard.press('Escape');
    await copy.getByRole('button', { name: english ? 'Stories' : '讲解', exact: true }).click();
    await expect(copy.getByText(english ? 'Two years in five minutes' : '五分钟看两年').first()).toBeVisible();
    await copy.getByRole('button', { name: english ? 'Present' : '演示', exact: true }).click();
    await expect(copy.locator('.present')).toBeVisible();
    expect({ errors, asked }).toEqual({ errors: [], asked: [] });
    await rm(folder, { recursive: true });
  });
}

test('without scripts the copy can still be read', async ({ browser, request }) => {
  const folder = await mkdtemp(join(tmpdir(), 'copy-'));
  const file = join(folder, 'copy.html');
  const { writeFile } = await import('node:fs/promises');
  await writeFile(file, await (await request.get('gsi-timeline.html')).body());
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  await expect(page.locator('.served-list li')).toHaveCount(181);
  await context.close();
  await rm(folder, { recursive: true });
});
