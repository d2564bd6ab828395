import { unstable_useDocument as useDocument } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';

/**
 * Which form is open, and what it is made of. Strapi's own `useContentManagerContext` tells the same, and has whoever asks drawn
 * anew at each key that is typed.
 */
export function useOpenForm() {
  const { collectionType = '', slug: model = '', id, origin } = useParams();
  const { schema, components } = useDocument({ collectionType, model }, { skip: true });
  return {
    collectionType,
    model,
    /** The document's; undefined of one that is new. */
    id: origin || id === 'create' ? undefined : id,
    contentType: schema,
    components,
  };
}
