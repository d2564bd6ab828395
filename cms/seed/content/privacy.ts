import { bullets, link, paragraph } from './rich-text';
import type { WrittenPage } from './types';

/** What is kept about visitors, in plain words. Whoever changes how long, or lets others draw the map, changes it here too: docs/running-it.md. */
export const privacy: WrittenPage = {
  slug: 'privacy',
  title: 'Your privacy',
  seo: {
    title: 'Your privacy',
    description:
      'What we keep when you write to us or ask to be told of workshops: what for, who reads it, for how long, and how to have it shown to you or erased.',
    image: 'deep-dive-share.png',
  },
  sections: [
    {
      __component: 'sections.hero',
      heading: 'Your privacy',
      body: [
        paragraph(
          'You can look at everything here without telling us who you are. We keep only what you send us, and only for what you sent it for.',
        ),
      ],
    },
    {
      __component: 'sections.text-and-image',
      heading: 'When you look around',
      imageSide: 'right',
      body: bullets(
        'There are no cookies and no advertising, and nobody follows you from page to page.',
        'We count how often each page is looked at, where searches find no workshop (by the first three digits of a ZIP code), and how often people go on to register, write or download. These are sums by day: they hold no address, nothing about your browser, and nothing that could tell one visitor from another.',
        'If your browser asks sites not to track you (“Do Not Track” or “Global Privacy Control”), you are not even counted.',
        'Nothing is fetched from other companies. Letters, pictures and the map come from this site.',
        'Where you are is asked only when you choose to search near your own location. It is rounded to about a mile, and used for that search.',
      ),
    },
    {
      __component: 'sections.text-and-image',
      heading: 'When you write to us',
      imageSide: 'right',
      body: [
        ...bullets(
          'What: your name, e-mail address and message, and what else you fill in, such as your school and its ZIP code.',
          'What for: so that you get an answer.',
          'Who reads it: the Regional Partner it is for, and our national team.',
          'How long: a year. Then it is erased, with the answers and the mails about it.',
        ),
        paragraph(
          'The link in the mail you get shows how your message stands. There you can take it back, too.',
        ),
      ],
    },
    {
      __component: 'sections.text-and-image',
      heading: 'When you ask to be told of workshops',
      imageSide: 'right',
      body: [
        ...bullets(
          'What: your e-mail address, the place you named, how far you would go, for which workshops, and how many of you would come.',
          'What for: so that we can mail you, once you have said yes, and so that workshops are set up where teachers want them.',
          'Who sees it: Regional Partners see how many teachers want a workshop near a town, not who. Where three or more do, so does everybody who looks there.',
          'How long: three days while you have not said yes, a year once you have. It ends at once when you end it, with one click in every mail.',
        ),
        paragraph('You can ', link('ask to be told here', '/alerts'), '.'),
      ],
    },
    {
      __component: 'sections.text-and-image',
      heading: 'What you can ask of us',
      imageSide: 'right',
      body: [
        paragraph(
          'You can see all that is kept about you, have it put right, or have it erased. ',
          link('Write to us', '/contact'),
          ' with the e-mail address it is about. We answer to that address, so that nobody else gets what is yours.',
        ),
        paragraph(
          'To keep out programs that send a great many forms, we count for a day at most how many come from one network or for one address. What is counted can’t be read as either.',
        ),
      ],
    },
  ],
};
