import type { Attribute } from '../schema/model';

interface Schema {
  attributes: Record<string, Attribute>;
}

/** The schemas that Strapi's admin begins with. */
interface Init {
  contentTypes: Schema[];
  components: Schema[];
}

/** Any text: Strapi's admin has a pattern of its own for web addresses that have none. */
const ANYTHING = '^[^]*$';

/**
 * Schemas that give Strapi's admin nothing to validate: it would stop before the server is asked, so that mistakes come in
 * rounds, and in words for engineers. Our own fields find in `pluginOptions.form` what they show of it.
 */
export function withoutValidation({ contentTypes, components, ...rest }: Init): Init {
  const plain = (schema: Schema): Schema => ({
    ...schema,
    attributes: Object.fromEntries(
      Object.entries(schema.attributes).map(([name, attribute]) => [name, leftToServer(attribute)]),
    ),
  });
  return { ...rest, contentTypes: contentTypes.map(plain), components: components.map(plain) };
}

function leftToServer(attribute: Attribute): Attribute {
  const { required, min, max, maxLength, minLength: _, regex: __, ...rest } = attribute;
  const isList = attribute.type === 'component' || attribute.type === 'dynamiczone';
  const beginsFilled = attribute.type === 'component' && attribute.repeatable === true;
  return {
    ...rest,
    ...(attribute.type === 'uid' && { regex: ANYTHING }),
    // A list that is full has no button to add to it.
    ...(isList && { max }),
    // A new entry's list begins with as many as it must have, so that there is one to fill in.
    ...(beginsFilled && { required, min }),
    // Strapi's form begins with what it takes for the default: a part with nothing in it, open to be filled in.
    ...(attribute.pluginOptions?.form?.open && { default: {} }),
    pluginOptions: {
      ...attribute.pluginOptions,
      form: { ...attribute.pluginOptions?.form, required, min, max, maxLength },
    },
  };
}
