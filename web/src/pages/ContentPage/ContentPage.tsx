import { useSuspenseQuery } from '@tanstack/react-query';
import { useCms } from '../../queries/cms';
import { pageQuery } from '../../queries/page';
import { beginsWithHero } from '../../sections/outline';
import { knownOf, Sections } from '../../sections/Sections';
import { PageHead } from '../PageHead';

/** A page made of sections. */
export function ContentPage({ slug }: { slug: string }) {
  const { title, sections } = useSuspenseQuery(pageQuery(useCms(), slug)).data;
  return (
    <>
      {!beginsWithHero(knownOf(sections)) && <PageHead title={title} />}
      <Sections sections={sections} />
    </>
  );
}
