// What people come for, in three languages, with JavaScript and without.
import assert from 'node:assert/strict';
import { browser, password, signIn } from './browser.mjs';
import { code } from './authenticator.mjs';
import { run, start, until } from './hub.mjs';

const each = async (t, name, journey) => {
  for (const lang of ['en', 'fr', 'ar']) for (const javaScriptEnabled of [true, false]) {
    await t.test(`${name}, ${lang}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      const context = () => browser.newContext({ javaScriptEnabled, reducedMotion: 'reduce', viewport: { width: 390, height: 800 } });
      await journey(lang, context, javaScriptEnabled);
    });
  }
};

/** A visitor finds a document by a misspelt word, and downloads it. */
export const misspelt = (t, url) => each(t, 'visitor finds a document by a misspelt word', async (lang, open) => {
  const context = await open();
  const page = await context.newPage();
  await page.goto(`${url}/${lang}/library`);
  await page.fill('#q', 'practitoners');
  await Promise.all([page.waitForURL(/q=practitoners/), page.click('.searchbox button')]);
  const first = page.locator('.result', { has: page.locator('mark') }).first();
  await first.locator('h3 a').click();
  await page.waitForURL(/library\/[0-9a-z]{13}/);
  assert.equal(await page.locator('html').getAttribute('lang'), lang);
  const file = await context.request.get(url + (await page.locator('a[download]').getAttribute('href')));
  assert.equal(file.status(), 200);
  assert.match(file.headers()['content-disposition'], /^attachment; filename=/);
  await context.close();
});

/** Connects an authenticator app on the page of the second step; answers its secret. */
async function connect(page) {
  await Promise.all([page.waitForSelector('.qr'), page.click('main form button[value=begin]')]);
  const secret = await page.locator('code.secret').innerText();
  await page.fill('#code', code(secret));
  await Promise.all([page.waitForSelector('.secrets'), page.click('main form[action$="/second-step"] button:not([type=button])')]);
  return secret;
}

/** Somebody sets up the second step, signs in with it, and turns it off again. */
export const secondStep = (t, url) => each(t, 'somebody signs in with a second step', async (lang, open) => {
  const context = await open();
  const page = await context.newPage();
  const email = 'practitioner.oslo@demo.example';
  const away = (part) => (address) => !address.pathname.includes(part);
  await signIn(page, url, email, lang);
  await page.goto(`${url}/${lang}/account`);
  await page.click('a[href$="/account/second-step"]');
  const secret = await connect(page);
  assert.equal(await page.locator('.secrets li').count(), 10);
  await context.clearCookies();
  await page.goto(`${url}/${lang}/sign-in?next=/${lang}/account`);
  await page.fill('#email', email);
  await page.fill('#password', password);
  await Promise.all([page.waitForURL(/sign-in\/code/), page.click('main form button:not([type=button])')]);
  // Of the next step: each code is used once, and this one is asked for at once.
  await page.fill('#code', code(secret, 1));
  await Promise.all([page.waitForURL(away('sign-in')), page.click('main form button:not([type=button])')]);
  assert.equal(new URL(page.url()).pathname, `/${lang}/account`);
  await page.click('a[href$="/account/second-step"]');
  await Promise.all([page.waitForURL(/done=second-step-off/), page.click('main form button[value=off]')]);
  await context.close();
});

/** Somebody who came by a link shows who they are before they change their address, and the form goes on by itself. */
export const again = (t, hub) => each(t, 'a form waits for somebody who shows who they are', async (lang, open, script) => {
  const context = await open();
  const page = await context.newPage();
  // Nobody whose session others look at: it ends here.
  const email = script ? 'lead.saida@demo.example' : 'lead.diffa@demo.example';
  const link = run(hub, 'user', 'link', email).match(/http\S+\/links\/\S+/)[0];
  await page.goto(link.replace(/\/en\//, `/${lang}/`));
  await page.fill('#password', password);
  await Promise.all([page.waitForURL((address) => !address.pathname.includes('/links/')), page.click('main form.form button')]);
  await page.goto(`${hub.url}/${lang}/account/address`);
  const another = `another${Math.random()}@demo.example`;
  await page.fill('#email', another);
  await Promise.all([page.waitForSelector('#proof-password'), page.click('main form .actions button')]);
  await page.fill('#proof-password', 'not this one');
  await Promise.all([page.waitForSelector('#error-summary'), page.click('main form .actions button')]);
  await page.fill('#proof-password', password);
  await Promise.all([page.waitForURL(/done=address-asked/), page.click('main form .actions button')]);
  assert.ok((await page.locator('main').innerText()).includes(another));
  assert.equal(await page.locator('html').getAttribute('lang'), lang);
  await Promise.all([page.waitForURL(/done=address-given-up/), page.click('main form[action$="/give-up"] button')]);
  await context.close();
});

/** Somebody adds a passkey, and signs in with it: alone, and after the password. Without a script nothing is offered that would not work. */
export async function passkey(t) {
  // For a number browsers make none.
  const hub = await start('serve', { called: 'localhost' });
  await each(t, 'somebody signs in with a passkey', async (lang, open, script) => {
    const context = await open();
    const page = await context.newPage();
    await page.goto(`${hub.url}/${lang}/sign-in`);
    assert.equal(await page.locator('[data-passkey]').isVisible(), script);
    if (!script) return context.close();
    const device = await context.newCDPSession(page);
    await device.send('WebAuthn.enable');
    const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
    const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', { options });
    const email = `${lang}@city.example`;
    const said = run(hub, 'user', 'add', email, '--name', 'Somebody', '--role', 'practitioner', '--city', 'oslo');
    await page.goto(`${hub.url}/${lang}/links/${said.match(/\/links\/(\S+)/)[1]}`);
    await page.fill('#password', password);
    await Promise.all([page.waitForURL((address) => !address.pathname.includes('/links/')), page.click('main form.form button')]);
    await page.goto(`${hub.url}/${lang}/account`);
    await page.click('a[href$="/account/passkeys"]');
    await page.fill('#name', 'Phone');
    await Promise.all([page.waitForSelector('.secrets'), page.click('[data-passkey] button')]);
    assert.equal(await page.locator('.secrets li').count(), 10);
    const out = () => context.clearCookies({ name: 'hub_session' });
    const enters = async (press) => {
      await Promise.all([page.waitForURL((address) => !address.pathname.includes('sign-in')), press()]);
      assert.equal(new URL(page.url()).pathname, `/${lang}/account`);
    };
    // Alone.
    await out();
    await page.goto(`${hub.url}/${lang}/sign-in?next=/${lang}/account`);
    await enters(() => page.click('[data-passkey] button'));
    // After the password.
    await out();
    await page.goto(`${hub.url}/${lang}/sign-in?next=/${lang}/account`);
    await page.fill('#email', email);
    await page.fill('#password', password);
    await Promise.all([page.waitForURL(/sign-in\/code/), page.click('main form .actions button')]);
    await enters(() => page.click('[data-passkey] button'));
    // A device that does not see who holds it: nothing is sent, and it is said.
    await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await out();
    await page.goto(`${hub.url}/${lang}/sign-in?next=/${lang}/account`);
    await Promise.all([page.waitForSelector('[data-passkey] [role=alert]:not([hidden])'), page.click('[data-passkey] button')]);
    await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
    await enters(() => page.click('[data-passkey] button'));
    // Deleted, the password is enough.
    await page.goto(`${hub.url}/${lang}/account/passkeys`);
    assert.equal(await page.locator('main .check li').count(), 1);
    await page.click('main .check a');
    await Promise.all([page.waitForURL(/done=passkey-deleted/), page.click('main form[action$="/delete"] button')]);
    await out();
    await signIn(page, hub.url, email, lang);
    await context.close();
  });
  await hub.stop();
}

/** A city lead uploads for the city; another city's lead and a visitor see nothing of it. */
export const ownOnly = (t, url) => each(t, 'city lead uploads, others cannot see it', async (lang, open, script) => {
  // Far apart, since the search forgives wrong letters.
  const word = { en: ['zephyr', 'quokka'], fr: ['brouillard', 'mirabelle'], ar: ['lanterne', 'carrousel'] }[lang][script ? 0 : 1];
  const lead = await open();
  const page = await lead.newPage();
  await signIn(page, url, 'lead.oslo@demo.example', lang);
  await page.goto(`${url}/${lang}/library/upload`);
  await page.setInputFiles('#file', { name: `${word}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`A note on ${word} for the people of one city.`) });
  await page.fill('#title', `Note ${word}`);
  await page.selectOption('#type', 'guide');
  await page.check('#access-city');
  await page.check('#declared');
  await Promise.all([page.waitForURL(/library\/[0-9a-z]{13}/), page.click('main form.form .actions button')]);
  const address = new URL(page.url()).pathname;
  await until(async () => { await page.goto(`${url}/${lang}/library?q=${word}`); return (await page.locator('.result').count()) === 1; });
  const other = await open();
  const elsewhere = await other.newPage();
  await signIn(elsewhere, url, 'lead.diffa@demo.example', lang);
  const visitor = await open();
  for (const reader of [elsewhere, await visitor.newPage()]) {
    assert.equal((await reader.goto(url + address)).status(), 404);
    await reader.goto(`${url}/${lang}/library?q=${word}`);
    assert.equal(await reader.locator('.result').count(), 0);
    assert.equal((await reader.context().request.get(url + address.replace(/^\/../, '').replace('/library/', '/files/'))).status(), 404);
  }
  for (const context of [lead, other, visitor]) await context.close();
});

/** The first start: the link sets up an administrator, who invites somebody. */
export const firstStart = (t) => each(t, "administrator's first start", async (lang, open) => {
  const hub = await start('serve');
  const context = await open();
  const page = await context.newPage();
  await page.goto(hub.link.replace(/\/en\//, `/${lang}/`));
  await page.fill('#name', 'First Administrator');
  await page.fill('#email', 'first@city.example');
  await page.fill('#password', password);
  await Promise.all([page.waitForURL(/account\/second-step\?done=welcome/), page.click('main form.form button')]);
  // What the team may do rests until there is a second step.
  assert.equal((await page.goto(`${hub.url}/${lang}/office`)).status(), 403);
  await page.click('main a[href$="/account/second-step"]');
  await connect(page);
  await page.goto(`${hub.url}/${lang}/office/people/invite`);
  await page.fill('#name', 'A Colleague');
  await page.fill('#email', 'colleague@city.example');
  await page.check('#role-city-lead');
  await page.selectOption('#city', 'oslo');
  await Promise.all([page.waitForURL(/people\/[0-9a-z]{13}/), page.click('main form.form .actions button')]);
  assert.equal((await page.goto(hub.link)).status(), 410, 'the link works once');
  await context.close();
  await hub.stop();
});
