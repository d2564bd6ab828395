import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useMemo, useState } from 'react';
import type { WorkshopLook } from '../../rules/workshop-form';
import type { Entry } from '../../schema/model';
import { asSent } from '../publishing/as-sent';
import type { Proposed } from './useFollowing';

/** How long somebody has to pause before the CMS is asked, in milliseconds. */
const PAUSE = 250;
/** Digits of a ZIP code: before they are all there it is no mistake that it names no place. */
const ZIP_LENGTH = 5;

const FIELDS = new Set([
  'title',
  'kind',
  'format',
  'availability',
  'virtualTimeZone',
  'sessions',
  'registrationUrl',
  'capacity',
  'placesTaken',
  'feeKind',
  'feeAmount',
  'partner',
]);

/**
 * What follows from what stands in a workshop's form, asked of the CMS after each short pause in typing; undefined until it has
 * answered. What it can't say now stays as it was.
 */
export function useLook(
  values: Entry,
  documentId: string | undefined,
  proposed: Proposed,
): WorkshopLook | undefined {
  const { post } = useFetchClient();
  const [look, setLook] = useState<WorkshopLook>();
  // As text, so that what changes of the form and isn't asked about asks nothing.
  const question = useMemo(
    () =>
      JSON.stringify({
        documentId,
        ...asSent(values, (name) => FIELDS.has(name)),
        venue: typedVenue(values.venue as Entry | null | undefined, proposed),
      }),
    [values, documentId, proposed],
  );
  useEffect(() => {
    const controller = new AbortController();
    const pause = setTimeout(() => {
      post<WorkshopLook>('/workshop-form', JSON.parse(question), { signal: controller.signal })
        .then(({ data }) => setLook(data))
        // Nothing is lost by it: the form itself says what the CMS can't do.
        .catch(() => undefined);
    }, PAUSE);
    return () => {
      clearTimeout(pause);
      controller.abort();
    };
  }, [post, question]);
  return look;
}

/** What somebody typed of the venue: a town that was filled in for them would contradict the next ZIP code. */
function typedVenue(venue: Entry | null | undefined, { isOwn }: Proposed): Entry | null {
  const { zip, city, state, name } = venue ?? {};
  if (typeof zip !== 'string' || zip.trim().length < ZIP_LENGTH) return null;
  return { zip, name, city: isOwn('city', city) ? city : null, state: isOwn('state', state) ? state : null };
}
