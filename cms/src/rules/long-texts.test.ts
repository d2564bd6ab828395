import { expect, it } from 'vitest';
import { PAGE } from '../schema/uids';
import { type Figure, keysIn, quotingSentences, replaceTokens, tokensIn, withFigures } from './figures';
import { placeholderProblems } from './placeholders';
import { blocksFrom } from './rich-text/lines';
import { isMadeOf, slugOfText } from './slugs';
import { canBeDialled, isSafeUrl, linkProblem, runsCode, slugProblem } from './urls';
import { withVisibleText } from './visible-text';

/** As long as any text that anybody can send. */
const LENGTH = 100_000;
/** Milliseconds, on a busy machine. What takes longer takes time that grows faster than the text. */
const LONGEST = 1500;

const figure: Figure = { key: 'x', value: null, phrase: 'over {value} x', wordingWithout: 'x' };
const figures = new Map([['x', figure]]);
const model = () => ({ attributes: { title: { type: 'string' } }, info: { displayName: '' } }) as never;
const code = (text: string) => [{ kind: { type: 'code' }, runs: [{ text, marks: new Set(), url: null }] }];

/** What the CMS asks of texts that editors, partners and visitors write. */
const RULES: Record<string, (text: string) => unknown> = {
  canBeDialled,
  code: (text) => blocksFrom(code(text) as never),
  isMadeOf: (text) => isMadeOf(text, text, 100),
  isSafeUrl,
  keysIn,
  linkProblem: (text) => linkProblem(text, { paths: new Set(), parts: new Set() }, true),
  placeholderProblems: (text) => placeholderProblems(text, true),
  quotingSentences: (text) => quotingSentences(text, figures, 30),
  replaceTokens: (text) => replaceTokens(text, () => ''),
  runsCode,
  slugOfText: (text) => slugOfText(text, 100),
  slugProblem: (text) => slugProblem(text, true),
  tokensIn,
  withFigures: (text) => withFigures(text, figures),
  withVisibleText: (title) => withVisibleText(PAGE, { title }, model),
};

const repeated = (part: string): string => part.repeat(Math.ceil(LENGTH / part.length)).slice(0, LENGTH);

/** Long rows of what rules look for, none of which comes to what they want at its end. */
const TEXTS = [
  ...[' ', '\n', '\u200b', '-', ',', 'x', '1', '?', '{{', '{{ ', '{{x}} ', '{{x}}. ', 'X. ', '}}'].flatMap(
    (part) => [`${repeated(part)}_\\`, `a{{${repeated(part)}_\\`],
  ),
  ...['a', '-', 'a.', 'a-', '.b?'].flatMap((part) => [
    `https://${repeated(part)}_`,
    `mailto:a@b${repeated(part)}\\`,
    `tel:+1${repeated(part)}`,
  ]),
];

it.each(Object.entries(RULES))('%s reads a text of any length at once', (_name, rule) => {
  const slow = TEXTS.flatMap((text) => {
    const start = performance.now();
    rule(text);
    const took = performance.now() - start;
    return took > LONGEST ? [`${JSON.stringify(text.slice(0, 20))}: ${Math.round(took)} ms`] : [];
  });
  expect(slow).toEqual([]);
});
