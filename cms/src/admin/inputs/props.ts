import type { ReactNode } from 'react';
import type { Attribute } from '../../schema/model';

/** What the admin hands to a field of any form. */
export interface InputProps {
  /** The path of the field in the form ("sessions.0.date"). */
  name: string;
  attribute: Attribute;
  label: string;
  labelAction?: ReactNode;
  hint?: ReactNode;
  placeholder?: string;
  required?: boolean;
  disabled?: boolean;
}
