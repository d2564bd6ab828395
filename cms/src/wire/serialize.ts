import type { Media, PageReference, RichTextBlock } from '@deep-dive/shared-types';
import { type Pictures, type StoredAddress, versionedUrl } from '../media';
import { isShown } from '../rules/showing';
import {
  type Attribute,
  asList,
  type Entry,
  type GetModel,
  type Section,
  writtenAttributes,
} from '../schema/model';
import { isEmptyRichText, type Quote, richTextToWire } from './figures';

/** What entries name and don't hold. */
export interface WireContext {
  quote: Quote;
  /** Whether a text quotes a figure whose number nobody knows yet. */
  quotesBlank: (text: string) => boolean;
  /** The pictures in rich text, as they are now. */
  pictures: Pictures;
  /** When they are asked for, in milliseconds since the epoch. */
  now: number;
}

/**
 * An entry as visitors get it: what its schema lists and doesn't mark private, and nothing else. The types in shared-types
 * are generated from the same schemas by the same rule (scripts/generate-types.ts).
 */
export function toWire(uid: string, entry: Entry, context: WireContext, getModel: GetModel): Entry {
  const model = getModel(uid);
  const fields = writtenAttributes(model)
    .filter(([, attribute]) => !attribute.private)
    .map(([name, attribute]) => [name, fieldToWire(attribute, entry[name], context, getModel)]);
  const identity = model.modelType === 'component' ? { id: entry.id } : {};
  return { ...identity, ...Object.fromEntries(fields) };
}

function fieldToWire(
  attribute: Attribute,
  value: unknown,
  context: WireContext,
  getModel: GetModel,
): unknown {
  switch (attribute.type) {
    case 'string':
    case 'text':
      return typeof value === 'string' && value !== ''
        ? context.quote(value)
        : attribute.required
          ? ''
          : null;
    case 'blocks': {
      const blocks = (value ?? []) as RichTextBlock[];
      if (!attribute.required && isEmptyRichText(blocks)) return null;
      return richTextToWire(blocks, context.quote, context.pictures);
    }
    case 'media':
      return value ? mediaToWire(value as StoredFile) : null;
    case 'relation':
      return value ? referenceToWire(value as PageReference) : null;
    case 'component': {
      const items = asList(value)
        .filter((item) => !isCountless(attribute, item, context))
        .map((item) => toWire(attribute.component ?? '', item, context, getModel))
        .filter((item) => attribute.required || !leadsNowhere(attribute, item));
      return attribute.repeatable ? items : (items[0] ?? null);
    }
    case 'dynamiczone':
      return (asList(value) as Section[])
        .filter((section) => isShown(section, context.now))
        .map((section) => ({
          __component: section.__component,
          ...toWire(section.__component, section, context, getModel),
        }));
    default:
      return value ?? null;
  }
}

/** A button whose page was taken down after it was published. */
const leadsNowhere = (attribute: Attribute, { page, url, file }: Entry): boolean =>
  attribute.component === 'elements.action' && !page && !url && !file;

/** A number that nobody knows yet: its figure's wording without one would stand in large letters in its place. */
const isCountless = (attribute: Attribute, { value }: Entry, { quotesBlank }: WireContext): boolean =>
  attribute.component === 'elements.statistic' && quotesBlank(String(value ?? ''));

const referenceToWire = ({ slug, title }: PageReference): PageReference => ({ slug, title });

interface StoredFile extends Omit<Media, 'alternativeText' | 'sizes'>, StoredAddress {
  alternativeText: string | null;
  formats: Record<string, { url: string; width: number; height: number }> | null;
}

function mediaToWire(file: StoredFile): Media {
  const { width, height, mime, name, size } = file;
  const sizes = Object.values(file.formats ?? {})
    .map((format) => ({ url: versionedUrl(file, format.url), width: format.width, height: format.height }))
    .sort((a, b) => a.width - b.width);
  return {
    url: versionedUrl(file),
    alternativeText: file.alternativeText ?? '',
    width: width ?? null,
    height: height ?? null,
    mime,
    name,
    size: Number(size),
    sizes,
  };
}
