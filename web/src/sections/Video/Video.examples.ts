import type { VideoSection } from '@deep-dive/shared-types';
import type { Examples } from '../../testing/example';
import { anImage, aVideo, someCaptions } from '../../testing/samples';
import { AWKWARD_HEADING, awkwardText, longestText, paragraph, wordsOf } from '../../testing/words';

const section = (fields: Partial<VideoSection>): VideoSection => ({
  __component: 'sections.video',
  id: 1,
  heading: 'See a workshop',
  body: null,
  url: null,
  file: null,
  captions: null,
  poster: null,
  transcript: null,
  ...fields,
});

const poster = anImage({ url: '/uploads/poster.jpg', alternativeText: '', width: 1600, height: 900 });

export const videoExamples: Examples<VideoSection, 'file' | 'file-without-still'> = {
  usual: {
    section: section({
      body: [paragraph('Two minutes in a classroom in Denver.')],
      url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
      poster,
      transcript: [paragraph('Good morning, everyone.'), paragraph('Today we take the training wheels off.')],
    }),
  },
  file: { section: section({ file: aVideo(), captions: someCaptions(), poster }) },
  'file-without-still': { section: section({ file: aVideo(), captions: someCaptions() }) },
  minimal: { section: section({ heading: 'Video', url: 'https://vimeo.com/76979871' }) },
  longest: {
    section: section({
      heading: wordsOf(160),
      body: longestText(),
      // Of an address this long, only the beginning is the video's.
      url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&for='.padEnd(2000, 'a'),
      poster,
      transcript: longestText(),
    }),
  },
  awkward: {
    section: section({
      heading: AWKWARD_HEADING,
      body: awkwardText(),
      url: 'https://example.org/not-a-video',
      poster: anImage({ url: '/uploads/missing.jpg' }),
      transcript: awkwardText(),
    }),
  },
};
