import { LinkButton } from '@strapi/design-system';
import { File } from '@strapi/icons';
import { useRBAC } from '@strapi/strapi/admin';
import { Link, useParams } from 'react-router-dom';
import { PAGE } from '../../schema/uids';

const MAKES_PAGES = [{ action: 'plugin::content-manager.explorer.create', subject: PAGE }];

/** On the list of pages: leads to where one is made from a document. */
export function FromDocumentLink() {
  const { slug } = useParams();
  const { allowedActions } = useRBAC(MAKES_PAGES);
  if (slug !== PAGE || !allowedActions.canCreate) return null;
  return (
    <LinkButton tag={Link} to="/from-a-document" startIcon={<File />} size="S" variant="tertiary">
      Add a page from a document
    </LinkButton>
  );
}
