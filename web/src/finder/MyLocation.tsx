import { useState } from 'react';
import styles from './SearchForm.module.css';

/** Milliseconds a browser has to find out where it is. */
const TIMEOUT = 10_000;
/** Milliseconds after which a position found earlier is too old: a teacher may be on the road. */
const MAXIMUM_AGE = 600_000;

const REFUSED = 'Your browser did not share your location. Please type a city or ZIP code instead.';
const NOT_FOUND = 'We could not tell where you are. Please type a city or ZIP code instead.';

/** A button that looks near where the visitor is, to about a mile. It needs script, and is hidden without. */
export function MyLocation({ onFound }: { onFound: (near: string) => void }) {
  const [message, setMessage] = useState('');

  const locate = () => {
    if (!navigator.geolocation) return setMessage(NOT_FOUND);
    setMessage('Looking for where you are…');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setMessage('');
        onFound(`${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`);
      },
      ({ code, PERMISSION_DENIED }) => setMessage(code === PERMISSION_DENIED ? REFUSED : NOT_FOUND),
      { timeout: TIMEOUT, maximumAge: MAXIMUM_AGE },
    );
  };

  return (
    <div className={styles.location}>
      <button type="button" className={styles.locate} onClick={locate}>
        Use my location
      </button>
      <p role="status" className={styles.message}>
        {message}
      </p>
    </div>
  );
}
