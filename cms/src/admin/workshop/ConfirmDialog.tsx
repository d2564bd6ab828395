import { Button, Modal, Typography } from '@strapi/design-system';
import { ACTION_WORDS, type WorkshopAction } from '../../rules/workshop-actions';
import { useFocusBack } from '../useFocusBack';

interface ConfirmDialogProps {
  action: WorkshopAction;
  isBusy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says what visitors will see before what can’t be taken back easily. */
export function ConfirmDialog({ action, isBusy, onConfirm, onClose }: ConfirmDialogProps) {
  useFocusBack();
  const { label, seen } = ACTION_WORDS[action];
  const words = label.replace('…', '');
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{`${words}?`}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Typography>{seen}</Typography>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            Not now
          </Button>
          <Button variant="danger" loading={isBusy} onClick={onConfirm}>
            {words}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
