import { hostedVideo } from '@deep-dive/shared-types';
import type { Entry } from '../schema/model';
import type { Problem } from './problem';

export const VIDEO = 'sections.video';

/** Files as the rules see them. */
interface StoredFile {
  name?: string;
  mime?: string;
}

/** What keeps a video from being played by everybody: nothing to play, two things, or nobody can read what is said. */
export function videoProblems(section: Entry, path: Problem['path'], where: string): Problem[] {
  const file = section.file as StoredFile | null | undefined;
  const captions = section.captions as StoredFile | null | undefined;
  const says = (field: string, message: string): Problem[] => [
    { path: [...path, field], message: `${where}${message}` },
  ];
  if (section.url && file) return says('url', 'it has two videos. Keep one: the address or the file.');
  if (section.url)
    return hostedVideo(String(section.url))
      ? []
      : says(
          'url',
          '“Address on YouTube or Vimeo” is the address of no video we can play. Copy it from the video’s “Share” on YouTube or Vimeo.',
        );
  if (!file) return says('url', 'it has no video. Type an address on YouTube or Vimeo, or choose a file.');
  if (!/^video\//.test(file.mime ?? ''))
    return says('file', `“${file.name}” is no video. Choose an MP4 or WebM file.`);
  if (!captions)
    return says(
      'captions',
      'the video has no captions. Add a .vtt file with what is said: those who can’t hear it read it.',
    );
  if (!/\.vtt$/i.test(captions.name ?? '') && captions.mime !== 'text/vtt')
    return says('captions', `“${captions.name}” holds no captions. Choose a .vtt file.`);
  return [];
}
