import { describe, expect, it } from 'vitest';
import { render, textOf } from '../testing/render';
import { InquiryForm } from './InquiryForm';
import { prefilled } from './typed';

const show = (query = '', problems: { field: string; message: string }[] = []): string =>
  render(<InquiryForm typed={prefilled(new URLSearchParams(query))} problems={problems} stamp="a-stamp" />);
/** The label of a field. */
const label = (html: string, name: string): string =>
  textOf(new RegExp(`<label for="intake-${name}">(.*?)</label>`).exec(html)?.[1] ?? '');

describe('the form', () => {
  it('is sent by the browser to its own address, and is told from a program’s', () => {
    const html = show();
    expect(html).toMatch(/<form method="post" action="\/contact"/);
    expect(html).toContain('<input type="hidden" name="stamp" value="a-stamp"/>');
  });

  it('has a label for each control, and lets browsers fill in what they know', () => {
    const html = show();
    const controls = [...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => !tag.includes('type="hidden"') && !tag.includes('type="checkbox"'));
    for (const tag of controls) expect(label(html, / name="([^"]*)"/.exec(tag)?.[1] ?? ''), tag).not.toBe('');
    for (const hint of ['name', 'email', 'organization', 'postal-code'])
      expect(html.toLowerCase()).toContain(`autocomplete="${hint}"`);
    expect(html).toMatch(/<fieldset.*<legend>Which grades/);
  });

  it('hides its trap from everybody who doesn’t read its markup', () => {
    const trap = /<div class="intake-trap" aria-hidden="true">.*?<\/div>/.exec(show())?.[0];
    expect(trap).toContain('tabindex="-1"');
    expect(trap?.toLowerCase()).toContain('autocomplete="off"');
    expect(trap).not.toMatch(/name="(?:name|email|phone|address|url|website|company)/);
  });

  it('says in words what must be filled in, which depends on what is known', () => {
    expect(label(show(), 'name')).toBe('Your name (required)');
    expect(label(show(), 'zip')).toBe('Its ZIP code (required)');
    expect(label(show('partner=idaho'), 'zip')).toBe('Its ZIP code (optional)');
    expect(label(show('workshop=boise-march&purpose=place'), 'message')).toBe(
      'Anything they should know (optional)',
    );
    expect(label(show('purpose=school'), 'message')).toBe('Your message (required)');
  });

  it('offers a place only in a workshop', () => {
    expect(show()).not.toContain('value="place"');
    expect(show('workshop=boise-march')).toContain('value="place"');
    expect(show('workshop=boise-march')).toContain('name="workshop" value="boise-march"');
  });

  it('says at a field what is wrong with it', () => {
    const html = show('', [{ field: 'email', message: 'Please give your e-mail address.' }]);
    expect(html).toMatch(/id="intake-email"[^>]*aria-invalid="true"/);
    expect(html).toMatch(/aria-describedby="intake-email-hint intake-email-problem"/);
    expect(html).toMatch(/id="intake-email-problem"[^>]*>.*Please give your e-mail address\./);
    expect(html.match(/aria-invalid/g)).toHaveLength(1);
  });
});
