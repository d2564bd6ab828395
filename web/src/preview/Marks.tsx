import type { CmsClient, PreviewMark, PreviewMarks } from '@deep-dive/shared-types';
import { useEffect, useState } from 'react';
import { pageQuery } from '../queries/page';
import type { QueryReader } from '../queries/query-reader';
import { outline } from '../sections/outline';
import { knownOf } from '../sections/Sections';
import styles from './Marks.module.css';

interface MarksProps {
  cms: CmsClient;
  /** Holds the page that is shown. */
  queries: QueryReader;
  /** Where the preview's questions are answered. */
  base: string;
  /** The page's slug. */
  slug: string;
}

interface Placed extends PreviewMark {
  /** Pixels from the top of the page. */
  top: number;
}

/** On each section of a page, the way to its form, and what of it keeps the page from being published. */
export function Marks({ cms, queries, base, slug }: MarksProps) {
  const [marks, setMarks] = useState<PreviewMark[]>([]);
  const [placed, setPlaced] = useState<Placed[]>([]);

  useEffect(() => {
    fetch(`${base}/api/marks/${slug}`)
      .then(async (response) => (response.ok ? ((await response.json()) as PreviewMarks).sections : []))
      .then(setMarks, () => setMarks([]));
  }, [base, slug]);

  useEffect(() => {
    const sections = knownOf(queries.read(pageQuery(cms, slug)).sections);
    const place = (): void => {
      const elements = elementsOf(sections);
      setPlaced(
        sections.flatMap((section, index) => {
          const element = elements[index];
          const mark = marks.find((each) => keyOf(each) === keyOf(section));
          return element && mark ? [{ ...mark, top: element.getBoundingClientRect().top + scrollY }] : [];
        }),
      );
    };
    place();
    const observer = new ResizeObserver(place);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [marks, cms, queries, slug]);

  return (
    <aside aria-label="Where to edit" className={styles.marks}>
      {placed.map(({ name, form, problems, top, ...section }) => (
        <div key={keyOf(section)} className={styles.mark} style={{ insetBlockStart: top }}>
          {problems.length > 0 && (
            <details className={styles.problems}>
              <summary>{problems.length === 1 ? '1 problem' : `${problems.length} problems`}</summary>
              <ul>
                {problems.map((problem) => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
            </details>
          )}
          <a href={form} target="_blank" rel="noopener" className={styles.edit} title={name}>
            Edit<span className="visually-hidden"> {name} (opens in a new tab)</span>
          </a>
        </div>
      ))}
    </aside>
  );
}

const keyOf = ({ __component, id }: { __component: string; id: number }): string => `${__component} ${id}`;

/** Where each section stands on the page; undefined for one that could not be drawn. */
function elementsOf(sections: ReturnType<typeof knownOf>): (Element | undefined)[] {
  const elements = [...document.querySelectorAll('main > section')];
  if (elements.length === sections.length) return elements;
  // One is left out: only the others' ids say which.
  return outline(sections).map(({ id }) => (id && document.getElementById(id)) || undefined);
}
