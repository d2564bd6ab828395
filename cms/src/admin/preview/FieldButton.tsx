import { Typography, VisuallyHidden } from '@strapi/design-system';
import { useHref } from 'react-router-dom';
import { LineButton } from '../LineButton';
import { openField, pathIn } from './open-field';

interface FieldButtonProps {
  /** Where the field is, within the admin. */
  link: string;
  /** Whether it is in the form that is open; another opens in a tab of its own, so that what is typed here stays. */
  isHere: boolean;
  children: string;
}

/** What is to be done with a field, leading there. */
export function FieldButton({ link, isHere, children }: FieldButtonProps) {
  const href = useHref(link);
  if (isHere) return <LineButton onClick={() => openField(pathIn(link))}>{children}</LineButton>;
  return (
    <Typography tag="a" variant="pi" textColor="primary600" href={href} target="_blank" rel="noreferrer">
      {children}
      <VisuallyHidden> (opens in a new tab)</VisuallyHidden>
    </Typography>
  );
}
