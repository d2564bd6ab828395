import { Button, Modal, Typography } from '@strapi/design-system';
import { momentInWords } from './words';

interface DraftDialogProps {
  /** Milliseconds since the epoch. */
  at: number;
  onTake: () => void;
  onForget: () => void;
}

/** Offers again what somebody wrote and didn’t save. */
export function DraftDialog({ at, onTake, onForget }: DraftDialogProps) {
  return (
    <Modal.Root open onOpenChange={onTake}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>Go on where you left off?</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Typography>
            What you wrote here until {momentInWords(at)} was not saved. This browser has kept it.
          </Typography>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onForget}>
            Throw it away
          </Button>
          <Button onClick={onTake}>Put it back</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
