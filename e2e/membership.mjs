// A city asks whether it can join, and the office answers.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { browser, password, signIn } from './browser.mjs';
import { until } from './hub.mjs';

/** The head of a letter, and its text: the first of its parts, the second is the same as a page. */
function read(letter) {
  const cut = (text) => { const at = text.search(/\r?\n\r?\n/); return [text.slice(0, at), text.slice(at)]; };
  const [head, body] = cut(letter);
  const boundary = head.match(/boundary="([^"]+)"/);
  const [own, written] = boundary ? cut(body.split(`--${boundary[1]}`)[1]) : [head, body];
  const text = /encoding: base64/i.test(own) ? Buffer.from(written, 'base64').toString() : written.replace(/=\r?\n/g, '');
  return [head, text];
}

/** The path, behind the language, of the page of whoever asked in the demonstration: it stands in the letter to them. */
export async function ownPage(hub) {
  const folder = join(hub.data, 'mail');
  for (const name of await readdir(folder)) {
    const [head, text] = read(await readFile(join(folder, name), 'utf8'));
    const found = text.match(/\/[a-z]{2}(\/join\/[0-9a-z]{13}-[0-9a-f]{32})/);
    if (found && /To:.*zinder/.test(head)) return found[1];
  }
  return undefined;
}

/** What stands in a letter to somebody: the first that matches, of the newest letter first. */
async function inLetter(hub, to, pattern) {
  const folder = join(hub.data, 'mail');
  for (const name of (await readdir(folder)).sort().reverse()) {
    const [head, text] = read(await readFile(join(folder, name), 'utf8'));
    const found = text.match(pattern);
    if (found && head.includes(to)) return found[0];
  }
  return undefined;
}

/** The private link, behind the language, of the application that the demonstration still writes. */
export const begunApplication = async (hub) => (await inLetter(hub, 'sfax.example', /\/apply\/[0-9a-z]{13}-[0-9a-f]{32}/));

/** Sends the form, again until it was open for long enough to have been read. */
async function send(page, done) {
  await until(async () => {
    await Promise.all([page.waitForLoadState('load'), page.click('main form.form .actions button')]);
    await page.waitForSelector('.flash.is-ok, #error-summary');
    return done.test(page.url());
  });
}

async function ask(page, url, lang, place, email = `${Math.random()}@city.example`) {
  await page.goto(`${url}/${lang}/join`);
  await page.check('#for-local-government');
  await page.selectOption('#country', 'NE');
  await page.fill('#place', place);
  await page.selectOption('#kind', 'city');
  await page.fill('#name', 'Demonstration');
  await page.fill('#position', 'Assistant to the mayor');
  await page.fill('#email', email);
  await page.check('#mandate-asked');
  await page.fill('#message', 'We would like to learn from others.');
  await send(page, /join\/[0-9a-z]{13}-/);
}

const next = async (page, done) => { await Promise.all([page.waitForURL(done), page.click('main form.form .actions button', { noWaitAfter: true })]); };

/** Writes the parts of an application, whichever language they are read in. */
async function write(page, path) {
  await page.goto(`${path}/contacts`);
  for (const [number, name, kind] of [[1, 'عائشة', 'mandated'], [2, 'إبراهيم', 'practitioner']]) {
    await page.fill(`#name_${number}`, name);
    await page.fill(`#position_${number}`, 'مستشار');
    await page.fill(`#email_${number}`, `${number}.${Math.random()}@kirtachi.example`);
    await page.selectOption(`#kind_${number}`, kind);
  }
  const lead = await page.inputValue('#email_1');
  await next(page, /done=application-saved/);
  await page.goto(`${path}/mandate`);
  await page.fill('#mandate_name', 'عمر');
  await page.fill('#mandate_position', 'العمدة');
  await page.fill('#mandate_on', '2026-10-01');
  await next(page, /done=application-saved/);
  await page.goto(`${path}/proof`);
  await page.setInputFiles('#file', { name: 'تفويض.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 a demonstration') });
  await next(page, /done=application-file-kept/);
  return lead;
}

/** An invited city applies on two devices, somebody else signs, the officer accepts, and its lead comes in. */
export const application = async (t, hub) => {
  await t.test('a city applies on two devices, is signed for and becomes a member', async () => {
    const phone = await browser.newContext({ javaScriptEnabled: false, reducedMotion: 'reduce', viewport: { width: 390, height: 800 } });
    const asker = await phone.newPage();
    const place = 'كيرتاشي';
    const email = `${Math.random()}@kirtachi.example`;
    await ask(asker, hub.url, 'ar', place, email);
    const desk = await browser.newContext({ reducedMotion: 'reduce' });
    const office = await desk.newPage();
    await signIn(office, hub.url, 'officer@demo.example', 'en');
    await office.goto(`${hub.url}/en/office/enquiries?q=${encodeURIComponent(place)}`);
    await Promise.all([office.waitForURL(/enquiries\/[0-9a-z]{13}/), office.click('tbody th a')]);
    await office.goto(`${office.url().split('?')[0]}/decide`);
    await office.check('#decision-invite');
    await next(office, /done=enquiry-decided/);
    let link;
    await until(async () => { link = await inLetter(hub, email, /\/ar\/apply\/[0-9a-z]{13}-[0-9a-f]{32}/); return link; });
    const path = hub.url + link;
    // The telephone has no script; the office computer saves by itself, and the telephone sees what it saved.
    const office2 = await browser.newContext({ reducedMotion: 'reduce' });
    const computer = await office2.newPage();
    await computer.goto(`${path}/city`);
    for (const field of ['background', 'challenges', 'approaches']) await computer.fill(`#${field}`, 'مدينة صغيرة على ضفة النهر.');
    await computer.waitForFunction(() => document.querySelector('[data-saved]').textContent.length > 0);
    await asker.goto(`${path}/city`);
    assert.match(await asker.inputValue('#approaches'), /النهر/);
    await next(asker, /done=application-saved/);
    const lead = await write(asker, path);
    // Somebody else signs, with a link of their own.
    await asker.goto(path);
    const signing = await asker.inputValue('#sign-link');
    await computer.goto(signing);
    await computer.fill('#sign_name', 'عمر');
    await computer.fill('#sign_position', 'العمدة');
    await computer.check('#agree');
    await next(computer, /done=application-signed/);
    await asker.goto(`${path}/submit`);
    await next(asker, /done=application-sent/);
    await office.goto(`${hub.url}/en/office/applications?state=submitted`);
    await Promise.all([office.waitForURL(/applications\/[0-9a-z]{13}/), office.locator('tbody th a', { hasText: place }).click()]);
    await office.goto(`${office.url().split('?')[0]}/accept`);
    // The gazetteer does not know it: the office writes it as maps do.
    await office.fill('#name_en', 'Kirtachi');
    await office.fill('#latitude', '12.8');
    await office.fill('#longitude', '2.4');
    await office.fill('#place_source', 'Demonstration');
    await office.check('#mandate_read');
    await next(office, /done=application-accepted/);
    let own;
    await until(async () => { own = await inLetter(hub, lead, /\/ar\/links\/[0-9a-f]+/); return own; });
    await asker.goto(hub.url + own);
    await asker.fill('#password', password);
    await Promise.all([asker.waitForURL((address) => !address.pathname.includes('/links/')), asker.click('main form.form button', { noWaitAfter: true })]);
    await asker.goto(`${hub.url}/ar/cities/mine`);
    assert.match(await asker.locator('h1').innerText(), /كيرتاشي/);
    await Promise.all([phone.close(), desk.close(), office2.close()]);
  });
};

/** A mayor's assistant asks on a phone; the office asks back, is answered, and invites. */
export const enquiry = async (t, url) => {
  for (const [lang, javaScriptEnabled] of [['ar', false], ['fr', true]]) {
    await t.test(`a city asks and is invited, ${lang}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      const phone = await browser.newContext({ javaScriptEnabled, reducedMotion: 'reduce', viewport: { width: 390, height: 800 } });
      const asker = await phone.newPage();
      const place = `Kirtachi ${lang} ${Math.random()}`;
      await ask(asker, url, lang, place);
      const own = asker.url().split('?')[0];
      const desk = await browser.newContext({ reducedMotion: 'reduce' });
      const office = await desk.newPage();
      await signIn(office, url, 'officer@demo.example', 'en');
      await office.goto(`${url}/en/office/enquiries?q=${encodeURIComponent(place)}`);
      await Promise.all([office.waitForURL(/enquiries\/[0-9a-z]{13}/), office.click('tbody th a')]);
      await office.check('#writing-question');
      await office.fill('#text', 'من يمنح التفويض؟');
      await Promise.all([office.waitForURL(/done=enquiry-written/), office.click('main form.form .actions button')]);
      await asker.goto(own);
      assert.equal(await asker.locator('.msg').count(), 2);
      await asker.fill('#message', 'العمدة');
      await Promise.all([asker.waitForURL(/done=enquiry-answered/), asker.click('main form.form .actions button')]);
      await office.goto(`${office.url().split('?')[0]}/decide`);
      await office.check('#decision-invite');
      await Promise.all([office.waitForURL(/done=enquiry-decided/), office.click('main form.form .actions button')]);
      await asker.goto(own);
      assert.equal(await asker.locator('.msg').count(), 4);
      assert.equal(await asker.locator('html').getAttribute('lang'), lang);
      await phone.close();
      await desk.close();
    });
  }
};
