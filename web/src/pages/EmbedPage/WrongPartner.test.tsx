// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WrongPartner } from './WrongPartner';

describe('WrongPartner', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each([
    ['nope', null, 'partner=nope is no Regional Partner'],
    [null, null, 'What follows partner= is no Regional Partner'],
    ['old', 'new', 'partner=old is an old address: write partner=new.'],
  ])('says in the console, once, that %s (now %s) is wrong', (slug, movedTo, words) => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const root = createRoot(document.createElement('div'));
    const element = <WrongPartner search={{}} slug={slug} movedTo={movedTo} />;
    act(() => root.render(element));
    act(() => root.render(element));
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining(words));
    act(() => root.unmount());
  });
});
