import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { useRemembered } from './useRemembered';

let set: (pages: number) => void;

function Pages({ at }: { at: string }) {
  const [pages, setPages] = useRemembered(at, 0);
  set = setPages;
  return <p>{pages}</p>;
}

describe('useRemembered', () => {
  it('is as one left it when one comes back to the same search, and nowhere else', () => {
    expect(renderToString(<Pages at="/deep-dive" />)).toBe('<p>0</p>');
    set(3);
    expect(renderToString(<Pages at="/deep-dive" />)).toBe('<p>3</p>');
    expect(renderToString(<Pages at="/deep-dive?near=Denver" />)).toBe('<p>0</p>');
  });
});
