// axe on every page and state, in both directions, both colour schemes, two widths: no violation.
import axe from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { browser } from './browser.mjs';
import { pages } from './pages.mjs';

const { AxeBuilder } = axe.AxeBuilder ? axe : { AxeBuilder: axe.default ?? axe };
const pictures = '../target/e2e-pictures';

export async function accessibility(t, url, sessions) {
  await mkdir(pictures, { recursive: true });
  for (const lang of ['en', 'ar']) for (const colorScheme of ['light', 'dark']) for (const width of [390, 1440]) {
    await t.test(`axe ${lang} ${colorScheme} ${width}`, async () => {
      const found = [];
      const contexts = new Map();
      for (const one of pages) {
        const who = one.as ?? '';
        if (!contexts.has(who)) contexts.set(who, await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce', storageState: sessions[who] }));
        const page = await contexts.get(who).newPage();
        const answer = await page.goto(`${url}/${lang}${one.path}`);
        assert.equal(answer.status(), one.status ?? 200, `${one.name}: ${answer.status()}`);
        if (one.do) await one.do(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (wide > 1) found.push(`${one.name}: ${wide} px wider than the screen`);
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
        for (const violation of violations) found.push(`${one.name}: ${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`);
        await page.screenshot({ path: `${pictures}/${one.name}-${lang}-${colorScheme}-${width}.png`, fullPage: true });
        await page.close();
      }
      for (const context of contexts.values()) await context.close();
      assert.deepEqual(found, []);
    });
  }
}
