// The worst phone and the other ways in which a page is seen: an old browser, no style sheet, large letters, high contrast.
import assert from 'node:assert/strict';
import { views } from './browser.mjs';
import { at, pages } from './pages.mjs';

/** Rules that browsers of 2021 skip: they know no `:has`, no container, no `:where` (Safari 13), no `selector()`. */
const old = (css) => {
  const skipped = (head) => /^@container|^@supports selector/.test(head);
  const kept = [];
  let rest = css.replace(/\/\*[\s\S]*?\*\//g, '');
  while (rest.trim()) {
    const open = rest.indexOf('{');
    if (open < 0) break;
    let depth = 1, end = open + 1;
    while (depth > 0 && end < rest.length) { if (rest[end] === '{') depth += 1; if (rest[end] === '}') depth -= 1; end += 1; }
    const head = rest.slice(0, open).trim();
    const body = rest.slice(open + 1, end - 1);
    if (head.startsWith('@media')) kept.push(`${head}{${old(body)}}`);
    else if (!skipped(head) && !/:has\(|:where\(/.test(head)) kept.push(`${head}{${body}}`);
    rest = rest.slice(end);
  }
  return kept.join('\n');
};

/** What is wrong with a page as it is seen: it is wider than its window, its maps show borders or blots, icons are large. */
const seen = () => {
  const wrong = [];
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  // Without a sheet a table is as wide as its words.
  if (wide > 0 && document.styleSheets[0]?.cssRules.length) wrong.push(`${wide} px too wide`);
  for (const land of document.querySelectorAll('.land')) {
    const { fill, stroke } = getComputedStyle(land);
    if (fill === 'rgb(0, 0, 0)') wrong.push('black land');
    if (stroke !== 'none' && stroke !== fill && !matchMedia('(forced-colors: active)').matches) wrong.push(`borders: ${stroke}`);
  }
  for (const icon of document.querySelectorAll('svg.i:not(.empty > svg), .brand svg')) if (icon.getBoundingClientRect().width > 48) wrong.push('a large icon');
  return [...new Set(wrong)];
};

const SPACED = '*{line-height:1.5 !important; letter-spacing:.12em !important; word-spacing:.16em !important} p{margin-block-end:2em !important}';

/** Ways to see a page: window, and what is done to its style sheet. */
const ways = [
  { name: 'an old phone', lang: 'ar', width: 375, sheet: old },
  { name: 'without style sheet', lang: 'en', width: 375, sheet: () => '' },
  // 1,280 px at 200 % and at 400 % (WCAG 1.4.10).
  { name: 'at 200 %', lang: 'fr', width: 640 },
  { name: 'at 400 %', lang: 'fr', width: 320 },
  // WCAG 1.4.12.
  { name: 'with spaced text', lang: 'fr', width: 390, sheet: (css) => css + SPACED },
  { name: 'in forced colours', lang: 'ar', width: 390, forcedColors: 'active' },
];

export async function worst(t, url, sessions) {
  for (const way of ways) await t.test(way.name, async () => {
    const wrong = [];
    const { lang } = way;
    const seenAs = views(sessions, { viewport: { width: way.width, height: 800 }, forcedColors: way.forcedColors ?? 'none' }, async (page) => {
      if (way.sheet) await page.route(/\.css$/, async (route) => { const answer = await route.fetch(); await route.fulfill({ response: answer, body: way.sheet(await answer.text()) }); });
    });
    for (const one of pages.filter((page) => !page.do && !page.status)) {
      const page = await seenAs.of(one.as);
      await page.goto(`${url}/${lang}${at(one)}`);
      for (const what of await page.evaluate(seen)) wrong.push(`${one.name} ${lang}: ${what}`);
      if (one.name === 'library') {
        const first = await page.locator('.result').first().boundingBox();
        if (first.y > 700) wrong.push(`library ${lang}: the first result is at ${first.y}`);
      }
    }
    await seenAs.close();
    assert.deepEqual(wrong, []);
  });
}
