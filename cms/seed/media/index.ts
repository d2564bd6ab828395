/** Our own pictures and files, what each is, and what someone who cannot see it is told. */
export const media = {
  'deep-dive-hero.svg': { mime: 'image/svg+xml', alternativeText: '' },
  'teachers-learning-together.svg': {
    mime: 'image/svg+xml',
    alternativeText:
      'A facilitator at a board of coding blocks, and three teachers at a table working together with a laptop, a tablet and blocks.',
  },
  'k-12-pathway.svg': {
    mime: 'image/svg+xml',
    alternativeText:
      'A path that climbs from building blocks, past a laptop and a small robot, to a graduation cap: elementary, middle and high school.',
  },
  'every-student.svg': {
    mime: 'image/svg+xml',
    alternativeText:
      'A teacher and four students, one of them in a wheelchair, learning together with laptops, a tablet and coding blocks.',
  },
  'deep-dive-share.png': {
    mime: 'image/png',
    alternativeText: 'CS Fundamentals: Deep Dive, a one-day workshop for elementary teachers.',
  },
} as const satisfies Record<string, { mime: string; alternativeText: string }>;

export type MediaName = keyof typeof media;
