// axe on every page and state, in both directions, both colour schemes, two widths: no violation,
// and nothing wider than the screen; then what the eye finds (edges.mjs), on a small phone too. A page is opened once and
// looked at in all its shapes.
// PICTURES=1 also keeps a picture of each in target/e2e-pictures/.
import axe from 'axe-core';
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { views } from './browser.mjs';
import { everywhere, helpers, widths } from './edges.mjs';
import { at, pages, proven } from './pages.mjs';

const pictures = process.env.PICTURES ? '../target/e2e-pictures' : '';
const shapes = ['light', 'dark'].flatMap((colorScheme) => [390, 1440].map((width) => ({ colorScheme, width })));
const rules = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] };
// The dark scheme changes colours and nothing else: the other rules would find again what they found in the light one.
const ofColours = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }, resultTypes: ['violations'] };

async function look(page, one, lang, { colorScheme, width }) {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
  const found = await page.evaluate(async (rules) => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const { violations } = await window.axe.run(document, rules);
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`);
    return wide > 1 ? [...told, `${wide} px wider than the screen`] : told;
  }, colorScheme === 'dark' ? ofColours : rules);
  if (pictures) await page.screenshot({ path: `${pictures}/${one.name}-${lang}-${colorScheme}-${width}.png`, fullPage: true });
  return found.map((what) => `${one.name}: ${what}`);
}

/** Edges, gaps and lines, at every width. */
async function edges(page, { name }) {
  const found = [];
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(helpers);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    found.push(...(await page.evaluate(everywhere)).map((what) => `${name} at ${width}: ${what}`));
  }
  return found;
}

export async function accessibility(t, url, sessions) {
  if (pictures) await mkdir(pictures, { recursive: true });
  for (const lang of ['en', 'ar']) {
    const found = shapes.map(() => []);
    const uneven = [];
    const seenAs = views(sessions, {});
    await t.test(`every page opens in ${lang}`, async () => {
      for (const one of pages) {
        const page = await seenAs.of(one.as);
        await page.setViewportSize({ width: 1440, height: 900 });
        const answer = await page.goto(`${url}/${lang}${at(one)}`);
        assert.equal(answer.status(), one.status ?? 200, `${one.name}: ${answer.status()}`);
        if (!at(one).startsWith('/sign-in/again')) await proven(page);
        if (one.do) await one.do(page).catch((error) => { throw new Error(`${one.name} in ${lang}, at ${page.url()}: ${error.message}`); });
        await page.evaluate(axe.source);
        for (const [place, shape] of shapes.entries()) found[place].push(...await look(page, one, lang, shape));
        uneven.push(...await edges(page, one));
      }
    });
    await seenAs.close();
    for (const [place, { colorScheme, width }] of shapes.entries()) {
      await t.test(`axe ${lang} ${colorScheme} ${width}`, () => assert.deepEqual(found[place], []));
    }
    await t.test(`edges ${lang}`, () => assert.deepEqual(uneven, []));
  }
}
