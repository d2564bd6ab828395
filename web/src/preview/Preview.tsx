import type { PreviewAbout } from '@deep-dive/shared-types';
import { useCallback, useEffect, useRef, useState } from 'react';
import '../styles/index.css';
import { pageAddress } from './addresses';
import styles from './Preview.module.css';
import { PreviewBar, type Widths } from './PreviewBar';
import { PreviewFrame } from './PreviewFrame';
import type { PreviewState } from './state';
import { useFresh } from './useFresh';

/** A page of the site as it would look, on a phone and on a desk, below a bar that says what is shown. */
export function Preview({ state }: { state: PreviewState }) {
  const { name } = state;
  const [widths, setWidths] = useState<Widths>('both');
  const [isMarked, setMarked] = useState(true);
  const main = useRef<HTMLElement>(null);
  const { about, status } = useFresh(state, () => {
    for (const frame of framesIn(main.current)) frame.contentWindow?.location.reload();
  });

  const mark = useCallback(
    (frame: HTMLIFrameElement) => {
      const { documentElement } = frame.contentDocument ?? {};
      if (documentElement) documentElement.dataset.marks = isMarked ? 'on' : 'off';
    },
    [isMarked],
  );
  useEffect(() => {
    for (const frame of framesIn(main.current)) mark(frame);
  }, [mark]);

  return (
    <div className={styles.preview}>
      <PreviewBar
        name={name}
        about={about}
        status={status}
        widths={widths}
        onWidths={setWidths}
        isMarked={isMarked}
        onMarked={setMarked}
      />
      <main ref={main} className={styles.frames}>
        {about.path === null ? (
          <Nowhere about={about} />
        ) : (
          <>
            {widths !== 'desktop' && (
              <PreviewFrame label="Phone" width={390} src={pageAddress(name, about.path)} onLoad={mark} />
            )}
            {widths !== 'phone' && (
              <PreviewFrame label="Desktop" width={1280} src={pageAddress(name, about.path)} onLoad={mark} />
            )}
          </>
        )}
      </main>
    </div>
  );
}

const framesIn = (element: Element | null): HTMLIFrameElement[] => [
  ...(element?.querySelectorAll('iframe') ?? []),
];

function Nowhere({ about: { problems } }: { about: PreviewAbout }) {
  return (
    <div className={styles.nowhere}>
      <h2>There is nothing to show yet</h2>
      <p>
        {problems.length > 0
          ? 'Fill in what is missing, and save. It will appear here by itself.'
          : 'Visitors don’t see this on the site.'}
      </p>
    </div>
  );
}
