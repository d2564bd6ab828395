import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Link, Typography } from '@strapi/design-system';
import { PARTNER } from '../../schema/uids';
import { useMe } from '../ownership/useMe';

/** Beside a Regional Partner's form: the way to the page that visitors see. */
export const PublicPagePanel: PanelComponent = ({ model, document }) => {
  if (model !== PARTNER || !document?.slug) return null;
  return { title: 'Public page', content: <PublicPage slug={String(document.slug)} /> };
};

function PublicPage({ slug }: { slug: string }) {
  const me = useMe();
  if (!me?.site) return null;
  return (
    <>
      <Typography textColor="neutral800">Saving shows it to visitors at once.</Typography>
      <Link href={`${me.site}/partners/${slug}`} isExternal>
        See the page
      </Link>
    </>
  );
}
