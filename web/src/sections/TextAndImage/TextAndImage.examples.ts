import type { TextAndImageSection } from '@deep-dive/shared-types';
import type { Examples } from '../../testing/example';
import { anAction, anImage } from '../../testing/samples';
import {
  AWKWARD_HEADING,
  awkwardActions,
  awkwardText,
  GIANT_WORD,
  longestActions,
  longestText,
  paragraph,
  wordsOf,
} from '../../testing/words';

export const textAndImageExamples: Examples<TextAndImageSection, 'pathway' | 'equity'> = {
  usual: {
    section: {
      __component: 'sections.text-and-image',
      id: 1,
      heading: 'What is the CS Fundamentals Deep Dive Workshop?',
      subheading: null,
      body: [
        paragraph(
          'The CS Fundamentals Deep Dive Workshop is our newest one-day professional development workshop where educators can take a deep dive into course materials, teaching practices, and strategies for continuing to teach CS Fundamentals.',
        ),
        paragraph(
          'Deep Dive Workshops are open to educators with some experience teaching CS Fundamentals. Attending a Code.org Intro workshop is not required prerequisite.',
        ),
      ],
      image: anImage(),
      decorative: null,
      imageSide: 'right',
      actions: [],
    },
  },
  /** A heading over more than one section. */
  pathway: {
    section: {
      __component: 'sections.text-and-image',
      id: 2,
      heading: 'How does the Deep Dive Workshop help my school?*',
      subheading: 'Supports a Computer Science K-12 Pathway',
      body: [
        paragraph(
          'CS Fundamentals (for elementary students, ages 4-11) provides 6 courses (A-F); each course begins with a grade-appropriate entry point and structured ramp-up of concepts. The progression of Courses A-F builds upon each other to ensure continuing students stay interested and learn new things. When these six CS Fundamentals courses are implemented successfully in a school, they can become an important part of a district’s K-12 pathway, which can include Code.org’s middle school and high school programs as well.',
        ),
        paragraph(
          'Deep Dive workshops can be a key strategy to ensure CS Fundamentals curriculum is successfully established as part of a district’s K-12 computer science pathway. The Intro Workshop is a foundational introduction to the CS Fundamentals curriculum and a great way to support teachers getting started; and the Deep Dive workshop can get them to the finish line. Teachers who complete the Deep Dive workshop will not only leave with a plan for offering more of the CS Fundamentals course, but also connections to a community of support that will help them execute this plan.',
        ),
      ],
      image: anImage({
        url: '/uploads/k-12-pathway.svg',
        name: 'k-12-pathway.svg',
        alternativeText: 'A path that climbs from building blocks, past a laptop, to a graduation cap.',
      }),
      decorative: null,
      imageSide: 'left',
      actions: [],
    },
  },
  /** Goes on under the heading of the section above. */
  equity: {
    section: {
      __component: 'sections.text-and-image',
      id: 3,
      heading: null,
      subheading: 'Supports Your School’s Commitment to Equity',
      body: [
        paragraph(
          'Code.org believes that acknowledging and actively addressing the historical inequities within the field of computer science is critical to reaching our goal of bringing computer science to all students. Professional learning plays an essential role in helping educators identify and address equity gaps in their classrooms and schools. The Deep Dive workshop will support teachers in implementing equitable teaching practices and help ensure computer science is accessible to every student in your schools.',
        ),
      ],
      image: null,
      decorative: null,
      imageSide: 'right',
      actions: [anAction({ label: 'Find a workshop near you' })],
    },
  },
  minimal: {
    section: {
      __component: 'sections.text-and-image',
      id: 1,
      heading: null,
      subheading: null,
      body: [paragraph('One day.')],
      image: null,
      decorative: null,
      imageSide: 'right',
      actions: [],
    },
  },
  longest: {
    section: {
      __component: 'sections.text-and-image',
      id: 1,
      heading: wordsOf(160),
      subheading: wordsOf(160),
      body: longestText(),
      image: anImage({ alternativeText: wordsOf(500) }),
      decorative: null,
      imageSide: 'left',
      actions: longestActions(),
    },
  },
  awkward: {
    section: {
      __component: 'sections.text-and-image',
      id: 1,
      heading: AWKWARD_HEADING,
      subheading: GIANT_WORD,
      body: awkwardText(),
      image: anImage({
        url: '/uploads/missing.jpg',
        alternativeText: AWKWARD_HEADING,
        width: null,
        height: null,
      }),
      decorative: null,
      imageSide: 'below',
      actions: awkwardActions(),
    },
  },
};
