import { Button } from '@strapi/design-system';
import { useAuth, unstable_useDocument as useDocument, useForm, useQueryParams } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { VERSIONED } from '../../rules/versions/content';
import { useOpenForm } from '../forms/useOpenForm';
import { ConflictDialog } from './ConflictDialog';
import { DraftDialog } from './DraftDialog';
import { type Draft, type DraftOf, draftOf, forgetDraft } from './drafts';
import { isSame, type Values, withTheirs } from './merge';
import { type Form, useKeepTyped } from './useKeepTyped';
import { placeOf, type Schemas } from './words';

/**
 * Beside the buttons of the edit form, and most of the time nothing to be seen: keeps what is typed. When the page or the session
 * ends before it is saved, it is offered again; when somebody else saved meanwhile, both are put together here.
 */
export function KeepTyped() {
  const { model, id, collectionType, contentType, components } = useOpenForm();
  const user = useAuth('KeepTyped', (state) => state.user?.id);
  const documentId = useDocumentId(collectionType, model, id);
  if (!VERSIONED.has(model) || !contentType || user === undefined) return null;
  return (
    <KeepForm of={{ user: String(user), model, documentId }} schemas={{ type: contentType, components }} />
  );
}

/** What there is one of has no documentId in its address. */
function useDocumentId(collectionType: string, model: string, id: string | undefined): string | null {
  const [{ query }] = useQueryParams();
  const isOnly = collectionType === 'single-types';
  const { document } = useDocument({ collectionType, model, params: query }, { skip: !isOnly });
  return id ?? document?.documentId ?? null;
}

function KeepForm({ of, schemas }: { of: DraftOf; schemas: Schemas }) {
  const form = useForm('KeepTyped', (all) => all) as unknown as Form;
  const { conflict, settle, bring } = useKeepTyped(form, of);
  const [offered, setOffered] = useState<Draft | null>(() => worthOffering(of, form.initialValues));
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setOpen(conflict !== null), [conflict]);
  if (offered)
    return (
      <DraftDialog
        at={offered.at}
        onTake={() => {
          setOffered(null);
          bring(offered.base, offered.typed);
        }}
        onForget={() => {
          setOffered(null);
          forgetDraft(of);
        }}
      />
    );
  if (!conflict) return null;
  return (
    <>
      <Button variant="danger-light" fullWidth onClick={() => setOpen(true)}>
        See others’ changes
      </Button>
      <ConflictDialog
        isOpen={isOpen}
        meanwhile={conflict.meanwhile}
        touching={conflict.touching.map((each) => ({
          ...each,
          place: placeOf(each.path, form.values, schemas),
        }))}
        onClose={() => setOpen(false)}
        onSettle={(theirs) => settle(withTheirs(form.values, theirs))}
      />
    </>
  );
}

function worthOffering(of: DraftOf, values: Values): Draft | null {
  const draft = draftOf(of);
  return draft && !isSame(draft.typed, values) ? draft : null;
}
