// The component kit, in fonts that the tests pin: where each part of it stands and in which colours, compared with
// `kit.txt`, which people review. UPDATE_SNAPSHOT=1 writes it anew; what still holds stays as it is written there.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { open, pinned } from './fonts.mjs';

const file = new URL('./kit.txt', import.meta.url);
/** Pixels to which a box is rounded, and by which one may differ from what is written. */
const GRID = 4;
const HEAD = `# The component kit (/office/kit). After each part: its boxes, from the start of what it stands in, as x,y width×height in
# steps of ${GRID} px; then its colours, as text / ground / border. Reviewed by people. \`UPDATE_SNAPSHOT=1\` writes it anew.
`;
/** Where boxes are looked at: 794 px is a sheet of A4. */
const boxes = [
  { name: 'en 390', lang: 'en', width: 390 },
  { name: 'en 1440', lang: 'en', width: 1440 },
  { name: 'en print', lang: 'en', width: 794, media: 'print' },
  { name: 'ar 390', lang: 'ar', width: 390 },
  { name: 'ar 1440', lang: 'ar', width: 1440 },
  { name: 'ar print', lang: 'ar', width: 794, media: 'print' },
];
/** Where colours are: they are the same in every language and at every width. */
const colours = [
  { name: 'light', lang: 'en', width: 1440 },
  { name: 'dark', lang: 'en', width: 1440, colorScheme: 'dark' },
  { name: 'print', lang: 'en', width: 1440, media: 'print' },
];
/** What is pressed, pointed at or reached by the keyboard. */
const touched = ['.btn:not([disabled])', '.btn--line:not([disabled])', '.btn--bad:not([disabled])', 'a.more', 'a.tag', '.tabs a', '.menu > summary', '.city-card h3 a', 'input.input', '.choice input', '.pager li a'];

/** Every part: its section, what it is, its box and its colours. */
const measure = () => {
  const colour = (text) => {
    const [red, green, blue, alpha = 1] = text.match(/[\d.]+/g).map(Number);
    const hex = [red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('');
    return alpha === 0 ? '-' : `#${hex}${alpha === 1 ? '' : `@${alpha}`}`;
  };
  const kind = (one) => [one.localName, ...one.classList].join('.') + (one.hasAttribute('aria-current') ? '[current]' : '') + (one.getAttribute('aria-invalid') === 'true' ? '[invalid]' : '') + (one.disabled ? '[disabled]' : '') + (one.checked ? '[checked]' : '');
  const worth = 'h1, h2, h3, h4, p, li, a, b, mark, td, th, tr, caption, dt, dd, label, legend, summary, details, input, select, textarea, progress, button, figcaption, blockquote, hr, [class]';
  for (const menu of document.querySelectorAll('main .menu')) menu.open = true;
  const shown = (one) => (!one.closest('svg') || one.matches('svg')) && !one.parentElement.closest('details:not([open])')?.contains(one) || one.localName === 'summary';
  return [...document.querySelectorAll('main section[id^="kit-"]')].flatMap((section) => {
    const parts = [section, ...[...section.querySelectorAll(worth)].filter(shown)];
    const own = new Set(parts);
    const within = (one) => { let up = one.parentElement; while (up && !own.has(up)) up = up.parentElement; return up ?? one; };
    return parts.map((one) => {
      const around = one === section ? one : within(one);
      const { left, right, top } = around.getBoundingClientRect();
      const rtl = getComputedStyle(around).direction === 'rtl';
      const box = one.getBoundingClientRect();
      const style = getComputedStyle(one);
      // A side without a line has a colour too, which nobody sees.
      const side = ['Top', 'Right', 'Bottom', 'Left'].find((name) => parseFloat(style[`border${name}Width`]) > 0 && style[`border${name}Style`] !== 'none');
      return {
        section: section.id,
        kind: kind(one),
        box: box.width || box.height ? [rtl ? right - box.right : box.left - left, box.top - top, box.width, box.height] : null,
        colours: [style.color, style.backgroundColor, side ? style[`border${side}Color`] : 'rgba(0,0,0,0)'].map(colour).join('/'),
      };
    });
  });
};

const written = (box) => (box ? `${box.slice(0, 2).map(rounded).join(',')} ${box.slice(2).map(rounded).join('×')}` : 'none');
const rounded = (value) => Math.round(value / GRID) * GRID + 0;
/** Is the box where it is written to be, but for what another machine's rounding does? */
const holds = (box, text) => {
  if (!box || text === 'none') return !box && text === 'none';
  const known = text.split(/[ ,×]/).map(Number);
  return known.length === 4 && box.every((value, place) => Math.abs(value - known[place]) <= GRID);
};

async function seen(url, state, { lang, width, media = 'screen', colorScheme = 'light' }, look) {
  const context = await pinned({ storageState: state, viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  await page.emulateMedia({ media, colorScheme });
  const answer = await open(page, `${url}/${lang}/office/kit`);
  assert.equal(answer.status(), 200);
  const found = await look(page);
  await context.close();
  return found;
}

/** Colours of what is pointed at, and its ring when the keyboard reaches it. */
const states = async (page) => {
  const found = [];
  for (const selector of touched) {
    const one = page.locator(`main ${selector}`).first();
    const said = [];
    for (const act of ['hover', 'focus']) {
      await one[act]();
      said.push(await one.evaluate((it, act) => {
        const { color, backgroundColor, borderBlockEndColor, textDecorationThickness, outline, boxShadow } = getComputedStyle(it);
        return act === 'hover' ? `${color} ${backgroundColor} ${borderBlockEndColor} ${textDecorationThickness}` : `${outline} ${boxShadow}`;
      }, act));
    }
    found.push(`${selector} | hover: ${said[0]} | focus: ${said[1]}`);
  }
  return found;
};

/** The whole, as lines. `known`: lines of before, whose boxes stay where they still hold. */
function lines(places, tints, hovered, known) {
  const first = places[0];
  for (const [at, place] of [...places, ...tints].entries()) {
    assert.deepEqual(place.map(({ section, kind }) => `${section} ${kind}`), first.map(({ section, kind }) => `${section} ${kind}`), `other parts in ${[...boxes, ...colours][at].name}`);
  }
  const out = [];
  const times = new Map();
  for (const [at, { section, kind }] of first.entries()) {
    if (at === 0 || first[at - 1].section !== section) out.push('', `${section} (${boxes.map(({ name }) => name).join(' | ')} || ${colours.map(({ name }) => name).join(' | ')})`);
    const count = (times.get(section + kind) ?? 0) + 1;
    times.set(section + kind, count);
    const name = `${section.slice('kit-'.length)} ${kind}${count > 1 ? ` ${count}` : ''}`;
    const before = known.get(name)?.split(' || ')[0].split(' | ') ?? [];
    const own = places.map((place, way) => (before[way] !== undefined && holds(place[at].box, before[way]) ? before[way] : written(place[at].box)));
    out.push(`${name}: ${own.join(' | ')} || ${tints.map((tint) => tint[at].colours).join(' | ')}`);
  }
  return [...out, '', 'states', ...hovered, ''];
}

/** What changed, by the part that it concerns. */
function changes(known, now) {
  const had = new Set(known), has = new Set(now);
  return [...now.filter((line) => !had.has(line)).map((line) => `now:   ${line}`), ...known.filter((line) => !has.has(line)).map((line) => `there: ${line}`)];
}

export async function kit(t, url, sessions) {
  await t.test('kit', async () => {
    const look = (way) => seen(url, sessions.central, way, (page) => page.evaluate(measure));
    const places = [], tints = [];
    for (const way of boxes) places.push(await look(way));
    for (const way of colours) tints.push(await look(way));
    const hovered = await seen(url, sessions.central, { lang: 'en', width: 1440 }, states);
    const text = await readFile(file, 'utf8').catch(() => '');
    const known = text.split('\n').filter((line) => !line.startsWith('#'));
    const byName = new Map(known.filter((line) => line.includes(': ')).map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]));
    const now = lines(places, tints, hovered, byName);
    if (process.env.UPDATE_SNAPSHOT) { await writeFile(file, HEAD + now.join('\n')); return; }
    assert.equal(known.join('\n') === now.join('\n'), true, `kit.txt says something else (UPDATE_SNAPSHOT=1 writes it anew):\n${changes(known, now).slice(0, 60).join('\n')}`);
  });
}
