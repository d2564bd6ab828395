import { bullets, italic, link, paragraph } from './rich-text';
import type { WrittenPage } from './types';

/** The Deep Dive page, in its author’s own words and order (deep-dive.author.txt). */
export const deepDive: WrittenPage = {
  slug: 'deep-dive',
  title: 'CS Fundamentals: Deep Dive',
  seo: {
    title: 'Professional Development Deep Dive',
    description:
      'A one-day professional development workshop where educators take a deep dive into course materials, teaching practices, and strategies for continuing to teach CS Fundamentals.',
    image: 'deep-dive-share.png',
  },
  sections: [
    {
      __component: 'sections.hero',
      heading: 'CS Fundamentals: Deep Dive',
      body: [
        paragraph(
          'Code.org’s ',
          link('CS Fundamentals', 'https://code.org/educate/curriculum/elementary-school'),
          ' curriculum and professional learning program has made a big splash with {{educators}} teaching our K-5 courses to {{students}}. ',
          italic(
            'This is a tremendous step towards ensuring every student in every school has access to computer science education.',
          ),
        ),
        paragraph(
          'We know that implementing new computer science courses with fidelity and equity takes time, collaboration, planning and support - which is where Deep Dive workshops come in!',
        ),
      ],
      image: 'deep-dive-hero.svg',
      actions: [{ label: 'Find a workshop near you', style: 'primary', url: '#workshops' }],
    },
    {
      __component: 'sections.text-and-image',
      heading: 'What is the CS Fundamentals Deep Dive Workshop?',
      body: [
        paragraph(
          'The CS Fundamentals Deep Dive Workshop is our newest one-day professional development workshop where educators can take a deep dive into course materials, teaching practices, and strategies for continuing to teach CS Fundamentals.',
        ),
        paragraph(
          'Deep Dive Workshops are open to educators with some experience teaching CS Fundamentals. Attending a Code.org Intro workshop is not required prerequisite.',
        ),
      ],
      image: 'teachers-learning-together.svg',
      imageSide: 'right',
    },
    {
      __component: 'sections.callout',
      text: 'Not sure where to start?',
      action: {
        label: 'See a comparison of our two workshops offerings here.',
        style: 'link',
        page: 'compare-workshops',
      },
    },
    {
      __component: 'sections.outcomes',
      heading: 'What will teachers learn in a Deep Dive Workshop?',
      groups: [
        {
          lead: 'At the end of the Deep Dive workshop, teachers will',
          keyword: 'know:',
          items: bullets(
            'The details, philosophy, values, and rationale behind how the CS Fundamentals course is structured.',
            'The intended approach to teaching CS Fundamentals, including specific classroom practices, and the division of responsibility between students and teachers.',
          ),
        },
        {
          lead: 'At the end of the workshop, teachers will',
          keyword: 'have:',
          items: bullets(
            'A plan for offering more of the CS Fundamentals course.',
            'Strategies for addressing roadblocks to implementation, including any specific issues experienced in lessons taught thus far.',
            'Ideas for fostering and developing a strong classroom rapport that nurtures learners of all types.',
            'A deepened sense of community with CS Fundamentals teachers and a plan for keeping in touch with other teachers in the future.',
            'Ongoing support through the Code.org teacher forum and online support.',
            'A certificate of completion.',
            'Code.org swag!',
          ),
        },
      ],
    },
    {
      __component: 'sections.callout',
      text: 'Looking for a resource to share with your teacher or administrator about the Deep Dive workshops?',
      action: { label: 'Download One-Pager Here.', style: 'link', url: '/deep-dive/one-pager.pdf' },
    },
    {
      __component: 'sections.text-and-image',
      heading: 'How does the Deep Dive Workshop help my school?',
      subheading: 'Supports a Computer Science K-12 Pathway',
      body: [
        paragraph(
          'CS Fundamentals (for elementary students, ages 4-11) provides 6 courses (A-F); each course begins with a grade-appropriate entry point and structured ramp-up of concepts. The progression of Courses A-F builds upon each other to ensure continuing students stay interested and learn new things. When these six CS Fundamentals courses are implemented successfully in a school, they can become an important part of a district’s K-12 pathway, which can include Code.org’s middle school and high school programs as well.',
        ),
        paragraph(
          'Deep Dive workshops can be a key strategy to ensure CS Fundamentals curriculum is successfully established as part of a district’s K-12 computer science pathway. The Intro Workshop is a foundational introduction to the CS Fundamentals curriculum and a great way to support teachers getting started; and the Deep Dive workshop can get them to the finish line. Teachers who complete the Deep Dive workshop will not only leave with a plan for offering more of the CS Fundamentals course, but also connections to a community of support that will help them execute this plan.',
        ),
      ],
      image: 'k-12-pathway.svg',
      imageSide: 'left',
    },
    {
      __component: 'sections.text-and-image',
      subheading: 'Supports Your School’s Commitment to Equity',
      body: [
        paragraph(
          'Code.org believes that acknowledging and actively addressing the historical inequities within the field of computer science is critical to reaching our goal of bringing computer science to all students. Professional learning plays an essential role in helping educators identify and address equity gaps in their classrooms and schools. The Deep Dive workshop will support teachers in implementing equitable teaching practices and help ensure computer science is accessible to every student in your schools.',
        ),
      ],
      image: 'every-student.svg',
      imageSide: 'right',
      actions: [{ label: 'Find a Deep Dive near you', style: 'primary', url: '#workshops' }],
    },
    {
      __component: 'sections.text-and-image',
      visible: false,
      subheading: 'Aligns to ESSA Professional Learning Definitions',
      body: [paragraph("Not sure we'll include this section yet....")],
      imageSide: 'right',
      note: 'Not sure we’ll include this section yet.',
    },
    {
      __component: 'sections.workshop-finder',
      kind: 'deep-dive',
      heading: 'Register for a Deep Dive Workshop',
      body: [
        paragraph(
          'Look at the map below to find the next upcoming CS Fundamentals: Deep Dive workshop in your region. Workshops are available year round, because CS Fundamentals courses can be implemented at any point in the school year. Check back often as new workshops will continue to be added throughout the year as Deep Dive launches throughout the country starting in June 2019.',
        ),
      ],
      afterword: [
        paragraph(
          'If you can’t find a workshop, and you’re in the U.S., contact your Regional Partner. They may already have a private workshop set up near your area that you can join, or can set up a workshop if there is enough demand.',
        ),
      ],
      actions: [{ label: 'Contact your Regional Partner', style: 'primary', page: 'regional-partners' }],
    },
    {
      __component: 'sections.cost',
      heading: 'What does the program cost?',
      body: [
        paragraph(
          'Code.org has received generous grants and funding from our donors that allow us to commit to offering our curriculum at no cost, forever. In addition, we have secured funding for our Regional Partners to support the start up costs for bringing teacher professional development programs to communities across the country. Code.org Regional Partners are the key to our success - they provide customization and connections to ensure that schools across the country have turnkey computer science professional development solutions that align to their local context.',
        ),
        paragraph(
          'As the initial grant funding for the start up costs comes to an end, Code.org is working with Regional Partners to cultivate sustainable, long-term funding solutions to sustain high quality programming for years to come. These solutions include securing donors to fund workshops, as well as working with schools and districts to tap into available funding (state or other sources) to pay for teacher training.',
        ),
      ],
      closing: [
        paragraph(
          'Actual costs to the school/district/teacher will vary. Most Regional Partners will be able to offer substantial discounts by leveraging local resources and offering group discount pricing. In addition in all regions of the country there will be Code.org scholarships available to schools and teachers that may need them so they may attend at no cost.',
        ),
      ],
      actions: [{ label: 'See scholarships', style: 'primary', page: 'scholarships' }],
    },
    {
      __component: 'sections.banner',
      visible: false,
      text: 'BOTTOM BANNER?',
      note: 'A banner at the bottom?',
    },
  ],
};
