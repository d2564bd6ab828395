import { PageBody } from './PageBody';
import { PageHead } from './PageHead';

/** What someone sees when it is our fault. It asks for nothing, so that it can be shown whatever has failed. */
export function ErrorPage() {
  return (
    <>
      <PageHead title="Sorry, something went wrong on our side" />
      <PageBody>
        <p>We couldn’t put this page together just now. Please try again in a minute.</p>
        <p>
          <a href="/">Go to the home page</a>
        </p>
      </PageBody>
    </>
  );
}
