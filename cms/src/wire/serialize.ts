import type { Media, PageReference, RichTextBlock } from '@deep-dive/shared-types';
import {
  type Attribute,
  asList,
  type Entry,
  type GetModel,
  type Section,
  writtenAttributes,
} from '../rules/model';
import { isEmptyRichText, type Quote, richTextToWire } from './figures';

/**
 * An entry as visitors get it: what its schema lists and doesn't mark private, and nothing else. The types in shared-types
 * are generated from the same schemas by the same rule (scripts/generate-types.ts).
 */
export function toWire(uid: string, entry: Entry, quote: Quote, getModel: GetModel): Entry {
  const model = getModel(uid);
  const fields = writtenAttributes(model)
    .filter(([, attribute]) => !attribute.private)
    .map(([name, attribute]) => [name, fieldToWire(attribute, entry[name], quote, getModel)]);
  const identity = model.modelType === 'component' ? { id: entry.id } : {};
  return { ...identity, ...Object.fromEntries(fields) };
}

function fieldToWire(attribute: Attribute, value: unknown, quote: Quote, getModel: GetModel): unknown {
  switch (attribute.type) {
    case 'string':
    case 'text':
      return typeof value === 'string' && value !== '' ? quote(value) : attribute.required ? '' : null;
    case 'blocks': {
      const blocks = (value ?? []) as RichTextBlock[];
      if (!attribute.required && isEmptyRichText(blocks)) return null;
      return richTextToWire(blocks, quote);
    }
    case 'media':
      return value ? mediaToWire(value as StoredFile) : null;
    case 'relation':
      return value ? referenceToWire(value as PageReference) : null;
    case 'component': {
      const items = asList(value)
        .map((item) => toWire(attribute.component ?? '', item, quote, getModel))
        .filter((item) => attribute.required || !leadsNowhere(attribute, item));
      return attribute.repeatable ? items : (items[0] ?? null);
    }
    case 'dynamiczone':
      return (asList(value) as Section[])
        .filter((section) => section.visible !== false)
        .map((section) => ({
          __component: section.__component,
          ...toWire(section.__component, section, quote, getModel),
        }));
    default:
      return value ?? null;
  }
}

/** A button whose page was taken down after it was published. */
const leadsNowhere = (attribute: Attribute, { page, url, file }: Entry): boolean =>
  attribute.component === 'elements.action' && !page && !url && !file;

const referenceToWire = ({ slug, title }: PageReference): PageReference => ({ slug, title });

interface StoredFile extends Omit<Media, 'alternativeText' | 'sizes'> {
  alternativeText: string | null;
  formats: Record<string, { url: string; width: number; height: number }> | null;
}

function mediaToWire(file: StoredFile): Media {
  const { url, width, height, mime, name, size } = file;
  const sizes = Object.values(file.formats ?? {})
    .map((format) => ({ url: format.url, width: format.width, height: format.height }))
    .sort((a, b) => a.width - b.width);
  return {
    url,
    alternativeText: file.alternativeText ?? '',
    width: width ?? null,
    height: height ?? null,
    mime,
    name,
    size: Number(size),
    sizes,
  };
}
