import { cloneElement, type ReactElement, type ReactNode, useMemo } from 'react';
import { type NodeEntry, type Range, Text } from 'slate';
import { styled } from 'styled-components';
import { tokensIn } from '../../rules/figures';
import { saidOf } from './tokens';
import { useFigures } from './useFigures';

/** What the editor sets off of a text. */
interface Marked extends Range {
  figure?: string;
  isKnown?: boolean;
}

export type Decorate = (entry: NodeEntry) => Marked[];

/** Sets quoted figures off from the text around them, besides what the editor sets off itself. */
export function useDecorate(strapis: Decorate): Decorate {
  const figures = useFigures();
  return useMemo(
    () => (entry) => {
      const [node, path] = entry;
      const ranges = strapis(entry);
      if (!figures || !Text.isText(node)) return ranges;
      const quoted = tokensIn(node.text).map(({ start, end, key }): Marked => {
        const { said, isKnown } = saidOf(key, figures);
        return { anchor: { path, offset: start }, focus: { path, offset: end }, figure: said, isKnown };
      });
      return [...ranges, ...quoted];
    },
    [strapis, figures],
  );
}

/** A piece of text, as the editor drew it, with what a quoted figure reads shown on hover and told to screen readers. */
export function renderLeaf(
  { leaf }: { leaf: Partial<Marked> },
  drawn: ReactElement<{ children: ReactNode }>,
): ReactElement {
  if (leaf.figure === undefined) return drawn;
  return cloneElement(
    drawn,
    {},
    <Quoted $isKnown={leaf.isKnown === true} title={leaf.figure} aria-description={leaf.figure}>
      {drawn.props.children}
    </Quoted>,
  );
}

const Quoted = styled.mark<{ $isKnown: boolean }>`
  background: ${({ theme, $isKnown }) => ($isKnown ? theme.colors.primary100 : theme.colors.danger100)};
  color: ${({ theme, $isKnown }) => ($isKnown ? theme.colors.primary700 : theme.colors.danger700)};
  border-radius: ${({ theme }) => theme.borderRadius};
  text-decoration: ${({ $isKnown }) => ($isKnown ? 'none' : 'underline wavy')};
`;
