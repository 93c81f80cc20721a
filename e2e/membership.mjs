// A city asks whether it can join, and the office answers.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { browser, signIn } from './browser.mjs';
import { until } from './hub.mjs';

/** The path, behind the language, of the page of whoever asked in the demonstration: it stands in the letter to them. */
export async function ownPage(hub) {
  const folder = join(hub.data, 'mail');
  for (const name of await readdir(folder)) {
    const letter = (await readFile(join(folder, name), 'utf8')).replace(/=\r?\n/g, '');
    const found = letter.match(/\/[a-z]{2}(\/join\/[0-9a-z]{13}-[0-9a-f]{32})/);
    if (found && /To:.*zinder/.test(letter)) return found[1];
  }
  return undefined;
}

/** Sends the form, again until it was open for long enough to have been read. */
async function send(page, done) {
  await until(async () => {
    await Promise.all([page.waitForLoadState('load'), page.click('main form.form .actions button')]);
    await page.waitForSelector('.flash.is-ok, #error-summary');
    return done.test(page.url());
  });
}

async function ask(page, url, lang, place) {
  await page.goto(`${url}/${lang}/join`);
  await page.check('#for-local-government');
  await page.selectOption('#country', 'NE');
  await page.fill('#place', place);
  await page.selectOption('#kind', 'city');
  await page.fill('#name', 'Demonstration');
  await page.fill('#position', 'Assistant to the mayor');
  await page.fill('#email', `${Math.random()}@city.example`);
  await page.check('#mandate-asked');
  await page.fill('#message', 'We would like to learn from others.');
  await send(page, /join\/[0-9a-z]{13}-/);
}

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
