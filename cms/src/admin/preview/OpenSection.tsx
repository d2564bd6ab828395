import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { openField, pathIn } from './open-field';

/** "#section-3": where a preview's links lead. */
const SECTION = /^#section-([1-9]\d{0,2})$/;

/** Shows nothing: opens the section or the field that the address names, as soon as the form is there. */
export function OpenSection() {
  const { hash, search } = useLocation();
  useEffect(() => {
    const [, number] = SECTION.exec(hash) ?? [];
    return openField(number ? ['sections', Number(number) - 1] : pathIn(search));
  }, [hash, search]);
  return null;
}
