// Every page and state that people meet: name, address behind the language, reader, what to do there.
const send = (form = 'main form') => async (page) => {
  await Promise.all([page.waitForLoadState('load'), page.locator(`${form} button:not([type=button])`).last().click()]);
  await page.waitForSelector('#error-summary');
};

export const pages = [
  { name: 'home', path: '/' },
  { name: 'cities', path: '/cities' },
  { name: 'cities-filtered', path: '/cities?region=europe&sort=population' },
  { name: 'cities-none', path: '/cities?q=atlantis' },
  { name: 'region', path: '/regions/western-balkans' },
  { name: 'city', path: '/cities/oslo' },
  { name: 'library', path: '/library' },
  { name: 'library-found', path: '/library?q=plan' },
  { name: 'library-none', path: '/library?q=zzzzzzzz&type=guide' },
  { name: 'document', path: '/library', do: async (page) => { await Promise.all([page.waitForURL(/library\/[0-9a-z]{13}/), page.locator('.result h3 a').first().click()]); } },
  { name: 'about', path: '/about' },
  { name: 'principles', path: '/principles' },
  { name: 'join', path: '/join' },
  { name: 'join-wrong', path: '/join', do: send() },
  { name: 'funders', path: '/funders' },
  { name: 'sources', path: '/sources' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'privacy', path: '/privacy' },
  { name: 'not-found', path: '/nothing-here', status: 404 },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'sign-in-wrong', path: '/sign-in', do: async (page) => { await page.fill('#email', `nobody${Math.random()}@demo.example`); await page.fill('#password', 'not this one'); await send()(page); } },
  { name: 'forgotten', path: '/forgotten' },
  { name: 'link-gone', path: `/links/${'a'.repeat(64)}`, status: 410 },
  { name: 'account', path: '/account', as: 'lead.oslo' },
  { name: 'profile', path: '/cities/oslo/profile', as: 'lead.oslo' },
  { name: 'upload', path: '/library/upload', as: 'lead.oslo' },
  { name: 'upload-wrong', path: '/library/upload', as: 'lead.oslo', do: send() },
  { name: 'mine', path: '/library/mine', as: 'lead.oslo' },
  { name: 'edit', path: '/library/mine', as: 'lead.oslo', do: async (page) => { await page.locator('tbody a').first().click(); await page.waitForURL(/library\/[0-9a-z]{13}/); await Promise.all([page.waitForURL(/edit/), page.locator('a[href$="/edit"]').click()]); } },
  { name: 'replace', path: '/library/mine', as: 'lead.oslo', do: async (page) => { await page.locator('tbody a').first().click(); await page.waitForURL(/library\/[0-9a-z]{13}/); await Promise.all([page.waitForURL(/replace/), page.locator('a[href$="/replace"]').click()]); } },
  { name: 'withdraw', path: '/library/mine', as: 'lead.oslo', do: async (page) => { await page.locator('tbody a').first().click(); await page.waitForURL(/library\/[0-9a-z]{13}/); await Promise.all([page.waitForURL(/withdraw/), page.locator('a[href$="/withdraw"]').click()]); } },
  { name: 'forbidden', path: '/office', as: 'lead.oslo', status: 403 },
  { name: 'facts', path: '/cities/oslo/facts', as: 'central' },
  { name: 'place', path: '/cities/oslo/place?q=oslo', as: 'central' },
  { name: 'office', path: '/office', as: 'administrator' },
  { name: 'people', path: '/office/people', as: 'administrator' },
  { name: 'invite-wrong', path: '/office/people/invite', as: 'administrator', do: send() },
  { name: 'person', path: '/office/people', as: 'administrator', do: async (page) => { await Promise.all([page.waitForURL(/people\/[0-9a-z]{13}/), page.locator('tbody a').last().click()]); } },
  { name: 'jobs', path: '/office/jobs', as: 'administrator' },
  { name: 'glass', path: '/office/glass', as: 'administrator' },
];

export const readers = ['lead.oslo', 'central', 'administrator'];
