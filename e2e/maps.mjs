// Maps at every width: names that can be read, none on another, none on a pin, none cut off; no pin hidden by what lies on
// the map.
import assert from 'node:assert/strict';
import { browser } from './browser.mjs';

const WIDTHS = [320, 375, 390, 480, 600, 768, 900, 960, 1024, 1200, 1280, 1440, 1680, 1920, 2560];

/** What is wrong with the maps of a page, and how many names they have. */
const looked = () => {
  const wrong = [];
  const box = (element) => element.getBoundingClientRect();
  const meet = (one, other) => one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1;
  let names = 0;
  for (const map of document.querySelectorAll('.map svg')) {
    const frame = box(map.closest('.hero') ?? map);
    // The sharp edges of a letter's box lie above and below what is drawn of it.
    const shown = [...map.querySelectorAll('text')].filter((text) => box(text).width > 0).map((text) => {
      const { left, right, top, bottom } = box(text);
      const air = (bottom - top) * 0.18;
      return { text: text.textContent, count: text.classList.contains('n'), own: text.classList.contains('own'), size: box(text).height, left, right, top: top + air, bottom: bottom - air };
    });
    names += shown.length;
    shown.forEach((one, at) => {
      for (const other of shown.slice(at + 1)) if (meet(one, other)) wrong.push(`${one.text} on ${other.text}`);
      if (one.left < frame.left - 1 || one.right > frame.right + 1 || one.top < frame.top || one.bottom > frame.bottom) wrong.push(`${one.text} is cut off`);
      if (one.size < 11 || one.size > (one.own ? 40 : 30)) wrong.push(`${one.text} is ${Math.round(one.size)} px high`);
    });
    // Every pin, the city's own as well: where it is, and how far it reaches.
    const pins = [...map.querySelectorAll('.dot, .isc, .many, .here')].flatMap((path) => {
      const far = parseFloat(getComputedStyle(path).strokeWidth) / 2;
      return [...path.getAttribute('d').matchAll(/M([\d.-]+) ([\d.-]+)h0/g)].map(([, x, y]) => ({ far, at: new DOMPoint(Number(x), Number(y)).matrixTransform(map.getScreenCTM()) }));
    });
    for (const name of shown.filter(({ count }) => !count)) {
      const away = ({ x, y }) => Math.hypot(Math.max(name.left - x, x - name.right, 0), Math.max(name.top - y, y - name.bottom, 0));
      for (const { at, far } of pins) if (away(at) < far - 0.5) wrong.push(`${name.text} lies on a pin`);
    }
    const covers = [...document.querySelectorAll('.map-foot > *, .cartouche')].map(box);
    if (map.closest('.inset')) continue;
    for (const path of map.querySelectorAll('.dot, .isc, .many')) {
      for (const [, x, y] of path.getAttribute('d').matchAll(/M([\d.-]+) ([\d.-]+)h0/g)) {
        const at = new DOMPoint(Number(x), Number(y)).matrixTransform(map.getScreenCTM());
        if (!map.closest('.cityhead') && covers.some((cover) => at.x > cover.left && at.x < cover.right && at.y > cover.top && at.y < cover.bottom)) wrong.push(`a pin at ${x} ${y} is hidden`);
      }
    }
    for (const name of shown) if (map.closest('.cityhead') && name.own && covers.some((cover) => meet(name, cover))) wrong.push(`${name.text} is hidden`);
  }
  return { names, wrong };
};

export async function maps(t, url) {
  const home = await (await fetch(`${url}/en/`)).text();
  const regions = [...new Set([...home.matchAll(/href="\/en(\/regions\/[a-z-]+)"/g)].map(([, path]) => path))];
  assert.ok(regions.length >= 9, `${regions.length} regions`);
  const pages = ['', '/cities', ...regions, '/cities/oslo', '/cities/kumanovo', '/cities/diffa', '/cities/beirut', '/cities/victoria', '/cities/aurora', '/cities/saida', '/cities/antalya', '/cities/helsinki'];
  for (const lang of ['en', 'ar']) await t.test(`names on maps, ${lang}`, async () => {
    const wrong = [];
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    for (const path of pages) {
      await page.goto(`${url}/${lang}${path}`);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const { names, wrong: found } = await page.evaluate(looked);
        wrong.push(...found.map((what) => `${lang}${path} at ${width}: ${what}`));
        if (names === 0) wrong.push(`${lang}${path} at ${width}: no name`);
      }
    }
    await context.close();
    assert.deepEqual(wrong, []);
  });
  await t.test('seats and large cities are named first', async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(`${url}/en/regions/europe`);
    const named = await page.locator('.map--region text.w').allTextContents();
    for (const city of ['London', 'Paris', 'Oslo']) assert.ok(named.includes(city), `${city} is not among ${named}`);
    await context.close();
  });
}
