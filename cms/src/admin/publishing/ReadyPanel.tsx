import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex, TextButton, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';
import { unstable_useContentManagerContext as useContentManagerContext, useForm } from '@strapi/strapi/admin';
import type { Problem } from '../../rules/problem';
import { HAS_BLANKS } from '../../rules/to-fill';
import type { Entry } from '../../schema/model';
import { StillToFill } from '../blanks/StillToFill';
import { openField } from '../preview/open-field';
import { type Rehearsal, useRehearsal } from './useRehearsal';

interface ReadyProps {
  /** The entry’s, in the content manager’s API. */
  path: string;
  /** Whether there is something to publish. */
  isChanged: boolean;
}

/**
 * Beside a form: what keeps what stands in it from being published, what is worth a second look, and what is still to be
 * filled in, before anything is saved.
 */
export const ReadyPanel: PanelComponent = ({ model, collectionType, documentId, document, activeTab }) => {
  const { contentType } = useContentManagerContext();
  const modified = useForm('ReadyPanel', (form) => form.modified);
  const isChanged = modified || (document !== undefined && document.status !== 'published');
  if (!contentType?.options?.draftAndPublish || activeTab === 'published') return null;
  if (!isChanged && !HAS_BLANKS.has(model)) return null;
  const path = ['/content-manager', collectionType, model, documentId].filter(Boolean).join('/');
  return {
    title: isChanged ? 'Ready to publish?' : 'Blanks to fill',
    content: <Ready path={path} isChanged={isChanged} />,
  };
};

function Ready({ path, isChanged }: ReadyProps) {
  const { contentType } = useContentManagerContext();
  const values = useForm('ReadyPanel', (form) => form.values) as Entry;
  const rehearsal = useRehearsal(path, values, contentType?.attributes ?? NONE);
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      {isChanged && (
        <Flex direction="column" alignItems="stretch" gap={2} aria-live="polite">
          <Said {...rehearsal} />
        </Flex>
      )}
      {rehearsal.toFill && <StillToFill toFill={rehearsal.toFill} isChanged={isChanged} />}
    </Flex>
  );
}

const NONE = {};

function Said(rehearsal: Rehearsal) {
  switch (rehearsal.state) {
    case 'under way':
      return <Typography textColor="neutral600">One moment…</Typography>;
    case 'unknown':
      return <Typography textColor="neutral600">We can’t tell at the moment. Publish says it.</Typography>;
    case 'refused':
      return (
        <>
          <Flex gap={2}>
            <WarningCircle fill="warning600" aria-hidden />
            <Typography fontWeight="bold" textColor="neutral800">
              Not yet
            </Typography>
          </Flex>
          <Lines lines={rehearsal.problems} />
        </>
      );
    case 'ready':
      return (
        <>
          <Flex gap={2}>
            <CheckCircle fill="success600" aria-hidden />
            <Typography fontWeight="bold" textColor="success700">
              Yes
            </Typography>
          </Flex>
          {rehearsal.shown && <Typography textColor="neutral800">{rehearsal.shown}</Typography>}
          {rehearsal.remarks.length > 0 && (
            <>
              <Flex gap={2} paddingTop={2}>
                <Information fill="neutral600" aria-hidden />
                <Typography fontWeight="bold" textColor="neutral800">
                  Is this meant?
                </Typography>
              </Flex>
              <Lines lines={rehearsal.remarks.map((message) => ({ path: [], message }))} />
            </>
          )}
        </>
      );
  }
}

const LINES = 8;

/** Each leads to its field, if it has one. */
function Lines({ lines }: { lines: Problem[] }) {
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {lines.slice(0, LINES).map(({ path, message }) => (
        <Typography tag="li" key={message} textColor="neutral800">
          {path.length > 0 ? <TextButton onClick={() => openField(path)}>{message}</TextButton> : message}
        </Typography>
      ))}
      {lines.length > LINES && (
        <Typography tag="li" textColor="neutral800">{`… and ${lines.length - LINES} more.`}</Typography>
      )}
    </Flex>
  );
}
