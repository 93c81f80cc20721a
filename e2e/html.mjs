// Valid HTML of every page, in every language.
import { HtmlValidate } from 'html-validate';
import assert from 'node:assert/strict';
import { browser } from './browser.mjs';
import { at, pages } from './pages.mjs';

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    'no-trailing-whitespace': 'off', 'no-inline-style': 'error', 'void-style': 'off', 'doctype-style': 'off', 'attr-quotes': 'off', 'long-title': 'off',
    'no-raw-characters': 'off', 'require-sri': 'off', 'attribute-boolean-style': 'off', 'attribute-empty-style': 'off', 'no-implicit-button-type': 'off',
    // Table semantics are repeated where `display: block` would take them (see the design language).
    'no-redundant-role': 'off', 'prefer-native-element': 'off', 'wcag/h63': 'off', 'tel-non-breaking': 'off', 'valid-id': ['error', { relaxed: true }],
    'no-redundant-for': 'off', 'unique-landmark': 'off', 'form-dup-name': 'off', 'input-missing-label': 'error', 'text-content': 'off', 'prefer-tbody': 'off',
    'aria-label-misuse': 'off', 'no-autoplay': 'error', 'svg-focusable': 'off', 'script-type': 'off', 'prefer-button': 'off', 'autocomplete-password': 'off', 'hidden-focusable': 'off', 'no-dup-id': 'error',
  },
});

export async function html(t, url, sessions) {
  await t.test('valid HTML', async () => {
    const wrong = [];
    const contexts = new Map();
    for (const lang of ['en', 'fr', 'ar']) for (const one of pages.filter((page) => !page.do)) {
      const who = one.as ?? '';
      if (!contexts.has(who)) contexts.set(who, await browser.newContext({ storageState: sessions[who] }));
      const text = await (await contexts.get(who).request.get(`${url}/${lang}${at(one)}`)).text();
      const report = await validator.validateString(text);
      for (const result of report.results) for (const message of result.messages) if (message.severity === 2) wrong.push(`${one.name} ${lang}: ${message.ruleId}: ${message.message} (${message.line}:${message.column})`);
    }
    for (const context of contexts.values()) await context.close();
    assert.deepEqual([...new Set(wrong)], []);
  });
}
