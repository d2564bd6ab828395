import { formatWorkshopSearch } from '@deep-dive/shared-types';
import { type FormEvent, useContext, useRef } from 'react';
import styles from '../components/RowForm.module.css';
import { LocationContext } from '../location';
import { PARTNERS_PAGE } from './Partners';
import { PlaceField } from './PlaceField';

/** The id of the answer, below the field of a page that lists the Regional Partners. */
export const PARTNER_ANSWER = 'your-partner';

interface PartnerSearchProps {
  /** The page that answers. */
  path?: string;
  /** What was typed last. */
  near: string | undefined;
}

/** Asks where a visitor is, to name their Regional Partner. Without script the browser sends the form. */
export function PartnerSearch({ path = PARTNERS_PAGE, near }: PartnerSearchProps) {
  const { navigate } = useContext(LocationContext);
  const form = useRef<HTMLFormElement>(null);
  const place = useRef<HTMLInputElement>(null);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = place.current?.value.trim() || undefined;
    void navigate(`${path}${formatWorkshopSearch({ near: typed })}#${PARTNER_ANSWER}`);
  };

  return (
    <form
      ref={form}
      method="get"
      action={`${path}#${PARTNER_ANSWER}`}
      autoComplete="off"
      noValidate
      className={styles.form}
      onSubmit={onSubmit}
    >
      <PlaceField
        label="Your ZIP code or city"
        near={near}
        inputRef={place}
        onChoose={() => form.current?.requestSubmit()}
      />
      <button type="submit" className={styles.submit}>
        Find my partner
      </button>
    </form>
  );
}
