import { Box, Button, Checkbox, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { dateInWords, readDateList } from '../../rules/typed';
import { type ActionResult, MOST_DATES, resultInWords } from '../../rules/workshop-actions';
import { WORKSHOP } from '../../schema/uids';
import { today } from '../today';
import { useFocusBack } from '../useFocusBack';
import type { Acted } from './useActions';

interface CopiesDialogProps {
  /** Whether visitors see the workshop as it stands, and so may see the copies at once. */
  mayPublish: boolean;
  onSend: (dates: string[], publish: boolean) => Promise<Acted>;
  onDone: (result: ActionResult | undefined) => void;
  onClose: () => void;
}

/** Asks for the days to which a workshop is to be duplicated, and names the copies. */
export function CopiesDialog({ mayPublish, onSend, onDone, onClose }: CopiesDialogProps) {
  useFocusBack();
  const [text, setText] = useState('');
  const [publish, setPublish] = useState(false);
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [result, setResult] = useState<ActionResult>();
  const { dates, problems } = readDateList(text, today());
  const isMany = dates.length > MOST_DATES;
  const mayGo = dates.length > 0 && problems.length === 0 && !isMany;

  const duplicate = async (): Promise<void> => {
    setBusy(true);
    const acted = await onSend(dates, publish);
    setBusy(false);
    const [done] = acted.results;
    const said = acted.problem ?? done?.problem ?? null;
    setProblem(said ?? '');
    if (said !== null) return;
    setResult(done);
    onDone(done);
  };

  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>Duplicate to other dates</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {result ? (
            <Copies result={result} />
          ) : (
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Field.Root
                name="dates"
                required
                hint="One a line, or as you paste them: 3/6, Mar 13 2027. The first session falls on each of these days, the others follow as they do now."
                error={problems.length > 0 ? problems.join(' ') : undefined}
              >
                <Field.Label>Days on which the copies begin</Field.Label>
                <Textarea
                  autoFocus
                  value={text}
                  onChange={(event: { target: { value: string } }) => {
                    setText(event.target.value);
                    setProblem('');
                  }}
                />
                <Field.Hint />
                <Field.Error />
              </Field.Root>
              {dates.length > 0 && (
                <Box role="status">
                  <Typography fontWeight="bold">
                    {dates.length === 1 ? 'One copy:' : `${dates.length} copies:`}
                  </Typography>
                  <ul>
                    {dates.map((date) => (
                      <Typography tag="li" key={date}>
                        {dateInWords(date)}
                      </Typography>
                    ))}
                  </ul>
                </Box>
              )}
              {mayPublish ? (
                <Checkbox checked={publish} onCheckedChange={(checked) => setPublish(checked === true)}>
                  Publish them: visitors see them at once
                </Checkbox>
              ) : (
                <Typography textColor="neutral600">
                  They are drafts: visitors see them once you publish each of them.
                </Typography>
              )}
              <Typography role="alert" textColor="danger700">
                {isMany ? `${MOST_DATES} days at once are the most.` : problem}
              </Typography>
            </Flex>
          )}
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {result ? 'Close' : 'Not now'}
          </Button>
          {!result && (
            <Button onClick={duplicate} loading={isBusy} disabled={!mayGo}>
              Duplicate
            </Button>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

function Copies({ result }: { result: ActionResult }) {
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography role="status" fontWeight="bold">
        {resultInWords('duplicate', result)}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {result.copies.map(({ documentId, title, when }) => (
          <Box tag="li" key={documentId}>
            <Typography
              tag={Link}
              to={`/content-manager/collection-types/${WORKSHOP}/${documentId}`}
              textColor="primary700"
            >
              {[title, when].filter(Boolean).join(' · ')}
            </Typography>
          </Box>
        ))}
      </Flex>
    </Flex>
  );
}
