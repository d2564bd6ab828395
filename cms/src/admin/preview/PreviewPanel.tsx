import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { useState } from 'react';
import { VERSIONED } from '../../rules/versions/content';
import { useOpenPreview } from './useOpenPreview';

/** Beside the form: the way to see on the site how it will look. */
export const PreviewPanel: PanelComponent = ({ model, document }) => {
  if (!VERSIONED.has(model) || !document?.documentId) return null;
  return { title: 'Preview', content: <OpenPreview model={model} documentId={document.documentId} /> };
};

function OpenPreview({ model, documentId }: { model: string; documentId: string }) {
  const open = useOpenPreview(model, documentId);
  const isModified = useForm('OpenPreview', ({ modified }) => modified);
  const [problem, setProblem] = useState('');
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Button variant="tertiary" fullWidth onClick={async () => setProblem(await open())}>
        Open the preview
      </Button>
      <Typography variant="pi" textColor="neutral600">
        {isModified
          ? 'It shows what was saved last, and follows when you save.'
          : 'On a phone and on a desk, before visitors see it. It opens in a new tab.'}
      </Typography>
      <Typography role="alert" variant="pi" textColor="danger700">
        {problem}
      </Typography>
    </Flex>
  );
}
