// What the eye finds at once: edges that should be one, gaps that should be there, lines that begin or break where they
// should not; on the screen and on paper.
import assert from 'node:assert/strict';
import { browser, views } from './browser.mjs';
import { pages } from './pages.mjs';

/** What the checks below ask of a page; run in it before them. */
export const helpers = () => {
  window.rtl = document.dir === 'rtl';
  window.box = (one) => one.getBoundingClientRect();
  // Of the letters themselves: the box of a part says nothing about where it is written.
  window.texts = (one) => {
    const parts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    const found = [];
    while (parts.nextNode()) found.push(parts.currentNode);
    return found;
  };
  window.rects = (text, from = 0, to = text.length) => {
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    return [...range.getClientRects()];
  };
  // The lines of a text, from its first to its last, as [left, right, top, bottom]; a part in another script counts with its line.
  window.lines = (one) => {
    const found = [];
    // What has an icon or a ground of its own begins with it.
    const whole = (text) => text.parentElement.closest('.status, .access, .btn, .tag');
    const seen = (text) => (whole(text) && one.contains(whole(text)) ? [box(whole(text))] : rects(text));
    for (const { left, right, top, bottom, width } of texts(one).flatMap(seen)) {
      const line = found.find((known) => top < (known[2] + known[3]) / 2 && bottom > (known[2] + known[3]) / 2);
      if (width <= 0) continue;
      if (!line) found.push([left, right, top, bottom]);
      else line.splice(0, 2, Math.min(line[0], left), Math.max(line[1], right));
    }
    return found;
  };
  /** Where each line of a text begins, seen from the page's start. */
  window.starts = (one) => lines(one).map(([left, right]) => (rtl ? innerWidth - right : left));
  window.apart = (numbers) => (numbers.length ? Math.max(...numbers) - Math.min(...numbers) : 0);
  window.said = (one) => one.textContent.trim().replace(/\s+/g, ' ').slice(0, 40);
};

/** What a page gets wrong; each of these is looked for on every page and state, where axe looks at it (accessibility.mjs). */
export const everywhere = () => {
  const wrong = [];
  const seen = (one) => one.checkVisibility?.() ?? true;
  const all = (selector, parent = document) => [...parent.querySelectorAll(selector)].filter(seen);
  // Title, summary and facts of a result begin at one edge.
  for (const result of all('.result')) {
    const edges = all('h3, .snippet, .meta', result).flatMap(starts);
    if (apart(edges) > 12) wrong.push(`${said(result.querySelector('h3'))}: lines begin at ${edges.map(Math.round)}`);
  }
  // What names a page is on one line with what leads to it.
  for (const trail of all('.crumbs ol')) {
    const items = all('li', trail).map((item) => rects(texts(item)[0])[0]);
    const under = items.slice(1).map((item, at) => item.top < items[at].bottom && item.bottom - items[at].bottom).filter(Boolean);
    if (under.some((gap) => Math.abs(gap) > 1)) wrong.push(`crumbs are ${under} px below the one before`);
  }
  // An address breaks where its parts meet.
  for (const address of all('main :is(bdi, a)[dir=ltr]').filter((one) => /@|:\/\//.test(one.textContent))) {
    for (const text of texts(address)) for (const { 0: part, index } of text.data.matchAll(/[^@.]+[@.]?/g)) {
      // One longer than a narrow line has to.
      const tops = rects(text, index, index + part.length).map(({ top }) => Math.round(top));
      if (part.length < 16 && new Set(tops).size > 1) wrong.push(`${said(address)} breaks within ${part}`);
    }
  }
  // What stands in a card's row begins where the rows above begin, and has most of the card.
  for (const card of all('.data tbody tr')) {
    const cells = all('[data-l]', card).filter((cell) => getComputedStyle(cell).display !== 'table-cell');
    const edges = cells.flatMap((cell) => starts(cell).slice(0, 3));
    if (cells.length && apart(edges) > 2) wrong.push(`${said(card)}: cells begin at ${edges.map(Math.round)}`);
    if (cells.some((cell) => cell.textContent.trim() === '' && !cell.querySelector('button, a'))) wrong.push(`${said(card)}: a row without a value`);
    const before = Math.min(...edges) - (rtl ? innerWidth - box(card).right : box(card).left);
    if (cells.length && box(card).width > 340 && before > box(card).width * 0.36) wrong.push('labels take the card');
  }
  // An icon stands beside its words.
  for (const item of all('.check > li')) {
    const [icon, words] = [item.querySelector(':scope > .i'), item.querySelector(':scope > div, :scope > span')];
    if (icon && words && seen(words)) {
      const edge = rtl ? innerWidth - box(icon).right : box(icon).left;
      if (starts(words).some((start) => Math.abs(start - edge) > 80)) wrong.push(`${said(words)} is far from its icon`);
    }
  }
  // What is pressed holds its words.
  for (const one of all('.btn')) {
    const words = texts(one).filter((text) => !text.parentElement.closest('.vh')).flatMap((text) => rects(text));
    const { left, right } = box(one);
    if (words.some((part) => part.left < left - 1 || part.right > right + 1)) wrong.push(`${said(one)} stands out of its button`);
  }
  // Nothing is divided by dots: a line would begin with one.
  if (document.querySelector('main').textContent.includes(' · ')) wrong.push('it is divided by dots');
  // A list stands off from how it is sorted, which is offered only where there is something to sort.
  for (const sort of all('.sort')) {
    const below = [...document.querySelectorAll('main .results, main .empty, main .tags, main .cols')].filter(seen).map((one) => box(one).top - box(sort).bottom).filter((gap) => gap > -1);
    if (below.length && Math.min(...below) < 8) wrong.push(`the list is ${Math.min(...below)} px below its order`);
    if (all('.empty').length && !all('.result, .city-card').length) wrong.push('an order of nothing');
  }
  // A button in a search box is one to see.
  for (const button of all('.searchbox .btn')) {
    const { backgroundColor, borderInlineStartWidth } = getComputedStyle(button);
    if (backgroundColor === 'rgba(0, 0, 0, 0)' && parseFloat(borderInlineStartWidth) < 1) wrong.push('the button of the search box has no edge');
  }
  // Languages stand below one another.
  for (const menu of all('.tools .menu[open] .pop')) {
    const edges = all('a', menu).flatMap(starts);
    if (apart(edges) > 2 && menu.querySelector('[hreflang]')) wrong.push(`languages begin at ${edges.map(Math.round)}`);
  }
  return wrong;
};

/** What a printed page gets wrong. */
const onPaper = () => {
  const wrong = [];
  const brand = document.querySelector('.site-head .brand');
  if (!brand || box(brand).height === 0) wrong.push('it does not say which hub it is from');
  for (const link of document.querySelectorAll('main a[href^="http"]')) {
    const added = getComputedStyle(link, '::after').content;
    if (added !== 'none' && link.textContent.includes('://')) wrong.push(`${said(link)} is written twice`);
  }
  for (const one of document.querySelectorAll('main .split > *, main .section > *')) {
    const before = one.previousElementSibling;
    if (!before || box(one).height === 0 || box(before).height === 0) continue;
    if (box(one).top - box(before).bottom < 12) wrong.push(`${said(one)} is glued to what stands above it`);
  }
  return wrong;
};

/** A page is opened once and looked at in all its widths. */
async function looked(url, sessions, lang, widths, print, paths) {
  const wrong = new Set();
  const seenAs = views(sessions, {}, async (page) => { if (print) await page.emulateMedia({ media: 'print' }); });
  for (const one of paths) {
    const page = await seenAs.of(one.as);
    await page.setViewportSize({ width: widths[0], height: 900 });
    await page.goto(`${url}/${lang}${one.path}`);
    if (one.do) await one.do(page);
    await page.evaluate(helpers);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      for (const what of await page.evaluate(print ? onPaper : everywhere)) wrong.add(`${one.name} at ${width}: ${what}`);
    }
  }
  await seenAs.close();
  return [...wrong];
}

/** Widths at which pages are looked at, in the order in which they are. */
export const widths = [1440, 390, 320];

const more = [
  { name: 'library in Arabic', path: '/library?language=ar' },
  { name: 'library in Urdu', path: '/library?language=ur' },
  { name: 'city of many documents', path: '/cities/diffa' },
  { name: 'region with seats', path: '/regions/europe' },
];

export async function edges(t, url, sessions) {
  for (const lang of ['en', 'fr', 'ar']) await t.test(`edges of more, ${lang}`, async () => assert.deepEqual(await looked(url, sessions, lang, widths, false, more), []));
  const printed = pages.filter((one) => !(one.path instanceof Function) && !one.status && (!one.do || one.name === 'document') && !one.as);
  for (const lang of ['en', 'ar']) await t.test(`on paper, ${lang}`, async () => assert.deepEqual(await looked(url, sessions, lang, [700], true, printed), []));
  await t.test('a link that is handed over is whole', async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, storageState: sessions.administrator });
    const page = await context.newPage();
    const { path, do: go } = pages.find(({ name }) => name === 'hand-over');
    await page.goto(`${url}/en${path}`);
    await go(page);
    const field = page.locator('#link');
    await field.click();
    const { value, selected, readOnly, inner, outer } = await field.evaluate((one) => ({ value: one.value, selected: one.value.slice(one.selectionStart, one.selectionEnd), readOnly: one.readOnly, inner: one.scrollWidth, outer: one.clientWidth }));
    assert.match(value, /^http\S+\/links\/[0-9a-z]+$/);
    assert.deepEqual({ selected, readOnly }, { selected: value, readOnly: true });
    assert.ok(inner <= outer, `${inner} of ${outer} px`);
    await context.close();
  });
}
