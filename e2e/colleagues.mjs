// A city's lead brings colleagues in; an official asks for an account. On a telephone, with and without scripts.
import assert from 'node:assert/strict';
import { browser, password, signIn } from './browser.mjs';
import { until } from './hub.mjs';

/** A telephone that asks nobody but this machine. */
async function telephone(javaScriptEnabled) {
  const made = await browser.newContext({ javaScriptEnabled, reducedMotion: 'reduce', viewport: { width: 390, height: 800 } });
  await made.route((address) => address.hostname !== '127.0.0.1', (route) => route.abort());
  return made;
}

const press = (page, selector, to) => Promise.all([page.waitForURL(to), page.locator(selector).last().click()]);

/** Sends what was filled in; whoever signed in a while ago shows first who they are. */
async function send(page, selector, to) {
  await press(page, selector, (address) => to.test(address.href) || address.pathname.includes('/sign-in/again'));
  if (!page.url().includes('/sign-in/again')) return;
  await page.fill('#proof-password', password);
  await press(page, 'main form .actions button', to);
}

/** No e-mail leaves the demonstration: the link stands beside the invitation, for whoever invited. */
const handedOver = (page, name) => page.locator('li', { hasText: name }).locator('input[id^=link-]').inputValue();

async function comesIn(link, lang, javaScriptEnabled) {
  const context = await telephone(javaScriptEnabled);
  const page = await context.newPage();
  await page.goto(link);
  assert.equal(new URL(page.url()).pathname.split('/')[1], lang, 'in the language that the lead chose');
  await page.fill('#password', password);
  await press(page, 'main form .actions button', (address) => !address.pathname.includes('/invitations/'));
  await page.goto(`${new URL(link).origin}/${lang}/cities/oslo/people`);
  assert.ok(await page.locator('table').isVisible());
  await context.close();
}

/** The journey in one language. */
async function journey(url, lang, javaScriptEnabled) {
  const lead = await telephone(javaScriptEnabled);
  const page = await lead.newPage();
  await signIn(page, url, 'lead.oslo@demo.example', lang);
  await page.goto(`${url}/${lang}/workspace`);
  await press(page, `.tabs a[href$="/people"]`, /\/people/);
  const name = `Demo ${lang} teacher`;
  await page.fill('#name', name);
  await page.fill('#email', `teacher.${lang}@demo.example`);
  await page.selectOption('#lang', lang);
  await send(page, 'main form.form .actions button', /done=colleague-invited/);
  const link = await handedOver(page, name);
  await comesIn(link, lang, javaScriptEnabled);
  const again = await (await telephone(javaScriptEnabled)).newPage();
  assert.equal((await again.goto(link)).status(), 410, 'it works once');
  await again.context().close();
  await asked(page, url, lang, javaScriptEnabled);
  await lead.close();
}

/** An official asks, and the lead confirms. */
async function asked(page, url, lang, javaScriptEnabled) {
  const official = await telephone(javaScriptEnabled);
  const form = await official.newPage();
  await form.goto(`${url}/${lang}/cities/oslo`);
  await press(form, 'a[href*="/account/request?city=oslo"]', /account\/request/);
  const name = `Demo ${lang} official`;
  await form.fill('#name', name);
  await form.fill('#position', 'Demonstration');
  await form.fill('#email', `official.${lang}@demo.example`);
  // Again until it was open for long enough to have been read.
  await until(async () => {
    await Promise.all([form.waitForLoadState('load'), form.locator('main form .actions button').last().click()]);
    await form.waitForSelector('.flash, #error-summary');
    return form.url().includes('done=account-requested');
  });
  await official.close();
  await page.goto(`${url}/${lang}/workspace`);
  await press(page, 'main .check a[href$="/people"]', /\/people/);
  await press(page, `main a[href*="/requests/"]`, /\/requests\//);
  await page.check('#role-practitioner');
  await send(page, 'main form .actions button', /done=colleague-invited/);
  await comesIn(await handedOver(page, name), lang, javaScriptEnabled);
}

/** A colleague is invited, and one asks, in Arabic with scripts and in French without. */
export async function colleagues(t, url) {
  await t.test('a lead brings colleagues in, in Arabic', () => journey(url, 'ar', true));
  await t.test('a lead brings colleagues in, in French, without scripts', () => journey(url, 'fr', false));
}
