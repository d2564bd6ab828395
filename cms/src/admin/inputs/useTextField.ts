import { type ChangeEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { onceShown } from '../forms/once-shown';

/** A field of Strapi's form. */
interface Field {
  value: string | null | undefined;
  onChange: (name: string, value: string | null) => void;
}

/**
 * A text field whose keys show at once: the form, and all that follows from what it holds, hears of each right after the browser
 * has painted it, and before the field is left or another key than a letter does something (saving, sending).
 * @param name the field's in the form
 */
export function useTextField<Given extends Field>(name: string, field: Given) {
  const { value } = field;
  const [typed, setTyped] = useState<string | null>(null);
  const untold = useRef<{ text: string; cancel: () => void } | null>(null);
  const latest = useRef({ name, field });
  latest.current = { name, field };

  const [tell] = useState(() => () => {
    if (!untold.current) return;
    const { text, cancel } = untold.current;
    untold.current = null;
    cancel();
    const { name, field } = latest.current;
    field.onChange(name, text === '' ? null : text);
  });
  // Not before the form's own value is another: in between, the field would show the text from before, and move the caret.
  useEffect(() => {
    if (!untold.current) setTyped(null);
  }, [value]);
  useEffect(() => tell, [tell]);

  return {
    ...field,
    value: typed ?? value,
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
      untold.current?.cancel();
      // At once, so that whoever asks the form right after it finds the text there.
      untold.current = { text: target.value, cancel: onceShown(() => flushSync(tell)) };
      setTyped(target.value);
    },
    onBlur: tell,
    onKeyDown: ({ key, ctrlKey, metaKey }: KeyboardEvent): void => {
      if (key.length > 1 || ctrlKey || metaKey) tell();
    },
  };
}
