import { code } from './authenticator.mjs';
import { password } from './browser.mjs';

// Every page and state that people meet: name, address behind the language, reader, what to do there.
const send = (form = 'main form') => async (page) => {
  const asked = page.url().includes('/sign-in/again');
  await page.locator(`${form} button:not([type=button])`).last().click();
  if (!asked) { await page.waitForSelector('#error-summary, #proof-password'); await proven(page); }
  await page.waitForSelector('#error-summary');
};
// What is sensitive asks who somebody is, where they signed in a while ago (on a slow machine: most of these pages).
export const proven = async (page) => {
  if (!page.url().includes('/sign-in/again')) return;
  await page.fill('#proof-password', password);
  // One step ahead: that of just now may have been used to connect the app.
  if (await page.locator('#proof-code').count()) await page.fill('#proof-code', code(app.secret, 1));
  await Promise.all([page.waitForURL((address) => !address.pathname.includes('/sign-in/again')), page.click('main form .actions button')]);
};

/** What the only reader who keeps a second step (`second-step-codes`) connected an app with last. */
const app = { secret: '' };

/** The address of a link to set a password, of the page of somebody who asked for a city, and of an application, made by `all.test.mjs`. */
export const made = { link: '', own: '', apply: '' };

/** The address of a page, behind the language. */
export const at = (one) => (one.path instanceof Function ? one.path() : one.path);

// What is typed as a secret is not kept while it is asked who somebody is: it is asked before.
const lately = async (page) => {
  const { pathname } = new URL(page.url());
  await page.goto(new URL(`/${pathname.split('/')[1]}/sign-in/again?next=${encodeURIComponent(pathname)}`, page.url()).href);
  await proven(page);
  await page.waitForURL((url) => url.pathname === pathname);
};
const open = (selector) => async (page) => { await page.locator(selector).evaluateAll((all) => all.forEach((one) => { one.open = true; })); };
// On a slow machine, and late in a long run, also what is pressed here may ask first who somebody is.
const go = (selector, address) => async (page) => {
  const asked = (url) => url.pathname.includes('/sign-in/again');
  await Promise.all([page.waitForURL((url) => address.test(url.href) || asked(url)), page.locator(selector).first().click()]);
  if (!asked(new URL(page.url()))) return;
  await proven(page);
  await page.waitForURL(address);
};
/** The own account is to be erased: asked for once. */
const erased = async (page) => {
  const ask = page.locator('main form[action$="/account/erase"] button');
  if (await ask.count() === 0) return;
  await ask.click();
  await page.waitForSelector('#proof-password, .flash.is-warn');
  await proven(page);
  await page.waitForSelector('form[action$="/erase/keep"]');
};
const inTurn = (...steps) => async (page) => { for (const step of steps) await step(page); };
// Somebody new each time, the first of all by name.
const invited = inTurn(
  async (page) => { await page.fill('#name', 'A demo newcomer'); await page.fill('#email', `newcomer${Math.random()}@demo.example`); },
  (page) => page.check('input[name=role][value=central-team]'),
  async (page) => { await press(page, 'main form .actions button'); await page.waitForURL(/people\/[0-9a-z]{13}\?done=invited/); },
);
const own = go('tbody a', /library\/[0-9a-z]{13}/);
const applied = go('tbody th a', /applications\/[0-9a-z]{13}/);
const accepting = async (page) => {
  await go('a[href$="/accept"]', /accept/)(page);
  await proven(page);
};
const enquiry = go('tbody th a', /enquiries\/[0-9a-z]{13}/);
// For a city that is a member.
const asks = async (page) => {
  await page.check('#for-local-government');
  await page.selectOption('#country', 'NO');
  await page.fill('#place', 'Oslo');
  await page.selectOption('#kind', 'city');
  await page.fill('#position', 'Assistant');
  await page.check('#mandate-asked');
  await page.fill('#message', 'Words.');
};
// A report, and the page on which it is read.
const reported = async (page) => {
  await page.fill('#text', `Words ${Math.random()}`);
  await go('main form.form .actions button', /principles\?done=/)(page);
  await page.goto(page.url().replace(/principles.*/, 'office/breach-reports'));
  await go('tbody th a', /breach-reports\/[0-9a-z]{13}/)(page);
};
// The next version of the principles, written so far that it can be published.
const nextVersion = async (page) => {
  await page.goto(page.url().replace(/office\/principles.*/, 'office/principles/draft'));
  await page.fill('#name', `demo-${Math.floor(Math.random() * 1e9)}`);
  await page.check('#change-major');
  for (const lang of ['en', 'fr', 'ar']) {
    const lines = (await page.inputValue(`#body_${lang}`)).split('\n');
    await page.fill(`#body_${lang}`, [...lines.slice(1), { en: 'Demonstration: one more.', fr: 'Démonstration : un de plus.', ar: 'عرض توضيحي: مبدأ آخر.' }[lang]].join('\n'));
    await page.fill(`#about_${lang}`, { en: 'Demonstration: what is new.', fr: 'Démonstration : ce qui est nouveau.', ar: 'عرض توضيحي: ما الجديد.' }[lang]);
  }
  await go('main form.form .actions button', /draft\?done=/)(page);
};
const publishing = async (page) => {
  await nextVersion(page);
  await page.goto(page.url().replace(/draft.*/, 'publish'));
  await proven(page);
};
// Every city is asked to sign: once.
const asking = async (page) => {
  const asked = page.url().replace(/office\/principles.*/, 'office/principles?stands=asked');
  await page.goto(asked);
  if (await page.locator('table.data tbody tr').count()) return;
  await publishing(page);
  await page.check('#sure');
  await go('main form.form .actions button', /principles\?done=/)(page);
  await page.goto(asked);
};
const moreTime = async (page) => {
  await asking(page);
  await page.goto(page.url().replace(/office\/principles.*/, 'office/principles/diffa/more-time'));
};
const signLink = async (page) => {
  await press(page, 'main form[action$="/link"] button');
  await proven(page);
  await page.waitForSelector('#sign-link');
};
// A city that left: decided once, and then so.
const left = async (page) => {
  const record = page.url();
  await page.goto(record.replace(/cities.*/, 'office/members/gusinje/decide/withdrawn'));
  await proven(page);
  if (page.url().includes('/decide/')) {
    await page.fill('#reason', 'Its council said so.');
    await page.check('#sure');
    await go('main form.form .actions button', /members\/gusinje\?done=/)(page);
  }
  await page.goto(record);
};
// A city that is to be suspended: proposed once, and then there.
const suspending = async (page) => {
  if (await page.locator('.flash.is-warn').count()) return;
  await page.goto(`${page.url()}/decide/suspended`);
  await proven(page);
  await page.fill('#reason', 'Words.');
  await page.check('#sure');
  await go('main form.form .actions button', /members\/medellin\?done=/)(page);
};
const item = go('tbody th a', /editorial\/[0-9a-z]{13}/);

const below = (path) => (page) => page.goto(page.url().replace(/\?.*/, '') + path);
// A draft of its own, each time.
const begun = async (page) => { await page.fill('#title', 'Demonstration: a plan'); await go('main form .actions button', /editorial\/[0-9a-z]{13}\?done=/)(page); };
// A picture of one colour, made by the browser itself.
const bring = async (page) => {
  const data = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 900, height: 600 });
    Object.assign(canvas.getContext('2d'), { fillStyle: '#14a' }).fillRect(0, 0, 900, 600);
    return canvas.toDataURL('image/png').split(',')[1];
  });
  await page.setInputFiles('#file', { name: 'colour.png', mimeType: 'image/png', buffer: Buffer.from(data, 'base64') });
  await go('main form .actions button', /pictures\/[0-9a-z]{13}\?done=/)(page);
};
const describe = async (page) => {
  await page.fill('#shows', 'A blue square');
  await page.fill('#credit', 'Demonstration');
  await page.selectOption('#licence', 'own');
  await go('main form .actions button', /done=picture-described/)(page);
};

const press = async (page, selector) => {
  await Promise.all([page.waitForLoadState('load'), page.locator(selector).first().click()]);
  await proven(page);
};
// A table of people, others each time, of which one row is wrong.
let tables = 0;
const table = async (page) => {
  const own = (tables += 1);
  const rows = `name;email;role;extra\nMariam Issoufou;mariam.${own}@example.org;practitioner;x\nA name that is rather long and goes on;nobody;queen;\nAda;ada.${own}@example.org;city-lead;\n`;
  await page.setInputFiles('#file', { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await go('main form .actions button', /imports\/colleagues\/[a-z]+\/[0-9a-z]{13}/)(page);
};
const taken = async (page) => {
  await press(page, 'main form[action$="/take"] button');
  await proven(page);
  await page.waitForSelector('main details');
};
// A second step that is being set up, anew each time.
const setUp = async (page) => { await press(page, 'main form button[value=begin]'); await page.waitForSelector('.qr'); };

const codes = async (page) => {
  const secret = await page.locator('code.secret').innerText();
  await page.fill('#code', code(secret));
  await Promise.all([page.waitForSelector('.secrets'), page.click('main form[action$="/second-step"] button:not([type=button])')]);
  app.secret = secret;
};

export const pages = [
  { name: 'home', path: '/' },
  { name: 'menu-open', path: '/', do: open('.menu--nav') },
  { name: 'languages-open', path: '/', do: open('.menu:first-of-type') },
  { name: 'cities', path: '/cities' },
  { name: 'cities-filtered', path: '/cities?region=europe&sort=population' },
  { name: 'cities-seats', path: '/cities?seat=1&sort=country' },
  { name: 'cities-none', path: '/cities?q=atlantis' },
  { name: 'region', path: '/regions/western-balkans' },
  { name: 'city', path: '/cities/oslo' },
  { name: 'library', path: '/library' },
  { name: 'library-found', path: '/library?q=plan' },
  { name: 'library-filters', path: '/library', do: open('.facets details') },
  { name: 'library-sheet', path: '/library?type=guide#filters' },
  { name: 'library-suggest', path: '/library', do: async (page) => { await page.locator('#q').pressSequentially('the'); await page.waitForSelector('#suggestions li'); await page.keyboard.press('ArrowDown'); } },
  { name: 'library-second', path: '/library?page=2' },
  { name: 'library-beyond', path: '/library?page=1000000000' },
  { name: 'library-none', path: '/library?q=zzzzzzzz&type=guide' },
  { name: 'search', path: '/search' },
  { name: 'search-found', path: '/search?q=prevention' },
  { name: 'search-none', path: '/search?q=zzzzzzzz&kind=myth' },
  { name: 'document', path: '/library', do: go('.result h3 a', /library\/[0-9a-z]{13}/) },
  { name: 'document-done', path: '/library', as: 'lead.oslo', do: async (page) => { await go('.result h3 a', /library\/[0-9a-z]{13}/)(page); await page.evaluate(() => location.assign('?done=saved')); await page.waitForSelector('.flash'); } },
  { name: 'news', path: '/news' },
  { name: 'news-item', path: '/news', do: go('.entries li:last-child a', /news\/./) },
  { name: 'news-in-french-only', path: '/news', do: go('.entries a', /news\/./) },
  { name: 'questions', path: '/questions' },
  { name: 'question', path: '/questions', do: go('.entries a', /questions\/./) },
  { name: 'myth', path: '/myths', do: go('.entries a', /myths\/./) },
  { name: 'initiatives', path: '/initiatives' },
  { name: 'about', path: '/about' },
  { name: 'principles', path: '/principles' },
  { name: 'principles-earlier', path: '/principles/2015' },
  { name: 'signatures', path: '/principles/signatures' },
  { name: 'join', path: '/join' },
  { name: 'ask', path: '/ask?about=/cities/oslo' },
  { name: 'ask-wrong', path: '/ask', do: send() },
  { name: 'ask-sent', path: '/ask/sent' },
  { name: 'share', path: '/share' },
  { name: 'share-wrong', path: '/share', do: send() },
  { name: 'share-confirm', path: '/ask/sent?for=confirm' },
  { name: 'contact', path: '/contact' },
  { name: 'join-wrong', path: '/join', do: send() },
  { name: 'join-member', path: '/join', as: 'lead.oslo', do: inTurn(asks, send()) },
  { name: 'join-elsewhere', path: '/join/elsewhere?for=organisation' },
  { name: 'join-own', path: () => made.own },
  { name: 'join-own-wrong', path: () => made.own, do: send('main form.form') },
  { name: 'apply', path: () => made.apply },
  { name: 'apply-city', path: () => `${made.apply}/city` },
  { name: 'apply-city-missing', path: () => `${made.apply}/city?check=yes`, status: 422 },
  { name: 'apply-contacts', path: () => `${made.apply}/contacts` },
  { name: 'apply-contacts-wrong', path: () => `${made.apply}/contacts`, do: async (page) => { await page.click('main form.form .actions button'); await page.waitForSelector('#error-summary'); } },
  { name: 'apply-mandate', path: () => `${made.apply}/mandate` },
  { name: 'apply-proof', path: () => `${made.apply}/proof` },
  { name: 'apply-proof-wrong', path: () => `${made.apply}/proof`, do: send('main form.form') },
  { name: 'apply-principles', path: () => `${made.apply}/principles` },
  { name: 'apply-principles-wrong', path: () => `${made.apply}/principles`, do: send('main form.form') },
  { name: 'apply-sign', path: () => made.apply, do: async (page) => { await page.goto(await page.inputValue('#sign-link')); } },
  { name: 'applications', path: '/office/applications', as: 'central' },
  { name: 'application', path: '/office/applications?state=submitted', as: 'central', do: applied },
  { name: 'application-wrong', path: '/office/applications?state=submitted', as: 'central', do: inTurn(applied, send('main form.form')) },
  { name: 'application-accept', path: '/office/applications?state=submitted', as: 'central', do: inTurn(applied, accepting) },
  { name: 'application-accept-wrong', path: '/office/applications?state=submitted', as: 'central', do: inTurn(applied, accepting, send('main form.form')) },
  { name: 'application-decline', path: '/office/applications?state=submitted', as: 'central', do: inTurn(applied, go('a[href$="/decline"]', /decline/)) },
  { name: 'application-decline-wrong', path: '/office/applications?state=submitted', as: 'central', do: inTurn(applied, go('a[href$="/decline"]', /decline/), send('main form.form')) },
  { name: 'workspace', path: '/workspace', as: 'lead.oslo' },
  { name: 'workspace-nothing', path: '/workspace', as: 'practitioner.diffa' },
  { name: 'desk', path: '/desk', as: 'central' },
  { name: 'members', path: '/office/members', as: 'central' },
  { name: 'city-principles', path: '/cities/oslo/principles', as: 'lead.oslo' },
  { name: 'city-principles-wrong', path: '/cities/oslo/principles', as: 'lead.oslo', do: inTurn(open('details'), send('main form.form')) },
  { name: 'city-principles-link', path: '/cities/oslo/principles', as: 'lead.oslo', do: signLink },
  { name: 'sign-by-link', path: '/cities/oslo/principles', as: 'lead.oslo', do: inTurn(signLink, async (page) => { await page.goto(await page.inputValue('#sign-link')); }) },
  { name: 'principles-members', path: '/office/principles', as: 'central' },
  { name: 'principles-draft', path: '/office/principles', as: 'central', do: nextVersion },
  { name: 'principles-draft-wrong', path: '/office/principles/draft', as: 'central', do: inTurn((page) => page.fill('#name', 'no name!'), send('main form.form')) },
  { name: 'principles-publish', path: '/office/principles', as: 'central', do: publishing },
  { name: 'principles-publish-wrong', path: '/office/principles', as: 'central', do: inTurn(publishing, send('main form.form')) },
  { name: 'principles-asked', path: '/office/principles', as: 'central', do: asking },
  { name: 'principles-more-time', path: '/office/principles', as: 'central', do: moreTime },
  { name: 'principles-more-time-wrong', path: '/office/principles', as: 'central', do: inTurn(moreTime, send('main form.form')) },
  { name: 'principles-paper', path: '/office/principles/diffa/paper', as: 'central' },
  { name: 'principles-paper-wrong', path: '/office/principles/diffa/paper', as: 'central', do: send('main form.form') },
  { name: 'principles-new', path: '/principles' },
  { name: 'principles-before', path: '/principles/2024' },
  { name: 'city-principles-asked', path: '/cities/oslo/principles', as: 'lead.oslo' },
  { name: 'breach-report', path: '/principles/report' },
  { name: 'breach-report-wrong', path: '/principles/report?city=oslo', do: send('main form.form') },
  { name: 'breach-reports', path: '/office/breach-reports', as: 'central' },
  { name: 'breach-reported', path: '/principles/report?city=oslo', as: 'central', do: reported },
  { name: 'members-withdrawn', path: '/office/members?status=withdrawn', as: 'central' },
  { name: 'member', path: '/office/members/oslo', as: 'central' },
  { name: 'member-decide', path: '/office/members/oslo/decide/dormant', as: 'central' },
  { name: 'member-decide-wrong', path: '/office/members/oslo/decide/dormant', as: 'central', do: send('main form.form') },
  { name: 'member-suspend', path: '/office/members/oslo/decide/suspended', as: 'central' },
  { name: 'member-proposed', path: '/office/members/medellin', as: 'central', do: suspending },
  { name: 'member-decision', path: '/office/members/medellin', as: 'central', do: inTurn(suspending, go('.flash a', /decisions/)) },
  { name: 'membership', path: '/cities/oslo/membership', as: 'lead.oslo' },
  { name: 'membership-withdraw', path: '/cities/oslo/membership/withdraw', as: 'lead.oslo' },
  { name: 'membership-withdraw-wrong', path: '/cities/oslo/membership/withdraw', as: 'lead.oslo', do: send('main form.form') },
  { name: 'members-vacant', path: '/office/members?vacant=yes&page=2', as: 'central' },
  { name: 'colleagues', path: '/cities/oslo/people', as: 'lead.oslo' },
  { name: 'colleagues-wrong', path: '/cities/oslo/people', as: 'lead.oslo', do: send('main form.form') },
  { name: 'colleague', path: '/cities/oslo/people', as: 'lead.oslo', do: go('tbody td a', /people\/[0-9a-z]{13}/) },
  { name: 'invitation-gone', path: '/invitations/0', status: 410 },
  { name: 'account-request', path: '/account/request?city=oslo' },
  { name: 'account-request-wrong', path: '/account/request', do: send() },
  { name: 'account-requests', path: '/office/account-requests', as: 'central' },
  { name: 'expectations', path: '/cities/oslo/expectations', as: 'lead.oslo' },
  { name: 'expectations-office', path: '/cities/oslo/expectations', as: 'central' },
  { name: 'expectations-wrong', path: '/cities/oslo/expectations', as: 'central', do: send('main form.form:has(#note)') },
  { name: 'expectations-members', path: '/office/expectations', as: 'central' },
  { name: 'enquiries', path: '/office/enquiries', as: 'central' },
  { name: 'enquiries-none', path: '/office/enquiries?q=atlantis', as: 'central' },
  { name: 'enquiry', path: '/office/enquiries?state=received', as: 'central', do: enquiry },
  { name: 'enquiry-asked', path: '/office/enquiries?state=asked-back', as: 'central', do: inTurn(enquiry, open('details')) },
  { name: 'enquiry-wrong', path: '/office/enquiries?state=received', as: 'central', do: inTurn(enquiry, send('main form.form')) },
  { name: 'enquiry-decide', path: '/office/enquiries?state=received', as: 'central', do: inTurn(enquiry, go('a[href$="/decide"]', /decide/)) },
  { name: 'enquiry-decide-wrong', path: '/office/enquiries?state=received', as: 'central', do: inTurn(enquiry, go('a[href$="/decide"]', /decide/), send()) },
  { name: 'funders', path: '/funders' },
  { name: 'sources', path: '/sources' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'privacy', path: '/privacy' },
  { name: 'low-data', path: '/low-data' },
  { name: 'not-found', path: '/nothing-here', status: 404 },
  { name: 'sign-in', path: '/sign-in' },
  // As whoever came by a link.
  { name: 'again', path: '/sign-in/again?next=%2Fen%2Faccount', as: 'officer' },
  { name: 'again-wrong', path: '/sign-in/again?next=%2Fen%2Faccount', as: 'officer', do: inTurn((page) => page.fill('#proof-password', 'not this one'), send()) },
  { name: 'again-form', path: '/account/second-step', as: 'officer', do: async (page) => { await page.click('main form button[value=begin]'); await page.waitForSelector('#proof-password'); } },
  { name: 'sign-in-wrong', path: '/sign-in', do: async (page) => { await page.fill('#email', `nobody${Math.random()}@demo.example`); await page.fill('#password', 'not this one'); await send()(page); } },
  { name: 'forgotten', path: '/forgotten' },
  { name: 'link-gone', path: `/links/${'a'.repeat(64)}`, status: 410 },
  { name: 'link', path: () => made.link },
  { name: 'link-wrong', path: () => made.link, do: inTurn((page) => page.fill('#password', 'short'), send()) },
  { name: 'account', path: '/account', as: 'lead.oslo' },
  { name: 'account-open', path: '/account', as: 'lead.oslo', do: open('.menu:nth-of-type(2)') },
  { name: 'account-wrong', path: '/account', as: 'lead.oslo', do: inTurn((page) => page.fill('#name', ' '), send('main form:has(#name)')) },
  { name: 'passkeys', path: '/account/passkeys', as: 'lead.oslo' },
  { name: 'city-links', path: '/account/city-sign-in', as: 'lead.oslo' },
  { name: 'city-sign-in', path: '/sign-in/city' },
  { name: 'city-idp', path: '/cities/oslo/sign-in', as: 'lead.oslo' },
  { name: 'city-idp-wrong', path: '/cities/oslo/sign-in', as: 'lead.oslo', do: inTurn((page) => page.fill('#issuer', 'nowhere'), send('main form.form')) },
  { name: 'city-idp-entered', path: '/cities/diffa/sign-in', as: 'central', do: inTurn(lately, (page) => page.fill('#issuer', 'https://login.example.org'), (page) => page.fill('#client', 'hub'), (page) => page.fill('#password', 'a secret'), go('main form.form .actions button', /done=saved/)) },
  { name: 'address', path: '/account/address', as: 'lead.oslo' },
  { name: 'address-wrong', path: '/account/address', as: 'lead.oslo', do: send('main form.form') },
  { name: 'second-step', path: '/account/second-step', as: 'lead.oslo' },
  { name: 'second-step-setup', path: '/account/second-step', as: 'lead.oslo', do: setUp },
  { name: 'second-step-codes', path: '/account/second-step', as: 'practitioner.diffa', do: inTurn(setUp, codes) },
  { name: 'profile', path: '/cities/oslo/profile', as: 'lead.oslo' },
  { name: 'profile-wrong', path: '/cities/oslo/profile', as: 'lead.oslo', do: inTurn((page) => page.fill('#website', 'javascript:1'), (page) => page.locator('main form').evaluate((form) => { form.noValidate = true; }), send()) },
  { name: 'again', path: '/cities/oslo', do: async (page) => { await page.evaluate(() => { const form = document.createElement('form'); form.method = 'post'; form.action = `${location.pathname}/profile`; form.innerHTML = '<input name="summary" value="Written while the session ended.">'; document.body.append(form); form.submit(); }); await page.waitForSelector('main form input[name=summary]', { state: 'attached' }); } },
  { name: 'upload', path: '/library/upload', as: 'lead.oslo' },
  { name: 'upload-wrong', path: '/library/upload', as: 'lead.oslo', do: send() },
  { name: 'mine', path: '/library/mine', as: 'lead.oslo' },
  { name: 'edit', path: '/library/mine', as: 'lead.oslo', do: inTurn(own, go('a[href$="/edit"]', /edit/)) },
  { name: 'replace', path: '/library/mine', as: 'lead.oslo', do: inTurn(own, go('a[href$="/replace"]', /replace/)) },
  { name: 'withdraw', path: '/library/mine', as: 'lead.oslo', do: inTurn(own, go('a[href$="/withdraw"]', /withdraw/)) },
  { name: 'edit-wrong', path: '/library/mine', as: 'lead.oslo', do: inTurn(own, go('a[href$="/edit"]', /edit/), (page) => page.fill('#title', ' '), send()) },
  { name: 'city-record', path: '/cities/oslo/record', as: 'lead.oslo' },
  { name: 'forbidden', path: '/office', as: 'lead.oslo', status: 403 },
  { name: 'facts', path: '/cities/oslo/facts', as: 'central' },
  { name: 'import-members', path: '/imports/members/network', as: 'central' },
  { name: 'organisations', path: '/office/organisations', as: 'central' },
  { name: 'organisation-new', path: '/office/organisations/new', as: 'central' },
  { name: 'organisation-new-wrong', path: '/office/organisations/new', as: 'central', do: send() },
  { name: 'organisation', path: '/office/organisations', as: 'central', do: go('main th[scope=row] a', /organisations\/[0-9a-z]{13}/) },
  { name: 'organisation-facts', path: '/office/organisations', as: 'central', do: inTurn(go('main th[scope=row] a', /organisations\/[0-9a-z]{13}/), go('a[href$="/facts"]', /facts/)) },
  { name: 'organisation-remove', path: '/office/organisations', as: 'central', do: inTurn(go('main th[scope=row] a', /organisations\/[0-9a-z]{13}/), go('a[href$="/remove"]', /remove/)) },
  { name: 'city-organisations', path: '/cities/oslo/organisations', as: 'lead.oslo' },
  { name: 'look', path: '/office/look', as: 'central' },
  { name: 'letters', path: '/office/letters', as: 'central' },
  { name: 'letter', path: '/office/letters/own-role?in=ar', as: 'central' },
  { name: 'prospects', path: '/office/prospects', as: 'central' },
  { name: 'prospect-new', path: '/office/prospects/new', as: 'central' },
  { name: 'prospect-new-wrong', path: '/office/prospects/new', as: 'central', do: send() },
  { name: 'prospect', path: '/office/prospects', as: 'central', do: go('main th[scope=row] a', /prospects\/[0-9a-z]{13}/) },
  { name: 'prospect-facts', path: '/office/prospects', as: 'central', do: inTurn(go('main th[scope=row] a', /prospects\/[0-9a-z]{13}/), go('a[href$="/facts"]', /facts/)) },
  { name: 'prospect-invite', path: '/office/prospects?q=agadez', as: 'central', do: inTurn(go('main th[scope=row] a', /prospects\/[0-9a-z]{13}/), go('a[href$="/invite"]', /invite/)) },
  { name: 'merge', path: '/cities/oslo/merge', as: 'central' },
  { name: 'merge-preview', path: '/cities/malmo/merge?into=oslo', as: 'central' },
  { name: 'merge-wrong', path: '/cities/malmo/merge?into=oslo', as: 'central', do: send() },
  { name: 'facts-wrong', path: '/cities/oslo/facts', as: 'central', do: inTurn((page) => page.fill('#name_en', ' '), send()) },
  { name: 'facts-changed', path: '/cities/oslo/facts', as: 'central', do: inTurn((page) => page.fill('#name_fr', 'Written at an older state'), (page) => page.locator('main input[name=revision]').evaluate((field) => { field.value = '99'; }), send()) },
  { name: 'city-former', path: '/cities/gusinje', as: 'central', do: left },
  { name: 'cities-former', path: '/cities?former=1', as: 'central' },
  { name: 'people-sorted', path: '/office/people?sort=email-z', as: 'administrator' },
  { name: 'place', path: '/cities/oslo/place?q=oslo', as: 'central' },
  { name: 'office', path: '/office', as: 'administrator' },
  { name: 'editorial', path: '/office/editorial', as: 'central' },
  { name: 'editorial-new', path: '/office/editorial/new?kind=myth', as: 'central' },
  { name: 'editorial-new-wrong', path: '/office/editorial/new', as: 'central', do: send() },
  { name: 'editorial-edit', path: '/office/editorial?state=live', as: 'central', do: item },
  { name: 'editorial-translate', path: '/office/translations', as: 'central', do: go('tbody a', /editorial\/[0-9a-z]{13}\?in=/) },
  { name: 'editorial-facts', path: '/office/editorial?kind=question', as: 'central', do: inTurn(item, go('a[href$="/facts"]', /facts/)) },
  { name: 'editorial-history', path: '/office/editorial?state=live', as: 'central', do: inTurn(item, go('a[href*="/history"]', /history/)) },
  { name: 'editorial-withdraw-wrong', path: '/office/editorial?state=live', as: 'central', do: inTurn(item, go('a[href$="/withdraw"]', /withdraw/), send()) },
  { name: 'editorial-preview', path: '/office/editorial?state=live', as: 'central', do: inTurn(item, go('a[href*="/preview"]', /preview/)) },
  { name: 'editorial-previews', path: '/office/editorial/new', as: 'central', do: inTurn(begun, go('a[href$="/previews"]', /previews/)) },
  { name: 'editorial-schedule', path: '/office/editorial/new', as: 'central', do: inTurn(begun, below('/schedule')) },
  { name: 'editorial-schedule-wrong', path: '/office/editorial/new', as: 'central', do: inTurn(begun, below('/schedule'), send()) },
  { name: 'translations-import', path: '/office/translations/import', as: 'central' },
  { name: 'translations-import-wrong', path: '/office/translations/import', as: 'central', do: send() },
  { name: 'editorial-insert', path: '/office/editorial/new', as: 'central', do: inTurn(begun, go('main form.form button[value=insert]', /insert/)) },
  { name: 'editorial-insert-action', path: '/office/editorial/new', as: 'central', do: inTurn(begun, go('main form.form button[value=insert]', /insert/), go('.tabs a[href*="name=action"]', /name=action/), send()) },
  { name: 'editorial-social', path: '/office/editorial?state=live&kind=question', as: 'central', do: inTurn(item, go('a[href$="/social"]', /social/)) },
  { name: 'editorial-page-facts', path: '/office/editorial?kind=page', as: 'central', do: inTurn(item, go('a[href$="/facts"]', /facts/)) },
  { name: 'care', path: '/office/care', as: 'central' },
  { name: 'calendar', path: '/office/calendar', as: 'central' },
  { name: 'compose', path: '/office/home', as: 'central' },
  { name: 'home-preview', path: '/office/home/preview', as: 'central' },
  { name: 'voices', path: '/voices' },
  { name: 'press', path: '/press' },
  { name: 'media', path: '/media' },
  { name: 'media-wrong', path: '/media', do: send() },
  { name: 'pictures', path: '/office/pictures', as: 'central' },
  { name: 'picture-new', path: '/office/pictures/new', as: 'central' },
  { name: 'picture-described', path: '/office/pictures/new', as: 'central', do: inTurn(bring, describe) },
  { name: 'translations', path: '/office/translations', as: 'central' },
  { name: 'kit', path: '/office/kit', as: 'central' },
  { name: 'people', path: '/office/people', as: 'administrator' },
  { name: 'invite', path: '/office/people/invite', as: 'administrator' },
  { name: 'invite-wrong', path: '/office/people/invite', as: 'administrator', do: send() },
  { name: 'person-invited', path: '/office/people/invite', as: 'administrator', do: invited },
  { name: 'hand-over', path: '/office/people/invite', as: 'administrator', do: inTurn(invited, (page) => press(page, 'form[action$="/hand-over"] button')) },
  { name: 'person', path: '/office/people', as: 'administrator', do: go('tbody tr:last-child a', /people\/[0-9a-z]{13}/) },
  { name: 'person-deactivate', path: '/office/people', as: 'administrator', do: inTurn(go('tbody tr:last-child a', /people\/[0-9a-z]{13}/), go('a[href$="/deactivate"]', /deactivate/)) },
  { name: 'person-until', path: '/office/people', as: 'administrator', do: inTurn(go('tbody a:has-text("Practitioner in Diffa")', /people\/[0-9a-z]{13}/), go('a[href$="/until"]', /until/)) },
  { name: 'person-until-wrong', path: '/office/people', as: 'administrator', do: inTurn(go('tbody a:has-text("Practitioner in Diffa")', /people\/[0-9a-z]{13}/), go('a[href$="/until"]', /until/), (page) => page.fill('#until', '2020-01-01'), send()) },
  { name: 'person-coming', path: '/office/people', as: 'administrator', do: go('tbody a:has-text("Practitioner in Oslo")', /people\/[0-9a-z]{13}/) },
  { name: 'rights', path: '/office/rights', as: 'central' },
  { name: 'why', path: '/account/rights?at=/office/people', as: 'lead.oslo' },
  { name: 'why-may', path: '/account/rights?at=/cities/diffa/people', as: 'practitioner.diffa' },
  { name: 'person-take', path: '/office/people', as: 'administrator', do: inTurn(go('tbody tr:last-child a', /people\/[0-9a-z]{13}/), go('a[href$="/take"]', /take/)) },
  { name: 'jobs', path: '/office/jobs', as: 'administrator' },
  { name: 'record', path: '/office/record', as: 'administrator' },
  { name: 'record-searched', path: '/office/record?q=oslo&act=role.granted', as: 'administrator' },
  { name: 'record-unfit', path: '/office/record?q=nobody-of-this-name', as: 'administrator' },
  { name: 'own-data', path: '/account/data', as: 'practitioner.diffa' },
  { name: 'erase', path: '/account/erase', as: 'lead.oslo' },
  { name: 'erase-waits', path: '/account/erase', as: 'practitioner.diffa', do: erased },
  { name: 'person-erase', path: '/office/people', as: 'administrator', do: inTurn(go('tbody tr:last-child a', /people\/[0-9a-z]{13}/), go('a[href$="/erase"]', /erase/)) },
  { name: 'directory', path: '/people', as: 'practitioner.diffa' },
  { name: 'directory-found', path: '/people?q=work&field=youth', as: 'central' },
  { name: 'directory-unfit', path: '/people?q=nobody-of-this-name', as: 'central' },
  { name: 'directory-one', path: '/people', as: 'central', do: go('.entries a', /people\/[0-9a-z]{13}/) },
  { name: 'directory-write', path: '/people', as: 'central', do: inTurn(go('.entries a', /people\/[0-9a-z]{13}/), go('a[href$="/write"]', /write/)) },
  { name: 'directory-write-wrong', path: '/people', as: 'central', do: inTurn(go('.entries a', /people\/[0-9a-z]{13}/), go('a[href$="/write"]', /write/), send()) },
  { name: 'directory-own', path: '/account/profile', as: 'lead.oslo' },
  { name: 'directory-own-wrong', path: '/account/profile', as: 'central', do: inTurn((page) => page.check('#shown-members'), send()) },
  { name: 'directory-picture', path: '/account/profile/picture', as: 'lead.oslo' },
  { name: 'directory-picture-wrong', path: '/account/profile/picture', as: 'lead.oslo', do: send() },
  { name: 'contacts', path: '/office/contacts', as: 'administrator' },
  { name: 'contacts-none', path: '/office/contacts?silent=yes', as: 'central' },
  { name: 'import', path: '/imports/contacts/network', as: 'administrator' },
  { name: 'import-wrong', path: '/imports/contacts/network', as: 'administrator', do: send() },
  { name: 'import-looked', path: '/imports/colleagues/oslo', as: 'lead.oslo', do: table },
  { name: 'import-taken', path: '/imports/colleagues/oslo', as: 'lead.oslo', do: inTurn(table, taken) },
  { name: 'own-record', path: '/account/record', as: 'practitioner.diffa' },
  { name: 'glass', path: '/office/glass', as: 'administrator' },
  { name: 'glass-wrong', path: '/office/glass', as: 'administrator', do: send() },
];

/** Who the pages are looked at as, besides visitors. */
export const readers = ['lead.oslo', 'practitioner.diffa', 'central', 'administrator'];
