import { describe, expect, it } from 'vitest';
import { anchorOf, finderIdsOn, sectionIds } from './anchors';

describe('anchorOf', () => {
  it('makes an address of a heading', () => {
    expect(anchorOf('What does the program cost?')).toBe('what-does-the-program-cost');
    expect(anchorOf('How does it help my school?*')).toBe('how-does-it-help-my-school');
    expect(anchorOf('What’s new in Cañon City')).toBe('whats-new-in-canon-city');
    expect(anchorOf('!?')).toBe('');
  });
});

describe('the parts of a page', () => {
  const text = (heading: string | null, subheading: string | null = null) => ({
    __component: 'sections.text-and-image',
    heading,
    subheading,
  });
  const finder = { __component: 'sections.workshop-finder', heading: 'Workshops' };

  it('are called as their headings, each by a name of its own', () => {
    expect(sectionIds([text('Cost'), text(null, 'Cost'), text(null), text('¡!'), text('Cost')])).toEqual([
      'cost',
      'cost-2',
      undefined,
      undefined,
      'cost-3',
    ]);
  });

  it('never take the name of a finder', () => {
    expect(finderIdsOn([finder, text('Register'), finder])).toEqual([
      'register',
      'workshops',
      'register-2',
      'workshops-2',
    ]);
    expect(sectionIds([text('Workshops'), finder])).toEqual(['workshops-2', 'workshops-3']);
  });
});
