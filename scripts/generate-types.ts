/**
 * Writes shared-types/src/generated.ts from the CMS's schema files, so that what the CMS stores and what the site reads
 * cannot drift apart. `--check` changes nothing and fails when the file is out of date.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const componentsDir = path.join(root, 'cms/src/components');
const target = path.join(root, 'shared-types/src/generated.ts');

/** The content types whose public fields cross the wire as they are stored. Workshops have a shape of their own. */
const WIRE_TYPES = ['page', 'site', 'pricing', 'scholarship', 'regional-partner'];

interface Attribute {
  type: string;
  required?: boolean;
  private?: boolean;
  enum?: string[];
  component?: string;
  components?: string[];
  repeatable?: boolean;
  target?: string;
  pluginOptions?: { form?: { label?: string; description?: string } };
}
interface Schema {
  info: { displayName: string; description?: string };
  attributes: Record<string, Attribute>;
}

const readSchema = (file: string): Schema => JSON.parse(readFileSync(file, 'utf8')) as Schema;
const pascal = (name: string): string =>
  name.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());

/** "sections.text-and-image" → "TextAndImageSection", "elements.action" → "Action". */
function typeName(uid: string): string {
  const [category, name] = uid.split('.') as [string, string];
  return pascal(name) + (category === 'sections' ? 'Section' : '');
}

function fieldType(attribute: Attribute): string {
  switch (attribute.type) {
    case 'integer':
    case 'decimal':
    case 'float':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'enumeration':
      return (attribute.enum ?? []).map((value) => `'${value}'`).join(' | ');
    case 'blocks':
      return 'RichText';
    case 'media':
      return 'Media';
    case 'relation':
      return 'PageReference';
    case 'component':
      return typeName(attribute.component ?? '') + (attribute.repeatable ? '[]' : '');
    case 'dynamiczone':
      return 'Section[]';
    default:
      return 'string';
  }
}

function field(name: string, attribute: Attribute): string {
  const list = attribute.type === 'dynamiczone' || attribute.repeatable;
  const nullable = !attribute.required && !list;
  const form = attribute.pluginOptions?.form;
  const comment = [form?.label, form?.description].filter(Boolean).join('. ').replace(/\.\./g, '.');
  return `  /** ${comment} */\n  ${name}: ${fieldType(attribute)}${nullable ? ' | null' : ''};`;
}

function interfaceFor(name: string, schema: Schema, uid?: string): string {
  const fields = Object.entries(schema.attributes)
    .filter(([, attribute]) => !attribute.private)
    .map(([key, attribute]) => field(key, attribute));
  const discriminator = uid?.startsWith('sections.') ? [`  __component: '${uid}';`] : [];
  const id = uid ? ['  /** Unique among components of this kind on one page. */\n  id: number;'] : [];
  return `/** ${schema.info.description ?? schema.info.displayName} */\nexport interface ${name} {\n${[...discriminator, ...id, ...fields].join('\n')}\n}`;
}

function generate(): string {
  const components = readdirSync(componentsDir)
    .flatMap((category) =>
      readdirSync(path.join(componentsDir, category)).map(
        (file) => `${category}.${path.basename(file, '.json')}`,
      ),
    )
    .sort();
  const schemaOf = (uid: string): Schema =>
    readSchema(path.join(componentsDir, `${uid.replace('.', '/')}.json`));
  const sections = components.filter((uid) => uid.startsWith('sections.'));
  const types = WIRE_TYPES.map((name) =>
    interfaceFor(
      pascal(name),
      readSchema(path.join(root, `cms/src/api/${name}/content-types/${name}/schema.json`)),
    ),
  );
  return [
    '// Generated from cms/src/**/*.json by `npm run generate`. Do not edit.',
    `import type { Media, PageReference, RichText } from './elements.js';`,
    ...components.map((uid) => interfaceFor(typeName(uid), schemaOf(uid), uid)),
    `/** Every section a page can hold, told apart by \`__component\`. */\nexport type Section =\n${sections.map((uid) => `  | ${typeName(uid)}`).join('\n')};`,
    ...types,
    '',
  ].join('\n\n');
}

const generated = generate();
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== generated) {
    console.error(
      'shared-types/src/generated.ts is out of date with cms/src/**/*.json: run `npm run generate`.',
    );
    process.exit(1);
  }
} else {
  writeFileSync(target, generated);
  console.log(`Wrote ${path.relative(root, target)}`);
}
