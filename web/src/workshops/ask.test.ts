import { expect, it } from 'vitest';
import { aWorkshopDetail } from '../testing/samples';
import { askHref } from './ask';

const workshop = aWorkshopDetail();

it('asks the partner by name for a place, and says which workshop is meant', () => {
  const href = new URL(askHref(workshop, 'https://our.example/workshops/denver-march') ?? '');
  expect(href.pathname).toBe('ana@frontrange.example');
  expect(href.searchParams.get('subject')).toBe(
    'A place at CS Fundamentals: Deep Dive in Denver, Sat, Mar 6, 2027, 9:00 AM – 4:00 PM MST',
  );
  const body = href.searchParams.get('body') ?? '';
  expect(body).toMatch(/^Hello Ana Ruiz,\r\n\r\nIs there a place for me at CS Fundamentals/);
  expect(body).toContain('Central Library, Denver, CO): https://our.example/workshops/denver-march');
});

it('is none where the partner has no address', () => {
  expect(askHref({ ...workshop, contact: { ...workshop.contact, email: null } }, '')).toBeNull();
});
