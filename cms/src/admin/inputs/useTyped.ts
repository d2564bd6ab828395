import { useState } from 'react';

/** What stands in a field: typed there, or what the form holds. */
interface Typed<Text, Value> {
  text: Text;
  isTyping: boolean;
  /** Takes what is typed, and that the form holds `kept` from now on. */
  type: (text: Text, kept: Value) => void;
  /** The same for what is chosen in another way than by typing. */
  choose: (text: Text, kept: Value) => void;
  /** The field is left, with `text` in it. */
  leave: (text: Text) => void;
}

/**
 * The state of a field whose text is not its value. The form's value also changes by other hands: a draft thrown away, a
 * field filled in by a rule. It follows what is typed a moment later, and must not take its place meanwhile.
 */
export function useTyped<Text, Value>(value: Value, textOf: (value: Value) => Text): Typed<Text, Value> {
  const [text, setText] = useState(() => textOf(value));
  const [known, setKnown] = useState(value);
  const [isTyping, setTyping] = useState(false);
  if (!isTyping && value !== known) {
    setKnown(value);
    setText(textOf(value));
  }
  const choose = (chosen: Text, kept: Value): void => {
    setText(chosen);
    setKnown(kept);
  };
  return {
    text,
    isTyping,
    choose,
    type: (typed, kept) => {
      setTyping(true);
      choose(typed, kept);
    },
    leave: (left) => {
      setTyping(false);
      setText(left);
    },
  };
}
