import { ALERT_KINDS, type Alert, DEFAULT_RADIUS, LONGEST_PLACE, RADII } from '@deep-dive/shared-types';

/** What someone wishes to be told of, as it stands in a form: text that may be anything. */
export interface TypedWishes {
  /** Miles. */
  radius: string;
  kinds: string[];
  virtual: boolean;
  teachers: string;
}

/** All that stands in the form that asks to be told. */
export interface TypedAlert extends TypedWishes {
  email: string;
  near: string;
}

/** What was typed of wishes into a form that was sent. */
export function wishesIn(form: URLSearchParams): TypedWishes {
  return {
    radius: form.get('radius') ?? '',
    kinds: form.getAll('kinds'),
    virtual: form.has('virtual'),
    teachers: form.get('teachers') ?? '',
  };
}

/** All that was typed into a form that was sent. */
export function alertIn(form: URLSearchParams): TypedAlert {
  return { email: form.get('email') ?? '', near: form.get('near') ?? '', ...wishesIn(form) };
}

/** The form to change an alert, as it is opened. */
export const wishesOf = ({ radius, kinds, virtual, teachers }: Alert): TypedWishes => ({
  radius: String(radius),
  kinds,
  virtual,
  teachers: String(teachers),
});

/** Degrees, as a finder that was told where its visitor is has them: nobody would know them again. */
const COORDINATES = /^-?\d[\d.]*\s*,\s*-?\d[\d.]*$/;

/** The form as a link opens it: see `alertHref`. What can't be meant is left out. */
export function prefilledAlert(query: URLSearchParams): TypedAlert {
  const given = (name: string): string => query.get(name)?.trim() ?? '';
  const near = given('near');
  const canBeNear = near.length <= LONGEST_PLACE && !/\p{Cc}/u.test(near) && !COORDINATES.test(near);
  const kind = ALERT_KINDS.find((each) => each === given('kind'));
  return {
    email: '',
    near: canBeNear ? near : '',
    radius: String(RADII.find((miles) => String(miles) === given('radius')) ?? DEFAULT_RADIUS),
    kinds: kind ? [kind] : [...ALERT_KINDS],
    virtual: false,
    teachers: '1',
  };
}
