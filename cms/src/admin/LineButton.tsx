import { TextButton } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface LineButtonProps {
  onClick: () => void;
  isOpen?: boolean;
  /** For screen readers, where the words alone don't say what is meant. */
  label?: string;
  children: ReactNode;
}

/** A button that reads like a line of text, or several. */
export function LineButton({ onClick, isOpen, label, children }: LineButtonProps) {
  return (
    <TextButton
      onClick={onClick}
      aria-expanded={isOpen}
      aria-label={label}
      justifyContent="flex-start"
      // As large as WCAG 2.2 asks (2.5.8).
      style={{ textAlign: 'start', minHeight: '2.4rem' }}
    >
      {children}
    </TextButton>
  );
}
