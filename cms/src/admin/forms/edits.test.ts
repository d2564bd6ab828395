import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { edited } from './edits';

const { resolve } = createRequire(import.meta.url);
const dist = (name: string): string => path.join(path.dirname(resolve(`${name}/package.json`)), 'dist/admin');
const pages = path.join(dist('@strapi/content-manager'), 'pages');
const components = path.join(dist('@strapi/admin'), 'admin/src/components');

test.each([
  resolve('@radix-ui/react-menu').replace(/index\.js$/, 'index.mjs'),
  path.join(components, 'Context.mjs'),
  path.join(components, 'Form.mjs'),
  path.join(components, 'FormInputs/String.mjs'),
  path.join(components, 'FormInputs/Textarea.mjs'),
  'EditView/components/FormInputs/Component/Repeatable.mjs',
  'EditView/components/FormInputs/Component/Input.mjs',
  'EditView/components/FormInputs/Component/Initializer.mjs',
  'EditView/components/FormInputs/Component/NonRepeatable.mjs',
  'EditView/components/FormLayout.mjs',
  'EditView/components/FormInputs/BlocksInput/BlocksContent.mjs',
  'EditView/components/FormInputs/BlocksInput/EditorLayout.mjs',
  'EditView/components/Panels.mjs',
  'EditView/components/FormInputs/BlocksInput/BlocksToolbar.mjs',
  'EditView/components/FormInputs/BlocksInput/BlocksEditor.mjs',
  'EditView/components/DocumentActions.mjs',
  '../services/documents.mjs',
  'EditView/components/FormInputs/DynamicZone/DynamicComponent.mjs',
  'ListView/ListViewPage.mjs',
])('%s of the Strapi that is installed is the one that the edits were written for', (name) => {
  const file = path.resolve(pages, name);
  const code = readFileSync(file, 'utf8');
  expect(edited(file, code)).not.toBe(code);
  expect(() => edited(file, 'export {}')).toThrow('Strapi’s form has changed');
});

test('no other file is touched', () => {
  expect(edited('/somewhere/else/Input.mjs', 'export {}')).toBeNull();
});
