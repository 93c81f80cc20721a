// Compressed bytes of a first view, with style sheet, script and pictures: at most 60 KB.
import assert from 'node:assert/strict';
import { browser } from './browser.mjs';
import { pages } from './pages.mjs';

const LIMIT = 60 * 1024;

export async function weight(t, url, sessions) {
  await t.test('page weights', async () => {
    const heavy = [];
    for (const lang of ['en', 'fr', 'ar']) for (const one of pages.filter((page) => !page.do)) {
      const context = await browser.newContext({ viewport: { width: 390, height: 800 }, storageState: sessions[one.as ?? ''] });
      const page = await context.newPage();
      const cdp = await context.newCDPSession(page);
      await cdp.send('Network.enable');
      let bytes = 0;
      cdp.on('Network.loadingFinished', (event) => { bytes += event.encodedDataLength; });
      await page.goto(`${url}/${lang}${one.path}`, { waitUntil: 'load' });
      const foreign = await page.evaluate((own) => performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !name.startsWith(own)), url);
      if (bytes > LIMIT) heavy.push(`${one.name} ${lang}: ${bytes}`);
      if (foreign.length) heavy.push(`${one.name} ${lang}: asks others: ${foreign}`);
      await context.close();
    }
    assert.deepEqual(heavy, []);
  });
}
