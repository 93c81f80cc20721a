// How long a first-time visitor on a slow phone waits until there is something to read, by two programs in turns: each
// request answered 400 ms later than here, 50 kB a second, a processor four times as slow, nothing kept. Called by
// pictures.mjs: figures for people, no test.
import { browser } from './browser.mjs';

const line = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const slower = 4;
const rounds = 5;
const pages = ['/', '/cities', '/regions/western-balkans', '/cities/oslo', '/library'];

/** In the page: when its first text or picture was painted, and the bytes that came for all of it. */
const painted = () => new Promise((done) => {
  const bytes = () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, one) => sum + one.transferSize, 0);
  new PerformanceObserver((list) => {
    const first = list.getEntriesByName('first-contentful-paint')[0];
    if (first) done({ ms: first.startTime, bytes: bytes() });
  }).observe({ type: 'paint', buffered: true });
});

async function once(address) {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', line);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.goto(address, { waitUntil: 'load' });
  const seen = await page.evaluate(painted);
  await context.close();
  return seen;
}

const middle = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

/** Lines of a table: each page's median of `rounds`, before and after. */
export async function paints(hubs) {
  const lines = [];
  for (const lang of ['en', 'ar']) for (const path of pages) {
    // Asked once by nobody who waits: what is kept for all is kept.
    for (const hub of hubs) await fetch(`${hub.url}/${lang}${path}`);
    const seen = hubs.map(() => []);
    for (let round = 0; round < rounds; round += 1) for (const [place, hub] of hubs.entries()) seen[place].push(await once(`${hub.url}/${lang}${path}`));
    const [old, now] = seen.map((all) => ({ ms: middle(all.map((one) => one.ms)), bytes: middle(all.map((one) => one.bytes)) }));
    lines.push(`/${lang}${path}: first paint ${old.ms.toFixed(0)} ms -> ${now.ms.toFixed(0)} ms (${(now.ms / old.ms).toFixed(2)}), ${(old.bytes / 1000).toFixed(1)} kB -> ${(now.bytes / 1000).toFixed(1)} kB`);
  }
  return lines;
}
