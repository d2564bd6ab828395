import {
  type FieldProblem,
  INQUIRY_GRADES,
  INQUIRY_LIMITS,
  INQUIRY_PURPOSES,
  INQUIRY_ROLES,
} from '@deep-dive/shared-types';
import { Choices } from '../forms/Choices';
import { EmailField } from '../forms/EmailField';
import { Field } from '../forms/Field';
import { FormGuards } from '../forms/FormGuards';
import { CONTACT_PATH } from '../hrefs';
import type { TypedInquiry } from './typed';
import { gradeWords, purposeWords, roleWords } from './words';

/** The fields as they stand in the form: what must be filled in comes first. */
export const INQUIRY_ORDER = [
  'purpose',
  'name',
  'email',
  'school',
  'zip',
  'message',
  'role',
  'teachers',
  'grades',
];

interface InquiryFormProps {
  typed: TypedInquiry;
  problems: FieldProblem[];
  stamp: string;
}

/** The form that reaches a Regional Partner. The browser sends it; no script is needed. */
export function InquiryForm({ typed, problems, stamp }: InquiryFormProps) {
  const problemOf = (name: string): string | undefined =>
    problems.find(({ field }) => field === name)?.message;
  const isKnownWhere = !!(typed.workshop || typed.partner);
  const isAboutPlace = typed.purpose === 'place';
  return (
    <form method="post" action={CONTACT_PATH} noValidate className="intake-form">
      <FormGuards stamp={stamp} />
      {typed.workshop && <input type="hidden" name="workshop" value={typed.workshop} />}
      {typed.partner && <input type="hidden" name="partner" value={typed.partner} />}
      <Field name="purpose" label="What is it about?" isRequired problem={problemOf('purpose')}>
        {(attributes) => (
          <select {...attributes} defaultValue={typed.purpose} required autoComplete="off">
            <option value="">Please choose</option>
            {INQUIRY_PURPOSES.filter((purpose) => purpose !== 'place' || typed.workshop).map((purpose) => (
              <option key={purpose} value={purpose}>
                {purposeWords[purpose]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="name" label="Your name" isRequired problem={problemOf('name')}>
        {(attributes) => (
          <input
            {...attributes}
            type="text"
            autoComplete="name"
            maxLength={INQUIRY_LIMITS.name}
            defaultValue={typed.name}
            required
          />
        )}
      </Field>
      <EmailField
        hint="The answer goes there, and nothing else."
        typed={typed.email}
        problem={problemOf('email')}
      />
      <div className="intake-row">
        <Field name="school" label="School or district" problem={problemOf('school')}>
          {(attributes) => (
            <input
              {...attributes}
              type="text"
              autoComplete="organization"
              maxLength={INQUIRY_LIMITS.school}
              defaultValue={typed.school}
            />
          )}
        </Field>
        <Field
          name="zip"
          label="Its ZIP code"
          isRequired={!isKnownWhere && typed.purpose !== 'other'}
          hint={isKnownWhere ? undefined : 'It tells us who your Regional Partner is.'}
          problem={problemOf('zip')}
        >
          {(attributes) => (
            <input
              {...attributes}
              type="text"
              inputMode="numeric"
              autoComplete="postal-code"
              maxLength={10}
              defaultValue={typed.zip}
            />
          )}
        </Field>
      </div>
      <Field
        name="message"
        label={isAboutPlace ? 'Anything they should know' : 'Your message'}
        isRequired={!isAboutPlace}
        problem={problemOf('message')}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            rows={6}
            maxLength={INQUIRY_LIMITS.message}
            autoComplete="off"
            defaultValue={typed.message}
          />
        )}
      </Field>
      <div className="intake-row">
        <Field name="role" label="What you do" problem={problemOf('role')}>
          {(attributes) => (
            <select {...attributes} defaultValue={typed.role} autoComplete="off">
              <option value="">Please choose, if you like</option>
              {INQUIRY_ROLES.map((role) => (
                <option key={role} value={role}>
                  {roleWords[role]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="teachers" label="How many teachers" problem={problemOf('teachers')}>
          {(attributes) => (
            <input
              {...attributes}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              maxLength={40}
              defaultValue={typed.teachers}
            />
          )}
        </Field>
      </div>
      <Choices
        name="grades"
        legend="Which grades"
        problem={problemOf('grades')}
        choices={INQUIRY_GRADES}
        labels={gradeWords}
        ticked={typed.grades}
      />
      <button type="submit" className="intake-submit">
        Send
      </button>
    </form>
  );
}
