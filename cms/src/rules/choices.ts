import type { Attribute } from '../schema/model';

/** What a value of an enumeration is called: "deep-dive" → "Deep Dive". */
export const choiceLabel = ({ pluginOptions }: Attribute, value: string): string =>
  pluginOptions?.form?.choices?.[value] ?? value;
