import { asList, type Entry } from '../../schema/model';
import { Blocks } from './Blocks';

export const QUOTE = 'sections.quote';

/** What a section shows besides its text: questions, numbers, what people said, files, a video. */
export function Items({ section }: { section: Entry }) {
  switch (section.__component) {
    case 'sections.faq':
      return asList(section.questions).map(({ question, answer }) => (
        <div key={String(question)}>
          <p>
            <strong>{String(question)}</strong>
          </p>
          {answer ? (
            <Blocks value={answer} />
          ) : (
            <p>
              <Missing>Its answer is still to be written</Missing>
            </p>
          )}
        </div>
      ));
    case 'sections.statistics':
      return asList(section.items).map(({ value, label }, index) => (
        <p key={index}>
          <strong>{String(value)}</strong>{' '}
          {label ? String(label) : <Missing>what it counts is still to be said</Missing>}
        </p>
      ));
    case QUOTE:
      return <Voice words={section.text} by={[section.name, section.role]} />;
    case 'sections.testimonials':
      return asList(section.items).map(({ words, name, role, school }, index) => (
        <Voice key={index} words={words} by={[name, role, school]} />
      ));
    case 'sections.downloads':
      return asList(section.items).map(({ title, description, url }, index) => (
        <p key={index}>
          <strong>{String(title)}</strong>
          {description ? ` · ${description}` : ''}
          {' · '}
          {url ? String(url) : <Missing>its file is still to be chosen</Missing>}
        </p>
      ));
    case 'sections.video':
      return <p>{String(section.url)}</p>;
    default:
      return null;
  }
}

function Voice({ words, by: [name, ...about] }: { words: unknown; by: unknown[] }) {
  return (
    <blockquote>
      <p>{String(words)}</p>
      <p>
        {'— '}
        {name ? (
          [name, ...about].filter(Boolean).join(', ')
        ) : (
          <Missing>who said it is still to be named</Missing>
        )}
      </p>
    </blockquote>
  );
}

const Missing = ({ children }: { children: string }) => <em>{children}</em>;
