import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { openSection } from '../sections/open';

/** "#section-3": where a preview's links lead. */
const SECTION = /^#section-([1-9]\d{0,2})$/;

/** Milliseconds after which a form that has no such section is waited for no longer. */
const PATIENCE = 20_000;

/** Shows nothing: opens the section that the address names, counted from 1, as soon as the form is there. */
export function OpenSection() {
  const { hash } = useLocation();
  useEffect(() => {
    const [, number] = SECTION.exec(hash) ?? [];
    if (!number) return;
    const open = (): boolean => openSection(Number(number));
    if (open()) return;
    const observer = new MutationObserver(() => open() && observer.disconnect());
    observer.observe(document.body, { childList: true, subtree: true });
    const timer = setTimeout(() => observer.disconnect(), PATIENCE);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [hash]);
  return null;
}
