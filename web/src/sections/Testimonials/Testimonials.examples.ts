import type { Testimonial, TestimonialsSection } from '@deep-dive/shared-types';
import type { Examples } from '../../testing/example';
import { anImage } from '../../testing/samples';
import { AWKWARD_HEADING, AWKWARD_NAME, GIANT_WORD, listOf, wordsOf } from '../../testing/words';

const testimonial = (id: number, fields: Partial<Testimonial>): Testimonial => ({
  id,
  words: 'It changed how I teach.',
  name: 'Ana Ruiz',
  role: null,
  school: null,
  picture: null,
  ...fields,
});

const section = (heading: string | null, items: Testimonial[]): TestimonialsSection => ({
  __component: 'sections.testimonials',
  id: 1,
  heading,
  items,
});

const portrait = anImage({ url: '/uploads/ana.jpg', alternativeText: 'Ana', width: 400, height: 400 });

export const testimonialsExamples: Examples<TestimonialsSection, 'one'> = {
  usual: {
    section: section('What teachers say', [
      testimonial(1, {
        words:
          'I came with a lesson that never worked. I left with three that do, and with the phone numbers of people who teach the same grade.',
        role: 'Second-grade teacher',
        school: 'Lincoln Elementary, Denver',
        picture: portrait,
      }),
      testimonial(2, {
        words: 'The best professional learning in twenty years.',
        name: 'Jo Kim',
        role: 'Librarian',
      }),
      testimonial(3, {
        words: 'My students ask for it every day.\n\nSo do their parents.',
        name: 'Sam Ortiz',
        school: 'Boise School District',
        picture: portrait,
      }),
    ]),
  },
  /** One voice has the page to itself. */
  one: { section: section(null, [testimonial(1, { role: 'Principal', picture: portrait })]) },
  minimal: { section: section(null, [testimonial(1, {})]) },
  longest: {
    section: section(
      wordsOf(160),
      listOf(6, (id) =>
        testimonial(id, {
          words: wordsOf(600),
          name: wordsOf(120),
          role: wordsOf(120),
          school: wordsOf(160),
          picture: portrait,
        }),
      ),
    ),
  },
  awkward: {
    section: section(AWKWARD_HEADING, [
      testimonial(1, {
        words: AWKWARD_HEADING,
        name: AWKWARD_NAME,
        role: GIANT_WORD.repeat(2),
        school: GIANT_WORD,
        picture: anImage({ url: '/uploads/missing.jpg', width: null, height: null }),
      }),
      testimonial(2, { words: GIANT_WORD.repeat(3), name: GIANT_WORD }),
    ]),
  },
};
