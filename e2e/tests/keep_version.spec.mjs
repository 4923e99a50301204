// Links that name a version of the dataset go on showing it.

import { expect, test } from '../pages/test.mjs';

test('the present version is at hand for the day it is replaced', async ({ request }) => {
  const present = await (await request.get('events.json')).json();
  const kept = await request.get(`versions/${present.version}.json`);
  expect(await kept.json()).toEqual(present);
});

test('a link made for a replaced version shows that one, and goes on naming it', async ({ app, page, request }) => {
  const { events, ...old } = await (await request.get('events.json')).json();
  const older = { ...old, version: '2023.9', events: events.slice(0, 60) };
  await page.route('**/versions/2023.9.json', (route) => route.fulfill({ json: older }));
  await app.open('?view=table&v=2023.9');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/ of (?!167)\d+ events/);
  await page.getByRole('button', { name: 'Charts', exact: true }).click();
  await expect(page).toHaveURL(/\?view=charts&v=2023\.9$/);
});

for (const [lang, said] of [['en', 'made for version 1999.9 of the data, which is not here; shown is version 2024.1'], ['zh', '1999.9版数据已无法取得，现显示2024.1版']]) {
  test(`where the version is gone, the newest is shown and the page says so: ${lang}`, async ({ app, page, faults }) => {
    faults.mayFail = true;
    await app.open(`?v=1999.9&lang=${lang}`);
    await expect(page.getByText(said)).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('167');
  });
}
