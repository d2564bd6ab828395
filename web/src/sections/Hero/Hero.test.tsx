import { describe, expect, it } from 'vitest';
import { renderSections, textOf } from '../../testing/render';
import { anAction } from '../../testing/samples';
import { heroExamples } from './Hero.examples';

const { section: hero } = heroExamples.usual;

describe('Hero', () => {
  it('is the page’s heading, with its words and buttons', () => {
    const html = renderSections([{ ...hero, actions: [anAction({ label: 'Find a workshop' })] }]);
    expect(html).toContain('<h1>CS Fundamentals: Deep Dive</h1>');
    expect(textOf(html)).toContain(
      'has made a big splash with educators teaching our K-5 courses to students.',
    );
    expect(html).toContain('<em>This is a tremendous step');
    expect(html).toMatch(/<a [^>]*href="\/workshops"[^>]*>Find a workshop<\/a>/);
  });

  it('fetches its picture first and keeps its place', () => {
    const html = renderSections([hero]);
    expect(html).toMatch(/<img [^>]*width="1200" height="900"/);
    expect(html).toContain('fetchpriority="high"');
    expect(html).not.toContain('loading="lazy"');
  });

  it('does without a picture', () => {
    expect(renderSections([{ ...hero, image: null }])).not.toContain('<img');
  });

  it('leaves the page’s heading to whoever comes first', () => {
    const html = renderSections([hero, { ...hero, id: 2, heading: 'More to come' }]);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).toContain('<h2>More to come</h2>');
  });
});
