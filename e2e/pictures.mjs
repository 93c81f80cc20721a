// Pictures of pages by two programs on the same data, in the same browser and fonts; those that differ are laid side by
// side. Called by `cargo xtask pictures`: node pictures.mjs BEFORE AFTER FOLDER
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browser, session } from './browser.mjs';
import { open, pinned } from './fonts.mjs';
import { start, until } from './hub.mjs';
import { paints } from './paint.mjs';

const [before, after, folder] = process.argv.slice(2);
/** How far the colours of a pixel may be apart, of 765. */
const ALIKE = 12;

const pages = [
  { name: 'home', path: '/' },
  { name: 'cities', path: '/cities' },
  { name: 'region', path: '/regions/western-balkans' },
  { name: 'city', path: '/cities/oslo' },
  { name: 'library', path: '/library' },
  { name: 'document', path: '/library', go: '.result h3 a' },
  { name: 'join', path: '/join' },
  { name: 'upload', path: '/library/upload', as: 'lead.oslo' },
  { name: 'office', path: '/office', as: 'central' },
  // Longer than one picture can be.
  { name: 'kit', path: '/office/kit', as: 'central', parts: 'main section[id^="kit-"]' },
];

/** Both programs on the same records: those of a demonstration by the one of before. */
async function both() {
  const data = await mkdtemp(join(tmpdir(), 'hub-pictures-'));
  const first = await start('demo', { program: before, data: join(data, 'before') });
  const { cookies } = await session(first.url, 'administrator@demo.example');
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  // Guides are printed, and files read, in the background.
  await until(async () => (await (await fetch(`${first.url}/en/library?q=practitioners`)).text()).includes('<mark>'));
  await until(async () => (await (await fetch(`${first.url}/en/office/jobs.csv`, { headers: { cookie } })).text()).trim().split('\n').length === 1);
  await first.stop();
  await cp(join(data, 'before'), join(data, 'after'), { recursive: true });
  const hubs = [];
  for (const [name, program] of [['before', before], ['after', after]]) hubs.push(await start('demo', { program, data: join(data, name) }));
  return { hubs, end: async () => { for (const hub of hubs) await hub.stop(); await rm(data, { recursive: true, force: true }); } };
}

/** In the page: where it says its own address, that is no other on another port. */
const anywhere = () => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replaceAll(location.host, 'hub.example');
};

/** Pictures of a page: its own name, or those of its parts. */
async function taken(page, url, one, lang) {
  await open(page, `${url}/${lang}${one.path}`);
  if (one.go) await open(page, new URL(await page.locator(one.go).first().getAttribute('href'), url).href);
  await page.evaluate(anywhere);
  if (!one.parts) return { [one.name]: await page.screenshot({ fullPage: true }) };
  const parts = {};
  for (const part of await page.locator(one.parts).all()) parts[await part.getAttribute('id')] = await part.screenshot();
  return parts;
}

/** In the browser: how many pixels differ, and both pictures with the difference beside them. */
const compared = async ([one, other, alike]) => {
  const image = async (data) => { const it = new Image(); it.src = `data:image/png;base64,${data}`; await it.decode(); return it; };
  const images = await Promise.all([one, other].map(image));
  const width = Math.max(...images.map((it) => it.width)), height = Math.max(...images.map((it) => it.height));
  const canvas = Object.assign(document.createElement('canvas'), { width: 3 * width + 32, height });
  const paper = canvas.getContext('2d', { willReadFrequently: true });
  paper.fillStyle = '#888';
  paper.fillRect(0, 0, canvas.width, height);
  images.forEach((it, place) => paper.drawImage(it, place * (width + 16), 0));
  const [first, second] = [0, width + 16].map((from) => paper.getImageData(from, 0, width, height).data);
  const marks = paper.createImageData(width, height);
  let differ = 0;
  for (let at = 0; at < first.length; at += 4) {
    const far = Math.abs(first[at] - second[at]) + Math.abs(first[at + 1] - second[at + 1]) + Math.abs(first[at + 2] - second[at + 2]);
    const pale = (place) => 255 - (255 - second[at + place]) / 5;
    if (far > alike) { differ += 1; marks.data.set([209, 0, 80, 255], at); } else marks.data.set([pale(0), pale(1), pale(2), 255], at);
  }
  paper.putImageData(marks, 2 * (width + 16), 0);
  return { differ, share: differ / (width * height), picture: canvas.toDataURL('image/png').split(',')[1] };
};

async function run() {
  await mkdir(folder, { recursive: true });
  const { hubs, end } = await both();
  const table = await (await browser.newContext()).newPage();
  const report = [];
  let same = 0;
  for (const width of [390, 1440]) for (const one of pages) {
    const states = one.as ? await Promise.all(hubs.map((hub) => session(hub.url, `${one.as}@demo.example`))) : [];
    const contexts = await Promise.all(hubs.map((_, place) => pinned({ viewport: { width, height: 900 }, storageState: states[place] })));
    for (const lang of ['en', 'fr', 'ar']) {
      const shots = [];
      for (const [place, hub] of hubs.entries()) {
        const page = await contexts[place].newPage();
        shots.push(await taken(page, hub.url, one, lang));
        await page.close();
      }
      for (const part of new Set(shots.flatMap(Object.keys))) {
        const name = `${part}-${lang}-${width}`;
        const [old, now] = shots.map((shot) => shot[part]);
        if (!old || !now) { report.push(`${name}: only ${old ? 'before' : 'after'}`); continue; }
        if (old.equals(now)) { same += 1; continue; }
        const { differ, share, picture } = await table.evaluate(compared, [old.toString('base64'), now.toString('base64'), ALIKE]);
        if (!differ) { same += 1; continue; }
        await writeFile(join(folder, `${name}.png`), Buffer.from(picture, 'base64'));
        report.push(`${name}.png: ${differ} pixels (${(100 * share).toFixed(2)} %)`);
      }
    }
    for (const context of contexts) await context.close();
  }
  const waits = await paints(hubs);
  await end();
  const text = [...report, `${same} pictures are the same, ${report.length} are not.`, '', 'On a slow phone (400 ms, 50 kB/s, a quarter of the processor), medians:', ...waits, ''].join('\n');
  await writeFile(join(folder, 'report.txt'), text);
  process.stdout.write(text);
}

try { await run(); } finally { await browser.close(); }
