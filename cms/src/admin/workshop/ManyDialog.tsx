import { Box, Button, Flex, Modal, Radio, Typography } from '@strapi/design-system';
import { useId, useState } from 'react';
import {
  ACTION_WORDS,
  type ActionResult,
  MOST_WORKSHOPS,
  resultInWords,
  type WorkshopAction,
} from '../../rules/workshop-actions';
import { useFocusBack } from '../useFocusBack';
import { useActions } from './useActions';

/** Those that need nothing more of each workshop. */
const FOR_MANY = ['full', 'places-again', 'cancel', 'reinstate', 'unpublish'] as const;

interface ManyDialogProps {
  documentIds: string[];
  /** Called with whether anything was done. */
  onClose: (isDone: boolean) => void;
}

/** Asks what is to be done with several workshops, does it, and says of each by name what came of it. */
export function ManyDialog({ documentIds, onClose }: ManyDialogProps) {
  useFocusBack();
  const act = useActions();
  const [action, setAction] = useState<WorkshopAction>('full');
  const [results, setResults] = useState<ActionResult[]>();
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    const acted = await act(action, { documentIds: documentIds.slice(0, MOST_WORKSHOPS) });
    setBusy(false);
    if (acted.problem === null) setResults(acted.results);
    else setProblem(acted.problem);
  };
  const count = documentIds.length === 1 ? 'One workshop' : `${documentIds.length} workshops`;
  return (
    <>
      <Modal.Body>
        {results ? (
          <Results action={action} results={results} />
        ) : (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>{`${count}, each done wholly or not at all.`}</Typography>
            <Radio.Group
              aria-label="What is to be done with them"
              value={action}
              onValueChange={(value: string) => setAction(value as WorkshopAction)}
            >
              <Flex direction="column" alignItems="stretch" gap={3}>
                {FOR_MANY.map((each) => (
                  <Choice key={each} action={each} />
                ))}
              </Flex>
            </Radio.Group>
            <Typography role="alert" textColor="danger700">
              {problem}
            </Typography>
          </Flex>
        )}
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={() => onClose(results !== undefined)}>
          {results ? 'Close' : 'Not now'}
        </Button>
        {!results && (
          <Button
            variant={ACTION_WORDS[action].asksFirst ? 'danger' : 'default'}
            loading={isBusy}
            onClick={send}
          >
            {ACTION_WORDS[action].label.replace('…', '')}
          </Button>
        )}
      </Modal.Footer>
    </>
  );
}

function Choice({ action }: { action: WorkshopAction }) {
  const id = useId();
  const { label, seen } = ACTION_WORDS[action];
  return (
    <Box>
      <Radio.Item value={action} aria-describedby={id}>
        {label.replace('…', '')}
      </Radio.Item>
      <Box paddingLeft={6}>
        <Typography id={id} variant="pi" textColor="neutral600">
          {seen}
        </Typography>
      </Box>
    </Box>
  );
}

function Results({ action, results }: { action: WorkshopAction; results: ActionResult[] }) {
  const failed = results.filter(({ problem }) => problem !== null);
  const done = results.filter(({ problem }) => problem === null);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography role="status" fontWeight="bold">
        {failed.length === 0
          ? `Done: ${done.length} of ${results.length}.`
          : `Done: ${done.length} of ${results.length}. Not done: ${failed.length}.`}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {[...failed, ...done].map((result) => (
          <Box tag="li" key={result.documentId} padding={3} background="neutral100" hasRadius>
            <Typography fontWeight="bold">
              {[result.title, result.when].filter(Boolean).join(' · ')}
            </Typography>
            <Box paddingTop={1}>
              <Typography textColor={result.problem === null ? 'neutral800' : 'danger700'}>
                {resultInWords(action, result)}
              </Typography>
            </Box>
          </Box>
        ))}
      </Flex>
    </Flex>
  );
}
