import { unstable_useContentManagerContext as useContentManagerContext } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';
import { isMadeOf, MADE_OF_TITLE, slugOfText } from '../../rules/slugs';

/**
 * Shows nothing: in the form of something new it writes the address as the title is typed, until somebody edits the
 * address. The CMS does the same for every other way to save (`addresses/follow.ts`); Strapi's own field doesn't.
 */
export function AddressFollowsTitle() {
  const { model, isCreatingEntry, contentType, form } = useContentManagerContext();
  const { values, onChange } = form as Form;
  const titleBefore = useRef('');
  const named = isCreatingEntry ? MADE_OF_TITLE[model] : undefined;
  const { maxLength } = (contentType?.attributes.slug ?? {}) as { maxLength?: number };

  useEffect(() => {
    if (!named || !maxLength) return;
    const title = textOf(values[named.title]);
    const made = slugOfText(title, maxLength);
    if (!made || title === titleBefore.current) return;
    const slug = textOf(values.slug);
    const isUntouched =
      !slug || [titleBefore.current, named.unnamed].some((text) => isMadeOf(slug, text, maxLength));
    titleBefore.current = title;
    if (isUntouched) onChange('slug', made);
  }, [named, maxLength, values, onChange]);
  return null;
}

interface Form {
  values: Record<string, unknown>;
  onChange: (field: string, value: string) => void;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
