import { useForm } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';
import { isMadeOf, MADE_OF_TITLE, slugOfText } from '../../rules/slugs';
import type { Attribute } from '../../schema/model';
import { useOpenForm } from '../forms/useOpenForm';
import { TitleFollower } from './title-follower';

/**
 * Shows nothing: in the form of something new it writes the address as the title is typed, until somebody edits the
 * address. The CMS does the same for every other way to save (`addresses/follow.ts`); Strapi's own field doesn't.
 */
export function AddressFollowsTitle() {
  const { model, id, contentType } = useOpenForm();
  const { values, onChange } = useForm('AddressFollowsTitle', (all) => all) as unknown as Form;
  const follower = useRef(new TitleFollower());
  // Only what is new has no id; Strapi's own `isCreatingEntry` is always false (5.54).
  const named = id ? undefined : MADE_OF_TITLE[model];
  const { maxLength } = (contentType?.attributes.slug as Attribute | undefined)?.pluginOptions?.form ?? {};

  useEffect(() => {
    if (!named || !maxLength) return;
    const slug = textOf(values.slug);
    const isDefault = isMadeOf(slug, named.unnamed, maxLength);
    const made = slugOfText(textOf(values[named.title]), maxLength);
    if (follower.current.sees(made, slug, isDefault)) onChange('slug', made);
  }, [named, maxLength, values, onChange]);
  return null;
}

interface Form {
  values: Record<string, unknown>;
  onChange: (field: string, value: string) => void;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
