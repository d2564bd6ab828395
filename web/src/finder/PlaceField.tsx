import { LONGEST_PLACE, type PlaceSuggestion } from '@deep-dive/shared-types';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, type RefObject, useId, useMemo, useState } from 'react';
import { useCms } from '../queries/cms';
import { placeSuggestionsQuery } from '../queries/places';
import { moveActive } from './combobox';
import { oneAtATime } from './one-at-a-time';
import styles from './PlaceField.module.css';

interface PlaceFieldProps {
  label?: string;
  /** What is in it at first. */
  near: string | undefined;
  /** What is wrong with that, and what to do. */
  problem?: string;
  inputRef: RefObject<HTMLInputElement>;
  /** A suggestion was taken over into the field. */
  onChoose?: () => void;
}

/** The field for a place. With script it is a combobox that suggests places; without, and when nothing answers, it takes any text. */
export function PlaceField({
  label = 'City, state or ZIP code',
  near,
  problem,
  inputRef,
  onChoose,
}: PlaceFieldProps) {
  const id = useId();
  const { typed, suggestions, suggest, ...list } = useSuggestions();
  const [active, setActive] = useState(-1);
  const isOpen = suggestions.length > 0;
  const close = () => {
    list.close();
    setActive(-1);
  };
  const optionId = (index: number): string => `${id}option${index}`;

  const choose = (suggestion: PlaceSuggestion) => {
    if (inputRef.current) inputRef.current.value = suggestion.label;
    close();
    onChoose?.();
  };

  const onInput = ({ currentTarget }: FormEvent<HTMLInputElement>) => {
    setActive(-1);
    suggest(currentTarget.value);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // What an input method is composing is its own business.
    if (event.nativeEvent.isComposing) return;
    const { key, altKey } = event;
    const chosen = suggestions[active];
    if (key === 'Enter') {
      if (!chosen) return close();
      event.preventDefault();
      choose(chosen);
    } else if (!isOpen) {
      if (key === 'ArrowDown') suggest(event.currentTarget.value);
    } else if (key === 'Escape' || (key === 'ArrowUp' && altKey)) {
      event.preventDefault();
      close();
    } else {
      const next = moveActive(key, active, suggestions.length);
      if (next === undefined) return;
      if (next >= 0) event.preventDefault();
      setActive(next);
    }
  };

  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {problem && (
        <p id={`${id}problem`} className={styles.problem}>
          {problem}
        </p>
      )}
      <input
        ref={inputRef}
        id={id}
        name="near"
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}list`}
        aria-activedescendant={isOpen && active >= 0 ? optionId(active) : undefined}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}problem` : undefined}
        autoComplete="off"
        autoCapitalize="words"
        spellCheck={false}
        enterKeyHint="search"
        maxLength={LONGEST_PLACE}
        defaultValue={near}
        onInput={onInput}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <div id={`${id}list`} role="listbox" aria-label="Places" className={styles.list} hidden={!isOpen}>
        {suggestions.map((suggestion, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the focus stays in the field, which takes the keys.
          <div
            key={suggestion.label}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(suggestion)}
          >
            {suggestion.label}
            {suggestion.detail && <span className={styles.detail}> {suggestion.detail}</span>}
          </div>
        ))}
      </div>
      <p role="status" className="visually-hidden">
        {typed && countWords(suggestions.length)}
      </p>
    </div>
  );
}

function countWords(count: number): string {
  if (count === 0) return 'No suggestions';
  return count === 1 ? '1 suggestion' : `${count} suggestions`;
}

/** Suggestions for what was typed last, and for nothing else; `typed` is empty while there is no answer. */
function useSuggestions() {
  const cms = useCms();
  const queryClient = useQueryClient();
  const [wanted, setWanted] = useState('');
  const [answer, setAnswer] = useState<{ typed: string; suggestions: PlaceSuggestion[] }>();
  const ask = useMemo(
    () =>
      oneAtATime(
        (typed: string) => queryClient.query(placeSuggestionsQuery(cms, typed)),
        (typed, { suggestions }) => setAnswer({ typed, suggestions }),
      ),
    [cms, queryClient],
  );
  const isAnswered = wanted !== '' && answer?.typed === wanted;
  return {
    typed: isAnswered ? wanted : '',
    suggestions: isAnswered ? answer.suggestions : [],
    suggest: (text: string) => {
      const typed = text.trim().replace(/\s+/g, ' ');
      setWanted(typed);
      if (typed) void ask(typed);
    },
    close: () => setWanted(''),
  };
}
