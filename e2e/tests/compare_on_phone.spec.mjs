// On a phone one pins a selection from the drawer, asks for another, and sees both on one spine: a rail each.

import { expect, test } from '../pages/test.mjs';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

const section = (app) => app.drawer.locator('.drawer-section[data-section=compare]');

test('begun and ended from the drawer', async ({ app, page }) => {
  await app.open('?region=africa');
  await app.filters.getByRole('button', { name: 'Compare' }).tap();
  await section(app).getByRole('button', { name: /^Pin this selection/ }).tap();
  await expect(section(app).getByText('Africa, 2022–2024').first()).toBeVisible();
  await expect(section(app).locator('summary')).toBeFocused();
  await expect.poll(() => app.parameter('pin.region')).toBe('africa');
  // One goes on to the other selection from here.
  await app.drawer.locator('[data-section=region] summary').tap();
  await app.drawer.getByRole('button', { name: /^Only Middle East/ }).tap();
  await app.drawer.getByRole('button', { name: /^Show/ }).tap();
  await expect(app.drawer).toBeHidden();
  await expect.poll(() => [app.parameter('region'), app.parameter('pin.region')]).toEqual(['middle-east', 'africa']);
  await expect(page.getByText('A on the left line, B on the right.')).toBeVisible();

  await app.filtersButton.tap();
  await section(app).locator('summary').tap();
  await section(app).getByRole('button', { name: 'Swap' }).tap();
  await expect.poll(() => [app.parameter('region'), app.parameter('pin.region')]).toEqual(['africa', 'middle-east']);
  await section(app).getByRole('button', { name: 'Unpin' }).tap();
  await expect.poll(() => app.parameter('pin.region')).toBeNull();
  await expect(section(app).locator('summary')).toBeFocused();
  await expect(section(app).getByRole('button', { name: /^Pin this selection/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.spine--pair')).toHaveCount(0);
});

test('each line says whose it is, by its letter and in its name; the letters stay at the top', async ({ app, page }) => {
  await app.open('?region=middle-east&pin.region=africa');
  const own = app.lines.filter({ has: page.locator('.compare-badge') });
  await expect(own.first()).toBeVisible();
  // In one go: which lines are drawn depends on what is in sight.
  const lines = await own.evaluateAll((all) => all.map((line) =>
    [[...line.querySelectorAll('.compare-badge')].map((badge) => badge.textContent).join(''), line.getAttribute('aria-label')]));
  expect(lines.length).toBeGreaterThan(0);
  for (const [letters, name] of lines) expect(name).toMatch({ A: /A only$/, B: /B only$/, AB: /A and B$/ }[letters]);
  await page.evaluate(() => scrollTo(0, 2000));
  await app.settled();
  const heads = page.locator('.spine-head');
  await expect(heads).toHaveText(['A', 'B']);
  await expect.poll(() => heads.evaluateAll((all) => Math.max(...all.map((head) => head.getBoundingClientRect().y)))).toBeLessThan(40);
});

test('another year stands beside this one, and each line says its own', async ({ app, page }) => {
  await app.open('?time=2023&pin.time=2022');
  await expect(page.getByText('A begins beside B’s first day')).toBeVisible();
  const a = app.lines.filter({ has: page.locator('.compare-badge:text-is("A")') });
  await expect(a.first()).toBeVisible();
  const names = await a.evaluateAll((all) => all.map((line) => line.getAttribute('aria-label')));
  for (const name of names) expect(name).toMatch(/2022/);
  await app.tap(a.first());
  await expect(app.card).toBeVisible();
  await expect.poll(() => app.parameter('time'), 'the present days stay').toBe('2023');
});

test('ending it under the filters gives the focus to its button', async ({ app, page }) => {
  await app.open('?region=middle-east&pin.region=africa');
  await page.getByRole('button', { name: 'Unpin' }).tap();
  await expect(page.locator('.spine--pair')).toHaveCount(0);
  await expect(app.filters.getByRole('button', { name: 'Compare' })).toBeFocused();
});
