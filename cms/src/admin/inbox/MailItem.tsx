import { Box, Button, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { InboxMail, KeptMail } from '../../rules/inbox';
import { useAnswer } from '../useAnswer';
import { useFocusBack } from '../useFocusBack';
import { momentInWords } from '../versions/words';
import { mailInWords } from './words';

interface MailItemProps {
  mail: InboxMail;
  /** Of the admin's API. */
  path: string;
  onSendAgain: () => void;
}

/** How a mail about an inquiry fared: it is sent again where it failed, and read where it was kept. */
export function MailItem({ mail, path, onSendAgain }: MailItemProps) {
  const [isRead, setIsRead] = useState(false);
  const { what, state, at, failure, isKept } = mail;
  return (
    <Box>
      <Typography>{`${what}: ${mailInWords(mail)}`}</Typography>
      <Typography variant="pi" textColor="neutral600" tag="p">
        {momentInWords(at)}
      </Typography>
      {isKept && (
        <Button size="S" variant="tertiary" aria-label={`Read: ${what}`} onClick={() => setIsRead(true)}>
          Read it
        </Button>
      )}
      {isRead && <MailDialog path={path} onClose={() => setIsRead(false)} />}
      {failure !== null && state !== 'done' && (
        <>
          <Typography variant="pi" textColor="danger600" tag="p">
            {failure}
          </Typography>
          <Button size="S" variant="tertiary" onClick={onSendAgain}>
            Send again
          </Button>
        </>
      )}
    </Box>
  );
}

function MailDialog({ path, onClose }: { path: string; onClose: () => void }) {
  useFocusBack();
  const mail = useAnswer<KeptMail>(path);
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{mail && mail !== 'failed' ? mail.subject : 'Mail'}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {mail === 'failed' && <Typography>It is no longer here: it was sent, or erased.</Typography>}
          {mail && mail !== 'failed' && (
            <>
              <Typography tag="p" textColor="neutral600">{`To ${mail.to}`}</Typography>
              <Typography tag="p" paddingTop={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {mail.text}
              </Typography>
            </>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
