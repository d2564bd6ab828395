import type { PreviewAbout, PreviewName } from '@deep-dive/shared-types';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { previewAddress } from './addresses';
import styles from './PreviewBar.module.css';
import type { Status } from './useFresh';

export type Widths = 'both' | 'phone' | 'desktop';

const WIDTHS: [Widths, string][] = [
  ['both', 'Both'],
  ['phone', 'Phone'],
  ['desktop', 'Desktop'],
];

interface PreviewBarProps {
  name: PreviewName;
  about: PreviewAbout;
  status: Status;
  widths: Widths;
  onWidths: (widths: Widths) => void;
  /** Whether sections say where they are edited. */
  isMarked: boolean;
  onMarked: (isMarked: boolean) => void;
}

/** Says what a preview shows, that nobody else sees it, and what keeps it from being published. */
export function PreviewBar({ name, about, status, widths, onWidths, isMarked, onMarked }: PreviewBarProps) {
  const { title, version, problems, form } = about;
  const markId = useId();
  return (
    <header className={styles.bar}>
      <div className={styles.what}>
        <p className={styles.badge}>Preview</p>
        <h1 className={styles.title}>
          {title}
          {version !== null && <span> as of version {version}</span>}
        </h1>
        <a href={form} target="_blank" rel="noopener" className={styles.edit}>
          Edit in the CMS<span className="visually-hidden"> (opens in a new tab)</span>
        </a>
      </div>
      <p role="status" className={styles.status}>
        {STATUS[status]}
      </p>
      {problems.length > 0 && (
        <details className={styles.problems}>
          <summary>
            {problems.length === 1
              ? 'One thing keeps it from being published'
              : `${problems.length} things keep it from being published`}
          </summary>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </details>
      )}
      <div className={styles.controls}>
        <ViewForm name={name} hasVersion={version !== null} />
        <fieldset className={styles.widths}>
          <legend className="visually-hidden">Width</legend>
          {WIDTHS.map(([value, label]) => (
            <label key={value}>
              <input type="radio" name="widths" checked={widths === value} onChange={() => onWidths(value)} />
              {label}
            </label>
          ))}
        </fieldset>
        <label htmlFor={markId} className={styles.marks}>
          <input
            id={markId}
            type="checkbox"
            checked={isMarked}
            onChange={({ target }) => onMarked(target.checked)}
          />
          Edit links
        </label>
      </div>
    </header>
  );
}

const STATUS: Record<Status, string> = {
  fresh: 'Only you see this. It follows every save.',
  away: 'The CMS doesn’t answer just now. This may be an older state; we keep trying.',
  ended: 'This preview has ended, and no longer follows what is saved. Open it again from the CMS.',
};

/** Chooses what is shown, and as of when. */
function ViewForm({ name, hasVersion }: { name: PreviewName; hasVersion: boolean }) {
  const id = useId();
  const [at, setAt] = useState('');
  // The server can't know on whose clock.
  useEffect(() => setAt(name.at === null ? '' : localMoment(name.at)), [name.at]);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget);
    const moment = Date.parse(String(chosen.get('at')));
    location.assign(
      previewAddress({
        ...name,
        shows: chosen.get('shows') === 'live' ? 'live' : 'drafts',
        at: Number.isNaN(moment) || moment < 0 ? null : moment,
      }),
    );
  };
  return (
    <form className={styles.view} onSubmit={onSubmit}>
      <div>
        <label htmlFor={`${id}-shows`}>Show</label>
        <select id={`${id}-shows`} name="shows" defaultValue={name.shows}>
          <option value="drafts">
            {hasVersion ? 'This version, with all that isn’t published' : 'All that isn’t published yet'}
          </option>
          <option value="live">What is live and scheduled</option>
        </select>
      </div>
      <div>
        <label htmlFor={`${id}-at`}>As of</label>
        <input
          id={`${id}-at`}
          name="at"
          type="datetime-local"
          value={at}
          onChange={({ target }) => setAt(target.value)}
          aria-describedby={`${id}-hint`}
        />
        <span id={`${id}-hint`} className="visually-hidden">
          On your own clock. Left empty, it is now.
        </span>
      </div>
      <button type="submit">Show</button>
    </form>
  );
}

/** A moment on the reader's clock, as a field for it writes it ("2027-03-06T09:00"). */
function localMoment(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
