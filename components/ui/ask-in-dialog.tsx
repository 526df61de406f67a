import { useState, type ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

interface AskInDialogProps {
  /** On the button. */
  readonly label: string;
  /** Said by a screen reader, where the label alone leaves open of whom. */
  readonly of?: string;
  readonly title: string;
  readonly look?: 'plain' | 'quiet';
  readonly children: (close: () => void) => ReactNode;
}

/** A button whose act is asked for in a dialog; focus comes back to it. */
export function AskInDialog({ label, of, title, look = 'quiet', children }: AskInDialogProps) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button look={look} aria-label={of} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onClose={close} title={title}>
        {open && children(close)}
      </Dialog>
    </>
  );
}
