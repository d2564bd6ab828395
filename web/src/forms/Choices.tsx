import { About, controlOf, Mark } from './Field';

interface ChoicesProps<Choice extends string> {
  name: string;
  /** See `fieldId`. */
  part?: string;
  legend: string;
  isRequired?: boolean;
  problem: string | undefined;
  choices: readonly Choice[];
  /** What each is called. */
  labels: Record<Choice, string>;
  ticked: readonly string[];
}

/** Several of which any may be ticked. A summary of problems leads to the first. */
export function Choices<Choice extends string>({
  name,
  part,
  legend,
  isRequired = false,
  problem,
  choices,
  labels,
  ticked,
}: ChoicesProps<Choice>) {
  const control = controlOf(name, false, problem, part);
  return (
    <fieldset className="intake-field" aria-describedby={control['aria-describedby']}>
      <legend>
        {legend} <Mark isRequired={isRequired} />
      </legend>
      <About id={control.id} problem={problem} />
      <div className="intake-choices">
        {choices.map((choice, index) => (
          <label key={choice}>
            <input
              id={index === 0 ? control.id : undefined}
              type="checkbox"
              name={name}
              value={choice}
              defaultChecked={ticked.includes(choice)}
            />
            {labels[choice]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
