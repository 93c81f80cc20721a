// A text from its first draft to a translation that renders what it says now.
import assert from 'node:assert/strict';
import { browser, signIn } from './browser.mjs';

const press = async (page, selector, address) => { await Promise.all([page.waitForURL(address), page.locator(selector).first().click()]); };

const written = async (url, lang, javaScriptEnabled) => {
  const open = () => browser.newContext({ javaScriptEnabled, reducedMotion: 'reduce', viewport: { width: 390, height: 800 } });
  const contexts = [await open(), await open(), await open()];
  const [author, colleague, visitor] = await Promise.all(contexts.map((context) => context.newPage()));
  await signIn(author, url, 'central@demo.example', lang);
  await signIn(colleague, url, 'administrator@demo.example', lang);
  const title = `Démonstration : un atelier ${lang}`;
  const news = async (of) => {
    await visitor.goto(`${url}/${of}/news`);
    await press(visitor, `.entries a[href*="-${lang}"]`, /news\/./);
  };
  // Written in French, and sent to somebody else.
  await author.goto(`${url}/${lang}/office/editorial/new?kind=news`);
  await author.selectOption('#in', 'fr');
  await author.fill('#title', title);
  await author.fill('#body', 'Trois villes se sont vues.');
  await press(author, 'main form.form .actions button', /editorial\/[0-9a-z]{13}\?done=/);
  const office = author.url().replace(/\?.*/, '');
  await press(author, 'button[name=do][value=review]', /done=sent-for-review/);
  // Somebody else reads and publishes it.
  await colleague.goto(office);
  await press(colleague, 'form[action$="/publish"] button', /done=published/);
  await news('fr');
  assert.match(await visitor.locator('.prose').innerText(), /Trois villes/);
  // It is translated beside its source.
  await colleague.goto(`${office}?in=ar`);
  assert.match(await colleague.locator('.origin').innerText(), /Trois villes/);
  await colleague.fill('#title', `عرض تجريبي: ورشة ${lang}`);
  await colleague.fill('#body', 'التقت ثلاث مدن.');
  await press(colleague, 'button[name=do][value=ready]', /done=translation-live/);
  await news('ar');
  const arabic = visitor.url();
  assert.match(await visitor.locator('.prose').innerText(), /ثلاث/);
  assert.equal(await visitor.locator('article a[hreflang=fr]').count(), 0);
  // The source says something else: readers of the translation are told so, the office's list too.
  await author.goto(`${office}?in=fr`);
  await author.fill('#body', 'Quatre villes se sont vues.');
  await press(author, 'button[name=do][value=publish]', /done=published/);
  await visitor.goto(arabic);
  assert.match(await visitor.locator('.prose').innerText(), /ثلاث/);
  assert.equal(await visitor.locator('article a[hreflang=fr]').count(), 1);
  await author.goto(`${url}/${lang}/office/editorial?q=${encodeURIComponent(`atelier ${lang}`)}`);
  const behind = author.locator('tbody a[href$="in=ar"]').first();
  assert.match(await behind.evaluate((dot) => dot.outerHTML), /is-warn/);
  // What changed is seen, and translated.
  await press(author, 'tbody a[href$="in=ar"]', /in=ar/);
  assert.equal(await author.locator('.diff ins').first().innerText(), 'Quatre');
  await author.fill('#body', 'التقت أربع مدن.');
  await press(author, 'button[name=do][value=ready]', /done=translation-live/);
  await visitor.goto(arabic);
  assert.match(await visitor.locator('.prose').innerText(), /أربع/);
  assert.equal(await visitor.locator('article a[hreflang=fr]').count(), 0);
  for (const context of contexts) await context.close();
};

/** An officer writes in French, a colleague publishes, somebody translates, the source changes, the difference is translated. */
export async function fromDraftToTranslation(t, url) {
  for (const [lang, script] of [['fr', true], ['ar', false]]) {
    await t.test(`a text is written, reviewed, translated and brought up to date, ${lang}, ${script ? 'with' : 'without'} JavaScript`, () => written(url, lang, script));
  }
}
