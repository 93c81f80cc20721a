// Everything, on one demonstration hub (and a fresh one for each first start).
import { after, before, test } from 'node:test';
import { accessibility } from './accessibility.mjs';
import { browser, session, sessionByLink } from './browser.mjs';
import { colleagues } from './colleagues.mjs';
import { edges } from './edges.mjs';
import { fromDraftToTranslation } from './editorial.mjs';
import { html } from './html.mjs';
import { run, start, until } from './hub.mjs';
import { again, firstStart, misspelt, ownOnly, passkey, secondStep } from './journeys.mjs';
import { kit } from './kit.mjs';
import { maps } from './maps.mjs';
import { application, begunApplication, enquiry, ownPage } from './membership.mjs';
import { made, readers } from './pages.mjs';
import { singleSignOn } from './single_sign_on.mjs';
import { weight } from './weight.mjs';
import { worst } from './worst.mjs';

let hub;
const sessions = {};

before(async () => {
  hub = await start('demo');
  // The guides are printed and read in the background.
  await until(async () => (await (await fetch(`${hub.url}/en/library?q=practitioners`)).text()).includes('<mark>'));
  made.link = new URL(run(hub, 'user', 'link', 'practitioner.diffa@demo.example').match(/http\S+\/links\/\S+/)[0]).pathname.slice('/en'.length);
  await until(async () => { made.own = await ownPage(hub); return made.own; });
  await until(async () => { made.apply = await begunApplication(hub); return made.apply; });
  for (const reader of readers) sessions[reader] = await session(hub.url, `${reader}@demo.example`);
  sessions.officer = await sessionByLink(run(hub, 'user', 'link', 'officer@demo.example').match(/http\S+\/links\/\S+/)[0]);
});
after(async () => { await hub?.stop(); await browser.close(); });

test('journeys', async (t) => { await misspelt(t, hub.url); await ownOnly(t, hub.url); await secondStep(t, hub.url); await enquiry(t, hub.url); await application(t, hub); await colleagues(t, hub.url); await again(t, hub); await passkey(t); await singleSignOn(t); await fromDraftToTranslation(t, hub.url); await firstStart(t); });
test('weight', async (t) => weight(t, hub.url, sessions));
test('maps', async (t) => maps(t, hub.url));
test('edges', async (t) => edges(t, hub.url, sessions));
test('worst', async (t) => worst(t, hub.url, sessions));
test('html', async (t) => html(t, hub.url, sessions));
test('kit', async (t) => kit(t, hub.url, sessions));
test('accessibility', async (t) => accessibility(t, hub.url, sessions));
