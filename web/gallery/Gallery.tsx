import { ContentPage } from '../src/pages/ContentPage/ContentPage';
import { PageBody } from '../src/pages/PageBody';
import { PageHead } from '../src/pages/PageHead';
import type { NamedExample } from '../src/testing/all-examples';
import styles from './Gallery.module.css';

const HOME = '/_gallery';
/** The slug of the page an example stands on. */
export const PAGE = 'example';

/** Where the gallery shows an example: /_gallery/Hero/longest. */
export function addressOf({ kind, name }: NamedExample): string {
  return `${HOME}/${kind}/${name}`;
}

interface GalleryProps {
  examples: NamedExample[];
  /** The one at this address; undefined shows the list of all. */
  shown: NamedExample | undefined;
}

/** Every example of every section, each as the only section of a page. */
export function Gallery({ examples, shown }: GalleryProps) {
  if (!shown) return <List examples={examples} />;
  const at = examples.indexOf(shown);
  const previous = examples[at - 1];
  const next = examples[at + 1];
  return (
    <>
      <nav aria-label="Examples" className={styles.bar}>
        <a href={HOME}>All examples</a>
        <span>
          {shown.kind}: {shown.name}
        </span>
        {previous && <a href={addressOf(previous)}>Previous</a>}
        {next && <a href={addressOf(next)}>Next</a>}
      </nav>
      <main>
        <ContentPage slug={PAGE} />
      </main>
    </>
  );
}

function List({ examples }: { examples: NamedExample[] }) {
  const kinds = [...new Set(examples.map(({ kind }) => kind))];
  return (
    <main>
      <PageHead title="Section examples" />
      <PageBody>
        {kinds.map((kind) => (
          <section key={kind} className={styles.kind}>
            <h2>{kind}</h2>
            <ul className={styles.links}>
              {examples
                .filter((example) => example.kind === kind)
                .map((example) => (
                  <li key={example.name}>
                    <a href={addressOf(example)}>{example.name}</a>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </PageBody>
    </main>
  );
}
