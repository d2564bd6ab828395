import type { Download, DownloadsSection, RichText } from '@deep-dive/shared-types';
import type { Examples } from '../../testing/example';
import { aFile, anImage } from '../../testing/samples';
import {
  AWKWARD_HEADING,
  addressOf,
  awkwardText,
  GIANT_WORD,
  listOf,
  longestText,
  paragraph,
  wordsOf,
} from '../../testing/words';

const download = (id: number, title: string, fields: Partial<Download>): Download => ({
  id,
  title,
  description: null,
  file: null,
  url: null,
  ...fields,
});

const section = (heading: string, body: RichText | null, items: Download[]): DownloadsSection => ({
  __component: 'sections.downloads',
  id: 1,
  heading,
  body,
  items,
});

export const downloadsExamples: Examples<DownloadsSection> = {
  usual: {
    section: section(
      'To take along',
      [paragraph('For your principal, your district, and the wall of the staff room.')],
      [
        download(1, 'Deep Dive one-pager', {
          description: 'The workshop on one page: what, when, what it costs.',
          file: aFile(),
        }),
        download(2, 'Poster', { file: anImage({ mime: 'image/png', name: 'poster.png', size: 2_345 }) }),
        download(3, 'CS Fundamentals curriculum', {
          description: 'All lessons of courses A to F.',
          url: 'https://code.org/educate/curriculum/elementary-school',
        }),
        download(4, 'Compare our workshops', { url: '/compare-workshops' }),
      ],
    ),
  },
  minimal: { section: section('Downloads', null, [download(1, 'One-pager', { file: aFile() })]) },
  longest: {
    section: section(
      wordsOf(160),
      longestText(),
      listOf(20, (id) =>
        download(id, wordsOf(120), { description: wordsOf(300), file: aFile(), url: addressOf(2000) }),
      ),
    ),
  },
  awkward: {
    section: section(AWKWARD_HEADING, awkwardText(), [
      download(1, GIANT_WORD.repeat(2), {
        description: AWKWARD_HEADING,
        file: { ...aFile(), name: `${GIANT_WORD}.PPTX`, size: 0.2 },
      }),
      download(2, 'Leads nowhere', {}),
      download(3, 'Runs a script', { url: 'javascript:alert(1)' }),
      download(4, GIANT_WORD, { url: `https://${GIANT_WORD.slice(0, 50).toLowerCase()}.example/ñ` }),
      download(5, 'By mail', { url: 'mailto:help@example.org?subject=Hello' }),
    ]),
  },
};
