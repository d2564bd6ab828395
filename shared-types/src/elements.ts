/** A picture or file from the media library, as the site needs it. */
export interface Media {
  /** A path on the site ("/uploads/…") or an absolute address. */
  url: string;
  /** What a visitor who cannot see the picture is told; empty for a decoration. */
  alternativeText: string;
  /** Pixels; null for a file that is no picture. */
  width: number | null;
  height: number | null;
  /** MIME type ("image/svg+xml"). */
  mime: string;
  name: string;
  /** Kilobytes. */
  size: number;
  /** Smaller versions of a bitmap picture, narrowest first; empty for drawings and files. */
  sizes: { url: string; width: number; height: number }[];
}

/** Enough of a page to link to it. */
export interface PageReference {
  slug: string;
  title: string;
}

/**
 * Text written in the CMS's Blocks editor: a list of blocks.
 * The shape is Strapi's own: https://docs.strapi.io/cms/features/content-manager (rich text, blocks).
 */
export type RichText = RichTextBlock[];

export type RichTextBlock =
  | { type: 'paragraph'; children: RichTextInline[] }
  | { type: 'heading'; level: 1 | 2 | 3 | 4 | 5 | 6; children: RichTextInline[] }
  | { type: 'quote'; children: RichTextInline[] }
  | { type: 'code'; children: RichTextInline[] }
  | RichTextList
  | {
      type: 'image';
      image: { url: string; alternativeText?: string | null; width?: number | null; height?: number | null };
      children: RichTextText[];
    };

export interface RichTextList {
  type: 'list';
  format: 'ordered' | 'unordered';
  /** How many lists it stands in, as the editor needs to know; missing in none. */
  indentLevel?: number;
  children: (RichTextListItem | RichTextList)[];
}

export interface RichTextListItem {
  type: 'list-item';
  children: RichTextInline[];
}

export interface RichTextText {
  type: 'text';
  text: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  code?: boolean;
}

export type RichTextInline = RichTextText | { type: 'link'; url: string; children: RichTextText[] };
