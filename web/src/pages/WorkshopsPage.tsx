import type { WorkshopSearch } from '@deep-dive/shared-types';
import { Finder } from '../finder/Finder';
import { formatLabels, kindLabels } from '../workshops/labels';
import { PageBody } from './PageBody';
import { PageHead } from './PageHead';

/** Every upcoming workshop, on the map and page by page. */
export function WorkshopsPage({ search }: { search: WorkshopSearch }) {
  return (
    <>
      <PageHead title={titleOf(search)} />
      <PageBody>
        <Finder search={search} level={2} growth="pages" />
      </PageBody>
    </>
  );
}

/** "Upcoming workshops", "Upcoming Intro workshops", "Upcoming Deep Dive workshops: Virtual". */
function titleOf({ kind, format }: WorkshopSearch): string {
  const title = kind ? `Upcoming ${kindLabels[kind]} workshops` : 'Upcoming workshops';
  return format ? `${title}: ${formatLabels[format]}` : title;
}
