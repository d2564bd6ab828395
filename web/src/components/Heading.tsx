import { createElement, type ReactNode } from 'react';

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

interface HeadingProps {
  level: HeadingLevel;
  id?: string;
  className?: string;
  children: ReactNode;
}

/** A heading whose level depends on where it stands. */
export function Heading({ level, ...attributes }: HeadingProps) {
  return createElement(`h${level}`, attributes);
}
