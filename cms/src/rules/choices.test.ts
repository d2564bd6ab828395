import { expect, it } from 'vitest';
import { choiceLabel } from './choices';

it('a value of an enumeration is called as the form calls it, or as it is stored', () => {
  const kind = {
    type: 'enumeration',
    pluginOptions: { form: { choices: { 'deep-dive': 'Deep Dive' } } },
  };
  expect(choiceLabel(kind, 'deep-dive')).toBe('Deep Dive');
  expect(choiceLabel(kind, 'summer')).toBe('summer');
  for (const pluginOptions of [undefined, {}, { form: {} }])
    expect(choiceLabel({ type: 'enumeration', pluginOptions }, 'deep-dive')).toBe('deep-dive');
});
