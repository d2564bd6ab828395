import { INQUIRY_FIELDS, INQUIRY_PURPOSES, type InquiryField } from '@deep-dive/shared-types';
import { isSlug } from '../routing/slug';

/** What stands in the form, as it was typed: text that may be anything. */
export type TypedInquiry = Record<Exclude<InquiryField, 'grades'>, string> & { grades: string[] };

/** All that was typed into a form that was sent. */
export function typedIn(form: URLSearchParams): TypedInquiry {
  const single = INQUIRY_FIELDS.filter((field) => field !== 'grades');
  const typed = Object.fromEntries(single.map((field) => [field, form.get(field) ?? '']));
  return { ...(typed as Omit<TypedInquiry, 'grades'>), grades: form.getAll('grades') };
}

/** A form as a link opens it: see `contactHref`. What can't be meant is left out. */
export function prefilled(query: URLSearchParams): TypedInquiry {
  const given = (name: string): string => query.get(name)?.trim() ?? '';
  const slug = (name: string): string => (isSlug(given(name)) ? given(name) : '');
  const purpose = INQUIRY_PURPOSES.find((each) => each === given('purpose')) ?? '';
  const workshop = slug('workshop');
  return {
    ...typedIn(new URLSearchParams()),
    purpose,
    zip: zipOf(given('near')),
    teachers: /^\d{1,5}$/.test(given('people')) ? given('people') : '',
    workshop,
    partner: workshop ? '' : slug('partner'),
  };
}

/** The five digits of a ZIP code; empty for anything else, such as a city. */
export function zipOf(text: string): string {
  return /^(\d{5})(?:-\d{4})?$/.exec(text.trim())?.[1] ?? '';
}
