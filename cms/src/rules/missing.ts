import type { Attribute, Entry, GetModel, Section } from '../schema/model';
import { asList, writtenAttributes } from '../schema/model';
import { sectionName } from './blanks';
import type { Problem } from './problem';
import { asSeen } from './typed';

/** What an entry needs and doesn't have, before anybody may see it: of sections that are switched off as well. */
export function missingProblems(uid: string, entry: Entry, getModel: GetModel): Problem[] {
  function inside(model: string, value: Entry, path: Problem['path'], where: string): Problem[] {
    return writtenAttributes(getModel(model)).flatMap(([name, attribute]) =>
      inField(attribute, value[name], [...path, name], where),
    );
  }

  function inField(attribute: Attribute, value: unknown, path: Problem['path'], where: string): Problem[] {
    const label = attribute.pluginOptions?.form?.label ?? String(path.at(-1));
    if (attribute.required && isMissing(value))
      return [{ path, message: `${where}${isList(attribute) ? 'Add to' : 'Fill in'} “${label}”.` }];
    if (attribute.type === 'component') {
      const items = asList(value);
      return items.flatMap((item, position) => {
        const which = items.length > 1 ? `${where}${label} ${position + 1}: ` : where;
        const at = attribute.repeatable ? [...path, position] : path;
        return inside(attribute.component ?? '', item, at, which);
      });
    }
    if (attribute.type === 'dynamiczone')
      return (asList(value) as Section[]).flatMap((section, position) =>
        inside(
          section.__component,
          section,
          [...path, position],
          `${sectionName(section, position, getModel)}: `,
        ),
      );
    return [];
  }

  return inside(uid, entry, [], '');
}

const isList = ({ type, repeatable }: Attribute): boolean => type === 'dynamiczone' || repeatable === true;

function isMissing(value: unknown): boolean {
  if (typeof value === 'string') return asSeen(value) === '';
  if (Array.isArray(value)) return value.length === 0 || value.every(isEmptyBlock);
  return value === null || value === undefined;
}

/** A paragraph without a letter: what rich text holds when it is emptied. */
function isEmptyBlock(block: unknown): boolean {
  const { type, text, children } = (block ?? {}) as Entry;
  if (type === undefined || type === 'image') return false;
  if (typeof text === 'string') return asSeen(text) === '';
  return Array.isArray(children) && children.every(isEmptyBlock);
}
