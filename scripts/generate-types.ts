/**
 * Writes shared-types/src/generated.ts from the CMS's schema files, so that what the CMS stores and what the site reads
 * cannot drift apart, and from those types what the site checks the CMS's answers against, web/server/answers/schemas.json.
 * `--check` changes nothing and fails when a file is out of date.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGenerator, type Definition } from 'ts-json-schema-generator';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const componentsDir = path.join(root, 'cms/src/components');
const target = path.join(root, 'shared-types/src/generated.ts');
const schemas = path.join(root, 'web/server/answers/schemas.json');

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

function componentUids(): string[] {
  return readdirSync(componentsDir)
    .flatMap((category) =>
      readdirSync(path.join(componentsDir, category)).map(
        (file) => `${category}.${path.basename(file, '.json')}`,
      ),
    )
    .sort();
}

const sectionUids = (): string[] => componentUids().filter((uid) => uid.startsWith('sections.'));

function generate(): string {
  const components = componentUids();
  const schemaOf = (uid: string): Schema =>
    readSchema(path.join(componentsDir, `${uid.replace('.', '/')}.json`));
  const sections = sectionUids();
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

/** The JSON Schema of every answer (`Answers` in shared-types), without what is there for readers. */
function answerSchemas(): string {
  const generator = createGenerator({
    path: path.join(root, 'shared-types/src/answers.ts'),
    tsconfig: path.join(root, 'shared-types/tsconfig.json'),
    // A newer CMS may say more than an older site knows.
    additionalProperties: true,
    skipTypeCheck: true,
  });
  const definitions = (generator.createSchema('Answers').definitions ?? {}) as Record<string, Definition>;
  const schemas = { ...definitions, Section: openSection(definitions) };
  return `${JSON.stringify({ definitions: schemas }, withoutWords, 1)}\n`;
}

/** A section that the site knows has its own shape; one that it does not know is left out of the page, alone. */
function openSection(definitions: Record<string, Definition>): unknown {
  const known = (definitions.Section?.anyOf ?? []) as Definition[];
  return {
    type: 'object',
    required: ['__component'],
    properties: { __component: { type: 'string' } },
    allOf: known.map(({ $ref = '' }) => ({
      if: {
        properties: { __component: definitions[$ref.replace('#/definitions/', '')]?.properties?.__component },
      },
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own word, and no promise.
      then: { $ref },
    })),
  };
}

/** Drops descriptions, so that the same shapes give the same file whatever is said about them. */
function withoutWords(key: string, value: unknown): unknown {
  return key === 'description' && typeof value === 'string' ? undefined : value;
}

/** Writes a generated file; with `--check` ends with status 1 when it is not what it would be. */
function bring(file: string, source: string, text: string): void {
  const name = path.relative(root, file);
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
    console.log(`Wrote ${name}`);
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${name} is out of date with ${source}: run \`npm run generate\`.`);
    process.exit(1);
  }
}

bring(target, 'cms/src/**/*.json', generate());
bring(schemas, 'shared-types/src', answerSchemas());
