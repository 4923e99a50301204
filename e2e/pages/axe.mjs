// axe-core on the page as it stands.

import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { settled } from './timeline_page.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Nothing is wrong for axe-core. It is asked for what is wrong only, and in the page itself: gathering what is right
 * node by node, and doing so over a second page for frames of other origins, takes three times as long and finds the same.
 */
export async function expectClean(page) {
  await settled(page);
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(TAGS).setLegacyMode();
  const { violations } = await builder.analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    n: nodes.length,
    where: nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} — ${node.failureSummary.split('\n').slice(1).join(' ').trim().slice(0, 200)}`),
  }));
  expect(found).toEqual([]);
}
