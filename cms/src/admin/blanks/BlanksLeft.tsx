import { Typography } from '@strapi/design-system';
import type { BlankCounts } from '../../rules/blank-tasks';
import { useListAnswer } from '../lists/useListAnswer';
import { leftInWords } from './words';

/** In a list of pages: how many blanks one still has. Nothing for who may not read of blanks. */
export function BlanksLeft({ documentId }: { documentId: string }) {
  const counts = useListAnswer<BlankCounts>('/blanks/counts');
  const words = counts && leftInWords(counts, documentId);
  return words ? <Typography textColor="neutral800">{words}</Typography> : null;
}
