import { forwardRef, useMemo } from 'react';
import { numberInWords, readNumber } from '../../rules/typed';
import type { Attribute } from '../../schema/model';
import type { InputProps } from './props';
import { type Kind, TypedInput } from './TypedInput';

/** How an attribute's numbers are read; large whole ones are kept as text, as Strapi keeps them. */
function kindOf({ type, pluginOptions }: Attribute): Kind {
  const { min, max } = pluginOptions?.form ?? {};
  const whole = type === 'integer' || type === 'biginteger';
  const wanted = { whole, min, max };
  return {
    read: (text) => {
      const reading = readNumber(text, wanted);
      return type === 'biginteger' && reading.problem === null
        ? { value: String(reading.value), problem: null }
        : reading;
    },
    asTyped: (value) => numberInWords(Number(value)),
    placeholder: '',
    inputMode: whole ? 'numeric' : 'decimal',
  };
}

/** A number, with commas, a dollar sign or "million" if one likes. */
export const NumberInput = forwardRef<HTMLInputElement, InputProps>(function NumberInput(props, ref) {
  const kind = useMemo(() => kindOf(props.attribute), [props.attribute]);
  return <TypedInput {...props} ref={ref} kind={kind} />;
});
