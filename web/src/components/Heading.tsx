import { createElement, type ReactNode } from 'react';

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

interface HeadingProps {
  level: HeadingLevel;
  id?: string;
  /** Where the focus goes when a link leads here. */
  isTarget?: boolean;
  className?: string;
  children: ReactNode;
}

/** A heading whose level depends on where it stands. */
export function Heading({ level, isTarget, ...attributes }: HeadingProps) {
  return createElement(`h${level}`, { ...attributes, tabIndex: isTarget ? -1 : undefined });
}
