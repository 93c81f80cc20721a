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
import { made, readers, pages } from './pages.mjs';
import { singleSignOn } from './single_sign_on.mjs';
import { weight } from './weight.mjs';
import { worst } from './worst.mjs';

const keep = /^(workspace|desk|members|colleague|invitation|account-request|expectations|enquir|application|apply|join-own|city$|sign-in$|city-idp|principles-earlier|privacy)/;
const all = pages.splice(0); pages.push(...all.filter((one) => keep.test(one.name)));
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






test('html', async (t) => html(t, hub.url, sessions));

test('accessibility', async (t) => accessibility(t, hub.url, sessions));


test('journeys', async (t) => { await colleagues(t, hub.url); await enquiry(t, hub.url); await application(t, hub); await singleSignOn(t); });
