import type { StrapiApp } from '@strapi/strapi/admin';
import { ChoiceInput } from './ChoiceInput';
import { DateInput } from './DateInput';
import { DateTimeInput } from './DateTimeInput';
import { NumberInput } from './NumberInput';
import { TimeInput } from './TimeInput';

/** The fields of the whole admin that stand in for Strapi's own, by type of attribute. */
export const inputs = [
  { type: 'date', Component: DateInput },
  { type: 'time', Component: TimeInput },
  { type: 'datetime', Component: DateTimeInput },
  { type: 'enumeration', Component: ChoiceInput },
  ...['integer', 'biginteger', 'decimal', 'float'].map((type) => ({ type, Component: NumberInput })),
] as unknown as Extract<Parameters<StrapiApp['addFields']>[0], unknown[]>;
