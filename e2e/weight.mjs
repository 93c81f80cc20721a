// Compressed bytes of a first view, with style sheet, script and pictures: at most 60 KB. And every
// one of them comes from the hub itself.
import assert from 'node:assert/strict';
import { browser } from './browser.mjs';
import { at, pages } from './pages.mjs';

const LIMIT = 60 * 1024;

/** A page in which nothing is ever kept: each view is the first. */
async function freshPage(storageState) {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, storageState });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  const seen = { bytes: 0 };
  cdp.on('Network.loadingFinished', (event) => { seen.bytes += event.encodedDataLength; });
  return { context, page, seen };
}

export async function weight(t, url, sessions) {
  await t.test('page weights', async () => {
    const heavy = [];
    const views = new Map();
    for (const lang of ['en', 'fr', 'ar']) for (const one of pages.filter((page) => !page.do)) {
      const who = one.as ?? '';
      if (!views.has(who)) views.set(who, await freshPage(sessions[who]));
      const { page, seen } = views.get(who);
      seen.bytes = 0;
      await page.goto(`${url}/${lang}${at(one)}`, { waitUntil: 'load' });
      const foreign = await page.evaluate((own) => performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !name.startsWith(own)), url);
      assert.ok(seen.bytes > 1_000, `${one.name} ${lang}: nothing was counted`);
      if (seen.bytes > LIMIT) heavy.push(`${one.name} ${lang}: ${seen.bytes}`);
      if (foreign.length) heavy.push(`${one.name} ${lang}: asks others: ${foreign}`);
    }
    for (const { context } of views.values()) await context.close();
    assert.deepEqual(heavy, []);
  });
}
