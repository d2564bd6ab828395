import { LinkButton } from '@strapi/design-system';
import { BulletList } from '@strapi/icons';
import { useRBAC } from '@strapi/strapi/admin';
import { Link, useParams } from 'react-router-dom';
import { WORKSHOP } from '../../schema/uids';

const MAKES_WORKSHOPS = [{ action: 'plugin::content-manager.explorer.create', subject: WORKSHOP }];

/** On the list of workshops: leads to where those of a spreadsheet are brought in. */
export function BringLink() {
  const { slug } = useParams();
  const { allowedActions } = useRBAC(MAKES_WORKSHOPS);
  if (slug !== WORKSHOP || !allowedActions.canCreate) return null;
  return (
    <LinkButton tag={Link} to="/bring-a-spreadsheet" startIcon={<BulletList />} size="S" variant="tertiary">
      Bring a spreadsheet
    </LinkButton>
  );
}
