// One browser for all; a context for each reader.
import { chromium } from 'playwright-core';
import { execFileSync } from 'node:child_process';

const path = process.env.CHROMIUM ?? execFileSync('sh', ['-c', 'command -v chromium']).toString().trim();
export const browser = await chromium.launch({
  executablePath: path,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
export const password = 'three quiet markets';

/** Signs in through the page. */
export async function signIn(page, url, email, lang = 'en') {
  await page.goto(`${url}/${lang}/sign-in`);
  await page.fill('#email', email);
  await page.fill('#password', password);
  await Promise.all([page.waitForURL((address) => !address.pathname.includes('sign-in')), page.click('main form button')]);
}

/** What a reader's cookies are after signing in, for further contexts. */
export async function session(url, email) {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  await signIn(await context.newPage(), url, email);
  const state = await context.storageState();
  await context.close();
  return state;
}

/** The same of somebody who came by a link: they have not shown yet who they are. */
export async function sessionByLink(link) {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(link);
  await page.fill('#password', password);
  await Promise.all([page.waitForURL((address) => !address.pathname.includes('/links/')), page.click('main form.form button')]);
  const state = await context.storageState();
  await context.close();
  return state;
}

/** One page for each reader, shown one address after the other: to open a page anew takes several times as long as to show one. */
export function views(sessions, options, begin = async () => {}) {
  const open = new Map();
  return {
    async of(who = '') {
      if (!open.has(who)) {
        const context = await browser.newContext({ reducedMotion: 'reduce', storageState: sessions[who], ...options });
        const page = await context.newPage();
        await begin(page);
        open.set(who, page);
      }
      return open.get(who);
    },
    async close() { for (const page of open.values()) await page.context().close(); },
  };
}
