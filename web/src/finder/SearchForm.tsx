import { type ParsedSearch, RADII, type WorkshopKind, type WorkshopSearch } from '@deep-dive/shared-types';
import { type FormEvent, memo, type ReactNode, useId, useRef, useState } from 'react';
import { SiteLink } from '../components/SiteLink';
import { useBeforePaint } from '../hooks/useBeforePaint';
import { formatLabels, kindLabels } from '../workshops/labels';
import { fillForm, formDefaults, isSettled, looksAlike, readForm } from './form-search';
import { MyLocation } from './MyLocation';
import { PlaceField } from './PlaceField';
import styles from './SearchForm.module.css';
import { countFilters, type FinderState, formId } from './state';

interface SearchFormProps {
  finder: FinderState;
  /** Where the form is sent without script: the page itself. */
  action: string;
  /** The first day one can look from, as in a date field. */
  today: string;
  /** What was asked last is still on its way. */
  isSearching: boolean;
  onSearch: (search: ParsedSearch) => void;
}

const options = <Value extends string>(labels: Record<Value, string>): [Value, string][] =>
  Object.entries(labels) as [Value, string][];

/**
 * The finder's form. Without script the browser sends it; with script a choice applies at once, and the place when it is
 * chosen or sent. What is typed stays typed: the controls change only when the address does without the form's doing.
 */
export const SearchForm = memo(function SearchForm({
  finder,
  action,
  today,
  isSearching,
  onSearch,
}: SearchFormProps) {
  const { search, fixed, isEmbedded, hrefOf } = finder;
  const form = useRef<HTMLFormElement>(null);
  const place = useRef<HTMLInputElement>(null);
  const asked = useRef<WorkshopSearch | null>(search);
  const filters = countFilters(finder);
  const [isOpenAtFirst] = useState(filters > 0);

  // Back, forward, or a link beside the form. What is shown while a later choice is on its way must not undo it: not as a
  // plain effect, which runs only after the choice that is made between the drawing and its turn.
  useBeforePaint(() => {
    if (isSearching) return;
    if (form.current && !(asked.current && looksAlike(asked.current, search))) fillForm(form.current, search);
    asked.current = search;
  }, [search, isSearching]);

  const send = ({ isElsewhere }: { isElsewhere: boolean }) => {
    if (!form.current) return;
    const parsed = readForm(form.current);
    // Whoever looks elsewhere, or farther, looks beyond the part of the map they were at.
    const { near, radius } = parsed.search;
    if (isElsewhere || near !== search.near || radius !== search.radius) delete parsed.search.bbox;
    asked.current = parsed.search;
    onSearch(parsed);
  };

  // The keyboard on the screen would cover what was found.
  const hideKeyboard = () => {
    if (matchMedia('(pointer: coarse)').matches) place.current?.blur();
  };

  const onChoose = () => {
    hideKeyboard();
    send({ isElsewhere: true });
  };

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    hideKeyboard();
    // "Try again" stands outside the form, and asks once more for the same.
    const { submitter } = event.nativeEvent as SubmitEvent;
    send({ isElsewhere: event.currentTarget.contains(submitter) });
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers from before 2023 don't know <search>.
    <form
      id={formId(finder)}
      role="search"
      ref={form}
      method="get"
      action={action}
      autoComplete="off"
      noValidate
      className={styles.form}
      onSubmit={onSubmit}
      onChange={({ target }) => {
        if (isSettled(target)) send({ isElsewhere: false });
      }}
    >
      <div className={styles.place}>
        <PlaceField near={search.near} inputRef={place} onChoose={onChoose} />
        <MyLocation
          onFound={(near) => {
            if (place.current) place.current.value = near;
            send({ isElsewhere: true });
          }}
        />
      </div>
      <button type="submit" className={styles.submit}>
        Search
      </button>
      {hrefOf(search) !== hrefOf({}) && (
        <SiteLink
          href={hrefOf({})}
          className={styles.clear}
          // What was typed and not sent is to go too, though the address knows nothing of it.
          onClick={() => {
            asked.current = null;
          }}
        >
          Clear all
        </SiteLink>
      )}
      <details open={isOpenAtFirst} className={styles.filters}>
        <summary>{filters > 0 ? `Filters (${filters})` : 'Filters'}</summary>
        <div className={styles.controls}>
          <Select
            name="radius"
            label="Distance"
            value={search.radius ?? formDefaults.radius}
            options={[
              ...RADII.map((miles): [number, string] => [miles, `Within ${miles} miles`]),
              ['any', 'Any distance'],
            ]}
          />
          <DateField name="from" label="From" value={search.from} min={today} />
          <DateField name="to" label="To" value={search.to} min={search.from ?? today} />
          {!finder.kind && !isEmbedded && (
            <Select
              name="kind"
              label="Kind"
              value={search.kind}
              options={[['', 'Every kind'], ...options<WorkshopKind>(kindLabels)]}
            />
          )}
          <Select
            name="format"
            label="Format"
            value={search.format}
            options={[['', 'Every format'], ...options(formatLabels)]}
          />
          <Select
            name="sort"
            label="Sort by"
            value={search.sort ?? formDefaults.sort}
            options={[
              ['date', 'Soonest'],
              ['distance', 'Nearest'],
            ]}
          />
          <div className={styles.flags}>
            <Checkbox name="scholarship" isChecked={search.scholarship === true}>
              With a scholarship
            </Checkbox>
            <Checkbox name="available" isChecked={search.available === true}>
              Hide full workshops
            </Checkbox>
          </div>
        </div>
      </details>
      {search.bbox && <input type="hidden" name="bbox" value={String(search.bbox)} />}
      {fixed.kind && <input type="hidden" name="kind" value={fixed.kind} />}
      {search.partner && <input type="hidden" name="partner" value={search.partner} />}
    </form>
  );
});

interface SelectProps {
  name: string;
  label: string;
  value: string | number | undefined;
  options: [value: string | number, label: string][];
}

function Select({ name, label, value, options }: SelectProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={value}>
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

interface DateFieldProps {
  name: string;
  label: string;
  value: string | undefined;
  min: string;
}

function DateField({ name, label, value, min }: DateFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} type="date" min={min} defaultValue={value} />
    </div>
  );
}

interface CheckboxProps {
  name: string;
  isChecked: boolean;
  children: ReactNode;
}

function Checkbox({ name, isChecked, children }: CheckboxProps) {
  return (
    <label className={styles.checkbox}>
      <input type="checkbox" name={name} value="true" defaultChecked={isChecked} />
      {children}
    </label>
  );
}
