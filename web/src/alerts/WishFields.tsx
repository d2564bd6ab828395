import { ALERT_KINDS, RADII } from '@deep-dive/shared-types';
import { Choices } from '../forms/Choices';
import { Field, fieldId } from '../forms/Field';
import { kindLabels } from '../workshops/labels';
import type { TypedWishes } from './typed';

/** The fields as they stand below each other. */
export const WISHES_ORDER = ['radius', 'kinds', 'virtual', 'teachers'];

interface WishFieldsProps {
  typed: TypedWishes;
  problemOf: (name: string) => string | undefined;
  /** See `fieldId`. */
  part?: string;
}

/** What someone wishes to be told of: how far, which, and for how many. */
export function WishFields({ typed, problemOf, part }: WishFieldsProps) {
  return (
    <>
      <Field name="radius" part={part} label="How far would you go?" isRequired problem={problemOf('radius')}>
        {(attributes) => (
          <select {...attributes} defaultValue={typed.radius} required autoComplete="off">
            {RADII.map((miles) => (
              <option key={miles} value={miles}>
                {miles} miles
              </option>
            ))}
          </select>
        )}
      </Field>
      <Choices
        name="kinds"
        part={part}
        legend="Which workshops"
        isRequired
        problem={problemOf('kinds')}
        choices={ALERT_KINDS}
        labels={kindLabels}
        ticked={typed.kinds}
      />
      <div className="intake-choices">
        <label>
          <input
            id={fieldId('virtual', part)}
            type="checkbox"
            name="virtual"
            value="true"
            defaultChecked={typed.virtual}
          />
          Virtual ones too
        </label>
      </div>
      <Field
        name="teachers"
        part={part}
        label="How many of you would come?"
        isRequired
        hint="Yourself, and the teachers you would bring."
        problem={problemOf('teachers')}
      >
        {(attributes) => (
          <input
            {...attributes}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            maxLength={6}
            defaultValue={typed.teachers}
            required
          />
        )}
      </Field>
    </>
  );
}
