import { Finder } from '../../finder/Finder';
import { PageBody } from '../PageBody';
import { PageHead } from '../PageHead';

/** The finder as a page of its own. */
export function WorkshopsPage() {
  return (
    <>
      <PageHead title="Find a workshop" />
      <PageBody>
        <Finder kind={null} level={2} growth="pages" />
      </PageBody>
    </>
  );
}
