// Pages in the repository's own fonts, so that words are as wide on every machine. A page opened in a context that is
// `pinned` asks for them at an address that only the test answers.
import { readFile } from 'node:fs/promises';
import { browser } from './browser.mjs';

const ARABIC = 'unicode-range:U+600-6FF,U+750-77F,U+FB50-FDFF,U+FE70-FEFF';
const faces = [
  ['LibertinusSerif-Regular.otf', 'font-weight:400'],
  ['LibertinusSerif-Italic.otf', 'font-weight:400;font-style:italic'],
  ['LibertinusSerif-Bold.otf', 'font-weight:700'],
  ['LibertinusSerif-BoldItalic.otf', 'font-weight:700;font-style:italic'],
  ['Amiri-Regular.ttf', `font-weight:400;${ARABIC}`],
  ['Amiri-Bold.ttf', `font-weight:700;${ARABIC}`],
];
const sheet = [
  ...faces.map(([file, rest]) => `@font-face{font-family:Pinned;src:url(/pinned-fonts/${file});font-display:block;${rest}}`),
  // Also where the page would take a font for another language.
  ':root, :root:lang(ar), :root:lang(fr){--sans:Pinned,serif !important; --serif:Pinned,serif !important}',
].join('\n');

/** A context whose pages are in these fonts, with everything else that a machine could change held still. */
export async function pinned(options) {
  const context = await browser.newContext({ bypassCSP: true, locale: 'en-GB', timezoneId: 'UTC', deviceScaleFactor: 1, reducedMotion: 'reduce', ...options });
  await context.route(/\/pinned-fonts\//, async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').pop();
    await route.fulfill({ body: await readFile(new URL(`../look/fonts/${name}`, import.meta.url)), contentType: 'font/otf' });
  });
  return context;
}

/** Opens an address in a page of such a context, and waits for the fonts. */
export async function open(page, address) {
  const answer = await page.goto(address);
  await page.addStyleTag({ content: sheet });
  await page.evaluate(async () => { await Promise.all([...document.fonts].map((face) => face.load())); await document.fonts.ready; });
  return answer;
}
