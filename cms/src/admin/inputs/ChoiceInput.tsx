import { Field, SingleSelect, SingleSelectOption, useComposedRefs } from '@strapi/design-system';
import { useField, useFocusInputField } from '@strapi/strapi/admin';
import { forwardRef } from 'react';
import { choiceLabel } from '../../rules/choices';
import type { InputProps } from './props';

/** One of several values, by what the schema calls them. */
export const ChoiceInput = forwardRef<HTMLDivElement, InputProps>(function ChoiceInput(
  { name, attribute, label, labelAction, hint, required, disabled, placeholder },
  ref,
) {
  const field = useField<string | null>(name);
  const composedRefs = useComposedRefs(ref, useFocusInputField<HTMLDivElement>(name));
  return (
    <Field.Root name={name} required={required} error={field.error} hint={hint}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <SingleSelect
        ref={composedRefs}
        disabled={disabled}
        value={field.value ?? ''}
        onChange={(value) => field.onChange(name, value === '' ? null : String(value))}
      >
        {!required && <SingleSelectOption value="">{placeholder || 'Choose here'}</SingleSelectOption>}
        {(attribute.enum ?? []).map((value) => (
          <SingleSelectOption key={value} value={value}>
            {choiceLabel(attribute, value)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
});
